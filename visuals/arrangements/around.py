"""One or more nodes in the middle, the others around them in boxes under a heading, every name readable."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from visuals.arrangements.stack import Grid, Stack, even, grid_of, left_over, only_drawn, set_out
from visuals.layout import Area, Layout, Room, Spot
from visuals.style import radius_of

if TYPE_CHECKING:
    from visuals.picture import Picture

ROW = 33.0
GAP = 16.0  # between two boxes of an arc
ALONE = {True: 190.0, False: 120.0}  # how far boxes stand from a single node in the middle, by wide frame or tall
NEAR = {True: 150.0, False: 90.0}  # and from the box of many
LONGEST = (6, 8, 11, 14, 18, 24, 32, 44)  # rows of a box that are tried
ARCS = (1, 2, 3)  # arcs on a side that are tried
WIDTHS = {True: (350.0, 310.0, 270.0, 230.0, 200.0), False: (200.0, 170.0, 150.0)}  # of a row, by wide frame or tall


@dataclass
class _Arc:
    """Boxes under each other on one side."""

    stacks: list[Stack] = field(default_factory=list[Stack])
    grids: list[Grid] = field(default_factory=list[Grid])

    @property
    def height(self) -> float:
        return sum(grid.height + GAP for grid in self.grids)

    @property
    def width(self) -> float:
        return max((grid.width for grid in self.grids), default=0.0)


class _Plan(NamedTuple):
    """The grid of the middle, and the arcs from it outwards, left and right."""

    middle: Grid
    left: list[_Arc]
    right: list[_Arc]
    alone: bool
    is_wide: bool

    @property
    def free(self) -> float:
        """From the middle of the picture to the inner edge of the first arc."""
        return ALONE[self.is_wide] if self.alone else self.middle.width / 2 + NEAR[self.is_wide]

    @property
    def width(self) -> float:
        return 2 * self.free + 2 * max(sum(arc.width + GAP for arc in side) for side in (self.left, self.right))

    @property
    def height(self) -> float:
        return max([self.middle.height, *(arc.height for arc in self.left + self.right)])


@dataclass(frozen=True)
class Around:
    """The middle, then rings of stacks: those of the first ring next to it, those of the second further out.

    Boxes fill as many arcs on either side as make the whole fit its frame at the largest scale.
    """

    middle: Stack
    rings: Sequence[Sequence[Stack]]

    def place(self, picture: Picture, ratio: float) -> Layout:
        """Where everything stands, for a frame of that width to height."""
        seen: set[str] = set()
        middle = (only_drawn(picture, [self.middle], seen) or [self.middle._replace(keys=())])[0]
        rings = [only_drawn(picture, ring, seen) for ring in self.rings]
        tried = product(WIDTHS[ratio > 1], LONGEST, ARCS)
        plans = [_plan(middle, rings, shape, is_wide=ratio > 1) for shape in tried]
        best = max(plans, key=lambda plan: min(ratio / plan.width, 1 / plan.height))  # the widest rows among equals
        return _set(picture, middle, best)


def _plan(middle: Stack, rings: Sequence[Sequence[Stack]], shape: tuple[float, int, int], *, is_wide: bool) -> _Plan:
    """The plan for rows of a width, boxes of so many rows at most, and so many arcs on a side."""
    wide, most, arcs = shape
    left: list[_Arc] = []
    right: list[_Arc] = []
    for ring in rings:
        # the largest first, each to the side and arc that is shortest so far; the order within an arc stays as given
        bins = [_Arc() for _ in range(2 * min(arcs, max(1, math.ceil(len(ring) / 2))))]
        held: list[list[int]] = [[] for _ in bins]
        for index in sorted(range(len(ring)), key=lambda i: (-len(ring[i].keys), i)):
            chosen = min(range(len(bins)), key=lambda b: (bins[b].height, b))
            held[chosen].append(index)
            bins[chosen].grids.append(grid_of(ring[index], most, ROW, wide))
        for arc, indexes in zip(bins, held, strict=True):
            arc.stacks = [ring[index] for index in sorted(indexes)]
            arc.grids = [grid_of(stack, most, ROW, wide) for stack in arc.stacks]
        right += bins[::2]
        left += bins[1::2]
    return _Plan(grid_of(middle, most, ROW, wide), left, right, len(middle.keys) < 2, is_wide)


def _set(picture: Picture, middle: Stack, plan: _Plan) -> Layout:
    spots: dict[str, Spot] = {}
    areas: list[Area] = []
    if plan.alone:
        weights = picture.weights()
        for key in middle.keys:
            spots[key] = Spot(0.0, 0.0, radius_of("Country", weights[key]), Room("below", plan.free * 1.5, 3 * ROW))
    for side, sign in ((plan.right, 1), (plan.left, -1)):
        start = plan.free
        for arc in side:
            top = -(arc.height - GAP) / 2
            for stack, grid in zip(arc.stacks, arc.grids, strict=True):
                y = top + grid.height / 2
                x = sign * (start + grid.width / 2 - _bow(y, plan))
                found, area = set_out(picture, stack, grid, (x, y), "right" if sign > 0 else "left")
                spots |= found
                areas.append(area)
                top += grid.height + GAP
            start += arc.width + GAP
    if not plan.alone:
        found, area = set_out(picture, _towards(picture, middle, plan.middle, spots), plan.middle, (0.0, 0.0), "right")
        spots |= found
        areas.insert(0, area)
    return Layout(spots | left_over(picture, spots), (), tuple(areas))


def _towards(picture: Picture, middle: Stack, grid: Grid, spots: dict[str, Spot]) -> Stack:
    """The middle in an order in which each node stands on the side and at the height of its partners."""
    places: dict[str, list[Spot]] = {key: [] for key in middle.keys}
    for link in picture.links.values():
        for near, far in ((link.source, link.target), (link.target, link.source)):
            if near in places and far in spots:
                places[near].append(spots[far])

    def mean(values: list[float]) -> float:
        return sum(values) / max(len(values), 1)

    across = sorted(middle.keys, key=lambda key: (mean([spot.x for spot in places[key]]), key))
    columns = [across[start : start + grid.rows] for start in range(0, len(across), grid.rows)]
    for column in columns:
        column.sort(key=lambda key: (mean([spot.y for spot in places[key]]), key))
    return middle._replace(keys=tuple(key for column in columns for key in column))


def _bow(y: float, plan: _Plan) -> float:
    """How much nearer to the middle a box at that height stands, so that the boxes lie as on a ring."""
    if not plan.alone:
        return 0.0
    share = min(abs(y) / (plan.height / 2 + ROW), 1.0)
    return even(0.5 * plan.free * (1 - math.sqrt(1 - share * share)))
