"""Who stands between others: betweenness, constraint and effective size of each party, all by NetworkX."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum
from typing import cast

import networkx as nx

from queries.structure.backend import compiled
from queries.structure.ties import Ties, link_ids

EXACT_WORK = 600_000
"""Steps (parties times parties and ties) up to which betweenness is computed from every party: a second's work."""
FEWEST_PIVOTS, MOST_PIVOTS = 2, 200
SEED = 2007
"""Of the sample of pivots, so that the same network gives the same figures again."""
DIGITS = 4


@dataclass(frozen=True)
class Broker:
    """What the place of a party in the network is worth.

    betweenness: share of all pairs of other parties whose shortest chains run through it, a pair with several such
    chains counted by the share of them (Freeman 1977). constraint: how far its ties lead to the same few, by links
    (Burt 1992); low is free. effective_size: its partners less those that its other partners reach already (Burt 1992,
    in the form of Borgatti 1997).
    """

    party: str
    partners: int
    links: int
    betweenness: float
    constraint: float
    effective_size: float


@dataclass(frozen=True)
class Basis:
    """What betweenness was computed from: every party, or so many pivots."""

    parties: int
    pivots: int

    @property
    def is_exact(self) -> bool:
        """Whether it was computed from every party."""
        return self.pivots == self.parties

    @property
    def said(self) -> str:
        """The same in words."""
        if self.is_exact:
            return "exact"
        return f"estimated from {self.pivots} of {self.parties} parties as pivots (Brandes and Pich 2007)"


def betweenness(ties: Ties, pivots: int = 0) -> tuple[dict[str, float], Basis]:
    """The betweenness of every party, and what it was computed from: so many pivots, or those `pivots_for` gives."""
    size = ties.number_of_nodes()
    pivots = min(size, pivots) if pivots > 0 else pivots_for(size, ties.number_of_edges())
    with compiled(size):
        found: dict[str, float]
        if pivots == size:
            found = nx.betweenness_centrality(ties)
        else:
            found = nx.betweenness_centrality(ties, k=pivots, seed=SEED)
    return {party: round(value, DIGITS) for party, value in found.items()}, Basis(size, pivots)


def pivots_for(parties: int, ties: int) -> int:
    """From how many parties the search starts: from all, while that is bounded work, else from a sample."""
    each = parties + ties
    if parties * each <= EXACT_WORK:
        return parties
    return max(FEWEST_PIVOTS, min(parties, MOST_PIVOTS, EXACT_WORK // each))


def brokers(ties: Ties, most: int | None = None, pivots: int = 0) -> tuple[list[Broker], Basis]:
    """Parties by betweenness, the highest first; those level with one another by how many partners, then by key.

    most: how many; the other two measures are computed for these only.
    """
    between, basis = betweenness(ties, pivots)
    order = sorted(ties, key=lambda party: (-between[party], -ties.degree(party), party))[:most]
    constraint, size = constraints(ties, order), effective_sizes(ties, order)
    return [
        Broker(party, ties.degree(party), len(link_ids(ties, [party])), between[party], constraint[party], size[party])
        for party in order
    ], basis


def constraints(ties: Ties, parties: Iterable[str]) -> dict[str, float]:
    """Burt's constraint of these parties, ties weighted by their links.

    Written out here, as `networkx.constraint` takes minutes where a party has some hundred partners; a test holds the
    two equal.
    """
    strength = {party: float(ties.degree(party, weight="links")) for party in ties}
    found: dict[str, float] = {}
    for party in parties:
        spent: dict[str, float] = {}
        for partner, tie in ties[party].items():
            direct = tie["links"] / strength[party]
            spent[partner] = spent.get(partner, 0.0) + direct
            for other, onward in ties[partner].items():
                if other in ties[party]:
                    spent[other] = spent.get(other, 0.0) + direct * onward["links"] / strength[partner]
        found[party] = round(fsum(share * share for share in spent.values()), DIGITS)
    return found


def effective_sizes(ties: Ties, parties: Iterable[str]) -> dict[str, float]:
    """The effective size of the ego networks of these parties, in partners: n - 2t/n (Borgatti 1997).

    t, the ties among the n partners, is the number of triangles that the party is in.
    """
    wanted = list(parties)
    triangles = cast("dict[str, int]", nx.triangles(ties, wanted))  # pyright: ignore[reportUnknownMemberType]
    return {party: round(n - 2 * triangles[party] / n, DIGITS) for party in wanted if (n := ties.degree(party))}
