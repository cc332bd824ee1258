"""The markup of what is put into a Word document: a picture with its alt text, a caption that Word numbers, a table."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from bubble.documents.blocks import Source, Table
from bubble.documents.office.package import xml
from bubble.filling.columns import text_of_cell, widths_of
from bubble.filling.inert import is_safe

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
MARK = "ADDIN BUBBLE"
"""What the code of our fields begins with; Word leaves such a field alone when it updates others."""
LABELS = {"en": ("Figure", "Figure"), "th": ("ภาพที่", "ภาพที่")}
"""What stands before a figure's number, and the name of the sequence that Word counts by."""
TWIPS = 20
_CELL_SIZE = 9.0
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SPACES = " ".join(f'xmlns:{p}="{u}"' for p, u in (("w", W), ("r", R), ("a", A), ("wp", WP), ("pic", PIC)))
_LANGUAGE = {"en": '<w:lang w:val="en-GB"/>', "th": '<w:lang w:val="en-GB" w:bidi="th-TH"/>'}


def elements(markup: str) -> list[Any]:
    """The elements that this markup makes."""
    return list(xml(f"<w:around {_SPACES}>{markup}</w:around>".encode()))


def run(text: str, look: str = "") -> str:
    """A run of words; `look` is the markup of its properties."""
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def small(language: str, points: float = 9, extra: str = "") -> str:
    """The properties of small words."""
    size = round(points * 2)
    return f'{extra}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{_LANGUAGE[language]}'


def field_start(code: str) -> str:
    """The beginning of a field up to its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def picture(*, id: int, png: str, svg: str, wide: int, high: int, name: str, alt: str) -> str:
    """A run with a picture in the line: ids of its relations, its size in EMU, its description in words."""
    said = f"id={quoteattr(str(id))} name={quoteattr(name)} descr={quoteattr(alt)}"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
        f"<wp:docPr {said}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        f'<a:graphicData uri="{PIC}"><pic:pic><pic:nvPicPr><pic:cNvPr {said}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip(png, svg)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def blip(png: str, svg: str) -> str:
    """What a picture shows: the PNG for programs that know no SVG, and the SVG for those that do."""
    return (
        f'<a:blip r:embed="{png}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip xmlns:asvg="{ASVG}" r:embed="{svg}"/></a:ext></a:extLst></a:blip>'
    )


def numbered(language: str, number: int, look: str) -> str:
    """ "Figure 3. ", its number a field that Word counts by."""
    label, sequence = LABELS[language]
    props = f"<w:rPr>{look}</w:rPr>"
    return (
        run(f"{label} ", look)
        + f'<w:r>{props}<w:fldChar w:fldCharType="begin"/></w:r>'
        + f'<w:r>{props}<w:instrText xml:space="preserve"> SEQ {sequence} \\* ARABIC </w:instrText></w:r>'
        + f'<w:r>{props}<w:fldChar w:fldCharType="separate"/></w:r>'
        + run(str(number), look)
        + f'<w:r>{props}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(block: Table, language: str, room: float) -> str:
    """The table over that many points: its headings repeated on every page, no row parted."""
    widths = [max(round(wide * TWIPS), 1) for wide in widths_of(block, room, _CELL_SIZE)]
    rule = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="8A96A3"/>'
    edges = "".join(rule.format(edge) for edge in ("top", "bottom", "insideH"))
    head = "".join(
        _cell(column.label, wide, column.side, small(language, extra="<w:b/><w:bCs/>"), ground=True)
        for column, wide in zip(block.columns, widths, strict=True)
    )
    rows = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            _cell(text_of_cell(cell), wide, column.side, small(language))
            for cell, column, wide in zip(row, block.columns, widths, strict=True)
        )
        + "</w:tr>"
        for row in block.rows
    )
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def source(entry: Source, language: str, *, start: str = "", end: str = "", look: str = "") -> str:
    """A numbered source as a paragraph, its address a link where it is one of the web."""
    words = small(language)
    name = "" if entry.name == entry.address else f"{entry.name} "
    address = run(entry.address, words)
    if is_safe(entry.address):
        address = field_start(f'HYPERLINK "{entry.address}"') + address + FIELD_END
    props = look or '<w:pPr><w:spacing w:after="40"/><w:ind w:left="480" w:hanging="480"/><w:jc w:val="left"/></w:pPr>'
    number = f"<w:r><w:rPr>{words}</w:rPr><w:t>{entry.number}.</w:t><w:tab/></w:r>"
    return f"<w:p>{props}{start}{number}{run(name, words) if name else ''}{address}{end}</w:p>"


def _cell(text: str, wide: int, side: str, look: str, *, ground: bool = False) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEF2F6"/>' if ground else ""
    props = (
        '<w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:left="0" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>'
    )
    lines = "".join(f"<w:p>{props}{run(line, look)}</w:p>" for line in text.split("\n"))
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{shade}</w:tcPr>{lines}</w:tc>'
