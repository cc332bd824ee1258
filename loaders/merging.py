"""Rows that tell one event from different angles become one partnership with every row's evidence.

One event: the same parties in the same roles, the same form, dates that can be within a week of each other (of talks
and events: on one day), and sectors that don't exclude each other. Rows without a date are one only where they rest
on the same page.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

from graph.errors import one_line
from graph.facts import Facts
from graph.kinds import Edge, Ref
from graph.model import EvidencedBy, Joins, Partnership, PartOf, ReadIn, Sector, Serves
from graph.vocabulary import Form, Status

NEAR_DAYS = 7
_MEETINGS = (Form.TALKS, Form.MATCHING)
# The more cautious first: where rows differ on how far one event has come, a plan must not read as a deal.
_CAUTIOUS = (
    Status.DISPUTED,
    Status.FAILED,
    Status.ENDED,
    Status.EXPECTED,
    Status.ANNOUNCED,
    Status.IN_TALKS,
    Status.SIGNED,
    Status.ACTIVE,
    Status.COMPLETED,
)

_SHOWN_FIRST = ("until", "amount", "stake_pct", "vehicle", "isic")


def merge_events(facts: Facts) -> dict[str, str]:
    """Join partnerships that tell one event; returns which id went into which."""
    edges: defaultdict[Ref[Any], list[Edge]] = defaultdict(list)
    for edge in facts.edges.values():
        edges[edge.source].append(edge)
        edges[edge.target].append(edge)
    parents = {e.source: e.target for e in facts.edges_of(PartOf) if e.source.kind == Sector.kind}
    alike: defaultdict[Any, list[Partnership]] = defaultdict(list)
    for node in facts.nodes.values():
        if isinstance(node, Partnership):
            sides = frozenset((e.source, e.role) for e in edges[node.ref] if isinstance(e, Joins))
            if len(sides) > 1:
                alike[sides, node.form].append(node)
    merged: dict[str, str] = {}
    for group in alike.values():
        kept: list[Partnership] = []
        for partnership in group:
            same = next((k for k in kept if _one_event(k, partnership, edges, parents)), None)
            if same is None:
                kept.append(partnership)
                continue
            kept[kept.index(same)] = _merge(facts, same, partnership, edges)
            merged[partnership.id] = same.id
    return merged


def _one_event(
    one: Partnership, other: Partnership, edges: dict[Ref[Any], list[Edge]], parents: dict[Ref[Any], Ref[Any]]
) -> bool:
    sectors = [_branches({e.target for e in edges[p.ref] if isinstance(e, Serves)}, parents) for p in (one, other)]
    if sectors[0] and sectors[1] and not sectors[0] & sectors[1]:
        return False
    if one.start and other.start:
        near = 0 if one.form in _MEETINGS else NEAR_DAYS
        return one.start.days_from(other.start) <= near
    return one.start is None and other.start is None and bool(_pages(one, edges) & _pages(other, edges))


def _branches(sectors: set[Ref[Any]], parents: dict[Ref[Any], Ref[Any]]) -> set[Ref[Any]]:
    """The sectors with all above them but the top, under which everything falls."""
    found: set[Ref[Any]] = set()
    for sector in sectors:
        here: Ref[Any] | None = sector
        while here is not None and here not in found and (here in parents or here == sector):
            found.add(here)
            here = parents.get(here)
    return found


def _pages(partnership: Partnership, edges: dict[Ref[Any], list[Edge]]) -> set[Ref[Any]]:
    evidence = [e.target for e in edges[partnership.ref] if isinstance(e, EvidencedBy)]
    return {e.target for ref in evidence for e in edges[ref] if isinstance(e, ReadIn)}


def _renamed(kept: Partnership, other: Partnership) -> tuple[str, ...]:
    """The second row's own wording of what the partnership is."""
    return () if other.name == kept.name else (other.name,)


def _merge(facts: Facts, kept: Partnership, other: Partnership, edges: dict[Ref[Any], list[Edge]]) -> Partnership:
    """The second partnership taken into the first: its edges moved, its id kept as another name."""
    for edge in list(edges[other.ref]):
        place = (edge.kind, edge.place)
        origin = facts.origins.pop(place)
        del facts.edges[place]
        moved = replace(edge, source=kept.ref) if edge.source == other.ref else replace(edge, target=kept.ref)
        if isinstance(moved, Serves):
            moved = replace(moved, status=None)
        facts.add(moved, origin)
        edges[kept.ref].append(moved)
    origin = facts.origins.pop(other.ref)
    del facts.nodes[other.ref]
    status = min(kept.status, other.status, key=_CAUTIOUS.index)
    if kept.status is not other.status:
        first = facts.origins[kept.ref].place
        facts.problem(
            replace(origin.place, column="status"),
            f"sources disagree on Partnership {kept.id}: {other.status} here, {kept.status} at {first}; "
            f"the more cautious, {status}, is shown first",
        )
    for name in _SHOWN_FIRST:
        ours, theirs = getattr(kept, name), getattr(other, name)
        if ours and theirs and ours != theirs:
            facts.problem(
                replace(origin.place, column=name),
                f"sources disagree on Partnership {kept.id}: {one_line(theirs)} here, {one_line(ours)} at "
                f"{facts.origins[kept.ref].place}; {one_line(ours)} is shown",
            )
    start = min((s for s in (kept.start, other.start) if s), key=lambda s: (-len(str(s)), str(s)), default=None)
    joined = replace(
        kept,
        status=status,
        start=start,
        until=kept.until or other.until,
        aliases=tuple(dict.fromkeys(filter(None, (*kept.aliases, other.id, *_renamed(kept, other), *other.aliases)))),
        evidence=(*kept.evidence, *(e for e in other.evidence if e not in kept.evidence)),
        sector_words=(*kept.sector_words, *(w for w in other.sector_words if w not in kept.sector_words)),
        note="; ".join(dict.fromkeys(filter(None, (kept.note, other.note)))),
        vehicle=kept.vehicle or other.vehicle,
        amount=kept.amount or other.amount,
        stake_pct=kept.stake_pct if kept.stake_pct is not None else other.stake_pct,
        isic=kept.isic or other.isic,
        checked=kept.checked or other.checked,
    )
    facts.nodes[kept.ref] = joined
    return joined
