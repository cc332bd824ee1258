"""The font inside a Word document, as ISO/IEC 29500 has it, so that Thai looks alike where it is not installed."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import NamedTuple

from visuals.vendored import FAMILY, font_file

FACES = {"embedRegular": "Regular", "embedBold": "Bold", "embedItalic": "Italic"}
"""The faces a document carries; the licence of the font (OFL) allows it."""
SIGNATURE = (
    '<w:panose1 w:val="00000500000000000000"/><w:charset w:val="00"/><w:family w:val="auto"/>'
    '<w:pitch w:val="variable"/><w:sig w:usb0="21000007" w:usb1="00000001" w:usb2="00000000" w:usb3="00000000" '
    'w:csb0="00010193" w:csb1="00000000"/>'
)
"""What the font says of the letters it has, in its table OS/2: a program without it picks a like one by this."""


class Embedded(NamedTuple):
    """A face as a part of a package: its element in the list of fonts, its key there, and its bytes made unreadable."""

    element: str
    key: str
    data: bytes


def embedded() -> list[Embedded]:
    """The faces of the font. Each key follows from the face, so the same document has the same bytes."""
    folder = font_file().parent
    return [_face(element, folder / f"{FAMILY}-{name}.ttf") for element, name in FACES.items()]


def _face(element: str, path: Path) -> Embedded:
    font = path.read_bytes()
    key = uuid.uuid5(uuid.NAMESPACE_OID, path.name)
    mask = key.bytes[::-1] * 2  # the first 32 bytes are crossed with the key, last byte first
    hidden = bytes(a ^ b for a, b in zip(font[:32], mask, strict=True))
    return Embedded(element, f"{{{str(key).upper()}}}", hidden + font[32:])
