"""Chains of documented ties between parties, walked ring by ring so that only what is near is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.errors import GraphError, nearest, one_line
from graph.store import Reader, Record
from queries.on_day import STATUS, UNTIL

LONGEST = 6
"""Steps after which the walk is given up."""

Body = tuple[str, str]
"""Kind and id."""

_REAL = ["active", "signed", "completed"]
_PLANNED = ["in talks", "announced", "expected"]
_WALKED = ("Agency", "Firm", "Programme")
_LINKS = (
    """
MATCH (x:{kind})-[:JOINS {{role: 'party'}}]->(p:Partnership)
WHERE x.id IN $ids AND (p.start IS NULL OR p.start <= $as_of)
WITH x, p, """
    + UNTIL
    + """
WITH x, p,
     """
    + STATUS
    + """
WHERE status IN $statuses
MATCH (y)-[:JOINS {{role: 'party'}}]->(p)
OPTIONAL MATCH (y:Agency|Firm)-[:BASED_IN]->(seat:Country)
RETURN x.id AS source, labels(y)[0] AS kind, y.id AS id, y.name AS name, seat.id AS home,
       p.name AS tie, status, p.id AS link, p.evidence AS evidence
"""
)
_TREE = """
MATCH (x:{kind})-[t]-(y:Agency|Programme)
WHERE x.id IN $ids AND type(t) IN ['PART_OF', 'RUNS']
OPTIONAL MATCH (y:Agency|Firm)-[:BASED_IN]->(seat:Country)
RETURN x.id AS source, labels(y)[0] AS kind, y.id AS id, y.name AS name, seat.id AS home,
       CASE type(t) WHEN 'RUNS' THEN 'runs' ELSE 'is part of' END AS tie, t.status AS status, null AS link,
       t.evidence AS evidence
"""


@dataclass
class _Chain:
    """The way to a body, from the firm on."""

    bodies: list[Body]
    names: list[str]
    ties: list[Record] = field(default_factory=list[Record])

    def then(self, tie: Record) -> _Chain:
        """The chain with one more step."""
        return _Chain([*self.bodies, (tie["kind"], tie["id"])], [*self.names, tie["name"]], [*self.ties, tie])


def shortest_chains(store: Reader, firm: str, country: str, *, with_plans: bool, day: date) -> list[Record]:
    """A row for each partner in the country that the fewest steps lead to, the ways between equals chosen by id."""
    start = _firm(store, firm)
    statuses = _REAL + (_PLANNED if with_plans else [])
    ring = {start.bodies[0]: start}
    seen = set(ring)
    for _ in range(LONGEST):
        ring = _next_ring(store, ring, seen, {"statuses": statuses, "as_of": day})
        seen |= set(ring)
        there = [c for body, c in sorted(ring.items()) if body == ("Country", country) or c.ties[-1]["home"] == country]
        if there:
            return [_row(chain) for chain in there]
        ring = {body: chain for body, chain in ring.items() if body[0] in _WALKED}
        if not ring:
            break
    return [_none(start, country, with_plans=with_plans, reached=len(seen) - 1)]


def _firm(store: Reader, name: str) -> _Chain:
    rows = store.ask(
        "MATCH (f:Firm) RETURN f.id AS id, f.name AS name, f.name_th AS th, f.ticker AS ticker, f.aliases AS more"
    )
    wanted = name.casefold()
    found: dict[str, Record] = {}
    for row in rows:
        known: list[Any] = [row["id"], row["name"], row["th"], row["ticker"], *(row["more"] or [])]
        if wanted in (str(k).casefold() for k in known if k):
            found[row["id"]] = row
    if len(found) == 1:
        ((id, row),) = found.items()
        return _Chain([("Firm", id)], [row["name"]])
    if found:
        raise GraphError(
            f"shortest-chain: firm: {one_line(name)} may mean {', '.join(sorted(found))}; give one of these ids"
        )
    names = [str(r["name"]) for r in rows]
    raise GraphError(
        f"shortest-chain: firm: expected the id, ticker, English or Thai name of a firm, found {one_line(name)!r}"
        f"{nearest(name, names)}"
    )


def _next_ring(store: Reader, ring: dict[Body, _Chain], seen: set[Body], given: Record) -> dict[Body, _Chain]:
    """The bodies one step further; where several ways lead to one, the first by the ids of what it passes."""
    found: dict[Body, tuple[tuple[str, ...], _Chain]] = {}
    for kind in _WALKED:
        ids = sorted(id for held, id in ring if held == kind)
        texts = [_TREE] if kind == "Programme" else [_TREE, _LINKS] if kind == "Agency" else [_LINKS]
        for text in texts if ids else []:
            params = {"ids": ids, **(given if text is _LINKS else {})}
            for tie in store.ask(text.format(kind=kind), params):
                body = (tie["kind"], tie["id"])
                if body in seen:
                    continue
                chain = ring[kind, tie["source"]].then(tie)
                place = (
                    *(id for _, id in chain.bodies),
                    *(t["link"] or "" for t in chain.ties),
                    *(t["tie"] for t in chain.ties),
                )
                if body not in found or place < found[body][0]:
                    found[body] = place, chain
    return {body: chain for body, (_, chain) in found.items()}


def _row(chain: _Chain) -> Record:
    ties = chain.ties
    undocumented = [t["tie"] for t in ties if not t["evidence"]]
    evidence: list[str] = [id for t in ties for id in t["evidence"] or ()]
    planned = [t["link"] for t in ties if t["status"] in _PLANNED]
    return {
        "firm": chain.names[0],
        "partner": _named(chain, -1),
        "kind": chain.bodies[-1][0],
        "steps": len(ties),
        "chain": [_named(chain, place) for place in range(len(chain.names))],
        "kinds": [kind for kind, _ in chain.bodies],
        "ties": [f"{t['tie']} ({t['status']})" if t["status"] else t["tie"] for t in ties],
        "statuses": [t["status"] or "" for t in ties],
        "link_ids": [t["link"] for t in ties if t["link"]],
        "evidence": list(dict.fromkeys(evidence)),
        "unknowns": ["whether any of them would introduce the firm: no source read says so"]
        + [f"whether {link} comes about: it is only planned or in talks" for link in planned]
        + [f"on what {tie!r} rests: no evidence is given" for tie in undocumented],
    }


def _named(chain: _Chain, place: int) -> str:
    """A body with its country: two ministries may bear one name."""
    place %= len(chain.names)
    home = chain.ties[place - 1]["home"] if place else None
    return f"{chain.names[place]} ({home})" if home and "(" not in chain.names[place] else chain.names[place]


def _none(start: _Chain, country: str, *, with_plans: bool, reached: int) -> Record:
    told = "running, signed, completed or planned" if with_plans else "running, signed or completed"
    row: Record = dict.fromkeys(("partner", "kind", "steps"))
    row |= {
        "firm": start.names[0],
        **{name: [] for name in ("chain", "kinds", "ties", "statuses", "link_ids", "evidence")},
    }
    searched = f"no chain of at most {LONGEST} {told} ties is in the data ({reached} bodies were reached)"
    row["unknowns"] = [f"how the firm might reach {country}: {searched}"]
    return row
