"""Dates that keep how much of them is known: a day, a month or only a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from graph.vocabulary import Precision

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DOTTED = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_BUDDHIST_ERA = re.compile(r"(?:พ\.\s*ศ\.|B\.?E\.?)\s*(\d{4})", re.IGNORECASE)
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
BUDDHIST_OFFSET = 543
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the day, the month or the year; `first` is the first day it can mean."""

    first: date
    precision: Precision = Precision.DAY

    def __str__(self) -> str:
        """ISO 8601 cut to what is known: 2020-07-15, 2020-07 or 2020."""
        return self.first.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(self.precision, 10)]

    @property
    def last(self) -> date:
        """The last day the date can mean."""
        if self.precision is Precision.YEAR:
            return self.first.replace(month=12, day=31)
        if self.precision is Precision.MONTH:
            following = self.first.replace(day=28).toordinal() + 4
            month_after = date.fromordinal(following).replace(day=1)
            return date.fromordinal(month_after.toordinal() - 1)
        return self.first

    def days_from(self, other: PartialDate) -> int:
        """Days between the two at their closest; 0 where they can mean the same day."""
        return max(0, (self.first - other.last).days, (other.first - self.last).days)


def read_date(text: str) -> PartialDate:
    """The date a text gives: 2007-04-03, 2007-04, 2007, 03.04.2007, พ.ศ. 2563 (2020) or BE 2563.

    Raises ValueError for anything else, an impossible day, or a year outside 1800 to 2200.
    """
    plain = text.strip().translate(_THAI_DIGITS)
    era = _BUDDHIST_ERA.fullmatch(plain)
    if era:
        plain = str(int(era[1]) - BUDDHIST_OFFSET)
    dotted = _DOTTED.fullmatch(plain)
    if dotted:
        plain = f"{dotted[3]}-{dotted[2]}-{dotted[1]}"
    parts = _ISO.fullmatch(plain)
    if not parts or not _FIRST_YEAR <= int(parts[1]) <= _LAST_YEAR:
        raise ValueError(text)
    first = date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    return PartialDate(first, Precision.DAY if parts[3] else Precision.MONTH if parts[2] else Precision.YEAR)
