"""An answer as an Excel workbook: typed cells, a header that stays in sight, and a sheet that tells what was asked."""

from __future__ import annotations

import importlib
import math
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bubble.about import About
from bubble.present import FORMULA, plain
from graph.errors import GraphError
from graph.store import Answer
from graph.swap import beside

MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
EXACT = 2**53
"""Whole numbers beyond it would be rounded: Excel keeps numbers as floats."""
_FIRST_DAY = date(1900, 3, 1)  # before it Excel counts a day that never was
_WIDEST, _NARROWEST = 60, 8
# Nothing that data say becomes a formula, a link or a number: each cell is written as what it is.
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


def write_workbook(answer: Answer, path: Path, told: About) -> None:
    """Two sheets: Answer with a row for each row, and About. Raises GraphError for more than a sheet can hold."""
    xlsxwriter: Any = importlib.import_module("xlsxwriter")  # it has no types
    headings = _headings(answer, told)
    if len(answer) + len(headings) > MOST_ROWS:
        raise GraphError(
            f"expected at most {MOST_ROWS - len(headings):,} rows for a spreadsheet, found {len(answer):,}; "
            "write parquet or csv"
        )
    with beside(path) as written, xlsxwriter.Workbook(str(written), _PLAIN) as book:
        styles = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "date": book.add_format({"num_format": "yyyy-mm-dd"}),
            "quoted": book.add_format({"quote_prefix": True}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        sheet = book.add_worksheet("Answer")
        for number, line in enumerate(headings):
            for place, heading in enumerate(line):
                sheet.write_string(number, place, heading, styles["head"])
        for number, row in enumerate(answer, len(headings)):
            for place, column in enumerate(answer.columns):
                _write(sheet, number, place, row[column], styles)
        sheet.freeze_panes(len(headings), 0)
        if answer.columns:
            sheet.autofilter(len(headings) - 1, 0, len(headings) - 1 + len(answer), len(answer.columns) - 1)
        for place, column in enumerate(answer.columns):
            sheet.set_column(place, place, _width([line[place] for line in headings], answer, column))
        _write_about(book.add_worksheet("About"), told, styles)


def _headings(answer: Answer, told: About) -> list[list[str]]:
    """The lines of the header: in both languages and then by name for a question, else the names alone."""
    names = list(answer.columns)
    if told.asked is None:
        return [names]
    return [[c.en for c in told.asked.columns], [c.th for c in told.asked.columns], names]


def _write_about(sheet: Any, told: About, styles: dict[str, Any]) -> None:
    for number, (en, th, value) in enumerate(told.lines()):
        sheet.write_string(number, 0, en, styles["head"])
        sheet.write_string(number, 1, th, styles["head"])
        for place, part in enumerate(_parts(value), 2):
            sheet.write_string(number, place, part, styles["text"])
    sheet.set_column(0, 1, 32)
    sheet.set_column(2, 2, 100)


def _parts(text: str) -> list[str]:
    """A long text cut into what cells hold; a query may have 50,000 characters."""
    return [text[start : start + LONGEST_CELL] for start in range(0, len(text), LONGEST_CELL)]


def _write(sheet: Any, row: int, place: int, value: Any, styles: dict[str, Any]) -> None:
    """One cell as what it is: number, date, yes or no, else text."""
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif (isinstance(value, int) and abs(value) <= EXACT) or (isinstance(value, float) and math.isfinite(value)):
        sheet.write_number(row, place, value)
    elif isinstance(value, date) and not isinstance(value, datetime) and value >= _FIRST_DAY:
        sheet.write_datetime(row, place, datetime(value.year, value.month, value.day), styles["date"])  # noqa: DTZ001  # a day has no zone
    else:
        text = str(value) if isinstance(value, (int, float)) else plain(value)
        if len(text) > LONGEST_CELL:
            raise GraphError(
                f"row {row + 1}, column {place + 1}: expected at most {LONGEST_CELL:,} characters for a spreadsheet, "
                f"found {len(text):,}; write parquet or json"
            )
        sheet.write_string(row, place, text, styles["quoted"] if text.startswith(FORMULA) else None)


def _width(headings: Sequence[str], answer: Answer, column: str) -> float:
    """Wide enough for most cells; the first rows tell."""
    shown = [plain(row[column]) for row in answer[:200]]
    longest = max(map(len, [*headings, *shown]), default=_NARROWEST)
    return float(min(max(longest + 2, _NARROWEST), _WIDEST))
