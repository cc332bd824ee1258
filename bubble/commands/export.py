"""bubble export."""

from __future__ import annotations

from pathlib import Path

import click

from bubble.commands.build import clear_progress, show_progress
from bubble.options import graph_option
from bubble.transfer import export_graph
from graph.format import format_for, formats

_FORMS = [name for name, each in formats().items() if each.read]
_PROGRAMS = [name for name, each in formats().items() if not each.read]


@click.command("export")
@click.argument("place", type=click.Path(path_type=Path))
@click.option("--as", "form", type=click.Choice(_FORMS), help="The form; without it the ending of PLACE tells.")
@click.option("--for", "program", type=click.Choice(_PROGRAMS), help="A program that reads the files instead of us.")
@graph_option
def command(place: Path, form: str | None, program: str | None, graph: str | None) -> None:
    """Write the whole graph to PLACE: a .jsonl, .graphml, .gexf or .cypher file, or a folder of Parquet or CSV files.

    bubble import reads it back the same. A former export of the same form is replaced at the very end; anything else at
    PLACE is left as it is.
    """
    if form and program:
        raise click.UsageError("expected --as or --for, found both")
    chosen = format_for(place, form or program)
    try:
        moved = export_graph(graph, place, chosen, show_progress)
    finally:
        clear_progress()
    click.echo(f"Wrote {moved.nodes:,} nodes and {moved.edges:,} edges to {place} as {chosen.name}")
    if program:
        click.echo(f"Import them with the database stopped: sh {place / 'import.sh'}")
