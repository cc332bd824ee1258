"""A line of glyphs as operators that show it, such that every reader gets each letter once and in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from visuals.pdf.geometry import numbers
from visuals.pdf.objects import string
from visuals.pdf.text import Face, Glyph


class Spot(NamedTuple):
    """A glyph and where it starts, in thousandths of the size."""

    glyph: Glyph
    at: float


class Piece(NamedTuple):
    """A letter with the marks on it. A reader that sorts by place would else move a mark to the next letter."""

    spots: tuple[Spot, ...]

    @property
    def is_raised(self) -> bool:
        """Whether a mark stands higher or lower than the font has it; then text can't show the piece in one go."""
        return any(spot.glyph.dy for spot in self.spots)

    @property
    def shapes(self) -> tuple[Spot, ...]:
        """What is drawn as shapes: a raised piece, whose text is then invisible, and glyphs without a letter."""
        return self.spots if self.is_raised else tuple(spot for spot in self.spots if not spot.glyph.letters)

    @property
    def letters(self) -> str:
        """The letters it stands for."""
        return "".join(spot.glyph.letters for spot in self.spots)


def spots_of(glyphs: Sequence[Glyph]) -> Iterator[Spot]:
    """The glyphs, each where it starts."""
    at = 0.0
    for glyph in glyphs:
        yield Spot(glyph, at)
        at += glyph.advance


def pieces_of(glyphs: Sequence[Glyph]) -> Iterator[Piece]:
    """The glyphs in pieces; marks have no width of their own."""
    piece: list[Spot] = []
    for spot in spots_of(glyphs):
        if piece and spot.glyph.advance:
            yield Piece(tuple(piece))
            piece = []
        piece.append(spot)
    if piece:
        yield Piece(tuple(piece))


def shown(pieces: Iterable[Piece], face: Face) -> Iterator[str]:
    """The operators between BT and ET; letters without marks run on, a piece with marks is told as one."""
    pen_at, codes = 0.0, list[str]()
    for piece in pieces:
        is_marked = len(piece.spots) > 1
        if is_marked:
            yield f"[{' '.join(codes)}] TJ /Span << /ActualText {string(piece.letters)} >> BDC"
            codes = []
        for glyph, at in piece.spots:
            if glyph.letters:
                if abs(gap := at + glyph.dx - pen_at) > 0.05:
                    codes.append(numbers(-gap))
                    pen_at += gap
                codes.append(f"<{face.number(glyph):04X}>")
                pen_at += face.width(glyph)
        if is_marked:
            mode, back = ("3 Tr ", " 0 Tr") if piece.is_raised else ("", "")
            yield f"{mode}[{' '.join(codes)}] TJ{back} EMC"
            codes = []
    yield f"[{' '.join(codes)}] TJ"
