"""Where things stand: transforms as one matrix, the shapes of SVG as paths, numbers as PDF writes them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from graph.errors import GraphError, one_line
from visuals.pdf.path import Step, ellipse, steps_of

Matrix = tuple[float, float, float, float, float, float]
PLACES: dict[str, tuple[str, ...]] = {
    "rect": ("x", "y", "width", "height", "rx"),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "path": ("d",),
    "polygon": ("points",),
    "polyline": ("points",),
    "text": ("x", "y"),
    "g": (),
}
TURN = re.compile(r"\s*(translate|scale|rotate|matrix)\(([^)]*)\)[\s,]*")


def matrix_of(told: str) -> Matrix:
    """A transform attribute as one matrix."""
    made: Matrix = (1, 0, 0, 1, 0, 0)
    at = 0
    while at < len(told):
        found = TURN.match(told, at)
        if found is None:
            raise GraphError(
                f"pdf: transform: expected translate, scale, rotate or matrix, found {one_line(told[at:])!r}"
            )
        values = [float(part) for part in re.split(r"[\s,]+", found[2].strip())]
        made = times(_single(found[1], values), made)
        at = found.end()
    return made


def _single(name: str, values: list[float]) -> Matrix:
    if name == "matrix":
        a, b, c, d, e, f = values
        return (a, b, c, d, e, f)
    if name == "translate":
        return (1, 0, 0, 1, values[0], values[1] if len(values) > 1 else 0)
    if name == "scale":
        return (values[0], 0, 0, values[-1], 0, 0)
    sine, cosine = math.sin(math.radians(values[0])), math.cos(math.radians(values[0]))
    turn: Matrix = (cosine, sine, -sine, cosine, 0, 0)
    if len(values) == 1:
        return turn
    x, y = values[1:]
    return times((1, 0, 0, 1, -x, -y), times(turn, (1, 0, 0, 1, x, y)))


def times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def numbers(*values: float) -> str:
    """Numbers as short as three decimals allow."""
    told = (f"{value:.3f}".rstrip("0").rstrip(".") for value in values)
    return " ".join("0" if number in ("-0", "") else number for number in told)


def shape_of(element: ET.Element, name: str) -> Iterable[Step]:
    """The path of a shape of that name."""
    if name == "path":
        return steps_of(element.get("d", ""))
    if name in ("polygon", "polyline"):
        points = [float(part) for part in re.split(r"[\s,]+", element.get("points", "").strip()) if part]
        closed = "Z" if name == "polygon" else ""
        return steps_of(f"M{' '.join(map(str, points))}{closed}" if points else "")
    at = [float(element.get(place, "0")) for place in PLACES[name]]
    if name == "line":
        return [Step("m", (at[0], at[1])), Step("l", (at[2], at[3]))]
    if name == "rect":
        return steps_of(_rectangle(*at))
    return ellipse(at[0], at[1], at[2], at[-1])


def _rectangle(x: float, y: float, wide: float, high: float, rx: float) -> str:
    r = min(rx, wide / 2, high / 2)
    if not r:
        return f"M{x} {y}h{wide}v{high}h{-wide}z"
    across, down, arc = wide - 2 * r, high - 2 * r, f"a{r} {r} 0 0 1 "
    corners = (f"h{across}{arc}{r} {r}", f"v{down}{arc}{-r} {r}", f"h{-across}{arc}{-r} {-r}", f"v{-down}{arc}{r} {-r}")
    return f"M{x + r} {y}{''.join(corners)}z"
