"""The answers a report is filled with: each question asked once, its rows chosen and put in order."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from bubble.catalogue import find
from bubble.present import plain
from bubble.reports.grammar import Condition, Part, listed
from graph.store import Answer, Reader, Record
from queries import Question, ask

_COMPARES: Mapping[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
}


@dataclass
class Answers:
    """Answers from one graph. `params` are those of the report: a question takes each that it knows."""

    store: Reader
    params: Mapping[str, str]
    kept: dict[tuple[str, tuple[tuple[str, str], ...]], Answer] = field(
        default_factory=dict[tuple[str, tuple[tuple[str, str], ...]], Answer]
    )

    def given(self, known: Iterable[str], params: Mapping[str, str]) -> dict[str, str]:
        """The parameters of the report that are known there, and over them those of the placeholder."""
        names = set(known)
        return {name: value for name, value in {**self.params, **params}.items() if name in names}

    def whole(self, asked: Question, params: Mapping[str, str]) -> Answer:
        """The whole answer to a question. A day may be given as "since": that after which changes are told."""
        days = {param.name for param in asked.params if param.type == "date"}
        given = {
            name: self.params["since"] if name in days and value == "since" else value
            for name, value in self.given((param.name for param in asked.params), params).items()
        }
        key = asked.name, tuple(sorted(given.items()))
        if key not in self.kept:
            self.kept[key] = ask(self.store, asked, given)
        return self.kept[key]

    def of(self, part: Part) -> list[Record]:
        """The rows that a placeholder means: those its conditions let through, in its order."""
        rows = chosen(self.whole(find(part.name), part.params), part.where)
        return ordered(rows, listed(part.options.get("order", "")))


def chosen(rows: Iterable[Record], where: Sequence[Condition]) -> list[Record]:
    """The rows of which every condition holds."""
    return [row for row in rows if all(_holds(row[each.column], each) for each in where)]


def ordered(rows: list[Record], columns: Sequence[str]) -> list[Record]:
    """The rows by columns, a name behind a minus sign from high to low; rows without a value come last."""
    for name in reversed(columns):
        column, down = name.removeprefix("-"), name.startswith("-")
        held = [row for row in rows if row[column] is not None]
        rows = [*sorted(held, key=lambda row: row[column], reverse=down), *(row for row in rows if row[column] is None)]
    return rows


def _holds(value: Any, condition: Condition) -> bool:
    if condition.sign in _COMPARES:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return number and _COMPARES[condition.sign](value, float(condition.values[0]))
    held = cast("list[Any]", value) if isinstance(value, list | tuple) else [value]
    words = {plain(each).casefold() for each in held} or {""}
    return (not words.isdisjoint(each.casefold() for each in condition.values)) == (condition.sign == "=")
