"""bubble verify."""

from __future__ import annotations

from pathlib import Path

import click

from bubble.options import graph_option


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@graph_option
@click.pass_context
def command(context: click.Context, /, *, file: Path, graph: str | None) -> None:
    """Make a card, report or figure again from the graph and compare it with FILE, byte by byte.

    Exit code 0 where they are the same, else 1 with the cause and the lines that differ.
    """
    from bubble.documents.verifying import verified
    from bubble.places import open_store

    with open_store(graph) as store:
        verdict = verified(store, file)
    click.echo(verdict.told, err=not verdict.same)
    for line in verdict.lines:
        click.echo(line)
    if not verdict.same:
        context.exit(1)
