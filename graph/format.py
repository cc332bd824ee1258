"""What a format is that a whole graph is written in and read back from, and how the formats are found."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from graph.cells import ENDS, checked, columns
from graph.errors import GraphError, nearest, one_line
from graph.facts import Fact, Facts, Origin, Place, Severity
from graph.kinds import Edge, Node, Ref, Value
from graph.model import EDGES, NODES
from graph.reading import read_edges, read_nodes
from graph.store import Store

FOLDER = Path(__file__).parent / "formats"
MOST_PROBLEMS = 1000
"""Facts that can't be taken, after which reading stops."""
_ORDER = {kind: number for number, kind in enumerate((*NODES, *EDGES))}


class Row(NamedTuple):
    """One fact as a file holds it: where, of which kind, and its cells, an edge's ends among them (see `ENDS`)."""

    place: Place
    kind: str
    cells: Mapping[str, Any]


@dataclass(frozen=True)
class Format:
    """A form of the whole graph outside any engine.

    ending: of its file or, for a folder, of the files in it. write: gets facts in order (see `in_order`) and a path at
    which nothing is. read: gives every fact as it stands there, and raises GraphError where the file is not of this
    form; None for a form that only another program reads. is_ours: whether something at a path was written by `write`.
    """

    name: str
    ending: str
    write: Callable[[Iterable[Fact], Path], None]
    read: Callable[[Path], Iterator[Row]] | None
    is_ours: Callable[[Path], bool]
    is_folder: bool = False


def formats() -> dict[str, Format]:
    """Every format by name: one file each in the folder `formats`."""
    found: dict[str, Format] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules([str(FOLDER)])):
        each: Format = importlib.import_module(f"graph.formats.{module}").FORMAT
        found[each.name] = each
    return dict(sorted(found.items()))


def format_for(place: Path, name: str | None = None) -> Format:
    """The format of that name; without one the format that the place's ending tells. Raises GraphError."""
    known = formats()
    if name is not None:
        if name not in known:
            raise GraphError(f"expected a format of {', '.join(known)}, found {one_line(name)}{nearest(name, known)}")
        chosen = known[name]
        if not chosen.is_folder and place.suffix.lower() != chosen.ending:
            raise GraphError(f"{one_line(place)}: expected a name that ends in {chosen.ending} for {name}")
        return chosen
    for each in known.values():
        if not each.is_folder and place.suffix.lower() == each.ending:
            return each
    endings = ", ".join(each.ending for each in known.values() if not each.is_folder)
    folders = " or ".join(f"--as {each.name}" for each in known.values() if each.is_folder and each.read)
    raise GraphError(f"{one_line(place)}: expected a file's ending of {endings}; for a folder say {folders}")


def format_at(place: Path) -> Format:
    """The format in which something at a place was written. Raises GraphError where nothing of the kind is."""
    if not place.exists():
        raise GraphError(f"{one_line(place)}: no such file or folder; an export is made with: bubble export")
    if not place.is_dir():
        return format_for(place)
    for each in formats().values():
        if each.is_folder and each.read and any((place / "nodes").glob(f"*{each.ending}")):
            return each
    raise GraphError(
        f"{one_line(place)}: expected a folder with files as nodes/Agency.parquet or nodes/Agency.csv, found none; "
        "make one with: bubble export --as parquet"
    )


def in_order(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Facts in the one order in which they are written: nodes, then edges, kind by kind, and by id."""
    return iter(sorted(facts, key=lambda fact: (_ORDER[fact.kind], fact.place if isinstance(fact, Edge) else fact.id)))


def facts_of(store: Store) -> Iterator[Fact]:
    """The whole graph of a store in order; no more than one kind of it is held at a time."""
    for node in NODES.values():
        yield from in_order(read_nodes(store, [node]))
    for edge in EDGES.values():
        yield from in_order(read_edges(store, [edge]))


def cells_of(fact: Fact) -> dict[str, Value]:
    """A fact's cells by column, an edge's ends first; what is unknown is left out. Raises GraphError."""
    cells: dict[str, Value] = {}
    if isinstance(fact, Edge):
        ends = (fact.id, fact.source.kind, fact.source.id, fact.target.kind, fact.target.id)
        cells.update(zip(ENDS, ends, strict=True))
    cells.update(fact.encode())
    known = columns(type(fact))
    for name, value in cells.items():
        try:
            cells[name] = checked(known[name], value)
        except ValueError as error:
            raise GraphError(f"{fact.kind} {one_line(fact.id)}: {name}: {error}") from None
    return cells


def fact_of(row: Row) -> Fact:
    """The fact a row tells. Raises ValueError, in words, for one that the model doesn't have."""
    node, edge = NODES.get(row.kind), EDGES.get(row.kind)
    kind = node or edge
    if kind is None:
        raise ValueError(f"no kind is called {one_line(row.kind)}{nearest(row.kind, _ORDER)}")
    known = columns(kind)
    held: dict[str, Any] = {}
    for name, value in row.cells.items():
        if value is None or (isinstance(value, (str, list)) and not value):
            continue
        if name not in known:
            raise ValueError(f"{one_line(name)}: {row.kind} has no such property{nearest(name, known)}")
        try:
            held[name] = checked(known[name], value)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from None
    if edge is None:
        return kind.decode(held)
    ends = {end: _end(held, end) for end in ("source", "target")}
    told = held.pop("id", None)
    fact = edge.decode(held, **ends)
    if told not in (None, fact.id):
        raise ValueError(
            f"id: expected {one_line(fact.id)} by its ends and keys, found {one_line(told)}; leave it empty"
        )
    return fact


def _end(held: dict[str, Any], end: str) -> Ref[Any]:
    kind, id = held.pop(f"{end}_kind", None), held.pop(end, None)
    if kind is None or id is None:
        raise ValueError(f"{end if id is None else f'{end}_kind'}: expected a value, found none")
    if kind not in NODES:
        raise ValueError(f"{end}_kind: no kind of node is called {one_line(kind)}{nearest(kind, NODES)}")
    return Ref(kind, id)


def gathered(rows: Iterable[Row]) -> Facts:
    """The facts that rows tell; each row that tells none, tells one twice or dangles is an error of `problems`."""
    facts = Facts()
    for row in rows:
        try:
            fact = fact_of(row)
        except ValueError as error:
            facts.problem(row.place, str(error), Severity.ERROR)
        else:
            known = fact.ref if isinstance(fact, Node) else (fact.kind, fact.place)
            if known in facts.origins:
                first = facts.origins[known].place
                facts.problem(
                    row.place,
                    f"{fact.kind} {one_line(fact.id)} is told twice, first at {first}; keep one",
                    Severity.ERROR,
                )
            else:
                facts.add(fact, Origin(row.place))
        if len(facts.problems) >= MOST_PROBLEMS:
            return facts
    facts.problems += facts.dangling()
    return facts
