"""The sheet a figure is drawn on: its measures in points, and where the layout lands on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from graph.kinds import NODES
from visuals.bundles import Scene
from visuals.labels import Box
from visuals.layout import Spot
from visuals.picture import Picture
from visuals.style import rim_of

SIZES: dict[str, tuple[float, float]] = {
    "a4": (841.89, 595.28),  # landscape
    "slide": (960.0, 540.0),  # 16:9
    "column": (520.0, 620.0),  # in running text, a page of it
    "half": (482.0, 320.0),  # in running text, half a page of A4
    "web": (900.0, 600.0),  # 1200 by 800 px
}
MARGIN = 26.0
TRIMMED = {"half": 22.0}
"""What of the margins at the sides is cut away, where the text around a figure has its own and tells its title."""
LEGEND = 128.0  # the width of the legend's column, or its height where it stands below
SMALL, BODY, ENTRY, HEAD, ANSWER, TITLE = 6.5, 6.8, 7.0, 8.6, 9.5, 16.0  # sizes of text, none below 6.5
RIM = 0.7  # around a node that would be lost on white
LEAST = 1.7  # the radius of the smallest node
MOST = 1.3  # nodes grow no further where few of them are spread over a sheet
SPREAD = 2.4  # and no further apart than this
FEW, MANY = 40, 120  # so many units may have larger names
ROOMY = 180_000.0  # on a sheet of that area; on a smaller one fewer may
INK, SOFT, PLAIN = "#17212b", "#5b6773", "#66727e"


class Sheet(NamedTuple):
    """A picture, what of it is drawn, its language, the box it may fill, and how places become points of the sheet."""

    picture: Picture
    scene: Scene
    language: str
    box: Box
    scale: float
    dx: float
    dy: float

    @property
    def body(self) -> float:
        """The size of names: larger where there are few."""
        count = len(self.scene.units) * max(1.0, ROOMY / (self.box.w * self.box.h))
        return BODY + (2.6 if count <= FEW else 1.2 if count <= MANY else 0.0)

    @property
    def head(self) -> float:
        """The size of the names of countries."""
        return self.body + HEAD - BODY

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the layout on the sheet."""
        return x * self.scale + self.dx, y * self.scale + self.dy

    def spot(self, key: str) -> Spot:
        """A unit's middle and radius on the sheet."""
        spot = self.scene.layout.spots[key]
        return Spot(*self.at(spot.x, spot.y), max(spot.r * min(self.scale, MOST), LEAST))


def sheet_of(picture: Picture, scene: Scene, language: str, box: Box) -> Sheet:
    """The sheet with the largest scale at which everything, with the names of the countries, fits the box."""
    discs = [(s.x, s.y, s.r, s.r) for s in scene.layout.spots.values()]
    discs += [(region.x, region.y, region.rx, region.ry) for region in scene.layout.regions]
    discs += [(area.x, area.y, area.rx, area.ry) for area in scene.layout.areas]
    left = min((x - rx for x, _, rx, _ in discs), default=0.0)
    right = max((x + rx for x, _, rx, _ in discs), default=0.0)
    top = min((y - ry for _, y, _, ry in discs), default=0.0)
    bottom = max((y + ry for _, y, _, ry in discs), default=0.0)
    first = Sheet(picture, scene, language, box, 1.0, 0.0, 0.0)
    has_heads = bool(scene.folds or scene.layout.regions or scene.layout.areas)
    head, rim = (2 * (first.head + 12), 8.0) if has_heads else (2 * first.body, 10 * first.body)
    scale = min((box.w - rim) / (right - left + 8), (box.h - head) / (bottom - top + 8), SPREAD)
    dx = box.x + box.w / 2 - scale * (left + right) / 2
    dy = box.y + box.h / 2 - scale * (top + bottom) / 2
    return first._replace(scale=scale, dx=dx, dy=dy)


def look_of(kind: str, *, is_hollow: bool = False) -> dict[str, object]:
    """How a node of that kind is painted: a pale one with a darker rim, one without links hollow with a broken rim."""
    if is_hollow:
        return {"fill": "#ffffff", "stroke": SOFT, "stroke_width": 0.8, "stroke_dasharray": "2 1.5"}
    colour = NODES[kind].colour if kind in NODES else PLAIN
    rim = rim_of(colour, "light")
    return {"fill": colour, "stroke": rim or "#ffffff", "stroke_width": RIM if rim else 0.5}


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
