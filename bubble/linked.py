"""The links an answer names by their ids, with all their parties: what can be drawn of an answer of plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

from bubble.found import Found, kind_of
from graph.errors import GraphError, one_line
from graph.kinds import Ref
from graph.model import PartnersWith
from graph.store import Answer, Reader

PARTIES = PartnersWith.joins()[0]
NAMING = ("link", "links", "link_ids", "initiative", "own_links")
"""The columns that hold ids of links: one, or a list of them; beside `link_ids` the column `links` is prose."""
NAMED = 2
"""So many columns name the parties of a link, and so many parties a line needs."""
NEEDED = (
    "return nodes and edges, as MATCH (a)-[r]->(b) RETURN a, r, b, or a column link with the id of a link and "
    "two columns that name its parties, or nothing else that names one"
)
_TOLD = """
UNWIND $ids AS id
MATCH (p:Partnership {id: id})
RETURN p.id AS link, p.name AS what, p.form AS form, p.status AS status, p.confidence AS confidence,
       p.evidence AS evidence, p.sectors AS sectors,
       left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since,
       left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
"""
_SIDES = """
UNWIND $ids AS id
MATCH (x)-[j:JOINS]->(p:Partnership {id: id})
RETURN p.id AS link, labels(x) AS kinds, x.id AS id, x.name AS name, x.name_th AS name_th, j.role AS role
ORDER BY link, j.side, id
"""
_ID = re.compile(r"(\S+)(?: \(.*\))?$")
_OF_A_ROW = ("what", "form", "status", "since", "until", "confidence", "evidence")


class NothingToDrawError(GraphError):
    """An answer that holds neither nodes and edges nor links."""


def links_in(store: Reader, answer: Answer) -> Found:
    """A link for each row, between the two parties it names; else every link it names, between all its parties.

    Raises NothingToDrawError, which says what is needed, for an answer that names no link.
    """
    naming = naming_columns(answer)
    if not naming or not answer:
        raise NothingToDrawError(f"the answer holds nothing to draw; {NEEDED}")
    ids = list(dict.fromkeys(id for row in answer for id in links_of_row(row, naming)))
    told = {row["link"]: row for row in store.ask(_TOLD, {"ids": ids})}
    columns, known, held = _parties(store, answer) if "link" in answer.columns else ([], {}, {})
    if len(columns) == NAMED:
        return _row_by_row(answer, (columns[0], columns[1]), known, held, told)
    if told:
        return _with_all_sides(store, answer, ids, told)
    if "link" in answer.columns:
        names = ", ".join(columns) or "none"
        raise NothingToDrawError(f"expected two columns that name a party in every row, found {names}; {NEEDED}")
    raise NothingToDrawError(f"the answer names no link that the graph holds; {NEEDED}")


def naming_columns(answer: Answer) -> list[str]:
    """The columns of an answer that hold ids of links."""
    naming = [column for column in NAMING if column in answer.columns]
    return [column for column in naming if column != "links" or "link_ids" not in naming]


def links_of_row(row: Mapping[str, Any], naming: Iterable[str]) -> Iterable[str]:
    """What may be ids of links in these columns of a row, in their order."""
    return (id for column in naming for id in _ids(row[column]))


def _ids(value: Any) -> Iterable[str]:
    """Ids in a cell: "p001", "p001 (active)", or a list of such."""
    cells: list[Any] = [*value] if isinstance(value, list) else [value]
    for each in cells:
        found = _ID.match(each) if isinstance(each, str) else None
        if found:
            yield found[1]


def _row_by_row(
    answer: Answer,
    columns: tuple[str, str],
    known: Mapping[str, set[Ref[Any]]],
    held: Mapping[Ref[Any], Mapping[str, Any]],
    told: Mapping[str, Mapping[str, Any]],
) -> Found:
    found = Found()
    for row in answer:
        first, second = (_one(known[row[column]], row[column]) for column in columns)
        found.nodes |= {first: held[first], second: held[second]}
        found.edges[PartnersWith.kind, str(row["link"]), first, second] = _held(told.get(str(row["link"]), {}), row)
    return found


def _held(told: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """What the graph holds of a link, but what the row tells of it first: it may be of another day."""
    own = {name: row[name] for name in _OF_A_ROW if row.get(name) is not None}
    if not isinstance(own.get("evidence"), list):
        own.pop("evidence", None)
    return {**told, **own}


def _with_all_sides(store: Reader, answer: Answer, ids: Iterable[str], told: Mapping[str, Mapping[str, Any]]) -> Found:
    rows = {str(row["link"]): row for row in answer} if "link" in answer.columns else {}
    sides: dict[str, list[Ref[Any]]] = {}
    found = Found()
    for side in store.ask(_SIDES, {"ids": list(told)}):
        ref: Ref[Any] = Ref(kind_of(side["kinds"]), side["id"])
        found.nodes[ref] = {"name": side["name"], "name_th": side["name_th"]}
        sides.setdefault(side["link"], []).append(ref)
    for link in ids:
        refs = list(dict.fromkeys(sides.get(link, [])))
        for first, second in combinations(refs, 2):
            found.edges[PartnersWith.kind, link, first, second] = _held(told[link], rows.get(link, {}))
        if len(refs) < NAMED:
            found.alone.append(link)
    return found


def _parties(
    store: Reader, answer: Answer
) -> tuple[list[str], dict[str, set[Ref[Any]]], dict[Ref[Any], Mapping[str, Any]]]:
    """The columns that name a party in every row, who may be meant by each word, and the names of all."""
    rows = store.ask(
        f"MATCH (n:{'|'.join(PARTIES)}) RETURN labels(n) AS kinds, n.id AS id, n.name AS name, n.name_th AS name_th"
    )
    known: dict[str, set[Ref[Any]]] = {}
    held: dict[Ref[Any], Mapping[str, Any]] = {}
    for row in rows:
        ref: Ref[Any] = Ref(kind_of(row["kinds"]), row["id"])
        held[ref] = {"name": row["name"], "name_th": row["name_th"]}
        for word in {row["id"], row["name"], row["name_th"]} - {None}:
            known.setdefault(word, set()).add(ref)
    return _naming(answer, known), known, held


def _naming(answer: Answer, known: Mapping[str, set[Ref[Any]]]) -> list[str]:
    """Those columns; one that says the same as another, in Thai or as an id, is none of its own."""
    columns = [
        column
        for column in answer.columns
        if column != "link" and all(isinstance(row[column], str) and row[column] in known for row in answer)
    ]
    kept: list[str] = []
    for column in columns:
        if not any(all(known[row[column]] & known[row[other]] for row in answer) for other in kept):
            kept.append(column)
    return kept


def _one(refs: set[Ref[Any]], word: str) -> Ref[Any]:
    if len(refs) > 1:
        told: Sequence[str] = sorted(map(str, refs))
        raise GraphError(f"{one_line(word)} may be {', '.join(told)}; return the ids, or the nodes themselves")
    return next(iter(refs))
