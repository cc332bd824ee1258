"""How wide the columns of a table stand, and how many of its rows a place has room for."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

from bubble.documents.blocks import Inline, Table
from bubble.documents.office.widths import columns_of

_LETTER = 0.56
"""The width of a letter against the size of its words, a little more than most fonts need."""
_WIDER = 1.1
"""How much wider than ours the letters of a document may be, whose fonts we do not know."""
_SIDES = 11.0
"""What a cell keeps free at both its sides, in points, as Word does where nobody says otherwise."""
_LINE, _EDGES = 1.25, 5.0


def text_of_cell(cell: Inline) -> str:
    """The words of a cell."""
    return "".join(run.text for run in cell)


def widths_of(block: Table, room: float, size: float) -> list[float]:
    """The widths of the columns, together as wide as the room: no word broken where there is room for all words.

    room, size: in points; size is that of the words.
    """
    return columns_of(block, room, (size * _WIDER,), _SIDES)[1]


def rows_within(block: Table, widths: Sequence[float], high: float, size: float) -> int:
    """How many rows, at least one, have room below the headings and above one more line."""
    left = high - _deep([column.label for column in block.columns], widths, size) - size * _LINE - _EDGES
    for n, row in enumerate(block.rows):
        left -= _deep([text_of_cell(cell) for cell in row], widths, size)
        if left < 0:
            return max(n, 1)
    return len(block.rows)


def _long(word: str) -> int:
    """How many letters stand beside each other; signs above and below a Thai letter take no room."""
    return sum(unicodedata.category(letter) != "Mn" for letter in word)


def _deep(texts: Sequence[str], widths: Sequence[float], size: float) -> float:
    lines = [
        sum(math.ceil(max(_long(line), 1) * size * _LETTER / max(wide - 7, 1)) for line in text.split("\n"))
        for text, wide in zip(texts, widths, strict=True)
    ]
    return max(lines, default=1) * size * _LINE + _EDGES
