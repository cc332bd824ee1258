"""Rows of bars, each parted by the status of its links: how many, and how far they have come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.vocabulary import Status
from visuals.charts.chart import Chart
from visuals.charts.look import GROUND, PALE, colour_of
from visuals.labels import Box, lines_of
from visuals.payload import used
from visuals.picture import Text
from visuals.sheet import INK, SOFT
from visuals.style import line_of
from visuals.svg import block, tag
from visuals.vendored import width

TEXT = 7.4
GAP = 14.0


class Bar(NamedTuple):
    """A row: the part it opens, its name, its links by status, and what is said where there are none."""

    part: int
    name: Text
    counts: Counter[str]
    absence: Text = Text("")


def names_width(names: Iterable[Text], size: float, language: str, most: float) -> float:
    """How wide the names of rows stand, at most so wide: a longer one is cut."""
    return min(max((width(name.of(language), size, 700) for name in names), default=0.0), most)


def bars(chart: Chart, rows: Sequence[Bar], room: Box, language: str, columns: int = 1) -> list[str]:
    """The rows under one another, or in columns; the longest bar fills its column."""
    most = max((row.counts.total() for row in rows), default=0) or 1
    each = -(-len(rows) // columns) or 1
    down, across = room.h / each, (room.w - GAP * (columns - 1)) / columns
    size = min(max(down * 0.4, TEXT), 9.0)
    names = names_width((row.name for row in rows), size, language, across * 0.4) + 6
    long = across - names - width(str(most), size, 700) - 5
    drawn: list[str] = []
    for i, row in enumerate(rows):
        x, y = room.x + (i // each) * (across + GAP), room.y + (i % each) * down
        marks = _row(row, Box(x, y, across, down), _Measures(names, long / most, size), language)
        drawn.append(chart.opened(row.part, marks))
    return drawn


class _Measures(NamedTuple):
    """The width of names and of one link, the size of text."""

    names: float
    unit: float
    size: float


def _row(row: Bar, box: Box, measures: _Measures, language: str) -> list[str]:
    names, unit, size = measures
    base = box.y + box.h / 2 + size * 0.35
    has_links = bool(row.counts.total())
    name = lines_of(row.name.of(language), size, names - 4, 1, 700)
    marks = [
        tag("rect", x=box.x, y=box.y, width=box.w, height=box.h, fill=GROUND, fill_opacity=0, class_="hit"),
        block(name, box.x, base, size, weight=700, fill=INK if has_links else SOFT),
    ]
    left = box.x + names
    if not has_links:
        said = lines_of(row.absence.of(language), size, box.w - names, 1)
        return [*marks, block(said, left, base, size, fill=SOFT)]
    marks.append(stacked(row.counts, Box(left, box.y + box.h * 0.18, unit, box.h * 0.64)))
    end = left + unit * row.counts.total()
    return [*marks, block([str(row.counts.total())], end + 4, base, size, weight=700)]


def stacked(counts: Counter[str], box: Box) -> str:
    """Links side by side, the most advanced first, each as wide as the box: plans are hollow, what is over is pale."""
    left, parts = box.x, list[str]()
    for status in used(Status, counts):
        wide = box.w * counts[status]
        inner = {"x": left + 0.6, "y": box.y + 0.6, "width": max(wide - 1.2, 0.4), "height": max(box.h - 1.2, 0.4)}
        parts.append(tag("rect", **inner, **look_of(status)))
        left += wide
    return tag("g", *parts)


def look_of(status: str) -> dict[str, object]:
    """How a piece of a bar of that status looks: plans hollow, what is over pale."""
    colour = colour_of(status)
    if status in (Status.ENDED, Status.FAILED):
        return {"fill": PALE, "stroke": PALE, "stroke_width": 1}
    if status in (Status.IN_TALKS, Status.DISPUTED):
        return {"fill": GROUND, "stroke": colour, "stroke_width": 1.2}
    if line_of(status).dash:
        return {"fill": GROUND, "stroke": colour, "stroke_width": 1, "stroke_dasharray": "1.4 1.2"}
    return {"fill": colour, "stroke": colour, "stroke_width": 1}
