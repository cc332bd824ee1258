"""A document as plain data, before any file format: blocks of words, tables, figures and sources in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, cast

from bubble.documents.record import Record
from visuals.canvas import Canvas, content


@dataclass(frozen=True)
class Run:
    """Words in one look. `address` makes them a link (http, https or mailto), `cites` adds numbers of sources."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    address: str = ""
    cites: tuple[int, ...] = ()


Inline = tuple[Run, ...]


def words(text: str, *, bold: bool = False) -> Inline:
    """Plain words as they stand in a paragraph or a cell."""
    return (Run(text, bold=bold),) if text else ()


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 3; the title of the document is not among them."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: running text, the lead that answers in a sentence, or small print."""

    runs: Inline
    look: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True)
class Items:
    """A list, with dots or numbers before its items."""

    items: tuple[Inline, ...]
    numbered: bool = False


@dataclass(frozen=True)
class TableColumn:
    """A column's heading, the side its cells stand on, and its share of the width against the others'."""

    label: str
    side: Literal["left", "right"] = "left"
    share: float = 1.0


@dataclass(frozen=True)
class Table:
    """Rows of cells, as many in each as there are columns. A writer repeats the headings on every page."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Inline, ...], ...]
    caption: str = ""
    note: str = ""


@dataclass(frozen=True)
class Figure:
    """A picture with its caption, which may be empty, and its description in words for who cannot see it.

    size: the sheet it is drawn on, one of `visuals.sheet.SIZES`; empty where the format decides, as slides always do.
    """

    canvas: Canvas = field(repr=False)
    language: str
    caption: str
    alt: str
    cites: tuple[int, ...] = ()
    size: str = ""

    def svg(self, size: str) -> str:
        """The figure on a sheet of that size, one of `visuals.sheet.SIZES`."""
        return str(content(self.canvas, ".svg", self.language, size))

    def png(self, size: str) -> bytes:
        """The same as PNG, 192 dots per inch."""
        return cast("bytes", content(self.canvas, ".png", self.language, size))


@dataclass(frozen=True)
class Notice:
    """What a reader must know before relying on the answer, set apart from the text: a title and one line for each."""

    title: str
    items: tuple[Inline, ...]


@dataclass(frozen=True)
class Code:
    """Text of a program, shown as it is."""

    text: str
    language: str = "cypher"


@dataclass(frozen=True)
class Passage:
    """What a source says of something, in our words, or a quote of a file that the user supplied."""

    text: str
    date: str = ""
    speaker: str = ""
    locator: str = ""
    confidence: str = ""
    is_quote: bool = False


@dataclass(frozen=True)
class Source:
    """A numbered source with the passages the document relies on."""

    number: int
    name: str
    address: str = ""
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class Sources:
    """The list of sources, in the order of their numbers."""

    entries: tuple[Source, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page, or on a new slide."""


Block = Heading | Paragraph | Items | Table | Figure | Notice | Code | Sources | PageBreak


@dataclass(frozen=True)
class Document:
    """A whole document: what is written to a file, and the record from which anybody can make it again.

    front: how many of its first blocks stand on one page together, with the rest if that fits too; a format that knows
    its pages sets them a little smaller where they need it.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    record: Record
    subtitle: str = ""
    front: int = 0

    def figures(self) -> Iterable[Figure]:
        """Its figures in their order."""
        return (block for block in self.blocks if isinstance(block, Figure))
