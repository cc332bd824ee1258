"""Nodes in columns from left to right, as one thing leads to the next; bands of columns below each other."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from visuals.arrangements.stack import LARGEST, even, left_over, safe
from visuals.layout import Area, Layout, Room, Spot
from visuals.picture import Text
from visuals.style import radius_of

if TYPE_CHECKING:
    from visuals.picture import Picture

TIGHT, LOOSE = 29.0, 56.0  # the height of a row, from many rows to few
NARROW, BROAD = 150.0, 620.0  # the width of a column
USUAL = 250.0  # the width of a column where rows are few
HEAD = 46.0  # above the first row
SPARSE = 2.6  # rows that a node may have to itself where a column has few
APART = 26.0  # between two bands
CHANNEL = 0.42  # of a column's width, behind the first one
EDGE = 20.0


class Band(NamedTuple):
    """Columns of nodes, by key, from left to right, under a heading of their own where there are several bands."""

    heading: Text
    columns: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Layers:
    """Bands whose columns stand under common headings.

    Within a column a node stands as near to its partners in the columns before as its neighbours allow, unless the
    order given is to be kept.
    """

    headings: Sequence[Text]
    bands: Sequence[Band]
    ordered: bool = False

    def place(self, picture: Picture, ratio: float) -> Layout:
        """Where everything stands, for a frame of that width to height."""
        friends: dict[str, list[str]] = defaultdict(list)
        for link in picture.links.values():
            friends[link.source].append(link.target)
            friends[link.target].append(link.source)
        seen: set[str] = set()
        bands = [_drawn(picture, band, seen) for band in self.bands]
        bands = [band for band in bands if any(band.columns)]
        rows = [max(len(column) for column in band.columns) for band in bands]
        high, across = self._measures(sum(rows), len(bands), ratio)
        edges = _edges(picture, bands, len(self.headings), across)  # where columns begin and end
        spots: dict[str, Spot] = {}
        areas: list[Area] = []
        top = 0.0
        named = len(bands) > 1
        for band, count in zip(bands, rows, strict=True):
            tall = count * high + (HEAD if named else 0)
            found = self._band(picture, band, friends, high, edges)
            start = top + (HEAD if named else 0)
            spots |= {key: spot._replace(y=even(spot.y + start)) for key, spot in found.items()}
            if named:
                middle = top + tall / 2
                areas.append(Area(safe(band.heading), even(across / 2), even(middle), even(across / 2), even(tall / 2)))
            top += tall + APART
        return Layout(spots | left_over(picture, spots), (), (*self._columns(edges, top), *areas))

    def _measures(self, rows: int, bands: int, ratio: float) -> tuple[float, float]:
        """The height of a row and the width of all columns with which the whole best fills the frame."""
        columns = len(self.headings)
        heads = HEAD + bands * APART + (HEAD * bands if bands > 1 else 0)
        high = max(TIGHT, min(LOOSE, (columns * USUAL / ratio - heads) / max(rows, 1)))
        # a frame keeps room for headings above and below, so that what is left is wider than the frame
        return high, columns * max(NARROW, min(BROAD, 1.12 * ratio * (rows * high + heads) / columns))

    def _columns(self, edges: Sequence[tuple[float, float]], bottom: float) -> list[Area]:
        """A heading above each column."""
        middle, half = (bottom - APART - HEAD) / 2, (bottom - APART + HEAD) / 2
        return [
            Area(
                safe(heading),
                even((left + right) / 2),
                even(middle),
                even((right - left) / 2 - 5),
                even(half + 4),
                "left" if left else "right",
            )
            for heading, (left, right) in zip(self.headings, edges, strict=True)
        ]

    def _band(
        self,
        picture: Picture,
        band: Band,
        friends: dict[str, list[str]],
        high: float,
        edges: Sequence[tuple[float, float]],
    ) -> dict[str, Spot]:
        at: dict[str, float] = {}
        spots: dict[str, Spot] = {}
        weights = picture.weights()
        rows = max(len(column) for column in band.columns)
        for index, keys in enumerate(band.columns):
            column = list(keys)
            if index and not self.ordered:
                column.sort(key=lambda key: _mean([at[f] for f in friends[key] if f in at]))
            wanted = [_mean([at[f] for f in friends[key] if f in at], -1.0) for key in column]
            apart = max(1.0, min(SPARSE, rows / max(len(column), 1)))
            at |= dict(zip(column, _spread(wanted, rows, apart), strict=True))
            # the names of the first column stand before its nodes, where no line runs
            left, right = edges[index]
            side, x = ("right", left + EDGE) if index else ("left", right - EDGE)
            room = Room(side, even(right - left - 2 * EDGE - 6), even(apart * high))
            for key in column:
                radius = min(radius_of(picture.dots[key].kind, weights[key]), LARGEST, high * 0.42)
                spots[key] = Spot(even(x), even((at[key] + 0.5) * high), round(radius, 1), room)
        return spots


def _edges(picture: Picture, bands: Sequence[Band], count: int, across: float) -> list[tuple[float, float]]:
    """Where each column begins and ends: wider where names are longer, the first apart from the rest for its lines."""
    longest = [1.0] * count
    for band in bands:
        for index, column in enumerate(band.columns):
            lengths = sorted(len(picture.dots[key].label.en) for key in column)
            longest[index] = max(longest[index], float(lengths[len(lengths) * 3 // 4])) if lengths else longest[index]
    shares = [math.sqrt(min(max(length, 14.0), 56.0)) for length in longest]
    channel = CHANNEL * across / count if count > 1 else 0.0
    edges: list[tuple[float, float]] = []
    start = 0.0
    for share in shares:
        end = start + (across - channel) * share / sum(shares)
        edges.append((start, end))
        start = end if start else end + channel
    return edges


def _drawn(picture: Picture, band: Band, seen: set[str]) -> Band:
    """The band with the nodes that the picture has, each once."""
    columns: list[list[str]] = []
    for column in band.columns:
        kept = [key for key in dict.fromkeys(column) if key in picture.dots and key not in seen]
        seen.update(kept)
        columns.append(kept)
    return Band(band.heading, columns)


def _mean(places: Sequence[float], otherwise: float = float("inf")) -> float:
    return sum(places) / len(places) if places else otherwise


def _spread(wanted: Sequence[float], rows: int, apart: float) -> list[float]:
    """A row for each node of a column, in their order, as near to the wanted ones as rows so far apart allow.

    Nodes that want none (a negative row) are spread over the height evenly.
    """
    count = len(wanted)
    aims = [want if want >= 0 else (index + 0.5) * rows / count - 0.5 for index, want in enumerate(wanted)]
    # neighbours that want one place are pushed apart as a block around the mean of what they want
    blocks: list[tuple[float, int]] = []
    for index, aim in enumerate(aims):
        total, size = aim - index * apart, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / size:
            before = blocks.pop()
            total, size = total + before[0], size + before[1]
        blocks.append((total, size))
    found: list[float] = []
    for total, size in blocks:
        found += [total / size + (len(found) + offset) * apart for offset in range(size)]
    last = rows - 1
    return [min(max(row, index * apart), last - (count - 1 - index) * apart) for index, row in enumerate(found)]
