"""bubble check."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from bubble.commands.build import clear_progress, show_progress
from bubble.options import folder_options, graph_option
from bubble.places import open_store
from bubble.present import FORMATS, as_csv, as_json, as_markdown, as_table
from graph.facts import Problem, Severity
from graph.store import Answer, Store
from loaders.reports import FileReport, Gathered
from loaders.run import gather

_PROBLEM_COLUMNS = ("severity", "file", "row", "column", "message")
_COUNT_COLUMNS = ("file", "part", "given", "in_graph", "refused", "corrected")


@click.command("check")
@graph_option
@folder_options
@click.option("--as", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="Form of the list.")
@click.option("--counts", is_flag=True, help="Only count what each file gave and what of it is in the graph.")
def command(graph: str | None, folders: Sequence[Path], without: Iterable[str], form: str, counts: bool) -> None:
    """List what is wrong or doubtful in the data, and count what each file gave and what of it is in the graph.

    Without --with and --without the data are those the graph was built from. Exit code 1 where something is wrong.
    """
    with open_store(graph) as store:
        folders, without = _as_built(store, folders, without)
        try:
            gathered = gather(folders, without=without, progress=lambda shown, rows: show_progress(f"read {shown}"))
        finally:
            clear_progress()
        counted = count(gathered, store)
    problems = [_row(problem) for problem in sorted(gathered.facts.problems, key=_order)]
    _print(problems, counted, form, counts)
    if gathered.errors:
        sys.exit(1)


def _as_built(store: Store, folders: Sequence[Path], without: Iterable[str]) -> tuple[Sequence[Path], Iterable[str]]:
    if folders or without:
        return folders, without
    rows = store.ask("MATCH (b:Build) RETURN b.folders AS folders, b.left_out AS left_out")
    build: dict[str, Any] = rows[0] if rows else {}
    built: list[str] = build.get("folders") or []
    left_out: list[str] = build.get("left_out") or []
    return [Path(folder) for folder in built], left_out


def count(gathered: Gathered, store: Store) -> list[dict[str, Any]]:
    """For each file and part of it: what was given, and how much of it stands in the graph with its evidence.

    Rows are counted by their evidence; a file that is one piece of evidence is counted by the edges it told.
    """
    present = {row["id"] for row in store.ask("MATCH (e:Evidence) RETURN e.id AS id", seconds=60)}
    counted: list[dict[str, Any]] = []
    for report in gathered.reports:
        told = {"file": report.shown, "refused": report.refused, "corrected": report.corrected}
        if report.bulk:
            counted.append({**told, "part": "edges", "given": len(report.given), "in_graph": _edges(report, store)})
            continue
        for part, given in report.rows.items():
            found = len(present.intersection(report.evidence.get(part, ())))
            counted.append({**told, "part": part, "given": given, "in_graph": found})
    return counted


def _edges(report: FileReport, store: Store) -> int:
    """How many of the edges a file told are in the graph and rest on it."""
    evidence = next(iter(report.evidence.values()), [""])[0]
    found = 0
    for kind in sorted({kind for kind, _ in report.given}):
        text = f"MATCH ()-[r:{kind}]->() WHERE $evidence IN r.evidence RETURN r.id AS id"
        ids = {row["id"] for row in store.ask(text, {"evidence": evidence}, seconds=60)}
        found += len(ids.intersection(id for k, id in report.given if k == kind))
    return found


def _order(problem: Problem) -> tuple[bool, str, int]:
    return problem.severity is not Severity.ERROR, problem.place.file, problem.place.line


def _row(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "file": problem.place.file,
        "row": problem.place.line or None,
        "column": problem.place.column,
        "message": problem.message,
    }


def _print(problems: list[dict[str, Any]], counted: list[dict[str, Any]], form: str, counts: bool) -> None:
    if form == "json":
        click.echo(as_json(counted if counts else problems), nl=False)
        return
    write = {"csv": as_csv, "md": as_markdown, "table": as_table}[form]
    if not counts:
        click.echo(write(Answer(problems, _PROBLEM_COLUMNS)), nl=False)
    if counts or form == "table":
        click.echo(write(Answer(counted, _COUNT_COLUMNS)), nl=False)
    if form == "table" and not counts:
        wrong = sum(p["severity"] == Severity.ERROR.value for p in problems)
        click.echo(f"{wrong} errors, {len(problems) - wrong} notices")
