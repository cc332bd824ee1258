"""A figure as an element of a page: its words can be selected, its ids are its own, and it needs no style."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from visuals.svg import number

_SVG = "{http://www.w3.org/2000/svg}"
_HATCH = "M-1 4L4-1M0 5L5 0M1 6L6 1"  # lines that rise to the right
_STEP = 5.0


def inline(svg: str, prefix: str, alt: str) -> str:
    """The figure without its title, description and fonts, which the page has; `prefix` stands before its ids."""
    root = ET.fromstring(svg)  # noqa: S314  a figure of ours; no address in it is opened
    for name in ("title", "desc", "style"):
        for child in root.findall(f"{_SVG}{name}"):
            root.remove(child)
    _hatched(root)
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
        for name, value in list(element.attrib.items()):
            if name == "id":
                element.set(name, prefix + value)
            elif value.startswith("url(#"):
                element.set(name, f"url(#{prefix}{value[5:]}")
            elif name.startswith("data-") or name == "class":
                del element.attrib[name]
    root.attrib.pop("aria-labelledby", None)
    root.set("aria-label", alt)
    return ET.tostring(root, encoding="unicode")


def _hatched(root: ET.Element) -> None:
    """Draw hatches as lines: Chromium prints each rectangle with a pattern as a picture, 60 MB for a matrix."""
    looks = {f"url(#{p.get('id')})": p[0].attrib for p in root.iter(f"{_SVG}pattern") if p[0].get("d") == _HATCH}
    for rect in root.iter(f"{_SVG}rect"):
        look = looks.get(rect.get("fill", ""))
        if look is None:
            continue
        x, y, wide, high = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
        lines = "".join(_lines(x, y, x + wide, y + high))
        kept = {name: value for name, value in rect.items() if name in ("transform", "opacity")}
        rect.attrib.clear()
        rect.tag = f"{_SVG}path"
        rect.attrib.update(kept | {name: value for name, value in look.items() if name != "d"} | {"d": lines})


def _lines(left: float, top: float, right: float, bottom: float) -> Iterator[str]:
    """The lines x + y = 5, 10, ... within a rectangle."""
    at = (int((left + top) // _STEP) + 1) * _STEP
    while at < right + bottom:
        start, end = max(left, at - bottom), min(right, at - top)
        yield f"M{number(start)} {number(at - start)}L{number(end)} {number(at - end)}"
        at += _STEP
