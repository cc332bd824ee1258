"""Where placeholders, and fields that were filled before, stand in a part of a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bubble.filling.placeholder import Memory, memory_in, spans_in
from bubble.filling.word_markup import MARK, WP, W
from graph.errors import GraphError

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _T, _R = f"{{{W}}}p", f"{{{W}}}t", f"{{{W}}}r"
_BOX, _CELL, _ROW, _TABLE = (f"{{{W}}}{name}" for name in ("txbxContent", "tc", "tr", "tbl"))
_SECTION = f"{{{W}}}sectPr"
_LANDSCAPE = 600.0
_A4 = 453.0
_INSET = 14.4
_CELL_INSET = 10.8


@dataclass
class Slot:
    """One place in the tree of a part: the paragraph in which it begins, and where it stands in it.

    span: of the characters of `texts`, for a placeholder; runs: the first and last run of a field filled before.
    """

    first: Any
    where: str
    inside: str
    memory: Memory | None
    is_block: bool
    span: tuple[int, int] = (0, 0)
    texts: list[Any] = field(default_factory=list[Any])
    runs: tuple[Any, Any] = (None, None)

    @property
    def last(self) -> Any:
        """The paragraph in which it ends."""
        return self.first if self.memory is None else paragraph_of(self.runs[1])


@dataclass
class _Field:
    begin: Any
    code: str = ""
    is_result: bool = False

    @property
    def is_ours(self) -> bool:
        return self.is_result and self.code.split()[:2] == MARK.split()


def slots_in(root: Any, label: str) -> list[Slot]:
    """The places of a part in the order in which they stand. Raises GraphError, saying where, for one without an end."""
    found: list[tuple[int, Slot]] = []
    order = {paragraph: n for n, paragraph in enumerate(root.iter(_P))}
    texts: dict[Any, list[Any]] = {}
    open_: list[_Field] = []
    for element in root.iter(_T, f"{{{W}}}fldChar", f"{{{W}}}instrText"):
        paragraph = paragraph_of(element)
        if paragraph is None:
            continue
        if element.tag == _T:
            if not any(each.is_ours for each in open_) and not _is_deleted(element):
                texts.setdefault(paragraph, []).append(element)
        elif element.tag.endswith("instrText"):
            if open_ and not open_[-1].is_result:
                open_[-1].code += element.text or ""
        else:
            slot = _field_step(element, open_, root, label)
            if slot is not None:
                found.append((order[slot.first], slot))
    for paragraph, held in texts.items():
        found += [(order[paragraph], slot) for slot in _slots_of(paragraph, held, root, label)]
    return [slot for _, slot in sorted(found, key=lambda pair: pair[0])]


def _field_step(char: Any, open_: list[_Field], root: Any, label: str) -> Slot | None:
    """Follow a mark of a field; at the end of one of ours, what it holds."""
    kind = char.get(f"{{{W}}}fldCharType")
    if kind == "begin":
        open_.append(_Field(char.getparent()))
    elif kind == "separate" and open_:
        open_[-1].is_result = True
    elif kind == "end" and open_:
        closed = open_.pop()
        memory = memory_in(closed.code) if closed.is_ours else None
        if memory is None or any(each.is_ours for each in open_):
            return None
        first, last = paragraph_of(closed.begin), paragraph_of(char)
        where = _where(first, root, label)
        if first.getparent() is not last.getparent():
            raise GraphError(
                f"{where}: expected all of what was filled for {{{{bubble: {memory.placeholder}}}}} in one place, found "
                "it torn apart; delete it and write the placeholder anew"
            )
        return Slot(first, where, memory.placeholder, memory, True, runs=(closed.begin, char.getparent()))
    return None


def _slots_of(paragraph: Any, texts: list[Any], root: Any, label: str) -> Iterator[Slot]:
    text = "".join(each.text or "" for each in texts)
    where = _where(paragraph, root, label) if "{{" in text else ""
    try:
        for span in spans_in(text):
            rest = text[: span.start] + text[span.end :]
            is_alone = not rest.strip() and paragraph.find(f".//{{{W}}}drawing") is None
            yield Slot(paragraph, where, span.inside, None, is_alone, (span.start, span.end), texts)
    except GraphError as error:
        raise GraphError(f"{where}: {error}") from None


def paragraph_of(element: Any) -> Any:
    """The paragraph that holds an element."""
    return next(element.iterancestors(_P), None)


def is_fallback(element: Any) -> bool:
    """Whether a program shows it only in place of another element."""
    return next(element.iterancestors(f"{_MC}Fallback"), None) is not None


def twin_box(paragraph: Any) -> Any:
    """What a paragraph in a fallback stands in place of, or nothing."""
    return next(paragraph.iterancestors(f"{_MC}AlternateContent"), None)


def room_for(paragraph: Any, root: Any, body: Any) -> tuple[float, float, str]:
    """Width and height in points that a figure may fill there, and the sheet that suits; `body` is the main part's."""
    box = _first(paragraph, _BOX, _CELL)
    wide, high, size = *_page(paragraph, root, body), "column"
    if box is not None and box.tag == _CELL:
        own = box.find(f"{{{W}}}tcPr/{{{W}}}tcW")
        if own is not None and own.get(f"{{{W}}}type") == "dxa":
            wide = min(wide, _number(own.get(f"{{{W}}}w")) / 20 - _CELL_INSET)
        else:
            row = next(box.iterancestors(_ROW))
            wide = wide / max(1, len(row.findall(_CELL))) - _CELL_INSET
    elif box is not None:
        held = twin_box(box)
        extent = held.find(f".//{{{WP}}}extent") if held is not None else None
        if extent is not None:
            wide = _number(extent.get("cx")) / 12700 - _INSET
            high = _number(extent.get("cy")) / 12700 - _INSET - 30
    elif wide > _LANDSCAPE:
        size = "a4"
    indent = paragraph.find(f"{{{W}}}pPr/{{{W}}}ind")
    if indent is not None:
        wide -= sum(_number(indent.get(f"{{{W}}}{side}")) / 20 for side in ("left", "start", "right", "end"))
    return max(wide, 40.0), max(high, 60.0), size


def _page(paragraph: Any, root: Any, body: Any) -> tuple[float, float]:
    """The room between the margins of the section that a paragraph stands in."""
    section = None
    if root is body:
        section = next(
            (s for s in paragraph.xpath("following::*[local-name()='sectPr'][1] | .//*[local-name()='sectPr']")), None
        )
    if section is None:
        every = list(body.iter(_SECTION))
        section = every[-1] if every else None
    if section is None:
        return _A4, 600.0
    size, margin = section.find(f"{{{W}}}pgSz"), section.find(f"{{{W}}}pgMar")
    wide, high = (_number(size.get(f"{{{W}}}{side}")) if size is not None else 0.0 for side in ("w", "h"))
    edges = [
        _number(margin.get(f"{{{W}}}{side}")) if margin is not None else 1440.0
        for side in ("left", "right", "top", "bottom")
    ]
    wide, high = (wide or 11906) - edges[0] - edges[1], (high or 16838) - abs(edges[2]) - abs(edges[3])
    columns = section.find(f"{{{W}}}cols")
    count = int(_number(columns.get(f"{{{W}}}num")) or 1) if columns is not None else 1
    if count > 1:
        space = _number(columns.get(f"{{{W}}}space")) or 720
        wide = (wide - space * (count - 1)) / count
    return wide / 20, high / 20 * 0.86


def _first(element: Any, *tags: str) -> Any:
    return next(element.iterancestors(*tags), None)


def _is_deleted(element: Any) -> bool:
    """Whether a tracked change takes it away, within its paragraph."""
    for around in element.iterancestors():
        if around.tag in (f"{{{W}}}del", f"{{{W}}}moveFrom"):
            return True
        if around.tag == _P:
            return False
    return False


def _where(paragraph: Any, root: Any, label: str) -> str:
    """Where a reader finds it."""
    parts = [label] if label else []
    box = _first(paragraph, _BOX, _CELL)
    if box is not None and box.tag == _CELL:
        row = next(box.iterancestors(_ROW))
        table = next(row.iterancestors(_TABLE))
        number = [*root.iter(_TABLE)].index(table) + 1
        place = [*table.iterchildren(_ROW)].index(row) + 1, [*row.iterchildren(_CELL)].index(box) + 1
        return ", ".join([*parts, f"table {number}, row {place[0]}, column {place[1]}"])
    if box is not None:
        parts.append("text box")
    shown = [each for each in root.iter(_P) if not is_fallback(each)]
    if paragraph in shown:
        parts.append(f"paragraph {shown.index(paragraph) + 1}")
    return ", ".join(parts)


def _number(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0
