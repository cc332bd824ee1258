"""The bare file of a PDF: numbered objects, streams, strings and the table that tells where each object begins."""

from __future__ import annotations

import hashlib
import zlib

ESCAPES = {ord(c): f"\\{c}" for c in "\\()"} | {ord("\r"): "\\r", ord("\n"): "\\n"}


class Objects:
    """The objects of one file, numbered as they come."""

    def __init__(self) -> None:
        """No object yet."""
        self._bodies: list[bytes] = []

    def reserve(self) -> int:
        """A number for an object that others name before it is written."""
        self._bodies.append(b"")
        return len(self._bodies)

    def put(self, number: int, body: str) -> int:
        """Write an object under its number."""
        self._bodies[number - 1] = body.encode("latin-1")
        return number

    def add(self, body: str) -> int:
        """Write an object and get its number."""
        return self.put(self.reserve(), body)

    def stream(self, data: str | bytes, entries: str = "") -> int:
        """Write a packed stream and get its number; `entries` stand in its dictionary."""
        plain = data.encode("latin-1") if isinstance(data, str) else data
        packed = zlib.compress(plain, 9)
        number = self.reserve()
        head = f"<< {entries} /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
        self._bodies[number - 1] = head.encode("ascii") + packed + b"\nendstream"
        return number

    def file(self, catalog: int, about: int) -> bytes:
        """The whole file; its id follows from what is in it."""
        written = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        starts: list[int] = []
        for number, body in enumerate(self._bodies, 1):
            starts.append(len(written))
            written += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        name = hashlib.sha256(written).hexdigest()[:32]
        table = len(written)
        rows = "".join(f"{start:010d} 00000 n \n" for start in starts)
        count = len(starts) + 1
        trailer = f"<< /Size {count} /Root {ref(catalog)} /Info {ref(about)} /ID [<{name}> <{name}>] >>"
        written += f"xref\n0 {count}\n0000000000 65535 f \n{rows}trailer\n{trailer}\n".encode("ascii")
        written += f"startxref\n{table}\n%%EOF\n".encode("ascii")
        return bytes(written)


def ref(number: int) -> str:
    """How one object names another."""
    return f"{number} 0 R"


def string(words: str) -> str:
    """Words as a string that may hold any letter; each character of it is one byte of the file."""
    data = words if words.isascii() else (b"\xfe\xff" + words.encode("utf-16-be")).decode("latin-1")
    return f"({data.translate(ESCAPES)})"


def dictionary(entries: dict[str, str]) -> str:
    """Names and values as a dictionary."""
    return "<< " + " ".join(f"/{name} {value}" for name, value in entries.items()) + " >>"
