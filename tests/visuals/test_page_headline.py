"""The headline picture of the bundled data as a director opens it: few things, all named, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from bubble.drawing import picture_of
from queries import ask
from tests.built import bundled
from tests.visuals.conftest import Browser
from visuals.page import write_page
from visuals.picture import Picture
from visuals.view import named

NAME = "links-serving-sector"


@pytest.fixture(scope="module")
def picture() -> Picture:
    """The picture."""
    drawn = picture_of(bundled().store, named(NAME), {})
    assert isinstance(drawn, Picture)
    return drawn


@pytest.fixture(scope="module")
def page(picture: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its page."""
    path = tmp_path_factory.mktemp("headline") / "page.html"
    write_page(picture, path)
    return path


@pytest.mark.parametrize("fragment", ["", "#lang=th"])
def test_it_opens_with_the_members_folded_and_the_busiest_thai_bodies_named(
    fragment: str, page: Path, picture: Picture, browser: Browser
) -> None:
    browser.driver.get("about:blank")
    browser.driver.get(page.resolve().as_uri() + fragment)
    browser.until("return document.documentElement.dataset.ready === 'yes'")
    drawn = browser.drawn()
    members = {dot.key for dot in picture.dots.values() if dot.kind == "Country"}
    assert len(members) == 15
    assert members <= set(drawn["folds"])
    assert len(drawn["nodes"]) <= 30
    assert set(drawn["nodes"]) <= set(drawn["named"]), "everything that is drawn is named"
    boxes = [(b["x"], b["y"], b["w"], b["h"]) for b in drawn["boxes"]]
    for i, (ax, ay, aw, ah) in enumerate(boxes):
        for bx, by, bw, bh in boxes[i + 1 :]:
            assert ax >= bx + bw or bx >= ax + aw or ay >= by + bh or by >= ay + ah


def test_every_link_of_the_answer_is_drawn_folded_or_open(page: Path, picture: Picture, browser: Browser) -> None:
    browser.open(page)
    wanted = {row["link"] for row in ask(bundled().store, NAME, {})}
    assert {link["id"] for link in browser.drawn()["links"]} == wanted
    browser.find("#open_all").click()
    drawn = browser.drawn()
    assert sorted((k["kind"], k["id"], k["from"], k["to"]) for k in drawn["links"]) == sorted(picture.links)
    browser.find("#fold_all").click()
    drawn = browser.drawn()
    assert {link["id"] for link in drawn["links"]} == wanted
    assert len(drawn["lines"]) < len(wanted) / 2


def test_a_bundles_number_is_that_of_the_answer(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.find("#fold_all").click()
    lines = {(n["from"], n["to"], n["status"]): n["count"] for n in browser.drawn()["lines"]}
    rows = ask(bundled().store, NAME, {})
    pair = [row for row in rows if {"JPN", "THA"} <= set(row["countries"]) and row["status"] == "active"]
    assert lines["Country:JPN", "Country:THA", "active"] == len(pair)


def test_on_a_day_it_is_what_the_question_answers_for_that_day(page: Path, browser: Browser) -> None:
    browser.open(page)
    for day in ("2005-12-31", "2015-06-30", "2020-02-29", "2024-12-31"):
        browser.run("location.hash = '#fold=&apart=&day=' + arguments[0]", day)
        browser.until("return document.getElementById('day_shown').textContent === arguments[0]", day)
        wanted = {row["link"]: row["status"] for row in ask(bundled().store, NAME, {"as_of": day})}
        drawn = {link["id"]: link["status"] for link in browser.drawn()["links"]}
        assert drawn == wanted
