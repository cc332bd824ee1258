"""The formats a document can be written to, and where the functions of each stand."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from bubble.documents.blocks import Document
from bubble.documents.record import Record, record_from
from graph.errors import GraphError, one_line

_MODULES = {
    ".html": "bubble.documents.html",
    ".md": "bubble.documents.markdown",
    ".pdf": "bubble.documents.pdf",
    ".docx": "bubble.documents.word",
    ".pptx": "bubble.documents.slides",
}
"""The module of each ending: content(document) -> bytes, record_in(data) -> str | None, text_of(data) -> str."""
ENDINGS = tuple(_MODULES)
_FIGURES = {".svg": "bubble.filling.svg_file", ".png": "bubble.filling.png_file"}
"""Those of a figure by itself, a document of one block."""
FIGURE_ENDINGS = tuple(_FIGURES)


def content(document: Document, ending: str) -> bytes:
    """The document as a file of that ending, its record inside; the same bytes for the same document."""
    made: bytes = _of(ending, "content")(document)
    return made


def record_in(data: bytes, ending: str) -> Record:
    """The record that a file of that ending holds. Raises GraphError where there is none that can be read."""
    text: str | None = _of(ending, "record_in")(data)
    if text is None:
        raise GraphError("expected a file that Bubble made, found none of its records inside")
    return record_from(text)


def text_of(data: bytes, ending: str) -> str:
    """Every word a reader sees, line by line, to compare two files of a format by."""
    text: str = _of(ending, "text_of")(data)
    return text


def ending_of(path: Path, known: tuple[str, ...] = ENDINGS) -> str:
    """The ending of a file's name, one of those known. Raises GraphError for another."""
    ending = path.suffix.casefold()
    if ending not in known:
        raise GraphError(
            f"{one_line(path.name)}: expected a name that ends in {', '.join(known)}, found {ending or 'none'}"
        )
    return ending


def _of(ending: str, name: str) -> Callable[..., Any]:
    return cast("Callable[..., Any]", getattr(import_module({**_MODULES, **_FIGURES}[ending]), name))
