"""An empty deck of ours: 16:9, a title slide and a slide with a title, one font for Thai and Latin letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bubble.documents.office.pictures import EMU
from bubble.documents.office.word_styles import ACCENT, INK, SOFT
from visuals.vendored import FAMILY

if TYPE_CHECKING:
    from pptx.presentation import Presentation

WIDE, HIGH, EDGE = 960.0, 540.0, 40.0
"""A slide and the margin at its sides, in points."""
ROOM = WIDE - 2 * EDGE
TITLE_TOP, TITLE_HIGH, TITLE_SIZE = 22.0, 62.0, 26.0
FOOT_TOP, FOOT_HIGH, FOOT_SIZE = 513.0, 20.0, 10.0
TOP, BOTTOM = 92.0, 506.0
"""Between them stands what a slide shows."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_KEPT = ("Title Slide", "Title Only")
_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_PRINTER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings"
_THUMBNAIL = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
_COLOURS = {"dk1": INK, "dk2": SOFT, "accent1": ACCENT, "hlink": ACCENT, "folHlink": ACCENT}
_SPOTS: dict[int, tuple[float, float, float, float]] = {
    1: (EDGE, TITLE_TOP, ROOM, TITLE_HIGH),  # title
    3: (EDGE, 150, ROOM, 150),  # title of the title slide
    4: (EDGE, 306, ROOM, 90),  # subtitle
    2: (EDGE, TOP, ROOM, BOTTOM - TOP),  # text
    15: (EDGE, FOOT_TOP, ROOM * 0.75, FOOT_HIGH),  # footer
    13: (WIDE - EDGE - 120, FOOT_TOP, 120, FOOT_HIGH),  # number of the slide
    16: (WIDE / 2, FOOT_TOP, 80, FOOT_HIGH),  # date, which no slide of ours has
}
"""Where a placeholder of each kind stands on master and layouts: left, top, width, height."""


def empty() -> Presentation:
    """A presentation without slides; its layouts are 0, a title slide, and 1, a slide with a title."""
    import pptx

    deck: Any = pptx.Presentation()
    deck.slide_width, deck.slide_height = emu(WIDE), emu(HIGH)
    for layout in list(deck.slide_layouts):
        if layout.name not in _KEPT:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    for place in (master, *deck.slide_layouts):
        for holder in place.placeholders:
            _put(holder)
    _styled(master.element)
    theme = master.part.part_related_by(_THEME)
    theme.blob = _themed(theme.blob)
    for part, kind in ((deck.part, _PRINTER), (deck.part.package, _THUMBNAIL)):
        rels = part.rels if kind == _PRINTER else part._rels  # noqa: SLF001  a package shows none
        for name in [name for name, relation in rels.items() if relation.reltype == kind]:
            rels.pop(name)
    made: Presentation = deck
    return made


def emu(points: float) -> int:
    """Points in the units of Office."""
    return round(points * EMU)


def _put(holder: Any) -> None:
    """A placeholder's place; what it held of the older, narrower slide is overwritten."""
    left, top, width, height = _SPOTS[int(holder.placeholder_format.type)]
    holder.left, holder.top, holder.width, holder.height = emu(left), emu(top), emu(width), emu(height)
    body = holder.element.find(f".//{A}bodyPr")
    for side in ("lIns", "rIns"):
        body.set(side, "0")


def _styled(master: Any) -> None:
    """Titles left and bold, everything small in the footer."""
    title = master.find(f".//{P}titleStyle/{A}lvl1pPr")
    title.set("algn", "l")
    look = title.find(f"{A}defRPr")
    look.set("sz", f"{TITLE_SIZE * 100:.0f}")
    look.set("b", "1")
    for shape in master.iter(f"{P}sp"):
        kind = shape.find(f".//{P}ph").get("type")
        level = shape.find(f".//{A}lstStyle/{A}lvl1pPr")
        if kind in ("ftr", "sldNum"):
            level.set("algn", "l" if kind == "ftr" else "r")
            level.find(f"{A}defRPr").set("sz", f"{FOOT_SIZE * 100:.0f}")
        if kind == "title":
            shape.find(f".//{A}bodyPr").set("anchor", "b")


def _themed(theme: bytes) -> bytes:
    """The theme with our font for Latin and Thai letters and our colours."""
    text = theme.decode("utf-8")
    text = re.sub(r'<a:latin typeface="[^"]*"/>', f'<a:latin typeface="{FAMILY}"/>', text)
    text = re.sub(r'<a:cs typeface="[^"]*"/>', f'<a:cs typeface="{FAMILY}"/>', text)
    text = re.sub(r'(script="Thai" typeface=")[^"]*', rf"\g<1>{FAMILY}", text)
    for name, colour in _COLOURS.items():
        text = re.sub(rf"(<a:{name}>).*?(</a:{name}>)", rf'\g<1><a:srgbClr val="{colour}"/>\g<2>', text)
    return text.encode("utf-8")
