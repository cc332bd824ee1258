"""What the site adds to Sphinx: Thai told as Thai, our fenced languages, and an index of sections for the search."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from pygments.lexer import inherit
from pygments.lexers.graph import CypherLexer
from pygments.lexers.special import TextLexer
from pygments.token import Comment, Name, Operator

THAI = re.compile("[\u0e01-\u0e5b](?:[\u0e01-\u0e5b\u200b \u00a0]*[\u0e01-\u0e5b])?")


class Cypher(CypherLexer):
    """Cypher with parameters and, in a notebook, the line before it, which the library does not know."""

    tokens = {"root": [(r"%%cypher.*", Comment.Preproc), (r"\$\w+", Name.Variable), inherit, (r"-", Operator)]}  # noqa: RUF012  # so that the library finds it


LEXERS = {"cypher": Cypher, "question": Cypher, "cypher-server": Cypher, "desk": TextLexer}


def setup(app: Any) -> dict[str, Any]:
    """Register it all; called by Sphinx."""
    for name, lexer in LEXERS.items():
        app.add_lexer(name, lexer)
    app.connect("builder-inited", _without_the_builders_own_search)
    app.connect("doctree-resolved", _tell_thai)
    app.connect("build-finished", _write_index)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _without_the_builders_own_search(app: Any) -> None:
    """It parts Thai at vowel signs, names pages instead of sections, and reads pages as no file:// page may."""
    app.builder.search = False


def _tell_thai(app: Any, doctree: nodes.document, name: str) -> None:
    """Mark Thai words as Thai, for readers aloud and for where lines may break."""
    for text in list(doctree.findall(nodes.Text)):
        parent = text.parent
        if parent is None or isinstance(parent, nodes.literal_block | nodes.raw | nodes.comment):
            continue
        if not isinstance(parent, nodes.Element) or not THAI.search(text):
            continue
        parent.replace(text, list(_parted(text.astext())))


def _parted(text: str) -> Iterator[nodes.Node]:
    at = 0
    for found in THAI.finditer(text):
        if found.start() > at:
            yield nodes.Text(text[at : found.start()])
        yield nodes.inline(found[0], found[0], classes=["language-th"])
        at = found.end()
    if at < len(text):
        yield nodes.Text(text[at:])


def _write_index(app: Any, error: Exception | None) -> None:
    """The text of every section, as a script: a page opened as a file may load scripts, but read nothing."""
    if error is not None or app.builder.name != "html":
        return
    found = [
        section
        for name in sorted(app.env.found_docs)
        for section in _sections(app.env.get_doctree(name), app.builder.get_target_uri(name))
    ]
    text = "window.bubbleSections = " + json.dumps(found, ensure_ascii=False, separators=(",", ":")) + ";\n"
    (Path(app.outdir) / "_static/sections.js").write_text(text, encoding="utf-8", newline="\n")


def _sections(page: nodes.document, address: str) -> Iterator[tuple[str, str, str, str]]:
    """Address, title of the page, title and own text of each section."""
    title = _plain(next(iter(page.findall(nodes.title)), nodes.title()).astext())
    for section in page.findall(nodes.section):
        heading = _plain(next(iter(section.findall(nodes.title)), nodes.title()).astext())
        is_whole = section.parent is page
        own = " ".join(_plain(text) for child in section.children for text in _texts(child))
        anchor = "" if is_whole else f"#{section['ids'][0]}"
        yield address + anchor, title, "" if is_whole else heading, own


def _texts(node: nodes.Node) -> Iterator[str]:
    """The texts of a section without those of the sections within."""
    if isinstance(node, nodes.section | nodes.title | nodes.comment | nodes.raw):
        return
    if isinstance(node, nodes.TextElement):
        yield "".join(text.astext() for text in node.findall(nodes.Text) if not isinstance(text.parent, nodes.raw))
        return
    for child in node.children:
        yield from _texts(child)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
