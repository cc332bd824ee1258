"""What Neo4j's own importer takes: a folder of headers and data, and the script that hands them to it.

It fills an empty database as fast as the disk can, with the database stopped: for graphs of millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import TextIO

from graph.cells import ENDS, Column, as_text, columns
from graph.cypher.schema import declarations
from graph.cypher.statements import written
from graph.errors import GraphError, one_line
from graph.facts import Fact
from graph.format import Format, cells_of
from graph.kinds import Edge, EngineType, Value

SCRIPT, SCHEMA, DATA = "import.sh", "schema.cypher", "data"
APART = "\x1f"
"""What parts the items of a list: the character made for it. An item that holds it is refused."""

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
    named: dict[str, TextIO] = {}
    stored = [column for column in columns(kind).values() if column.name not in ENDS]
    with ExitStack() as open_files:
        for fact in facts:
            ends = f".{fact.source.kind}.{fact.target.kind}" if isinstance(fact, Edge) else ""
            name = f"{kind.kind}{ends}"
            if name not in named:
                header = [*_header(fact), *(f"{column.name}:{_type(column)}" for column in stored)]
                (data / f"{name}.header.csv").write_text(",".join(header) + "\n", "utf-8", newline="\n")
                path = data / f"{name}.csv"
                named[name] = open_files.enter_context(path.open("w", encoding="utf-8", newline="\n"))
            named[name].write(",".join(_line(fact, stored)) + "\n")
    option = "relationships" if issubclass(kind, Edge) else "nodes"
    return [f"--{option}={kind.kind}={DATA}/{name}.header.csv,{DATA}/{name}.csv" for name in sorted(named)]


def _header(fact: Fact) -> Iterator[str]:
    if isinstance(fact, Edge):
        yield from ("id:string", f":START_ID({fact.source.kind})", f":END_ID({fact.target.kind})")
    else:
        yield f"id:ID({fact.kind})"


def _type(column: Column) -> str:
    return f"{_TYPES[column.item]}[]" if column.type is EngineType.LIST else _TYPES[column.type]


def _line(fact: Fact, stored: Iterable[Column]) -> Iterator[str]:
    cells_of(fact)  # refuses what no format can hold
    _, row = written(fact)
    yield from (_quoted(row[name]) for name in ("id", "source", "target") if name in row)
    for column in stored:
        value: Value | None = row["props"].get(column.name)
        if value is None:
            yield ""  # without quotes: no property rather than an empty text
        elif isinstance(value, list):
            yield _quoted(_list(fact, column, [as_text(item) for item in value]))
        else:
            yield _quoted(as_text(value))


def _list(fact: Fact, column: Column, items: list[str]) -> str:
    what = f"{fact.kind} {one_line(fact.id)}: {column.name}"
    way_out = "import jsonl or parquet on the server: bubble import PLACE --graph neo4j://host"
    if any(APART in item for item in items):
        raise GraphError(f"{what}: holds the character U+001F, by which Neo4j's importer parts lists; {way_out}")
    if items == [""]:
        raise GraphError(f"{what}: Neo4j's importer can't hold a list of one empty text; {way_out}")
    return APART.join(items)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _is_ours(place: Path) -> bool:
    """Whether a folder holds what `write` writes and nothing else."""
    if not (place / SCRIPT).is_file() or {path.name for path in place.iterdir()} - {SCRIPT, SCHEMA, DATA}:
        return False
    return all(_OURS.fullmatch(path.name) and path.is_file() for path in (place / DATA).iterdir())


FORMAT = Format("neo4j-admin", ".csv", write, None, _is_ours, is_folder=True)
