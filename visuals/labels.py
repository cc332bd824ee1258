"""Names on paper: cut into lines that fit, and placed so that none stands on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from visuals import thai
from visuals.vendored import legible, width

LEADING = 1.2
CELL = 40.0
WHOLE = 0.6  # Thai that takes no more of a line stays together, where spaces part it


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
    for piece in _pieces(legible(text), size, wide, weight):
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
        if piece and not thai.clings(piece, character):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def widest_word(text: str, size: float, weight: int = 400) -> float:
    """How wide a line must be so that no word of the text is torn or cut."""
    return max(width(piece, size, weight) for word in legible(text).split(" ") for piece in _words(word))


def _words(word: str) -> Sequence[str]:
    """What stands between two spaces, parted where a line may break all the same."""
    return thai.words(word) if thai.has_thai(word) else (word,)


def _pieces(text: str, size: float, wide: float, weight: int) -> Iterator[str]:
    """Words with the space before them; Thai that fills much of a line in its words, what is wider in its clusters."""
    for index, word in enumerate(text.split(" ")):
        space = "" if index == 0 else " "
        whole = width(word, size, weight)
        if whole <= wide * (WHOLE if thai.has_thai(word) else 1):
            yield space + word
            continue
        for part in _words(word):
            if width(part, size, weight) <= wide:
                yield space + part
            else:
                yield from clusters(space + part)
            space = ""


def _shortened(line: str, size: float, wide: float, weight: int) -> str:
    parts = list(clusters(line.strip()))
    while parts and width("".join(parts).rstrip() + "…", size, weight) > wide:
        parts.pop()
    return "".join(parts).rstrip(" (-–,") + "…"


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // CELL), int((box.x + box.w) // CELL) + 1):
        for row in range(int(box.y // CELL), int((box.y + box.h) // CELL) + 1):
            yield column, row
