"""A timeline: a lane for each member, a sign where each link began, above it how many began in each year."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from graph.vocabulary import Status
from visuals.charts.bars import look_of, names_width
from visuals.charts.chart import Chart
from visuals.charts.look import GRID, PALE, Entry, colour_of, sign
from visuals.labels import Box, lines_of
from visuals.payload import used
from visuals.picture import Text
from visuals.sheet import INK, SOFT
from visuals.svg import block, number, tag
from visuals.vendored import width

NAME, AXIS = 7.6, 6.8
ABOVE = 0.13
"""The share of the height for the bars by year."""
EARLY = 0.05
"""Years before which at most this share of the links began are drawn closer together."""
EARLY_WIDE = 0.09
ROW, SIGN = 8.5, 7.4
BETWEEN = 0.35
"""What stands free between two lanes, in rows."""
LEAST = NAME * 1.35
"""No lane is lower than its name, its marks above and below with it."""
STEP = 5
"""Labelled years, and the year the closer part ends at, are multiples of this."""


_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


class Span(NamedTuple):
    """A date as far as it is known, as years and shares of a year: a day is a point, a month or year a stretch."""

    first: float
    last: float


def span(told: str) -> Span:
    """The stretch of "2018", "2018-03" or "2018-03-09"."""
    parts = [int(part) for part in told.split("-")]
    year, month, day = parts[0], parts[1] if len(parts) > 1 else 0, parts[2] if len(parts) > 2 else 0
    if not month:
        return Span(float(year), year + 1.0)
    start = year + (month - 1) / 12
    if not day:
        return Span(start, start + 1 / 12)
    return Span(start + (day - 1) / 372, start + (day - 1) / 372)


class Event(NamedTuple):
    """A link in a lane: the part it opens, its status, when it began and, where that is known, ended."""

    part: int
    status: str
    began: Span
    ended: Span | None


@dataclass(frozen=True)
class Lane:
    """A member: its dated links, the part that opens those without a date, and how many these are.

    absence: what is known where there is no link at all.
    """

    name: Text
    events: tuple[Event, ...]
    undated: int
    part: int | None
    absence: Text


@dataclass
class Timeline(Chart):
    """Lanes under one another, each as high as its links need side by side."""

    lanes: list[Lane] = field(default_factory=list[Lane])

    def body(self, room: Box, language: str) -> list[str]:
        """Bars by year, the axis, the lanes."""
        return _Drawn(self, room, language).parts()

    def legend(self) -> list[Entry]:
        """Statuses, then what a stretch and a line mean."""
        return [
            *self.by_status(),
            Entry(partial(_stretch, is_end=False), Text("only the year or month is known", "ทราบเพียงปีหรือเดือน")),
            Entry(partial(_stretch, is_end=True), Text("until it ended", "จนถึงวันสิ้นสุด")),
        ]


class _Axis:
    """Where a year lies: the early ones closer together than the others."""

    def __init__(self, events: Sequence[Event], left: float, right: float) -> None:
        self.left, self.right = left, right
        years = sorted(int(event.began.first) for event in events) or [2000]
        ends = [event.ended.last for event in events if event.ended] + [event.began.last for event in events] or [
            2001.0
        ]
        self.first = years[0] - years[0] % STEP
        self.last = max(float(int(max(ends)) + 1), self.first + 1.0)
        early = years[int(len(years) * EARLY)]
        self.turn = max(early - early % STEP, self.first)
        self.split = left + max((right - left) * EARLY_WIDE, 50.0) if self.turn - self.first > STEP else left
        if self.split == left:
            self.turn = self.first

    def at(self, year: float) -> float:
        if year < self.turn:
            return self.left + (self.split - self.left) * (year - self.first) / (self.turn - self.first)
        return self.split + (self.right - self.split) * (year - self.turn) / (self.last - self.turn)


def _row_height(lanes: Sequence[float], room: float) -> tuple[float, float]:
    """How high a row is, and the least height of a lane: the room is shared by rows, though no name is cramped."""
    row = min(ROW, room / max(sum(lanes), 1.0))
    if LEAST * len(lanes) > room:
        return row, 0.0
    while any(rows * row < LEAST for rows in lanes):
        high = [rows for rows in lanes if rows * row >= LEAST]
        left = (room - LEAST * (len(lanes) - len(high))) / (sum(high) or 1.0)
        if left >= row:
            break
        row = left
    return row, LEAST


class _Drawn:
    """A timeline in a box, in a language."""

    def __init__(self, chart: Timeline, room: Box, language: str) -> None:
        self.chart, self.room, self.language = chart, room, language
        names = names_width((lane.name for lane in chart.lanes), NAME, language, room.w * 0.25) + 8
        self.events = [event for lane in chart.lanes for event in lane.events]
        self.says = Text("no date", "ไม่ทราบวันที่").of(language)
        self.axis = _Axis(self.events, room.x + names, room.x + room.w - max(width(self.says, AXIS), 24) - 8)
        self.top = room.y + room.h * ABOVE + AXIS + 8
        self.size = SIGN
        self.packed = [self._packed(lane) for lane in chart.lanes]
        rows = [max(len(rows), 1) + BETWEEN for rows in self.packed]
        self.row, self.least = _row_height(rows, room.y + room.h - self.top)
        self.size = min(SIGN, self.row * 0.98)

    def parts(self) -> list[str]:
        parts = [self._grid(), *self._years()]
        y = self.top
        for i, (lane, rows) in enumerate(zip(self.chart.lanes, self.packed, strict=True)):
            high = max(self.row * (max(len(rows), 1) + BETWEEN), self.least)
            parts += self._lane(lane, rows, Box(self.room.x, y, self.room.w, high), is_odd=i % 2 == 1)
            y += high
        return parts

    def _grid(self) -> str:
        bottom = self.room.y + self.room.h
        base = self.top - 4
        parts: list[str] = []
        if self.axis.turn > self.axis.first:
            told = f"{self.axis.first}–{self.axis.turn - 1}"
            across = Box(self.axis.left, self.room.y, self.axis.split - self.axis.left, bottom - self.room.y)
            parts.append(
                tag("rect", x=across.x, y=across.y, width=across.w, height=across.h, fill=PALE, fill_opacity=0.22)
            )
            parts.append(block([told], across.x + across.w / 2, base, AXIS, anchor="middle", fill=SOFT))
        for year in range(self.axis.turn, int(self.axis.last) + 1):
            x = self.axis.at(year)
            is_named = year % STEP == 0
            look = {"stroke": GRID, "stroke_width": 0.9 if is_named else 0.4}
            parts.append(tag("line", x1=x, y1=self.room.y + 4, x2=x, y2=bottom, **look))
            if is_named and x + 14 < self.axis.right:
                parts.append(block([str(year)], x + 2, base, AXIS, fill=SOFT))
        parts.append(block([self.says], self.axis.right + 6, base, AXIS, fill=SOFT))
        known = self.chart.stamp.date if self.chart.stamp else ""
        if re.fullmatch(_DAY, known) and self.axis.turn < (now := span(known).last) < self.axis.last:
            x = self.axis.at(now)
            look = {"stroke": SOFT, "stroke_width": 0.8, "stroke_dasharray": "3 2"}
            parts.append(tag("line", x1=x, y1=self.room.y + 4, x2=x, y2=bottom, **look))
            parts.append(block([known], x + 3, self.room.y + AXIS + 3, AXIS, fill=SOFT))
        begun = Text("Links that began, by year", "จำนวนที่เริ่มในแต่ละปี").of(self.language)
        lines = lines_of(begun, AXIS, self.axis.left - self.room.x - 6, 3)
        parts.append(block(lines, self.room.x, self.room.y + AXIS + 3, AXIS, fill=SOFT))
        return tag("g", *parts)

    def _years(self) -> list[str]:
        """How many links began in each year; all early ones in one bar."""
        by_year: dict[int, dict[int, str]] = defaultdict(dict)
        for event in self.events:
            year = int(event.began.first)
            by_year[year if year >= self.axis.turn else self.axis.first][event.part] = event.status
        high = self.room.h * ABOVE - AXIS - 4
        most = max((len(statuses) for statuses in by_year.values()), default=1)
        floor = self.room.y + high + AXIS
        parts: list[str] = []
        for year, of_year in sorted(by_year.items()):
            counts = Counter(of_year.values())
            left = self.axis.at(year)
            wide = (self.axis.split if year < self.axis.turn else self.axis.at(year + 1)) - left
            y = floor
            for status in used(Status, counts):
                tall = high * counts[status] / most
                y -= tall
                box = {"x": left + wide * 0.18, "y": y + 0.4, "width": wide * 0.64, "height": max(tall - 0.8, 0.4)}
                parts.append(tag("rect", **box, **look_of(status)))
            told = str(counts.total())
            if wide > width(told, AXIS) + 1:
                parts.append(block([told], left + wide / 2, y - 2, AXIS, anchor="middle", fill=INK))
        return parts

    def _packed(self, lane: Lane) -> list[list[tuple[float, float, Event]]]:
        """The events of a lane in rows in which none touches another, with where each begins and ends."""
        rows: list[list[tuple[float, float, Event]]] = []
        half = self.size / 2 + 0.3
        for event in sorted(lane.events, key=lambda e: (e.began, e.part)):
            first, last = self.axis.at(event.began.first), self.axis.at(event.began.last)
            middle = (first + last) / 2
            end = self.axis.at(event.ended.last) if event.ended else last
            left, right = min(first, middle - half), max(end, last, middle + half)
            free = next((row for row in rows if row[-1][1] <= left), None)
            if free is None:
                rows.append([(left, right, event)])
            else:
                free.append((left, right, event))
        return rows

    def _lane(
        self, lane: Lane, rows: Iterable[list[tuple[float, float, Event]]], box: Box, *, is_odd: bool
    ) -> list[str]:
        band = {"x": box.x, "y": box.y, "width": box.w, "height": box.h, "fill": PALE}
        name = lines_of(lane.name.of(self.language), NAME, self.axis.left - box.x - 4, 1, 700)
        base = box.y + self.row * 0.675 + NAME * 0.34
        parts = [tag("rect", **band, fill_opacity=0.14)] if is_odd else []
        parts.append(block(name, box.x, base, NAME, weight=700))
        if not lane.events and lane.part is None:
            told = lines_of(lane.absence.of(self.language), NAME, self.axis.right - self.axis.left - 8, 1)
            parts.append(block(told, self.axis.left + 4, base, NAME, fill=SOFT))
        for i, row in enumerate(rows):
            y = box.y + self.row * (i + 0.675)
            parts += [self.chart.opened(event.part, self._event(event, y)) for _, _, event in row]
        if lane.part is not None:
            at = self.axis.right + 6
            ground = tag(
                "rect", x=at - 2, y=base - NAME, width=24.0, height=NAME * 1.3, fill=PALE, fill_opacity=0.4, rx=2
            )
            parts.append(self.chart.opened(lane.part, [ground, block([str(lane.undated)], at, base, NAME)]))
        return parts

    def _event(self, event: Event, y: float) -> list[str]:
        """A line to the end where it is known, a stretch where only month or year is, the sign in its middle."""
        first, last = self.axis.at(event.began.first), self.axis.at(event.began.last)
        colour, parts = colour_of(event.status), list[str]()
        if event.ended:
            end = self.axis.at(event.ended.last)
            look = {"fill": "none", "stroke": colour, "stroke_width": 0.7}
            if end > last:
                parts.append(tag("path", d=f"M{number(last)} {number(y)}H{number(end)}m0-1.8v3.6", **look))
        if last - first > 0.8:
            stretch = {"x": first + 0.5, "y": y - 1.1, "width": max(last - first - 1.0, 0.5), "height": 2.2, "rx": 1.1}
            parts.append(tag("rect", **stretch, fill=colour, fill_opacity=0.32))
        return [*parts, sign(event.status, (first + last) / 2, y, self.size)]


def _stretch(x: float, y: float, *, is_end: bool) -> str:
    if is_end:
        return sign("ended", x + 3, y + 4.5, 6.5) + tag(
            "path", d=f"M{number(x + 6)} {number(y + 4.5)}h10m0-1.8v3.6", fill="none", stroke=SOFT, stroke_width=0.8
        )
    bar = tag("rect", x=x, y=y + 3.4, width=16.0, height=2.2, rx=1.1, fill=colour_of("active"), fill_opacity=0.32)
    return bar + sign("active", x + 8, y + 4.5, 6.5)
