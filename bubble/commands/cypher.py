"""bubble cypher."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from bubble.notebook import ROW_LIMIT, Graph
from bubble.options import graph_option, pairs, param_option, write_text
from bubble.places import open_store
from bubble.present import FORMATS, as_csv, as_json, as_markdown, as_table
from graph.cypher.dialect import complaints
from graph.cypher.names import unknown_names
from graph.model import EDGES, NODES
from graph.store import TIME_LIMIT


@click.command("cypher")
@click.argument("text")
@param_option
@click.option(
    "--as", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
@click.option("--seconds", type=click.FloatRange(0.01, 3600), default=TIME_LIMIT, show_default=True, help="Time limit.")
@click.option("--rows", type=click.IntRange(1), default=ROW_LIMIT, show_default=True, help="Rows at most.")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@graph_option
def command(
    *, text: str, params: Sequence[str], form: str, seconds: float, rows: int, to: Path | None, graph: str | None
) -> None:
    """Answer the Cypher query TEXT. It can only read: whatever writes, or reads files, is refused."""
    given = {name: _typed(value) for name, value in pairs(params).items()}
    with open_store(graph) as store:
        answer = Graph(store).cypher(text, given, seconds=seconds, rows=rows)
    for complaint in complaints(text):
        click.echo(f"bubble: only some engines take this: {complaint}", err=True)
    unknown = unknown_names(text, NODES, EDGES, _properties())
    for warning in unknown or answer.warnings:
        click.echo(f"bubble: {warning}", err=True)
    if answer.cut:
        click.echo(f"bubble: cut after {rows} rows; see more with --rows", err=True)
    write = {"table": as_table, "csv": as_csv, "json": as_json, "md": as_markdown}[form]
    if to:
        write_text(to, write(answer))
    else:
        click.echo(write(answer), nl=False)


def _typed(value: str) -> Any:
    """A parameter as number, list, true, false or null where it is written as one, else as text."""
    try:
        return json.loads(value)
    except ValueError:
        return value


def _properties() -> dict[str, set[str]]:
    """The property names of every kind."""
    return {name: {"id", *kind.stored()} for name, kind in {**NODES, **EDGES}.items()}
