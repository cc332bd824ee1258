"""How wide a table's columns stand, so that no word of a cell is torn, and how large its letters then may be."""

from __future__ import annotations

from collections.abc import Sequence

from bubble.documents.blocks import Inline, Table
from bubble.documents.widths import shared
from visuals.labels import widest_word
from visuals.picture import shown
from visuals.thai import has_thai

LONGEST = 0.3
"""No word asks for more of the room than this share."""
SHORT = 7
"""What is too long for a word of a language asks for so many times the size of its letters."""


def plain(inline: Inline) -> str:
    """The words of a cell or paragraph, with its numbers of sources."""
    return "".join(shown(run.text) + "".join(f"[{number}]" for number in run.cites) for run in inline)


def columns_of(table: Table, room: float, sizes: Sequence[float], inset: float) -> tuple[float, list[float]]:
    """The largest of the sizes, from the first on, at which all words fit, and the width of each column.

    `room` and `inset`, what a cell keeps free at both sides together, are in points as the sizes are.
    """
    size, least = sizes[-1], [0.0]
    for size in sizes:
        least = [_least(table, place, size, room, inset) for place in range(len(table.columns))]
        if sum(least) <= room:
            break
    shares = [max(column.share, 0.0) for column in table.columns]
    return size, shared(shares if sum(shares) else [1.0] * len(shares), least, room)


def _least(table: Table, place: int, size: float, room: float, inset: float) -> float:
    head = widest_word(shown(table.columns[place].label), size, 700)
    words = {word for row in table.rows for word in plain(row[place]).split()}
    wide = max((_asks(word, size) for word in words), default=0.0)
    # cells in bold are rare, and a reader's font may be a little wider
    return min(max(head, wide) * 1.06 + inset + 1, room * LONGEST)


def _asks(word: str, size: float) -> float:
    """How wide a line must be for a word; an address or a number of a file may be torn."""
    wide = widest_word(word, size)
    return min(wide, SHORT * size) if len(word) > 20 and not has_thai(word) else wide
