"""The styles of a Word document of ours: one font for Thai and Latin letters, sizes set for both, quiet colours."""

from __future__ import annotations

from visuals.vendored import FAMILY

INK, SOFT, LINE, PAPER, ACCENT, WARN = "17212B", "5B6773", "D5DBE1", "F0F3F6", "00558A", "FFF6E0"
MONO = "Consolas"
BODY, CELL = 10.5, 9.0
"""Sizes of running text and of a table's cells, in points."""
INSIDE = 'w:left="220" w:right="80"'
"""Where text in a box stands, so that the box begins where text outside it does."""
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def styles() -> str:
    """The part word/styles.xml."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FAMILY)}{_look(BODY)}"
        '<w:lang w:val="en-GB" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    made = [
        _style("Normal", "Normal", default=True),
        _style("Title", "Title", 20, bold=True, before=0, after=60, keep=True),
        _style("Subtitle", "Subtitle", 11.5, colour=SOFT, after=200),
        *(
            _style(
                f"Heading{level}", f"heading {level}", size, bold=True, before=before, after=80, keep=True, level=level
            )
            for level, size, before in ((1, 15, 320), (2, 12.5, 240), (3, 11, 180))
        ),
        _style("Lead", "Lead", 12.5, after=160),
        _style("SmallPrint", "Small print", 8.5, colour=SOFT),
        _style("Caption", "caption", 9, colour=SOFT, after=200),
        _style("TableCaption", "Table caption", 9, colour=SOFT, before=160, after=80, keep=True),
        _style("Figure", "Figure", before=120, after=80, keep=True),
        _style("ListParagraph", "List Paragraph", after=60),
        _style("Cell", "Table text", CELL, after=0),
        _style("HeadCell", "Table heading", CELL, bold=True, after=0, keep=True),
        _style("TableNote", "Table note", 8.5, colour=SOFT, before=60, after=200),
        _style("NoticeTitle", "Notice title", bold=True, before=160, after=40, keep=True, frame=_box(WARN, "C98A00")),
        _style("NoticeText", "Notice text", 9.5, after=40, frame=_box(WARN, "C98A00")),
        _style("Code", "Code", 8.5, after=160, frame=_box(PAPER, LINE), mono=True),
        _style("Source", "Source", 9.5, before=80, after=20, indent='w:left="567" w:hanging="567"'),
        _style("Passage", "Passage", 8.5, after=20, indent='w:left="567"'),
        _style("Footer", "footer", 8, colour=SOFT, after=0),
    ]
    made += [_letters(), _tables()]
    return f'{HEAD}<w:styles xmlns:w="{SPACE}">{defaults}{"".join(made)}</w:styles>'


def _letters() -> str:
    """Looks of words inside a paragraph: a link, the number of a source, code."""
    return (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr>'
        f'<w:color w:val="{ACCENT}"/><w:u w:val="single"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Citation"><w:name w:val="Citation"/><w:rPr>'
        f'<w:color w:val="{ACCENT}"/><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="Aside"><w:name w:val="Aside"/><w:rPr>'
        f'<w:color w:val="{SOFT}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:customStyle="1" w:styleId="CodeText"><w:name w:val="Code text"/><w:rPr>'
        f'{_fonts(MONO)}<w:shd w:val="clear" w:color="auto" w:fill="{PAPER}"/></w:rPr></w:style>'
    )


def _tables() -> str:
    """A table with a line under each row and a shaded head."""
    edge = f'w:val="single" w:sz="4" w:space="0" w:color="{LINE}"'
    sides = '<w:left w:w="85" w:type="dxa"/>{}<w:right w:w="85" w:type="dxa"/>'
    low = '<w:bottom w:w="40" w:type="dxa"/>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        f"<w:tblCellMar>{sides.format('')}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Rows"><w:name w:val="Rows"/>'
        '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f"<w:top {edge}/><w:bottom {edge}/><w:insideH {edge}/></w:tblBorders><w:tblCellMar>"
        f'<w:top w:w="40" w:type="dxa"/>{sides.format(low)}</w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{PAPER}"/></w:tcPr>'
        "</w:tblStylePr></w:style>"
    )


def numbering(numbered_lists: int) -> str:
    """The part word/numbering.xml: number 1 has dots, each after it counts one list of the document from 1."""

    def kind(number: int, form: str, text: str) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="397" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>'
        )

    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    counted = "".join(
        f'<w:num w:numId="{number + 2}"><w:abstractNumId w:val="1"/>{start}</w:num>' for number in range(numbered_lists)
    )
    dots = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    kinds = kind(0, "bullet", "•") + kind(1, "decimal", "%1.")
    return f'{HEAD}<w:numbering xmlns:w="{SPACE}">{kinds}{dots}{counted}</w:numbering>'


def _style(
    id: str,
    name: str,
    size: float | None = None,
    *,
    bold: bool = False,
    colour: str = "",
    before: int | None = None,
    after: int | None = None,
    keep: bool = False,
    level: int = 0,
    frame: str = "",
    indent: str = "",
    mono: bool = False,
    default: bool = False,
) -> str:
    """A style of paragraphs; elements stand in the order that the schema asks for."""
    sides = (("before", before), ("after", after))
    space = "".join(f' w:{side}="{value}"' for side, value in sides if value is not None)
    own = name[0].isupper() and id not in ("Normal", "Title", "Subtitle", "ListParagraph")
    kind = (' w:default="1"' if default else "") + (' w:customStyle="1"' if own else "")
    paragraph = (
        "<w:keepNext/>" if keep else "",
        "<w:keepLines/>" if level else "",
        frame,
        f"<w:spacing{space}/>" if space else "",
        f"<w:ind {indent or INSIDE}/>" if frame or indent else "",
        f'<w:outlineLvl w:val="{level - 1}"/>' if level else "",
    )
    letters = (_fonts(MONO) if mono else "", "<w:b/><w:bCs/>" if bold else "", _look(size, colour))
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    following = '<w:next w:val="Normal"/>' if level or id in ("Title", "Subtitle") else ""
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{id}"><w:name w:val="{name}"/>{based}{following}<w:qFormat/>'
        f"<w:pPr>{''.join(paragraph)}</w:pPr><w:rPr>{''.join(letters)}</w:rPr></w:style>"
    )


def _fonts(family: str) -> str:
    """The font of Latin and of other letters; Thai is a complex script, which has font, size and weight of its own."""
    return f'<w:rFonts w:ascii="{family}" w:hAnsi="{family}" w:eastAsia="{FAMILY}" w:cs="{FAMILY}"/>'


def _look(size: float | None, colour: str = "") -> str:
    tone = f'<w:color w:val="{colour or INK}"/>' if colour or size == BODY else ""
    return tone + (f'<w:sz w:val="{size * 2:.0f}"/><w:szCs w:val="{size * 2:.0f}"/>' if size else "")


def _box(ground: str, edge: str) -> str:
    """A shaded box with a strong left edge; paragraphs of one look that follow each other share it."""
    return (
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{ground}"/>'
        f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{edge}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="4" w:color="{ground}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>'
    )
