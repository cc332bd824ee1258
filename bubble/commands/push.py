"""bubble push."""

from __future__ import annotations

import click

from bubble.commands.build import clear_progress, show_progress
from bubble.options import file_option
from bubble.places import graph_file
from bubble.transfer import SAID, copy_graph, needs_address


@click.command("push")
@click.argument("address")
@file_option
def command(address: str, graph: str | None) -> None:
    """Put a copy of your graph in the place of the one on the server at ADDRESS, as neo4j://host.

    Only what differs is written. Whoever asks meanwhile sees the graph before or the new one.
    """
    needs_address(address)
    try:
        moved = copy_graph(graph, address, show_progress)
    finally:
        clear_progress()
    click.echo(f"Copied {moved.nodes:,} nodes and {moved.edges:,} edges from {graph_file(graph)} to {address}")
    click.echo(SAID[moved.as_built])
