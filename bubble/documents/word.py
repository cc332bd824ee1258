"""A document as a Word file: real headings, lists, fields and links, so that who gets it can go on writing in it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from bubble.documents.blocks import (
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Items,
    Notice,
    PageBreak,
    Paragraph,
    Sources,
    Table,
)
from bubble.documents.office.labels import label
from bubble.documents.office.package import saved
from bubble.documents.office.pictures import EMU, drawn, in_run
from bubble.documents.office.record import keep_record, record_text, tell_properties
from bubble.documents.office.widths import columns_of
from bubble.documents.office.word_package import ROOM, empty
from bubble.documents.office.word_runs import Runs, field, paragraph, words
from bubble.documents.office.word_styles import CELL, SPACE
from bubble.documents.office.words import words_of_word
from bubble.documents.widths import inset
from bubble.documents.words import about_passage, said, state, word

SHEET = "column"
"""The sheet of a figure in running text: its small print is still read at the width of the page."""
TALLEST = 610.0
"""No figure is taller, in points, so that its caption stands on the same page."""
SIZES = (CELL, 8.5, 8.0, 7.5, 7.0)
"""Sizes of a table's letters, the first at which no word is torn."""
INSET = 8.5
"""What a cell keeps free at its two sides together, in points, as the style of tables has it; less in one of many."""
_LOOKS = {"body": "Normal", "lead": "Lead", "small": "SmallPrint"}
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def content(document: Document) -> bytes:
    """The .docx; the same document gives the same bytes."""
    return _Writer(document).written()


def record_in(data: bytes) -> str | None:
    """The record that a .docx holds, nothing where it holds none."""
    return record_text(data, ".docx")


def text_of(data: bytes) -> str:
    """The words of a .docx as a reader sees them, a line for each paragraph and each row of a table."""
    return words_of_word(data)


class _Writer:
    """Appends blocks to an empty document, and counts figures, tables and numbered lists."""

    def __init__(self, document: Document) -> None:
        import docx

        lists = sum(isinstance(block, Items) and block.numbered for block in document.blocks)
        self.document = document
        self.file: Any = docx.Document(BytesIO(empty(_footer(document), lists)))
        self.body = self.file.element.body
        numbers = {e.number for block in document.blocks if isinstance(block, Sources) for e in block.entries}
        self.runs = Runs(numbers, lambda address: str(self.file.part.relate_to(address, _LINK, is_external=True)))
        self.counts = {"figure": 0, "table": 0, "list": 0}
        self.marked: set[int] = set()

    def written(self) -> bytes:
        document = self.document
        self._add(paragraph("Title", words(document.title)))
        if document.subtitle:
            self._add(paragraph("Subtitle", words(document.subtitle)))
        for block in document.blocks:
            for told in self._block(block):
                self._add(told)
        tell_properties(
            self.file.core_properties, title=document.title, language=document.language, record=document.record
        )
        keep_record(self.file.part, document.record.text())
        return saved(self.file)

    def _add(self, told: str) -> Any:
        from docx.oxml import parse_xml

        names = f' xmlns:w="{SPACE}" xmlns:r="{_RELATIONS}"'
        element: Any = parse_xml(told.replace(">", f"{names}>", 1))
        self.body.insert(len(self.body) - 1, element)  # the last one says how large the pages are
        return element

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield paragraph(f"Heading{min(max(block.level, 1), 3)}", words(block.text))
            case Paragraph():
                yield paragraph(_LOOKS[block.look], self.runs.inline(block.runs))
            case Items():
                yield from self._items(block)
            case Table():
                yield from self._table(block)
            case Notice():
                yield paragraph("NoticeTitle", words(block.title))
                yield from (paragraph("NoticeText", self.runs.inline(item)) for item in block.items)
                yield paragraph("Cell", "")  # what follows begins outside the box
            case Code():
                yield paragraph("Code", words(block.text))
            case Sources():
                yield from self._sources(block)
            case PageBreak():
                yield paragraph("Cell", '<w:r><w:br w:type="page"/></w:r>')
            case Figure():
                self._figure(block)
                yield self._caption("figure", block.caption, self.runs.cites(block.cites))

    def _items(self, items: Items) -> Iterator[str]:
        number = 1
        if items.numbered:
            self.counts["list"] += 1
            number += self.counts["list"]
        counted = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        for item in items.items:
            yield paragraph("ListParagraph", self.runs.inline(item), extra=counted)

    def _table(self, table: Table) -> Iterator[str]:
        yield self._caption("table", table.caption, "")
        free = inset(len(table.columns), INSET)
        side = f'w:w="{_twips(free / 2)}" w:type="dxa"'
        margins = f"<w:tblCellMar><w:left {side}/><w:right {side}/></w:tblCellMar>" if free < INSET else ""
        size, widths = columns_of(table, ROOM, SIZES, free)
        sides = ["" if column.side == "left" else '<w:jc w:val="right"/>' for column in table.columns]
        own = 0 if size == CELL else size
        heads = [words(column.label, size=own) for column in table.columns]
        rows = [_row(heads, "HeadCell", widths, sides, is_head=True)]
        rows += [_row([self.runs.inline(cell, own) for cell in row], "Cell", widths, sides) for row in table.rows]
        grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="{_twips(ROOM)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{margins}<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" '
            'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )
        yield paragraph("TableNote", words(table.note))

    def _figure(self, figure: Figure) -> None:
        from docx.text.paragraph import Paragraph as WordParagraph

        holder = WordParagraph(self._add(paragraph("Figure", "")), self.file._body)  # noqa: SLF001
        made = drawn(
            figure, figure.size or SHEET, name=label("figure", figure.language, number=self.counts["figure"] + 1)
        )
        in_run(holder.add_run(), made, round(ROOM * EMU), round(TALLEST * EMU))

    def _caption(self, kind: str, caption: str, cites: str) -> str:
        """A counted caption: Word counts anew when a figure is put before it, and can list them all."""
        self.counts[kind] += 1
        before, _, after = label(kind, self.document.language, number="\f").partition("\f")
        counted = field(f"SEQ {kind.capitalize()} \\* ARABIC", str(self.counts[kind]), bold=True)
        told = words(before, bold=True) + counted + words(after, bold=True) + words(f"  {caption}" if caption else "")
        return paragraph("Caption" if kind == "figure" else "TableCaption", told + cites)

    def _sources(self, sources: Sources) -> Iterator[str]:
        for entry in sources.entries:
            number = words(f"[{entry.number}]")
            if entry.number not in self.marked:
                self.marked.add(entry.number)
                place = f'w:id="{entry.number}"'
                number = f'<w:bookmarkStart {place} w:name="source-{entry.number}"/>{number}<w:bookmarkEnd {place}/>'
            address = "<w:r><w:br/></w:r>" + self.runs.link(entry.address) if entry.address else ""
            yield paragraph("Source", f"{number}<w:r><w:tab/></w:r>{words(entry.name)}{address}")
            for passage in entry.passages:
                about = about_passage(passage)
                told = words(said(passage, self.document.language), italic=passage.is_quote)
                yield paragraph("Passage", told + words(f"  {about}" if about else "", style="Aside"))


def _row(cells: list[str], style: str, widths: list[float], sides: list[str], *, is_head: bool = False) -> str:
    """A row that stays on one page; the head stands again on every page."""
    told = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/></w:tcPr>{paragraph(style, cell, extra=side)}</w:tc>'
        for cell, width, side in zip(cells, widths, sides, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>{told}</w:tr>"


def _footer(document: Document) -> str:
    """Title, state of the data and page numbers."""
    page, _, rest = word("page", document.language, page="\f", pages="\v").partition("\f")
    between, _, after = rest.partition("\v")
    numbers = words(page) + field("PAGE", "1") + words(between) + field("NUMPAGES", "1") + words(after)
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{_twips(ROOM)}"/></w:tabs>'
    line = words(state(document)) + "<w:r><w:tab/></w:r>" + numbers
    return paragraph("Footer", words(document.title)) + paragraph("Footer", line, extra=tab)


def _twips(points: float) -> int:
    return round(points * 20)
