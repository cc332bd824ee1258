"""The names in a figure: countries with the bar of their links, then bodies where there is room, none over another."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from graph.vocabulary import Status
from visuals.figure_areas import area_names, line_words
from visuals.labels import LEADING, Board, Box, lines_of
from visuals.layout import HOME, Region
from visuals.payload import groups_of, used
from visuals.picture import Dot
from visuals.sheet import BODY, HEAD, INK, SOFT, Sheet, tally
from visuals.style import line_of
from visuals.svg import block, tag
from visuals.vendored import width
from visuals.words import WORDS

HUBS = 14  # so many are named before all others
BAR = 46.0  # the width of the longest bar of links


def names(sheet: Sheet) -> str:
    """Every name there is room for; those with most links come first."""
    board = Board(sheet.box)
    weights = sheet.picture.weights()
    dots = sorted(sheet.picture.dots.values(), key=lambda dot: (dot.kind != "Country", -weights[dot.key], dot.key))
    hubs = [dot for dot in dots if weights[dot.key] >= 2 and dot.kind != "Country"][:HUBS]
    countries = [dot for dot in dots if dot.kind == "Country"]
    busy = [dot for dot in dots if weights[dot.key] >= 2 and dot.kind != "Country"][HUBS:]
    quiet = [dot for dot in dots if weights[dot.key] < 2 and dot.kind != "Country"]
    _keep_clear(countries + hubs, sheet, board)
    parts = _heads(sheet, board) + area_names(sheet, board)
    headed = {f"Country:{region.group}" for region in sheet.layout.regions}
    parts += [_name(dot, sheet, board) for dot in countries + hubs if dot.key not in headed]
    _keep_clear(busy, sheet, board)
    parts += [_name(dot, sheet, board) for dot in busy]
    _keep_clear(quiet, sheet, board)  # the names of the quiet ones only where they stand on no node at all
    parts += [_name(dot, sheet, board) for dot in quiet] + line_words(sheet, board)
    return tag("g", *parts) if parts else ""


def _keep_clear(dots: Sequence[Dot], sheet: Sheet, board: Board) -> None:
    """Let no name stand on these nodes."""
    for dot in dots:
        x, y, r, *_ = sheet.spot(dot.key)
        board.take(Box(x - r * 0.7, y - r * 0.7, r * 1.4, r * 1.4))


def _heads(sheet: Sheet, board: Board) -> list[str]:
    """The home country's name under its node; the others' away from the middle, where no link comes in."""
    counts = tally(sheet.picture)
    most = max((count.total() for code, count in counts.items() if code != HOME), default=1)
    return [
        _home(sheet, board)
        if region.group == HOME and f"Country:{HOME}" in sheet.picture.dots
        else _head(region, counts.get(region.group, Counter()), most, sheet, board)
        for region in sheet.layout.regions
    ]


def _head(region: Region, count: Counter[str], most: int, sheet: Sheet, board: Board) -> str:
    """A country's name, how many links it has, and a bar that parts them by status."""
    x, y = sheet.at(region.x, region.y + math.copysign(region.ry, region.y))
    y += HEAD + 7 if region.y > 0 else -8
    total = count.total()
    name = groups_of(sheet.picture.dots.values())[region.group].of(sheet.language)
    words = f"{name} {total}" if total else f"{name} · {WORDS['no_links'].of(sheet.language)}"
    wide = width(words, HEAD, 700)
    board.take(Box(x - wide / 2 - 2, y - HEAD, wide + 4, HEAD + 8))
    long = max(4.0, BAR * total / max(most, 1))
    left = x - long / 2
    parts = [block([words], x, y, HEAD, weight=700, anchor="middle", halo=True, fill=INK if total else SOFT)]
    for status in used(Status, count):
        part = long * count[status] / total
        parts.append(tag("rect", x=left, y=y + 2.6, width=part, height=2.8, fill=line_of(status).light))
        left += part
    return tag("g", *parts)


def _home(sheet: Sheet, board: Board) -> str:
    """The home country's name, larger than the others'."""
    dot = sheet.picture.dots[f"Country:{HOME}"]
    x, y, r, *_ = sheet.spot(dot.key)
    size = HEAD + 2.4
    wide = width(dot.label.of(sheet.language), size, 700)
    board.take(Box(x - wide / 2 - 2, y + r, wide + 4, size + 3))
    return block([dot.label.of(sheet.language)], x, y + r + size, size, weight=700, anchor="middle", halo=True)


def _name(dot: Dot, sheet: Sheet, board: Board) -> str:
    """The node's name at the first of four sides where there is room; nothing where there is none."""
    room = sheet.layout.spots[dot.key].room  # what the arrangement keeps for the name
    is_head = dot.kind == "Country" or (room is not None and room.side == "below")
    weight, size = (700, HEAD) if is_head else (400, BODY)
    words = dot.label.of(sheet.language)
    x, y, r, *_ = sheet.spot(dot.key)
    if room is not None:
        fits = max(1, min(3, int(room.high * sheet.scale / (size * LEADING)))) if " " in words else 1
        lines = lines_of(words, size, max(room.wide * sheet.scale - r, 20), fits, weight)
    else:
        # without spaces (Thai) a line could only be broken inside a word: one longer line instead
        lines = lines_of(words, size, 66, 2, weight) if " " in words else lines_of(words, size, 104, 1, weight)
    wide, high = max(width(line, size, weight) for line in lines), len(lines) * size * LEADING
    gap = r + 1.4
    spots = {
        "right": (x + gap, y - high / 2),
        "left": (x - gap - wide, y - high / 2),
        "below": (x - wide / 2, y + gap),
        "above": (x - wide / 2, y - gap - high),
    }
    for left, top in [spots[room.side]] if room else spots.values():
        box = Box(left - 1, top, wide + 2, high)
        if board.free(box):
            board.take(box)
            return block(lines, left, top + size * 0.98, size, weight=weight, halo=True)
    return ""
