"""A document as Markdown for GitHub, Quarto and MkDocs: one file, its figures at the end so that its text can be read.

A figure is a PNG in the file itself: a reader that shows addresses of data at all shows that kind. GitHub shows none,
so there the description stands in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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
    Source,
    Sources,
    Table,
)
from bubble.documents.record import MARK
from bubble.documents.words import about_passage, in_markup, link_of, said, state, word
from bubble.present import escaped
from visuals.picture import shown
from visuals.vendored import in_base64

SIZE = "web"
"""The sheet of a figure in running text."""
# Beyond what a table escapes: citations, emoji and templates of Quarto, MkDocs and GitHub, bare addresses.
_MORE = {ord(sign): f"&#{ord(sign)};" for sign in "@^{}"}
_ADDRESS = re.compile(r":(?=//|[a-z0-9_+-]+:)|(?<=www)\.", re.IGNORECASE)
_START = re.compile(r"(?:[-+=#:!?%]|\d+(?=[.)]))")
_HELD = re.compile(rf"<!-- {MARK} (\{{.*?\}}) -->")
_IMAGE = re.compile(r"^\[figure-\d+\]: data:\S+$", re.MULTILINE)
_FENCE = re.compile(r"`+")


def content(document: Document) -> bytes:
    """The text in UTF-8; the same document gives the same bytes."""
    parts = [f"# {words(document.title)}"]
    parts += [f"**{words(document.subtitle)}**"] if document.subtitle.strip() else []
    parts += [f"*{words(told)}*" for told in (state(document),) if told]
    drawn = {id(figure): number for number, figure in enumerate(document.figures(), 1)}
    cited = {entry.number for block in document.blocks if isinstance(block, Sources) for entry in block.entries}
    writer = _Writer(document.language, drawn, cited)
    for block in document.blocks:
        parts += writer.block(block)
    parts.append(f"*{words(word('made', document.language, version=document.record.version))}*")
    for number, figure in enumerate(document.figures(), 1):
        parts.append(f"[figure-{number}]: data:image/png;base64,{in_base64(figure.png(figure.size or SIZE))}")
    parts.append(f"<!-- {MARK} {in_markup(document.record.text())} -->")
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def record_in(data: bytes) -> str | None:
    """The record that a file holds, nothing where it holds none; the last, since text before it might look like one."""
    found = _HELD.findall(data.decode("utf-8", "replace"))
    return found[-1] if found else None


def text_of(data: bytes) -> str:
    """The text as it stands, without the pixels of its figures and without its record."""
    text = _IMAGE.sub("", _HELD.sub("", data.decode("utf-8", "replace")))
    return "\n".join(filter(None, (line.rstrip() for line in text.splitlines())))


def words(text: str) -> str:
    """Text as it may stand anywhere in a paragraph or a cell, whatever it holds, in every kind of Markdown."""
    told = escaped(shown(text).replace("&", "&amp;")).translate(_MORE)
    told = _ADDRESS.sub(lambda sign: f"&#{ord(sign[0])};", told)
    return (
        _START.sub(lambda start: f"&#{ord(start[0][0])};{start[0][1:]}", told, count=1) if _START.match(told) else told
    )


class _Writer:
    """Writes blocks in one language; knows the numbers of the figures, and of the sources that can be jumped to."""

    def __init__(self, language: str, drawn: dict[int, int], cited: set[int]) -> None:
        self.language = language
        self.drawn = drawn
        self.cited = cited

    def block(self, block: Block) -> Iterator[str]:
        """The block as paragraphs of Markdown."""
        match block:
            case Table():
                yield from self._table(block)
            case Figure():
                yield f"![{words(block.alt)}][figure-{self.drawn[id(block)]}]"
                caption = f"*{words(block.caption)}*" if block.caption else ""
                if caption or block.cites:
                    yield caption + self._cites(block.cites)
            case Sources():
                for entry in block.entries:
                    yield self._source(entry)
            case Notice():
                # A quotation: the one way to set text apart that every kind of Markdown knows.
                told = [f"**{words(block.title)}**", "", *self._listed(block.items).split("\n")]
                yield "\n".join(f"> {line}".rstrip() for line in told)
            case _:
                yield self._plain(block)

    def _plain(self, block: Heading | Paragraph | Items | Code | PageBreak) -> str:
        match block:
            case Heading():
                return f"{'#' * (block.level + 1)} {words(block.text)}"
            case Paragraph():
                return self.inline(block.runs)
            case Items():
                return self._listed(block.items, numbered=block.numbered)
            case Code():
                return _code(block)
            case PageBreak():
                return "---"

    def inline(self, runs: Inline) -> str:
        """Words in their looks, with links and citations."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        text = words(run.text)
        inner = text.strip()
        if inner:
            before = " " if run.text[:1].isspace() else ""
            after = " " if run.text[-1:].isspace() else ""
            if run.code:
                inner = f"<code>{inner}</code>"
            inner = f"**{inner}**" if run.bold else inner
            inner = f"*{inner}*" if run.italic else inner
            address = link_of(run.address) if run.address else ""
            text = before + (f"[{inner}]({_in_brackets(address)})" if address else inner) + after
        return text + self._cites(run.cites)

    def _cites(self, numbers: Iterable[int]) -> str:
        return "".join(f"[\\[{n}\\]](#source-{n})" if n in self.cited else f"\\[{n}\\]" for n in numbers)

    def _listed(self, items: Iterable[Inline], *, numbered: bool = False) -> str:
        lines = (self.inline(item) for item in items)
        return "\n".join(f"{place}. {line}" if numbered else f"- {line}" for place, line in enumerate(lines, 1))

    def _table(self, table: Table) -> Iterator[str]:
        if table.caption:
            yield f"**{words(table.caption)}**"
        rule = ("---:" if column.side == "right" else "---" for column in table.columns)
        lines = [_row(words(column.label) for column in table.columns), _row(rule)]
        yield "\n".join([*lines, *(_row(self.inline(cell) for cell in row) for row in table.rows)])
        if table.note:
            yield f"*{words(table.note)}*"

    def _source(self, entry: Source) -> str:
        address = link_of(entry.address) if entry.address else ""
        told = f'<a id="source-{entry.number}"></a>**\\[{entry.number}\\]** {words(entry.name)}'
        if address:
            told += f" [{words(entry.address)}]({_in_brackets(address)})"
        elif entry.address:
            told += f" {words(entry.address)}"
        lines = [told, ""] if entry.passages else [told]
        for passage in entry.passages:
            about = about_passage(passage)
            lines.append(f"- {words(said(passage, self.language))}" + (f" ({words(about)})" if about else ""))
        return "\n".join(lines)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _code(code: Code) -> str:
    """The text in a fence longer than any inside."""
    lines = [shown(line) for line in code.text.split("\n")]
    fence = "`" * max(3, 1 + max((len(run) for line in lines for run in _FENCE.findall(line)), default=0))
    return "\n".join([fence + re.sub(r"[^\w-]", "", code.language, flags=re.ASCII), *lines, fence])


def _in_brackets(address: str) -> str:
    """An address between round brackets, in a cell too: what would end either is encoded."""
    return "".join(
        f"%{ord(sign):02X}" if sign in "()[]|\\`*_'$@~^{}" and sign not in "_@" else sign for sign in address
    )
