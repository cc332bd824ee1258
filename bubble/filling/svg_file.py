"""A figure by itself as SVG, its record inside."""

from __future__ import annotations

import re
from html import unescape

from bubble.documents.blocks import Document
from bubble.filling.marked import marked_svg, record_in_svg

_WORDS = re.compile(r"<(?:title|desc|text)\b[^>]*>([^<]*)<")


def content(document: Document) -> bytes:
    """The figure of a document that holds nothing else, on the sheet that its record names."""
    (figure,) = document.figures()
    return marked_svg(figure.svg(document.record.options.get("for", "")), document.record).encode("utf-8")


def record_in(data: bytes) -> str | None:
    """The record that such a file holds."""
    return record_in_svg(data)


def text_of(data: bytes) -> str:
    """Its words, those for who cannot see it among them."""
    found = _WORDS.findall(data.decode("utf-8", "replace"))
    return "".join(f"{unescape(text).strip()}\n" for text in found if text.strip())
