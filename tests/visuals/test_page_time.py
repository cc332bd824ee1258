"""Links as of a day, by the rule of the questions that take a day."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph.model  # noqa: F401  the kinds register themselves
from bubble.drawing import picture_of
from graph.kinds import Ref
from queries import ask
from tests.built import bundled
from tests.visuals.conftest import Browser
from visuals.page import write_page
from visuals.picture import Picture
from visuals.view import named

LINKS = [  # id, status, since, until
    ("undated", "active", "", ""),
    ("year", "active", "2015", ""),
    ("month", "signed", "2015-06", "2018-03"),
    ("day", "completed", "2016-02-10", "2016-02-12"),
    ("over", "ended", "2010", "2014"),
    ("talks", "in talks", "2019-01-01", ""),
    ("ends-undated", "active", "", "2017"),
]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The page of two firms with those links."""
    picture = Picture("Since when?", "ตั้งแต่เมื่อใด")
    first, second = (picture.node(Ref("Firm", name), name) for name in "ab")
    for id_, status, since, until in LINKS:
        picture.edge("PARTNERS_WITH", first, second, id=id_, status=status, since=since, until=until)
    picture.drawn_from(nodes=2, links=7, date="2020-05-20", content_hash="0" * 64)
    path = tmp_path / "page.html"
    write_page(picture, path)
    return path


def statuses(browser: Browser) -> dict[str, str]:
    """The status of each link that is drawn."""
    return {link["id"]: link["status"] for link in browser.drawn()["links"]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2009-12-31", {"undated": "active", "ends-undated": "active"}),
        ("2010-01-01", {"undated": "active", "ends-undated": "active", "over": "active"}),
        ("2014-12-31", {"undated": "active", "ends-undated": "active", "over": "ended"}),
        (
            "2016-02-11",
            {
                "undated": "active",
                "ends-undated": "active",
                "over": "ended",
                "year": "active",
                "month": "signed",
                "day": "active",
            },
        ),
        (
            "2019-01-01",
            {
                "undated": "active",
                "ends-undated": "ended",
                "over": "ended",
                "year": "active",
                "month": "ended",
                "day": "completed",
                "talks": "in talks",
            },
        ),
    ],
)
def test_a_link_is_on_a_day_what_the_rule_says(
    day: str, expected: dict[str, str], page: Path, browser: Browser
) -> None:
    browser.open(page)
    browser.run("location.hash = '#day=' + arguments[0]", day)
    browser.until("return document.getElementById('day_shown').textContent === arguments[0]", day)
    assert statuses(browser) == expected


def test_the_slider_is_off_at_first_and_starts_at_the_day_of_the_data(page: Path, browser: Browser) -> None:
    browser.open(page)
    assert not browser.find("#day").is_enabled()
    assert "no date: 2 links" in browser.find("#time").text
    assert len(statuses(browser)) == len(LINKS)
    browser.find("#timed").click()
    assert browser.find("#day_shown").text == "2020-05-20"
    assert "as of 2020-05-20" in browser.find("#caption").text
    slider = browser.find("#day")
    assert (slider.get_attribute("min"), slider.get_attribute("max")) == (str(2010 * 12), str(2020 * 12 + 4))
    browser.keys("#day", "\ue012")  # left: a month back
    assert browser.find("#day_shown").text == "2020-04-30"
    browser.keys("#day", "\ue00f")  # page down: a year back
    assert browser.find("#day_shown").text == "2019-04-30"
    browser.keys("#day", "\ue011")  # Home
    assert browser.find("#day_shown").text == "2010-01-31"
    assert "4 links began later" in browser.find("#time").text
    browser.find("#undo").click()
    browser.until("return document.getElementById('day_shown').textContent === '2019-04-30'")
    browser.find("#timed").click()
    assert len(statuses(browser)) == len(LINKS)


def test_counts_of_the_legend_are_those_of_the_day(page: Path, browser: Browser) -> None:
    browser.open(page)
    number = "return document.querySelector(`#filters [data-value='${arguments[0]}']`).closest('li').querySelector('.number').textContent"
    assert (browser.run(number, "active"), browser.run(number, "ended")) == ("3", "1")
    browser.run("location.hash = '#day=2019-06-30'")
    browser.until("return document.getElementById('day_shown').textContent === '2019-06-30'")
    assert (browser.run(number, "active"), browser.run(number, "ended")) == ("2", "3")


def test_the_headline_on_a_day_is_what_the_question_answers_for_that_day(tmp_path: Path, browser: Browser) -> None:
    store = bundled().store
    view = named("links-serving-sector")
    write_page(picture_of(store, view, {}), tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    browser.find("#open_all").click()
    for day in ("2005-12-31", "2015-06-30", "2020-02-29", "2024-12-31"):
        browser.run("location.hash = '#fold=&apart=&day=' + arguments[0]", day)
        browser.until("return document.getElementById('day_shown').textContent === arguments[0]", day)
        wanted = {row["link"]: row["status"] for row in ask(store, "links-serving-sector", {"as_of": day})}
        drawn = statuses(browser)
        assert set(drawn) == set(wanted)
        differ = {id_: (drawn[id_], wanted[id_]) for id_ in wanted if drawn[id_] != wanted[id_]}
        assert not differ
