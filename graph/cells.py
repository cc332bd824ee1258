"""A property's values as cells of a file: which columns a kind has, what each may hold, and its text form."""

from __future__ import annotations

import json
import math
import re
import typing
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, NoReturn, cast

from graph.errors import one_line
from graph.kinds import Edge, EngineType, Node, Value

ENDS = ("id", "source_kind", "source", "target_kind", "target")
"""The columns an edge begins with; the names are fields of every edge, so no property can have one."""

SMALLEST, LARGEST = -(2**63), 2**63 - 1
"""The whole numbers that every engine and file can hold."""

# No text file holds halves of a character, and NUL ends a text for many a program.
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_WHOLE = re.compile(r"-?[0-9]{1,19}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS = {"true": True, "false": False}
_ENGINE_TYPES = {str: EngineType.STRING, int: EngineType.INTEGER, float: EngineType.FLOAT, bool: EngineType.BOOLEAN}


class Column(NamedTuple):
    """A column of a kind's file: its name, its type and, for a list, the type of the items."""

    name: str
    type: EngineType
    item: EngineType = EngineType.STRING


def columns(kind: type[Node] | type[Edge]) -> Mapping[str, Column]:
    """The columns of a kind by name: its ends for an edge, then its properties as an engine stores them."""
    if kind not in _COLUMNS:
        _COLUMNS[kind] = {column.name: column for column in _columns(kind)}
    return _COLUMNS[kind]


_COLUMNS: dict[type[Node] | type[Edge], Mapping[str, Column]] = {}


def _columns(kind: type[Node] | type[Edge]) -> list[Column]:
    named = [Column(name, EngineType.STRING) for name in ENDS] if issubclass(kind, Edge) else []
    for p in kind.properties():
        items = [_ENGINE_TYPES[t] for t in typing.get_args(p.python_type) if t in _ENGINE_TYPES]
        named += [Column(name, stored, *items[:1]) for name, stored in p.stored_as()]
    return named


def checked(column: Column, value: Any) -> Value:
    """The value as the column's type. Text is read as that type; anything else is refused with ValueError in words."""
    if column.type is EngineType.STRING and type(value) is str and not _NO_TEXT.search(value):
        return value  # most of them
    if column.type is EngineType.LIST:
        told: Any = _list(value) if isinstance(value, str) else value
        if not isinstance(told, list):
            _refuse("a list", value)
        item = Column(column.name, column.item)
        return [_one(item, each) for each in cast("list[object]", told)]  # of the one type that the column says
    one: Value = _one(column, value)
    return one


def as_text(value: Value) -> str:
    """A value as one text: ISO dates, true and false, lists as JSON arrays. `checked` reads it back."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def _one(column: Column, value: Any) -> Any:
    """A value that is no list."""
    if column.type is not EngineType.STRING and type(value) is str:
        return _READ[column.type](value)
    if column.type is EngineType.FLOAT and type(value) is int:
        return float(value) if abs(value) <= LARGEST else _refuse(_EXPECTED[column.type], value)
    if type(value) is not _TYPES[column.type]:
        _refuse(_EXPECTED[column.type], value)
    if isinstance(value, str) and (found := _NO_TEXT.search(value)):
        raise ValueError(f"expected text, found the character U+{ord(found.group()):04X} in it; remove it")
    if isinstance(value, float) and not math.isfinite(value):
        _refuse(_EXPECTED[column.type], value)
    if type(value) is int and not SMALLEST <= value <= LARGEST:
        _refuse(f"a whole number between {SMALLEST} and {LARGEST}", value)
    return value


def _refuse(expected: str, found: object) -> NoReturn:
    shown = one_line(found) if isinstance(found, (str, int, float, date)) else type(found).__name__
    raise ValueError(f"expected {expected}, found {shown!r}")


def _whole(text: str) -> int:
    value = int(text) if _WHOLE.fullmatch(text) else _refuse(_EXPECTED[EngineType.INTEGER], text)
    return value if SMALLEST <= value <= LARGEST else _refuse(_EXPECTED[EngineType.INTEGER], text)


def _number(text: str) -> float:
    value = float(text) if _NUMBER.fullmatch(text) else math.inf
    return value if math.isfinite(value) else _refuse(_EXPECTED[EngineType.FLOAT], text)


def _boolean(text: str) -> bool:
    # A spreadsheet writes TRUE.
    value = _WORDS.get(text.lower())
    return value if value is not None else _refuse(_EXPECTED[EngineType.BOOLEAN], text)


def _day(text: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    _refuse(_EXPECTED[EngineType.DATE], text)


def _list(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        _refuse('a list as ["a", "b"]', text)


_TYPES: dict[EngineType, type] = {
    EngineType.STRING: str,
    EngineType.INTEGER: int,
    EngineType.FLOAT: float,
    EngineType.BOOLEAN: bool,
    EngineType.DATE: date,
}
_EXPECTED = {
    EngineType.STRING: "text",
    EngineType.INTEGER: "a whole number",
    EngineType.FLOAT: "a number as 12.5",
    EngineType.BOOLEAN: "true or false",
    EngineType.DATE: "a date as 2007-04-03",
}
_READ: dict[EngineType, Callable[[str], Any]] = {
    EngineType.INTEGER: _whole,
    EngineType.FLOAT: _number,
    EngineType.BOOLEAN: _boolean,
    EngineType.DATE: _day,
}
