"""XML written and read piece by piece, for the formats that are made of it: never a whole document in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.parsers import expat

from graph.cells import ENDS, as_text, columns
from graph.errors import GraphError, one_line
from graph.facts import Fact, Place
from graph.format import Row, cells_of
from graph.kinds import Edge, EngineType, Node
from graph.model import EDGES, NODES

MARK = "<!-- A graph of Bubble: read it back with bubble import -->"
"""What stands behind the XML declaration of every file of ours."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_PART = 1 << 16
# XML 1.0 has no place for these, not even as an escape.
_NO_CHARACTER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# White space is escaped too: a reader would turn it into spaces or line feeds.
_ESCAPED = re.compile('[&<>"\t\n\r]')


class Seen(NamedTuple):
    """A tag as it comes: opened with its attributes, or closed with the text in it; and its line."""

    tag: str
    is_open: bool
    attributes: dict[str, str]
    text: str
    line: int


class Drawn(NamedTuple):
    """A fact as programs that draw take it: what the tag of its node or edge says, and its other values by name."""

    tag: str
    attributes: dict[str, str]
    values: dict[str, str]


def attributes_of(tag: str) -> dict[str, EngineType]:
    """Every name that values of a tag, node or edge, may have: with its type, text where kinds differ on it."""
    kinds: dict[str, type[Node]] | dict[str, type[Edge]] = NODES if tag == "node" else EDGES
    found = {"kind": EngineType.STRING, "label": EngineType.STRING}
    for kind in kinds.values():
        for name, column in columns(kind).items():
            if name not in ENDS:
                found[name] = column.type if found.get(name, column.type) is column.type else EngineType.STRING
    return found


def drawn(fact: Fact) -> Drawn:
    """A fact as it is drawn. Raises GraphError for a character that XML can't hold."""
    texts = _texts(fact)
    if isinstance(fact, Node):
        label = fact.name or fact.id
        attributes = {"id": str(fact.ref)}
    else:
        label = fact.en
        attributes = {
            "id": f"{fact.kind}|{fact.place}",
            "source": str(fact.source),
            "target": str(fact.target),
        }
    values = {name: text for name, text in texts.items() if name not in ENDS}
    return Drawn(
        "node" if isinstance(fact, Node) else "edge", attributes, {"kind": fact.kind, "label": label, **values}
    )


def row(read: Drawn, at: Place) -> Row:
    """The fact that was drawn so. Raises GraphError for a node or edge that was not drawn by us."""
    kind = read.values.get("kind", "")
    if not kind:
        raise GraphError(
            f"{at}: expected a value called kind in every node and edge, found none; is it a graph of ours?"
        )
    cells = {name: text for name, text in read.values.items() if name not in ("kind", "label")}
    ends = {"": "id"} if read.tag == "node" else {"source": "source", "target": "target"}
    for end, attribute in ends.items():
        of, colon, id = read.attributes.get(attribute, "").partition(":")
        if not colon or (read.tag == "node" and of != kind):
            shown = one_line(read.attributes.get(attribute, "none"))
            raise GraphError(
                f"{at}: {attribute}: expected {kind if not end else 'Kind'}:id, found {shown}; export anew"
            )
        cells |= {end: id, f"{end}_kind": of} if end else {"id": id}
    return Row(at, kind, cells)


def escaped(text: str) -> str:
    """A text as it may stand between tags or as an attribute in double quotes."""
    return _ESCAPED.sub(lambda found: f"&#{ord(found.group())};", text)


def _texts(fact: Fact) -> dict[str, str]:
    """A fact's cells as text. Raises GraphError for a character that XML can't hold."""
    texts = {name: as_text(value) for name, value in cells_of(fact).items()}
    for name, text in texts.items():
        if found := _NO_CHARACTER.search(text):
            raise GraphError(
                f"{fact.kind} {one_line(fact.id)}: {name}: holds the character U+{ord(found.group()):04X}, "
                "which XML has no place for; export as jsonl or parquet"
            )
    return texts


def is_ours(head: bytes) -> bool:
    """Whether a file begins as one of ours does."""
    return MARK.encode() in head[:200]


def seen(path: Path) -> Iterator[Seen]:
    """Every tag of a file, opened and closed, without its namespace.

    Raises GraphError for what is no XML, and for a document type: no graph needs one, and it can make a small file grow
    without end or read other files.
    """
    found: list[Seen] = []
    texts: list[str] = []
    reader = expat.ParserCreate(namespace_separator=" ")
    reader.buffer_text = True

    def opened(tag: str, attributes: dict[str, str]) -> None:
        texts.clear()
        found.append(Seen(tag[tag.rfind(" ") + 1 :], True, attributes, "", reader.CurrentLineNumber))

    def closed(tag: str) -> None:
        found.append(Seen(tag[tag.rfind(" ") + 1 :], False, {}, "".join(texts), reader.CurrentLineNumber))
        texts.clear()

    def declared(*_: object) -> None:
        at = Place(path.name, reader.CurrentLineNumber)
        raise GraphError(f"{at}: found a DOCTYPE, which no graph file needs; remove it or export anew")

    reader.StartElementHandler = opened
    reader.EndElementHandler = closed
    reader.CharacterDataHandler = texts.append
    reader.StartDoctypeDeclHandler = declared
    with path.open("rb") as file:
        while True:
            part = file.read(_PART)
            try:
                reader.Parse(part, not part)
            except expat.ExpatError as error:
                at = Place(path.name, error.lineno)
                raise GraphError(f"{at}: not readable as XML ({expat.ErrorString(error.code)}); export anew") from None
            yield from found
            found.clear()
            if not part:
                return
