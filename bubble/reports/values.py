"""Single values in a text: dates, names, counts and hashes, as a reader of the language writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bubble.present import plain

VALUES = ("data-date", "since", "content-hash", "version", "sector", "country", "programme", "template", "command")
"""What {{bubble: value NAME}} may name."""
MEANT = {"sector": "Sector", "country": "Country", "programme": "Programme"}
"""The values that name what the report is about, each the kind of node it is."""
QUARTER = 3
"""Months between two briefs."""


def quarter_before(value: date) -> date:
    """The same day three months earlier, or the last one of that month where it has fewer days."""
    months = value.year * 12 + value.month - 1 - QUARTER
    for last in range(value.day, value.day - 4, -1):
        try:
            return date(months // 12, months % 12 + 1, last)
        except ValueError:
            continue
    raise ValueError(value)


def number(value: Any) -> str:
    """A number in running text: thousands apart, no needless decimals."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.{3 if abs(value) < 1 else 2}f}".rstrip("0").rstrip(".")
    return plain(value)


def series(words: Sequence[str], language: str) -> str:
    """Words as a list in a sentence: A, B and C; ก ข และ ค."""
    if len(words) <= 1:
        return "".join(words)
    if language == "th":
        return f"{' '.join(words[:-1])} และ{words[-1]}"
    return f"{', '.join(words[:-1])} and {words[-1]}"
