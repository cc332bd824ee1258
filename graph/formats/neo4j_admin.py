"""What Neo4j's own importer takes: a folder of headers and data, and the script that hands them to it.

It fills an empty database as fast as the disk can, with the database stopped: for graphs of millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from itertools import groupby
from pathlib import Path
from types import NoneType
from typing import Any, cast

from graph.cells import ENDS, Column, as_text, checked, columns
from graph.cypher.schema import declarations
from graph.cypher.statements import edge_row, node_row
from graph.errors import GraphError, one_line
from graph.facts import Fact
from graph.format import Format, cells_of
from graph.kinds import Edge, EngineType, Value

SCRIPT, SCHEMA, DATA = "import.sh", "schema.cypher", "data"
APART = "\x1f"
"""What parts the items of a list: the character made for it. An item that holds it is refused."""
ROWS = 2_000
"""Facts of a file that are in memory at a time; ten times as many took longer."""

_IDS = ("id", "source", "target")
_TEXT = frozenset((str, NoneType))
_TYPES = {
    EngineType.STRING: "string",
    EngineType.INTEGER: "long",
    EngineType.FLOAT: "double",
    EngineType.BOOLEAN: "boolean",
    EngineType.DATE: "date",
}
_OURS = re.compile(r"[A-Za-z_]+(\.[A-Za-z]+){0,2}(\.header)?\.csv")
_COMMAND = """\
#!/bin/sh
# Hands this folder to Neo4j's importer, which makes the database anew: its server must be stopped.
# sh import.sh [DATABASE]     $NEO4J_ADMIN names the importer's command where it is not on the path.
cd "$(dirname "$0")" || exit 1
exec "${NEO4J_ADMIN:-neo4j-admin}" database import full \\
"""
_OPTIONS = (
    "--overwrite-destination=true",
    "--id-type=string",
    "--multiline-fields=true",
    "--array-delimiter=U+001F",
    "--bad-tolerance=0",
)


def write(facts: Iterable[Fact], place: Path) -> None:
    """Files for each kind of node, and for each kind of edge between two kinds, since ids are told apart by kind."""
    data = place / DATA
    data.mkdir(parents=True)
    options: list[str] = []
    for kind, each in groupby(facts, key=type):
        options += _write_kind(kind, each, data)
    lines = [*_OPTIONS, *options]
    (place / SCRIPT).write_text(_COMMAND + " \\\n".join(f"  {line}" for line in lines) + "\n", "utf-8", newline="\n")
    schema = "// What makes ids unique and edges and names quick to find: run it once the server is up.\n"
    (place / SCHEMA).write_text(
        schema + "".join(f"{statement};\n" for statement in declarations()), "utf-8", newline="\n"
    )


def _write_kind(kind: type[Fact], facts: Iterable[Fact], data: Path) -> list[str]:
    """Write the facts of one kind; returns the importer's options that name the files."""
    named: dict[str, tuple[_File, list[Fact]]] = {}
    with ExitStack() as open_files:
        for fact in facts:
            name = f"{kind.kind}.{fact.source.kind}.{fact.target.kind}" if isinstance(fact, Edge) else kind.kind
            if name not in named:
                named[name] = open_files.enter_context(_File(data, name, fact)), []
            file, waiting = named[name]
            waiting.append(fact)
            if len(waiting) == ROWS:
                file.write(waiting)
                waiting.clear()
        for file, waiting in named.values():
            if waiting:
                file.write(waiting)
    option = "relationships" if issubclass(kind, Edge) else "nodes"
    return [f"--{option}={kind.kind}={DATA}/{name}.header.csv,{DATA}/{name}.csv" for name in sorted(named)]


class _File(AbstractContextManager["_File"]):
    """The two files of a kind, or of a kind between two kinds, open for facts like the first.

    Facts go in column by column, since a graph that needs the importer has millions of them.
    """

    def __init__(self, data: Path, name: str, first: Fact) -> None:
        import pyarrow as pa
        from pyarrow import csv

        stored = [column for column in columns(type(first)).values() if column.name not in ENDS]
        header = [*_header(first), *(f"{column.name}:{_type(column)}" for column in stored)]
        (data / f"{name}.header.csv").write_text(",".join(header) + "\n", "utf-8", newline="\n")
        self._stored = stored
        self._schema = pa.schema([(title, pa.string()) for title in header])
        # An empty cell without quotes is no property, one with them an empty text.
        options = csv.WriteOptions(include_header=False, quoting_style="all_valid")
        self._writer = csv.CSVWriter(str(data / f"{name}.csv"), self._schema, write_options=options)

    def write(self, facts: Sequence[Fact]) -> None:
        """Add lines. Raises GraphError for the first fact that the importer can't take."""
        import pyarrow as pa

        rows = [edge_row(fact) if isinstance(fact, Edge) else node_row(fact) for fact in facts]
        try:
            texts: list[list[str | None]] = [[row[end] for row in rows] for end in _IDS if end in rows[0]]
            texts += [_texts(column, [row["props"].get(column.name) for row in rows]) for column in self._stored]
            if any("\0" in "".join(filter(None, each)) for each in texts):
                raise ValueError("NUL, which ends a text for many a program")
            arrays: Any = [pa.array(each, pa.string()) for each in texts]
            batch: Any = pa.RecordBatch.from_arrays(arrays, schema=self._schema)  # pyright: ignore[reportUnknownMemberType]
        except ValueError:
            for fact in facts:
                _refuse(fact)
            raise
        self._writer.write_batch(batch)  # pyright: ignore[reportUnknownMemberType]

    def __exit__(self, *_: object) -> None:
        self._writer.close()


def _header(fact: Fact) -> Iterator[str]:
    if isinstance(fact, Edge):
        yield from ("id:string", f":START_ID({fact.source.kind})", f":END_ID({fact.target.kind})")
    else:
        yield f"id:ID({fact.kind})"


def _type(column: Column) -> str:
    return f"{_TYPES[column.item]}[]" if column.type is EngineType.LIST else _TYPES[column.type]


def _texts(column: Column, values: list[Value | None]) -> list[str | None]:
    """The texts of a column's values; None for no property. Raises ValueError for what the importer can't take."""
    if column.type is EngineType.STRING and _TEXT.issuperset(map(type, values)):
        return cast("list[str | None]", values)
    if column.type is EngineType.LIST:
        return [None if value is None else _list(column, value) for value in values]
    return [None if value is None else as_text(checked(column, value)) for value in values]


def _list(column: Column, value: Value) -> str:
    items = cast("list[str]", value)
    if column.item is not EngineType.STRING or not {str}.issuperset(map(type, items)):
        items = [as_text(item) for item in cast("list[Value]", checked(column, value))]
    if items == [""]:
        raise ValueError("Neo4j's importer can't hold a list of one empty text")
    joined = APART.join(items)
    if joined.count(APART) >= len(items) > 0:
        raise ValueError("holds the character U+001F, by which Neo4j's importer parts lists")
    return joined


def _refuse(fact: Fact) -> None:
    """Raise GraphError with the reason if the importer can't take the fact."""
    for name, value in cells_of(fact).items():
        try:
            _texts(columns(type(fact))[name], [value])
        except ValueError as error:
            raise GraphError(
                f"{fact.kind} {one_line(fact.id)}: {name}: {error}; "
                "import jsonl or parquet on the server: bubble import PLACE --graph neo4j://host"
            ) from None


def _is_ours(place: Path) -> bool:
    """Whether a folder holds what `write` writes and nothing else."""
    if not (place / SCRIPT).is_file() or {path.name for path in place.iterdir()} - {SCRIPT, SCHEMA, DATA}:
        return False
    return all(_OURS.fullmatch(path.name) and path.is_file() for path in (place / DATA).iterdir())


FORMAT = Format("neo4j-admin", ".csv", write, None, _is_ours, is_folder=True)
