"""The words a reader of an Office file sees, line by line: to compare two files by, whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bubble.documents.office.package import presentation, readable, word_document, xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ASIDE = ("header", "footer", "footnotes", "endnotes")  # the ends of the relations to them, after the body


def words_of_word(data: bytes) -> str:
    """The words of a .docx: its body, tables a row a line, with descriptions of pictures, then headers and notes."""
    document: Any = word_document(data)
    with readable(".docx"):
        lines = list(_lines(document.part.element, W))
        aside = {
            str(relation.target_part.partname): relation.target_part.blob
            for relation in document.part.rels.values()
            if not relation.is_external and relation.reltype.rpartition("/")[2] in _ASIDE
        }
        for _, blob in sorted(aside.items()):
            lines += _lines(xml(blob), W)
    return "".join(f"{line}\n" for line in lines)


def words_of_slides(data: bytes) -> str:
    """The words of a .pptx: slide by slide, with tables (a row a line), descriptions of pictures and the notes."""
    slides: Any = presentation(data)
    with readable(".pptx"):
        lines: list[str] = []
        for slide in slides.slides:
            lines += _lines(slide._element, A)  # noqa: SLF001  shapes inside shapes are found in the tree at once
            if slide.has_notes_slide:
                notes = slide.notes_slide.notes_text_frame
                lines += _lines(notes._element, A) if notes is not None else ()  # noqa: SLF001
    return "".join(f"{line}\n" for line in lines)


def _lines(element: Any, space: str) -> Iterator[str]:
    """The lines in an element, in the order they stand; what a program shows only in place of another is left out."""
    tag = element.tag
    if tag == _FALLBACK:
        return
    if tag == f"{space}p":
        yield from _filled(_text(element, space))
        for inner in element.iter(f"{W}txbxContent"):  # a box of text stands in a paragraph
            if not any(around.tag == _FALLBACK for around in inner.iterancestors()):
                yield from (line for child in inner for line in _lines(child, space))
        yield from _said(element)
    elif tag == f"{space}tr":
        cells = [" ".join(_lines_inside(cell, space)) for cell in element if cell.tag == f"{space}tc"]
        yield from _filled("\t".join(cells))
    elif isinstance(tag, str):
        if tag.endswith("}pic") and space == A:
            yield from _said(element)
        for child in element:
            yield from _lines(child, space)


def _lines_inside(element: Any, space: str) -> Iterator[str]:
    for child in element:
        yield from _lines(child, space)


def _filled(line: str) -> Iterator[str]:
    if line.strip():
        yield line.strip()


def _said(element: Any) -> Iterator[str]:
    """What is said of the pictures in an element."""
    names = ("docPr", "cNvPr") if element.tag.startswith(A) or element.tag.endswith("}pic") else ("docPr",)
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner.tag.rpartition("}")[2] in names and inner.get("descr"):
            yield " ".join(inner.get("descr").split())


def _text(paragraph: Any, space: str) -> str:
    """The words of a paragraph, without those of a box inside it and without what was deleted."""
    told: list[str] = []

    def walk(element: Any) -> None:
        for child in element:
            if child.tag in (_FALLBACK, f"{W}txbxContent") or not isinstance(child.tag, str):
                continue
            if child.tag == f"{space}t":
                told.append(child.text or "")
            elif child.tag in (f"{space}tab", f"{space}br", f"{space}cr"):
                told.append(" ")
            else:
                walk(child)

    walk(paragraph)
    return " ".join("".join(told).split())
