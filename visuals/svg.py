"""Small makers of SVG: elements whose text and attributes are always escaped, text blocks, signs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from visuals.labels import LEADING
from visuals.style import Line

HALO = "#ffffff"
# how many corners, and the turn of the first from the top
POLYGONS = {"diamond": (4, 0.0), "triangle": (3, 0.0), "triangleDown": (3, math.pi)}


def number(value: float) -> str:
    """A number as short as two decimals allow."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def tag(name: str, *children: str, **attributes: object) -> str:
    """An element; children are markup already, attributes are escaped; an underscore in a name is a hyphen."""
    told = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(number(value) if isinstance(value, float) else str(value))}"
        for key, value in attributes.items()
        if value not in (None, "")
    )
    return f"<{name}{told}>{''.join(children)}</{name}>" if children else f"<{name}{told}/>"


def text_of(words: str) -> str:
    """Words as markup."""
    return escape(words)


def block(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    *,
    weight: int = 400,
    fill: str = "#17212b",
    anchor: str = "start",
    halo: bool = False,
) -> str:
    """Lines of text under each other, the first on the baseline `y`."""
    around = {"stroke": HALO, "stroke_width": size * 0.3, "stroke_linejoin": "round", "paint_order": "stroke"}
    return "".join(
        tag(
            "text",
            text_of(line),
            x=float(x),
            y=float(y + i * size * LEADING),
            font_size=float(size),
            font_weight=weight if weight != 400 else None,
            fill=fill,
            text_anchor=anchor if anchor != "start" else None,
            **(around if halo else {}),
        )
        for i, line in enumerate(lines)
    )


def sign(shape: str, x: float, y: float, r: float, **attributes: object) -> str:
    """A node of that shape around a point."""
    if shape == "dot":
        return tag("circle", cx=float(x), cy=float(y), r=float(r), **attributes)
    if shape == "square":
        return tag("rect", x=x - r * 0.9, y=y - r * 0.9, width=r * 1.8, height=r * 1.8, **attributes)
    corners, turn = POLYGONS.get(shape, (6, math.pi / 6))
    points = " ".join(
        f"{number(x + r * 1.15 * math.sin(turn + i * 2 * math.pi / corners))},"
        f"{number(y - r * 1.15 * math.cos(turn + i * 2 * math.pi / corners))}"
        for i in range(corners)
    )
    return tag("polygon", points=points, **attributes)


def dashes(line: Line, scale: float) -> str:
    """The dash pattern of a line in the figure's units."""
    return " ".join(number(part * scale) for part in line.dash)


class Mark(NamedTuple):
    """The mark of a line, the point it stands on, and the line's angle there (radians)."""

    kind: str
    x: float
    y: float
    angle: float


def mark(where: Mark, size: float, colour: str) -> str:
    """The mark in the middle of a line: a bar, a cross or a ring; nothing where the line has none."""
    s = number(size)
    shapes = {
        "bar": f"M0-{s}V{s}",
        "cross": f"M-{s}-{s}L{s} {s}M-{s} {s}L{s}-{s}",
        "question": f"M-{s} 0A{s} {s} 0 1 0 {s} 0A{s} {s} 0 1 0-{s} 0",
    }
    if where.kind not in shapes:
        return ""
    turned = f"translate({number(where.x)} {number(where.y)}) rotate({number(math.degrees(where.angle))})"
    return tag(
        "path",
        d=shapes[where.kind],
        fill="none",
        stroke=colour,
        stroke_width=0.8,
        transform=turned,
        stroke_dasharray="none",
    )
