"""How the columns of a table share its width: no word torn, and the whole as low as it can be."""

from __future__ import annotations

from collections.abc import Sequence

from visuals.labels import widest_word
from visuals.picture import shown
from visuals.vendored import legible, width

SIZE = 9.0
"""The size of letters in a table of a page, in points."""
ROOM = 470.0
"""The width of a page's text, in points; shares hold for any other width."""
INSET = 11.0
"""What a cell keeps free at both its sides."""
_STEP = 3.0
_LONGEST = 0.3
"""No word asks for more of the room than this share: an address may be torn."""
_SHORT = 72.0
"""What is no wider than this, a name or two words, stands on one line where there is room."""
_BOLD = 700


def shares(labels: Sequence[str], cells: Sequence[Sequence[str]]) -> list[float]:
    """The width of each column, in points of a page, for these headings over these rows."""
    places = range(len(labels))
    rows = [list(labels), *cells]
    naturals = [[_wide(row[place], head=not at) for place in places] for at, row in enumerate(rows)]
    words = [max(_word(row[place], head=not at) for at, row in enumerate(rows)) for place in places]
    names = [max((row[place] for row in naturals[1:]), default=0.0) for place in places]
    least = [min(word, ROOM * _LONGEST) + INSET for word in words]
    wished = [max(each, name + INSET) if name <= _SHORT else each for each, name in zip(least, names, strict=True)]
    return _given(wished if sum(wished) <= ROOM else least, naturals)


def _given(least: Sequence[float], naturals: Sequence[Sequence[float]]) -> list[float]:
    """The room handed out bit by bit, each to the column that makes the table lowest by it."""
    widths = list(least)
    while sum(widths) + _STEP <= ROOM:
        gains = [0.0] * len(widths)
        for row in naturals:
            heights = [wide / (have - INSET) for wide, have in zip(row, widths, strict=True)]
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
