"""bubble draw."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from bubble.drawing import UNTITLED, params_of, picture_of, write_picture
from bubble.options import graph_option, language_option, pairs, param_option
from bubble.places import open_store
from bubble.present import as_table
from bubble.querying import ROW_LIMIT, query, typed
from graph.errors import GraphError
from graph.store import TIME_LIMIT, Answer, Store
from visuals.canvas import Canvas, endings
from visuals.picture import Picture, Text
from visuals.sheet import SIZES
from visuals.view import View, named, views


def _help(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """The help of the command, or what the view that is named before --help takes."""
    if not asked or context.resilient_parsing:
        return
    name = context.params.get("name")
    told = _about(named(name), str(context.params.get("lang") or "en")) if name else context.get_help()
    click.echo(told)
    context.exit()


@click.command("draw", add_help_option=False)
@click.argument("name", required=False, is_eager=True)
@click.option(
    "--to", type=click.Path(path_type=Path), metavar="FILE", help="A page (.html) or a figure (.svg, .png, .pdf)."
)
@click.option(
    "--for", "size", type=click.Choice(tuple(SIZES)), default="a4", show_default=True, help="Size of a figure."
)
@click.option("--cypher", "text", metavar="TEXT", help="Draw what a reading Cypher query returns.")
@click.option("--question", "asked", metavar="QUESTION", help="Draw the answer to any question that holds links.")
@click.option("--title", metavar="TITLE", help="The title of a drawn answer.")
@click.option("--seconds", type=click.FloatRange(0.01, 3600), default=TIME_LIMIT, show_default=True, help="Time limit.")
@param_option
@language_option
@graph_option
@click.option("--help", is_flag=True, expose_value=False, callback=_help, help="Show this message, or what NAME takes.")
def command(
    *,
    name: str | None,
    to: Path | None,
    size: str,
    text: str | None,
    asked: str | None,
    title: str | None,
    seconds: float,
    params: Sequence[str],
    lang: str,
    graph: str | None,
) -> None:
    """Draw the view NAME to a FILE, or an answer, or list the views.

    bubble draw NAME --help tells what a view takes. Whatever is drawn has a link for each in the answer.
    """
    wanted = [each for each in (name, text, asked) if each is not None]
    if not wanted:
        click.echo(_list(lang), nl=False)
        return
    if len(wanted) > 1:
        raise click.UsageError("expected the name of a view, --cypher or --question, found more than one of them")
    if title is not None and name is not None:
        raise click.UsageError("--title goes with --cypher or --question; a view has its own")
    view = named(name) if name is not None else None
    if to is None:
        raise click.UsageError("expected --to FILE.html or --to FILE.svg, found none")
    given = pairs(params)
    with open_store(graph) as store:
        if view is not None:
            picture = picture_of(store, view, given)
        elif text is not None:
            picture = _of_query(store, text, {k: typed(v) for k, v in given.items()}, seconds, title)
        else:
            picture = _of_question(store, str(asked), given, seconds, title)
    write_picture(picture, to, lang, size)
    click.echo(f"Drew {picture.told()} to {to}")


def _of_query(store: Store, text: str, params: dict[str, Any], seconds: float, title: str | None) -> Canvas:
    """What a query of the user's returns; it passes the gate and keeps the limits of `bubble cypher`."""
    from bubble.results import picture_of_answer

    answer, remarks = query(store, text, params, seconds=seconds, rows=ROW_LIMIT)
    for remark in remarks:
        click.echo(f"bubble: {remark}", err=True)
    if answer.cut:
        raise GraphError(f"the answer has more than {ROW_LIMIT:,} rows, too many to draw all; narrow the query")
    return picture_of_answer(store, answer, *((title, "") if title else UNTITLED))


def _of_question(store: Store, name: str, params: dict[str, str], seconds: float, title: str | None) -> Picture:
    """The links in the answer to a question, under its title and its sentence where it has one."""
    from bubble.catalogue import find
    from bubble.results import picture_of_question

    return picture_of_question(store, find(name), params, title=title, seconds=seconds)


def _list(language: str) -> str:
    """The views with their titles, parameters and the files they can be written to."""
    rows = [
        {
            "name": view.name,
            "title": view.title.of(language),
            "params": [f"{p.name}={p.default}" for p in params_of(view)],
            "files": list(endings(view.canvas)),
        }
        for view in views().values()
    ]
    return as_table(Answer(rows, ("name", "title", "params", "files")))


def _about(view: View, language: str) -> str:
    """What a view shows, takes and can be written to."""
    told = [{"param": f"{p.name}={p.default}", "meaning": p.th if language == "th" else p.en} for p in params_of(view)]
    words = Text("Files", "แฟ้ม"), Text("It takes no parameter.", "ไม่มีพารามิเตอร์")
    table = as_table(Answer(told, ("param", "meaning"))) if told else words[1].of(language) + "\n"
    files = " ".join(endings(view.canvas))
    return f"{view.name}  {view.title.of(language)}\n\n{table}\n{words[0].of(language)}: {files}"
