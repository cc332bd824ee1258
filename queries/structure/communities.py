"""Groups that deal with one another more than with the rest: Louvain's method, the same groups every time."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from queries.structure.ties import Ties

SEED = 2008


@dataclass(frozen=True)
class Community:
    """Parties of one group, those with most partners inside it first; links inside, and from it to others."""

    parties: tuple[str, ...]
    inside: tuple[str, ...]
    outward: tuple[str, ...]


def communities(ties: Ties) -> tuple[list[Community], float]:
    """The groups, the largest first, and the modularity of the whole parting: 0 where it is no better than chance.

    Louvain's method (Blondel et al. 2008), ties weighted by their links. Parties are numbered in order of their keys
    first, so that the groups hang on nothing but the network and the seed.
    """
    if not ties.number_of_edges():
        return [], 0.0
    keys = sorted(ties)
    number = {key: place for place, key in enumerate(keys)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(number.values())
    laid = (sorted((number[one], number[other])) + [links] for one, other, links in ties.edges(data="links"))
    numbered.add_weighted_edges_from(sorted(laid), weight="links")
    groups = nx.community.louvain_communities(numbered, weight="links", seed=SEED)
    modularity = round(nx.community.modularity(numbered, groups, weight="links"), 4)
    found = [_community(ties, {keys[place] for place in group}) for group in groups]
    return sorted(found, key=lambda c: (-len(c.parties), sorted(c.parties))), modularity


def _community(ties: Ties, group: set[str]) -> Community:
    inner = ties.subgraph(group)
    inside = {id for _, _, ids in inner.edges(data="ids") for id in ids}
    every = {id for _, _, ids in ties.edges(group, data="ids") for id in ids}
    order = sorted(group, key=lambda party: (-inner.degree(party), party))
    return Community(tuple(order), tuple(sorted(inside)), tuple(sorted(every - inside)))
