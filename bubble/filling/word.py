"""Placeholders in a Word document: what is filled is the result of a field whose code remembers the placeholder.

Word and LibreOffice both keep such a field when they save, over paragraphs and tables, and neither updates it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from bubble.documents.blocks import Figure, Paragraph, Sources, Table
from bubble.filling.content import Content
from bubble.filling.drawing import draw_ahead
from bubble.filling.markdown import name_of
from bubble.filling.place import Filled, Place
from bubble.filling.placeholder import Memory
from bubble.filling.spliced import Parts, Splice, elements_in, spliced, written_inside
from bubble.filling.word_markup import FIELD_END, LABELS, MARK, W, elements, field_start, numbered, picture, run, small
from bubble.filling.word_markup import source as source_line
from bubble.filling.word_markup import table as table_markup
from bubble.filling.word_places import Slot, is_fallback, room_for, slots_in, twin_box
from bubble.filling.word_props import keep_with_next, move_section, stand_free, take_props
from bubble.filling.word_tree import cut_out, put_behind, replace_figure, results_of, set_code, set_words
from graph.errors import GraphError

_STORIES = {
    "main+xml": "",
    "header+xml": "header",
    "footer+xml": "footer",
    "footnotes+xml": "footnotes",
    "endnotes+xml": "endnotes",
}
_TYPE = "wordprocessingml."
_EMU = 12_700


@dataclass
class _Held:
    """A part with its tree, and its places, each with the index of the place that a reader sees there."""

    name: str
    root: Any
    slots: list[tuple[int, Slot]]


class WordFile:
    """A .docx: body, tables, headers, footers, notes and boxes of text."""

    def __init__(self, data: bytes) -> None:
        """Read it. Raises GraphError for what is no Word document, and for a place that can't be read."""
        self._parts = Parts(data, ".docx")
        self._held: list[_Held] = []
        self._places: list[Place] = []
        main = self._parts.of_type("document.main+xml")
        if not main:
            raise GraphError("expected a Word document, found none inside; save it as .docx")
        self._body = self._parts.tree(main[0])
        if self._body.tag != f"{{{W}}}document":
            raise GraphError("expected a Word document, found Strict Open XML; save it as .docx without Strict")
        for ending, label in _STORIES.items():
            names = main if ending == "main+xml" else self._parts.of_type(_TYPE + ending)
            for number, name in enumerate(names, 1):
                self._read(name, f"{label} {number}" if len(names) > 1 else label)

    @property
    def places(self) -> Sequence[Place]:
        """The places: the body's first, then headers, footers and notes."""
        return self._places

    def beside(self, contents: Sequence[Content], stem: str) -> Mapping[str, bytes]:
        """Nothing stands beside it: its pictures are inside."""
        return {}

    def filled(self, contents: Mapping[int, Content], stem: str) -> Filled:
        """The document with these places filled; of all parts only those are written anew that hold some."""
        draw_ahead(each.drawing for each in contents.values() if each.drawing)
        for held in self._held:
            slots = [(contents[index], slot) for index, slot in held.slots if index in contents]
            if slots:
                self._fill(held, slots)
        return Filled(self._parts.written())

    def _read(self, name: str, label: str) -> None:
        root = self._body if self._body is not None and not self._held and not label else self._parts.tree(name)
        held = _Held(name, root, [])
        twins: dict[Any, list[int]] = {}
        for slot in slots_in(root, label):
            around = twin_box(slot.first)
            if is_fallback(slot.first) and twins.get(around):
                held.slots.append((twins[around].pop(0), slot))
                continue
            index = len(self._places)
            size = room_for(slot.first, root, self._body)[2]
            self._places.append(Place(slot.where, slot.inside, slot.memory, slot.is_block, size))
            held.slots.append((index, slot))
            if around is not None:
                twins.setdefault(around, []).append(index)
        self._held.append(held)

    def _fill(self, held: _Held, slots: Sequence[tuple[Content, Slot]]) -> None:
        data = self._parts[held.name]
        order = {paragraph: n for n, paragraph in enumerate(held.root.iter(f"{{{W}}}p"))}
        spans = elements_in(data, lambda _, name, __: name == f"{W} p")
        touched: list[tuple[int, int, Any, Any]] = []
        old: set[str] = set()
        for content, slot in _in_turn(slots):
            start, end = spans[order[slot.first]][0], spans[order[slot.last]][1]
            old |= set(_shown_by(slot))
            first, last = self._put(held, content, slot)
            touched.append((start, end, first, last))
        splices: list[Splice] = []
        for start, end, first, last in _outermost(touched):
            run_ = [first]
            while run_[-1] is not last:
                run_.append(run_[-1].getnext())
            namespaces = dict(first.getparent().nsmap)
            copies = [deepcopy(each) for each in run_]
            copies[-1].tail = None
            splices.append((start, end, written_inside(copies, namespaces)))
        self._parts.put(held.name, spliced(data, splices))
        self._parts.drop_unused_images(held.name, old)

    def _put(self, held: _Held, content: Content, slot: Slot) -> tuple[Any, Any]:
        """Put the content into the tree; returns the first and last element that stand there now."""
        code = f"{MARK} {Memory(content.asked.text, content.count, content.print).line()}"
        if slot.memory is not None:
            kept = self._update(held, content, slot, code)
            if kept is not None:
                return kept
            anchor, parent = results_of(slot)
        else:
            anchor, parent = cut_out(slot)
        return self._anew(held, content, slot, code, (anchor, parent))

    def _update(self, held: _Held, content: Content, slot: Slot, code: str) -> tuple[Any, Any] | None:
        """Show what is new in what stands there, so that its look stays; None where too little of it is left."""
        if isinstance(content.block, Figure):
            png, svg = self._images(held.name, content)
            if not replace_figure(slot, png, svg, content.block.alt, content.caption):
                return None
        elif isinstance(content.block, Paragraph):
            if not set_words(slot, content.words):
                return None
        else:
            return None
        set_code(slot, code)
        return slot.first, slot.last

    def _anew(self, held: _Held, content: Content, slot: Slot, code: str, at: tuple[Any, Any]) -> tuple[Any, Any]:
        block, paragraph, language = content.block, slot.first, content.asked.language
        begin = field_start(code)
        if isinstance(block, Paragraph):
            look = at[1]
            made = elements(begin + run(content.words) + FIELD_END)
            if look is not None:
                made[3].insert(0, deepcopy(look))
            put_behind(paragraph, at[0], made)
            return paragraph, paragraph
        after: list[Any] = []
        if isinstance(block, Figure):
            put_behind(paragraph, at[0], elements(begin + self._picture(held, content, slot)))
            stand_free(paragraph)
            after = elements(self._caption(held, slot, content.caption, language))
        elif isinstance(block, Table):
            look = small(language, 10, "<w:b/><w:bCs/>")
            put_behind(paragraph, at[0], elements(begin + run(block.caption, look)))
            keep_with_next(paragraph)
            note = " ".join(filter(None, (block.note, content.credit)))
            room = room_for(paragraph, held.root, self._body)[0]
            props = '<w:pPr><w:spacing w:before="60" w:after="160"/></w:pPr>'
            after = elements(
                table_markup(block, language, room) + f"<w:p>{props}{run(note, small(language, 8))}{FIELD_END}</w:p>"
            )
        elif isinstance(block, Sources):
            lines = [source_line(entry, language) for entry in block.entries[1:]]
            first = elements(
                "".join(source_line(entry, language) for entry in block.entries[:1]) or f"<w:p>{run('–')}</w:p>"
            )[0]
            put_behind(paragraph, at[0], [*elements(begin), *(each for each in first if not each.tag.endswith("}pPr"))])
            take_props(paragraph, first)
            after = elements("".join(lines))
            last = after[-1] if after else paragraph
            last.extend(elements(FIELD_END))
        for element in reversed(after):
            paragraph.addnext(element)
        last = after[-1] if after else paragraph
        move_section(paragraph, last)
        return paragraph, last

    def _images(self, part: str, content: Content) -> tuple[str, str]:
        """The relations by which a part shows a figure: its PNG and its SVG."""
        drawing = content.drawing
        if drawing is None:
            return "", ""
        stem = f"bubble-{name_of(content.asked, content.size)}"
        png = self._parts.add_image(part, drawing.fallback, ".png", stem)
        return png, self._parts.add_image(part, drawing.outlined, ".svg", stem)

    def _picture(self, held: _Held, content: Content, slot: Slot) -> str:
        from visuals.sheet import SIZES

        png, svg = self._images(held.name, content)
        wide, high = SIZES[content.size]
        room, deep, _ = room_for(slot.first, held.root, self._body)
        width = content.asked.width.of(room) if content.asked.width else min(room, deep * wide / high)
        ids = [int(each.get("id")) for each in held.root.iter() if _is_said(each)]
        block = content.block
        return picture(
            id=max(ids, default=0) + 1,
            png=png,
            svg=svg,
            wide=round(width * _EMU),
            high=round(width * _EMU * high / wide),
            name=content.asked.name,
            alt=block.alt if isinstance(block, Figure) else "",
        )

    def _caption(self, held: _Held, slot: Slot, told: str, language: str) -> str:
        """The caption under a figure in the document's own style for captions; numbered in the body."""
        style = self._caption_style()
        look = small(language) if style else small(language, extra="<w:i/><w:iCs/>")
        side = slot.first.find(f"{{{W}}}pPr/{{{W}}}jc")
        along = f'<w:jc w:val="{side.get(f"{{{W}}}val")}"/>' if side is not None else ""
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        label = ""
        if held.root is self._body:
            label = numbered(language, self._number(slot.first, LABELS[language][1]), look) + run(" ", look)
        return f"<w:p><w:pPr>{named}{along}</w:pPr>{label}{run(told, look)}{FIELD_END}</w:p>"

    def _number(self, paragraph: Any, sequence: str) -> int:
        """How many captions of that sequence stand before the paragraph, and one more."""
        before = paragraph.xpath("preceding::*[local-name()='instrText' or local-name()='fldSimple']")
        codes = [each.get(f"{{{W}}}instr") or each.text or "" for each in before if not is_fallback(each)]
        return 1 + sum(str(code).split()[:2] == ["SEQ", sequence] for code in codes)

    def _caption_style(self) -> str:
        for name in self._parts.of_type(f"{_TYPE}styles+xml"):
            for style in self._parts.tree(name).iter(f"{{{W}}}style"):
                called = style.find(f"{{{W}}}name")
                if called is not None and str(called.get(f"{{{W}}}val")).casefold() == "caption":
                    from xml.sax.saxutils import escape

                    return escape(str(style.get(f"{{{W}}}styleId")), {'"': "&quot;"})
        return ""


def _in_turn(slots: Sequence[tuple[Content, Slot]]) -> list[tuple[Content, Slot]]:
    """The places in their order, those of one paragraph from its end: what stands before a place is still as it was."""
    groups: list[list[tuple[Content, Slot]]] = []
    for content, slot in slots:
        if groups and groups[-1][0][1].first is slot.first:
            groups[-1].insert(0, (content, slot))
        else:
            groups.append([(content, slot)])
    return [each for group in groups for each in group]


def _outermost(touched: Sequence[tuple[int, int, Any, Any]]) -> list[tuple[int, int, Any, Any]]:
    """The stretches that lie in no other one; those that share a paragraph are one."""
    found: list[tuple[int, int, Any, Any]] = []
    for start, end, first, last in sorted(touched, key=lambda each: (each[0], -each[1])):
        if found and start < found[-1][1]:
            if start == found[-1][0] or end > found[-1][1]:
                begun = found.pop()
                found.append((begun[0], max(end, begun[1]), begun[2], last if end >= begun[1] else begun[3]))
            continue
        found.append((start, end, first, last))
    return found


def _shown_by(slot: Slot) -> list[str]:
    """The relations by which what stands there shows pictures."""
    if slot.memory is None:
        return []
    found: list[str] = []
    element, last = slot.first, slot.last
    while element is not None:
        for each in element.iter():
            if isinstance(each.tag, str) and each.tag.rpartition("}")[2] in ("blip", "svgBlip"):
                found += [value for key, value in each.attrib.items() if key.endswith("}embed")]
        if element is last:
            break
        element = element.getnext()
    return found


def _is_said(element: Any) -> bool:
    return (
        isinstance(element.tag, str)
        and element.tag.rpartition("}")[2] in ("docPr", "cNvPr")
        and str(element.get("id", "")).isdecimal()
    )
