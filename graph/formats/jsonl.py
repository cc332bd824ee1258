"""JSONL: one file, one fact a line, nodes first; made to be kept, compared and read by anything."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NoReturn, cast

from graph.errors import GraphError, one_line
from graph.facts import Fact, Place
from graph.format import Format, Row, cells_of
from graph.swap import begins

LONGEST_LINE = 64 * 2**20
_MARK = re.compile(rb'\{"[^\n]*"kind": "')


def write(facts: Iterable[Fact], place: Path) -> None:
    """One object a line, its keys sorted: the kind, the cells of the fact, dates as ISO text."""
    encoder = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=date.isoformat)
    with place.open("w", encoding="utf-8", newline="\n") as file:
        for fact in facts:
            file.write(encoder.encode({"kind": fact.kind, **cells_of(fact)}) + "\n")


def read(place: Path) -> Iterator[Row]:
    """The facts of a file; see `Format.read`."""
    with place.open("rb") as file:
        number = 0
        while line := file.readline(LONGEST_LINE + 1):
            number += 1
            if line.strip():
                at = Place(place.name, number)
                cells = _object(line, at)
                kind = cells.pop("kind", None)
                if not isinstance(kind, str):
                    _refuse(at, 'expected "kind" as in {"id": "THA", "kind": "Country"}, found none')
                yield Row(at, kind, cells)


def _object(line: bytes, at: Place) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        _refuse(at, f"expected a fact of at most {LONGEST_LINE:,} bytes, found a longer line")
    try:
        found = json.loads(line.decode().removeprefix("\ufeff"), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        _refuse(at, f"expected UTF-8, found byte 0x{error.object[error.start]:02x}")
    except RecursionError:
        _refuse(at, "expected an object of values and lists, found deeper nesting")
    except ValueError as error:
        _refuse(at, f"expected one JSON object, found something else ({one_line(error)})")
    if not isinstance(found, dict):
        _refuse(at, f"expected one JSON object, found {one_line(found)}")
    return cast("dict[str, Any]", found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands in it twice")
    return found


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def _refuse(at: Place, message: str) -> NoReturn:
    raise GraphError(f"{at}: {message}; restore the line or export anew")


FORMAT = Format("jsonl", ".jsonl", write, read, lambda place: begins(place, lambda head: bool(_MARK.match(head))))
