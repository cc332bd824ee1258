"""A figure's file that says what it was made of: its record in the <metadata> of an SVG and in a chunk of a PNG."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from html import unescape

from bubble.documents.record import MARK, Record
from visuals.svg import tag, text_of

_PNG = b"\x89PNG\r\n\x1a\n"
_SVG = re.compile(rf'<metadata id="{MARK}">([^<]*)</metadata>')
_DESCRIBED = "</desc>"


def marked_svg(svg: str, record: Record) -> str:
    """The figure with its record inside, behind its description."""
    at = svg.index(_DESCRIBED) + len(_DESCRIBED)
    return f"{svg[:at]}\n{tag('metadata', text_of(record.text()), id=MARK)}{svg[at:]}"


def record_in_svg(data: bytes) -> str | None:
    """The record that such a figure holds."""
    found = _SVG.search(data.decode("utf-8", "replace"))
    return unescape(found[1]) if found else None


def marked_png(png: bytes, record: Record) -> bytes:
    """The figure with its record inside, in a chunk of international text behind the header."""
    body = MARK.encode("latin-1") + b"\0\0\0\0\0" + record.text().encode("utf-8")
    name = b"iTXt"
    chunk = struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    behind = len(_PNG) + 25  # the header's length, name, thirteen bytes and sum
    return png[:behind] + chunk + png[behind:]


def record_in_png(data: bytes) -> str | None:
    """The record that such a figure holds."""
    return next((text for keyword, text in _told(data) if keyword == MARK), None)


def words_in_png(data: bytes) -> list[str]:
    """What else such a figure says of itself: its title and its description."""
    return [text for keyword, text in _told(data) if keyword != MARK]


def _told(data: bytes) -> Iterator[tuple[str, str]]:
    """Keyword and words of the chunks of plain international text."""
    at = len(_PNG)
    while data.startswith(_PNG) and at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        keyword, _, rest = body.partition(b"\0")
        if name == b"iTXt" and rest.startswith(b"\0\0\0\0"):
            yield keyword.decode("latin-1"), rest[4:].decode("utf-8", "replace")
        at += 12 + length
