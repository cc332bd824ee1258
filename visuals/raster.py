"""A figure as PNG, with no browser: our font file and no other, so Thai is shaped and every machine draws alike."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import resvg_py

from graph.errors import GraphError
from visuals.vendored import FAMILY, WEIGHTS, font_file

DPI = 192
"""Two pixels for each CSS pixel: an A4 page is 2245 by 1587."""
NAMESPACE = "{http://www.w3.org/2000/svg}"
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_of(svg: str, *, dpi: int = DPI) -> bytes:
    """The figure as PNG at that many dots per inch, its title and description inside; the same bytes each time.

    Raises GraphError for what is no SVG.
    """
    title, description = _told(svg)
    try:
        drawn = resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=dpi / 96,
            font_files=[str(font_file(weight)) for weight in WEIGHTS],
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            skip_system_fonts=True,
        )
    except ValueError as error:
        raise GraphError(
            f"png: expected a figure that can be drawn, found {error}; draw it as .svg to see it"
        ) from error
    chunks = list(_chunks(bytes(drawn)))
    per_metre = round(dpi / 0.0254)
    about = [(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))]
    about += [(b"iTXt", _words(name, text)) for name, text in (("Title", title), ("Description", description)) if text]
    kept = [chunk for chunk in chunks if chunk[0] != b"pHYs"]
    return SIGNATURE + b"".join(_packed(*chunk) for chunk in [kept[0], *about, *kept[1:]])


def _told(svg: str) -> tuple[str, str]:
    """The figure's title and its description in words."""
    try:
        root = ET.fromstring(svg)  # noqa: S314  a figure of ours; no address in it is opened
    except ET.ParseError as error:
        raise GraphError(f"png: expected SVG, found text that is none ({error}); draw it as .svg to see it") from error
    return root.findtext(f"{NAMESPACE}title") or "", root.findtext(f"{NAMESPACE}desc") or ""


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _packed(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _words(keyword: str, text: str) -> bytes:
    """The body of a chunk of international text, not compressed."""
    return keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")
