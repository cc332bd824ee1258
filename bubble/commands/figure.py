"""bubble figure."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bubble.options import graph_option, language_option, pairs, param_option
from bubble.places import open_store
from graph.errors import GraphError, one_line
from visuals.sheet import SIZES

FORMS = ("markdown", "quarto", "mkdocs", "iframe")


@click.command("figure")
@click.argument("name", required=False)
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A figure (.svg, .png, .pdf) or a text with its figure beside it (.md, .qmd, .html).",
)
@click.option("--for", "size", type=click.Choice(tuple(SIZES)), default="web", show_default=True, help="Its size.")
@click.option("--as", "form", type=click.Choice(FORMS), help="Print what to put into a document of that kind instead.")
@click.option("--caption", metavar="TEXT", default="", help="Your caption instead of the view's title.")
@click.option(
    "--quarto-extension", metavar="FOLDER", type=click.Path(path_type=Path), help="Write the Quarto extension."
)
@param_option
@language_option
@graph_option
def command(
    *,
    name: str | None,
    to: Path | None,
    size: str,
    form: str | None,
    caption: str,
    quarto_extension: Path | None,
    params: Sequence[str],
    lang: str,
    graph: str | None,
) -> None:
    """Make a figure of the view NAME for a document: with caption, text for who cannot see it, and numbered sources.

    With --as, print the lines that a document takes, the figure's file written beside it at --to.
    """
    if quarto_extension is not None:
        from bubble.filling.quarto import write_extension

        click.echo(f"Wrote {', '.join(write_extension(quarto_extension))} to {one_line(quarto_extension)}")
        return
    if name is None:
        raise click.UsageError("expected the name of a view, found none; bubble draw lists them")
    if to is None:
        raise click.UsageError("expected --to FILE, found none")
    from bubble.filling.figures import content_of, files_of, snippet
    from bubble.filling.fill import write_files

    if form == "iframe" and to.suffix.casefold() not in (".html", ".htm"):
        raise GraphError(f"--to: expected the page that the frame shows, a name in .html, found {one_line(to.name)}")
    with open_store(graph) as store:
        content, sources = content_of(store, name, pairs(params), language=lang, size=size, caption=caption)
    files = files_of(content, sources, to, page=form == "iframe", bare=form is not None)
    write_files(files)
    if form is not None:
        click.echo(snippet(content, sources, to, form))
    else:
        click.echo(f"Wrote {content.count} to {', '.join(one_line(path) for path in files)}")
