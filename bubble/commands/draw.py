"""bubble draw."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bubble.drawing import picture_of, write_picture
from bubble.options import graph_option, language_option, pairs, param_option
from bubble.places import open_store
from visuals.sheet import SIZES
from visuals.view import named, views


@click.command("draw")
@click.argument("name", required=False)
@click.option(
    "--to", type=click.Path(path_type=Path), metavar="FILE", help="A page (.html) or a figure (.svg, .png, .pdf)."
)
@click.option(
    "--for", "size", type=click.Choice(tuple(SIZES)), default="a4", show_default=True, help="Size of a figure."
)
@param_option
@language_option
@graph_option
def command(
    name: str | None, *, to: Path | None, size: str, params: Sequence[str], lang: str, graph: str | None
) -> None:
    """Draw the view NAME to a FILE, or list the views."""
    if name is None:
        for each in views().values():
            click.echo(f"{each.name:28} {each.title.of(lang)}")
        return
    if to is None:
        raise click.UsageError("expected --to FILE.html or --to FILE.svg, found none")
    view = named(name)
    with open_store(graph) as store:
        picture = picture_of(store, view, pairs(params))
    write_picture(picture, to, lang, size)
    click.echo(f"Drew {picture.told()} to {to}")
