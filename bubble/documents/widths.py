"""How the columns of a table share its width: no word torn, and the whole as low as it can be."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from visuals.labels import widest_word
from visuals.picture import shown
from visuals.vendored import legible, width

SIZE = 9.0
"""The size of letters in a table of a page, in points."""
ROOM = 481.0
"""The width of a page's text, in points; shares hold for any other width."""
MANY = 9
"""Columns from which on cells keep less free, so that words get the room."""
_STEP = 3.0
_LONGEST = 0.3
"""No word asks for more of the room than this share: an address may be torn."""
_SHORT = 72.0
"""What is no wider than this, a name or two words, stands on one line where there is room."""
_BOLD = 700


def inset(columns: int, usual: float = 10.5) -> float:
    """What a cell keeps free at both its sides together, in points, in a table of so many columns."""
    return usual if columns < MANY else usual * 0.6


def shares(labels: Sequence[str], cells: Sequence[Sequence[str]]) -> list[float]:
    """The width of each column, in points of a page, for these headings over these rows."""
    places = range(len(labels))
    rows = [list(labels), *cells]
    naturals = [[_wide(row[place], head=not at) for place in places] for at, row in enumerate(rows)]
    words = [max(_word(row[place], head=not at) for at, row in enumerate(rows)) for place in places]
    names = [max((row[place] for row in naturals[1:]), default=0.0) for place in places]
    free = inset(len(labels))
    least = [min(word, ROOM * _LONGEST) + free for word in words]
    wished = [max(each, name + free) if name <= _SHORT else each for each, name in zip(least, names, strict=True)]
    return _given(wished if sum(wished) <= ROOM else least, naturals)


def lines(cells: Sequence[str], widths: Sequence[float]) -> int:
    """About how many lines a row takes in columns of these widths."""
    free = inset(len(widths))
    return max(ceil(_wide(text, head=False) / (wide - free)) for text, wide in zip(cells, widths, strict=True))


def shared(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """The room by shares, none below its least; where even those are too much the widest give way."""
    if sum(least) >= room:
        return _levelled(least, room)
    widths, free = list(least), set(range(len(shares)))
    while free:
        left = room - sum(widths[place] for place in range(len(shares)) if place not in free)
        whole = sum(shares[place] for place in free)
        given = {place: left * (shares[place] / whole if whole else 1 / len(free)) for place in free}
        short = {place for place in free if given[place] < least[place]}
        if not short:
            for place in free:
                widths[place] = given[place]
            break
        free -= short
    return widths


def _given(least: Sequence[float], naturals: Sequence[Sequence[float]]) -> list[float]:
    """The room handed out bit by bit, each to the column that makes the table lowest by it."""
    widths, free = list(least), inset(len(least))
    while sum(widths) + _STEP <= ROOM:
        gains = [0.0] * len(widths)
        for row in naturals:
            heights = [wide / (have - free) for wide, have in zip(row, widths, strict=True)]
            tallest = max(range(len(widths)), key=heights.__getitem__)
            if heights[tallest] > 1:
                gains[tallest] += heights[tallest] / widths[tallest]
        if not any(gains):
            return [have * ROOM / sum(widths) for have in widths]
        widths[max(range(len(widths)), key=gains.__getitem__)] += _STEP
    return widths


def _wide(text: str, *, head: bool) -> float:
    """How wide the text is on one line."""
    return width(legible(shown(text)), SIZE, _BOLD if head else 400)


def _word(text: str, *, head: bool) -> float:
    return max((widest_word(word, SIZE, _BOLD if head else 400) for word in shown(text).split()), default=0.0)


def _levelled(least: Sequence[float], room: float) -> list[float]:
    """Each its least up to the one width at which all fit."""
    left, ordered = room, sorted(least)
    for place, need in enumerate(ordered):
        level = left / (len(ordered) - place)
        if need >= level:
            return [min(each, level) for each in least]
        left -= need
    return list(least)
