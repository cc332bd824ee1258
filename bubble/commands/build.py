"""bubble build."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from bubble.making import Made, make_graph
from bubble.options import folder_options, graph_option
from bubble.places import graph_file


def show_progress(text: str) -> None:
    """The step the build is at, on one line of a terminal; nothing where stderr is none."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{text[:100]}", nl=False, err=True)


def clear_progress() -> None:
    """Take the progress line away."""
    if sys.stderr.isatty():
        click.echo("\r\033[K", nl=False, err=True)


@click.command("build")
@graph_option
@folder_options
@click.option("--keep-going", is_flag=True, help="Leave out rows that can't be taken instead of refusing to build.")
def command(graph: str | None, folders: Iterable[Path], without: Iterable[str], keep_going: bool) -> None:
    """Build the graph from the bundled data and your own folders.

    The new graph takes the place of the old one at the very end: whatever goes wrong before, the old one stays.
    """
    try:
        made = make_graph(graph, folders, without, keep_going=keep_going, tell=show_progress)
    finally:
        clear_progress()
    click.echo(summary(made, graph or graph_file()))


def summary(made: Made, place: str | Path) -> str:
    """What the graph holds, by kind, and the hash of its content."""
    gathered = made.gathered
    lines = [
        f"Built {place}",
        f"Nodes {made.build.node_count:>7,}   {_counts(made.nodes)}",
        f"Edges {made.build.edge_count:>7,}   {_counts(made.edges)}",
    ]
    corrected = sum(report.corrected for report in gathered.reports)
    files = {report.shown for report in gathered.reports}
    lines.append(
        f"From {len(files)} files; {len(gathered.merged)} rows joined the partnership they tell of; "
        f"{corrected} cells corrected; {len(gathered.facts.problems)} things to look at: bubble check"
    )
    if gathered.left_out:
        lines.append(f"Left out: {', '.join(gathered.left_out)}")
    lines.append(f"Data of {made.build.data_date}   content {made.build.content_hash}")
    return "\n".join(lines)


def _counts(counter: Counter[str]) -> str:
    return ", ".join(f"{kind} {count:,}" for kind, count in counter.most_common())
