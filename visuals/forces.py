"""A force layout with no chance in it: linked nodes pull each other, all push each other away, none lie on another.

Many pictures of up to a few hundred nodes, or one of a few thousand, are laid out in one go. Near nodes push each other
one by one; those farther off push as blocks of nodes that stand together (as in Barnes and Hut 1986), so a round costs
little more than the number of nodes. All sums run in one fixed order: the same picture gets the same places.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Places = NDArray[np.complex128]
"""Points of the plane; what comes in and goes out are these."""

LINK = 46.0  # the length a link would like to have
BLOCK = 24  # nodes that push each other one by one
ROUNDS = 70
SORTED = 4  # rounds until the blocks are made anew
PUSH = LINK * LINK * 0.35
GRAVITY = 0.5  # towards the middle; with the push it says how densely nodes stand
ROOM = 6.0  # between the rims of two nodes
SLACK, KEPT = 8.0, 6  # pairs this much further apart are watched too, so that a search serves some rounds
SPACE = 15.0  # between nodes without a link
NOWHERE = 1e9  # so far off that it pushes nobody
GOLDEN = math.pi * (3 - math.sqrt(5))


def settle(
    groups: Sequence[Sequence[int]],
    pairs: Sequence[tuple[int, int]],
    radii: Sequence[float],
    *,
    pinned: Sequence[int] = (),
    rounds: int = ROUNDS,
) -> Places:
    """A place for every node: each group of nodes around a middle of its own, where a pinned node stands.

    `groups` hold each node once and at most one pinned one each; pairs are links, of which only those within a group
    count.
    """
    count = len(radii)
    own = np.zeros(count, np.intp)
    for number, members in enumerate(groups):
        own[members] = number
    ends = np.array(pairs, np.intp).reshape(-1, 2)
    ends = ends[(own[ends[:, 0]] == own[ends[:, 1]]) & (ends[:, 0] != ends[:, 1])]
    ends = np.unique(np.sort(ends, axis=1), axis=0)
    at = _start(groups, ends, count)
    fixed = np.array(pinned, np.intp)
    linked = np.zeros(count, bool)
    linked[ends] = True
    linked[fixed] = True
    if len(ends):
        inner = np.flatnonzero(linked)
        row = np.cumsum(linked) - 1
        moved = at[inner]
        _pull_and_push(moved, own[inner], row[ends], row[fixed], rounds)
        at[inner] = moved
    _surround(at, own, linked)
    places = part(points(at), radii, own)
    middles = np.zeros(len(groups), np.complex128)
    middles[own[fixed]] = places[fixed]
    return places - middles[own]


def _start(groups: Sequence[Sequence[int]], ends: Ints, count: int) -> Floats:
    """Nodes in the order of a walk from the best linked one, on a sunflower's spiral: friends start near each other."""
    near: list[list[int]] = [[] for _ in range(count)]
    linked: list[list[int]] = ends.tolist()
    for a, b in linked:
        near[a].append(b)
        near[b].append(a)
    at = np.zeros((count, 2))
    for members in groups:
        order: list[int] = []
        seen: set[int] = set()
        for root in sorted(members, key=lambda node: -len(near[node])):
            if root in seen:
                continue
            seen.add(root)
            waiting = deque([root])
            while waiting:
                node = waiting.popleft()
                order.append(node)
                fresh = [other for other in near[node] if other not in seen]
                seen.update(fresh)
                waiting.extend(fresh)
        index = np.arange(len(order))
        at[order] = (LINK * 0.55 * np.sqrt(index) * [np.cos(index * GOLDEN), np.sin(index * GOLDEN)]).T
    return at


def _surround(at: Floats, own: Ints, linked: NDArray[np.bool_]) -> None:
    """Put the nodes without a link in their group around the linked ones, on the same spiral."""
    alone = np.flatnonzero(~linked)
    far = distance(at)
    for group in np.unique(own[alone]):
        some = alone[own[alone] == group]
        core = far[linked & (own == group)]
        rim = float(np.sort(core)[int(len(core) * 0.94)]) + LINK / 2 if len(core) else 0.0
        index = np.arange(len(some))
        radius = np.sqrt(rim * rim + SPACE * SPACE * index)
        at[some, 0], at[some, 1] = radius * np.cos(index * GOLDEN), radius * np.sin(index * GOLDEN)


def _pull_and_push(at: Floats, own: Ints, ends: Ints, fixed: Ints, rounds: int) -> None:
    """Move the nodes until links are about as long as they would like to be."""
    count = len(at)
    left, right = ends.T
    degree = np.bincount(ends.ravel(), minlength=count)
    ease = 0.5 / np.sqrt(np.maximum(degree, 1))
    blocks = _Blocks(own)
    for turn in range(rounds):
        if turn % SORTED == 0:
            blocks.sort(at, upright=turn // SORTED % 2 == 1)
        force = blocks.pushes(at) - GRAVITY * at
        apart = at[right] - at[left]
        pull = apart * (distance(apart) / LINK)[:, None]
        for axis in (0, 1):
            force[:, axis] += ease * (
                np.bincount(left, pull[:, axis], count) - np.bincount(right, pull[:, axis], count)
            )
        size = distance(force)
        limit = LINK * (1 - turn / rounds) ** 1.5 + 0.5
        at += force * np.minimum(1.0, limit / np.maximum(size, 1e-9))[:, None]
        at[fixed] = 0


class _Blocks:
    """Nodes in blocks of those that stand together, made anew as they move; a group's blocks hold only its nodes."""

    def __init__(self, own: Ints) -> None:
        self.own = own
        self.size = np.bincount(own)
        number = -(-self.size // BLOCK)  # blocks of each group
        self.first = np.cumsum(number) - number
        self.strip = BLOCK * np.ceil(np.sqrt(number)).astype(np.intp)  # nodes of a strip, whole blocks
        self.start = np.cumsum(self.size) - self.size
        self.count = int(number.sum())
        # every two blocks of one group, the first ones in order
        of = np.repeat(np.arange(len(number)), number)
        others = number[of]
        self.here = np.repeat(np.arange(self.count), others)
        self.there = (
            np.arange(len(self.here))
            - np.repeat(np.cumsum(others) - others, others)
            + np.repeat(self.first[of], others)
        )
        apart = self.here != self.there
        self.here, self.there = self.here[apart], self.there[apart]

    def sort(self, at: Floats, *, upright: bool) -> None:
        """Put the nodes into strips along one axis, and the strips into blocks along the other."""
        along, across = (at[:, 1], at[:, 0]) if upright else (at[:, 0], at[:, 1])
        order = np.lexsort((along, self.own))
        rank = np.empty(len(at), np.intp)
        rank[order] = np.arange(len(at)) - self.start[self.own[order]]
        order = np.lexsort((across, rank // self.strip[self.own], self.own))
        place = np.arange(len(at)) - self.start[self.own[order]]
        self.nodes = np.full((self.count, BLOCK), len(at), np.intp)  # the last row of places stands for nobody
        self.nodes[self.first[self.own[order]] + place // BLOCK, place % BLOCK] = order
        self.full = (self.nodes < len(at)).sum(axis=1).astype(np.float32)

    def pushes(self, at: Floats) -> Floats:
        """How all others of its group push each node away; the push falls with the distance."""
        spread = np.vstack([at, [[NOWHERE, NOWHERE]]]).astype(np.float32)
        x, y = spread[self.nodes, 0], spread[self.nodes, 1]
        across, down = x[:, :, None] - x[:, None, :], y[:, :, None] - y[:, None, :]
        push = np.float32(PUSH) / (across * across + down * down + 1.0)
        fx, fy = (across * push).sum(axis=2), (down * push).sum(axis=2)
        if len(self.here):
            somebody = self.nodes < len(at)
            middle_x, middle_y = (x * somebody).sum(axis=1) / self.full, (y * somebody).sum(axis=1) / self.full
            across, down = x[self.here] - middle_x[self.there, None], y[self.here] - middle_y[self.there, None]
            push = PUSH * self.full[self.there, None] / (across * across + down * down + LINK * LINK)
            begin = np.flatnonzero(np.diff(self.here, prepend=-1))
            rows = self.here[begin]
            fx[rows] += np.add.reduceat(across * push, begin, axis=0)
            fy[rows] += np.add.reduceat(down * push, begin, axis=0)
        force = np.zeros((len(at) + 1, 2))
        force[self.nodes, 0], force[self.nodes, 1] = fx, fy
        return force[:-1]


def part(places: Places, radii: Sequence[float], own: Ints | None = None, *, rounds: int = 60) -> Places:
    """The places with nodes of one group moved apart until none lies on another."""
    at = np.column_stack([places.real, places.imag])
    room = np.array(radii, np.float64)
    groups = np.zeros(len(at), np.intp) if own is None else own
    near_a, near_b = _near(at, room, groups)
    age = 0
    for _ in range(rounds):
        a, b = _touching(at, room, near_a, near_b)
        if age == KEPT or (age and not len(a)):
            near_a, near_b = _near(at, room, groups)
            age = 0
            a, b = _touching(at, room, near_a, near_b)
        age += 1
        if not len(a):
            break
        apart = at[a] - at[b]
        far = distance(apart)
        same = far < 1e-6
        apart[same] = np.column_stack([np.cos(a[same] * GOLDEN), np.sin(a[same] * GOLDEN)])
        far[same] = 1.0
        want = room[a] + room[b] + ROOM
        step = apart * (np.where(same, want, want - far) / far * 0.52)[:, None]
        for axis in (0, 1):
            at[:, axis] += np.bincount(a, step[:, axis], len(at)) - np.bincount(b, step[:, axis], len(at))
    return points(at)


def _touching(at: Floats, radii: Floats, a: Ints, b: Ints) -> tuple[Ints, Ints]:
    """Those pairs that are nearer than they may be."""
    apart = at[a] - at[b]
    near = (apart * apart).sum(axis=1) < (radii[a] + radii[b] + ROOM - 0.05) ** 2
    return a[near], b[near]


def _near(at: Floats, radii: Floats, own: Ints) -> tuple[Ints, Ints]:
    """Every two nodes of a group that touch or may do so within some rounds; found over a grid of cells."""
    cell = 2 * float(radii.max()) + ROOM + SLACK
    column, row = (np.floor(at / cell).astype(np.int64) - np.floor(at.min(axis=0) / cell).astype(np.int64)).T
    high = int(row.max()) + 3
    wide = int(column.max()) + 3
    key = (own * wide + column) * high + row + 1
    order = np.argsort(key, kind="stable")
    sorted_key = key[order]
    found_a: list[Ints] = []
    found_b: list[Ints] = []
    for offset in (0, 1, high - 1, high, high + 1):
        begin: Ints = np.arange(len(order)) + 1 if offset == 0 else _search(sorted_key, offset, "left")
        number = np.maximum(_search(sorted_key, offset, "right") - begin, 0)
        first = np.repeat(np.arange(len(order)), number)
        second = np.arange(len(first)) - np.repeat(np.cumsum(number) - number, number) + np.repeat(begin, number)
        a, b = order[first], order[second]
        apart = at[a] - at[b]
        near = (apart * apart).sum(axis=1) < (radii[a] + radii[b] + ROOM + SLACK) ** 2
        found_a.append(a[near])
        found_b.append(b[near])
    return np.concatenate(found_a), np.concatenate(found_b)


def _search(keys: Ints, offset: int, side: Literal["left", "right"]) -> Ints:
    """Where each key plus the offset would stand among the keys."""
    found: Ints = np.searchsorted(keys, keys + offset, side)  # pyright: ignore[reportUnknownMemberType]
    return found


def distance(apart: Floats) -> Floats:
    """The length of each row."""
    far: Floats = np.sqrt(apart[:, 0] * apart[:, 0] + apart[:, 1] * apart[:, 1])
    return far


def points(at: Floats) -> Places:
    """Rows of x and y as points."""
    places: Places = at[:, 0] + 1j * at[:, 1]
    return places
