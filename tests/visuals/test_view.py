"""How views are declared and found."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from graph.errors import GraphError
from visuals import view as views_module
from visuals.picture import Picture
from visuals.view import named, view, views

FILE = """
from visuals.picture import Picture
from visuals.view import Answers, view

@view("who-signed", en="Who signed?", th="ใครลงนาม", asks=["signatories"], params={"sector": "food"})
def who_signed(picture: Picture, answers: Answers) -> None:
    picture.say(f"{len(answers['signatories'])} signed.")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    package = ModuleType("visuals.views")
    package.__path__ = [str(tmp_path)]
    monkeypatch.setitem(sys.modules, "visuals.views", package)
    monkeypatch.setattr(views_module, "FOLDER", tmp_path)
    monkeypatch.setattr(views_module, "_VIEWS", {})
    yield tmp_path
    sys.modules.pop("visuals.views.who_signed", None)


def test_a_view_is_added_by_one_file(folder: Path) -> None:
    (folder / "who_signed.py").write_text(FILE, encoding="utf-8")
    found = views()["who-signed"]
    assert (found.title.th, found.asks, found.params) == ("ใครลงนาม", ("signatories",), {"sector": "food"})
    assert found.picture({"signatories": [{}, {}]}).answer.en == "2 signed."


def test_an_unknown_view_is_told_with_the_nearest(folder: Path) -> None:
    (folder / "who_signed.py").write_text(FILE, encoding="utf-8")
    with pytest.raises(GraphError, match=r'found who-sing.*did you mean "who-signed"'):
        named("who-sing")


def test_two_files_with_one_name_are_a_mistake_of_ours(folder: Path) -> None:
    (folder / "who_signed.py").write_text(FILE, encoding="utf-8")
    views()
    with pytest.raises(ValueError, match="declared in"):
        view("who-signed", en="", th="", asks=[])(_nothing)


def _nothing(picture: Picture, answers: views_module.Answers) -> None:
    """A view that draws nothing."""
