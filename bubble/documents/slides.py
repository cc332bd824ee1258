"""A document as slides: a title, one for each part, figure and table; what has no room stands in the notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from bubble.documents.blocks import (
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Items,
    Notice,
    Paragraph,
    Run,
    Source,
    Sources,
    Table,
)
from bubble.documents.office.labels import label
from bubble.documents.office.package import saved
from bubble.documents.office.pictures import drawn, on_slide
from bubble.documents.office.record import keep_record, record_text, tell_properties
from bubble.documents.office.slide import Slide
from bubble.documents.office.slide_base import BOTTOM, EDGE, ROOM, TOP, empty
from bubble.documents.office.slide_table import parts_of
from bubble.documents.office.slide_text import Line, height, parted
from bubble.documents.office.word_styles import SOFT
from bubble.documents.office.words import words_of_slides
from bubble.documents.words import about_passage, said
from visuals.picture import shown

SHEET = "slide"
"""The sheet of a figure on a slide."""
BODY, LEAD, SMALL, CODE, SOURCE = 18.0, 22.0, 12.0, 12.0, 11.0
STEPS = (18.0, 16.0, 14.0)
"""Sizes of text, the first at which a part fits one slide; one that fits none goes over several."""
INSIDE = 12.0
"""What the box of a notice keeps free around its words."""


def content(document: Document) -> bytes:
    """The .pptx; the same document gives the same bytes."""
    return _Writer(document).written()


def record_in(data: bytes) -> str | None:
    """The record that a .pptx holds, nothing where it holds none."""
    return record_text(data, ".pptx")


def text_of(data: bytes) -> str:
    """The words of a .pptx, slide by slide with its notes, a line for each paragraph and each row of a table."""
    return words_of_slides(data)


class _Writer:
    """Gathers text until a figure, a table or a heading comes, then makes the slides."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.deck: Any = empty()
        self.title, self.is_told = document.title, True
        self.lines: list[Line] = []
        self.counts = {"figure": 0, "table": 0}
        self.sources = {
            entry.number: entry for block in document.blocks if isinstance(block, Sources) for entry in block.entries
        }

    def written(self) -> bytes:
        document = self.document
        Slide.first(self.deck, document)
        for block in document.blocks:
            self._block(block)
        self._flush()
        if not self.is_told:
            self._slide()
        tell_properties(
            self.deck.core_properties, title=document.title, language=document.language, record=document.record
        )
        keep_record(self.deck.part, document.record.text())
        return saved(self.deck)

    def _slide(self, part: int = 1, parts: int = 1) -> Slide:
        self.is_told = True
        return Slide.titled(self.deck, self.document, self.title, f"{part}/{parts}" if parts > 1 else "")

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self.lines.append(_line(block))
            case Items():
                self._items(block)
            case Heading() if block.level > 2:
                self.lines.append(Line((Run(block.text),), BODY, before=12, bold=True))
            case Notice():
                self._notice(block)
            case _:
                self._flush()
                self._apart(block)

    def _apart(self, block: Block) -> None:
        """What begins a slide of its own."""
        match block:
            case Heading():
                # a part that begins with a part of its own: both are named
                waiting = not self.is_told and block.level > 1
                self.title, self.is_told = f"{self.title} – {block.text}" if waiting else block.text, False
            case Code():
                lines = block.text.splitlines() or [" "]
                self.lines = [Line((Run(line or " "),), CODE, before=0, mono=True) for line in lines]
                self._flush()
            case Figure():
                self._figure(block)
            case Table():
                self._table(block)
            case Sources():
                self._sources(block)
            case _:
                pass

    def _items(self, items: Items) -> None:
        for number, item in enumerate(items.items, 1):
            mark = f"{number}." if items.numbered else "•"
            self.lines.append(Line(item, BODY, before=6, indent=24, mark=mark))

    def _flush(self) -> Slide | None:
        """Make slides of the text gathered; get the last one."""
        if not self.lines:
            return None
        lines, self.lines = self.lines, []
        room = BOTTOM - TOP
        fitted = lines
        for size in STEPS:
            fitted = [line if line.mono else line.scaled(LEAD if line.size == LEAD else size) for line in lines]
            if height(fitted, ROOM) <= room:
                break
        parts = parted(fitted, ROOM, room)
        slide = None
        for number, part in enumerate(parts, 1):
            slide = self._slide(number, len(parts))
            slide.text(part, (EDGE, TOP, ROOM, height(part, ROOM)))
            self._notes(slide, (), (run.cites for line in part for run in line.runs))
        return slide

    def _notice(self, notice: Notice) -> None:
        """A box under the text before it where there is room, else on slides of its own."""
        wide = ROOM - 2 * INSIDE
        lines = [Line((Run(notice.title),), 16, before=0, bold=True)]
        lines += [Line(item, 14, before=5, indent=16, mark="•") for item in notice.items]
        before = list(self.lines)
        high = height(lines, wide) + 2 * INSIDE
        used = (
            height([line.scaled(STEPS[0]) if line.size != LEAD else line for line in before], ROOM) if before else 0.0
        )
        slide = self._flush()
        if slide is not None and used + 16 + high <= BOTTOM - TOP:
            slide.box(lines, (EDGE, TOP + used + 16, ROOM, high), INSIDE)
            self._notes(slide, (), (run.cites for line in [*before, *lines] for run in line.runs))
            return
        parts = parted(lines, wide, BOTTOM - TOP - 2 * INSIDE)
        for number, part in enumerate(parts, 1):
            slide = self._slide(number, len(parts))
            slide.box(part, (EDGE, TOP, ROOM, height(part, wide) + 2 * INSIDE), INSIDE)
            self._notes(slide, (), (run.cites for line in part for run in line.runs))

    def _figure(self, figure: Figure) -> None:
        """The figure as large as the slide allows; it has its question and answer in it, so the title stands small."""
        self.counts["figure"] += 1
        self.is_told = True
        name = label("figure", self.document.language, number=self.counts["figure"])
        slide = Slide.around(self.deck, self.document, self.title)
        on_slide(slide.made, drawn(figure, SHEET, name=name), slide.largest())
        self._notes(slide, (f"{name}  {figure.caption}", figure.alt), (figure.cites,))

    def _table(self, table: Table) -> None:
        self.counts["table"] += 1
        language = self.document.language
        name = label("table", language, number=self.counts["table"])
        above = Line(
            (Run(name, bold=True), Run(f"  {table.caption}" if table.caption else "")), 12, before=0, colour=SOFT
        )
        below = Line((Run(table.note),), 11, before=4, colour=SOFT) if table.note else None
        # a caption or a note longer than two lines is told whole in the notes
        room_above = min(above.high(ROOM), 2 * above.size * 1.32) + 6
        room_below = min(below.high(ROOM), 2 * below.size * 1.32 + 4) if below else 0.0
        parts, cut = parts_of(table, ROOM, BOTTOM - TOP - room_above - room_below)
        for number, part in enumerate(parts, 1):
            slide = self._slide(number, len(parts))
            slide.text([above], (EDGE, TOP, ROOM, room_above - 6), most=2)
            slide.table(part, (EDGE, TOP + room_above), f"{name}  {table.caption}")
            if below:
                slide.text([below], (EDGE, TOP + room_above + sum(part.heights), ROOM, room_below), most=2)
            told = (f"{name}  {table.caption}", table.note, *(cut if number == len(parts) else ()))
            self._notes(slide, told, (run.cites for row in part.rows for cell in row for run in cell))

    def _sources(self, sources: Sources) -> None:
        """Names and addresses on the slides, what they say in the notes."""
        lines = [_entry(entry) for entry in sources.entries]
        parts = parted(lines, ROOM, BOTTOM - TOP)
        entries = iter(sources.entries)
        for number, part in enumerate(parts, 1):
            slide = self._slide(number, len(parts))
            slide.text(part, (EDGE, TOP, ROOM, height(part, ROOM)))
            told: list[str] = []
            for entry in (next(entries) for line in part if line.mark):
                passages = [
                    "  ".join(filter(None, (said(passage, self.document.language), about_passage(passage))))
                    for passage in entry.passages
                ]
                told += [f"[{entry.number}] {shown(entry.name)}", *passages] if passages else ()
            self._notes(slide, told, ())

    def _notes(self, slide: Slide, told: Iterable[str], cites: Iterable[Sequence[int]]) -> None:
        """Say in the notes what has no room on the slide, and which sources its numbers are."""
        numbers = sorted({number for each in cites for number in each if number in self.sources})
        lines = [line for line in told if line.strip()]
        if numbers:
            lines.append(label("cited", self.document.language))
            lines += [f"[{number}] {_named(self.sources[number])}" for number in numbers]
        slide.notes(lines)


def _line(paragraph: Paragraph) -> Line:
    size, before, colour = {"lead": (LEAD, 0.0, ""), "body": (BODY, 8.0, ""), "small": (SMALL, 8.0, SOFT)}[
        paragraph.look
    ]
    line = Line(paragraph.runs, size, before=before)
    return replace(line, colour=colour) if colour else line


def _entry(entry: Source) -> Line:
    address = (Run("  "), Run(entry.address, address=entry.address)) if entry.address else ()
    return Line((Run(entry.name), *address), SOURCE, before=4, indent=34, mark=f"[{entry.number}]")


def _named(entry: Source) -> str:
    return "  ".join(filter(None, (shown(entry.name), shown(entry.address))))
