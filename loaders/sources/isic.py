"""ISIC Rev.4: sections, divisions, groups and classes in a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.errors import one_line
from graph.facts import Fact
from graph.model import Activity, PartOf
from loaders.loader import loader
from loaders.row import CellError, Row

_CODE = re.compile(r"[A-U]|\d{2,4}")
_DIVISION = 2
# The last division of each section, as ISIC Rev.4 sets them.
_SECTION_ENDS = {
    "A": 3,
    "B": 9,
    "C": 33,
    "D": 35,
    "E": 39,
    "F": 43,
    "G": 47,
    "H": 53,
    "I": 56,
    "J": 63,
    "K": 66,
    "L": 68,
    "M": 75,
    "N": 82,
    "O": 84,
    "P": 85,
    "Q": 88,
    "R": 93,
    "S": 96,
    "T": 98,
    "U": 99,
}


@loader("taxonomy/isic_rev4*.csv", columns=("code", "description"), bulk=True)
def isic(row: Row) -> Iterator[Fact]:
    """One code a row, hung on the one it begins with; divisions hang on their section."""
    code = row.text("code")
    if not _CODE.fullmatch(code):
        raise CellError("code", f"expected a section A to U or two to four digits, found {one_line(code)!r}")
    level = len(code) if code.isdigit() else 0
    activity = Activity(id=code, code=code, name=row.text("description"), level=level)
    yield activity
    if level:
        yield PartOf(source=activity.ref, target=Activity.at(section(code) if level == _DIVISION else code[:-1]))


def section(division: str) -> str:
    """The letter of the section that a division (two digits) belongs to."""
    return next(letter for letter, last in _SECTION_ENDS.items() if int(division) <= last)
