"""What of a page's content shows text or says what text means, found in the bytes without reading all the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)


def _nested(depth: int) -> bytes:
    """A string in round brackets, which may hold pairs of them that deep."""
    inner = rb"" if depth == 0 else rb"|" + _nested(depth - 1)
    return rb"\((?:\\.|[^\\()]" + inner + rb")*\)"


_STRING = _nested(6)
_OPERATION = re.compile(
    rb"/\w+\s*(?P<mark><<(?:[^<>()]|<[^<>]*>|" + _STRING + rb")*>>|/\w+)?\s*(?:BDC|BMC)\b"
    rb"|(?P<end>\bEMC\b)"
    rb"|(?P<font>/\w+)\s+(?P<size>[\d.]+)\s+Tf\b"
    rb"|(?P<matrix>(?:-?[\d.]+\s+){6})Tm\b"
    rb"|(?P<show>\[(?:[^\[\]()<>]|<[^<>]*>|" + _STRING + rb")*\]|<[^<>]*>|" + _STRING + rb")\s*T[jJ]\b",
    re.DOTALL,
)
_PART = re.compile(rb"(?P<string>" + _STRING + rb")|<(?P<hex>[0-9A-Fa-f\s]*)>|(?P<number>-?[\d.]+)", re.DOTALL)


def operations(data: bytes) -> Iterator[re.Match[bytes]]:
    """The operations that open or close a piece (`mark`, `end`), set font or place, or `show` glyphs."""
    return _OPERATION.finditer(data)


def shown_parts(shown: bytes) -> Iterator[bytes | float]:
    """What an operator shows: strings as the bytes they mean, and the moves between them."""
    for part in _PART.finditer(shown):
        if part["string"] is not None:
            yield meant(part["string"])
        elif part["hex"] is not None:
            yield bytes.fromhex(part["hex"].decode())
        else:
            yield float(part["number"])


def meant(string: bytes) -> bytes:
    """The bytes that a string in round brackets means."""
    return _ESCAPE.sub(_sign, string[1:-1])


def _sign(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    return bytes([int(sign, 8) & 255]) if sign.isdigit() else _SIGNS.get(sign, sign)
