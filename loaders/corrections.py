"""Declared corrections of errors at source: each with what stood there and why it is wrong, never an `if` in code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from graph.errors import one_line
from graph.facts import Place, Problem, Severity
from loaders.files import ReadError, records

FILE_NAME = "corrections.csv"
COLUMNS = ("file", "key", "column", "found", "corrected", "reason")
DROP = "drop row"


class Counted(Protocol):
    """What counts the corrections made."""

    corrected: int


@dataclass(frozen=True)
class Correction:
    """One cell to read otherwise, or one row to leave out, in the rows whose cells equal `key`."""

    place: Place
    file: str
    key: tuple[tuple[str, str], ...]
    column: str
    found: str
    corrected: str

    def fits(self, cells: Mapping[str, str]) -> bool:
        """Whether these are the cells meant, and the error still stands in them."""
        if any(cells.get(column) != value for column, value in self.key):
            return False
        return self.column == "*" or cells.get(self.column) == self.found


@dataclass
class Corrections:
    """The corrections declared in one folder and which of them have been used."""

    by_file: dict[str, list[Correction]] = field(default_factory=dict[str, list[Correction]])
    used: set[Correction] = field(default_factory=set[Correction])

    @classmethod
    def read(cls, folder: Path, shown_prefix: str) -> Corrections:
        """The corrections that the folder's corrections.csv declares, none where there is no such file."""
        path = folder / FILE_NAME
        shown = shown_prefix + FILE_NAME
        declared = cls()
        for line, cells in records(path, shown) if path.is_file() else ():
            missing = [c for c in COLUMNS if c not in cells]
            if missing:
                raise ReadError(shown, 1, f"expected the columns {', '.join(COLUMNS)}; {missing[0]} is missing")
            if not cells["reason"]:
                raise ReadError(shown, line, "reason: expected why the source is wrong, found an empty cell")
            key = tuple(_pair(part, shown, line) for part in cells["key"].split(";"))
            correction = Correction(
                Place(shown, line), cells["file"], key, cells["column"], cells["found"], cells["corrected"]
            )
            declared.by_file.setdefault(cells["file"], []).append(correction)
        return declared

    def applied(self, file: str, cells: dict[str, str], report: Counted) -> dict[str, str] | None:
        """The cells as corrected; None where the whole row is to be left out."""
        for correction in self.by_file.get(file, ()):
            if correction.fits(cells):
                self.used.add(correction)
                report.corrected += 1
                if correction.column == "*" and correction.corrected == DROP:
                    return None
                cells = {**cells, correction.column: correction.corrected}
        return cells

    def unused(self) -> list[Problem]:
        """Corrections that fit no row any more: the source may have been mended."""
        every = [c for declared in self.by_file.values() for c in declared]
        return [
            Problem(c.place, f"this correction fits no row of {one_line(c.file)} any more; remove it", Severity.NOTICE)
            for c in every
            if c not in self.used
        ]


def _pair(part: str, shown: str, line: int) -> tuple[str, str]:
    column, equals, value = part.partition("=")
    if not equals:
        raise ReadError(shown, line, f"key: expected column=value, found {one_line(part)!r}")
    return column.strip(), value.strip()
