"""What a view arranged, on a figure: soft boxes with headings that count, and the words that stand on lines."""

from __future__ import annotations

from collections import Counter

from graph.vocabulary import Status
from visuals.labels import Board, Box, lines_of
from visuals.layout import Area
from visuals.payload import used
from visuals.sheet import BODY, HEAD, INK, SMALL, SOFT, Sheet
from visuals.style import line_of
from visuals.svg import block, tag
from visuals.vendored import width

BAR, LEAST_BAR = 26.0, 10.0  # the width of the longest bar beside a heading, less where a name would be cut
WORDS = HEAD - 0.8


def boxes(sheet: Sheet) -> str:
    """The boxes, to stand behind everything."""
    parts: list[str] = []
    for area in sheet.scene.layout.areas:
        x, y = sheet.at(area.x - area.rx, area.y - area.ry)
        wide, high = 2 * area.rx * sheet.scale, 2 * area.ry * sheet.scale
        parts.append(tag("rect", x=x, y=y, width=wide, height=high, rx=4.0))
    return tag("g", *parts, fill="#f3f6f9", stroke="#ccd6df", stroke_width=0.5) if parts else ""


def area_names(sheet: Sheet, board: Board) -> list[str]:
    """The headings of the boxes, each with the number of its links and a bar that parts them by status."""
    areas = [(area, _links_at(sheet, area)) for area in sheet.scene.layout.areas]
    most = max((count.total() for _, count in areas), default=1) or 1
    spare = [
        (_room(sheet, area) - 4 - width(_words(sheet, area, count), WORDS, 700)) * most / count.total()
        for area, count in areas
        if area.counted and count
    ]
    unit = min(BAR, max(LEAST_BAR, min(spare, default=BAR))) / most
    return [_heading(sheet, area, count, unit, board) for area, count in areas]


def _room(sheet: Sheet, area: Area) -> float:
    return 2 * area.rx * sheet.scale - 8


def _words(sheet: Sheet, area: Area, count: Counter[str]) -> str:
    return area.heading.of(sheet.language) + (f" {count.total()}" if area.counted else "")


def _links_at(sheet: Sheet, area: Area) -> Counter[str]:
    keys = set(area.counted)
    found = {
        (link.kind, link.id, link.status)
        for link in sheet.picture.links.values()
        if link.source in keys or link.target in keys
    }
    return Counter(status for _, _, status in found)


def _heading(sheet: Sheet, area: Area, count: Counter[str], unit: float, board: Board) -> str:
    """The heading of a box; `unit` is how long the bar is for each link."""
    total = count.total()
    bar = unit * total if area.counted else 0.0
    room = _room(sheet, area) - (bar + 4 if bar else 0)
    words = _words(sheet, area, count)
    if room < 12 or not words:
        return ""
    line = lines_of(words, WORDS, room, 1, 700)[0]
    x, y = sheet.at(area.x, area.y - area.ry)
    long = width(line, WORDS, 700) + (bar + 4 if bar else 0)
    half = area.rx * sheet.scale - 4
    left = {"right": x + half - long, "middle": x - long / 2}.get(area.align, x - half)
    box = Box(left, y + 1.5, long, HEAD + 1)
    if not board.free(box):
        return ""
    board.take(box)
    fill = SOFT if area.counted and not total else INK
    parts = [block([line], left, y + HEAD, WORDS, weight=700, halo=True, fill=fill)]
    at = left + long - bar
    for status in used(Status, count):
        part = bar * count[status] / total
        parts.append(tag("rect", x=at, y=y + HEAD - 4.4, width=part, height=2.8, fill=line_of(status).light))
        at += part
    return tag("g", *parts)


def line_words(sheet: Sheet, board: Board) -> list[str]:
    """The word or figure of a line on the first of some places of it that are free."""
    parts: list[str] = []
    for line in sheet.scene.lines:
        link = line.links[0]
        if line.is_bundle or not link.on_line or line.source == line.target:
            continue
        ax, ay, *_ = sheet.spot(line.source)
        bx, by, *_ = sheet.spot(line.target)
        via = (ax + bx) / 2 - (by - ay) * line.bend, (ay + by) / 2 + (bx - ax) * line.bend
        words = lines_of(link.on_line, SMALL, 60, 1, 700)
        long = width(words[0], SMALL, 700)
        for t in (0.5, 0.4, 0.6, 0.3, 0.7):
            x = (1 - t) ** 2 * ax + 2 * t * (1 - t) * via[0] + t * t * bx
            y = (1 - t) ** 2 * ay + 2 * t * (1 - t) * via[1] + t * t * by
            box = Box(x - long / 2 - 1, y - BODY / 2, long + 2, BODY)
            if board.free(box):
                board.take(box)
                colour = line_of(link.status).light
                parts.append(block(words, x, y + 2.2, SMALL, weight=700, anchor="middle", halo=True, fill=colour))
                break
    return parts
