"""How things look, in one place for page and figure: line by status, shape by kind, size by count.

Colours of kinds come from the model. The colours of lines are near Okabe and Ito's palette, darkened where a thin line
needs contrast: what is real is blue and solid, what is only talked of is warm and broken, what is over is grey. Each
status also has a dash, width or mark of its own, so that no colour is needed to tell them apart.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from graph.vocabulary import Force, Status


class Line(NamedTuple):
    """A line: colour on light and on dark ground, width in px, dash pattern in px, and a mark at its middle."""

    light: str
    dark: str
    width: float
    dash: tuple[float, ...] = ()
    mark: str = ""


LINES: dict[str, Line] = {
    Status.ACTIVE: Line("#00558a", "#7fcbff", 2.2),
    Force.IN_FORCE: Line("#00558a", "#7fcbff", 2.2),
    Status.SIGNED: Line("#2791e7", "#3b82d6", 1.3),
    Status.COMPLETED: Line("#54636f", "#a9b7c2", 1.3, (), "bar"),
    Status.IN_TALKS: Line("#d55e00", "#ff9a4d", 1.8, (9, 5)),
    Status.ANNOUNCED: Line("#a8447f", "#e79ac6", 2.0, (2, 4)),
    Status.EXPECTED: Line("#a8447f", "#e79ac6", 1.4, (1.5, 7)),
    Status.DISPUTED: Line("#b00020", "#ff8a80", 1.8, (10, 4, 2, 4), "question"),
    Status.ENDED: Line("#8a9299", "#7d8791", 1.2, (4, 8)),
    Status.FAILED: Line("#8a9299", "#7d8791", 1.2, (4, 8), "cross"),
}
PLAIN = Line("#7a848d", "#8d99a4", 1.2)

# two kinds of one shape differ in colour for every eye; only a country and an agency also need their size
SHAPES: dict[str, str] = {
    "Firm": "square",
    "Sector": "square",
    "Capability": "square",
    "Build": "square",
    "Programme": "diamond",
    "Activity": "diamond",
    "Source": "diamond",
    "Bloc": "hexagon",
    "Group": "hexagon",
    "Agreement": "hexagon",
    "Enquiry": "hexagon",
    "Partnership": "triangle",
    "Region": "triangle",
    "Observation": "triangle",
    "Event": "triangleDown",
}


def line_of(status: str) -> Line:
    """The line of a status; a thin grey one for what has none."""
    return LINES.get(status, PLAIN)


def shape_of(kind: str) -> str:
    """The shape of a kind of node, in vis-network's words."""
    return SHAPES.get(kind, "dot")


GROUNDS: dict[str, tuple[str, ...]] = {"light": ("#ffffff", "#f3f6f9"), "dark": ("#10161d", "#19212a")}
"""What nodes stand on in each theme: the ground of the picture, and that of a region or a box on it."""
VISIBLE = 3.0  # the contrast that a sign needs against its ground (WCAG 2.2, 1.4.11)


def rim_of(colour: str, theme: str) -> str:
    """The rim of a node so pale (or on dark so dim) that it would be lost on its ground; empty where none is needed.

    It is the node's own colour, darkened (or lightened) until it stands out.
    """
    grounds = GROUNDS[theme]
    if min(_contrast(colour, ground) for ground in grounds) >= VISIBLE:
        return ""
    far = 0 if theme == "light" else 255
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    mixed = ("#" + "".join(f"{round(part + (far - part) * step / 20):02x}" for part in parts) for step in range(1, 21))
    return next(rim for rim in mixed if min(_contrast(rim, ground) for ground in grounds) >= VISIBLE)


def _contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2 between two colours, 1 to 21."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def radius_of(kind: str, size: float) -> float:
    """The radius of a node in layout units: its area grows with its count, countries are large."""
    if kind == "Country":
        return round(min(16 + 1.0 * math.sqrt(size), 26), 1)
    return round(min(4.6 + 1.7 * math.sqrt(size), 14), 1)


def fold_radius(links: int) -> float:
    """The radius of a folded group with so many links, in layout units."""
    return round(min(12 + 1.9 * math.sqrt(links), 42), 1)


def bundle_width(width: float, links: int) -> float:
    """The width of a bundle of so many links whose status has lines of that width: its square grows with them."""
    return round(0.62 * width * math.sqrt(links) + 0.15, 2)


def bend_of(index: int, count: int) -> float:
    """How far link `index` of `count` parallel ones bows out, as a share of its length; 0 is straight."""
    return 0.0 if count == 1 else round((index - (count - 1) / 2) * min(0.16, 0.9 / count), 4)
