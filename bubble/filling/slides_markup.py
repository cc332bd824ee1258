"""The markup of what is put onto a slide: a group of picture and caption, and a table with its caption below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from bubble.documents.blocks import Figure, Table
from bubble.documents.office.package import xml
from bubble.filling.columns import rows_within, text_of_cell, widths_of
from bubble.filling.content import Content
from bubble.filling.made import full, rows_told
from bubble.filling.word_markup import ASVG, A, R, blip
from visuals.sheet import SIZES

__all__ = ["ASVG", "A", "Box", "P", "R", "elements", "figure_group", "table_frame"]

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_SPACES = f'xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}"'
_CAPTION = 30 * 12_700
"""The height of a caption of two lines."""
_EMU = 12_700
_LARGEST, _SMALLEST = 12.0, 8.0
"""Sizes of the words of a table in points."""
_LANGUAGE = {"en": "en-GB", "th": "th-TH"}


@dataclass(frozen=True)
class Box:
    """A place on a slide in EMU."""

    left: int
    top: int
    wide: int
    high: int

    def narrowed(self, wide: int) -> Box:
        """The same place, that wide and in the middle."""
        wide = min(wide, self.wide) or self.wide
        return Box(self.left + (self.wide - wide) // 2, self.top, wide, self.high)


def elements(markup: str) -> list[Any]:
    """The elements that this markup makes."""
    return list(xml(f"<p:around {_SPACES}>{markup}</p:around>".encode()))


def figure_group(content: Content, box: Box, images: tuple[str, str], id_: int, memory: str) -> str:
    """A group of the picture, as large as the box allows, and its caption below it; the group remembers."""
    block = content.block
    alt = block.alt if isinstance(block, Figure) else ""
    wide, high = SIZES[content.size]
    scale = min(box.wide / wide, max(box.high - _CAPTION, box.high // 2) / high)
    broad, deep = round(wide * scale), round(high * scale)
    left = box.left + (box.wide - broad) // 2
    top = box.top + max(0, (box.high - deep - _CAPTION) // 2)
    name = quoteattr(f"Bubble: {content.asked.text}"[:250])
    area = _area(left, top, broad, deep + _CAPTION)
    child = f'<a:chOff x="{left}" y="{top}"/><a:chExt cx="{broad}" cy="{deep + _CAPTION}"/>'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{id_}" name={name} title={quoteattr(memory)}/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{area}{child}</a:xfrm></p:grpSpPr>"
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id_ + 1}" name="{escape(content.asked.name)}" descr={quoteattr(alt)}/><p:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f"<p:blipFill>{blip(*images)}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr><a:xfrm>{_area(left, top, broad, deep)}</a:xfrm>"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_ + 2}" name="Caption"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr><a:xfrm>{_area(left, top + deep, broad, _CAPTION)}</a:xfrm>"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="36000" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle/>{_paragraph(content.caption, content.asked.language, 10)}</p:txBody></p:sp></p:grpSp>"
    )


def table_frame(content: Content, block: Table, box: Box, id_: int, memory: str) -> str:
    """A table over the box with a last row for its caption; it remembers."""
    language = content.asked.language
    room, high, size = box.wide / _EMU, box.high / _EMU, _LARGEST
    widths = widths_of(block, room, size)
    while size > _SMALLEST and rows_within(block, widths, high, size) < len(block.rows):
        size -= 0.5
        widths = widths_of(block, room, size)
    shown = rows_within(block, widths, high, size)
    note = rows_told(shown, content.count, language) if shown < len(block.rows) else block.note
    row = round(size * 1.5 * _EMU)
    head = "".join(
        _cell(column.label, language, size, column.side, bold=True, ground="EEF2F6") for column in block.columns
    )
    body = "".join(
        f'<a:tr h="{row}">'
        + "".join(
            _cell("; ".join(text_of_cell(cell).split("\n")), language, size, column.side)
            for cell, column in zip(cells, block.columns, strict=True)
        )
        + "</a:tr>"
        for cells in block.rows[:shown]
    )
    told = full(block.caption, " ".join(filter(None, (note, content.credit))), language)
    last = _cell(told, language, max(size - 2, _SMALLEST), "left", spans=len(block.columns))
    last += _merged() * (len(block.columns) - 1)
    name = quoteattr(f"Bubble: {content.asked.text}"[:250])
    grid = "".join(f'<a:gridCol w="{round(wide * _EMU)}"/>' for wide in widths)
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{id_}" name={name} title={quoteattr(memory)}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm>{_area(box.left, box.top, box.wide, box.high)}</p:xfrm><a:graphic><a:graphicData uri="{A[:-4]}table">'
        f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid><a:tr h="{row}">{head}</a:tr>{body}'
        f'<a:tr h="{row}">{last}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    )


def _area(left: int, top: int, wide: int, high: int) -> str:
    return f'<a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'


def _paragraph(text: str, language: str, size: float, *, side: str = "left", bold: bool = False) -> str:
    align = ' algn="r"' if side == "right" else ""
    look = f'lang="{_LANGUAGE[language]}" sz="{round(size * 100)}"' + (' b="1"' if bold else "")
    return f"<a:p><a:pPr{align}/><a:r><a:rPr {look}/><a:t>{escape(text)}</a:t></a:r></a:p>"


def _cell(
    text: str, language: str, size: float, side: str, *, bold: bool = False, ground: str = "", spans: int = 1
) -> str:
    line = '<a:lnB w="6350"><a:solidFill><a:srgbClr val="8A96A3"/></a:solidFill></a:lnB>'
    fill = f'<a:solidFill><a:srgbClr val="{ground}"/></a:solidFill>' if ground else "<a:noFill/>"
    over = f' gridSpan="{spans}"' if spans > 1 else ""
    return (
        f"<a:tc{over}><a:txBody><a:bodyPr/><a:lstStyle/>{_paragraph(text, language, size, side=side, bold=bold)}"
        f'</a:txBody><a:tcPr marL="45720" marR="45720" marT="22860" marB="22860">{line}{fill}</a:tcPr></a:tc>'
    )


def _merged() -> str:
    return '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>'
