"""Placeholders on slides: a figure takes the place of its shape, and the shape's name remembers the placeholder.

PowerPoint and LibreOffice keep the names of groups, tables and boxes of text when they save, and list them by it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from bubble.documents.blocks import Figure, Paragraph, Sources, Table
from bubble.documents.office.package import presentation
from bubble.filling.content import Content
from bubble.filling.drawing import draw_ahead
from bubble.filling.markdown import name_of
from bubble.filling.place import Filled, Place
from bubble.filling.placeholder import Memory, memory_in, print_of, spans_in
from bubble.filling.slides_markup import ASVG, A, Box, P, R, elements, figure_group, table_frame
from bubble.filling.spliced import Parts, Splice, elements_in, spliced, written_inside
from graph.errors import GraphError, one_line

_FRAMES = tuple(f"{{{P}}}{name}" for name in ("sp", "grpSp", "graphicFrame"))
_REMEMBERED = re.compile(r"\{\{bubble: .*?\}\}[^{}]*")
_MOST_LINES = 14


@dataclass
class _Slot:
    """A place on a slide: its frame, and the paragraph and characters where words stand; none where a frame does."""

    frame: Any
    paragraph: Any = None
    span: tuple[int, int] = (0, 0)


@dataclass
class _Slide:
    name: str
    root: Any
    boxes: Mapping[int, Box]
    slots: list[tuple[int, _Slot]]


class SlidesFile:
    """A .pptx: the shapes, boxes and tables of its slides."""

    def __init__(self, data: bytes) -> None:
        """Read it. Raises GraphError for what is no presentation, and for a place that can't be read."""
        self._parts = Parts(data, ".pptx")
        self._slides: list[_Slide] = []
        self._places: list[Place] = []
        opened: Any = presentation(data)
        self._wide, self._high = int(opened.slide_width or 0), int(opened.slide_height or 0)
        for number, slide in enumerate(opened.slides, 1):
            name = str(slide.part.partname).lstrip("/")
            boxes = {shape.shape_id: _box(shape) for shape in slide.shapes if shape.width is not None}
            self._read(_Slide(name, self._parts.tree(name), boxes, []), f"slide {number}")

    @property
    def places(self) -> Sequence[Place]:
        """The places, slide by slide."""
        return self._places

    def beside(self, contents: Sequence[Content], stem: str) -> Mapping[str, bytes]:
        """Nothing stands beside it: its pictures are inside."""
        return {}

    def filled(self, contents: Mapping[int, Content], stem: str) -> Filled:
        """The presentation with these places filled; only slides that hold some are written anew."""
        draw_ahead(each.drawing for each in contents.values() if each.drawing)
        for slide in self._slides:
            slots = [(contents[index], slot) for index, slot in slide.slots if index in contents]
            if slots:
                self._fill(slide, slots)
        return Filled(self._parts.written())

    def _read(self, slide: _Slide, where: str) -> None:
        for frame in _frames(slide.root):
            said = _said(frame)
            name = str(said.get("name") or "").partition("{{")[0].strip() if said is not None else ""
            place = f"{where}, {one_line(name or 'a shape', 60)}"
            remembered = _remembered(frame)
            for memory in remembered:
                slot = _Slot(frame)
                if frame.tag == f"{{{P}}}sp" or memory.print.count("·"):
                    slot = _find_words(frame, memory, place)
                self._places.append(Place(place, memory.placeholder, _plain(memory), True, "slide"))
                slide.slots.append((len(self._places) - 1, slot))
            if frame.tag == f"{{{P}}}grpSp":
                continue
            self._open(slide, frame, place)
        self._slides.append(slide)

    def _open(self, slide: _Slide, frame: Any, where: str) -> None:
        paragraphs = [*frame.iter(f"{{{A}}}p")]
        whole = "".join(_text(each) for each in paragraphs).strip()
        for paragraph in paragraphs:
            text = _text(paragraph)
            try:
                spans = list(spans_in(text))
            except GraphError as error:
                raise GraphError(f"{where}: {error}") from None
            for span in spans:
                is_block = frame.tag == f"{{{P}}}sp" and whole == text[span.start : span.end]
                self._places.append(Place(where, span.inside, None, is_block, "slide"))
                slide.slots.append((len(self._places) - 1, _Slot(frame, paragraph, (span.start, span.end))))

    def _fill(self, slide: _Slide, slots: Sequence[tuple[Content, _Slot]]) -> None:
        data = self._parts[slide.name]
        frames = list(slide.root.iter(*_FRAMES))
        names = {f"{P} {tag.rpartition('}')[2]}" for tag in _FRAMES}
        spans = elements_in(data, lambda _, name, __: name in names)
        order = {frame: n for n, frame in enumerate(frames)}
        touched: dict[Any, Any] = {}
        old = [each for _, slot in slots for each in _shown_by(slot.frame)]
        for content, slot in sorted(slots, key=lambda pair: -pair[1].span[0]):
            frame = touched.get(slot.frame, slot.frame)
            touched[slot.frame] = self._put(slide, content, slot, frame)
        splices: list[Splice] = []
        for frame, new in touched.items():
            copy = deepcopy(new)
            copy.tail = None
            splices.append((*spans[order[frame]], written_inside([copy], dict(slide.root.nsmap))))
        self._parts.put(slide.name, spliced(data, splices))
        self._parts.drop_unused_images(slide.name, old)

    def _put(self, slide: _Slide, content: Content, slot: _Slot, frame: Any) -> Any:
        """What stands there now: the frame with other words in it, or another frame."""
        memory = Memory(content.asked.text, content.count, content.print).line()
        if isinstance(content.block, Paragraph):
            _set_words(slot, content.words)
            kept = f"{memory} · {len(content.words)}:{print_of(content.words)}"
            _remember(frame, content.asked.text, kept)
            return frame
        ids = [int(each.get("id")) for each in slide.root.iter(f"{{{P}}}cNvPr") if str(each.get("id", "")).isdecimal()]
        first = max(ids, default=1) + 1
        if isinstance(content.block, Figure):
            png, svg = self._images(slide.name, content)
            if frame.tag == f"{{{P}}}grpSp" and _show(frame, png, svg, content):
                _remember(frame, content.asked.text, memory)
                return frame
            box = self._box(slide, frame)
            if content.asked.width:
                box = box.narrowed(round(content.asked.width.of(box.wide / 12700) * 12700))
            return elements(figure_group(content, box, (png, svg), first, memory))[0]
        if isinstance(content.block, Table):
            return elements(table_frame(content, content.block, self._box(slide, frame), first, memory))[0]
        if isinstance(content.block, Sources):
            _set_lines(frame, [f"{e.number}. {e.name} {e.address}" for e in content.block.entries], content)
            _remember(frame, content.asked.text, memory)
        return frame

    def _images(self, part: str, content: Content) -> tuple[str, str]:
        """The relations by which a part shows a figure: its PNG and its SVG."""
        drawing = content.drawing
        if drawing is None:
            return "", ""
        stem = f"bubble-{name_of(content.asked, content.size)}"
        png = self._parts.add_image(part, drawing.fallback, ".png", stem)
        return png, self._parts.add_image(part, drawing.outlined, ".svg", stem)

    def _box(self, slide: _Slide, frame: Any) -> Box:
        said = _said(frame)
        id_ = int(said.get("id")) if said is not None and str(said.get("id", "")).isdecimal() else 0
        whole = Box(self._wide // 20, self._high // 6, self._wide * 9 // 10, self._high * 3 // 4)
        return slide.boxes.get(id_, whole)


def _box(shape: Any) -> Box:
    return Box(int(shape.left or 0), int(shape.top or 0), int(shape.width or 0), int(shape.height or 0))


def _frames(root: Any) -> list[Any]:
    """The frames of a slide; a group that remembers is one, of another group each member."""
    found: list[Any] = []

    def walk(tree: Any) -> None:
        for each in tree:
            if each.tag == f"{{{P}}}grpSp" and not _remembered(each):
                walk(each)
            elif each.tag in _FRAMES:
                found.append(each)

    for tree in root.iter(f"{{{P}}}spTree"):
        walk(tree)
    return found


def _said(frame: Any) -> Any:
    """What is said of a frame: its id, name, description and title."""
    return next((part.find(f"{{{P}}}cNvPr") for part in frame if part.tag.rpartition("}")[2].startswith("nv")), None)


def _remembered(frame: Any) -> list[Memory]:
    said = _said(frame)
    name = str(said.get("name") or "") if said is not None else ""
    return [memory for line in _REMEMBERED.findall(name) if (memory := memory_in(line)) is not None]


def _plain(memory: Memory) -> Memory:
    return Memory(memory.placeholder, memory.count, memory.print.partition("·")[0].strip())


def _remember(frame: Any, placeholder: str, line: str) -> None:
    """Let the name of a frame remember a placeholder, behind its own and beside others that it remembers."""
    said = _said(frame)
    name = str(said.get("name") or "")
    kept = [each.strip() for each in _REMEMBERED.findall(name)]
    same = [n for n, each in enumerate(kept) if (held := memory_in(each)) and held.placeholder == placeholder]
    if same:
        kept[same[0]] = line
    else:
        kept.append(line)
    said.set("name", " ".join([name.partition("{{")[0].strip() or "Bubble", *kept]))


def _text(paragraph: Any) -> str:
    return "".join(each.text or "" for each in _texts(paragraph))


def _texts(paragraph: Any) -> list[Any]:
    return list(paragraph.iter(f"{{{A}}}t"))


def _find_words(frame: Any, memory: Memory, where: str) -> _Slot:
    """Where the words stand that were filled in before; they are known by their length and hash."""
    _, _, told = memory.print.partition("·")
    length, _, hash_ = told.strip().partition(":")
    if not length.isdecimal():
        return _Slot(frame)
    for paragraph in frame.iter(f"{{{A}}}p"):
        text = _text(paragraph)
        for start in range(len(text) - int(length) + 1):
            if print_of(text[start : start + int(length)]) == hash_:
                return _Slot(frame, paragraph, (start, start + int(length)))
    raise GraphError(
        f"{where}: expected the words that were filled in for {{{{bubble: {memory.placeholder}}}}}, found them changed "
        "by hand; write the placeholder anew and shorten the name of the shape"
    )


def _set_words(slot: _Slot, words: str) -> None:
    """Put words in the place of others, in the look of the first run."""
    start, end = slot.span
    at, is_set = 0, False
    for text in _texts(slot.paragraph):
        held = text.text or ""
        first, last = max(start - at, 0), min(end - at, len(held))
        at += len(held)
        if first >= last:
            continue
        text.text = held[:first] + ("" if is_set else words) + held[last:]
        is_set = True


def _set_lines(frame: Any, lines: Sequence[str], content: Content) -> None:
    """Let a frame show a list: its first lines, and how many more there are."""
    body = frame.find(f"{{{P}}}txBody")
    paragraphs = body.findall(f"{{{A}}}p")
    more = {"en": "and {count} more", "th": "และอีก {count} แห่ง"}[content.asked.language]
    shown = [*lines[:_MOST_LINES]]
    if len(lines) > _MOST_LINES:
        shown.append(more.format(count=len(lines) - _MOST_LINES))
    for each in paragraphs:
        body.remove(each)
    from xml.sax.saxutils import escape

    language = {"th": "th-TH"}.get(content.asked.language, "en-GB")
    plain = '<a:pPr marL="0" indent="0"><a:buNone/></a:pPr>'
    for line in shown:
        body.extend(
            elements(f'<a:p>{plain}<a:r><a:rPr lang="{language}" sz="1000"/><a:t>{escape(line)}</a:t></a:r></a:p>')
        )


def _show(group: Any, png: str, svg: str, content: Content) -> bool:
    """Show another picture and caption where those of before stand; False where too little of them is left."""
    block = content.block
    blips, pictures = [*group.iter(f"{{{A}}}blip")], [*group.iter(f"{{{P}}}pic")]
    if not blips or not pictures or not isinstance(block, Figure):
        return False
    for blip in blips:
        blip.set(f"{{{R}}}embed", png)
        held = blip.find(f".//{{{ASVG}}}svgBlip")
        if held is not None:
            held.set(f"{{{R}}}embed", svg)
    for picture in pictures:
        picture.find(f"{{{P}}}nvPicPr/{{{P}}}cNvPr").set("descr", block.alt)
    texts = [each for shape in group.iter(f"{{{P}}}sp") for each in shape.iter(f"{{{A}}}t")]
    for n, text in enumerate(texts):
        text.text = content.caption if n == 0 else ""
    return True


def _shown_by(frame: Any) -> list[str]:
    """The relations by which a frame shows pictures."""
    return [
        value
        for each in frame.iter()
        if isinstance(each.tag, str) and each.tag.rpartition("}")[2] in ("blip", "svgBlip")
        for key, value in each.attrib.items()
        if key.endswith("}embed")
    ]
