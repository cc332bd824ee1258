"""A table on slides: as many rows on each as can be read there, its headings on every one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bubble.documents.blocks import Inline, Run, Table
from bubble.documents.office.slide_base import emu
from bubble.documents.office.slide_text import LINE, Line, paragraph
from bubble.documents.office.widths import columns_of, plain
from bubble.documents.office.word_styles import LINE as EDGE_COLOUR
from bubble.documents.office.word_styles import PAPER
from visuals.labels import lines_of

SIZES = (14.0, 13.0, 12.0, 11.0)
"""Sizes of letters, the first at which no word is torn; nothing smaller is read from a screen."""
INSET, ABOVE = 7.0, 3.0
"""What a cell keeps free at each side, and above and below, in points."""
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


class Part(NamedTuple):
    """The rows that stand on one slide: letters' size, widths of columns, height of the head and of each row."""

    table: Table
    rows: tuple[tuple[Inline, ...], ...]
    size: float
    widths: tuple[float, ...]
    heights: tuple[float, ...]


def parts_of(table: Table, room: float, most: float) -> tuple[list[Part], list[str]]:
    """The table in parts of at most that height, and the cells that were cut because no slide can hold them."""
    size, widths = columns_of(table, room, SIZES, 2 * INSET)
    head = _high([(Run(column.label, bold=True),) for column in table.columns], widths, size)
    allowed = max(int((most - head - 2 * ABOVE) / (size * LINE)), 1)
    cut: list[str] = []
    rows = [
        tuple(_cut(cell, width, size, allowed, cut) for cell, width in zip(row, widths, strict=True))
        for row in table.rows
    ]
    parts: list[Part] = []
    held: list[tuple[Inline, ...]] = []
    heights = [head]
    for row in rows:
        high = _high(row, widths, size)
        if held and sum(heights) + high > most:
            parts.append(Part(table, tuple(held), size, tuple(widths), tuple(heights)))
            held, heights = [], [head]
        held.append(row)
        heights.append(high)
    return [*parts, Part(table, tuple(held), size, tuple(widths), tuple(heights))], cut


def markup(part: Part, related: Callable[[str], str]) -> str:
    """The `a:tbl` of a part."""
    sides = ["r" if column.side == "right" else "l" for column in part.table.columns]
    heads: list[Inline] = [(Run(column.label),) for column in part.table.columns]
    told = [_row(heads, part.heights[0], part.size, sides, related, is_head=True)]
    told += [_row(row, high, part.size, sides, related) for row, high in zip(part.rows, part.heights[1:], strict=True)]
    grid = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in part.widths)
    return (
        f'<a:tbl xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><a:tblPr firstRow="1">'
        f"<a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{''.join(told)}</a:tbl>"
    )


def _row(
    cells: Sequence[Inline],
    high: float,
    size: float,
    sides: Sequence[str],
    related: Callable[[str], str],
    *,
    is_head: bool = False,
) -> str:
    fill = f'<a:solidFill><a:srgbClr val="{PAPER}"/></a:solidFill>' if is_head else "<a:noFill/>"
    edge = f'<a:lnB w="9525"><a:solidFill><a:srgbClr val="{EDGE_COLOUR}"/></a:solidFill></a:lnB>'
    look = (
        f'<a:tcPr marL="{emu(INSET)}" marR="{emu(INSET)}" marT="{emu(ABOVE)}" marB="{emu(ABOVE)}">{edge}{fill}</a:tcPr>'
    )
    told = "".join(
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        f"{paragraph(Line(cell, size, before=0, bold=is_head), related, side)}</a:txBody>{look}</a:tc>"
        for cell, side in zip(cells, sides, strict=True)
    )
    return f'<a:tr h="{emu(high)}">{told}</a:tr>'


def _high(cells: Sequence[Inline], widths: Sequence[float], size: float) -> float:
    """How high a row stands: as its highest cell."""
    lines = (Line(cell, size, before=0).high(width - 2 * INSET) for cell, width in zip(cells, widths, strict=True))
    return max(lines, default=0.0) + 2 * ABOVE


def _cut(cell: Inline, width: float, size: float, allowed: int, cut: list[str]) -> Inline:
    """A cell no higher than a slide; the whole of one that was cut is told in the notes."""
    if Line(cell, size).rows(width - 2 * INSET) <= allowed:
        return cell
    text = plain(cell)
    cut.append(text)
    kept = lines_of(text, size, (width - 2 * INSET) / 1.05, allowed)
    return (Run(" ".join(kept)),)
