# ruff: noqa: N999  # the file is named after its command and is imported by name
"""bubble import."""

from __future__ import annotations

from pathlib import Path

import click

from bubble.commands.build import clear_progress, show_progress
from bubble.options import graph_option
from bubble.places import graph_file
from bubble.transfer import SAID, import_graph


@click.command("import")
@click.argument("place", type=click.Path(path_type=Path))
@graph_option
def command(place: Path, graph: str | None) -> None:
    """Put what bubble export wrote to PLACE in the place of the graph.

    All of it is checked first. What can't be taken is told with its place, and the graph then stays as it was.
    """
    try:
        moved = import_graph(graph, place, show_progress)
    finally:
        clear_progress()
    click.echo(f"Imported {moved.nodes:,} nodes and {moved.edges:,} edges from {place} into {graph or graph_file()}")
    click.echo(SAID[moved.as_built])
