"""The tutorial notebooks run as they stand, give what their files show, and turn into other programs' documents."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbconvert import HTMLExporter, LatexExporter

from tests.notebooks import executed, light, texts, tutorials

DIGITS = re.compile(r"\d")


@cache
def run(path: Path) -> Any:
    return executed(path)


def kept(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def test_there_is_one_for_each_reader() -> None:
    assert [path.stem for path in tutorials()] == ["analyst", "report-writer", "strategist"]


@pytest.mark.parametrize("path", tutorials(), ids=lambda path: path.stem)
def test_each_gives_what_its_file_shows(path: Path) -> None:
    """Where the data have changed: python -m tests.notebooks writes them anew."""
    for (cell, now), (_, then) in zip(texts(run(path)), texts(kept(path)), strict=True):
        assert now == then, f"{path.name}: other than the file shows:\n{cell}"


@pytest.mark.parametrize("path", tutorials(), ids=lambda path: path.stem)
def test_no_figure_of_the_data_is_typed_by_hand(path: Path) -> None:
    for cell in kept(path).cells:
        if cell.cell_type == "markdown":
            told = re.sub(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|\bA4\b", "", cell.source)
            assert not DIGITS.search(told), told


@pytest.mark.parametrize("path", tutorials(), ids=lambda path: path.stem)
def test_its_file_is_light(path: Path) -> None:
    assert path.stat().st_size < 1_000_000
    assert "<iframe" not in path.read_text("utf-8")


def test_as_html_every_frame_is_closed_and_every_output_is_within() -> None:
    body, _ = HTMLExporter().from_notebook_node(run(next(p for p in tutorials() if p.stem == "strategist")))
    frames = re.findall(r"<iframe [^>]{0,400}", body)
    assert len(frames) == 4
    assert all('sandbox="allow-scripts' in frame and "allow-same-origin" not in frame for frame in frames)


def test_as_latex_the_figures_are_pdf() -> None:
    notebook = run(next(p for p in tutorials() if p.stem == "strategist")).copy()
    drawn = [cell for cell in notebook.cells if cell.source.startswith("%bubble draw")]
    text, resources = LatexExporter().from_notebook_node(nbformat.v4.new_notebook(cells=drawn))
    shown = re.findall(r"\\adjustimage\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\{([^{}]+)\}", text)
    assert [Path(name).suffix for name in shown] == [".pdf"] * len(drawn)
    assert all(resources["outputs"][name].startswith(b"%PDF") for name in shown)


def test_what_is_kept_has_a_form_that_a_page_can_show() -> None:
    for path in tutorials():
        for cell in light(kept(path)).cells:
            for output in cell.get("outputs", ()):
                assert output.output_type in {"stream", "execute_result", "display_data"}
                assert output.output_type == "stream" or "text/plain" in output.data
