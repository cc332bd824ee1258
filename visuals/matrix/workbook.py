"""A matrix as an Excel workbook: the shaded table, all cells with what is known of them, their links, and about.

No cell is a formula and no text of the data becomes an address, whatever it begins with.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from graph.vocabulary import Form, Status
from queries.white_space import SIGNS
from visuals.matrix.figure import caption_of
from visuals.matrix.marks import DARK_FROM, MARKS, SHADES, STANDS_OUT, UNSEARCHED, WORDS, ranges
from visuals.matrix.matrix import Matrix, Square
from visuals.payload import label_of
from visuals.picture import Fact
from visuals.words import WORDS as PAGE_WORDS

_FORMULA = ("=", "+", "-", "@")
_MOST = 32_767
"""Characters that a cell of Excel may hold."""
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""The day on which the file says it was made: the same matrix gives the same bytes."""


def workbook_of(matrix: Matrix, language: str = "en") -> bytes:
    """The workbook as bytes, its words in that language."""
    xlsxwriter: Any = importlib.import_module("xlsxwriter")  # it has no types
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, _OPTIONS)
    book.set_properties({"title": matrix.title.of(language), "created": MADE.replace(tzinfo=None)})
    sheets = {name: book.add_worksheet(_word(name, language)) for name in ("matrix", "cells", "links", "about")}
    _matrix(book, sheets["matrix"], matrix, language)
    _table(book, sheets["cells"], *_cells(matrix, language))
    _table(book, sheets["links"], *_links(matrix, language))
    _about(book, sheets["about"], matrix, language)
    book.close()
    return file.getvalue()


def _word(name: str, language: str) -> str:
    return WORDS[{"links": "state"}.get(name, name)].of(language)


def _matrix(book: Any, sheet: Any, matrix: Matrix, language: str) -> None:
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "align": "center", "text_wrap": True, "valign": "vcenter"})
    sheet.write_string(0, 0, matrix.title.of(language), book.add_format({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, _cut(matrix.answer.of(language)))
    top = 3
    for j, column in enumerate(matrix.columns, 1):
        sheet.write_string(top, j, column.label.of(language), head)
    formats: dict[tuple[int, bool, bool], Any] = {}
    line = 1
    for i, row in enumerate(matrix.rows, top + 1):
        style = book.add_format({"indent": row.depth, "bold": row.leads})
        sheet.write_string(i, 0, row.label.of(language), style)
        for j, square in enumerate(matrix.of_row(row.key), 1):
            look = (square.shade, square.state == UNSEARCHED, square.stands_out)
            if look not in formats:
                formats[look] = book.add_format(_look(*look))
            place = f"internal:'{_word('cells', language)}'!A{line + 1}"
            sheet.write_url(i, j, place, formats[look], _shown(square), _said(square, matrix, language))
            line += 1
    sheet.freeze_panes(top + 1, 1)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, len(matrix.columns), 12)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 1)
    _legend(book, sheet, matrix, language, top + len(matrix.rows) + 2)
    sheet.write_string(top, 0, WORDS["sector"].of(language), bold)


def _legend(book: Any, sheet: Any, matrix: Matrix, language: str, line: int) -> None:
    told = [WORDS["no_figure"].of(language), *ranges()]
    for shade, words in enumerate(told):
        sheet.write_string(line, 0, f"{words} {WORDS['fit_note'].of(language) if shade else ''}".strip())
        sheet.write_blank(line, 1, None, book.add_format(_look(shade, False, False)))
        line += 1
    used = {square.state for square in matrix.squares.values()}
    for state, mark in MARKS.items():
        if state in used:
            sheet.write_string(line, 0, mark.words.of(language))
            sheet.write_string(line, 1, SIGNS[state], book.add_format(_look(0, state == UNSEARCHED, False)))
            line += 1
    sheet.write_string(line, 0, WORDS["stands_out"].of(language))
    sheet.write_blank(line, 1, None, book.add_format(_look(0, False, True)))


def _look(shade: int, unsearched: bool, stands_out: bool) -> dict[str, Any]:
    """How a cell looks; Excel draws a hatch as a pattern of two colours."""
    look: dict[str, Any] = {"align": "center", "font_color": "#FFFFFF" if shade >= DARK_FROM else "#17212B"}
    if unsearched:
        look |= {"pattern": 14, "bg_color": SHADES[shade], "fg_color": "#A9B3BC"}
    elif shade:
        look |= {"bg_color": SHADES[shade]}
    if stands_out:
        look |= {"border": 5, "border_color": STANDS_OUT}
    return look


def _shown(square: Square) -> str:
    """What stands in a cell: the sign of its state, its links where there are several, its points of fit."""
    count = str(square.count) if square.count > 1 else ""
    fit = "" if square.fit is None else f"{square.fit:.1f}"
    return " ".join(filter(None, (SIGNS[square.state] + count, fit))) or " "


def _said(square: Square, matrix: Matrix, language: str) -> str:
    return _cut(f"{MARKS[square.state].words.of(language)}: {', '.join(square.links) or '–'}", 250)


def _cells(matrix: Matrix, language: str) -> tuple[list[str], list[list[Any]]]:
    """A line for each cell, in the order of the matrix: what its panel tells."""
    facts = _names([s.facts for s in matrix.squares.values()], language)
    searches = _names([s.searches for s in matrix.squares.values()], language)
    words = ("sector", "member", "state", "stands_out")
    header = [*(WORDS[w].of(language) for w in words), _word("links", language), *facts, *searches]
    header.append(WORDS["unknowns"].of(language))
    columns = {column.key: column.label.of(language) for column in matrix.columns}
    lines: list[list[Any]] = []
    for row in matrix.rows:
        for square in matrix.of_row(row.key):
            held = {
                fact.label if language == "en" else fact.label_th: fact.value for fact in square.facts + square.searches
            }
            lines.append(
                [
                    row.label.of(language),
                    columns[square.column],
                    MARKS[square.state].words.of(language),
                    "!" if square.stands_out else "",
                    "; ".join(square.links),
                    *(_number(held.get(name, "")) for name in facts),
                    *(held.get(name, "") for name in searches),
                    "; ".join(square.unknowns),
                ]
            )
    return header, lines


def _names(told: Sequence[Sequence[Fact]], language: str) -> list[str]:
    return list(dict.fromkeys(fact.label if language == "en" else fact.label_th for facts in told for fact in facts))


def _number(text: str) -> float | str:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return text


def _links(matrix: Matrix, language: str) -> tuple[list[str], list[list[Any]]]:
    """A line for each piece of evidence of each link."""
    names = ("status", "form", "since", "evidence")
    more = ("source", "address", "date", "speaker", "confidence", "locator")
    header = [WORDS["link"].of(language), WORDS["what"].of(language)]
    header += [PAGE_WORDS[name].of(language) for name in names]
    header += [WORDS["says"].of(language), *(PAGE_WORDS[name].of(language) for name in more)]
    lines: list[list[Any]] = []
    for link in matrix.links.values():
        own = [
            link.id,
            f"{link.what.of(language)} ({link.parties.of(language)})",
            label_of(Status, link.status).of(language),
            label_of(Form, link.form).of(language),
            link.since,
        ]
        for id in link.evidence or ("",):
            p = matrix.passages.get(id)
            gist = ((p.gloss_th if language == "th" else "") or p.gloss) if p else ""
            told = [gist, p.source, p.address, p.date, p.speaker, p.confidence, p.locator] if p else [""] * 7
            lines.append([*own, id, *told])
    return header, lines


def _about(book: Any, sheet: Any, matrix: Matrix, language: str) -> None:
    told = [matrix.title.of(language), matrix.answer.of(language), caption_of(matrix, language)]
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 110)
    for i, line in enumerate(told):
        sheet.write_string(i, 0, _cut(line), wrap)


def _table(book: Any, sheet: Any, header: Sequence[str], lines: Sequence[Sequence[Any]]) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    quoted = book.add_format({"quote_prefix": True})
    for j, name in enumerate(header):
        sheet.write_string(0, j, name, bold)
    for i, line in enumerate(lines, 1):
        for j, value in enumerate(line):
            if isinstance(value, float):
                sheet.write_number(i, j, value)
            elif value:
                sheet.write_string(i, j, _cut(value), quoted if value.startswith(_FORMULA) else None)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(lines), 1), len(header) - 1)
    sheet.set_column(0, len(header) - 1, 22)


def _cut(text: str, most: int = _MOST) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
