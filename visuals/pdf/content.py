"""The elements of a figure as the operators that draw them on a page; an unknown one is an error that names it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree as ET

from graph.errors import GraphError, one_line
from visuals.pdf.geometry import Matrix, matrix_of, numbers, shape_of, times
from visuals.pdf.look import LOOK, colour, look_of, pen
from visuals.pdf.objects import Objects, dictionary, ref
from visuals.pdf.path import Step
from visuals.pdf.run import Spot, pieces_of, shown, spots_of
from visuals.pdf.text import Face, box, long, outline, shape

SVG = "{http://www.w3.org/2000/svg}"
SILENT = ("title", "desc", "style", "defs", "metadata")


class Resources(NamedTuple):
    """What the page's operators name: fonts, faint states, patterns and outlines, each by its name."""

    faces: dict[int, Face]
    states: dict[str, str]
    patterns: dict[str, int]
    outlines: dict[str, int]


class Painter:
    """Writes elements as operators, and keeps what they name."""

    def __init__(self, objects: Objects, patterns: dict[str, ET.Element], resources: Resources | None = None) -> None:
        """A painter for one file; `patterns` by id."""
        self.objects = objects
        self.hatches = patterns
        self.resources = resources or Resources({}, {}, {}, {})
        self.told: list[str] = []

    def paint(self, element: ET.Element, look: dict[str, str], matrix: Matrix) -> None:
        """Draw an element and what is in it."""
        name = plain(element)
        if name in SILENT:
            return
        look = look_of(element, name, look)
        turned = element.get("transform")
        if turned:
            own = matrix_of(turned)
            matrix = times(own, matrix)
            self.told.append(f"q {numbers(*own)} cm")
        if name == "g":
            for child in element:
                self.paint(child, look, matrix)
        elif name == "text":
            self._text(element, look, matrix)
        else:
            self._shape(shape_of(element, name), look, matrix)
        if turned:
            self.told.append("Q")

    def _shape(self, steps: Iterable[Step], look: dict[str, str], matrix: Matrix) -> None:
        filled, drawn = look["fill"] != "none", look["stroke"] != "none" and float(look["stroke-width"]) > 0
        path = " ".join(f"{numbers(*step.points)} {step.kind}" if step.points else step.kind for step in steps)
        if not path or not (filled or drawn):
            return
        even = "*" if look["fill-rule"] == "evenodd" else ""
        finish = {(True, True): f"B{even}", (True, False): f"f{even}", (False, True): "S"}[filled, drawn]
        parts = ["q", self._faint(look)]
        parts += [self._colour(look["fill"], matrix, is_stroke=False)] if filled else []
        if drawn:
            parts += [self._colour(look["stroke"], matrix, is_stroke=True), pen(look, float(look["stroke-width"]))]
        self.told.append(" ".join(filter(None, [*parts, path, finish, "Q"])))

    def _text(self, element: ET.Element, look: dict[str, str], matrix: Matrix) -> None:
        if len(element):
            raise GraphError(f"pdf: text: expected words only, found an element {one_line(plain(element[0]))} in it")
        weight = 700 if look["font-weight"] in ("bold", "600", "700", "800", "900") else 400
        size = float(look["font-size"])
        glyphs = shape(" ".join((element.text or "").split()), weight)
        x, y = (float(element.get(name, "0")) for name in ("x", "y"))
        x -= {"start": 0.0, "middle": 0.5, "end": 1.0}[look["text-anchor"]] * long(glyphs) * size / 1000
        if not glyphs:
            return
        face = self.resources.faces.setdefault(weight, Face(weight))
        parts = ["q", self._faint(look)]
        if look["stroke"] != "none":
            wide = float(look["stroke-width"]) * 1000 / size
            parts += [self._colour(look["stroke"], matrix, is_stroke=True), pen(look, wide)]
            parts += self._outlines(spots_of(glyphs), (x, y, size), weight, "S")
        parts.append(self._colour(look["fill"], matrix, is_stroke=False))
        pieces = list(pieces_of(glyphs))
        parts += self._outlines([spot for piece in pieces for spot in piece.shapes], (x, y, size), weight, "f")
        parts += [f"BT /F{weight} {numbers(size)} Tf 1 0 0 -1 {numbers(x, y)} Tm", *shown(pieces, face), "ET Q"]
        self.told.append(" ".join(filter(None, parts)))

    def _outlines(
        self, spots: Iterable[Spot], where: tuple[float, float, float], weight: int, finish: str
    ) -> list[str]:
        """Glyphs as mere shapes: the halo around words, which no one should read twice."""
        x, y, size = where
        parts: list[str] = []
        for glyph, at in spots:
            path = outline(glyph.id, weight)
            if not path:
                continue
            name = f"{finish}{weight}g{glyph.id}"
            if name not in self.resources.outlines:
                left, low, right, top = box(glyph.id, weight)
                edges = numbers(left - 400, low - 400, right + 400, top + 400)
                entries = f"/Type /XObject /Subtype /Form /BBox [{edges}]"
                self.resources.outlines[name] = self.objects.stream(f"{path} {finish}", entries)
            place = (x + (at + glyph.dx) * size / 1000, y - glyph.dy * size / 1000)
            scale = size / 1000
            parts.append(f"q {scale:.5f} 0 0 {-scale:.5f} {numbers(*place)} cm /{name} Do Q")
        return parts

    def _faint(self, look: dict[str, str]) -> str:
        whole = float(look["opacity"])
        fill, stroke = (whole * float(look[name]) for name in ("fill-opacity", "stroke-opacity"))
        if fill == stroke == 1:
            return ""
        body = f"<< /ca {numbers(fill)} /CA {numbers(stroke)} >>"
        name = next((n for n, b in self.resources.states.items() if b == body), f"G{len(self.resources.states)}")
        self.resources.states[name] = body
        return f"/{name} gs"

    def _colour(self, value: str, matrix: Matrix, *, is_stroke: bool) -> str:
        """The operators that set a colour, or a hatch."""
        if not value.startswith("url(#"):
            return colour(value, is_stroke=is_stroke)
        space, use = ("CS", "SCN") if is_stroke else ("cs", "scn")
        return f"/Pattern {space} /{self._hatch(value[5:-1], matrix)} {use}"

    def _hatch(self, id: str, matrix: Matrix) -> str:
        if id not in self.hatches:
            raise GraphError(f"pdf: fill: expected the id of a pattern of this figure, found {one_line(id)!r}")
        key = f"{id} {numbers(*matrix)}"
        names = self.resources.patterns
        if key not in names:
            pattern = self.hatches[id]
            if pattern.get("patternUnits") != "userSpaceOnUse":
                raise GraphError(f"pdf: pattern {one_line(id)}: expected patternUnits userSpaceOnUse, found another")
            own = times(matrix_of(pattern.get("patternTransform", "")), matrix)
            inner = Painter(self.objects, {}, self.resources)
            for child in pattern:
                inner.paint(child, LOOK, own)
            wide, high = (float(pattern.get(side, "0")) for side in ("width", "height"))
            names[key] = self.objects.stream(
                "\n".join(inner.told),
                f"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 {numbers(wide, high)}] "
                f"/XStep {numbers(wide)} /YStep {numbers(high)} /Matrix [{numbers(*own)}] /Resources << >>",
            )
        return f"P{names[key]}"


def plain(element: ET.Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.removeprefix(SVG)


def named(resources: Resources, fonts: dict[int, int]) -> str:
    """The dictionary of all that the page's operators name."""
    parts = {
        "Font": {f"F{weight}": ref(number) for weight, number in fonts.items()},
        "ExtGState": resources.states,
        "Pattern": {f"P{number}": ref(number) for number in resources.patterns.values()},
        "XObject": {name: ref(number) for name, number in resources.outlines.items()},
    }
    return dictionary({name: dictionary(entries) for name, entries in parts.items() if entries})
