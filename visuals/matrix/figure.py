"""A matrix as a figure for print: hand-built SVG, text as text, the font inside. Units are points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from graph.errors import GraphError
from visuals.frame import document, heading, measures
from visuals.labels import lines_of
from visuals.matrix.marks import (
    DARK_FROM,
    HATCHES,
    MARKS,
    SHADES,
    STANDS_OUT,
    UNSEARCHED,
    WORDS,
    Mark,
    hatch_of,
    ranges,
)
from visuals.matrix.matrix import Matrix, Square
from visuals.sheet import INK, MARGIN, SMALL, SOFT
from visuals.svg import block, number, tag
from visuals.vendored import width
from visuals.words import stamped

LABELS = {"a4": 176.0, "slide": 190.0, "column": 136.0, "half": 136.0, "web": 180.0}
"""How wide the names of the rows may be on each sheet."""
HEAD, LEGEND = 15.0, 48.0
GAP = 0.9
TALLEST = 15.0
MOST_ON_HALF = 20
"""Rows whose words are still read on half a page."""
Draw = Callable[[float, float], str]


class Grid(NamedTuple):
    """Where the squares stand: the corner of the first, the width and height of each."""

    x: float
    y: float
    wide: float
    high: float


def figure_of(matrix: Matrix, language: str = "en", size: str = "a4") -> str:
    """The figure as text, on one of the sheets of `visuals.sheet.SIZES`; the same matrix gives the same bytes.

    Raises GraphError for a size that is none, and for more rows than can be read on half a page.
    """
    wide, high = measures(size)
    if size == "half" and len(matrix.rows) > MOST_ON_HALF:
        raise GraphError(
            f"figure: size: expected at most {MOST_ON_HALF} rows on half, found {len(matrix.rows)}; choose column"
        )
    head, top = heading(matrix.title, matrix.answer, language, size)
    top -= 2
    legend = LEGEND * (1.7 if size in ("column", "half") else 1)
    across = (wide - 2 * MARGIN - LABELS[size]) / max(len(matrix.columns), 1)
    down = min((high - MARGIN - top - HEAD - legend) / max(len(matrix.rows), 1), TALLEST)
    grid = Grid(MARGIN + LABELS[size], top + HEAD, across, down)
    parts = [
        tag("defs", _hatch()),
        head,
        _heads(matrix, grid, language),
        *(_square(square, grid, *at) for at, square in _placed(matrix)),
        _legend(matrix, language, wide, high - MARGIN - legend + 16),
        block(lines_of(caption_of(matrix, language), SMALL, wide - 2 * MARGIN, 1), MARGIN, high - 18, SMALL, fill=SOFT),
    ]
    return document(
        parts,
        matrix.title.of(language),
        description(matrix, language),
        text=_all_text(matrix, language),
        language=language,
        size=size,
    )


def description(matrix: Matrix, language: str) -> str:
    """The matrix in words, for who cannot see it: the answer, then the cells that stand out."""
    names = {head.key: head.label.of(language) for head in (*matrix.rows, *matrix.columns)}
    out = [s for row in matrix.rows for s in matrix.of_row(row.key) if s.stands_out]
    told = "; ".join(f"{names[s.row]} × {names[s.column]}: {MARKS[s.state].words.of(language)}" for s in out)
    return f"{matrix.answer.of(language)} {WORDS['stands_out'].of(language)}: {told or '–'}"


def caption_of(matrix: Matrix, language: str) -> str:
    """How many cells and links, by what they are shaded, and what data it was drawn from."""
    counts = WORDS["cells_drawn"].of(language).format(cells=len(matrix.squares), links=len(matrix.links))
    return stamped([counts, *filter(None, [matrix.shaded_by.of(language)])], matrix.stamp, language)


def _placed(matrix: Matrix) -> Iterator[tuple[tuple[int, int], Square]]:
    for i, row in enumerate(matrix.rows):
        for j, square in enumerate(matrix.of_row(row.key)):
            yield (i, j), square


def _heads(matrix: Matrix, grid: Grid, language: str) -> str:
    size = min(7.0, grid.high * 0.74)
    parts: list[str] = []
    names = [head.label.of(language) for head in matrix.columns]
    if any(width(name, SMALL, 700) > grid.wide - 1 for name in names):
        names = [head.key for head in matrix.columns]
    for j, name in enumerate(names):
        parts.append(block([name], grid.x + (j + 0.5) * grid.wide, grid.y - 4, SMALL, weight=700, anchor="middle"))
    for i, head in enumerate(matrix.rows):
        indent, weight = 7.0 * head.depth, 700 if head.leads else 400
        line = lines_of(head.label.of(language), size, grid.x - MARGIN - indent - 6, 1, weight)
        y = grid.y + (i + 0.5) * grid.high + size * 0.35
        parts.append(block(line, MARGIN + indent, y, size, weight=weight, fill=INK))
    return tag("g", *parts)


def _square(square: Square, grid: Grid, i: int, j: int) -> str:
    x, y = grid.x + j * grid.wide, grid.y + i * grid.high
    box = {"x": x, "y": y, "width": grid.wide - GAP, "height": grid.high - GAP}
    is_dark = square.shade >= DARK_FROM and not square.is_sum
    parts = [] if square.is_sum else [tag("rect", **box, fill=SHADES[square.shade], stroke="#d5dbe1", stroke_width=0.3)]
    if square.state == UNSEARCHED:
        parts.append(tag("rect", **box, fill=f"url(#hatch{HATCHES.index(hatch_of(square.shade))})"))
    else:
        size = min(grid.high * 0.66, 7.5)
        left = x + grid.wide / 2 - size / 2 - (size * 0.45 if square.count > 1 else 0)
        parts.append(drawn(MARKS[square.state], left, y + (grid.high - GAP - size) / 2, size, is_dark=is_dark))
        if square.count > 1:
            text = min(6.6, grid.high * 0.66)
            down = y + grid.high / 2 + text * 0.32
            parts.append(block([str(square.count)], left + size * 1.25, down, text, fill="#ffffff" if is_dark else INK))
    if square.stands_out:
        inner = {"x": x + 0.6, "y": y + 0.6, "width": grid.wide - GAP - 1.2, "height": grid.high - GAP - 1.2}
        parts.append(tag("rect", **inner, fill="none", stroke=STANDS_OUT, stroke_width=1.3))
    return "".join(parts)


def drawn(mark: Mark, x: float, y: float, size: float, *, is_dark: bool = False) -> str:
    """A mark at a place; on a dark ground it is white."""
    colour = "#ffffff" if is_dark else mark.colour
    parts = [tag("path", d=mark.filled, fill=colour)] if mark.filled else []
    if mark.lines:
        parts.append(
            tag("path", d=mark.lines, fill="none", stroke=colour, stroke_width=1.5, stroke_dasharray=mark.dash)
        )
    return tag("g", *parts, transform=f"translate({number(x)} {number(y)}) scale({number(size / 10)})") if parts else ""


def _hatch() -> str:
    return "".join(
        tag(
            "pattern",
            tag("path", d="M-1 4L4-1M0 5L5 0M1 6L6 1", stroke=colour, stroke_width=0.55, fill="none"),
            id=f"hatch{i}",
            width=5,
            height=5,
            patternUnits="userSpaceOnUse",
        )
        for i, colour in enumerate(HATCHES)
    )


def _legend(matrix: Matrix, language: str, wide: float, y: float) -> str:
    """Shades, marks, hatch and frame, line after line."""
    size, x = 7.0, MARGIN
    parts: list[str] = []
    for draw, words in _entries(matrix, language):
        needed = 15 + width(words, size) + 12
        if x + needed > wide - MARGIN and x > MARGIN:
            x, y = MARGIN, y + 12
        parts += [draw(x, y), block([words], x + 14, y + 7, size)]
        x += needed
    return tag("g", *parts)


def _entries(matrix: Matrix, language: str) -> Iterator[tuple[Draw, str]]:
    def ground(fill: str, *, is_framed: bool = False, is_hatched: bool = False) -> Draw:
        def draw(x: float, y: float) -> str:
            edge = (
                {"stroke": STANDS_OUT, "stroke_width": 1.3} if is_framed else {"stroke": "#aab4bd", "stroke_width": 0.4}
            )
            box = {"x": x, "y": y, "width": 11.0, "height": 8.5}
            return tag("rect", **box, fill=fill, **edge) + (
                tag("rect", **box, fill="url(#hatch0)") if is_hatched else ""
            )

        return draw

    told = [WORDS["no_figure"].of(language), *ranges()]
    told[-1] += f" {WORDS['fit_note'].of(language)}"
    yield from ((ground(shade), words) for shade, words in zip(SHADES, told, strict=True))
    used = {square.state for square in matrix.squares.values()}
    for state, mark in MARKS.items():
        if state in used and state != UNSEARCHED:
            yield partial(_sign, mark), mark.words.of(language)
    yield ground("#ffffff", is_hatched=True), WORDS["unsearched"].of(language)
    yield ground("#ffffff", is_framed=True), WORDS["stands_out"].of(language)


def _sign(mark: Mark, x: float, y: float) -> str:
    return drawn(mark, x + 1.5, y + 0.4, 8.0)


def _all_text(matrix: Matrix, language: str) -> str:
    heads = [head.label.of(language) for head in (*matrix.rows, *matrix.columns)]
    return " ".join([matrix.title.of(language), matrix.answer.of(language), *heads])
