"""bubble pull."""

from __future__ import annotations

import click

from bubble.commands.build import clear_progress, show_progress
from bubble.options import file_option
from bubble.places import graph_file
from bubble.transfer import SAID, copy_graph, needs_address


@click.command("pull")
@click.argument("address")
@file_option
def command(address: str, graph: str | None) -> None:
    """Put a copy of the graph on the server at ADDRESS, as neo4j://host, in the place of yours.

    What only the server knows, such as a property that somebody added there, is told and nothing is copied.
    """
    needs_address(address)
    try:
        moved = copy_graph(address, graph, show_progress)
    finally:
        clear_progress()
    click.echo(f"Copied {moved.nodes:,} nodes and {moved.edges:,} edges from {address} to {graph_file(graph)}")
    click.echo(SAID[moved.as_built])
