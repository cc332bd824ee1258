"""bubble fill."""

from __future__ import annotations

from pathlib import Path

import click

from bubble.options import graph_option
from bubble.places import open_store
from graph.errors import one_line


@click.command("fill")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--to", type=click.Path(path_type=Path), metavar="OUT", help="Write there and leave FILE as it is.")
@click.option("--check", is_flag=True, help="Only tell what would change; exit code 1 where something would.")
@graph_option
def command(*, file: Path, to: Path | None, check: bool, graph: str | None) -> None:
    """Fill the placeholders of FILE (.docx, .pptx, .md or .qmd), or update what was filled before.

    A placeholder is written as {{bubble: headline sector=food lang=th}}. Run again, every figure is updated where the
    graph has changed, and nothing else of the file is touched.
    """
    from bubble.filling.fill import fill, write
    from bubble.filling.made import Maker

    with open_store(graph) as store:
        outcome = fill(file, Maker(store), to)
    changed = 0
    for change in outcome.changes:
        changed += change.is_changed
        click.echo(change.told(outcome.day))
    total = len(outcome.changes)
    if check:
        click.echo(f"{changed} of {total} would change" if changed else f"{one_line(file)} is up to date")
        if outcome.files and (changed or to is None):
            raise click.exceptions.Exit(1)
        return
    write(outcome)
    if outcome.files:
        click.echo(f"{changed} of {total} changed; wrote {one_line(to or file)}")
    else:
        click.echo(f"{one_line(file)} is up to date")
