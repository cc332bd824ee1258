"""A document as the JSON that the template reads: text in pieces, widths in points, nothing that is markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    Passage,
    Run,
    Sources,
    Table,
)
from bubble.documents.pdf.pieces import (
    BODY,
    CELL,
    CODE,
    LEAD,
    NOTE,
    PAGE,
    TITLE,
    Piece,
    fitted,
    pieces,
    widest,
)
from bubble.documents.widths import inset, shared
from bubble.documents.words import AUTHOR, about_passage, link_of, said, state, word
from visuals.picture import shown
from visuals.vendored import FALLBACK, FAMILY

JSON = dict[str, Any]
WHOLE = 900
"""Letters of a row of a table up to which it stays on one page."""
SIZES = ((CELL, 10.0), (8.5, 8.0), (8.0, 7.0), (7.5, 6.0), (7.0, 5.0))
"""Text in a table and what its cells keep free at most: the first at which no word is torn, else the last."""
_WIDEST = PAGE * 0.45
"""No column asks for more, whatever its words."""
_HEADINGS = (14.0, 12.0, 10.5)
_INDENT = 30.0  # of a list, a note and the text of a source


def told(document: Document, record: str) -> JSON:
    """The document; `record` is the name of the file that is attached."""
    language = document.language
    numbers = {entry.number for block in document.blocks if isinstance(block, Sources) for entry in block.entries}
    figures = {id(figure): number for number, figure in enumerate(document.figures(), 1)}
    made = word("made", language, version=shown(document.record.version)).rstrip(".")
    page = word("page", language, page="\0", pages="\0")
    return {
        "title": shown(document.title),
        "heading": pieces(document.title, TITLE),
        "running": fitted(document.title, 8, PAGE),
        "subtitle": pieces(document.subtitle, 12),
        "language": language,
        "author": AUTHOR,
        "families": [FAMILY, FALLBACK],
        "record": record,
        "state": state(document),
        "foot": " · ".join(filter(None, (state(document), made))),
        "page": page.split("\0"),
        "sources": sorted(numbers),
        "front": document.front,
        "blocks": [_block(block, language, figures) for block in document.blocks],
    }


def _block(block: Block, language: str, figures: dict[int, int]) -> JSON:
    match block:
        case Heading():
            made: JSON = {"pieces": pieces(block.text, _HEADINGS[block.level - 1]), "level": block.level}
        case Paragraph():
            size = {"lead": LEAD, "small": NOTE}.get(block.look, BODY)
            made = {"runs": _runs(block.runs, size), "look": block.look}
        case Items():
            made = {"items": _lines(block.items), "numbered": block.numbered}
        case Table():
            made = _table(block)
        case Figure():
            made = {
                "path": f"figure-{figures[id(block)]}.pdf",
                "alt": shown(block.alt),
                "has_caption": bool(block.caption or block.cites),
                "caption": _runs((Run(block.caption, cites=block.cites),), NOTE),
            }
        case Notice():
            made = {"title": pieces(block.title, BODY, PAGE - _INDENT), "items": _lines(block.items)}
        case Code():
            made = {"lines": [_pieces_of_code(line) for line in block.text.split("\n")]}
        case Sources():
            made = {"entries": list(_entries(block, language))}
        case PageBreak():
            made = {}
    return {"kind": type(block).__name__.casefold(), **made}


def _lines(items: Iterable[Inline]) -> list[list[JSON]]:
    return [_runs(item, BODY, PAGE - _INDENT) for item in items]


def _runs(inline: Inline, size: float, room: float = PAGE) -> list[JSON]:
    return [
        {
            # The letters of code are wider than those of our font.
            "pieces": _with_last(
                pieces(run.text, size * 1.2 if run.code else size, room - _wide(run.cites)), run.cites
            ),
            "bold": run.bold,
            "italic": run.italic,
            "code": run.code,
            "link": link_of(run.address),
            "cites": list(run.cites),
        }
        for run in inline
    ]


def _with_last(parts: list[Piece], cites: tuple[int, ...]) -> list[Piece]:
    """The pieces with the last word apart where it is cited: no line breaks between it and the number."""
    if not cites or not parts or parts[-1].is_whole:
        return parts
    text = parts[-1].text
    start = len(text.rstrip()) - len(text.split()[-1]) if text.strip() else 0
    before, last = text[:start], text[start:]
    return [*parts[:-1], *([Piece(before, is_whole=False)] if before else []), Piece(last, is_whole=True)]


def _wide(cites: tuple[int, ...]) -> float:
    """What citations need on the line of the word before them, at most."""
    return min(16.0 * len(cites), 60.0)


def _pieces_of_code(line: str) -> list[Any]:
    """A line of a program; spaces that begin it stay."""
    kept = shown(line)
    start = len(kept) - len(kept.lstrip(" "))
    return [*([("\u00a0" * start, False)] if start else []), *pieces(kept[start:], CODE * 1.2, PAGE - _INDENT)]


def _table(table: Table) -> JSON:
    sizes = [(size, inset(len(table.columns), free)) for size, free in SIZES]
    size, free = next((each for each in sizes if sum(_least(table, *each)) <= PAGE), sizes[-1])
    rooms = shared([column.share for column in table.columns], _least(table, size, free), PAGE)
    return {
        "size": size,
        "inset": free / 2,
        "caption": pieces(table.caption, 10),
        "note": pieces(table.note, NOTE),
        "columns": [
            {"label": pieces(column.label, size, room - free), "side": column.side, "width": room}
            for column, room in zip(table.columns, rooms, strict=True)
        ],
        "rows": [
            {
                "cells": [_runs(cell, size, room - free) for cell, room in zip(row, rooms, strict=True)],
                "whole": sum(len(run.text) for cell in row for run in cell) <= WHOLE,
            }
            for row in table.rows
        ],
    }


def _least(table: Table, size: float, free: float) -> list[float]:
    """What each column needs so that no word of it is torn, at that size of text."""
    needs = [[widest(pieces(column.label, size), size)] for column in table.columns]
    for row in table.rows:
        for need, cell in zip(needs, row, strict=True):
            need.extend(widest(pieces(run.text, size), size) + _wide(run.cites) for run in cell)
    return [min(max(need) + free + 1, _WIDEST) for need in needs]


def _entries(sources: Sources, language: str) -> Iterator[JSON]:
    room = PAGE - _INDENT
    for entry in sources.entries:
        yield {
            "number": entry.number,
            "name": pieces(entry.name, BODY, room),
            "address": pieces(entry.address, NOTE, room),
            "link": link_of(entry.address),
            "passages": [_passage(passage, language, room - 20) for passage in entry.passages],
        }


def _passage(passage: Passage, language: str, room: float) -> JSON:
    return {"said": pieces(said(passage, language), CELL, room), "about": pieces(about_passage(passage), NOTE, room)}
