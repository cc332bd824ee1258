"""An Office package of which only some elements of some parts are written anew; every other byte stays as it was."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterable, Sequence
from html import escape
from io import BytesIO
from typing import Any
from xml.parsers import expat

from bubble.documents.office.package import TYPES, checked, lxml_etree, readable, xml
from graph.errors import GraphError

IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MEDIA = {".svg": "image/svg+xml", ".png": "image/png"}
Splice = tuple[int, int, bytes]
"""From which to which byte something else stands."""


class Parts:
    """The parts of a package by name; what is not set anew is written as it was read."""

    def __init__(self, data: bytes, ending: str) -> None:
        """Read them. Raises GraphError for what is no plain package of that ending."""
        checked(data, ending)
        with readable(ending), zipfile.ZipFile(BytesIO(data)) as package:
            self._entries = package.infolist()
            self._held = {entry.filename: package.read(entry) for entry in self._entries}
        self._new: dict[str, bytes | None] = {}
        self._ending = ending

    def __getitem__(self, name: str) -> bytes:
        held = self._new.get(name, self._held.get(name))
        if held is None:
            raise GraphError(f"expected a part {name} in it, found none; open and save it anew")
        return held

    def __contains__(self, name: str) -> bool:
        return self._new.get(name, self._held.get(name)) is not None

    def names(self) -> list[str]:
        """The names of all parts."""
        return [name for name in dict.fromkeys([*self._held, *self._new]) if name in self]

    def tree(self, name: str) -> Any:
        """The root element of a part. Raises GraphError for one that is no XML, or declares a document type."""
        with readable(self._ending):
            return xml(self[name])

    def put(self, name: str, data: bytes) -> None:
        """Set a part anew, or add one."""
        self._new[name] = data

    def of_type(self, ending: str) -> list[str]:
        """The names of the parts whose content type ends so, in the order of the list of types."""
        types = self.tree(TYPES)
        return [
            str(each.get("PartName")).lstrip("/")
            for each in types
            if isinstance(each.tag, str)
            and str(each.get("ContentType", "")).endswith(ending)
            and str(each.get("PartName", "")).lstrip("/") in self
        ]

    def target(self, part: str, relation: str) -> str:
        """The name of the part that a relation of another leads to, or nothing."""
        for each in self._relations(part):
            if each.get("Id") == relation and each.get("TargetMode") != "External":
                return _joined(part, str(each.get("Target")))
        return ""

    def add_image(self, part: str, data: bytes, ending: str, stem: str) -> str:
        """Keep a picture and get the id of the relation by which the part shows it; the same picture is kept once."""
        folder = part.partition("/")[0]
        name = f"{folder}/media/{stem}{ending}"
        self.put(name, data)
        self._declare(ending)
        relations = self._relations(part)
        for each in relations:
            if each.get("Type") == IMAGE and _joined(part, str(each.get("Target"))) == name:
                return str(each.get("Id"))
        taken = {each.get("Id") for each in relations}
        id = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        target = posixpath.relpath(name, posixpath.dirname(part))
        self._append(_rels(part), f'<Relationship Id="{id}" Type="{IMAGE}" Target="{escape(target)}"/>')
        return id

    def drop_unused_images(self, part: str, ids: Iterable[str]) -> None:
        """Forget pictures that a part showed and shows no more, unless another part shows them."""
        text = self[part]
        for id in ids:
            if f'"{id}"'.encode() in text:
                continue
            name = self.target(part, id)
            if not name:
                continue
            self._remove(_rels(part), id)
            if not any(name == _joined(_owner(rels), str(each.get("Target"))) for rels, each in self._every_relation()):
                self._new[name] = None

    def written(self) -> bytes:
        """The package: parts in their order with their dates, the new ones behind them."""
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as package:
            for entry in self._entries:
                data = self._new.get(entry.filename, self._held[entry.filename])
                if data is not None:
                    package.writestr(_like(entry), data, compresslevel=6)
            for name, new in self._new.items():
                if name not in self._held and new is not None:
                    fresh = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                    fresh.create_system, fresh.external_attr = 0, 0
                    packed = name.endswith(".png")
                    fresh.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
                    package.writestr(fresh, new, compresslevel=6)
        return out.getvalue()

    def _relations(self, part: str) -> list[Any]:
        name = _rels(part)
        return [each for each in self.tree(name) if isinstance(each.tag, str)] if name in self else []

    def _every_relation(self) -> Iterable[tuple[str, Any]]:
        for name in self.names():
            if name.endswith(".rels"):
                yield from ((name, each) for each in self.tree(name) if each.get("TargetMode") != "External")

    def _declare(self, ending: str) -> None:
        """Say what files of that ending are, where the package does not yet."""
        known = {str(each.get("Extension", "")).casefold() for each in self.tree(TYPES)}
        if ending[1:] not in known:
            self._append(TYPES, f'<Default Extension="{ending[1:]}" ContentType="{_MEDIA[ending]}"/>', first=True)

    def _append(self, name: str, element: str, *, first: bool = False) -> None:
        """Put an element into a list, whose namespace it takes; the rest of the list stays byte for byte."""
        if name not in self:
            head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            self.put(name, f'{head}<Relationships xmlns="{_RELATIONSHIPS}">{element}</Relationships>'.encode())
            return
        data = self[name]
        root = self.tree(name)
        if root.prefix:
            tag, _, rest = element[1:].partition(" ")
            element = f"<{root.prefix}:{tag} {rest}"
        spans = elements_in(data, lambda depth, *_: depth == 0)
        start, end = spans[0]
        if data[start:end].endswith(b"/>"):
            head = data[start : end - 2]
            name_ = head[1:].split(None, 1)[0]
            self.put(name, data[:start] + head + b">" + element.encode() + b"</" + name_ + b">" + data[end:])
            return
        at = tag_end(data, start) if first else data.rindex(b"<", start, end)
        self.put(name, data[:at] + element.encode() + data[at:])

    def _remove(self, name: str, id: str) -> None:
        data = self[name]
        spans = elements_in(data, lambda depth, _, attributes: depth == 1 and attributes.get("Id") == id)
        self.put(name, spliced(data, [(start, end, b"") for start, end in spans]))


def elements_in(data: bytes, wanted: Callable[[int, str, dict[str, str]], bool]) -> list[tuple[int, int]]:
    """From which to which byte the wanted elements of a part stand, in the order in which they begin.

    wanted: told of each element its depth, its name as "namespace name" and its attributes. Raises GraphError for what
    is no XML in UTF-8, or declares a document type.
    """
    must_be_utf8(data)
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[list[int]] = []
    open_: list[int] = []
    starts: list[int] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        at = parser.CurrentByteIndex
        is_wanted = wanted(len(starts), name, attributes)
        open_.append(len(found) if is_wanted else -1)
        starts.append(at)
        if is_wanted:
            found.append([at, at])

    def end(_: str) -> None:
        at, index, began = parser.CurrentByteIndex, open_.pop(), starts.pop()
        if index >= 0:
            found[index][1] = data.index(b">", at) + 1 if data[at : at + 2] == b"</" else tag_end(data, began)

    def doctype(*_: object) -> None:
        raise GraphError("expected a part without a document type, found one that declares its own")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise GraphError(f"expected XML in a part of it, found something else ({error}); save it anew") from None
    return [(first, last) for first, last in found]


def tag_end(data: bytes, start: int) -> int:
    """The byte behind the tag that begins at `start`, whatever stands in its attributes."""
    quote = 0
    for at in range(start, len(data)):
        sign = data[at]
        if quote:
            quote = 0 if sign == quote else quote
        elif sign in b"\"'":
            quote = sign
        elif sign == ord(">"):
            return at + 1
    return len(data)


def spliced(data: bytes, splices: Sequence[Splice]) -> bytes:
    """The bytes with others at these places, which do not overlap."""
    parts: list[bytes] = []
    at = 0
    for start, end, new in sorted(splices, key=lambda each: each[0]):
        parts += [data[at:start], new]
        at = end
    return b"".join(parts) + data[at:]


def written_inside(elements: Sequence[Any], namespaces: dict[str | None, str]) -> bytes:
    """Elements as they stand inside one where these namespaces are declared already, in UTF-8."""
    etree = lxml_etree()
    around = etree.Element("around", nsmap=namespaces)
    around.extend(elements)
    text = etree.tostring(around, encoding="unicode", with_tail=False)
    return bytes(text[text.index(">") + 1 : text.rindex("<")].encode("utf-8"))


def must_be_utf8(data: bytes) -> None:
    """Raise GraphError for a part in another encoding, in which no byte can be counted on."""
    head = data[:200].split(b"?>", 1)[0].lower()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"encoding=" in head and b"utf-8" not in head):
        raise GraphError("expected parts in UTF-8, found another encoding; open and save it anew")


def _rels(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _owner(rels: str) -> str:
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _joined(part: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """The head of a part as it was, without what only the old file's packing needed."""
    told = zipfile.ZipInfo(entry.filename, entry.date_time)
    told.compress_type = entry.compress_type if entry.compress_type in (0, 8) else 8
    told.external_attr, told.create_system, told.comment = entry.external_attr, entry.create_system, entry.comment
    return told
