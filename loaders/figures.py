"""Figures of trade tables: years and amounts, refused where they can't be right."""

from __future__ import annotations

from graph.errors import one_line
from loaders.row import CellError, Row

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def year(row: Row, column: str) -> int:
    """The cell's year, 1900 to 2200."""
    found = row.required_integer(column)
    if not _FIRST_YEAR <= found <= _LAST_YEAR:
        raise CellError(column, f"expected a year from {_FIRST_YEAR} to {_LAST_YEAR}, found {one_line(found)!r}")
    return found


def amount(row: Row, column: str) -> float | None:
    """The cell's amount, zero or more; None where it is empty, which means no data."""
    found = row.number(column)
    if found is not None and found < 0:
        raise CellError(column, f"expected an amount of zero or more, found {one_line(row.optional(column))!r}")
    return found
