"""Files named after a kind of the model, for facts of a user's own: columns and checks come from the model."""

from __future__ import annotations

from typing import Any

from graph.dates import PartialDate
from graph.errors import one_line
from graph.kinds import Edge, Kind, Node, Property, Ref
from graph.model import EDGES, NODES, Build
from loaders.row import CellError, Row

_STAMPED = ("evidence", "countries", "confidence")


def columns_of(kind: type[Node] | type[Edge]) -> dict[str, tuple[str, str]]:
    """The columns of a kind's file, with their English and Thai labels; an edge begins with its two ends."""
    ends: dict[str, tuple[str, str]] = {}
    if issubclass(kind, Edge):
        ends = {end: (f"{end}, as Kind:id", f"{end} ในรูป Kind:id") for end in ("source", "target")}
    return ends | {p.name: (p.en, p.th) for p in kind.properties() if p.name not in _STAMPED}


def fact_of(kind: type[Node] | type[Edge], row: Row) -> Node | Edge:
    """The node or edge a row of a kind's file gives."""
    values: dict[str, Any] = {}
    for p in kind.properties():
        if p.name not in _STAMPED and row.optional(p.name):
            values[p.name] = _value(p, row)
        elif p.required and p.name not in _STAMPED:
            row.text(p.name)
    if issubclass(kind, Edge):
        return kind(source=_end(row, "source"), target=_end(row, "target"), **values)
    return kind(**values)


def kind_named(row: Row) -> type[Node] | type[Edge]:
    """The kind whose file the row stands in."""
    name = row.file.rsplit("/", 1)[-1].removesuffix(".csv")
    kind: type[Kind] | None = NODES.get(name) or EDGES.get(name)
    if kind is None or kind is Build or getattr(kind, "derived", False):
        raise CellError("file name", f"expected the name of a kind as Agency.csv or JOINS.csv, found {one_line(name)}")
    return kind  # type: ignore[return-value]  # both dictionaries hold one or the other


def _end(row: Row, column: str) -> Ref[Any]:
    kind, colon, id = row.text(column).partition(":")
    if not colon or kind not in NODES:
        raise CellError(column, f"expected Kind:id as Country:THA, found {one_line(row.text(column))!r}")
    return Ref(kind, id)


def _value(p: Property, row: Row) -> Any:
    if p.words:
        return row.word(p.name, p.words)
    if p.python_type is PartialDate:
        return row.date(p.name)
    if p.python_type is float:
        return row.number(p.name)
    if p.python_type is int:
        return row.integer(p.name)
    if p.python_type is bool:
        return row.boolean(p.name)
    return row.parts(p.name) if p.engine_type.value == "list" else row.text(p.name)
