"""A force layout for pictures without countries: links pull, near nodes push, no chance in it.

Pure Python with a grid, so that 2 000 nodes take about a second and no array library is needed; all sums run in one
fixed order, so that the result is the same on every machine to the rounding done by the caller.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

LINK = 60.0  # the length a link would like to have
WORK = 120_000  # node visits a layout may cost


def spread(keys: Sequence[str], pairs: Sequence[tuple[str, str]], ratio: float) -> dict[str, complex]:
    """A place for every key; pairs are links. Wider than high by about `ratio`."""
    friends: dict[str, list[str]] = defaultdict(list)
    for a, b in dict.fromkeys((min(p), max(p)) for p in pairs if p[0] != p[1]):
        friends[a].append(b)
        friends[b].append(a)
    at = _start(keys, friends)
    rounds = max(12, min(240, WORK // max(len(keys) + len(pairs), 1)))
    for turn in range(rounds):
        limit = LINK * (1 - turn / rounds) + 1
        moved = _pushes(at)
        for key in keys:
            force = moved.get(key, 0j) - at[key] * 0.012
            for friend in friends.get(key, ()):
                apart = at[friend] - at[key]
                force += apart * (abs(apart) / LINK) * (0.5 / math.sqrt(len(friends[key])))
            size = abs(force)
            moved[key] = force * min(1.0, limit / size) if size else 0j
        for key in keys:
            at[key] += moved[key]
    return {key: complex(place.real * math.sqrt(ratio), place.imag / math.sqrt(ratio)) for key, place in at.items()}


def _start(keys: Sequence[str], friends: Mapping[str, Sequence[str]]) -> dict[str, complex]:
    """Nodes in the order of a walk from the best linked one, on a sunflower's spiral: friends start near each other."""
    order: dict[str, None] = {}
    for root in sorted(keys, key=lambda key: (-len(friends.get(key, ())), key)):
        waiting = deque([root])
        while waiting:
            key = waiting.popleft()
            if key not in order:
                order[key] = None
                waiting.extend(sorted(f for f in friends.get(key, ()) if f not in order))
    golden = math.pi * (3 - math.sqrt(5))
    places: dict[str, complex] = {}
    for index, key in enumerate(order):
        radius = LINK * 0.62 * math.sqrt(index)
        places[key] = complex(radius * math.cos(index * golden), radius * math.sin(index * golden))
    return places


def _pushes(at: Mapping[str, complex]) -> dict[str, complex]:
    """How the nodes nearby push each node away; a cell of the grid is as wide as a push reaches."""
    reach = LINK * 1.25
    cells: dict[tuple[int, int], list[tuple[str, complex]]] = defaultdict(list)
    for key, place in at.items():
        cells[int(place.real // reach), int(place.imag // reach)].append((key, place))
    force: dict[str, complex] = {}
    for (column, row), members in cells.items():
        near = [
            other
            for c in (column - 1, column, column + 1)
            for r in (row - 1, row, row + 1)
            for other in cells.get((c, r), ())
        ]
        for key, place in members:
            total = 0j
            for other, there in near:
                apart = place - there
                gap = abs(apart)
                if gap < reach and other != key:
                    total += (
                        apart / gap * (LINK * LINK / gap * 0.35)
                        if gap > 0.01
                        else complex(LINK, 0) * (1 if key > other else -1)
                    )
            force[key] = total
    return force
