"""Where the network hangs on one party or one tie: articulation points and bridges, with what each holds together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

import networkx as nx

from queries.structure.backend import compiled
from queries.structure.ties import Ties

Place = tuple[str, str] | tuple[int, int]
"""A party that joins blocks, as ("party", key), or a block, as (its number, how many parties it has)."""


@dataclass(frozen=True)
class WeakPoint:
    """A party (`other` empty) or a tie without which a part of the network is cut off from its larger rest.

    pieces: into how many parts what hung together falls. cut_off: the parties outside the largest of them.
    """

    party: str
    other: str
    pieces: int
    cut_off: tuple[str, ...]


class _Piece(NamedTuple):
    """A part that a weak point cuts: all below a place of the tree, all that is not below it, or one party alone."""

    size: int
    place: Place
    is_below: bool = True
    alone: str = ""


class _Point(NamedTuple):
    cut_off: int
    party: str
    other: str
    pieces: list[_Piece]
    part: _Part


def weak_points(ties: Ties, at_least: int = 1, most: int | None = None) -> list[WeakPoint]:
    """The weak points that cut off so many parties or more, the heaviest first; parties before ties.

    Sizes are summed over the tree of blocks and the parties that join them, so that a large network is walked once;
    who is cut off is listed only for those told.
    """
    with compiled(ties.number_of_nodes()):
        joining = set(nx.articulation_points(ties))
        # Sets of parties, whatever the types of networkx say.
        blocks = cast("list[set[str]]", list(nx.biconnected_components(ties)))
    tree, own = _tree(joining, sorted(map(sorted, blocks)))
    points = [p for part in nx.connected_components(tree) for p in _Part(tree, own, part).points()]
    heavy = sorted((p for p in points if p.cut_off >= at_least), key=lambda p: (-p.cut_off, p.other != "", *p[1:3]))
    return [WeakPoint(p.party, p.other, len(p.pieces), p.part.listed(p.pieces)) for p in heavy[:most]]


def _tree(joining: set[str], blocks: list[list[str]]) -> tuple[nx.Graph[Place], dict[Place, list[str]]]:
    """The tree of blocks and joining parties, and the parties that each place of it adds."""
    tree: nx.Graph[Place] = nx.Graph()
    own: dict[Place, list[str]] = {}
    for number, block in enumerate(blocks):
        place: Place = (number, len(block))
        tree.add_node(place, tie=block if len(block) == 2 else [])
        own[place] = [party for party in block if party not in joining]
        for party in block:
            if party in joining:
                own["party", party] = [party]
                tree.add_edge(place, ("party", party))
    return tree, own


class _Part:
    """A part of the network that hangs together, its tree hung up at the largest block."""

    def __init__(self, tree: nx.Graph[Place], own: dict[Place, list[str]], places: set[Place]) -> None:
        self._tree, self._own = tree, own
        root = min((p for p in places if p[0] != "party"), key=lambda p: (-cast("int", p[1]), p[0]))
        self._above: dict[Place, Place] = dict(nx.bfs_predecessors(tree, root))
        self._order = [root, *self._above]
        self._held = {place: len(own[place]) for place in self._order}
        for place in reversed(self._order[1:]):
            self._held[self._above[place]] += self._held[place]
        self._total = self._held[root]

    def points(self) -> Iterator[_Point]:
        """Every weak point of the part."""
        for place in self._order:
            if place[0] == "party":
                pieces = [_Piece(self._held[p], p) for p in self._tree[place] if self._above.get(p) == place]
                pieces.append(_Piece(self._total - self._held[place], place, is_below=False))
                largest = max(piece.size for piece in pieces)
                yield _Point(self._total - 1 - largest, str(place[1]), "", pieces, self)
            elif self._tree.nodes[place]["tie"]:
                one, other = self._tree.nodes[place]["tie"]
                pieces = [self._side(place, one), self._side(place, other)]
                yield _Point(min(piece.size for piece in pieces), one, other, pieces, self)

    def listed(self, pieces: list[_Piece]) -> tuple[str, ...]:
        """The parties of all pieces but the largest; of those level the one that comes first is kept."""
        largest = max(piece.size for piece in pieces)
        level = [piece for piece in pieces if piece.size == largest]
        kept = level[0] if len(level) == 1 else min(level, key=lambda piece: min(self._parties(piece)))
        return tuple(sorted(party for piece in pieces if piece is not kept for party in self._parties(piece)))

    def _side(self, tie: Place, party: str) -> _Piece:
        """What hangs together with one end of a tie once the tie is gone."""
        joint: Place = ("party", party)
        if joint not in self._held:
            return _Piece(1, tie, alone=party)
        if self._above.get(joint) == tie:
            return _Piece(self._held[joint], joint)
        return _Piece(self._total - self._held[tie], tie, is_below=False)

    def _parties(self, piece: _Piece) -> list[str]:
        if piece.alone:
            return [piece.alone]
        below, waiting = list[str](), [piece.place]
        while waiting:
            place = waiting.pop()
            below += self._own[place]
            waiting += [other for other in self._tree[place] if self._above.get(other) == place]
        if piece.is_below:
            return below
        gone = set(below)
        return [party for place in self._order for party in self._own[place] if party not in gone]
