"""The words of typst's pages made such that every reader copies them right.

typst tells of a letter and its marks as one piece (ActualText), which pypdf does not read, and tells it twice where a
mark stands higher than the font has it, as in ทั้ง and ฝั่ง. So, as in the figures (`visuals.pdf`), each pair of a glyph
and the letters it stands for gets a number of its own; the first glyph of a piece stands for all of it and the others
for nothing; a mark that typst set apart is drawn as a shape, which nobody reads twice.
"""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

import uharfbuzz as _harfbuzz  # pyright: ignore[reportMissingTypeStubs]

from bubble.documents.pdf.tokens import meant, operations, shown_parts
from visuals.pdf.geometry import numbers
from visuals.pdf.text import letters_table, outline_in

harfbuzz: Any = _harfbuzz  # it comes without types
_TOLD = re.compile(rb"/ActualText\s*(?:<FEFF([0-9A-Fa-f]*)>|(\(.*\)))", re.DOTALL)
_LETTERS = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")


def readable(pdf: bytes) -> bytes:
    """The same pages, on which every word is read back once and whole."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    fonts: dict[int, Font] = {}
    for page in writer.pages:
        held: dict[bytes, Font] = {}
        named: Any = page["/Resources"].get_object().get("/Font", {})
        for name in named:
            # A font of the other kind (PostScript outlines) has no table in which a glyph could have two numbers.
            if named[name]["/DescendantFonts"][0]["/Subtype"] == "/CIDFontType2":
                number = named.raw_get(name).idnum
                held[name.encode()] = fonts.setdefault(number, fonts.get(number) or Font(named[name]))
        contents: Any = page["/Contents"].get_object()
        contents.set_data(_Page(held).rewritten(contents.get_data()))
    for font in fonts.values():
        font.put(writer)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


class Font:
    """A font of the file: what its glyphs stand for and how wide they are, and the numbers they get."""

    def __init__(self, held: Any) -> None:
        """The font as typst wrote it."""
        self.held = held
        self.inner = held["/DescendantFonts"][0].get_object()
        table = held["/ToUnicode"].get_data().partition(b"endcodespacerange")[2]
        self.letters = {int(code, 16): _text(letters) for code, letters in _LETTERS.findall(table)}
        self.widths = _widths(self.inner["/W"])
        self.numbers: dict[tuple[int, str], int] = {}
        self._shapes: dict[int, bytes] = {}
        file = self.inner["/FontDescriptor"]["/FontFile2"].get_data()
        self._outlines = harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob(file)))

    def number(self, glyph: int, letters: str) -> bytes:
        """The number under which the file knows a glyph with these letters, as a string shows it."""
        return b"<%04x>" % self.numbers.setdefault((glyph, letters), len(self.numbers) + 1)

    def shape(self, glyph: int) -> bytes:
        """The outline of a glyph."""
        if glyph not in self._shapes:
            self._shapes[glyph] = outline_in(self._outlines, glyph).encode("ascii")
        return self._shapes[glyph]

    def put(self, writer: Any) -> None:
        """Write the tables of the numbers into the file."""
        from pypdf.generic import ArrayObject, FloatObject, NameObject, NumberObject

        widths = ArrayObject(FloatObject(self.widths.get(glyph, 0)) for glyph, _ in self.numbers)
        self.inner[NameObject("/W")] = ArrayObject([NumberObject(1), widths])
        places = b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph, _ in self.numbers)
        self.inner[NameObject("/CIDToGIDMap")] = _stream(writer, places)
        table = letters_table((number, letters) for (_, letters), number in self.numbers.items())
        self.held[NameObject("/ToUnicode")] = _stream(writer, table.encode("ascii"))


class _Span:
    """A stretch of marked content: the letters it tells, where it begins, and whether a glyph was shown in it yet."""

    def __init__(self, begins: re.Match[bytes]) -> None:
        found = _TOLD.search(begins["mark"] or b"")
        self.letters: str | None = None
        if found:
            self.letters = _text(found[1]) if found[1] is not None else meant(found[2]).decode("latin-1")
        self.begins = begins
        self.is_told = False


class _Edit(NamedTuple):
    start: int
    end: int
    written: bytes


class _Tail(NamedTuple):
    """The operator that showed glyphs last, to which a space can be added: its place among the edits, and its look."""

    place: int
    font: Font
    size: float
    span: _Span | None


class _Page:
    """Rewrites what one page shows."""

    def __init__(self, fonts: dict[bytes, Font]) -> None:
        self.fonts = fonts
        self.font: Font | None = None
        self.size = 0.0
        self.matrix = b"1 0 0 1 0 0"
        self.spans: list[_Span] = []
        self.edits: list[_Edit] = []
        self.last = ("", -1)  # the letters told last, and the glyph that told them
        self.tail: _Tail | None = None

    def rewritten(self, data: bytes) -> bytes:
        """The content with new numbers for its glyphs."""
        for operation in operations(data):
            if operation["end"]:
                self._end()
            elif operation["font"]:
                self.font, self.size = self.fonts.get(operation["font"]), float(operation["size"])
            elif operation["matrix"]:
                self.matrix = operation["matrix"]
            elif operation["show"] is None:
                self.spans.append(_Span(operation))
            elif self.font is None:
                self.last, self.tail = ("", -1), None
                for span in self.spans:
                    span.is_told = True
            elif not self._is_joined(operation, self.font):
                self._show(operation, self.font)
        kept = [(0, 0, b""), *sorted(self.edits), (len(data), len(data), b"")]
        return b"".join(data[before[1] : after[0]] + after[2] for before, after in pairwise(kept))

    def _end(self) -> None:
        span = self.spans.pop()
        if span.letters is not None and not span.is_told:
            # What it told is told already: only a shape is left in it.
            self.edits.append(_Edit(*span.begins.span(), b"/Span BMC"))

    def _span(self) -> _Span | None:
        """The innermost piece whose letters are told."""
        return next((span for span in reversed(self.spans) if span.letters is not None), None)

    def _is_joined(self, operation: re.Match[bytes], font: Font) -> bool:
        """Whether it is a space by itself that is now shown with the word before it: elsewhere pdfium drops it."""
        glyphs = [
            glyph for part in shown_parts(operation["show"]) if isinstance(part, bytes) for glyph in _glyphs(part)
        ]
        if [font.letters.get(glyph) for glyph in glyphs] != [" "] or self._span() is not None or self.tail is None:
            return False
        place, of_tail, size, span = self.tail
        if of_tail is not font or size != self.size:
            return False
        before = self.edits[place]
        space = font.number(glyphs[0], " ") + b"]TJ"
        self.edits[place] = before._replace(written=before.written.replace(b"]TJ", space, 1))
        self.edits.append(_Edit(*operation.span(), b""))
        if span is not None:
            told = f"{span.letters} ".encode("utf-16-be").hex().upper()
            self.edits.append(_Edit(*span.begins.span(), f"/Span<</ActualText<FEFF{told}>>>BDC".encode("ascii")))
        self.last, self.tail = (" ", glyphs[0]), None
        return True

    def _show(self, operation: re.Match[bytes], font: Font) -> None:
        parts, shapes, along, has_glyphs = [b"["], list[bytes](), 0.0, False
        for part in shown_parts(operation["show"]):
            if isinstance(part, float):
                parts.append(b"%g " % part)
                along -= part
                continue
            for glyph in _glyphs(part):
                wide = font.widths.get(glyph, 0.0)
                letters = self._letters(glyph, font)
                if letters is None:
                    parts.append(b"%g " % -wide)
                    shapes.append(self._shape(glyph, along, font))
                else:
                    parts.append(font.number(glyph, letters))
                    has_glyphs = True
                along += wide
        shown = b"".join(parts).replace(b"><", b"") + b"]TJ" if has_glyphs else b""
        if has_glyphs:
            self.tail = _Tail(len(self.edits), font, self.size, self._span())
        if shapes:
            # No path may stand between BT and ET; whatever is shown next sets its own matrix.
            shown += b"\nET\n" + b"\n".join(shapes) + b"\nBT"
        self.edits.append(_Edit(*operation.span(), shown))

    def _letters(self, glyph: int, font: Font) -> str | None:
        """What the glyph is to tell: its piece where it is the first of it, else nothing; None for one set apart."""
        span = self._span()
        if span is not None and span.is_told:
            return ""
        letters = font.letters.get(glyph, "") if span is None else span.letters or ""
        if len(letters) > 1 and letters == self.last[0] and glyph != self.last[1]:
            return None
        self.last = (letters, glyph)
        if span is not None:
            span.is_told = True
        return letters

    def _shape(self, glyph: int, along: float, font: Font) -> bytes:
        scale = self.size / 1000
        place = f"{scale:.5f} 0 0 {scale:.5f} {numbers(along * scale, 0)} cm"
        return b"q %s cm %s %s f Q" % (self.matrix.strip(), place.encode("ascii"), font.shape(glyph))


def _glyphs(means: bytes) -> list[int]:
    return [int.from_bytes(means[at : at + 2], "big") for at in range(0, len(means), 2)]


def _text(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode("ascii")).decode("utf-16-be", "replace")


def _widths(table: Any) -> dict[int, float]:
    """The widths of glyphs: a first number and a list, or a first and a last number and one width for all."""
    widths: dict[int, float] = {}
    entries = iter(table)
    for first in entries:
        second = next(entries)
        if isinstance(second, list):
            several: list[Any] = second
            widths.update({first + i: float(wide) for i, wide in enumerate(several)})
        else:
            widths.update(dict.fromkeys(range(first, second + 1), float(next(entries))))
    return widths


def _stream(writer: Any, data: bytes) -> Any:
    from pypdf.generic import DecodedStreamObject

    stream = DecodedStreamObject()
    stream.set_data(data)
    return writer._add_object(stream.flate_encode())  # noqa: SLF001  pypdf has no other way to add one
