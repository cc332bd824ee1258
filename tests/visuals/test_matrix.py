"""The white-space matrix as data, figure and workbook: every cell as its answer says, in both languages."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from bubble.drawing import picture_of
from graph.errors import GraphError
from queries import ask
from queries.white_space import SIGNS
from tests.built import bundled
from tests.visuals.hostile import HOSTILE
from visuals.cards.card import Card
from visuals.matrix.figure import figure_of
from visuals.matrix.marks import MARKS, SHADES
from visuals.matrix.matrix import Head, Matrix, Square
from visuals.matrix.workbook import workbook_of
from visuals.picture import Fact, Passage, Text, shown
from visuals.view import named

NAME = "white-space-matrix"


@cache
def drawn() -> Matrix:
    matrix = picture_of(bundled().store, named(NAME), {})
    assert isinstance(matrix, Matrix)
    return matrix


def hostile() -> Matrix:
    """A matrix in which every text is one that tries to break out."""
    matrix = Matrix(Text(*map(shown, HOSTILE[:2])))
    matrix.say(*HOSTILE[2:4])
    for i, text in enumerate(HOSTILE):
        safe = shown(text)
        matrix.rows.append(Head(f"r{i}", Text(safe, safe), i % 4, False))
        matrix.links[safe] = Card(safe, Text(safe, safe), Text(safe, safe), safe, safe, safe, (safe,))
        matrix.passages[safe] = Passage(*[safe] * 8)
    matrix.columns.append(Head(shown(HOSTILE[4]), Text(shown(HOSTILE[4]), "ก")))
    for row, text in zip(matrix.rows, HOSTILE, strict=True):
        safe = shown(text)
        facts = (Fact(safe, safe, safe, safe),)
        matrix.squares[row.key, matrix.columns[0].key] = Square(
            row.key, matrix.columns[0].key, "running", 2, 1.0, True, False, (safe,), facts, facts, (safe,)
        )
    return matrix


def test_a_cell_is_drawn_for_each_row_of_the_answer() -> None:
    rows = ask(bundled().store, NAME)
    matrix = drawn()
    assert {(r["sub_sector"], r["code"]): (r["state"], r["fit"], tuple(r["links"])) for r in rows} == {
        place: (s.state, s.fit, s.links) for place, s in matrix.squares.items()
    }
    assert set(matrix.links) == {link for r in rows for link in r["links"]}
    assert all(set(link.evidence) <= set(matrix.passages) for link in matrix.links.values())
    assert len(matrix.columns) == 14


def test_every_state_has_a_mark_and_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(MARKS)
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert {s.state for s in drawn().squares.values()} <= set(MARKS)


def test_what_stands_out_has_need_and_nothing_that_runs() -> None:
    out = [s for s in drawn().squares.values() if s.stands_out]
    assert out
    assert all(s.fit is not None and s.fit >= 2 and s.state not in ("running", "completed") for s in out)


def test_no_figure_is_not_a_low_figure() -> None:
    for square in drawn().squares.values():
        if square.column in ("SGP", "BRN"):
            assert square.fit is None
            assert square.shade == 0
            assert any("no data" in unknown or "no item" in unknown for unknown in square.unknowns)
    assert Counter(s.shade for s in drawn().squares.values() if s.fit is not None and not s.is_sum)[0] == 0


@pytest.mark.parametrize("size", ["a4", "slide", "column"])
@pytest.mark.parametrize("language", ["en", "th"])
def test_the_figure_holds_every_cell_and_nothing_leaves_the_sheet(language: str, size: str) -> None:
    figure = figure_of(drawn(), language, size)
    assert figure == figure_of(drawn(), language, size)
    root = ET.fromstring(figure)  # noqa: S314  # our own
    _, _, wide, high = map(float, root.attrib["viewBox"].split())
    boxes = [e.attrib for e in root.iter("{http://www.w3.org/2000/svg}rect")]
    assert sum(box.get("fill") in SHADES and box.get("stroke") == "#d5dbe1" for box in boxes) == sum(
        not s.is_sum for s in drawn().squares.values()
    )
    for box in boxes:
        assert float(box.get("x", 0)) + float(box["width"]) <= wide
        assert float(box.get("y", 0)) + float(box["height"]) <= high
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(text.attrib["y"]) <= high
        assert float(text.attrib["font-size"]) >= 6
    assert "http" not in re.sub(r'xmlns="[^"]+"', "", figure)


def test_a_size_that_is_none_is_told() -> None:
    with pytest.raises(GraphError, match=r"figure: size: expected one of a4, slide, column, half, web, found a5"):
        figure_of(drawn(), "en", "a5")


def test_more_rows_than_can_be_read_on_half_a_page_are_refused_and_a_few_drawn() -> None:
    with pytest.raises(GraphError, match=r"figure: size: expected at most 20 rows on half, found 39; choose column"):
        figure_of(drawn(), "en", "half")
    matrix = replace(drawn(), rows=drawn().rows[:20])
    assert len(matrix.rows) == 20
    root = ET.fromstring(figure_of(matrix, "en", "half"))  # noqa: S314  # our own
    sizes = [float(text.attrib["font-size"]) for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert min(sizes) >= 6


def test_the_figure_takes_any_text() -> None:
    ET.fromstring(figure_of(hostile()))  # noqa: S314  # our own


def parts(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as file:
        return {name: file.read(name).decode("utf-8") for name in file.namelist() if name.endswith((".xml", ".rels"))}


@pytest.mark.parametrize("language", ["en", "th"])
def test_each_cell_of_the_workbook_leads_to_its_line(language: str) -> None:
    book = workbook_of(drawn(), language)
    assert book == workbook_of(drawn(), language)
    held = parts(book)
    matrix, cells = (ET.fromstring(held[f"xl/worksheets/sheet{n}.xml"]) for n in (1, 2))  # noqa: S314  # our own
    space = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    links = matrix.findall(".//x:hyperlink", space)
    assert len(links) == len(drawn().squares)
    assert len(cells.findall(".//x:row", space)) == len(drawn().squares) + 1
    assert [link.attrib["location"].rpartition("!")[2] for link in links] == [f"A{n + 2}" for n in range(len(links))]


def test_nothing_in_the_workbook_is_a_formula_or_leads_outside() -> None:
    for name, text in parts(workbook_of(hostile())).items():
        assert "<f>" not in text, name
        assert "TargetMode" not in text, name
    assert "quotePrefix" in parts(workbook_of(hostile()))["xl/styles.xml"]
