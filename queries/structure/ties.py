"""The network of parties: one tie for all links of two parties, so that it can be measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from graph.errors import GraphError, nearest, one_line
from queries.structure.links import Link, Party

if TYPE_CHECKING:
    Ties = nx.Graph[str]
else:
    Ties = nx.Graph

LEVELS = ("party", "country")


def read_level(where: str, text: str) -> str:
    """Whether each body is a party of its own, or all bodies of a country one. Raises GraphError for another word."""
    if text not in LEVELS:
        raise GraphError(
            f"{where}: level: expected {' or '.join(LEVELS)}, found {one_line(text)!r}{nearest(text, LEVELS)}"
        )
    return text


def at_level(link: Link, parties: Mapping[str, Party], level: str) -> tuple[str, ...]:
    """Who joins a link, each once: as named, or each by its country where that is known and the level is country."""
    if level == "party":
        return link.parties
    homes = (parties[key].home for key in link.parties)
    return tuple(
        dict.fromkeys(f"Country:{home}" if home else key for key, home in zip(link.parties, homes, strict=True))
    )


def network_of(links: Iterable[Link], parties: Mapping[str, Party], level: str = "party") -> Ties:
    """Parties tied by the links they share: a tie holds `links`, how many, and `ids`, which.

    A link with one party has no tie, nor at the level of countries has one between bodies of one country. Nodes and
    ties are laid in order of their keys, so that whatever depends on the order comes out the same again.
    """
    shared: dict[tuple[str, str], list[str]] = {}
    for link in links:
        for pair in combinations(sorted(at_level(link, parties, level)), 2):
            shared.setdefault(pair, []).append(link.id)
    ties: Ties = nx.Graph()
    ties.add_nodes_from(sorted({key for pair in shared for key in pair}))
    for (one, other), ids in sorted(shared.items()):
        ties.add_edge(one, other, links=len(ids), ids=sorted(ids))
    return ties


def link_ids(ties: Ties, parties: Iterable[str]) -> list[str]:
    """The ids of all links that tie these parties to anybody, each once."""
    found: set[str] = set()
    for one, other in ties.edges(list(parties)):
        held: list[str] = ties.edges[one, other]["ids"]
        found.update(held)
    return sorted(found)
