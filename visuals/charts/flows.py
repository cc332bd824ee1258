"""Flows beside links: sub-sectors on the left, members on the right, a ribbon for what could be traded between them.

Every width has one unit and scale. How a ribbon is drawn tells how far the links behind it have come, without a colour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from graph.vocabulary import Cell
from visuals.charts.bars import names_width, stacked
from visuals.charts.chart import Chart
from visuals.charts.look import GRID, GROUND, Entry
from visuals.charts.ribbons import NONE, OVER, PLANNED, RUNNING, SILENT, Ends, ribbon, scale_of, slots
from visuals.charts.words import WORDS
from visuals.labels import LEADING, Box, lines_of
from visuals.picture import Text
from visuals.sheet import INK, SOFT
from visuals.svg import block, number, tag
from visuals.vendored import width

NAME, HEAD, HEADS, FIGURE = 7.6, 6.6, 4, 7.0
BAR, GAP, AIR = 7.0, 3.0, 4.0
"""The width of the bars at both ends of the ribbons, the least room between them, and between a bar and words."""
LOOK_OF: Mapping[str, str] = {
    Cell.RUNNING: RUNNING,
    Cell.PLANNED: PLANNED,
    Cell.LATER: PLANNED,
    Cell.COMPLETED: OVER,
    Cell.DISPUTED: OVER,
    Cell.ENDED: OVER,
    Cell.NONE: NONE,
    Cell.UNCLEAR: NONE,
    Cell.ELSEWHERE: NONE,
    Cell.SILENT: SILENT,
}
"""How a ribbon looks by the state of its cell in the matrix."""
LOOKS: Mapping[str, Text] = {
    RUNNING: Text("a link runs in the sub-sector", "มีความเชื่อมโยงที่ดำเนินการอยู่ในสาขาย่อย"),
    PLANNED: Text("only planned, in talks or later", "มีเพียงแผน อยู่ระหว่างหารือ หรือเริ่มภายหลัง"),
    OVER: Text("completed, ended or disputed", "เสร็จสิ้น สิ้นสุด หรือมีข้อโต้แย้ง"),
    NONE: Text("searched: none found here, or unclear", "ค้นแล้วไม่พบในสาขาย่อยนี้หรือยังไม่ชัดเจน"),
    SILENT: WORDS["nobody_looked"],
}


class End(NamedTuple):
    """A bar at an end of ribbons: the part it opens, its name, the figure beside it; None where there is none."""

    part: int
    name: Text
    figure: float | None


class Flow(NamedTuple):
    """What could be traded: the part it opens, a sub-sector and a member by their places, the quantity, its look."""

    part: int
    sub_sector: int
    member: int
    quantity: float
    look: str


class Headed(NamedTuple):
    """Words over the columns: sub-sectors with a figure of the country, members with what could be traded."""

    country: Text = Text("")
    member: Text = Text("")


@dataclass
class Flows(Chart):
    """Ribbons between sub-sectors and members, each side in its order from above."""

    sub_sectors: list[End] = field(default_factory=list[End])
    members: list[End] = field(default_factory=list[End])
    flows: list[Flow] = field(default_factory=list[Flow])
    headed: Headed = field(default_factory=Headed)

    def body(self, room: Box, language: str) -> list[str]:
        """Ribbons, the largest below the others, then the bars with their names and figures."""
        return _Drawn(self, room, language).parts()

    def legend(self) -> list[Entry]:
        """How ribbons look, with how many there are of each, then the statuses of links."""
        counts = Counter(flow.look for flow in self.flows)
        looks = [
            Entry(partial(_sample, look), Text(f"{words.en} {counts[look]}", f"{words.of('th')} {counts[look]}"))
            for look, words in LOOKS.items()
            if counts[look]
        ]
        return [*looks, *self.by_status()]

    def sample(self, status: str, x: float, y: float) -> str:
        """A status as a piece of a bar."""
        return stacked(Counter([status]), Box(x, y + 0.5, 16, 8))


class _Drawn:
    """The chart in a box, in a language."""

    def __init__(self, chart: Flows, room: Box, language: str) -> None:
        self.chart, self.room, self.language = chart, room, language
        wide = room.w
        self.figure = max(width(words, FIGURE) for words in ("88,888", WORDS["no_data"].of(language))) + AIR
        self.names = names_width((end.name for end in chart.sub_sectors), NAME, language, wide * 0.22) + 2
        self.members = names_width((end.name for end in chart.members), NAME, language, wide * 0.16) + AIR * 2
        self.links = max(min(wide * 0.13, 110.0), 42.0)
        self.left = room.x + self.names + self.figure + AIR
        self.right = room.x + wide - self.links - self.members - self.figure - BAR
        self.top = room.y + HEAD * LEADING * max(len(lines) for lines, *_ in self._heads()) + AIR
        self.most_links = max((len(chart.parts[end.part].links) for end in chart.members), default=0) or 1
        count = max(len(chart.sub_sectors), len(chart.members), 1)
        high = room.y + room.h - self.top
        # a name may take two lines where there is room for them
        self.least = min(NAME * LEADING * (2 if high / count > 30 else 1) + 1, high / count * 0.72)
        sums: list[list[float]] = [[0.0] * len(chart.sub_sectors), [0.0] * len(chart.members)]
        for flow in chart.flows:
            sums[0][flow.sub_sector] += flow.quantity
            sums[1][flow.member] += flow.quantity
        self.scale = min(scale_of(side, high, self.least, GAP) for side in sums)
        self.bars = [slots(side, Box(0, self.top, 0, high), self.scale, self.least) for side in sums]

    def parts(self) -> list[str]:
        heads = [
            block(lines, x, self.room.y + HEAD, HEAD, anchor=anchor, fill=SOFT) for lines, x, anchor in self._heads()
        ]
        return [*heads, *self._ribbons(), *self._sub_sectors(), *self._members()]

    def _heads(self) -> list[tuple[list[str], float, str]]:
        """The words over the columns in lines, where they stand and to which side."""
        end = self.right + BAR + self.figure
        heads = (
            (self.chart.headed.country, self.left - AIR, self.names + self.figure - 2, "end"),
            (self.chart.headed.member, self.right + BAR + AIR, self.figure + self.members - 10, "start"),
            (WORDS["links_by_status"], end + self.members, self.links, "start"),
        )
        return [(lines_of(words.of(self.language), HEAD, wide, HEADS), x, at) for words, x, wide, at in heads]

    def _ribbons(self) -> list[str]:
        """At each end they lie in the order of the other side, so that those of one bar don't cross."""
        starts, stops = ([slot.bar.y for slot in side] for side in self.bars)
        places: dict[int, Ends] = {}
        for flow in sorted(self.chart.flows, key=lambda f: (f.sub_sector, f.member)):
            high = flow.quantity * self.scale
            places[flow.part] = Ends(self.left + BAR, starts[flow.sub_sector], self.right, 0.0, high)
            starts[flow.sub_sector] += high
        for flow in sorted(self.chart.flows, key=lambda f: (f.member, f.sub_sector)):
            places[flow.part] = places[flow.part]._replace(stop=stops[flow.member])
            stops[flow.member] += flow.quantity * self.scale
        return [
            self.chart.opened(flow.part, ribbon(flow.look, places[flow.part]))
            for flow in sorted(self.chart.flows, key=lambda f: (-f.quantity, f.part))
        ]

    def _sub_sectors(self) -> list[str]:
        drawn: list[str] = []
        for end, slot in zip(self.chart.sub_sectors, self.bars[0], strict=True):
            left = self.room.x
            marks = [_hit(Box(left, slot.room.y, self.left + BAR - left, slot.room.h))]
            marks += _filled(self.left, slot.bar, (end.figure or 0.0) * self.scale)
            marks += self._figure(end, self.left - AIR, slot.room, "end")
            marks.append(self._name(end, self.left - AIR - self.figure, slot.room, self.names - 2, "end"))
            drawn.append(self.chart.opened(end.part, marks))
        return drawn

    def _members(self) -> list[str]:
        drawn: list[str] = []
        right = self.room.x + self.room.w
        for end, slot in zip(self.chart.members, self.bars[1], strict=True):
            marks = [_hit(Box(self.right, slot.room.y, right - self.right, slot.room.h))]
            if end.figure is None:
                marks.append(_missing(self.right, slot.room))
            else:
                marks.append(_bar(self.right, slot.bar))
            at = self.right + BAR + self.figure
            marks += self._figure(end, at, slot.room, "end")
            marks.append(self._name(end, at + AIR, slot.room, self.members - AIR * 1.5, "start"))
            marks += self._links(end, at + self.members, slot.room)
            drawn.append(self.chart.opened(end.part, marks))
        return drawn

    def _figure(self, end: End, x: float, room: Box, anchor: str) -> list[str]:
        told = WORDS["no_data"].of(self.language) if end.figure is None else f"{end.figure:,.0f}"
        fill = SOFT if end.figure is None else INK
        return [block([told], x, room.y + room.h / 2 + FIGURE * 0.35, FIGURE, anchor=anchor, fill=fill)]

    def _name(self, end: End, x: float, room: Box, wide: float, anchor: str) -> str:
        most = min(max(int(room.h / (NAME * LEADING)), 1), 3)
        lines = lines_of(end.name.of(self.language), NAME, wide, most, 700)
        base = room.y + room.h / 2 + NAME * 0.35 - (len(lines) - 1) * NAME * LEADING / 2
        return block(lines, x, base, NAME, weight=700, anchor=anchor)

    def _links(self, end: End, x: float, room: Box) -> list[str]:
        """The member's links by status, as long as they are many, and their number."""
        own = self.chart.parts[end.part].links
        counts = Counter(self.chart.links[link].status for link in own if link in self.chart.links)
        unit = (self.links - width("888", FIGURE, 700) - AIR) / self.most_links
        high, middle = min(room.h * 0.75, 9.0), room.y + room.h / 2
        told = block([str(counts.total())], x + unit * counts.total() + 3, middle + FIGURE * 0.35, FIGURE, weight=700)
        bar = [stacked(counts, Box(x, middle - high / 2, unit, high))] if counts.total() else []
        return [*bar, told]


def _hit(box: Box) -> str:
    return tag("rect", x=box.x, y=box.y, width=box.w, height=box.h, fill=GRID, fill_opacity=0, class_="hit")


def _bar(x: float, bar: Box) -> str:
    return tag("rect", x=x, y=bar.y, width=BAR, height=max(bar.h, 0.8), fill=INK)


def _filled(x: float, bar: Box, high: float) -> list[str]:
    """A bar that is filled only as far as the country's own figure reaches: a tonne can't go to two members."""
    rim = {"fill": GROUND, "stroke": INK, "stroke_width": 0.6}
    whole = tag("rect", x=x + 0.3, y=bar.y + 0.3, width=BAR - 0.6, height=max(bar.h - 0.6, 0.4), **rim)
    return [whole, _bar(x, bar._replace(h=min(bar.h, high)))]


def _missing(x: float, room: Box) -> str:
    """A broken mark where a bar would stand, which says that nothing is known rather than that there is nothing."""
    y = number(room.y + room.h / 2)
    return tag("path", d=f"M{number(x)} {y}h{number(BAR)}", stroke=SOFT, stroke_width=1.4, stroke_dasharray="1.6 1.2")


def _sample(look: str, x: float, y: float) -> str:
    return tag("g", *ribbon(look, Ends(x, y + 0.5, x + 16, y + 0.5, 8.0)))
