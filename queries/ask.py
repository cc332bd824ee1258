"""Answering a question: parameters read and resolved, rows as the engine, or the file's function, gives them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from graph.dates import read_date
from graph.errors import GraphError, nearest, one_line
from graph.store import TIME_LIMIT, Answer, Reader
from queries.header import Param
from queries.heard import Heard
from queries.question import Question, question, work

MOST_TRIES = 3
_NAMED = {"sector": "Sector", "country": "Country", "programme": "Programme"}
_PREFIXES = ("sec:", "cty:", "fw:", "org:")


def ask(
    store: Reader, name: str | Question, params: Mapping[str, Any] | None = None, *, seconds: float = TIME_LIMIT
) -> Answer:
    """The answer to a question: one of the catalogue by name, or any that was read.

    params: values by name, as text or already typed; those left out take their defaults. A sector, country or
    programme may be given by id, English or Thai name. Raises GraphError for an unknown question or parameter.
    """
    asked = question(name) if isinstance(name, str) else name
    values = resolved(store, asked, params or {})
    if asked.path is None:
        return store.ask(asked.text, values, seconds=seconds)
    return _worked(store, asked, values, seconds)


def _worked(store: Reader, asked: Question, values: Mapping[str, Any], seconds: float) -> Answer:
    """The answer of a function, which asks more than once: asked again where another graph took the place meanwhile."""
    answer = Answer((), ())
    for _ in range(MOST_TRIES):
        before = _content(store)
        heard = Heard(store, seconds)
        rows = [*work(asked.path)(heard, **values)] if asked.path else []
        is_one = _content(store) == before
        told = heard.warnings if is_one else [*heard.warnings, "another graph was put in place meanwhile: ask again"]
        answer = Answer(rows, [c.name for c in asked.columns], told)
        answer.of_one_graph = heard.of_one_graph and is_one
        if is_one:
            break
    return answer


def _content(store: Reader) -> object:
    """What tells one graph from another."""
    return list(store.ask("MATCH (b:Build) RETURN b.content_hash AS content"))


def resolved(store: Reader, asked: Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of a question as its Cypher takes them."""
    known = {p.name: p for p in asked.params}
    for name in given:
        if name not in known:
            takes = ", ".join(known) or "none"
            raise GraphError(f"{asked.name} has no parameter {one_line(name)}{nearest(name, known)}; it takes {takes}")
    return {p.name: _value(store, asked, p, given.get(p.name, p.default)) for p in asked.params}


def _value(store: Reader, asked: Question, param: Param, value: Any) -> Any:
    where = f"{asked.name}: {param.name}"
    if param.type in _NAMED:
        return read_named(store, where, _NAMED[param.type], str(value))
    if param.type == "text":
        return str(value)
    if param.type == "date":
        return read_day(store, where, value)
    try:
        return int(str(value)) if param.type == "integer" else float(str(value))
    except ValueError:
        kind = "a whole number" if param.type == "integer" else "a number"
        raise GraphError(f"{where}: expected {kind}, found {one_line(value)!r}") from None


def read_day(store: Reader, where: str, value: Any) -> date:
    """A day; nothing given means the newest day at which the graph's data were recorded."""
    if isinstance(value, date):
        return value
    if str(value) == "":
        rows = store.ask("MATCH (b:Build) RETURN b.data_date AS day")
        return rows[0]["day"] if rows and rows[0]["day"] else datetime.now(UTC).date()
    try:
        return read_date(str(value)).last
    except ValueError:
        raise GraphError(f"{where}: expected a date as 2026-11-22, found {one_line(value)!r}") from None


def read_named(store: Reader, where: str, label: str, value: str) -> str:
    """The id of the one node of a kind that is known by this id or name."""
    rows = store.ask(
        f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name, n.name_th AS name_th, n.aliases AS aliases, "
        f"{'n.iso2' if label == 'Country' else 'n.id'} AS code"
    )
    sought = " ".join(value.casefold().split())
    for prefix in _PREFIXES:
        sought = sought.removeprefix(prefix)
    for row in rows:
        if sought in (row["id"].casefold(), str(row["code"]).casefold()):
            return str(row["id"])
    names: dict[str, set[str]] = {}
    for row in rows:
        known: list[Any] = [row["name"], row["name_th"], *(row["aliases"] or [])]
        for name in filter(None, known):
            names.setdefault(" ".join(str(name).casefold().split()), set()).add(row["id"])
    found = names.get(sought, set())
    if len(found) == 1:
        return str(next(iter(found)))
    if found:
        raise GraphError(f"{where}: {one_line(value)} may mean {', '.join(sorted(found))}; give one of these ids")
    shown = [r["id"] for r in rows] + [str(r["name"]) for r in rows] + [str(r["name_th"]) for r in rows if r["name_th"]]
    expected = f"expected the id, English or Thai name of a {label.lower()}"
    raise GraphError(f"{where}: {expected}, found {one_line(value)!r}{nearest(value, shown)}")
