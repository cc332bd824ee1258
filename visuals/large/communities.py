"""Who belongs together: communities of bodies by their links, none larger than may be shown at once.

Louvain's method (Blondel et al. 2008, arXiv:0803.0476) in plain Python with a cap on the size of a community. Nodes are
gone through in one fixed order and ties go to the lower number, so the same links always give the same communities.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

LOOKS = 6  # at each node on one level, on the average; hardly any still moves after the third

Weights = list[dict[int, int]]
"""For each node, how many links it has with each other one."""


def communities(count: int, pairs: Sequence[tuple[int, int]], most: int) -> list[int]:
    """The community of each of `count` nodes, numbered from 0 by their lowest node, none with more than `most`."""
    near: Weights = [{} for _ in range(count)]
    for a, b in pairs:
        if a != b:
            near[a][b] = near[a].get(b, 0) + 1
            near[b][a] = near[b].get(a, 0) + 1
    found = list(range(count))
    size, inner = [1] * count, [0] * count
    while True:
        moved, parts = _moved(near, size, inner, most)
        if not moved:
            return _numbered(found)
        found = [parts[own] for own in found]
        near, size, inner = _joined(near, size, inner, parts)


def _moved(near: Weights, size: Sequence[int], inner: Sequence[int], most: int) -> tuple[bool, list[int]]:
    """Each node in the community where it has most links beyond what chance would give; whether any has moved."""
    count = len(near)
    degree = [sum(others.values()) + 2 * inside for others, inside in zip(near, inner, strict=True)]
    whole = sum(degree) or 1
    own, total, members = list(range(count)), list(degree), list(size)
    moved = False
    waiting = deque(sorted(range(count), key=degree.__getitem__))
    queued = [True] * count
    for _ in range(LOOKS * count):
        if not waiting:
            break
        node = waiting.popleft()
        queued[node] = False
        here, mine, room = own[node], degree[node], most - size[node]
        links: dict[int, int] = {}
        for other, weight in near[node].items():
            there = own[other]
            links[there] = links.get(there, 0) + weight
        total[here] -= mine
        members[here] -= size[node]
        chance = mine / whole
        best, gain = here, links.get(here, 0) - chance * total[here]
        for there, weight in links.items():
            more = weight - chance * total[there]
            if (more > gain or (more == gain and there < best)) and members[there] <= room:
                best, gain = there, more
        total[best] += mine
        members[best] += size[node]
        if best != here:
            own[node] = best
            moved = True
            for other in near[node]:
                if not queued[other] and own[other] != best:
                    queued[other] = True
                    waiting.append(other)
    return moved, _numbered(own)


def _joined(
    near: Weights, size: Sequence[int], inner: Sequence[int], parts: Sequence[int]
) -> tuple[Weights, list[int], list[int]]:
    """The communities as the nodes of the next level."""
    count = max(parts) + 1
    links: Weights = [{} for _ in range(count)]
    sizes, inside = [0] * count, [0] * count
    for node, part in enumerate(parts):
        sizes[part] += size[node]
        inside[part] += inner[node]
        for other, weight in near[node].items():
            there = parts[other]
            if there != part:
                links[part][there] = links[part].get(there, 0) + weight
            elif other > node:
                inside[part] += weight
    return links, sizes, inside


def _numbered(parts: Sequence[int]) -> list[int]:
    """The same parts, numbered in the order in which they first occur."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(part, len(numbers)) for part in parts]
