"""A figure in a Word document or on a slide: sharp at every size (SVG), with a PNG for programs that know no SVG."""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from bubble.documents.office.outlined import outlined
from bubble.documents.office.package import lxml_etree, new_part
from visuals.picture import shown
from visuals.raster import png_of
from visuals.sheet import SIZES

if TYPE_CHECKING:
    from docx.shape import InlineShape
    from docx.text.run import Run
    from pptx.shapes.picture import Picture
    from pptx.slide import Slide

    from bubble.documents.blocks import Figure

EMU = 12_700
"""English metric units in a point, in which Office measures."""
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_LONGEST_ALT = 8_000  # Word shows no more


class Drawn(NamedTuple):
    """A figure as it goes into a package: twice drawn, its sheet's size in EMU, and what is said of it."""

    svg: bytes
    png: bytes
    width: int
    height: int
    name: str
    alt: str
    title: str = ""

    def within(self, width: int, height: int | None = None) -> tuple[int, int]:
        """Its largest size within a box in EMU that keeps its ratio."""
        scale = width / self.width
        if height is not None:
            scale = min(scale, height / self.height)
        return round(self.width * scale), round(self.height * scale)


def drawn(figure: Figure, size: str, *, name: str) -> Drawn:
    """The figure on a sheet of that size, one of `visuals.sheet.SIZES`; `name` is what a program lists it under."""
    svg = figure.svg(size)
    wide, high = SIZES[size]
    return Drawn(
        svg=outlined(svg).encode(),
        png=png_of(svg),
        width=round(wide * EMU),
        height=round(high * EMU),
        name=shown(name),
        alt=shown(figure.alt)[:_LONGEST_ALT],
        title=shown(figure.caption)[:255],
    )


def in_run(run: Run, figure: Drawn, width: int, height: int | None = None) -> InlineShape:
    """Put the figure at the end of a run of a Word document, as large as the box in EMU allows."""
    wide, high = figure.within(width, height)
    shape: Any = run.add_picture(BytesIO(figure.png), width=wide, height=high)
    inline = shape._inline  # noqa: SLF001  the library has no other way to what is said of a picture
    inner = inline.graphic.graphicData.pic.nvPicPr.cNvPr
    for said in (inline.docPr, inner):
        _say(said, figure)
    inner.set("id", inline.docPr.get("id"))
    add_svg(inline.graphic.graphicData.pic.blipFill.blip, run.part, figure.svg)
    made: InlineShape = shape
    return made


def on_slide(slide: Slide, figure: Drawn, box: tuple[int, int, int, int]) -> Picture:
    """Put the figure in the middle of a box on a slide: left, top, width and height in EMU."""
    left, top, width, height = box
    wide, high = figure.within(width, height)
    place = (left + (width - wide) // 2, top + (height - high) // 2)
    shapes: Any = slide.shapes
    shape = shapes.add_picture(BytesIO(figure.png), *place, wide, high)
    _say(shape._element.nvPicPr.cNvPr, figure)  # noqa: SLF001
    add_svg(shape._element.blipFill.find(f"{{{_MAIN}}}blip"), slide.part, figure.svg)  # noqa: SLF001
    picture: Picture = shape
    return picture


def add_svg(blip: Any, part: Any, svg: bytes) -> None:
    """Let a picture's `a:blip` show this SVG; the PNG it names already stays for programs that know no SVG."""
    relation = part.relate_to(_svg_part(part.package, svg), _IMAGE)
    held = blip.find(f".//{{{_ASVG}}}svgBlip")
    if held is None:
        held = _child(_child(_child(blip, _MAIN, "extLst"), _MAIN, "ext", uri=_SVG_EXTENSION), _ASVG, "svgBlip")
    held.set(f"{{{_REL}}}embed", relation)


def _say(properties: Any, figure: Drawn) -> None:
    """Name, description in words and title, as a screen reader tells them."""
    properties.set("name", figure.name)
    properties.set("descr", figure.alt)
    if figure.title:
        properties.set("title", figure.title)


def _child(parent: Any, space: str, name: str, **attributes: str) -> Any:
    prefix = {"asvg": _ASVG} if space == _ASVG else None
    found = parent.find(f"{{{space}}}{name}") if not attributes else None
    if found is None:
        found = lxml_etree().SubElement(parent, f"{{{space}}}{name}", attributes, nsmap=prefix)
    return found


def _svg_part(package: Any, svg: bytes) -> Any:
    """The part that holds this SVG; the same drawing is kept once."""
    folder = "word" if str(package.main_document_part.partname).startswith("/word") else "ppt"
    name = f"/{folder}/media/figure-{hashlib.sha256(svg).hexdigest()[:16]}.svg"
    held = (part for part in package.iter_parts() if str(part.partname) == name)
    return next(held, None) or new_part(package, name, "image/svg+xml", svg)
