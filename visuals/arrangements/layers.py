"""Nodes in columns from left to right, as one thing leads to the next; bands of columns below each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from visuals.arrangements.stack import LARGEST, even, left_over
from visuals.layout import Area, Layout, Room, Spot
from visuals.picture import Text
from visuals.style import radius_of

if TYPE_CHECKING:
    from visuals.picture import Picture

TIGHT, LOOSE = 29.0, 56.0  # the height of a row, from many rows to few
NARROW, BROAD = 150.0, 420.0  # the width of a column
HEAD = 46.0  # above the first row
APART = 26.0  # between two bands
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
        high, wide = self._measures(sum(rows), len(bands), ratio)
        spots: dict[str, Spot] = {}
        areas: list[Area] = []
        top = 0.0
        named = len(bands) > 1
        for band, count in zip(bands, rows, strict=True):
            tall = count * high + (HEAD if named else 0)
            found = self._band(picture, band, friends, (high, wide, count))
            start = top + (HEAD if named else 0)
            spots |= {key: spot._replace(y=even(spot.y + start)) for key, spot in found.items()}
            if named:
                across = len(self.headings) * wide
                areas.append(
                    Area(band.heading, even(across / 2), even(top + tall / 2), even(across / 2), even(tall / 2))
                )
            top += tall + APART
        return Layout(spots | left_over(picture, spots), (), (*self._columns(wide, top), *areas))

    def _measures(self, rows: int, bands: int, ratio: float) -> tuple[float, float]:
        """The height of a row and the width of a column with which the whole best fills the frame."""
        columns = len(self.headings)
        heads = HEAD + bands * (HEAD + APART)
        high = max(TIGHT, min(LOOSE, (columns * 0.6 * BROAD / ratio - heads) / max(rows, 1)))
        wide = max(NARROW, min(BROAD, ratio * (rows * high + heads) / columns))
        return high, wide

    def _columns(self, wide: float, bottom: float) -> list[Area]:
        """A heading above each column."""
        middle, half = (bottom - APART - HEAD) / 2, (bottom - APART + HEAD) / 2
        return [
            Area(heading, even((index + 0.5) * wide), even(middle), even(wide / 2 - 5), even(half + 4))
            for index, heading in enumerate(self.headings)
        ]

    def _band(
        self,
        picture: Picture,
        band: Band,
        friends: dict[str, list[str]],
        measures: tuple[float, float, int],
    ) -> dict[str, Spot]:
        high, wide, rows = measures
        at: dict[str, float] = {}
        columns = [list(column) for column in band.columns]
        for index, column in enumerate(columns):
            if index and not self.ordered:
                column.sort(key=lambda key: _mean([at[f] for f in friends[key] if f in at]))
            wanted = [_mean([at[f] for f in friends[key] if f in at], -1.0) for key in column]
            at |= dict(zip(column, _spread(wanted, rows), strict=True))
        weights = picture.weights()
        return {
            key: Spot(
                even(index * wide + EDGE),
                even((at[key] + 0.5) * high),
                round(min(radius_of(picture.dots[key].kind, weights[key]), LARGEST, high * 0.42), 1),
                Room("right", even(wide - 2 * EDGE - 6), even(high)),
            )
            for index, column in enumerate(columns)
            for key in column
        }


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


def _spread(wanted: Sequence[float], rows: int) -> list[float]:
    """A row for each node of a column, in their order, as near to the wanted ones as one row for each allows.

    Nodes that want none (a negative row) and whole columns of them are spread over the height evenly.
    """
    count = len(wanted)
    even_ = [(index + 0.5) * rows / count - 0.5 for index in range(count)]
    aims = [want if want >= 0 else even_[index] for index, want in enumerate(wanted)]
    # neighbours that want one place are pushed apart as a block around the mean of what they want
    blocks: list[tuple[float, int]] = []
    for index, aim in enumerate(aims):
        total, size = aim - index, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / size:
            before = blocks.pop()
            total, size = total + before[0], size + before[1]
        blocks.append((total, size))
    found: list[float] = []
    for total, size in blocks:
        found += [total / size + len(found) + offset for offset in range(size)]
    return [min(max(place, index), rows - count + index) for index, place in enumerate(found)]
