"""A document as PDF on A4, set by typst: tagged, its words as text in our font, its record as an attached file.

The template is fixed; the document goes in as JSON, so nothing of it is ever read as typst's markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bubble.documents.blocks import (
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Inline,
    Items,
    Notice,
    PageBreak,
    Paragraph,
    Run,
    Sources,
    Table,
)
from bubble.documents.record import MARK
from bubble.documents.words import AUTHOR, about_passage, link_of, said, state, word
from graph.errors import GraphError, one_line
from visuals.picture import shown
from visuals.vendored import FAMILY, font_file

JSON = dict[str, Any]
TEMPLATE = Path(__file__).parent / "template" / "document.typ"
SIZE = "column"
"""The sheet of a figure on a page of A4."""
STANDARD = "ua-1"
"""What the file says it keeps to: PDF/UA, for readers who listen."""
RECORD = f"{MARK}.json"
LONGEST = 24
"""Letters without a space after which a line may break anyway: an address, a code."""
WHOLE = 900
"""Letters of a row of a table up to which it stays on one page."""
_DAY_ONE = datetime(2000, 1, 1, tzinfo=UTC)
_PIECE = re.compile(rf"[^\s\u0e00-\u0e7f]{{{LONGEST},}}")
_JOINTS = re.compile(r".{1,24}?(?:[/?&=_.,;:%#-]+|$)|.{1,24}")


def content(document: Document) -> bytes:
    """The file; the same document gives the same bytes."""
    with TemporaryDirectory(prefix="bubble-pdf-") as folder:
        root = Path(folder)
        for number, figure in enumerate(document.figures(), 1):
            (root / f"figure-{number}.svg").write_text(figure.svg(SIZE), "utf-8")
        (root / "document.typ").write_bytes(TEMPLATE.read_bytes())
        (root / "document.json").write_text(json.dumps(_told(document), ensure_ascii=False), "utf-8")
        (root / RECORD).write_text(document.record.text(), "ascii")
        return _set(root, _stamp(document.record.data_date))


def record_in(data: bytes) -> str | None:
    """The record that a file has attached, nothing where it has none."""
    held = _reader(data).attachments.get(RECORD)
    return held[-1].decode("utf-8", "replace") if held else None


def text_of(data: bytes) -> str:
    """Every word of its pages, line by line."""
    lines = (line for page in _reader(data).pages for line in page.extract_text().splitlines())
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _reader(data: bytes) -> Any:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        len(reader.pages)
    except (PyPdfError, OSError, ValueError, KeyError, TypeError) as error:
        raise GraphError(f"expected a PDF that can be read, found another file ({one_line(error)})") from error
    return reader


def _set(root: Path, stamp: datetime) -> bytes:
    """The pages. A text that no font can show would break the standard: then the file doesn't claim to keep it."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(font_file().parent)])
    compiler = typst.Compiler(str(root / "document.typ"), root=str(root), font_paths=fonts)
    try:
        made = compiler.compile(format="pdf", timestamp=stamp, pdf_standards=[STANDARD])
    except typst.TypstError:
        try:
            made = compiler.compile(format="pdf", timestamp=stamp)
        except typst.TypstError as error:
            raise GraphError(f"pdf: the pages can't be set: {one_line(error.message)}; write another format") from error
    assert isinstance(made, bytes)  # noqa: S101  one PDF has one content
    return made


def _stamp(day: str) -> datetime:
    """The moment the file says that it was made: the date of its data."""
    try:
        return datetime.fromisoformat(day).replace(tzinfo=UTC)
    except ValueError:
        return _DAY_ONE


def _told(document: Document) -> JSON:
    language = document.language
    cites = {e.number for block in document.blocks if isinstance(block, Sources) for e in block.entries}
    numbers = {id(figure): number for number, figure in enumerate(document.figures(), 1)}
    return {
        "title": shown(document.title),
        "subtitle": shown(document.subtitle),
        "language": language,
        "author": AUTHOR,
        "family": FAMILY,
        "record": RECORD,
        "state": state(document),
        "made": word("made", language, version=shown(document.record.version)),
        "page": word("page", language, page="\0", pages="\1"),
        "sources": sorted(cites),
        "blocks": [_block(block, language, numbers) for block in document.blocks],
    }


def _block(block: Block, language: str, numbers: dict[int, int]) -> JSON:
    match block:
        case Heading():
            told: JSON = {"text": shown(block.text), "level": block.level}
        case Paragraph():
            told = {"runs": _runs(block.runs), "look": block.look}
        case Items():
            told = {"items": [_runs(item) for item in block.items], "numbered": block.numbered}
        case Table():
            told = _table(block)
        case Figure():
            told = {
                "path": f"figure-{numbers[id(block)]}.svg",
                "alt": shown(block.alt),
                "caption": shown(block.caption),
                "cites": list(block.cites),
            }
        case Notice():
            told = {"title": shown(block.title), "items": [_runs(item) for item in block.items]}
        case Code():
            told = {"lines": [_pieces(shown(line)) for line in block.text.split("\n")]}
        case Sources():
            told = {"entries": list(_entries(block, language))}
        case PageBreak():
            told = {}
    return {"kind": type(block).__name__.casefold(), **told}


def _entries(sources: Sources, language: str) -> Iterator[JSON]:
    for entry in sources.entries:
        yield {
            "number": entry.number,
            "name": _pieces(shown(entry.name)),
            "address": _pieces(shown(entry.address)),
            "link": link_of(entry.address),
            "passages": [
                {"said": _pieces(said(p, language)), "about": _pieces(about_passage(p))} for p in entry.passages
            ],
        }


def _table(table: Table) -> JSON:
    return {
        "caption": shown(table.caption),
        "note": shown(table.note),
        "columns": [
            {"label": _pieces(shown(c.label)), "side": c.side, "share": max(c.share, 0.01)} for c in table.columns
        ],
        "rows": [
            {
                "cells": [_runs(cell) for cell in row],
                "whole": sum(len(run.text) for cell in row for run in cell) <= WHOLE,
            }
            for row in table.rows
        ],
    }


def _runs(inline: Inline) -> list[JSON]:
    return [_run(run) for run in inline]


def _run(run: Run) -> JSON:
    return {
        "pieces": _pieces(shown(run.text)),
        "bold": run.bold,
        "italic": run.italic,
        "code": run.code,
        "link": link_of(run.address),
        "cites": list(run.cites),
    }


def _pieces(text: str) -> list[str]:
    """The text in pieces between which a line may break, though no sign says so: long addresses and codes."""
    pieces, at = list[str](), 0
    for long in _PIECE.finditer(text):
        joints = _JOINTS.findall(long[0])
        pieces.append(text[at : long.start()] + joints[0])
        pieces += joints[1:-1]
        at = long.end() - len(joints[-1]) if len(joints) > 1 else long.end()
    return [piece for piece in [*pieces, text[at:]] if piece]
