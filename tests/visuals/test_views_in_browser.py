"""Each network view in a real browser: every line is drawn, every name can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bubble.drawing import picture_of
from tests.built import bundled
from tests.visuals.conftest import Browser
from visuals.page import write_page
from visuals.picture import Picture
from visuals.view import named, views

NETWORKS = sorted(name for name, view in views().items() if view.canvas is Picture)
ARRANGED = [name for name in NETWORKS if name != "links-serving-sector"]  # that one opens folded, see its own tests


def page_of_view(name: str, path: Path, **params: str) -> Picture:
    picture = picture_of(bundled().store, named(name), params)
    assert isinstance(picture, Picture)
    write_page(picture, path)
    return picture


@pytest.mark.parametrize("name", ARRANGED)
def test_a_page_draws_every_line_of_the_view(name: str, tmp_path: Path, browser: Browser) -> None:
    picture = page_of_view(name, tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    drawn = browser.drawn()
    assert sorted((k["kind"], k["id"], k["from"], k["to"]) for k in drawn["links"]) == sorted(picture.links)
    assert sorted(drawn["nodes"]) == sorted(picture.dots)
    assert browser.complaints() == []


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("name", ARRANGED)
def test_names_stand_in_their_rows_and_on_nothing_else(
    name: str, size: tuple[int, int], tmp_path: Path, browser: Browser
) -> None:
    browser.resize(*size)
    picture = page_of_view(name, tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    drawn = browser.drawn()
    share = 1 if size[0] > 1200 else 0.4  # a smaller window names the others as one zooms in
    assert len(set(drawn["named"])) >= share * len(picture.dots)
    boxes = drawn["boxes"]
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart = a["x"] >= b["x"] + b["w"] - 1 or b["x"] >= a["x"] + a["w"] - 1
            assert apart or a["y"] >= b["y"] + b["h"] - 1 or b["y"] >= a["y"] + a["h"] - 1, (a, b)
