"""Cypher text: one file that cypher-shell runs on an empty Neo4j 5, and that nobody here ever runs.

Reading takes exactly the statements that writing makes: the values in them are read piece by piece, and whatever else
stands in the file is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from graph.cypher.literals import literal, maps
from graph.cypher.schema import declarations
from graph.cypher.statements import write_edge, write_node, written
from graph.cypher.tokens import LONGEST_QUERY
from graph.errors import GraphError, one_line
from graph.facts import Fact, Place
from graph.format import Format, Row, cells_of
from graph.model import EDGES, NODES
from graph.swap import begins

MARK = "// A graph of Bubble. Run it on an empty Neo4j 5: cypher-shell --file graph.cypher\n"
LONGEST_STATEMENT = 64 * 2**20
_ROWS = "UNWIND $rows AS row "
_OPEN, _CLOSE, _END = "UNWIND [\n", "\n] AS row ", ";\n"
# An edge's statement tells the kinds of its ends and its own; what it must be in full is then made from them.
_KINDS = re.compile(r"MATCH \(a:(\w+) .* MATCH \(b:(\w+) .* MERGE \(a\)-\[r:(\w+) ")
# The schema tells no fact and is not run, so that of another version may stand there too.
_SCHEMA = re.compile(r"CREATE (CONSTRAINT|INDEX|FULLTEXT INDEX) \w+ IF NOT EXISTS FOR [^;\n]+;\n")
_NODE = re.compile(r"MERGE \(n:(\w+) ")


def write(facts: Iterable[Fact], place: Path) -> None:
    """The schema, then the facts in statements of as many rows as a query may have characters, a row a line."""
    with place.open("w", encoding="utf-8", newline="\n") as file:
        file.write(MARK)
        file.writelines(f"{statement}{_END}" for statement in declarations())
        for statement, rows in _statements(facts):
            file.write(_OPEN + ",\n".join(rows) + _CLOSE + statement + _END)


def _statements(facts: Iterable[Fact]) -> Iterator[tuple[str, list[str]]]:
    rows: list[str] = []
    ending, size = "", 0
    for fact in facts:
        statement, row = _row(fact)
        if rows and (statement != ending or size + len(row) + 2 > LONGEST_QUERY):
            yield ending, rows
            rows = []
        if not rows:
            ending, size = statement, len(_OPEN + _CLOSE + statement + _END)
        rows.append(row)
        size += len(row) + 2
    if rows:
        yield ending, rows


def _row(fact: Fact) -> tuple[str, str]:
    """The end of the statement that writes a fact, and its row. Raises GraphError for a character it can't hold."""
    cells_of(fact)  # refuses what no format can hold
    statement, row = written(fact)
    try:
        return statement.removeprefix(_ROWS), literal(row)
    except ValueError as error:
        held = row["props"]
        name = next((name for name, value in held.items() if not _is_writable(value)), "id")
        what = f"{fact.kind} {one_line(fact.id)}: {name}"
        raise GraphError(f"{what}: {error}; export as jsonl or parquet") from None


def _is_writable(value: Any) -> bool:
    try:
        return bool(literal(value))
    except ValueError:
        return False


def read(place: Path) -> Iterator[Row]:
    """The facts of a file; see `Format.read`."""
    with place.open(encoding="utf-8", newline="\n") as file:
        statement, first = "", 1
        for number, line in enumerate(_lines(file, place), 1):
            statement += line
            if len(statement) > LONGEST_STATEMENT:
                _refuse(Place(place.name, first), "expected the end of the statement that begins here, found none")
            if number == 1 and line == MARK:
                statement = ""
            elif line.endswith(_END):
                if not _SCHEMA.fullmatch(statement):
                    yield from _rows(statement, place.name, first)
                statement = ""
            if not statement:
                first = number + 1
        if statement.strip():
            _refuse(Place(place.name, first), "expected the end of the statement that begins here, found none")


def _lines(file: Iterable[str], place: Path) -> Iterator[str]:
    try:
        yield from file
    except UnicodeDecodeError as error:
        raise GraphError(f"{place.name}: expected UTF-8, found byte 0x{error.object[error.start]:02x}") from None


def _rows(statement: str, name: str, first: int) -> Iterator[Row]:
    """The facts of one statement that begins in that line."""
    middle, close, ending = statement.removesuffix(_END).rpartition(_CLOSE)
    if not statement.startswith(_OPEN) or not close:
        _refuse(Place(name, first), f"found {one_line(statement.strip(), 60)!r}")
    kind, ends = _written_by(ending)
    if not kind:
        _refuse(Place(name, first + statement.count("\n") - 1), f"found {one_line(ending, 60)!r}")
    try:
        found = maps(f"[\n{middle.removeprefix(_OPEN)}\n]", LONGEST_STATEMENT)
    except (GraphError, ValueError) as error:
        _refuse(Place(name, first), f"found in the statement that begins here: {error}")
    wanted = {"id", "source", "target"} if ends else {"id"}
    for line, row in found:
        at = Place(name, first + line - 1)
        props: Any = row.pop("props", None)
        if not isinstance(props, dict) or row.keys() != wanted:
            _refuse(at, f"expected a row of {', '.join(sorted(wanted))} and props, found another")
        held: dict[str, Any] = {**row, **props}
        if any(held[key] != value for key, value in row.items()) or not ends.keys().isdisjoint(held):
            _refuse(at, "found a row whose props say otherwise than itself")
        yield Row(at, kind, held | ends)


def _written_by(ending: str) -> tuple[str, dict[str, str]]:
    """The kind whose statement ends so and the kinds of an edge's ends; an empty name where none does."""
    node, edge = _NODE.match(ending), _KINDS.match(ending)
    if node and node[1] in NODES and f"{_ROWS}{ending}" == write_node(NODES[node[1]]):
        return node[1], {}
    if edge and edge[3] in EDGES and f"{_ROWS}{ending}" == write_edge(EDGES[edge[3]], edge[1], edge[2]):
        return edge[3], {"source_kind": edge[1], "target_kind": edge[2]}
    return "", {}


def _refuse(at: Place, what: str) -> NoReturn:
    raise GraphError(f"{at}: {what}; only what bubble export wrote is read, nothing is run: export anew")


FORMAT = Format(
    "cypher", ".cypher", write, read, lambda place: begins(place, lambda head: head.startswith(MARK.encode()))
)
