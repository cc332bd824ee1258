"""bubble what-if."""

from __future__ import annotations

from pathlib import Path

import click

from bubble.options import graph_option, language_option, write_text
from bubble.places import open_store
from bubble.present import FORMATS, as_csv, as_json, as_markdown, as_table
from graph.store import Answer
from queries.planning.scenario import Scenario, read_scenario
from queries.planning.what_if import WHAT_IF, what_if


@click.command("what-if")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--as", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the answer."
)
@click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@language_option
@graph_option
def command(*, file: Path, form: str, to: Path | None, lang: str, graph: str | None) -> None:
    """Show what the scenario in FILE would change: coverage, single points of failure, brokerage.

    The scenario is a TOML file of links added and taken away; docs/what-if.md shows one. The graph stays as it is.
    """
    scenario = read_scenario(file)
    with open_store(graph) as store:
        answer = what_if(store, scenario)
    text = _text(scenario, answer, form, lang)
    if to:
        write_text(to, text)
    else:
        click.echo(text, nl=False)


def _text(scenario: Scenario, answer: Answer, form: str, language: str) -> str:
    if form == "json":
        return as_json(answer)
    if form == "csv":
        return as_csv(answer)
    if form == "md":
        return as_markdown(answer, WHAT_IF, language)
    title = scenario.title_th if language == "th" else scenario.title
    return f"{title}\n\n{as_table(answer, WHAT_IF, language)}"
