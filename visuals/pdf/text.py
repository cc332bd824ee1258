"""Words as glyphs of our font, and that font in a file: shaped by HarfBuzz, cut to what is used, readable back.

A reader copies from a PDF what its tables say of each glyph, so every pair of a glyph and the letters it stands for
gets a number of its own. Where one letter became two glyphs (sara am without a tone mark above it), the first is drawn
as a shape and only the second is text; else it would be read twice, or not at all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import uharfbuzz as _harfbuzz  # pyright: ignore[reportMissingTypeStubs]

from visuals.pdf.objects import Objects, dictionary, ref
from visuals.vendored import FAMILY, font_file

harfbuzz: Any = _harfbuzz  # it comes without types
THAI = re.compile(r"[\u0e00-\u0e7f]+(?:[^\u0e00-\u0e7fA-Za-z]+(?=[\u0e00-\u0e7f]))?|[^\u0e00-\u0e7f]+")
DROPPED = ("GSUB", "GPOS", "GDEF", "cmap", "name", "OS/2", "post", "gasp", "DSIG")  # a reader needs none of them
NAMES = {400: "Regular", 700: "Bold"}
MOST = 100  # rows in one part of a table of letters, as Adobe's note 5014 has it


class Glyph(NamedTuple):
    """A glyph, the letters it stands for, how far it moves on and where it is put (thousandths of the size)."""

    id: int
    letters: str
    advance: float
    dx: float
    dy: float


class Face:
    """One weight of the font, and what was used of it."""

    def __init__(self, weight: int) -> None:
        """Nothing used yet."""
        self.weight = weight
        self.numbers: dict[tuple[int, str], int] = {}

    def number(self, glyph: Glyph) -> int:
        """The number under which the file knows this glyph with these letters."""
        return self.numbers.setdefault((glyph.id, glyph.letters), len(self.numbers) + 1)

    def width(self, glyph: Glyph) -> int:
        """How far a reader moves on by itself after this glyph, in thousandths of the size."""
        return round(float(_font(self.weight).get_glyph_h_advance(glyph.id)) * _unit(self.weight))


@cache
def _font(weight: int) -> Any:
    return harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob.from_file_path(str(font_file(weight)))))


@cache
def _unit(weight: int) -> float:
    """Thousandths of the size in one unit of the font."""
    return 1000 / float(_font(weight).face.upem)


def shape(words: str, weight: int) -> list[Glyph]:
    """The words as glyphs from left to right; Thai and other letters are shaped each by their own rules."""
    return [glyph for run in THAI.findall(words) for glyph in _shaped(run, weight)]


def _shaped(run: str, weight: int) -> Iterator[Glyph]:
    buffer = harfbuzz.Buffer()
    buffer.cluster_level = harfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_codepoints([ord(c) for c in run])
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    harfbuzz.shape(_font(weight), buffer)
    infos, positions, unit = buffer.glyph_infos, buffer.glyph_positions, _unit(weight)
    starts = [*sorted({info.cluster for info in infos}), len(run)]
    for start, end in pairwise(starts):
        members = [index for index, info in enumerate(infos) if info.cluster == start]
        for index, letters in zip(members, _parted(run[start:end], len(members)), strict=True):
            at = positions[index]
            yield Glyph(infos[index].codepoint, letters, at.x_advance * unit, at.x_offset * unit, at.y_offset * unit)


def _parted(letters: str, count: int) -> list[str]:
    """Letters shared out among so many glyphs: spare letters with the first, spare glyphs in front without any."""
    if count > len(letters):
        return [""] * (count - len(letters)) + list(letters)
    first = len(letters) - count + 1
    return [letters[:first], *letters[first:]]


def long(glyphs: list[Glyph]) -> float:
    """How far the glyphs reach, in thousandths of the size."""
    return sum(glyph.advance for glyph in glyphs)


@cache
def outline(glyph: int, weight: int) -> str:
    """A glyph's outline as operators, in thousandths, y upwards."""
    return outline_in(_font(weight), glyph)


def outline_in(font: Any, glyph: int) -> str:
    """The same of any font that HarfBuzz has open."""
    unit, told, here = 1000 / float(font.face.upem), list[str](), [0j]

    def points(*values: float) -> str:
        return " ".join(f"{value * unit:.0f}" for value in values)

    def move(x: float, y: float, _: Any) -> None:
        told.append(f"{points(x, y)} m")
        here[0] = complex(x, y)

    def line(x: float, y: float, _: Any) -> None:
        told.append(f"{points(x, y)} l")
        here[0] = complex(x, y)

    def quadratic(via_x: float, via_y: float, x: float, y: float, _: Any) -> None:
        via, end = complex(via_x, via_y), complex(x, y)
        a, b = here[0] + (via - here[0]) * 2 / 3, end + (via - end) * 2 / 3
        told.append(f"{points(a.real, a.imag, b.real, b.imag, x, y)} c")
        here[0] = end

    def close(_: Any) -> None:
        told.append("h")

    draw = harfbuzz.DrawFuncs()
    draw.set_move_to_func(move)
    draw.set_line_to_func(line)
    draw.set_quadratic_to_func(quadratic)
    draw.set_close_path_func(close)
    font.draw_glyph(glyph, draw)
    return " ".join(told)


def box(glyph: int, weight: int) -> tuple[float, float, float, float]:
    """The corners of the box around a glyph, in thousandths, y upwards."""
    found, unit = _font(weight).get_glyph_extents(glyph), _unit(weight)
    if found is None:
        return (0.0, 0.0, 0.0, 0.0)
    left, top = found.x_bearing, found.y_bearing
    return (left * unit, (top + found.height) * unit, (left + found.width) * unit, top * unit)


def embed(face: Face, objects: Objects) -> int:
    """Write what was used of a face into the file and get the number of the font."""
    font, unit = _font(face.weight), _unit(face.weight)
    used = {number: glyph for (glyph, _), number in face.numbers.items()}
    data = _subset(font.face, sorted(set(used.values())))
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
    name = f"/{tag}+{FAMILY}-{NAMES[face.weight]}"
    extents = font.get_font_extents("ltr")
    head = bytes(font.face.reference_table("head").data)
    corners = [int.from_bytes(head[at : at + 2], "big", signed=True) for at in range(36, 44, 2)]
    descriptor = objects.add(
        dictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": name,
                "Flags": "4",
                "FontBBox": f"[{' '.join(f'{corner * unit:.0f}' for corner in corners)}]",
                "ItalicAngle": "0",
                "Ascent": f"{extents.ascender * unit:.0f}",
                "Descent": f"{extents.descender * unit:.0f}",
                "CapHeight": "700",
                "StemV": "80" if face.weight == 400 else "140",
                "FontFile2": ref(objects.stream(data, f"/Length1 {len(data)}")),
            }
        )
    )
    order = range(1, len(used) + 1)
    widths = " ".join(f"{font.get_glyph_h_advance(used[number]) * unit:.0f}" for number in order)
    places = b"\0\0" + b"".join(used[number].to_bytes(2, "big") for number in order)
    inner = objects.add(
        dictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": name,
                "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
                "FontDescriptor": ref(descriptor),
                "DW": "0",
                "W": f"[1 [{widths}]]",
                "CIDToGIDMap": ref(objects.stream(places)),
            }
        )
    )
    return objects.add(
        dictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": name,
                "Encoding": "/Identity-H",
                "DescendantFonts": f"[{ref(inner)}]",
                "ToUnicode": ref(
                    objects.stream(letters_table((number, told) for (_, told), number in face.numbers.items()))
                ),
            }
        )
    )


def _subset(face: Any, glyphs: list[int]) -> bytes:
    """The font with only these glyphs, each under its old number."""
    wanted = harfbuzz.SubsetInput()
    wanted.sets(harfbuzz.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(harfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(int.from_bytes(t.encode(), "big") for t in DROPPED)
    flags = harfbuzz.SubsetFlags
    wanted.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE
    return bytes(harfbuzz.subset(face, wanted).blob.data)


def letters_table(told: Iterable[tuple[int, str]]) -> str:
    """The table from the numbers of a font to the letters they stand for."""
    rows = [f"<{number:04X}> <{letters.encode('utf-16-be').hex().upper()}>" for number, letters in told]
    parts = [rows[at : at + MOST] for at in range(0, len(rows), MOST)]
    told = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{told}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
