"""Each network view in a real browser: every line drawn, every name readable, and hostile text does nothing."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from bubble.drawing import completed, picture_of
from queries import ask
from tests.built import bundled
from tests.visuals.conftest import Browser
from tests.visuals.hostile import HOSTILE
from tests.visuals.test_hostile import FOREIGN, TOUR
from visuals.page import write_page
from visuals.picture import Picture
from visuals.view import named, views

NETWORKS = sorted(name for name, view in views().items() if view.canvas is Picture)
ARRANGED = [name for name in NETWORKS if name != "links-serving-sector"]
# what tells records apart, what they are joined by, and words of closed lists
KEPT = (
    "id other_id link links kind other_kind relation agreement code step side status form role country other_country "
    "evidence members value share comparator unit measure sectors sectors_th aliases"
).split()


def page_of_view(name: str, path: Path, **params: str) -> Picture:
    picture = picture_of(bundled().store, named(name), params)
    assert isinstance(picture, Picture)
    write_page(picture, path)
    return picture


@pytest.mark.parametrize("name", NETWORKS)
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
    share = 1 if size[0] > 1200 else 0.5  # a smaller window names the others as one zooms in
    assert len(set(drawn["named"])) >= share * len(picture.dots)
    boxes = drawn["boxes"]
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart = a["x"] >= b["x"] + b["w"] - 1 or b["x"] >= a["x"] + a["w"] - 1
            assert apart or a["y"] >= b["y"] + b["h"] - 1 or b["y"] >= a["y"] + a["h"] - 1, (a, b)


@pytest.mark.parametrize("name", ARRANGED)
def test_hostile_answers_run_and_ask_for_nothing(name: str, tmp_path: Path, browser: Browser) -> None:
    view = named(name)
    texts = cycle(HOSTILE)

    def spoilt(row: Mapping[str, Any]) -> dict[str, Any]:
        return {k: next(texts) if isinstance(v, str) and k not in KEPT else v for k, v in row.items()}

    answers = {asked: [spoilt(row) for row in ask(bundled().store, asked)] for asked in view.asks}
    picture = view.picture(answers)
    assert isinstance(picture, Picture)
    completed(bundled().store, picture)
    write_page(picture, tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    assert browser.run(TOUR, [text.encode("utf-8", "replace").decode("utf-8") for text in HOSTILE[:8]])
    assert browser.run("return window.hit") is None
    assert browser.run(f"return document.querySelectorAll('{FOREIGN}').length") == 0
    assert browser.requests() == [(tmp_path / "page.html").resolve().as_uri()]
    assert browser.complaints() == []
