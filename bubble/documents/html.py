"""A document as one web page that opens offline: no script, no request, figures whose words can be selected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from bubble.documents.blocks import Block, Document, Figure, Heading, Items, Notice, Paragraph, Run, Table
from bubble.documents.record import MARK
from bubble.documents.words import AUTHOR, about_passage, in_markup, link_of, said, state, word
from visuals.picture import shown
from visuals.policy import policy, raw
from visuals.vendored import font_faces

TEMPLATE = Path(__file__).parent / "template"
SIZE = "web"
"""The sheet of a figure on a page."""
BACK = 9
"""Ways back from a source to where it is cited; beyond them only the first are."""
CONTENTS = 4
"""From so many parts on a page begins with a list of them."""
_SVG = "{http://www.w3.org/2000/svg}"
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
        "kind": lambda block: type(block).__name__,  # pyright: ignore[reportUnknownLambdaType]
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

    def drawing(self, figure: Figure) -> Markup:
        """The figure as an element of the page: ids of its own, no style, our description as its name."""
        self._drawn += 1
        return raw(_inline(figure.svg(SIZE), f"figure-{self._drawn}-", shown(figure.alt)))

    def look(self, run: Run) -> str:
        """The element that gives words their look."""
        return "code" if run.code else "strong" if run.bold else "em" if run.italic else ""


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


def _inline(svg: str, prefix: str, alt: str) -> str:
    root = ET.fromstring(svg)  # noqa: S314  a figure of ours; no address in it is opened
    for name in ("title", "desc", "style"):
        for child in root.findall(f"{_SVG}{name}"):
            root.remove(child)
    for element in root.iter():
        element.tag = element.tag.removeprefix(_SVG)
        for name, value in list(element.attrib.items()):
            if name == "id":
                element.set(name, prefix + value)
            elif value.startswith("url(#"):
                element.set(name, f"url(#{prefix}{value[5:]}")
            elif name.startswith("data-"):
                del element.attrib[name]
    for name in ("aria-labelledby", "class"):
        root.attrib.pop(name, None)
    root.set("aria-label", alt)
    return ET.tostring(root, encoding="unicode")


class _Reader(HTMLParser):
    """Collects words; a form feed stands between what is not one line."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
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
