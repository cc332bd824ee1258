"""A figure for a document: its files, its caption, alt text and sources as text, and what a document takes of it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import cast
from urllib.parse import quote

from bubble.documents.blocks import Document, Figure, Source
from bubble.documents.record import Record
from bubble.filling.content import Content
from bubble.filling.inert import inert, source_item, source_line
from bubble.filling.made import Maker, credit, sources_word, with_cites
from bubble.filling.markdown import text_of
from bubble.filling.placeholder import Placeholder, read_figure
from graph.errors import GraphError, one_line
from graph.store import Reader
from visuals.canvas import content as drawn

ENDINGS = (".svg", ".png", ".pdf", ".md", ".qmd", ".html")
SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What a framed page may do: its own scripts, files it makes, and links that open a window of their own."""


def content_of(
    store: Reader, name: str, params: Mapping[str, str], *, language: str, size: str, caption: str = ""
) -> tuple[Content, tuple[Source, ...]]:
    """The figure of a view, and the sources of what it shows. Raises GraphError for an unknown view or parameter."""
    maker = Maker(store)
    return figure_content(maker, read_figure(name, params, language=language, size=size, caption=caption))


def figure_content(maker: Maker, asked: Placeholder) -> tuple[Content, tuple[Source, ...]]:
    """The same for a placeholder of a figure; its sources are numbered from 1."""
    made = maker.made(asked)
    cited = maker.cited([made], asked.language)
    numbers = cited.of(made.evidence)
    told = credit(made, maker.day, numbers, is_listed=True)
    block = with_cites(made, numbers).block
    content = Content(asked, block, told, made.count, asked.size, maker.record(asked, asked.size))
    return content, cited.sources.entries


def rebuilt(store: Reader, record: Record) -> Document:
    """The figure made again from its record, as a document of nothing else. Raises GraphError for an unknown view."""
    size = record.options.get("for", "")
    content, _ = content_of(store, record.name, record.params, language=record.language, size=size)
    block = cast("Figure", content.block)
    return Document(block.caption, block.language, (block,), content.record)


def files_of(
    content: Content, sources: tuple[Source, ...], to: Path, *, page: bool = False, bare: bool = False
) -> dict[Path, bytes]:
    """The files to write for a figure at `to`, by their path: itself, and for a text the figure beside it.

    page: the page to explore, and its figure for who has no scripts; bare: a text's figure without the text.
    Raises GraphError for an ending that a figure can't have.
    """
    ending = to.suffix.casefold()
    if ending not in ENDINGS:
        raise GraphError(f"--to: expected a name that ends in {', '.join(ENDINGS)}, found {one_line(to.name)}")
    block = cast("Figure", content.block)
    picture = to.with_suffix(".svg")
    svg = content.svg.encode("utf-8")
    if page:
        html = drawn(block.canvas, ".html", block.language, content.size)
        return {picture: svg, to: html.encode("utf-8") if isinstance(html, str) else html}
    if ending == ".svg":
        return {to: svg}
    if ending == ".png":
        return {to: content.png}
    if ending == ".pdf":
        return {to: cast("bytes", drawn(block.canvas, ".pdf", block.language, content.size))}
    if bare:
        return {picture: svg}
    if ending == ".html":
        return {to: _page(content, sources).encode("utf-8")}
    told = snippet(content, sources, to, "quarto" if ending == ".qmd" else "markdown")
    return {picture: svg, to: f"{told}\n".encode()}


def snippet(content: Content, sources: tuple[Source, ...], to: Path, form: str) -> str:
    """What a document takes for a figure whose files stand at `to`: Markdown, Quarto, or HTML for MkDocs and frames."""
    picture = to.name if to.suffix.casefold() in (".svg", ".png", ".pdf") else to.with_suffix(".svg").name
    if form == "iframe":
        return _frame(content, to.name, to.with_suffix(".svg").name)
    if form == "mkdocs":
        return figure_html(content, sources, quote(picture))
    told = text_of(content, quote(picture), is_quarto=form == "quarto")
    if not sources:
        return told
    word = inert(sources_word(content.asked.language))
    return "\n".join([told, "", f"**{word}**", "", *map(source_line, sources)])


def figure_html(content: Content, sources: tuple[Source, ...], address: str) -> str:
    """A figure as HTML: picture, caption, and its sources folded below it. `address` is where its picture stands."""
    block = cast("Figure", content.block)
    lang = block.language
    caption = escape(content.caption)
    width = content.asked.width
    wide = "" if width is None else f' style="width:{f"{width.share:.0%}" if width.share else f"{width.points:g}pt"}"'
    listed = ""
    if sources:
        items = "".join(map(source_item, sources))
        word = escape(sources_word(lang))
        listed = f"<details><summary>{word} ({len(sources):,})</summary><ol>{items}</ol></details>"
    return (
        f'<figure lang="{lang}" class="bubble-figure"><img src="{escape(address)}" alt="{escape(block.alt)}"{wide}>'
        f"<figcaption>{caption}{listed}</figcaption></figure>"
    )


def _frame(content: Content, page: str, picture: str) -> str:
    """A frame around a page that may do little, loaded when it is scrolled to; the figure stands in where none shows."""
    block = cast("Figure", content.block)
    title, alt = escape(block.caption), escape(block.alt)
    caption = escape(content.caption)
    return (
        f'<figure lang="{block.language}" class="bubble-figure">\n'
        f'  <iframe src="{escape(quote(page))}" title="{title}" sandbox="{SANDBOX}" loading="lazy"\n'
        f'    referrerpolicy="no-referrer" width="100%" height="640" style="border:0">\n'
        f'    <img src="{escape(quote(picture))}" alt="{alt}">\n'
        f"  </iframe>\n"
        f'  <noscript><img src="{escape(quote(picture))}" alt="{alt}" style="max-width:100%"></noscript>\n'
        f'  <figcaption>{caption} <a href="{escape(quote(picture))}">SVG</a></figcaption>\n'
        f"</figure>"
    )


_STYLE = """
body{margin:2rem auto;max-width:60rem;padding:0 1rem;font-family:Sarabun,"Noto Sans Thai",sans-serif;color:#17212b}
figure{margin:0}
img{display:block;width:100%;height:auto;border:1px solid #d5dce3}
figcaption{margin-top:.6rem;line-height:1.5}
li{overflow-wrap:anywhere;line-height:1.5}
"""


def _page(content: Content, sources: tuple[Source, ...]) -> str:
    """A page in one file: the figure inside it, its caption and its sources."""
    from visuals.policy import policy
    from visuals.vendored import in_base64

    block = cast("Figure", content.block)
    address = f"data:image/svg+xml;base64,{in_base64(content.svg.encode('utf-8'))}"
    return (
        f'<!DOCTYPE html>\n<html lang="{block.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_allowed(policy((), (_STYLE,))))}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(block.caption)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"{figure_html(content, sources, address)}\n</body>\n</html>\n"
    )


def _allowed(told: str) -> str:
    """The policy without scripts at all."""
    return told.replace("script-src ;", "script-src 'none';")
