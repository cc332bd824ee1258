"""bubble cypher."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bubble.about import about
from bubble.options import form_option, graph_option, language_option, pairs, param_option
from bubble.output import as_text, form_of, write_answer
from bubble.places import open_guarded, open_store
from bubble.querying import ROW_LIMIT, query, typed
from graph.store import TIME_LIMIT


@click.command("cypher")
@click.argument("text", required=False)
@param_option
@form_option
@click.option("--seconds", type=click.FloatRange(0.01, 3600), default=TIME_LIMIT, show_default=True, help="Time limit.")
@click.option("--rows", type=click.IntRange(1), default=ROW_LIMIT, show_default=True, help="Rows at most.")
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@language_option
@graph_option
def command(
    *,
    text: str | None,
    params: Sequence[str],
    form: str | None,
    seconds: float,
    rows: int,
    to: Path | None,
    lang: str,
    graph: str | None,
) -> None:
    """Answer the Cypher query TEXT; without it open a desk where one query follows another, :help tells how.

    It can only read: whatever writes, or reads files, is refused. TEXT - stands for queries on the standard input.
    """
    given = {name: typed(value) for name, value in pairs(params).items()}
    if text is None or text == "-":
        from bubble.desk.desk import Desk, Settings
        from bubble.desk.piped import run_piped

        with open_guarded(graph) as store:
            desk = Desk(store, Settings(form, to, rows, seconds, lang, given))
            if text is None and sys.stdin.isatty() and sys.stdout.isatty():
                from bubble.desk.terminal import run_terminal

                run_terminal(desk)
            else:
                run_piped(desk, sys.stdin)
        return
    chosen = form_of(form, to)
    with open_store(graph) as store:
        answer, remarks = query(store, text, given, seconds=seconds, rows=rows)
        for remark in remarks:
            click.echo(f"bubble: {remark}", err=True)
        if to:
            write_answer(answer, chosen, to, about(store, answer, text, given), lang)
        else:
            click.echo(as_text(answer, chosen), nl=False)
