"""bubble card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bubble.options import graph_option, language_option, pairs, param_option


@click.command("card")
@click.argument("name", metavar="QUESTION")
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="A page (.html), a document (.pdf, .docx) or text (.md).",
)
@param_option
@click.option("--view", default="", metavar="NAME", help="Draw this view instead of the question's own; none for none.")
@language_option
@graph_option
def command(*, name: str, to: Path, params: Sequence[str], view: str, lang: str, graph: str | None) -> None:
    """Write the answer to QUESTION as a card: a sentence, a figure, a table, its sources and what to beware of.

    bubble verify FILE makes the card again and compares.
    """
    from bubble.cards.card import card
    from bubble.cards.file import checked, write_card
    from bubble.places import open_store

    checked(to)
    with open_store(graph) as store:
        made = card(store, name, pairs(params), lang, view)
    write_card(made, to)
    click.echo(f"Wrote the card of {made.record.name} to {to}; check it with: bubble verify {to}")
