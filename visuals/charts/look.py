"""How charts look: a sign for each status, so that no colour is needed, and what each colour is on dark ground."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from graph.vocabulary import Status
from visuals.picture import Text
from visuals.sheet import INK, SOFT
from visuals.style import LINES, PLAIN
from visuals.svg import number, tag

GROUND, GRID, LAND, PALE, ACCENT = "#ffffff", "#d5dbe1", "#e4eaef", "#c3d3df", "#d55e00"
"""The sheet, lines that only guide the eye, land, what is counted but not meant, what stands out."""
NEED, SUPPLY = "#8fc1de", "#1a659c"
"""Two directions of trade."""
RAMP = ("#00467f", "#3f87b8", "#9cc3de", "#d3e3ee")
"""From new to old."""
DARK: dict[str, str] = {
    GROUND: "#10161d",
    GRID: "#33414f",
    LAND: "#24303b",
    PALE: "#46596a",
    ACCENT: "#ff9a4d",
    NEED: "#34566e",
    SUPPLY: "#6cb4e6",
    INK: "#edf2f7",
    SOFT: "#a5b2bf",
    **dict(zip(RAMP, ("#9ad4ff", "#549fd3", "#37698e", "#26445a"), strict=True)),
    **{line.light: line.dark for line in (*LINES.values(), PLAIN)},
}
"""What each colour of a chart becomes on dark ground; the figure is always light."""
Draw = Callable[[float, float], str]
"""A sample for the legend at a point, 16 wide and 9 high."""


class Entry(NamedTuple):
    """A line of the legend; one with a tag filters by it."""

    draw: Draw
    words: Text
    tag: str = ""


class Sign(NamedTuple):
    """A shape in a box of 10 by 10: filled parts and lines. What is only planned is hollow."""

    filled: str = ""
    lines: str = ""
    dash: str = ""


_RING = "M5 1.4a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2z"
_CROSS = "M2 2L8 8M8 2L2 8"
SIGNS: dict[str, Sign] = {
    Status.ACTIVE: Sign("M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8z"),
    Status.SIGNED: Sign("M5 3.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 1 1 0-3.6z", _RING),
    Status.COMPLETED: Sign("M1.6 1.6h6.8v6.8h-6.8z"),
    Status.IN_TALKS: Sign("", _RING),
    Status.ANNOUNCED: Sign("", "M5 1.2L9 8.4H1z"),
    Status.EXPECTED: Sign("", "M5 1.2L9 8.4H1z", "1.6 1.2"),
    Status.DISPUTED: Sign("", "M5 .8L9.2 5L5 9.2L.8 5z"),
    Status.ENDED: Sign("", _CROSS),
    Status.FAILED: Sign("", _CROSS + _RING.replace("1.4", "1.2", 1)),
}
PLAIN_SIGN = Sign("M5 2.4a2.6 2.6 0 1 1 0 5.2a2.6 2.6 0 1 1 0-5.2z")


def colour_of(status: str) -> str:
    """The colour of a status on light ground."""
    return LINES.get(status, PLAIN).light


def sign(status: str, x: float, y: float, size: float) -> str:
    """The sign of a status around a point."""
    shape, colour = SIGNS.get(status, PLAIN_SIGN), colour_of(status)
    parts = [tag("path", d=shape.filled, fill=colour)] if shape.filled else []
    if shape.lines:
        # filled with the ground, so that a line behind a hollow sign doesn't make it look solid
        parts.append(
            tag("path", d=shape.lines, fill=GROUND, stroke=colour, stroke_width=1.5, stroke_dasharray=shape.dash)
        )
    return tag("g", *reversed(parts), transform=f"translate({place(x, y, size)}) scale({number(size / 10)})")


def place(x: float, y: float, size: float) -> str:
    """The corner of a box of that size around a point, as a transform takes it."""
    return f"{number(x - size / 2)} {number(y - size / 2)}"


def dark_style() -> str:
    """The rules that put a chart on dark ground; paper stays light."""
    rules = "".join(
        f':root[data-theme="dark"] .chart [{what}="{light}"]{{{what}:{dark}}}'
        for light, dark in DARK.items()
        for what in ("fill", "stroke")
    )
    return f"@media screen{{{rules}}}\n"
