"""A figure whose words are drawn as shapes, as Office needs it: it has no web fonts, and knows no order of painting.

Word and PowerPoint show the text of an SVG in whatever font the machine has, so Thai would run over its room, and
paint a halo over the letters it should lie behind. Shaped by HarfBuzz in our font, the words look alike on every
machine; what they say is told in the picture's description.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from visuals.pdf.text import long, outline, shape
from visuals.svg import number

_SVG = "http://www.w3.org/2000/svg"
_TAKEN_OVER = {"font-size": "16", "font-weight": "400", "text-anchor": "start"}
_OF_TEXT = (*_TAKEN_OVER, "x", "y", "font-family", "paint-order", "transform", "stroke-width")
_STROKE = ("stroke", "stroke-width", "stroke-linejoin", "stroke-opacity")
_BOLD = ("bold", "600", "700", "800", "900")
_SIDE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_STEP = re.compile(r"([-\d ]*)([mlch])")


def outlined(svg: str) -> str:
    """The same drawing with its words as paths and without the fonts it carried."""
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314  a figure of ours; no address in it is opened
    _walk(root, _TAKEN_OVER)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _walk(element: ET.Element, around: dict[str, str]) -> None:
    look = {name: element.get(name, held) for name, held in around.items()}
    for place, child in reversed(list(enumerate(element))):
        if child.tag == f"{{{_SVG}}}style":
            element.remove(child)
        elif child.tag == f"{{{_SVG}}}text":
            element[place : place + 1] = _paths(child, look)
        else:
            _walk(child, look)


def _paths(text: ET.Element, around: dict[str, str]) -> list[ET.Element]:
    """The words of a text element: first the halo behind them where there is one, then the letters."""
    look = {name: text.get(name, held) for name, held in around.items()}
    weight = 700 if look["font-weight"] in _BOLD else 400
    scale = float(look["font-size"]) / 1000
    glyphs = shape(" ".join("".join(text.itertext()).split()), weight)
    drawn, at = "", 0.0
    for glyph in glyphs:
        drawn += _moved(outline(glyph.id, weight), at + glyph.dx, glyph.dy)
        at += glyph.advance
    if not drawn:
        return []
    x = float(text.get("x", "0")) - _SIDE[look["text-anchor"]] * long(glyphs) * scale
    place = f"translate({number(x)} {number(float(text.get('y', '0')))}) scale({scale:.6g})"
    kept = {name: value for name, value in text.attrib.items() if name not in _OF_TEXT}
    kept |= {"transform": f"{text.get('transform', '')} {place}".strip(), "d": drawn}
    letters = {name: value for name, value in kept.items() if name not in _STROKE}
    paths = [ET.Element(f"{{{_SVG}}}path", letters)]
    if text.get("stroke", "none") != "none":
        wide = float(text.get("stroke-width", "1")) / scale
        paths.insert(0, ET.Element(f"{{{_SVG}}}path", {**kept, "fill": "none", "stroke-width": number(wide)}))
    for path in paths:
        path.tail = text.tail
    return paths


def _moved(operators: str, dx: float, dy: float) -> str:
    """A glyph's outline, told in PDF's operators with y upwards, as the path of an SVG: each step from where it is."""
    steps: list[str] = []
    here = start = (0, 0)
    for numbers, kind in _STEP.findall(operators):
        values = [round(float(value)) for value in numbers.split()]
        points = [(x + round(dx), -y - round(dy)) for x, y in zip(values[::2], values[1::2], strict=True)]
        if kind == "h":
            steps.append("z")
            here = start
        elif kind == "m":
            here = start = points[0]
            steps.append(f"M{here[0]} {here[1]}")
        else:
            told = " ".join(f"{x - here[0]} {y - here[1]}" for x, y in points)
            steps.append(kind + told.replace(" -", "-"))
            here = points[-1]
    return "".join(steps)
