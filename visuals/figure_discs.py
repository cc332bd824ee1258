"""The groups of a large picture on a figure: discs, each with its name, how much it holds, and its links as a bar."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from graph.kinds import NODES
from graph.vocabulary import Status
from visuals.bundles import Unit
from visuals.labels import LEADING, Board, Box, lines_of, widest_word
from visuals.payload import used
from visuals.sheet import INK, PLAIN, SMALL, SOFT, Sheet
from visuals.style import line_of
from visuals.svg import block, tag
from visuals.vendored import width
from visuals.words import WORDS

TINT = 0.15  # how much of its kind's colour a disc has
LARGEST = 13.0  # the size of a name
RIM = 1.5  # between words and the rim of a disc
BAR, THICK = 46.0, 2.8  # the longest bar of links, and how thick it is


class Told(NamedTuple):
    """A line of text in or beside a disc: its words, size and weight."""

    words: str
    size: float
    weight: int


def disc_look(kind: str) -> dict[str, object]:
    """How a disc is painted: a tint through which nothing is seen, and a rim in the colour of its kind."""
    colour = NODES[kind].colour if kind in NODES else PLAIN
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    tint = "#" + "".join(f"{round(255 * (1 - TINT) + part * TINT):02x}" for part in parts)
    return {"fill": tint, "stroke": colour, "stroke_width": 0.8}


def disc_names(sheet: Sheet) -> str:
    """Name, counts and bar in each disc where they fit, else beside it where there is room; the fullest come first."""
    counts = _links_of(sheet)
    most = max((count.total() for count in counts.values()), default=0) or 1
    board = Board(sheet.box)
    units = sorted(sheet.scene.units.values(), key=lambda unit: (-len(unit.members), unit.key))
    for unit in units:
        x, y, r, *_ = sheet.spot(unit.key)
        board.take(Box(x - r * 0.8, y - r * 0.8, r * 1.6, r * 1.6))
    parts = [_disc_name(sheet, unit, counts[unit.key], most, board) for unit in units]
    return tag("g", *parts) if any(parts) else ""


def _links_of(sheet: Sheet) -> dict[str, Counter[str]]:
    """How many links touch each group, by status; lines of one kind and id are one link."""
    owner = {key: unit.key for unit in sheet.scene.units.values() for key in unit.members}
    seen = {
        (owner[end], link.kind, link.id, link.status)
        for link in sheet.picture.links.values()
        for end in (link.source, link.target)
    }
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, _, _, status in seen:
        counts[key][status] += 1
    return counts


def _disc_name(sheet: Sheet, unit: Unit, count: Counter[str], most: int, board: Board) -> str:
    x, y, r, *_ = sheet.spot(unit.key)
    long = max(BAR * math.sqrt(count.total() / most), 4.0) if count else 0.0
    all_counts = _counted(sheet, unit)
    for counted, bar in ((all_counts, long), (all_counts[:1], 0.0)):
        for told in _shapes(sheet, unit, r, counted):
            if _fits(told, r, bar):
                return _inside(told, x, y, count, min(bar, r))
    for told in _beside(sheet, unit):
        wide, high = max(width(t.words, t.size, t.weight) for t in told), sum(t.size for t in told) * LEADING
        for left, top in (
            (x - wide / 2, y + r + 1.5),
            (x - wide / 2, y - r - 1.5 - high),
            (x + r + 2, y - high / 2),
            (x - r - 2 - wide, y - high / 2),
        ):
            box = Box(left - 1, top, wide + 2, high)
            if board.free(box):
                board.take(box)
                return tag("g", *_written(told, left + wide / 2, top, halo=True))
    least = ([Told(all_counts[0], SMALL, 400)], [Told(f"{len(unit.members):,}", SMALL, 400)])
    for told in (*_shapes(sheet, unit, r, ()), *least):
        if _fits(told, r, 0.0):
            return _inside(told, x, y, count, 0.0)
    return ""


def _shapes(sheet: Sheet, unit: Unit, r: float, counted: Sequence[str]) -> Iterator[list[Told]]:
    """The name at several sizes over the counts, for inside a disc of that radius."""
    name = unit.label.of(sheet.language)
    largest = min(max(r / 4.2, SMALL), LARGEST)
    for size in (largest, largest * 0.85, largest * 0.7, SMALL):
        if size < SMALL or widest_word(name, size, 700) > 2 * r:
            continue
        small = max(size * 0.8, SMALL)
        for wide in (2 * r - 8, 1.6 * r, 1.25 * r):
            lines = lines_of(name, size, max(wide, 10.0), 4, 700)
            if not lines[-1].endswith("…"):
                yield [Told(line, size, 700) for line in lines] + [Told(words, small, 400) for words in counted]


def _beside(sheet: Sheet, unit: Unit) -> Iterator[list[Told]]:
    """The name for beside a disc: with what it holds, then by itself, then as short as may be."""
    name = unit.label.of(sheet.language)
    lines = [Told(line, sheet.body, 700) for line in lines_of(name, sheet.body, 15 * sheet.body, 2, 700)]
    yield [*lines, Told(" · ".join(_counted(sheet, unit)), SMALL, 400)]
    yield lines
    yield [Told(lines_of(name, SMALL, 8 * SMALL, 1, 700)[0], SMALL, 700)]


def _counted(sheet: Sheet, unit: Unit) -> Sequence[str]:
    inside = WORDS["bodies"].of(sheet.language).format(count=f"{len(unit.members):,}")
    if not unit.all_links:
        return inside, WORDS["no_links"].of(sheet.language)
    return inside, WORDS["count_links"].of(sheet.language).format(count=f"{unit.all_links:,}")


def _fits(told: Sequence[Told], r: float, bar: float) -> bool:
    """Whether all corners of the lines, and the bar under them, lie within the disc."""
    high = _high(told, bar)
    top = -high / 2
    for line in told:
        far = max(abs(top), abs(top + line.size * LEADING))
        if math.hypot(far, width(line.words, line.size, line.weight) / 2) > r - RIM:
            return False
        top += line.size * LEADING
    return math.hypot(high / 2, 2.0) <= r - RIM


def _high(told: Sequence[Told], bar: float) -> float:
    return sum(line.size for line in told) * LEADING + (THICK + 2.5 if bar else 0.0)


def _inside(told: Sequence[Told], x: float, y: float, count: Counter[str], long: float) -> str:
    top = y - _high(told, long) / 2
    parts = _written(told, x, top, halo=False)
    left, bottom = x - long / 2, top + sum(line.size for line in told) * LEADING + 2.5
    for status in used(Status, count) if long else []:
        part = long * count[status] / count.total()
        parts.append(tag("rect", x=left, y=bottom, width=part, height=THICK, fill=line_of(status).light))
        left += part
    return tag("g", *parts)


def _written(told: Sequence[Told], x: float, top: float, *, halo: bool) -> list[str]:
    """The lines, centred under each other."""
    parts: list[str] = []
    for line in told:
        y = top + line.size * 0.98
        fill = INK if line.weight == 700 else SOFT
        parts.append(block([line.words], x, y, line.size, weight=line.weight, anchor="middle", halo=halo, fill=fill))
        top += line.size * LEADING
    return parts
