"""Every text that a document says, whatever a format makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from bubble.documents.blocks import (
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Inline,
    Items,
    Notice,
    Paragraph,
    Sources,
    Table,
)
from visuals.picture import shown


def texts_of(document: Document) -> list[str]:
    """The texts as a reader may see them, white space as one space."""
    told = [document.title, document.subtitle, *(text for block in document.blocks for text in _of(block))]
    return [text for text in (" ".join(shown(line).split()) for text in told for line in text.splitlines()) if text]


def _of(block: Block) -> Iterator[str]:  # noqa: C901  a case for each kind of block
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield _plain(block.runs)
        case Items():
            yield from map(_plain, block.items)
        case Table():
            yield from (column.label for column in block.columns)
            yield from (_plain(cell) for row in block.rows for cell in row)
            yield from (block.caption, block.note)
        case Figure():
            yield from (block.caption, block.alt)
        case Notice():
            yield block.title
            yield from map(_plain, block.items)
        case Code():
            yield block.text
        case Sources():
            for entry in block.entries:
                yield from (entry.name, entry.address)
                for passage in entry.passages:
                    yield from (passage.text, passage.date, passage.speaker, passage.locator, passage.confidence)
        case _:
            pass


def _plain(inline: Inline) -> str:
    return "".join(run.text + "".join(f"[{number}]" for number in run.cites) for run in inline)
