"""A card written to a file: as a page, a document or text."""

from __future__ import annotations

from pathlib import Path

from bubble.documents.blocks import Document
from bubble.documents.formats import content, ending_of
from graph.errors import GraphError, one_line
from visuals.files import write_whole

ENDINGS = (".html", ".pdf", ".docx", ".md")
"""The endings that a card can have; slides are made of a report."""


def checked(path: Path) -> Path:
    """The path, where a card can be written to it. Raises GraphError for another ending, and for a folder."""
    ending = ending_of(path)
    if ending not in ENDINGS:
        raise GraphError(f"--to: expected a file that ends in {', '.join(ENDINGS)}, found {one_line(path.name)}")
    if path.is_dir():
        raise GraphError(f"{one_line(path)}: expected a file, found a folder; choose another place with --to")
    return path


def write_card(card: Document, path: Path) -> None:
    """Write the whole card. Raises GraphError where that can't be done; a file that was there stays until then."""
    made = content(card, ending_of(checked(path)))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphError(f"{one_line(path)}: the card can't be written: {error.strerror}") from None
    write_whole(path, made)
