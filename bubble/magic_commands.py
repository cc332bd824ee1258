"""What %bubble and %%cypher do, as commands: each makes an object that shows itself, rather than text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import click

from bubble.catalogue import find
from bubble.drawing import params_of
from bubble.frames import Rows
from bubble.notebook import Graph
from bubble.options import LANGUAGES, known_language, pairs
from bubble.querying import ROW_LIMIT, typed
from graph.store import TIME_LIMIT
from visuals.sheet import SIZES
from visuals.view import named

if TYPE_CHECKING:
    from bubble.shown import Drawing
    from bubble.shown_card import Card
    from bubble.tabled import Table


class Notebook(Protocol):
    """What the commands need of the notebook they are called in."""

    def graph(self, told: str | None) -> Graph:
        """The graph that is meant."""
        ...

    def held(self, name: str) -> object:
        """What a variable holds, None where there is none."""
        ...

    def keep(self, name: str | None, value: object) -> None:
        """Put a result into a variable."""
        ...

    def bound(self, text: str, told: Mapping[str, Any]) -> dict[str, Any]:
        """A query's parameters."""
        ...


def commands_of(notebook: Notebook) -> dict[str, click.Command]:
    """What is answered by an object that shows itself, rather than by text."""
    params = click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter.")
    words = click.argument("words", nargs=-1, metavar="[NAME=VALUE]...")
    graph = click.option("--graph", metavar="PLACE", help="A variable that holds a graph, a file or an address.")
    language = click.option("--lang", type=click.Choice(LANGUAGES), help="Language; lang=th says the same.")
    to = click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Write it to a file too.")
    kept = click.option("--as", "kept", metavar="VARIABLE", help="Put the result into a variable too.")

    @click.command("ask")
    @click.argument("name")
    @words
    @params
    @click.option("--rows", type=click.IntRange(0), help="Rows that are shown.")
    @language
    @to
    @kept
    @graph
    def ask(
        *,
        name: str,
        words: Sequence[str],
        params: Sequence[str],
        rows: int | None,
        lang: str | None,
        to: Path | None,
        kept: str | None,
        graph: str | None,
    ) -> Rows | Table:
        """Answer the question NAME."""
        given = pairs([*words, *params])
        lang = _language(given, [p.name for p in find(name).params]) or lang
        answer = notebook.graph(graph).ask(name, **given)
        notebook.keep(kept, answer)
        if to is not None:
            answer.save(to, language=lang or "")
        return answer if lang is None and rows is None else answer.table(language=lang or "", rows=rows)

    @click.command("draw")
    @click.argument("name")
    @words
    @params
    @click.option("--for", "size", type=click.Choice(tuple(SIZES)), default="web", help="Size of the figure.")
    @click.option("--height", type=click.IntRange(100, 4000), help="Height of the page in pixels.")
    @click.option("--figure", is_flag=True, help="The figure alone, without the page.")
    @language
    @to
    @kept
    @graph
    def draw(
        *,
        name: str,
        words: Sequence[str],
        params: Sequence[str],
        size: str,
        height: int | None,
        figure: bool,
        lang: str | None,
        to: Path | None,
        kept: str | None,
        graph: str | None,
    ) -> Drawing:
        """Draw the view NAME, or the answer that a variable NAME holds."""
        held = notebook.held(name)
        what = held if isinstance(held, Rows) else name
        given = pairs([*words, *params])
        lang = _language(given, [p.name for p in params_of(named(name))] if what is name else []) or lang
        drawn = notebook.graph(graph).show(
            what, language=lang or "", size=size, height=height, interactive=not figure, **cast("dict[str, Any]", given)
        )
        notebook.keep(kept, drawn)
        if to is not None:
            drawn.save(to)
        return drawn

    @click.command("card")
    @click.argument("name")
    @words
    @params
    @click.option("--view", default="", metavar="NAME", help="The view of its figure; none for none.")
    @language
    @to
    @kept
    @graph
    def card(
        *,
        name: str,
        words: Sequence[str],
        params: Sequence[str],
        view: str,
        lang: str | None,
        to: Path | None,
        kept: str | None,
        graph: str | None,
    ) -> Card:
        """Answer the question NAME as a card: its sentence, table, figure, sources and what to beware of."""
        given = pairs([*words, *params])
        lang = _language(given, [p.name for p in find(name).params]) or lang
        made = notebook.graph(graph).ask(name, **given).show_card(lang or "", view=view)
        notebook.keep(kept, made)
        if to is not None:
            made.save(to)
        return made

    @click.command("cypher")
    @click.option("--text", hidden=True, default="")
    @params
    @click.option("--seconds", type=click.FloatRange(0.01, 3600), default=TIME_LIMIT, help="Time limit.")
    @click.option("--rows", type=click.IntRange(1), default=ROW_LIMIT, help="Rows at most.")
    @kept
    @graph
    @click.argument("place", required=False)
    def cypher(
        *,
        text: str,
        params: Sequence[str],
        seconds: float,
        rows: int,
        kept: str | None,
        graph: str | None,
        place: str | None,
    ) -> Rows:
        """Answer the reading query in the cell, of the graph that the variable, file or address PLACE names."""
        told = {name: typed(value) for name, value in pairs(params).items()}
        answer = notebook.graph(graph or place).cypher(text, notebook.bound(text, told), seconds=seconds, rows=rows)
        notebook.keep(kept, answer)
        return answer

    return {"ask": ask, "draw": draw, "card": card, "cypher": cypher}


def _language(given: dict[str, str], taken: Sequence[str]) -> str | None:
    """What lang=VALUE says where the question or view takes no such parameter; it is none of them then."""
    if "lang" in taken or "lang" not in given:
        return None
    return known_language(given.pop("lang"))
