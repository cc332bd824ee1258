"""How an element looks: what it takes over from those around it, and the operators that set colour and pen."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from graph.errors import GraphError, one_line
from visuals.pdf.geometry import PLACES, numbers

LOOK: dict[str, str] = {
    "fill": "#000000",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-opacity": "1",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "opacity": "1",
    "font-size": "16",
    "font-weight": "400",
    "text-anchor": "start",
    "paint-order": "normal",
}
"""What an element takes over from the one around it, and what holds where nothing is said."""
UNSEEN = re.compile(r"data-|aria-|(id|class|role|lang|font-family|tabindex)$|\{")  # they change nothing on paper
NAMED = {"white": "#ffffff", "black": "#000000", "currentColor": "#000000"}
CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}


def look_of(element: ET.Element, name: str, around: dict[str, str]) -> dict[str, str]:
    """What holds for an element; opacity of parts inside each other adds up."""
    if name not in PLACES:
        raise GraphError(f"pdf: element: expected one of {', '.join(PLACES)}, found {one_line(name)}")
    look = dict(around)
    for attribute, value in element.attrib.items():
        if attribute == "opacity":
            look["opacity"] = str(float(value) * float(around["opacity"]))
        elif attribute in LOOK:
            look[attribute] = value
        elif attribute not in PLACES[name] and attribute != "transform" and not UNSEEN.match(attribute):
            raise GraphError(f"pdf: {name}: expected attributes that this draws, found {one_line(attribute)}")
    return look


def _known(look: dict[str, str], name: str, words: dict[str, int]) -> int:
    if look[name] not in words:
        raise GraphError(f"pdf: {name}: expected one of {', '.join(words)}, found {one_line(look[name])}")
    return words[look[name]]


def colour(value: str, *, is_stroke: bool) -> str:
    """The operator that sets a plain colour."""
    digits = NAMED.get(value, value).removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch(r"[0-9a-fA-F]{6}", digits):
        raise GraphError(f"pdf: colour: expected one as #1a2b3c, none or url(#id), found {one_line(value)!r}")
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return f"{' '.join(f'{part:.4g}' for part in parts)} {'RG' if is_stroke else 'rg'}"


def pen(look: dict[str, str], wide: float) -> str:
    """The operators that set the width of a line, its ends, corners and dashes."""
    dashes = look["stroke-dasharray"].replace(",", " ")
    pattern = "" if dashes == "none" else numbers(*(float(part) for part in dashes.split()))
    ends = f"{_known(look, 'stroke-linecap', CAPS)} J {_known(look, 'stroke-linejoin', JOINS)} j"
    return f"{numbers(wide)} w {ends} [{pattern}] 0 d"
