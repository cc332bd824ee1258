"""A document as PDF on A4, set by typst: tagged, its words as text in our font, its record as an attached file.

The template is fixed; the document goes in as JSON, so nothing of it is ever read as typst's markup.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from bubble.documents.blocks import Document
from bubble.documents.pdf.readback import readable
from bubble.documents.pdf.told import told
from bubble.documents.record import MARK
from graph.errors import GraphError, one_line
from visuals.pdf import pdf_of
from visuals.vendored import fallback_font, font_file, lacks

TEMPLATE = Path(__file__).parent.parent / "template" / "document.typ"
SIZE = "column"
"""The sheet of a figure on a page of A4: the one whose words are still read when it is as wide as the text."""
RECORD = f"{MARK}.json"
_FIRST_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def content(document: Document) -> bytes:
    """The file; the same document gives the same bytes."""
    with TemporaryDirectory(prefix="bubble-pdf-") as folder:
        root = Path(folder)
        for number, figure in enumerate(document.figures(), 1):
            (root / f"figure-{number}.pdf").write_bytes(pdf_of(figure.svg(figure.size or SIZE)))
        (root / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
        words = json.dumps(told(document, RECORD), ensure_ascii=False)
        (root / "document.json").write_text(words, "utf-8")
        if lacks(words):
            (root / "fallback.ttf").write_bytes(fallback_font())
        (root / RECORD).write_text(document.record.text(), "ascii")
        return readable(_set(root, _moment(document.record.data_date)))


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
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GraphError(f"expected a PDF that can be read, found another file ({one_line(error)})") from error
    return reader


def _set(root: Path, moment: datetime) -> bytes:
    """The pages as typst sets them, with our fonts and those it brings along, never one of the machine."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(font_file().parent), str(root)])
    compiler = typst.Compiler(str(root / TEMPLATE.name), root=str(root), font_paths=fonts)
    try:
        made = compiler.compile(format="pdf", timestamp=moment)
    except typst.TypstError as error:
        raise GraphError(
            f"pdf: expected a document that can be set, found {one_line(error.message)}; write another format"
        ) from error
    return cast("bytes", made)


def _moment(day: str) -> datetime:
    """The moment at which the file says that it was made: the date of its data."""
    try:
        return datetime.fromisoformat(day).replace(tzinfo=UTC)
    except ValueError:
        return _FIRST_DAY
