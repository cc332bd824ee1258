"""Thai in answers: names and the gist of passages, in columns that have no Thai twin of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from graph.store import Answer, Reader, Record

_NAMED = """
MATCH (n) WHERE n.name_th IS NOT NULL AND any(label IN labels(n) WHERE label IN $kinds)
RETURN DISTINCT n.name AS name, n.name_th AS name_th
UNION
MATCH (e:Evidence) WHERE e.gloss_th IS NOT NULL
RETURN DISTINCT e.gloss AS name, e.gloss_th AS name_th
"""
_KINDS = ("Sector", "Country", "Agency", "Firm", "Programme", "Agreement", "Bloc", "Group", "Partnership")


def names_for(store: Reader, language: str) -> dict[str, str]:
    """The Thai words by the English ones for a reader of Thai; a name that two bodies share has none."""
    if language != "th":
        return {}
    found: dict[str, set[str]] = {}
    for row in store.ask(_NAMED, {"kinds": list(_KINDS)}):
        found.setdefault(row["name"], set()).add(row["name_th"])
    return {name: min(twins) for name, twins in found.items() if len(twins) == 1}


def named(answer: Answer, names: Mapping[str, str]) -> Answer:
    """The answer with a twin `COLUMN_th` of each value that has a name; itself where there are no names."""
    if not names:
        return answer
    told = Answer([_with_twins(row, answer.columns, names) for row in answer], answer.columns, answer.warnings)
    told.cut, told.of_one_graph = answer.cut, answer.of_one_graph
    return told


def _with_twins(row: Record, columns: tuple[str, ...], names: Mapping[str, str]) -> Record:
    twins = {f"{column}_th": _in_thai(row[column], names) for column in columns if f"{column}_th" not in row}
    return {**row, **{twin: value for twin, value in twins.items() if value is not None}}


def _in_thai(value: Any, names: Mapping[str, str]) -> Any:
    """The name, or the list with those that have one; None where nothing has."""
    if isinstance(value, str):
        return names.get(value)
    if not isinstance(value, list):
        return None
    listed = cast("list[object]", value)
    told = [names.get(each, each) if isinstance(each, str) else each for each in listed]
    return told if told != listed else None
