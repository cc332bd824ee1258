"""Placeholders in Markdown and Quarto: what is filled stands between two comments that remember the placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bubble.documents.blocks import Figure, Paragraph, Sources, Table
from bubble.filling.content import Content
from bubble.filling.inert import inert, source_line
from bubble.filling.made import full
from bubble.filling.place import Filled, Place
from bubble.filling.placeholder import Memory, Placeholder, print_of, spans_in
from graph.errors import GraphError, one_line

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)*?[^`])\1(?!`)", re.DOTALL)
_FILLED = re.compile(r"<!-- bubble: ((?:(?!-->).)*?) -->(.*?)<!-- /bubble -->", re.DOTALL)
_SIZE = "web"
_OPENED = re.compile(r"<!--\s*/?bubble\b")


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    place: Place


class MarkdownFile:
    """A text in Markdown; `is_quarto` gives figures the attributes that Quarto and Pandoc read."""

    def __init__(self, data: bytes, *, is_quarto: bool) -> None:
        """Read the text. Raises GraphError for what is no UTF-8, and for a filled place that has no end."""
        self._is_quarto = is_quarto
        try:
            self._text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise GraphError(f"expected text in UTF-8, found something else at byte {error.start:,}") from None
        self._break = "\r\n" if "\r\n" in self._text else "\n"
        self._found = list(self._places())

    @property
    def places(self) -> Sequence[Place]:
        """The places in their order."""
        return [found.place for found in self._found]

    def filled(self, contents: Mapping[int, Content], stem: str) -> Filled:
        """The text with these places filled."""
        made = {
            index: between(content, stem, is_quarto=self._is_quarto, is_block=self._found[index].place.is_block)
            for index, content in contents.items()
        }
        return Filled(self.replaced(made).encode("utf-8"), self.beside([*contents.values()], stem))

    def replaced(self, texts: Mapping[int, str]) -> str:
        """The text with other words at these places, its line breaks as they were."""
        parts: list[str] = []
        at = 0
        for index, found in enumerate(self._found):
            if index in texts:
                parts += [self._text[at : found.start], texts[index].replace("\n", self._break)]
                at = found.end
        return "".join(parts) + self._text[at:]

    def beside(self, contents: Sequence[Content], stem: str) -> Mapping[str, bytes]:
        """The figures, in a folder named after the text."""
        figures = (content for content in contents if isinstance(content.block, Figure))
        return {file_of(content, stem): content.svg.encode("utf-8") for content in figures}

    def _places(self) -> Iterator[_Found]:
        masked = _masked(self._text)
        at = 0
        for filled in _FILLED.finditer(masked):
            yield from self._open(masked, at, filled.start())
            memory = _memory(self._text[filled.start(1) : filled.end(1)])
            block = "\n" in filled[2]
            yield _Found(
                filled.start(),
                filled.end(),
                Place(self._line(filled.start()), memory.placeholder, memory, block, _SIZE),
            )
            at = filled.end()
        yield from self._open(masked, at, len(masked))

    def _open(self, masked: str, start: int, end: int) -> Iterator[_Found]:
        part = masked[start:end]
        if stray := _OPENED.search(part):
            where = self._line(start + stray.start())
            found = one_line(part[stray.start() :].partition("\n")[0], 60)
            raise GraphError(f"{where}: expected <!-- bubble: … --> and <!-- /bubble --> in pairs, found {found}")
        try:
            for span in spans_in(part):
                first, last = start + span.start, start + span.end
                before = masked[masked.rfind("\n", 0, first) + 1 : first]
                after = masked[last:].partition("\n")[0]
                place = Place(self._line(first), span.inside, None, not before.strip() and not after.strip(), _SIZE)
                yield _Found(first, last, place)
        except GraphError as error:
            raise GraphError(f"{self._line(start)} or below: {error}") from None

    def _line(self, at: int) -> str:
        return f"line {self._text.count(chr(10), 0, at) + 1}"


def between(content: Content, stem: str, *, is_quarto: bool, is_block: bool) -> str:
    """What stands at the place: two comments, and between them what a reader sees."""
    remembered = f"<!-- bubble: {_kept(content)} -->"
    if isinstance(content.block, Paragraph) and not is_block:
        return f"{remembered}{text_of(content, '', is_quarto=is_quarto)}<!-- /bubble -->"
    return f"{remembered}\n\n{text_of(content, file_of(content, stem), is_quarto=is_quarto)}\n\n<!-- /bubble -->"


def text_of(content: Content, file: str, *, is_quarto: bool) -> str:
    """A figure, table, sentence or list of sources in Markdown; `file` is where the figure's picture stands."""
    block = content.block
    if isinstance(block, Figure):
        return _figure(content, block, file, is_quarto=is_quarto)
    if isinstance(block, Table):
        return _table(content, block, is_quarto=is_quarto)
    if isinstance(block, Sources):
        return "\n".join(source_line(entry) for entry in block.entries)
    return inert(content.words)


def file_of(content: Content, stem: str) -> str:
    """The name of a figure's file beside the text: the same for the same view, parameters, language and size."""
    if not isinstance(content.block, Figure):
        return ""
    return f"{stem}-figures/{name_of(content.asked, content.size)}.svg"


def name_of(asked: Placeholder, size: str) -> str:
    """A name for the file of a figure."""
    params = "".join(f"-{print_of(*(f'{k}={v}' for k, v in sorted(asked.params.items())))[:8]}" if asked.params else "")
    return f"{asked.name}{params}-{asked.language}-{size}"


def _figure(content: Content, block: Figure, file: str, *, is_quarto: bool) -> str:
    caption = content.caption
    if not is_quarto:
        return f"![{inert(block.alt)}](<{file}>)\n\n*{inert(caption)}*"
    width = content.asked.width
    wide = "" if width is None else f" width={f'{width.share:.0%}' if width.share else f'{width.points / 72:.2f}in'}"
    return f'![{inert(caption)}](<{file}>){{fig-alt="{inert(block.alt)}" lang={block.language}{wide}}}'


def _table(content: Content, block: Table, *, is_quarto: bool) -> str:
    caption = inert(full(block.caption, " ".join(filter(None, (block.note, content.credit))), content.asked.language))
    rule = "|".join("---:" if column.side == "right" else ":---" for column in block.columns)
    lines = ["| " + " | ".join(inert(column.label) for column in block.columns) + " |", f"|{rule}|"]
    lines += ["| " + " | ".join(_cell("".join(run.text for run in cell)) for cell in row) + " |" for row in block.rows]
    told = "\n".join(lines)
    return f"{told}\n\n: {caption}" if is_quarto else f"*{caption}*\n\n{told}"


def _cell(text: str) -> str:
    return "; ".join(inert(line) for line in text.split("\n") if line.strip())


def _masked(text: str) -> str:
    """The text with its code blanked out, each sign by one: what is shown as code is no placeholder."""
    lines: list[str] = []
    fence = ""
    for line in text.splitlines(keepends=True):
        found = _FENCE.match(line)
        if fence:
            closes = found is not None and found[1].startswith(fence) and not line[found.end() :].strip()
            fence = "" if closes else fence
            lines.append(_blank(line))
        elif found is not None:
            fence = found[1]
            lines.append(_blank(line))
        else:
            lines.append(line)
    return _CODE.sub(lambda code: _blank(code[0]), "".join(lines))


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def _kept(content: Content) -> str:
    """The memory inside a comment, in which two hyphens can't stand."""
    return f"{content.asked.text} · {content.count} · {content.print}".replace("--", "-&#45;").replace(">", "&#62;")


def _memory(kept: str) -> Memory:
    parts = kept.replace("&#45;", "-").replace("&#62;", ">").rsplit(" · ", 2)
    return Memory(parts[0], *parts[1:]) if len(parts) == 3 else Memory(kept)
