"""The sheet a figure is drawn on: its measures in points, and where the layout lands on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from visuals.labels import Box
from visuals.layout import Layout, Spot
from visuals.picture import Picture

SIZES: dict[str, tuple[float, float]] = {"a4": (841.89, 595.28), "slide": (960.0, 540.0), "column": (520.0, 620.0)}
MARGIN = 26.0
LEGEND = 128.0  # the width of the legend's column, or its height where it stands below
SMALL, BODY, ENTRY, HEAD, ANSWER, TITLE = 6.5, 6.8, 7.0, 8.6, 9.5, 16.0  # sizes of text, none below 6.5
LEAST = 1.7  # the radius of the smallest node
INK, SOFT = "#17212b", "#5b6773"


class Sheet(NamedTuple):
    """A picture, its places, its language, the box it may fill, and how places become points of the sheet."""

    picture: Picture
    layout: Layout
    language: str
    box: Box
    scale: float
    dx: float
    dy: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the layout on the sheet."""
        return x * self.scale + self.dx, y * self.scale + self.dy

    def spot(self, key: str) -> Spot:
        """A node's middle and radius on the sheet."""
        spot = self.layout.spots[key]
        return Spot(*self.at(spot.x, spot.y), max(spot.r * self.scale, LEAST))


def sheet_of(picture: Picture, layout: Layout, language: str, box: Box) -> Sheet:
    """The sheet with the largest scale at which everything, with the names of the countries, fits the box."""
    discs = [(s.x, s.y, s.r, s.r) for s in layout.spots.values()]
    discs += [(region.x, region.y, region.rx, region.ry) for region in layout.regions]
    discs += [(area.x, area.y, area.rx, area.ry) for area in layout.areas]
    left = min((x - rx for x, _, rx, _ in discs), default=0.0)
    right = max((x + rx for x, _, rx, _ in discs), default=0.0)
    top = min((y - ry for _, y, _, ry in discs), default=0.0)
    bottom = max((y + ry for _, y, _, ry in discs), default=0.0)
    head = 2 * (HEAD + 8)
    scale = min(box.w / (right - left + 8), (box.h - head) / (bottom - top + 8), 1.2)
    dx = box.x + box.w / 2 - scale * (left + right) / 2
    dy = box.y + box.h / 2 - scale * (top + bottom) / 2
    return Sheet(picture, layout, language, box, scale, dx, dy)


def by_status(picture: Picture) -> Counter[str]:
    """How many links there are of each status."""
    return Counter(status for *_, status in {(k.kind, k.id, k.status) for k in picture.links.values()})


def tally(picture: Picture) -> dict[str, Counter[str]]:
    """For each country, its links by status; a link counts once for each of its countries."""
    seen = {
        (picture.dots[end].group, link.kind, link.id, link.status)
        for link in picture.links.values()
        for end in (link.source, link.target)
    }
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for group, _, _, status in seen:
        counts[group][status] += 1
    return counts
