"""Where the network hangs on one party or one tie: articulation points and bridges, with what each holds together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import networkx as nx

from queries.structure.backend import compiled
from queries.structure.ties import Ties


@dataclass(frozen=True)
class WeakPoint:
    """A party (`other` empty) or a tie without which a part of the network is cut off from its larger rest.

    pieces: into how many parts what hung together falls. cut_off: the parties outside the largest of them.
    """

    party: str
    other: str
    pieces: int
    cut_off: tuple[str, ...]


def weak_points(ties: Ties, at_least: int = 1, most: int | None = None) -> list[WeakPoint]:
    """The weak points that cut off so many parties or more, the heaviest first; parties before ties.

    Sizes are summed over the tree of blocks and the parties that join them, so that a large network is walked once;
    who is cut off is listed only for those told.
    """
    with compiled(ties.number_of_nodes()):
        joining = set(nx.articulation_points(ties))
        # Sets of parties, whatever the types of networkx say.
        blocks = cast("list[set[str]]", list(nx.biconnected_components(ties)))
    tree, weight = _blocks(joining, sorted(map(sorted, blocks)))
    points = [w for part in nx.connected_components(tree) for w in _of_part(tree, weight, min(part, key=str))]
    heavy = sorted((w for w in points if w[0] >= at_least), key=lambda w: (-w[0], w[2] != "", w[1], w[2]))
    return [_listed(ties, party, other) for _, party, other in heavy[:most]]


Place = tuple[str, str] | tuple[int, int]
"""A party that joins blocks, as ("party", key), or a block, as (its number, how many parties it has)."""


def _blocks(joining: set[str], blocks: list[list[str]]) -> tuple[nx.Graph[Place], dict[Place, int]]:
    """The tree of blocks and joining parties, and how many parties each place of it adds."""
    tree: nx.Graph[Place] = nx.Graph()
    weight: dict[Place, int] = {}
    for number, block in enumerate(blocks):
        place: Place = (number, len(block))
        tree.add_node(place)
        weight[place] = sum(party not in joining for party in block)
        for party in block:
            if party in joining:
                weight["party", party] = 1
                tree.add_edge(place, ("party", party))
            if len(block) == 2:
                tree.nodes[place]["tie"] = tuple(block)
    return tree, weight


def _of_part(tree: nx.Graph[Place], weight: dict[Place, int], root: Place) -> Iterator[tuple[int, str, str]]:
    """How many parties each weak point of one part of the network cuts off, with the one or two parties it is."""
    above: dict[Place, Place] = dict(nx.bfs_predecessors(tree, root))
    held: dict[Place, int] = {}
    for place in [*reversed(above), root]:
        held[place] = held.get(place, 0) + weight[place]
        if place in above:
            held[above[place]] = held.get(above[place], 0) + held[place]
    total = held[root]
    for place in [root, *above]:
        below = [held[other] for other in tree[place] if above.get(other) == place]
        if place[0] == "party":
            pieces = [*below, *([total - held[place]] if place in above else [])]
            yield total - 1 - max(pieces), str(place[1]), ""
        elif "tie" in tree.nodes[place]:
            one, other = tree.nodes[place]["tie"]
            yield _smaller_side(tree, above, held, place, total), one, other


def _smaller_side(
    tree: nx.Graph[Place], above: dict[Place, Place], held: dict[Place, int], place: Place, total: int
) -> int:
    """How many parties are on the smaller side of a tie: a side ends at a joining party, or is one party alone."""
    for joint in tree[place]:
        side = held[joint] if above.get(joint) == place else total - held[place]
        return min(side, total - side)
    return 1


def _listed(ties: Ties, party: str, other: str) -> WeakPoint:
    """The weak point with who is cut off, found by taking it away."""
    part = ties.subgraph(nx.node_connected_component(ties, party)).copy()
    if other:
        part.remove_edge(party, other)
    else:
        part.remove_node(party)
    pieces = sorted(map(sorted, nx.connected_components(part)), key=lambda piece: (-len(piece), piece))
    return WeakPoint(party, other, len(pieces), tuple(sorted(key for piece in pieces[1:] for key in piece)))
