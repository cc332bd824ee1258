"""Where the groups of a large picture stand: circles within circles, nodes in the innermost ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from visuals.forces import settle
from visuals.large.packing import arrange, enclosed, unlapped
from visuals.large.tree import Tree, is_head
from visuals.picture import Picture
from visuals.ring import HOME, RING, wide_ring

Circle = tuple[complex, float]
"""The middle of a circle and its radius."""
HEAD = 30.0  # the room of a country's own node in the middle of its groups
RIM = 12.0  # between the outermost node or group and the rim of the group around it
APART = 14.0  # between two groups
ROUNDS = 40  # of the force layout: its groups are small


def nested(
    picture: Picture, tree: Tree, radii: Mapping[str, float], ratios: Sequence[float]
) -> Iterator[tuple[dict[str, complex], dict[str, Circle]]]:
    """For each frame: the place of every node and the circle of every group."""
    packed = _Packed(picture, tree, radii)
    for ratio in ratios:
        middles = packed.spread(ratio)
        circles = {id: (middles[id], packed.reach[id]) for id in tree.groups}
        yield {key: packed.offsets[key] + middles[group] for key, group in tree.home.items()}, circles


class _Packed:
    """Every node in its group and every group in the one around it, seen from the middle of that."""

    def __init__(self, picture: Picture, tree: Tree, radii: Mapping[str, float]) -> None:
        self.tree = tree
        self.inside = tree.inside()
        self.members = tree.members()
        self.ties = _ties(picture, tree)
        self.offsets: dict[str, complex] = {}
        self.middles: dict[str, complex] = {}
        self.reach: dict[str, float] = {}
        self._place_nodes(picture, radii)
        for id in reversed(list(tree.groups)):  # what is inside comes before what is around it
            if id in self.inside:
                self._place_groups(id)

    def _place_nodes(self, picture: Picture, radii: Mapping[str, float]) -> None:
        """The nodes of all groups, in one go; a country's own node in the middle of its group."""
        keys = list(picture.dots)
        number = {key: index for index, key in enumerate(keys)}
        groups = [[number[key] for key in members] for members in self.members.values()]
        leads = {self._leader(picture, id) for id in self.members} - {""}
        pairs = [(number[link.source], number[link.target]) for link in picture.links.values()]
        room = [radii[key] for key in keys]
        at = settle(groups, pairs, room, pinned=[number[key] for key in leads], rounds=ROUNDS)
        for (id, members), nodes in zip(self.members.items(), groups, strict=True):
            middle, reach = enclosed(at[nodes], [room[node] for node in nodes], held=not leads.isdisjoint(members))
            self.reach[id] = reach + RIM
            self.offsets.update(zip(members, (at[nodes] - middle).tolist(), strict=True))

    def _leader(self, picture: Picture, id: str) -> str:
        """The key of the country whose group it is, where that is in the picture."""
        group = self.tree.groups[id]
        if group.way != "country":
            return ""
        return next((key for key in self.members[id] if is_head(picture.dots[key]) and key.endswith(group.country)), "")

    def _place_groups(self, id: str) -> None:
        """The groups inside one, with its country's own node among them where there is one."""
        inner = self.inside[id]
        heads = self.members.get(id, [])
        rooms = [HEAD] * len(heads) + [self.reach[each] for each in inner]
        middles = arrange(rooms, self._pulls([""] * len(heads) + inner), APART)
        middle, reach = enclosed(middles, rooms)
        places = (middles - middle).tolist()
        self.reach[id] = reach + RIM
        self.offsets.update(zip(heads, places, strict=False))
        self.middles.update(zip(inner, places[len(heads) :], strict=True))

    def _pulls(self, ids: Sequence[str]) -> list[list[float]]:
        """How strongly groups beside each other are tied: their links, by the nodes that could have them."""
        size = [self.tree.groups[id].count if id else 1 for id in ids]
        return [
            [self.ties[min(a, b), max(a, b)] / math.sqrt(m * n) for b, n in zip(ids, size, strict=True)]
            for a, m in zip(ids, size, strict=True)
        ]

    def spread(self, ratio: float) -> dict[str, complex]:
        """The middle of each group in a frame of that width to height."""
        top = self.inside[""]
        if self.tree.groups[top[0]].way == "country":
            codes = {id: self.tree.groups[id].country for id in top}
            reach = dict.fromkeys(RING, 0.0) | {codes[id]: self.reach[id] for id in top}
            ring = {HOME: 0j} | wide_ring(reach, self.reach.get(HOME, 0.0), ratio)
            middles = {id: ring[code] for id, code in codes.items()}
        else:
            rooms = [self.reach[id] for id in top]
            at = arrange(rooms, self._pulls(top), APART)
            stretched = at.real * math.sqrt(ratio) + 1j * at.imag / math.sqrt(ratio)
            middles = dict(zip(top, unlapped(stretched, rooms, APART).tolist(), strict=True))
        for id, group in self.tree.groups.items():
            if group.parent:
                middles[id] = middles[group.parent] + self.middles[id]
        return middles


def _ties(picture: Picture, tree: Tree) -> Counter[tuple[str, str]]:
    """The links between every two groups right inside the same one."""
    between = Counter((tree.home[link.source], tree.home[link.target]) for link in picture.links.values())
    paths = {id: tree.around(id) for id in tree.groups}
    found: Counter[tuple[str, str]] = Counter()
    for (a, b), number in between.items():
        for one, other in zip(paths[a], paths[b], strict=False):
            if one != other:
                found[min(one, other), max(one, other)] += number
                break
    return found
