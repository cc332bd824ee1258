"""A map of links: members as discs on the land, a line from one of them to each other, the same as bars beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from math import hypot, sqrt

from visuals.charts.bars import Bar, bars, stacked
from visuals.charts.chart import Chart
from visuals.charts.land import WINDOW, land, projected
from visuals.charts.look import GROUND, LAND, PALE, Entry, colour_of
from visuals.labels import Board, Box, lines_of
from visuals.picture import Text
from visuals.sheet import INK, SOFT
from visuals.style import line_of
from visuals.svg import block, dashes, number, tag
from visuals.vendored import width

NAME = 7.6
LIST, ROW = 0.36, 25.0
"""The share of the width for the bars beside the map, and their height; on a narrow sheet they stand below it."""
BEND = 0.16
WIDEST, LARGEST = 6.5, 15.0
NO_LINK = "none"


@dataclass(frozen=True)
class Place:
    """A member on the map: where it lies, its links with the country in question, its links with any member.

    absence: why there is no link, where there is none. part: its number among the parts of the chart.
    """

    name: Text
    east: float
    north: float
    links: int
    every: int
    absence: Text
    part: int


@dataclass
class Map(Chart):
    """Places around one that lies `home`; the first part of the chart is the home's."""

    home: Place | None = None
    places: list[Place] = field(default_factory=list[Place])

    def body(self, room: Box, language: str) -> list[str]:
        """Map and bars side by side, or one above the other."""
        if room.w > room.h * 1.25:
            wide, high = LIST * room.w, min(room.h, ROW * len(self.places))
            chart = Box(room.x, room.y, room.w - wide - 14, room.h)
            beside = Box(room.x + room.w - wide, room.y + (room.h - high) / 2, wide, high)
            columns = 1
        else:
            columns = 2
            high = 12.5 * ((len(self.places) + 1) // 2)
            chart = Box(room.x, room.y, room.w, room.h - high - 10)
            beside = Box(room.x, room.y + room.h - high, room.w, high)
        return [*_Drawn(self, chart, language).parts(), *bars(self, self._bars(), beside, language, columns)]

    def legend(self) -> list[Entry]:
        """Statuses as bar and line, then what the discs and the broken rings mean."""
        home = self.home.name if self.home else Text("")
        discs = Text(
            f"disc: all links of the member; inner disc: those with {home.of('en')}",
            f"วงกลม: ความเชื่อมโยงทั้งหมดของสมาชิก วงใน: ความเชื่อมโยงกับ{home.of('th')}",
        )
        none = Text(f"no link with {home.of('en')}", f"ไม่มีความเชื่อมโยงกับ{home.of('th')}")
        return [
            *self.by_status(),
            Entry(partial(_discs, is_hollow=False), discs),
            *([] if all(place.links for place in self.places) else [Entry(partial(_discs, is_hollow=True), none)]),
        ]

    def sample(self, status: str, x: float, y: float) -> str:
        """A status as a piece of a bar, and as the line that joins two members."""
        line = line_of(status)
        drawn = {"stroke": line.light, "stroke_width": 2.0, "stroke_dasharray": dashes(line, 0.4), "fill": "none"}
        piece = stacked(Counter([status]), Box(x, y + 0.5, 7.5, 8.0))
        return piece + tag("path", d=f"M{number(x + 8.5)} {number(y + 4.5)}h8.5", **drawn)

    def _bars(self) -> list[Bar]:
        return [
            Bar(
                place.part,
                place.name,
                Counter(self.links[link].status for link in self.parts[place.part].links if link in self.links),
                place.absence,
            )
            for place in self.places
        ]


class _Drawn:
    """A map in a box, in a language."""

    def __init__(self, chart: Map, box: Box, language: str) -> None:
        left, top, right, bottom = WINDOW
        self.chart, self.box, self.language = chart, box, language
        self.scale = min(box.w / (right - left), box.h / (bottom - top))
        wide, high = self.scale * (right - left), self.scale * (bottom - top)
        self.frame = Box(box.x + (box.w - wide) / 2, box.y + (box.h - high) / 2, wide, high)
        self.dx, self.dy = self.frame.x - left * self.scale, self.frame.y - top * self.scale
        self.most = max((place.every for place in chart.places), default=1) or 1

    def parts(self) -> list[str]:
        """Land, lines, discs, then names."""
        return [self._land(), *self._lines(), *self._discs(), *self._names()]

    def at(self, place: Place) -> tuple[float, float]:
        x, y = projected(place.east, place.north)
        return x * self.scale + self.dx, y * self.scale + self.dy

    def radius(self, links: int) -> float:
        """The area of a disc grows with the number; a scale of its own for small maps."""
        return LARGEST * min(1.0, self.frame.w / 420) * sqrt(links / self.most) if links else 0.0

    def reach(self, place: Place) -> float:
        """How far a disc, or the home's square, reaches from its point."""
        return 6.0 if place is self.chart.home else max(self.radius(place.every), 3.0)

    def via(self, place: Place) -> tuple[float, float]:
        """The point by which the line from home to a place bends."""
        (ax, ay), (bx, by) = self.at(self.chart.home or place), self.at(place)
        return (ax + bx) / 2 + (by - ay) * BEND, (ay + by) / 2 - (bx - ax) * BEND

    def along(self, place: Place) -> list[tuple[float, float]]:
        """Points on that line."""
        a, b, c = self.at(self.chart.home or place), self.via(place), self.at(place)
        shares = [i / 40 for i in range(1, 40)] if place.links else []
        return [
            (
                (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * b[0] + t**2 * c[0],
                (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * b[1] + t**2 * c[1],
            )
            for t in shares
        ]

    def _land(self) -> str:
        moved = f"translate({number(self.dx)} {number(self.dy)}) scale({self.scale:.4f})"
        return tag("path", d=land(), fill=LAND, transform=moved)

    def _lines(self) -> list[str]:
        home = self.chart.home
        most = max((place.links for place in self.chart.places), default=1) or 1
        drawn: list[str] = []
        for place in sorted(self.chart.places, key=lambda p: -p.links):
            statuses = self.chart.statuses(self.chart.parts[place.part].links)
            if home is None or not statuses:
                continue
            (ax, ay), (bx, by), via = self.at(home), self.at(place), self.via(place)
            line = line_of(statuses[0])
            path = tag(
                "path",
                d=f"M{number(ax)} {number(ay)}Q{number(via[0])} {number(via[1])} {number(bx)} {number(by)}",
                fill="none",
                stroke=line.light,
                stroke_width=1.0 + (WIDEST - 1.0) * place.links / most,
                stroke_dasharray=dashes(line, 0.7),
                stroke_opacity=0.5,
            )
            drawn.append(self.chart.opened(place.part, [path]))
        return drawn

    def _discs(self) -> list[str]:
        drawn: list[str] = []
        for place in sorted(self.chart.places, key=lambda p: -p.every):
            (x, y), every, own = self.at(place), self.radius(place.every), self.radius(place.links)
            outer = max(every, 3.0)
            look = {"fill": PALE, "stroke": GROUND, "stroke_width": 0.7}
            if not place.links:
                look = {"fill": GROUND, "stroke": SOFT, "stroke_width": 1.2, "stroke_dasharray": "2.4 1.8"}
            marks = [tag("circle", cx=x, cy=y, r=outer, **look)]
            if place.links:
                marks.append(tag("circle", cx=x, cy=y, r=max(own, 1.6), fill=colour_of("active")))
            drawn.append(self.chart.opened(place.part, marks))
        if self.chart.home is not None:
            x, y = self.at(self.chart.home)
            star = tag("rect", x=x - 5, y=y - 5, width=10.0, height=10.0, rx=2, fill=INK, stroke=GROUND, stroke_width=1)
            drawn.append(self.chart.opened(self.chart.home.part, [star]))
        return drawn

    def _names(self) -> list[str]:
        """Each name at the first free place around its disc, the home's first, then the most crowded."""
        clear, board = Board(self.frame), Board(self.frame)
        places = [*([self.chart.home] if self.chart.home else []), *self.chart.places]
        spots = {place.part: self.at(place) for place in places}
        for place in places:
            (x, y), r = spots[place.part], self.reach(place) * 0.9
            for each in (clear, board):
                each.take(Box(x - r, y - r, 2 * r, 2 * r))
        for place in self.chart.places if self.chart.home else ():
            for x, y in self.along(place):
                clear.take(Box(x - 1.5, y - 1.5, 3, 3))

        def crowd(place: Place) -> float:
            x, y = spots[place.part]
            return sum(1 / (20 + hypot(x - a, y - b)) for part, (a, b) in spots.items() if part != place.part)

        places.sort(key=lambda place: (place is not self.chart.home, -crowd(place)))
        return [self._name(place, spots[place.part], clear, board) for place in places]

    def _name(self, place: Place, spot: tuple[float, float], clear: Board, board: Board) -> str:
        """A name near its disc and on no line, else on a line, else further off with a thin line to it."""
        is_home = place is self.chart.home
        size = (NAME + 1.6 if is_home else NAME) * max(1.0, self.frame.h / 420)
        words = lines_of(place.name.of(self.language), size, self.frame.w * 0.3, 1, 700)[0]
        if not is_home:
            words += (
                f" {place.links}"
                if place.links
                else f" · {lines_of(place.absence.of(self.language), size, self.frame.w * 0.3, 1)[0]}"
            )
        wide, high = width(words, size, 700), size * 1.15
        r, (x, y) = self.reach(place), spot
        for ground, far in ((clear, 1.5), (clear, 6.0), (board, 1.5), *((board, far) for far in _FURTHER)):
            for across, down in _AROUND:
                left = x + across * (r + far) - wide * (1 - across) / 2
                top = y + down * (r + far) - high * (1 - down) / 2
                box = Box(left - 1, top - 0.5, wide + 2, high + 1)
                if ground.free(box) and board.free(box):
                    clear.take(box)
                    board.take(box)
                    fill = INK if place.links else SOFT
                    text = block([words], left, top + size * 0.92, size, weight=700, halo=True, fill=fill)
                    return self.chart.opened(place.part, [*_leader(spot, r, box, far), text])
        return ""


_FURTHER = (8.0, 16.0, 26.0, 38.0, 52.0)
_AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (0.8, 0.8), (0.8, -0.8), (-0.8, 0.8), (-0.8, -0.8))


def _leader(spot: tuple[float, float], r: float, box: Box, far: float) -> list[str]:
    """A thin line from the disc to a name that stands apart."""
    if far < 8:
        return []
    x, y = spot
    to = min(max(x, box.x), box.x + box.w), min(max(y, box.y), box.y + box.h)
    long = hypot(to[0] - x, to[1] - y) or 1.0
    start = x + (to[0] - x) * r / long, y + (to[1] - y) * r / long
    return [tag("line", x1=start[0], y1=start[1], x2=to[0], y2=to[1], stroke=SOFT, stroke_width=0.6)]


def _discs(x: float, y: float, *, is_hollow: bool) -> str:
    if is_hollow:
        ring = {"fill": GROUND, "stroke": SOFT, "stroke_width": 1.1, "stroke_dasharray": "2.4 1.8"}
        return tag("circle", cx=x + 8, cy=y + 4.5, r=4.0, **ring)
    return tag("circle", cx=x + 8, cy=y + 4.5, r=4.5, fill=PALE) + tag(
        "circle", cx=x + 8, cy=y + 4.5, r=2.6, fill=colour_of("active")
    )
