"""bubble ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from bubble.about import about
from bubble.catalogue import find, own, questions
from bubble.options import form_option, graph_option, language_option, pairs, param_option, write_text
from bubble.output import FILES, as_text, form_of, write_answer
from bubble.pivot import pivoted
from bubble.places import open_store
from bubble.present import as_json, as_table
from bubble.thai_names import named, names_for
from graph.errors import GraphError
from graph.store import Answer, Reader
from queries import Question, ask, catalogue
from queries.ask import resolved
from queries.header import TOPICS
from queries.sentences import sentence

SHOWN_ROWS = 25


@click.command("ask")
@click.argument("name", required=False)
@param_option
@form_option
@click.option("--all", "everything", is_flag=True, help="Show every row of the table.")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@language_option
@graph_option
def command(
    *,
    name: str | None,
    params: Sequence[str],
    form: str | None,
    everything: bool,
    to: Path | None,
    lang: str,
    graph: str | None,
) -> None:
    """Answer the question NAME, or list the questions."""
    chosen = form_of(form, to)
    if name is None:
        _list(chosen, to, lang)
        return
    asked = find(name)
    _tell_of_a_file_in_the_way(name)
    with open_store(graph) as store:
        answer = answered(store, asked, pairs(params))
        if to and chosen in FILES:
            told = about(store, answer, asked.text, resolved(store, asked, pairs(params)), asked)
            write_answer(answer, chosen, to, told, lang)
            return
        text = answer_text(
            store, asked, answer, pairs(params), form=chosen, language=lang, everything=everything or to is not None
        )
    if to:
        write_text(to, text)
    else:
        click.echo(text, nl=False)


def answered(store: Reader, asked: Question, params: dict[str, str]) -> Answer:
    """The answer to a question; what there is to remark on it goes to the error stream."""
    answer = ask(store, asked, params)
    for warning in answer.warnings:
        click.echo(f"bubble: {warning}", err=True)
    return answer


def answer_text(
    store: Reader,
    asked: Question,
    answer: Answer,
    params: dict[str, str],
    *,
    form: str,
    language: str,
    everything: bool,
) -> str:
    """The answer to a question in a form that is text; a table opens with a sentence and a line per member."""
    if form != "table":
        told = named(answer, names_for(store, language)) if form == "md" else answer
        return as_text(told, form, asked, language)
    names = names_for(store, language)
    table = _table(named(answer, names), asked, language, everything)
    return _opening(store, asked, params, answer, names=names, language=language) + table


def _opening(
    store: Reader,
    asked: Question,
    params: dict[str, str],
    answer: Answer,
    *,
    names: Mapping[str, str],
    language: str,
) -> str:
    if not asked.opening:
        told = sentence(asked.name, answer, [], language)
        return f"{asked.heading(language)}\n\n" + (f"{told}\n\n" if told else "")
    first = find(asked.opening)
    taken = {p.name for p in first.params}
    opening = ask(store, first, {k: v for k, v in params.items() if k in taken})
    told = sentence(asked.name, answer, opening, language)
    return f"{asked.heading(language)}\n\n{told}\n\n{as_table(named(opening, names), first, language)}\n"


def _table(answer: Answer, asked: Question, language: str, everything: bool) -> str:
    if not answer:
        return "ไม่มีรายการ\n" if language == "th" else "No rows.\n"
    if asked.pivot and not everything:
        return as_table(pivoted(answer, asked, language)) + _note(asked, language)
    if everything or len(answer) <= SHOWN_ROWS:
        return as_table(answer, asked, language) + _note(asked, language)
    cut = Answer(answer[:SHOWN_ROWS], answer.columns)
    rest = (
        f"แสดง {SHOWN_ROWS} จาก {len(answer)} รายการ ดูทั้งหมดด้วย --all หรือ --as csv\n"
        if language == "th"
        else f"{SHOWN_ROWS} of {len(answer)} rows; see all with --all, --as csv or --as json\n"
    )
    return as_table(cut, asked, language) + rest + _note(asked, language)


def _note(asked: Question, language: str) -> str:
    """What signs in the table mean, where the question says so."""
    told = asked.note_th if language == "th" and asked.note_th else asked.note
    return f"\n{told}\n" if told else ""


def _list(form: str, to: Path | None, language: str) -> None:
    """The questions; for each file of the user's that can't be taken a line on the error stream."""
    if form in FILES:
        raise GraphError(
            f"--as {form}: expected the name of a question, found none; the list is a table, csv, json or md"
        )
    for problem in own().problems.values():
        click.echo(f"bubble: {problem}", err=True)
    text = listing(form, language)
    if to:
        write_text(to, text)
    else:
        click.echo(text, nl=False)


def _tell_of_a_file_in_the_way(name: str) -> None:
    """A bundled question answers under its name, whatever file of the user's is called so; and it is told."""
    if name in catalogue() and (problem := own().problems.get(name)):
        click.echo(f"bubble: {problem}; the bundled question answers", err=True)


def listing(form: str, language: str, topic: str | None = None) -> str:
    """The questions, or those of a topic, with their titles and parameters; the user's own are marked."""
    known = {name: q for name, q in questions().items() if topic in (None, q.topic)}
    bundled, mark = catalogue(), " · ของท่านเอง" if language == "th" else " · your own"
    rows = [
        {
            "topic": TOPICS[q.topic][language == "th"] + mark * (q.name not in bundled),
            "name": q.name,
            "title": q.heading(language),
            "params": [
                {"name": p.name, "type": p.type, "default": p.default, "meaning": p.th if language == "th" else p.en}
                for p in q.params
            ],
        }
        for q in known.values()
    ]
    if form == "json":
        return as_json(rows)
    flat = [
        {**row, "params": [f"{p.name}={p.default}" for p in q.params]}
        for row, q in zip(rows, known.values(), strict=True)
    ]
    if form != "table":
        return as_text(Answer(flat, ("topic", "name", "title", "params")), form)
    tables: list[str] = []
    for heading in dict.fromkeys(row["topic"] for row in flat):
        rows = [row for row in flat if row["topic"] == heading]
        tables.append(f"{heading}\n\n{as_table(Answer(rows, ('name', 'title', 'params')))}")
    return "\n".join(tables)
