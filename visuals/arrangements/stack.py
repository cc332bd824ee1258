"""Nodes under a heading, one a row, each with room for its name: what arrangements are built of."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from visuals.layout import Area, Room, Spot
from visuals.picture import Picture, Text, shown
from visuals.style import radius_of

LARGEST = 13.0  # the radius of a node in a row, so that rows stay apart
HEADING = 0.72  # the height of a heading, in rows
EDGE = 22.0  # between the rim of a box and its nodes


class Stack(NamedTuple):
    """Nodes, by key, that stand under each other beneath a heading; `counted` says that the heading tells their links.

    A stack of one node that says it all needs no heading.
    """

    heading: Text
    keys: tuple[str, ...]
    counted: bool = True


class Grid(NamedTuple):
    """How a stack is set: its rows and columns, the height of a row and the width of a column."""

    rows: int
    columns: int
    high: float
    wide: float
    head: float = HEADING

    @property
    def height(self) -> float:
        """Of the whole box, with its heading."""
        return (self.rows + self.head + 0.35) * self.high

    @property
    def width(self) -> float:
        """Of the whole box."""
        return self.columns * self.wide


def grid_of(stack: Stack, most: int, high: float, wide: float) -> Grid:
    """The grid of a stack of which no column is longer than `most` rows."""
    columns = max(1, math.ceil(len(stack.keys) / most))
    return Grid(math.ceil(len(stack.keys) / columns), columns, high, wide, HEADING if stack.heading.en else 0.0)


def set_out(
    picture: Picture, stack: Stack, grid: Grid, middle: tuple[float, float], side: str
) -> tuple[dict[str, Spot], Area]:
    """The spots of a stack whose box has its middle there, names on that side of the nodes, and the box."""
    x, y = middle
    weights = picture.weights()
    spots: dict[str, Spot] = {}
    left, top = x - grid.width / 2, y - grid.height / 2
    for index, key in enumerate(stack.keys):
        column, row = divmod(index, grid.rows)
        if side == "left":
            column = grid.columns - 1 - column
        start = left + column * grid.wide
        at = start + grid.wide - EDGE if side == "left" else start + EDGE
        spots[key] = Spot(
            even(at),
            even(top + (row + grid.head + 0.67) * grid.high),
            round(min(radius_of(picture.dots[key].kind, weights[key]), LARGEST, grid.high * 0.42), 1),
            Room(side, even(grid.wide - 2 * EDGE), even(grid.high)),
        )
    align = "right" if side == "left" else "left"
    counted = stack.keys if stack.counted else ()
    area = Area(
        safe(stack.heading), even(x), even(y), even(grid.width / 2 - 4), even(grid.height / 2 - 3), align, counted
    )
    return spots, area


def left_over(picture: Picture, spots: dict[str, Spot]) -> dict[str, Spot]:
    """Spots below the others for the nodes that no stack holds, so that none is ever missing."""
    missing = [key for key in picture.dots if key not in spots]
    bottom = max((spot.y for spot in spots.values()), default=0.0) + 80
    return {
        key: Spot(even((index - (len(missing) - 1) / 2) * 60), even(bottom), 6.0) for index, key in enumerate(missing)
    }


def only_drawn(picture: Picture, stacks: Iterable[Stack], seen: set[str]) -> list[Stack]:
    """The stacks with the nodes that the picture has and that are not among the seen, without those left empty."""
    kept: list[Stack] = []
    for stack in stacks:
        keys = tuple(key for key in dict.fromkeys(stack.keys) if key in picture.dots and key not in seen)
        seen.update(keys)
        if keys:
            kept.append(stack._replace(keys=keys))
    return kept


def safe(heading: Text) -> Text:
    """A heading as a reader may see it."""
    return Text(shown(heading.en), shown(heading.th))


def even(value: float) -> float:
    """A place as it is written: to a tenth, never "-0.0"."""
    return round(value, 1) + 0.0
