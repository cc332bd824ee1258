"""Text in pieces between which its lines may break: words of Thai, parts of addresses; and their room in a table.

typst finds the words of Thai by a model that parts names and compounds wrongly (limited, Cambodia, halal); ours are
those of the figures (`visuals.thai`). A piece that is `whole` is set so that no line breaks inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from visuals.picture import shown
from visuals.thai import clings, has_thai, words
from visuals.vendored import width

PAGE = 482.0
"""What an A4 page has between its margins, in points; the template has the same."""
BODY, CELL, NOTE, TITLE, LEAD, CODE = 10.5, 9.0, 8.5, 20.0, 12.5, 7.8
"""Sizes of text in points; the template has the same."""
_LONG = 28  # letters without a space from which an address may break at its joints although it would fit a line
_TOKEN = re.compile(r"\s+|[^\s]+")
_JOINT = re.compile(r"(?<=[/?&=_.,;:%#+@|-])(?![/?&=_.,;:%#+@|-])")


class Piece(NamedTuple):
    """Some text, and whether no line may break inside it."""

    text: str
    is_whole: bool


def pieces(text: str, size: float = BODY, room: float = PAGE) -> list[Piece]:
    """The text, made safe to see, in pieces that fit a line of that room at that size of text."""
    return list(_merged(_pieces(shown(text), size, room)))


def widest(parts: Sequence[Piece], size: float) -> float:
    """How wide the widest part is that no line may break."""
    tokens = (token for part in parts for token in ([part.text] if part.is_whole else part.text.split()))
    return max((width(token, size, 700) for token in tokens), default=0.0)


def fitted(text: str, size: float, room: float) -> str:
    """The text on one line: its end gives way to three dots where it is too long."""
    told = shown(text)
    if width(told, size) <= room:
        return told
    while told and width(told + "…", size) > room:
        cut = len(told) - 1
        while cut and clings(told[:cut], told[cut:]):
            cut -= 1
        told = told[:cut]
    return told.rstrip() + "…"


def _pieces(text: str, size: float, room: float) -> Iterator[Piece]:
    for token in _TOKEN.findall(text):
        for word in words(token) if has_thai(token) else (token,):
            is_thai = has_thai(word)
            if width(word, size, 700) <= room and (is_thai or len(word) < _LONG):
                yield Piece(word, is_thai)
                continue
            for part in _JOINT.split(word):
                if width(part, size, 700) <= room:
                    yield Piece(part, is_thai)
                else:
                    yield from (Piece(cut, is_whole=True) for cut in _cut(part, size, room))


def _cut(word: str, size: float, room: float) -> Iterator[str]:
    """A word that no line can hold, in parts that fit; a letter stays with its marks."""
    at, reach = 0, 0.0
    for i, letter in enumerate(word):
        reach += width(letter, size, 700)
        if reach > room and i > at and not clings(word[:i], word[i:]):
            yield word[at:i]
            at, reach = i, width(letter, size, 700)
    yield word[at:]


def _merged(parts: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces with words and spaces that may break anyway in one; a piece of an address stays one of its own."""
    told = ""
    for part in parts:
        if part.is_whole or not told or told[-1].isspace() or part.text.isspace():
            if part.is_whole:
                if told:
                    yield Piece(told, is_whole=False)
                yield part
                told = ""
            else:
                told += part.text
        else:
            yield Piece(told, is_whole=False)
            told = part.text
    if told:
        yield Piece(told, is_whole=False)
