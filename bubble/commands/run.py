"""bubble run: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from bubble.commands.ask import answer_text, answered
from bubble.commands.build import clear_progress, show_progress, summary
from bubble.drawing import picture_of, write_picture
from bubble.making import make_graph
from bubble.options import graph_option, language_option
from bubble.places import graph_file, open_store
from queries import question
from visuals.view import named

HEADLINE = "links-serving-sector"


@click.command("run")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    metavar="DIR",
    help="Folder for the page and the figure.",
)
@language_option
@graph_option
def command(folder: Path, lang: str, graph: str | None) -> None:
    """Build the graph, answer the headline question, and write its page and its figure."""
    try:
        made = make_graph(graph, [], [], keep_going=False, tell=show_progress)
    finally:
        clear_progress()
    click.echo(summary(made, graph or graph_file()) + "\n")
    with open_store(graph) as store:
        asked = question(HEADLINE)
        answer = answered(store, asked, {})
        click.echo(answer_text(store, asked, answer, {}, form="table", language=lang, everything=False))
        picture = picture_of(store, named(HEADLINE), {})
    page, figure = (folder / f"{HEADLINE}.{ending}" for ending in ("html", "svg"))
    write_picture(picture, page, lang)
    write_picture(picture, figure, lang)
    click.echo(f"Page    {page.resolve()}\nFigure  {figure.resolve()}")
