"""A document as one web page that opens offline: no script, no request, figures whose words can be selected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from bubble.documents.blocks import Block, Document, Figure, Heading, Inline, Items, Notice, Paragraph, Run, Table
from bubble.documents.inline import inline
from bubble.documents.record import MARK
from bubble.documents.words import AUTHOR, about_passage, in_markup, link_of, said, state, word
from visuals.picture import shown
from visuals.policy import policy, raw
from visuals.vendored import font_faces

TEMPLATE = Path(__file__).parent / "template"
AGAIN = "data-again"
"""Marks what a page holds a second time for another width: a figure for paper and narrow windows."""
BACK = 3
"""Ways back from a source to where it is cited; beyond them only the first are."""
CONTENTS = 4
"""From so many parts on a page begins with a list of them."""
_HELD = re.compile(rf'<script type="application/json" id="{MARK}">(.*?)</script>', re.DOTALL)
_SILENT = ("script", "style", "head", "title", "desc", "nav")
_INLINE = ("a", "b", "i", "strong", "em", "code", "sup", "span", "tspan")


def content(document: Document) -> bytes:
    """The page, in UTF-8; the same document gives the same bytes."""
    page = Page(document)
    environment = Environment(loader=FileSystemLoader(str(TEMPLATE)), autoescape=True, trim_blocks=True)
    template = environment.get_template("document.html")
    values: dict[str, Any] = {
        "document": document,
        "language": document.language,
        "page": page,
        "state": state(document),
        "made": word("made", document.language, version=shown(document.record.version)),
        "author": AUTHOR,
        "shown": shown,
        "said": said,
        "about": about_passage,
        "link_of": link_of,
        "word": word,
        "kind": _kind,
        "mark": MARK,
        "record": raw(in_markup(document.record.text())),
    }
    # Which files of the font it needs is seen from the page's own text.
    body = environment.get_template("blocks.html").render(values)
    style, fonts = _style(), font_faces(body + shown(document.title))
    values |= {"body": raw(body), "style": raw(style), "fonts": raw(fonts), "policy": policy([], [style, fonts])}
    return template.render(values).encode("utf-8", "replace")


def record_in(data: bytes) -> str | None:
    """The record that a page holds, nothing where it holds none."""
    found = _HELD.findall(data.decode("utf-8", "replace"))
    return found[-1] if found else None


def text_of(data: bytes) -> str:
    """Every word of a page that a reader sees, a line for each paragraph, cell and word of a figure."""
    reader = _Reader()
    reader.feed(data.decode("utf-8", "replace"))
    reader.close()
    lines = ("".join(line.split("\n")) for line in "".join(reader.told).split("\f"))
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


class Page:
    """What the template asks of a document: figures as markup, places that cite, parts."""

    def __init__(self, document: Document) -> None:
        """Count the citations, so that a source knows where it is cited before it is written."""
        self.document = document
        self.numbers = {entry.number for block in document.blocks for entry in getattr(block, "entries", ())}
        self.cites = Counter(number for block in document.blocks for number in _cites(block))
        self._cited = Counter[int]()
        self._drawn = 0

    @property
    def parts(self) -> list[tuple[int, str]]:
        """The parts of a long document: place among its headings, and title."""
        headings = [block for block in self.document.blocks if isinstance(block, Heading)]
        found = [(place, block.text) for place, block in enumerate(headings, 1) if block.level == 1]
        return found if len(found) >= CONTENTS else []

    def place(self, number: int) -> int:
        """The how manyeth citation of a source this is, from 1."""
        self._cited[number] += 1
        return self._cited[number]

    def ways_back(self, number: int) -> list[tuple[int, str]]:
        """The places where a source is cited, and what leads back to each is called."""
        count = min(self.cites[number], BACK)
        name = "cited_again" if count > 1 else "cited"
        language = self.document.language
        return [(place, word(name, language, number=number, place=place)) for place in range(1, count + 1)]

    def drawing(self, figure: Figure, size: str) -> Markup:
        """The figure as an element of the page: ids of its own, no style, our description as its name."""
        self._drawn += 1
        return raw(inline(figure.svg(size), f"figure-{self._drawn}-", shown(figure.alt)))

    def depth(self, cell: Inline) -> int:
        """How far a row's name is set in, at most 4: the spaces it begins with, which a page doesn't show."""
        text = cell[0].text if cell else ""
        return min(len(text) - len(text.lstrip(" ")), 4)

    def look(self, run: Run) -> str:
        """The element that gives words their look."""
        return "code" if run.code else "strong" if run.bold else "em" if run.italic else ""


def _kind(block: Block) -> str:
    return type(block).__name__


def _cites(block: Block) -> Iterator[int]:
    """Numbers of the sources that a block cites, as often as it does."""
    lines: tuple[tuple[Run, ...], ...] = ()
    if isinstance(block, Paragraph):
        lines = (block.runs,)
    elif isinstance(block, (Items, Notice)):
        lines = block.items
    elif isinstance(block, Table):
        lines = tuple(cell for row in block.rows for cell in row)
    elif isinstance(block, Figure):
        yield from block.cites
    for line in lines:
        for run in line:
            yield from run.cites


class _Reader(HTMLParser):
    """Collects words; a form feed stands between what is not one line."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT or (AGAIN, None) in attrs or self.silent[-1:] == [tag]:
            self.silent.append(tag)
        elif tag not in _INLINE:
            self.told.append("\f")

    def handle_endtag(self, tag: str) -> None:
        if self.silent and tag == self.silent[-1]:
            self.silent.pop()
        elif tag not in _INLINE:
            self.told.append("\f")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.told.append(data)


@cache
def _style() -> str:
    return (TEMPLATE / "document.css").read_text("utf-8")
