"""What stands behind programmes: their legs, who runs them, whom they reach, and the links and events under them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.store import Reader, Record
from queries.ask import read_named
from queries.on_day import SINCE, STATUS, UNTIL

_EDGES = """
MATCH (a:{source})-[r:{kind}]->(b:{target})
RETURN '{kind}' AS relation, labels(a)[0] AS kind, a.id AS id, labels(b)[0] AS other_kind, b.id AS other_id,
       r.status AS status, r.evidence AS evidence
ORDER BY id, other_kind, other_id
"""
_BETWEEN = (
    ("Programme", "PART_OF", "Programme"),
    ("Agency", "RUNS", "Programme"),
    ("Programme", "USES", "Programme|Capability"),
    ("Programme", "COVERS", "Country|Bloc"),
    ("Event", "ABOUT", "Programme"),
    ("Agency", "TOOK_PART_IN", "Event"),
)
"""The relations read, from the kind at one end to that at the other."""
_LINKS = (
    """
MATCH (p:Partnership)
WHERE (size(p.programmes) > 0 OR p.form = 'programme') AND (p.start IS NULL OR p.start <= $as_of)
WITH p, """
    + UNTIL
    + """
RETURN p.id AS id, p.programmes AS programmes, p.form AS form, p.confidence AS confidence, p.evidence AS evidence,
       until,
       """
    + SINCE
    + """,
       """
    + STATUS
    + """
ORDER BY id
"""
)
_SIDES = """
UNWIND $links AS id
MATCH (x)-[j:JOINS]->(:Partnership {id: id})
RETURN id AS link, labels(x)[0] AS kind, x.id AS id, j.role AS role
ORDER BY link, j.side, kind, id
"""
_NAMES = """
UNWIND $ids AS id
MATCH (n:{kind} {{id: id}})
OPTIONAL MATCH (n:Agency|Firm)-[:BASED_IN]->(seat:Country)
RETURN n.id AS id, n.name AS name, n.name_th AS name_th, n.form AS form,
       CASE labels(n)[0] WHEN 'Country' THEN n.id ELSE seat.id END AS country
"""
_PROGRAMMES = "MATCH (p:Programme) RETURN p.id AS id ORDER BY id"
_PLAIN: Record = {"since": None, "until": None, "form": None, "confidence": None, "role": None}

Node = tuple[str, str]
"""Kind and id."""


def behind_programmes(store: Reader, programme: str, day: date) -> Iterator[Record]:
    """A row for each relation of the programmes, and for each side of each link under one or named a programme itself.

    programme: only what hangs together with this one; empty for all. A programme with no relation has a row alone.
    """
    wanted = read_named(store, "behind-programmes: programme", "Programme", programme) if programme else ""
    edges: list[Record] = [
        {**_PLAIN, **row}
        for source, kind, target in _BETWEEN
        for row in store.ask(_EDGES.format(source=source, kind=kind, target=target))
    ]
    links = {row["id"]: row for row in store.ask(_LINKS, {"as_of": day})}
    for row in links.values():
        ids: list[str] = row["programmes"] or []
        told = {name: row[name] for name in ("status", "evidence", "since", "until", "form", "confidence")}
        edges += [{**_PLAIN, **told, **_ends("UNDER", ("Partnership", row["id"]), ("Programme", id))} for id in ids]
    for side in store.ask(_SIDES, {"links": list(links)}):
        row = links[side["link"]]
        told = {name: row[name] for name in ("status", "evidence", "since", "until", "form", "confidence")}
        ends = _ends("JOINS", (side["kind"], side["id"]), ("Partnership", side["link"]))
        edges.append({**told, **ends, "role": side["role"]})
    events = {row["id"] for row in edges if row["relation"] == "ABOUT"}
    edges = [row for row in edges if row["relation"] != "TOOK_PART_IN" or row["other_id"] in events]
    met = {end for row in edges for end in _both(row)}
    every: list[Node] = [("Programme", row["id"]) for row in store.ask(_PROGRAMMES)]
    alone: list[Record] = [
        {**_PLAIN, **_ends(None, node, None), "status": None, "evidence": []} for node in every if node not in met
    ]
    rows = [*edges, *alone]
    if wanted:
        rows = _around(rows, ("Programme", wanted))
    names = _names(store, {end for row in rows for end in _both(row)})
    for row in rows:
        for end in ("", "other_"):
            called = names.get((row[f"{end}kind"], row[f"{end}id"]), {})
            row |= {f"{end}{name}": called.get(name) for name in ("name", "name_th", "country")}
        yield {**row, "evidence": row["evidence"] or []}


def _ends(relation: str | None, source: Node, target: Node | None) -> Record:
    other = target or (None, None)
    return {"relation": relation, "kind": source[0], "id": source[1], "other_kind": other[0], "other_id": other[1]}


def _both(row: Record) -> list[Node]:
    return [(row["kind"], row["id"])] + ([(row["other_kind"], row["other_id"])] if row["other_id"] else [])


def _around(rows: list[Record], middle: Node) -> list[Record]:
    """The rows that lead on from a programme: up and down its tree, then to what stands under its parts."""
    inside = {middle}
    parts = [row for row in rows if row["relation"] in ("PART_OF", "USES")]
    while True:
        grown = inside | {
            ("Programme", row["id"])
            for row in parts
            if row["relation"] == "PART_OF" and row["other_id"] in _ids(inside)
        }
        grown |= {
            (row["other_kind"], row["other_id"])
            for row in parts
            if row["relation"] == "USES" and row["id"] in _ids(grown)
        }
        if grown == inside:
            break
        inside = grown
    held = {(row["kind"], row["id"]) for row in rows if row["relation"] in ("UNDER", "ABOUT") and _leads(row, inside)}
    return [row for row in rows if any(end in inside or end in held for end in _both(row))]


def _leads(row: Record, inside: set[Node]) -> bool:
    return (row["other_kind"], row["other_id"]) in inside


def _ids(nodes: set[Node]) -> set[str]:
    return {id for kind, id in nodes if kind == "Programme"}


def _names(store: Reader, nodes: set[Node]) -> dict[Node, Record]:
    """Names, countries and forms of all nodes."""
    ids: dict[str, list[str]] = {}
    for kind, id in sorted(nodes):
        ids.setdefault(kind, []).append(id)
    return {
        (kind, row["id"]): row for kind, own in ids.items() for row in store.ask(_NAMES.format(kind=kind), {"ids": own})
    }
