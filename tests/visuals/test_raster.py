"""A figure as PNG: the same bytes each time, Thai shaped, the right size, what it shows told in words."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import pytest

from graph.errors import GraphError
from tests.visuals.drawn import small_picture
from visuals.figure import figure_of
from visuals.raster import png_of


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        body = png[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length)[0] == zlib.crc32(png[at + 4 : at + 8] + body)
        yield png[at + 4 : at + 8], body
        at += 12 + length


def pixels(words: str) -> bytes:
    """The pixels of a line of text."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="60" viewBox="0 0 300 60" font-family="Sarabun">'
        f'<rect width="300" height="60" fill="#ffffff"/><text x="10" y="40" font-size="30">{words}</text></svg>'
    )
    return zlib.decompress(b"".join(body for name, body in chunks(png_of(svg)) if name == b"IDAT"))


def test_the_same_figure_is_the_same_png() -> None:
    figure = figure_of(small_picture(), "th")
    assert png_of(figure) == png_of(figure)


@pytest.mark.parametrize(("dpi", "wide"), [(96, 1123), (192, 2246)])
def test_a_page_has_the_pixels_of_its_dots_per_inch(dpi: int, wide: int) -> None:
    found = dict(chunks(png_of(figure_of(small_picture()), dpi=dpi)))
    assert struct.unpack(">II", found[b"IHDR"][:8])[0] == wide
    assert struct.unpack(">IIB", found[b"pHYs"]) == (round(dpi / 0.0254), round(dpi / 0.0254), 1)


def test_title_and_description_are_inside() -> None:
    told = [body.decode("utf-8") for name, body in chunks(png_of(figure_of(small_picture(), "th"))) if name == b"iTXt"]
    assert told[0] == "Title\0\0\0\0\0ใครร่วมมือกับใครด้านอาหาร"
    assert told[1].startswith("Description\0\0\0\0\0ญี่ปุ่นมากที่สุด บรูไนยังไม่มี.")


def test_every_thai_word_is_drawn_in_our_font() -> None:
    blank = pixels("")
    assert pixels("น้ำ") != blank
    assert pixels("น้ำ") != pixels("นำ"), "the tone mark is there"
    assert pixels("ที่") != pixels("ที"), "the tone mark is there above a vowel too"
    assert pixels("น้ำ") == pixels("น\u0e4d\u0e49า") or pixels("น้ำ") == pixels("น้\u0e4dา"), "sara am is parted rightly"


def test_what_is_no_svg_is_told() -> None:
    with pytest.raises(GraphError, match="png: expected SVG"):
        png_of("no figure")
    with pytest.raises(GraphError, match="png: expected a figure"):
        png_of("<a/>")
