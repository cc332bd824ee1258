"""Ribbons of a chart of flows: how wide they may be, where their ends lie, and how each look is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from graph.vocabulary import Status
from visuals.charts.look import GROUND, PALE, colour_of
from visuals.labels import Box
from visuals.sheet import INK
from visuals.svg import number, tag

RUNNING, PLANNED, OVER, NONE, SILENT = "running", "planned", "over", "none", "silent"
THIN, LINE, EASY = 0.35, 1.8, 3.0
"""A ribbon is drawn no thinner, below this height as a line, and can be pointed at over no less."""
APART = 2.6
"""How far the lines of a hatched ribbon lie from one another."""

COLOURS: Mapping[str, str] = {
    RUNNING: colour_of(Status.ACTIVE),
    PLANNED: colour_of(Status.ANNOUNCED),
    OVER: colour_of(Status.COMPLETED),
    NONE: INK,
    SILENT: colour_of(Status.ENDED),
}
DASHES: Mapping[str, str] = {PLANNED: "3 2", NONE: "0.8 1.4"}
"""How thin ribbons are broken."""


class Ends(NamedTuple):
    """Where a ribbon starts and stops: both edges from left to right, the upper corners, and its height."""

    left: float
    start: float
    right: float
    stop: float
    high: float


class Slot(NamedTuple):
    """The room of a bar with its words, and the bar in it."""

    room: Box
    bar: Box


def scale_of(values: Sequence[float], high: float, least: float, gap: float) -> float:
    """Points for each unit, so that slots no lower than `least` stand under one another in that height."""
    room = high - gap * max(len(values) - 1, 0)
    wide = list(values)
    while total := sum(wide):
        scale = max(room - least * (len(values) - len(wide)), 0.0) / total
        kept = [value for value in wide if value * scale >= least]
        if len(kept) == len(wide):
            return scale
        wide = kept
    return least / max(values, default=1.0) if any(values) else 1.0


def slots(values: Sequence[float], room: Box, scale: float, least: float) -> list[Slot]:
    """A slot for each value from above, the rest of the height shared out between them."""
    highs = [max(value * scale, least) for value in values]
    gap = (room.h - sum(highs)) / max(len(values) - 1, 1)
    tops = accumulate((high + gap for high in highs), initial=room.y)
    return [
        Slot(Box(room.x, top, room.w, high), Box(room.x, top + (high - value * scale) / 2, room.w, value * scale))
        for value, high, top in zip(values, highs, tops, strict=False)
    ]


def ribbon(look: str, ends: Ends) -> list[str]:
    """A ribbon as it looks, under what can be pointed at; a thin one is a line as wide as it is.

    Solid where a link runs, with a broken rim where it is planned, pale where it is over, with a whole rim where
    somebody searched, and only lines along it where nobody looked.
    """
    if ends.high < LINE:
        wide = max(ends.high, THIN)
        line = {"d": _line(ends, ends.high / 2), "fill": "none", "stroke_width": wide}
        return [
            tag("path", d=_band(ends, EASY), fill=GROUND, fill_opacity=0, class_="hit"),
            tag("path", **line, stroke=COLOURS[look], stroke_dasharray=DASHES.get(look, "")),
        ]
    marks = [tag("path", d=_band(ends, EASY), fill=GROUND, fill_opacity=0, class_="hit")]
    dash = DASHES[look] if look == PLANNED else ""
    rim = {"stroke": COLOURS[look], "stroke_width": 0.7, "stroke_dasharray": dash}
    body = {"d": _band(ends)}
    if look == RUNNING:
        marks.append(tag("path", **body, fill=COLOURS[look], fill_opacity=0.82))
    elif look == OVER:
        marks.append(tag("path", **body, fill=PALE, fill_opacity=0.85, stroke=COLOURS[look], stroke_width=0.4))
    elif look == SILENT:
        marks.append(tag("path", **body, fill=PALE, fill_opacity=0.22))
        count = max(round(ends.high / APART), 1)
        lines = "".join(_line(ends, (i + 0.5) * ends.high / count) for i in range(count))
        marks.append(tag("path", d=lines, fill="none", stroke=COLOURS[look], stroke_width=0.5))
    else:
        # the rim lies inside, so that the ribbon is no wider than its quantity
        inner = ends._replace(start=ends.start + 0.35, stop=ends.stop + 0.35, high=ends.high - 0.7)
        marks.append(tag("path", d=_band(inner), fill=COLOURS[look], fill_opacity=0.08, **rim))
    return marks


def _band(ends: Ends, least: float = 0.0) -> str:
    """The outline of a ribbon, as high everywhere."""
    more = max(least - ends.high, 0.0)
    high, start, stop = ends.high + more, ends.start - more / 2, ends.stop - more / 2
    middle = number((ends.left + ends.right) / 2)
    a, b, c, d = (number(y) for y in (start, stop, stop + high, start + high))
    left, right = number(ends.left), number(ends.right)
    return f"M{left} {a}C{middle} {a} {middle} {b} {right} {b}V{c}C{middle} {c} {middle} {d} {left} {d}Z"


def _line(ends: Ends, down: float) -> str:
    """A line along a ribbon, so far below its upper edge."""
    middle = number((ends.left + ends.right) / 2)
    a, b = number(ends.start + down), number(ends.stop + down)
    return f"M{number(ends.left)} {a}C{middle} {a} {middle} {b} {number(ends.right)} {b}"
