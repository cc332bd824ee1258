"""What follows from the facts and is therefore never written by a loader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from graph.facts import Facts
from graph.kinds import Edge, Ref
from graph.model import BasedIn, Country, Joins, Partnership, PartnersWith, Programme, Serves, Under
from graph.vocabulary import Confidence, Reach, Role


def derive(facts: Facts) -> None:
    """Add what follows: sectors a partnership takes from its programme, its countries, and PARTNERS_WITH."""
    _inherit_sectors(facts)
    seats = {e.source: e.target.id for e in facts.edges_of(BasedIn)}
    joined = _by_target(facts, Joins)
    served = _by_source(facts, Serves)
    under = _by_source(facts, Under)
    for ref, partnership in list(facts.nodes.items()):
        if isinstance(partnership, Partnership):
            sides = sorted(joined[ref], key=_side)
            at = [e.source.id if e.source.kind == Country.kind else seats.get(e.source, "") for e in sides]
            countries = tuple(sorted(set(at) - {""}))
            sectors = tuple(sorted({e.target.id for e in served[ref]}))
            facts.nodes[ref] = replace(
                partnership,
                countries=countries,
                sectors=sectors,
                open_sides=at.count(""),
                reach=Reach.NAMED if sectors else partnership.reach,
                programmes=tuple(sorted(e.target.id for e in under[ref] if e.target.kind == Programme.kind)),
            )
            for edge in _short_ways(partnership, sides, sectors, countries):
                facts.add(edge, facts.origins[ref])


def _inherit_sectors(facts: Facts) -> None:
    """A partnership that names no sector serves those of the programme it is under."""
    served = _by_source(facts, Serves)
    for under in list(facts.edges_of(Under)):
        partnership = facts.nodes.get(under.source)
        if under.target.kind != Programme.kind or not isinstance(partnership, Partnership):
            continue
        if served[under.source] or partnership.sector_words or not served[under.target]:
            continue
        for serves in served[under.target]:
            inherited = Serves(
                source=under.source,
                target=serves.target,
                status=serves.status,
                confidence=Confidence.INFERRED,
                evidence=serves.evidence,
                note="sector of its programme",
            )
            facts.add(inherited, facts.origins[under.source])


def _short_ways(
    partnership: Partnership, sides: list[Edge], sectors: tuple[str, ...], countries: tuple[str, ...]
) -> Iterator[PartnersWith]:
    """One edge for each pair of parties; a mere place is no party."""
    parties = [e.source for e in sides if isinstance(e, Joins) and e.role is Role.PARTY]
    for first, second in combinations(parties, 2):
        yield PartnersWith(
            source=first,
            target=second,
            partnership=partnership.id,
            name=partnership.name,
            form=partnership.form,
            status=partnership.status,
            confidence=partnership.confidence,
            since=partnership.start,
            until=partnership.until,
            sectors=sectors,
            countries=countries,
            evidence=partnership.evidence,
        )


def _by_source(facts: Facts, kind: type[Edge]) -> defaultdict[Ref[Any], list[Edge]]:
    found: defaultdict[Ref[Any], list[Edge]] = defaultdict(list)
    for edge in facts.edges_of(kind):
        found[edge.source].append(edge)
    return found


def _by_target(facts: Facts, kind: type[Edge]) -> defaultdict[Ref[Any], list[Edge]]:
    found: defaultdict[Ref[Any], list[Edge]] = defaultdict(list)
    for edge in facts.edges_of(kind):
        found[edge.target].append(edge)
    return found


def _side(edge: Edge) -> tuple[int, str]:
    return (edge.side if isinstance(edge, Joins) and edge.side is not None else 99, str(edge.source))
