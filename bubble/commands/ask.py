"""bubble ask."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bubble.options import graph_option, language_option, pairs, param_option, write_text
from bubble.places import open_store
from bubble.present import FORMATS, as_csv, as_json, as_markdown, as_table
from graph.store import Answer, Store
from queries import Question, ask, catalogue, question
from queries.header import TOPICS
from queries.sentences import sentence

SHOWN_ROWS = 25


@click.command("ask")
@click.argument("name", required=False)
@param_option
@click.option(
    "--as", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
@click.option("--all", "everything", is_flag=True, help="Show every row of the table.")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@language_option
@graph_option
def command(
    *,
    name: str | None,
    params: Sequence[str],
    form: str,
    everything: bool,
    to: Path | None,
    lang: str,
    graph: str | None,
) -> None:
    """Answer the question NAME, or list the questions."""
    if name is None:
        text = _listing(form, lang)
    else:
        asked = question(name)
        with open_store(graph) as store:
            text = answer_text(
                store, asked, pairs(params), form=form, language=lang, everything=everything or to is not None
            )
    if to:
        write_text(to, text)
    else:
        click.echo(text, nl=False)


def answer_text(
    store: Store, asked: Question, params: dict[str, str], *, form: str, language: str, everything: bool
) -> str:
    """The answer to a question in one of the forms; on a terminal it opens with a sentence and a line per member."""
    answer = ask(store, asked.name, params)
    for warning in answer.warnings:
        click.echo(f"bubble: {warning}", err=True)
    if form == "json":
        return as_json(answer)
    if form == "csv":
        return as_csv(answer)
    if form == "md":
        return as_markdown(answer, asked, language)
    return _opening(store, asked, params, answer, language) + _table(answer, asked, language, everything)


def _opening(store: Store, asked: Question, params: dict[str, str], answer: Answer, language: str) -> str:
    if not asked.opening:
        return f"{asked.heading(language)}\n\n"
    first = question(asked.opening)
    taken = {p.name for p in first.params}
    opening = ask(store, first.name, {k: v for k, v in params.items() if k in taken})
    told = sentence(asked.name, answer, opening, language)
    return f"{asked.heading(language)}\n\n{told}\n\n{as_table(opening, first, language)}\n"


def _table(answer: Answer, asked: Question, language: str, everything: bool) -> str:
    if not answer:
        return "ไม่มีรายการ\n" if language == "th" else "No rows.\n"
    if everything or len(answer) <= SHOWN_ROWS:
        return as_table(answer, asked, language)
    cut = Answer(answer[:SHOWN_ROWS], answer.columns)
    rest = (
        f"แสดง {SHOWN_ROWS} จาก {len(answer)} รายการ ดูทั้งหมดด้วย --all หรือ --as csv\n"
        if language == "th"
        else f"{SHOWN_ROWS} of {len(answer)} rows; see all with --all, --as csv or --as json\n"
    )
    return as_table(cut, asked, language) + rest


def _listing(form: str, language: str) -> str:
    """The questions with their titles and parameters."""
    rows = [
        {
            "topic": TOPICS[q.topic][language == "th"],
            "name": q.name,
            "title": q.heading(language),
            "params": [
                {"name": p.name, "type": p.type, "default": p.default, "meaning": p.th if language == "th" else p.en}
                for p in q.params
            ],
        }
        for q in catalogue().values()
    ]
    if form == "json":
        return as_json(rows)
    flat = [
        {**row, "params": [f"{p.name}={p.default}" for p in q.params]}
        for row, q in zip(rows, catalogue().values(), strict=True)
    ]
    answer = Answer(flat, ("topic", "name", "title", "params"))
    return {"csv": as_csv, "md": as_markdown, "table": as_table}[form](answer)
