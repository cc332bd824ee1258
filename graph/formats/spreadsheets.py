"""CSV: a folder with a file for each kind, for people and spreadsheets.

A text that a spreadsheet would take for a formula stands behind an apostrophe, and so does one that begins with
apostrophes before such a text; reading takes one apostrophe away again from exactly these.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from graph.cells import Column, as_text, columns
from graph.errors import GraphError, nearest, one_line
from graph.facts import Fact, Place
from graph.format import Format, Row, cells_of
from graph.kinds import EngineType
from graph.layout import by_kind, file_of, is_laid_out, kind_files, make_folders
from graph.model import EDGES, NODES

ENDING = ".csv"
LONGEST_CELL = 131_072
"""Characters a cell may have: Python's own reader takes no more, and a spreadsheet shows a quarter of it."""

# A sign alone (the comparator "=") is no formula.
_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\n＝＋－＠].", re.DOTALL)
_MEANT = re.compile("'" + _FORMULA.pattern, re.DOTALL)


def write(facts: Iterable[Fact], place: Path) -> None:
    """A file for each kind that has facts, a column for each property, with the mark by which Excel knows UTF-8."""
    make_folders(place)
    for kind, each in by_kind(facts):
        known = columns(kind)
        # Lines end with both characters (RFC 4180): the writer then quotes a text that holds either of them.
        with file_of(place, kind, ENDING).open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file, lineterminator="\r\n")
            out.writerow(known)
            out.writerows(_cells(fact, known) for fact in each)


def _cells(fact: Fact, known: Mapping[str, Column]) -> list[str]:
    held = cells_of(fact)
    made: list[str] = []
    for name, column in known.items():
        text = as_text(held[name]) if name in held else ""
        if text and column.type is EngineType.STRING and _FORMULA.match(text):
            text = f"'{text}"
        if len(text) > LONGEST_CELL:
            raise GraphError(
                f"{fact.kind} {one_line(fact.id)}: {name}: expected at most {LONGEST_CELL:,} characters for CSV, "
                f"found {len(text):,}; export as jsonl or parquet"
            )
        made.append(text)
    return made


def read(place: Path) -> Iterator[Row]:
    """The facts of a folder; see `Format.read`."""
    for kind, path, shown in kind_files(place, ENDING):
        known = columns(NODES.get(kind) or EDGES[kind])
        header: list[str] | None = None
        for at, cells in _records(path, shown):
            if header is None:
                header = cells
                _check_header(header, known, at)
            elif cells and len(cells) != len(header):
                raise GraphError(
                    f"{at}: expected {len(header)} cells as in the header, found {len(cells)}; "
                    "put text that holds commas in double quotes"
                )
            elif cells:
                yield Row(at, kind, {n: _meant(c, known[n]) for n, c in zip(header, cells, strict=True)})


def _records(path: Path, shown: str) -> Iterator[tuple[Place, list[str]]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        while True:
            at = Place(shown, reader.line_num + 1)
            try:
                yield at, next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise GraphError(f"{at}: not readable as CSV ({error}); check the quotes or export anew") from None
            except UnicodeDecodeError:
                raise GraphError(
                    f"{at}: expected UTF-8 from here on, found other bytes; save it as CSV UTF-8"
                ) from None


def _check_header(header: list[str], known: Mapping[str, Column], at: Place) -> None:
    for name in header:
        if name not in known:
            raise GraphError(
                f"{at}: no column is called {one_line(name)!r} here{nearest(name, known)}; correct its name"
            )
        if header.count(name) > 1:
            raise GraphError(f"{at}: the column {name} stands twice; every column needs its own name")


def _meant(text: str, column: Column) -> str:
    """The text a cell stands for."""
    return text[1:] if text[:1] == "'" and column.type is EngineType.STRING and _MEANT.match(text) else text


FORMAT = Format("csv", ENDING, write, read, lambda place: is_laid_out(place, ENDING), is_folder=True)
