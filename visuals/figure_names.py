"""The names in a figure: countries with the bar of their links, then bodies where there is room, none over another."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from graph.vocabulary import Status
from visuals.bundles import Unit
from visuals.figure_areas import area_names, line_words
from visuals.labels import LEADING, Board, Box, lines_of, widest_word
from visuals.layout import HOME, Room
from visuals.payload import groups_of, used
from visuals.sheet import BODY, FEW, INK, MANY, SOFT, Sheet, tally
from visuals.style import line_of
from visuals.svg import block, tag
from visuals.vendored import width
from visuals.words import WORDS

HUBS = 14  # so many are named before all others
BAR = 46.0  # the width of the longest bar of links
ASIDE = (0.4, -0.4, 0.8, -0.8, 1.2, -1.2, 1.8, -1.8)  # how far the name of a country may move aside, in its size


class Head(NamedTuple):
    """A country's name to be placed: its group, the point it stands above or below."""

    group: str
    x: float
    y: float
    is_below: bool


def names(sheet: Sheet) -> str:
    """Every name there is room for; those with most links come first."""
    board = Board(sheet.box)
    weights = sheet.picture.weights()
    ranked = sorted(
        (unit for unit in sheet.scene.units.values() if not unit.is_fold),
        key=lambda unit: (unit.kind != "Country", -weights[unit.key], unit.key),
    )
    bodies = [unit for unit in ranked if unit.kind != "Country"]
    countries = [unit for unit in ranked if unit.kind == "Country"]
    busy, quiet = ([u for u in bodies if (weights[u.key] >= 2) == is_busy] for is_busy in (True, False))
    is_sparse = len(sheet.scene.units) <= MANY
    _keep_clear(
        sheet.scene.units.values() if is_sparse else [*countries, *busy[:HUBS], *sheet.scene.folds], sheet, board
    )
    parts = _heads(sheet, board) + area_names(sheet, board)
    headed = {f"Country:{region.group}" for region in sheet.scene.layout.regions}
    first = [unit for unit in countries if unit.key not in headed] + busy[:HUBS]
    for named, clear in ((first, []), (busy[HUBS:], busy[HUBS:]), (quiet, quiet)):
        _keep_clear(
            [] if is_sparse else clear, sheet, board
        )  # the names of the quiet ones only where they stand on no node at all
        parts += [_name(unit, sheet, board) for unit in named]
    parts += line_words(sheet, board)
    return tag("g", *parts) if parts else ""


def _keep_clear(units: Iterable[Unit], sheet: Sheet, board: Board) -> None:
    """Let no name stand on these nodes."""
    for unit in units:
        x, y, r, *_ = sheet.spot(unit.key)
        share = 0.9 if unit.is_fold else 0.7
        board.take(Box(x - r * share, y - r * share, r * share * 2, r * share * 2))


def _heads(sheet: Sheet, board: Board) -> list[str]:
    """The home country's name under its node; the others' away from the middle, where no link comes in."""
    counts = tally(sheet.picture)
    longest = max((count.total() for code, count in counts.items() if code != HOME), default=1) or 1
    parts: list[str] = []
    for head in _places(sheet):
        count = counts.get(head.group, Counter())
        parts.append(_head(head, count, min(BAR * count.total() / longest, BAR), sheet, board))
    return [*parts, _home(sheet, board)]


def _places(sheet: Sheet) -> Iterable[Head]:
    for unit in sheet.scene.folds:
        is_below = sheet.scene.layout.spots[unit.key].y > 0 or unit.group == HOME
        x, y, r, *_ = sheet.spot(unit.key)
        yield Head(unit.group, x, y + (r + 2.5) * (1 if is_below else -1), is_below)
    for region in sheet.scene.layout.regions:
        if region.group != HOME or f"Country:{HOME}" not in sheet.picture.dots:
            x, y = sheet.at(region.x, region.y + math.copysign(region.ry, region.y))
            yield Head(region.group, x, y, region.y > 0)


def _head(head: Head, count: Counter[str], long: float, sheet: Sheet, board: Board) -> str:
    """A country's name, how many links it has, and a bar that parts them by status; two make way for each other."""
    size, total = sheet.head, count.total()
    y = head.y + (size + 3 if head.is_below else -8)
    name = groups_of(sheet.picture.dots.values())[head.group].of(sheet.language)
    words = f"{name} {total}" if total else f"{name} · {WORDS['no_links'].of(sheet.language)}"
    wide = width(words, size, 700)
    frame = sheet.box
    x = min(max(head.x, frame.x + wide / 2), frame.x + frame.w - wide / 2)
    reach = max(wide, long) + 4
    box = Box(x - reach / 2, y - size, reach, size + 8)
    away = box.h * (1 if head.is_below else -1)
    moves = [(0.0, 0.0), (0.0, away), (0.0, -away), *((bx * size, 0.0) for bx in ASIDE)]
    free = ((bx, by) for bx, by in moves if board.free(box._replace(x=box.x + bx, y=box.y + by)))
    bx, by = next(free, moves[0])
    x, y = x + bx, y + by
    board.take(box._replace(x=x - reach / 2, y=y - size))
    left = x - max(long, 4.0) / 2
    parts = [block([words], x, y, size, weight=700, anchor="middle", halo=True, fill=INK if total else SOFT)]
    for status in used(Status, count):
        part = max(long, 4.0) * count[status] / total
        parts.append(tag("rect", x=left, y=y + 2.6, width=part, height=2.8, fill=line_of(status).light))
        left += part
    return tag("g", *parts)


def _home(sheet: Sheet, board: Board) -> str:
    """The name of the home country where it stands open, larger than the others'."""
    unit = sheet.scene.units.get(f"Country:{HOME}")
    is_open = any(region.group == HOME for region in sheet.scene.layout.regions)
    if unit is None or unit.is_fold or not is_open:
        return ""
    x, y, r, *_ = sheet.spot(unit.key)
    size = sheet.head + 2.4
    wide = width(unit.label.of(sheet.language), size, 700)
    board.take(Box(x - wide / 2 - 2, y + r, wide + 4, size + 3))
    return block([unit.label.of(sheet.language)], x, y + r + size, size, weight=700, anchor="middle", halo=True)


def _name(unit: Unit, sheet: Sheet, board: Board) -> str:
    """The node's name at the first side where there is room; nothing where there is none."""
    room = sheet.scene.layout.spots[unit.key].room  # what the arrangement keeps for the name
    is_head = unit.kind == "Country" or (room is not None and room.side == "below")
    weight, size = (700, sheet.head) if is_head else (400, sheet.body)
    words = unit.label.of(sheet.language)
    if room is None:
        shapes = [(size, lines) for lines in _shapes(words, size, weight, is_roomy=len(sheet.scene.units) <= FEW)]
    else:
        shapes = [_fitted(words, (size, size - sheet.body + BODY), weight, room, sheet)]
    for points, lines in shapes:
        wide, high = max(width(line, points, weight) for line in lines), len(lines) * points * LEADING
        sides = _sides(unit, sheet, wide, high)
        for left, top in sides.values() if room is None else [sides[room.side]]:
            box = Box(left - 1, top, wide + 2, high)
            if board.free(box):
                board.take(box)
                return block(lines, left, top + points * 0.98, points, weight=weight, halo=True)
    return ""


def _fitted(words: str, sizes: tuple[float, float], weight: int, room: Room, sheet: Sheet) -> tuple[float, list[str]]:
    """The name as it fits the room that is kept for it, at the larger size if nothing is cut, else at the smaller."""
    made: list[tuple[float, list[str]]] = []
    for size in sizes:
        most = max(1, min(3, int(room.high * sheet.scale / (size * LEADING))))
        made.append((size, lines_of(words, size, max(room.wide * sheet.scale - 6, 20), most, weight)))
    return next((one for one in made if not one[1][-1].endswith("…")), made[-1])


def _shapes(words: str, size: float, weight: int, *, is_roomy: bool) -> Iterable[list[str]]:
    """The name as lines: whole where there is much room, then shorter."""
    widest = widest_word(words, size, weight)
    for wide, most in ((18 * size, 3), (9.7 * size, 2)) if is_roomy else ((9.7 * size, 2),):
        room = max(wide, min(widest, 15.3 * size))
        # a word wider than that would be torn: one line that ends in an ellipsis instead
        yield lines_of(words, size, room, most if widest <= room else 1, weight)


def _sides(unit: Unit, sheet: Sheet, wide: float, high: float) -> dict[str, tuple[float, float]]:
    """The corner of a name at each side of its node, in the order in which they are tried."""
    x, y, r, *_ = sheet.spot(unit.key)
    gap = r + 1.4
    return {
        "right": (x + gap, y - high / 2),
        "left": (x - gap - wide, y - high / 2),
        "below": (x - wide / 2, y + gap),
        "above": (x - wide / 2, y - gap - high),
    }
