"""Groups that deal with one another more than with the rest: Louvain's method, the same groups every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from queries.structure.ties import Ties, link_ids

SEED = 2008
LARGE = 5_000
"""Parties from which on label propagation takes the place of Louvain's method, which would take several seconds."""
LOUVAIN, PROPAGATION = "Louvain (Blondel et al. 2008)", "label propagation (Traag and Šubelj 2023)"


@dataclass(frozen=True)
class Community:
    """Parties of one group, those with most partners inside it first; links inside, and from it to others."""

    parties: tuple[str, ...]
    inside: tuple[str, ...]
    outward: tuple[str, ...]


def method_for(ties: Ties) -> str:
    """The method that a network of this size is parted by."""
    return LOUVAIN if ties.number_of_nodes() < LARGE else PROPAGATION


def communities(ties: Ties) -> tuple[list[Community], float]:
    """The groups, the largest first, and the modularity of the whole parting: 0 where it is no better than chance.

    Louvain's method, from LARGE parties on label propagation, ties weighted by their links. Parties are numbered in
    order of their keys first, so that the groups hang on nothing but the network and the seed.
    """
    if not ties.number_of_edges():
        return [], 0.0
    keys = sorted(ties)
    number = {key: place for place, key in enumerate(keys)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(number.values())
    for one, other in sorted(tuple(sorted((number[u], number[v]))) for u, v in ties.edges):
        numbered.add_edge(one, other, links=ties.edges[keys[one], keys[other]]["links"])
    groups: list[set[int]]
    if method_for(ties) == LOUVAIN:
        groups = nx.community.louvain_communities(numbered, weight="links", seed=SEED)
    else:
        propagated: Any = nx.community.fast_label_propagation_communities(  # pyright: ignore[reportUnknownMemberType]
            numbered, weight="links", seed=SEED
        )
        groups = list(propagated)
    modularity = round(nx.community.modularity(numbered, groups, weight="links"), 4)
    found = [_community(ties, {keys[place] for place in group}) for group in groups]
    return sorted(found, key=lambda c: (-len(c.parties), sorted(c.parties))), modularity


def _community(ties: Ties, group: set[str]) -> Community:
    inner = ties.subgraph(group)
    inside, every = link_ids(inner, group), link_ids(ties, group)
    order = sorted(group, key=lambda party: (-inner.degree(party), party))
    return Community(tuple(order), tuple(inside), tuple(sorted({*every} - {*inside})))
