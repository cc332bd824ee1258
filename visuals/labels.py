"""Names on paper: cut into lines that fit, and placed so that none stands on another."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from visuals.vendored import width

LEADING = 1.2
CELL = 40.0
TRAILING = "\u200c\u200d\u0e30\u0e32\u0e33\u0e45\u0e46\u0e2f"  # they belong to what stands before them
LEADING_VOWELS = "เแโใไ"  # they belong to the consonant after them


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float


class Board:
    """The boxes already taken, in cells, so that asking is cheap."""

    def __init__(self, frame: Box) -> None:
        """An empty board; what leaves the frame is never free."""
        self.frame = frame
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def free(self, box: Box) -> bool:
        """Whether the box lies in the frame and touches no other."""
        f = self.frame
        if box.x < f.x or box.y < f.y or box.x + box.w > f.x + f.w or box.y + box.h > f.y + f.h:
            return False
        return not any(
            b.x < box.x + box.w and box.x < b.x + b.w and b.y < box.y + box.h and box.y < b.y + b.h
            for cell in _cells(box)
            for b in self._cells.get(cell, ())
        )

    def take(self, box: Box) -> None:
        """Keep the box's place."""
        for cell in _cells(box):
            self._cells[cell].append(box)


def lines_of(text: str, size: float, wide: float, most: int, weight: int = 400) -> list[str]:
    """The text in at most `most` lines of that width; what does not fit ends in an ellipsis."""
    lines = [""]
    for piece in _pieces(text, size, wide, weight):
        if width((lines[-1] + piece).strip(), size, weight) <= wide:
            lines[-1] += piece
        elif len(lines) < most:
            lines.append(piece.lstrip())
        else:
            lines[-1] = _shortened(lines[-1] + piece, size, wide, weight)
            break
    return [line.strip() for line in lines]


def clusters(text: str) -> Iterator[str]:
    """The text in pieces that may not be torn apart: a letter with its marks, a Thai vowel before its consonant."""
    piece = ""
    for character in text:
        joins = unicodedata.category(character) in ("Mn", "Mc", "Me") or character in TRAILING
        if piece and not joins and piece[-1] not in LEADING_VOWELS:
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _pieces(text: str, size: float, wide: float, weight: int) -> Iterator[str]:
    """Words with the space before them; a word wider than a line in its clusters."""
    for index, word in enumerate(text.split(" ")):
        piece = word if index == 0 else " " + word
        if width(word, size, weight) <= wide:
            yield piece
        else:
            yield from clusters(piece)


def _shortened(line: str, size: float, wide: float, weight: int) -> str:
    parts = list(clusters(line.strip()))
    while parts and width("".join(parts).rstrip() + "…", size, weight) > wide:
        parts.pop()
    return "".join(parts).rstrip(" (-–,") + "…"


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // CELL), int((box.x + box.w) // CELL) + 1):
        for row in range(int(box.y // CELL), int((box.y + box.h) // CELL) + 1):
            yield column, row
