"""A figure by itself as PNG, its record inside."""

from __future__ import annotations

from bubble.documents.blocks import Document
from bubble.filling.marked import marked_png, record_in_png, words_in_png


def content(document: Document) -> bytes:
    """The figure of a document that holds nothing else, on the sheet that its record names."""
    (figure,) = document.figures()
    return marked_png(figure.png(document.record.options.get("for", "")), document.record)


def record_in(data: bytes) -> str | None:
    """The record that such a file holds."""
    return record_in_png(data)


def text_of(data: bytes) -> str:
    """What it tells who cannot see it: its title and its description."""
    return "".join(f"{text}\n" for text in words_in_png(data))
