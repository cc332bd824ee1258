"""How wide a table's columns stand, so that no word of a cell is torn, and how large its letters then may be."""

from __future__ import annotations

from collections.abc import Sequence

from bubble.documents.blocks import Inline, Table
from visuals.labels import widest_word
from visuals.picture import shown

LONGEST = 0.3
"""No word asks for more of the room than this share; an address may be torn."""


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
    return size, _shared(shares if sum(shares) else [1.0] * len(shares), least, room)


def _least(table: Table, place: int, size: float, room: float, inset: float) -> float:
    head = widest_word(shown(table.columns[place].label), size, 700)
    words = {word for row in table.rows for word in plain(row[place]).split()}
    # cells in bold are rare, and a reader's font may be a little wider
    wide = max((widest_word(word, size) for word in words), default=0.0) * 1.04
    return min(max(head, wide) + inset + 1, room * LONGEST)


def _shared(shares: Sequence[float], least: Sequence[float], room: float) -> list[float]:
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


def _levelled(least: Sequence[float], room: float) -> list[float]:
    """Each its least up to the one width at which all fit."""
    left, ordered = room, sorted(least)
    for place, width in enumerate(ordered):
        level = left / (len(ordered) - place)
        if width >= level:
            return [min(each, level) for each in least]
        left -= width
    return list(least)
