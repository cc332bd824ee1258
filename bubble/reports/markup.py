"""The Markdown of a template as blocks: headings, paragraphs, lists, tables, notices; HTML is shown as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from bubble.documents.blocks import (
    Block,
    Code,
    Heading,
    Inline,
    Items,
    Notice,
    PageBreak,
    Paragraph,
    Run,
    Table,
    TableColumn,
)
from bubble.documents.widths import shares
from bubble.reports.tables import plain_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 3
"""The lowest level of a heading that a document has."""
LINKS = ("http:", "https:", "mailto:")

Fill = Callable[[str, int, Run], Inline]
"""Gives the runs for plain text of a line; `Run` is the look it stands in."""
Whole = Callable[[str], "list[Block] | None"]
"""Gives the blocks a paragraph's text stands for where it is a placeholder of its own, else None."""


class NotTakenError(Exception):
    """Markdown that a document has no block for: what was expected, what was found, and its line."""

    def __init__(self, line: int, told: str) -> None:
        super().__init__(told)
        self.line = line


def blocks_of(text: str, fill: Fill, whole: Whole) -> list[Block]:
    """The blocks of a Markdown text. Raises NotTakenError, with its line, for what has no place in a document."""
    reader = _Reader(_parser().parse(text), fill, whole)
    found: list[Block] = []
    for block in reader.blocks():
        before = found[-1] if found else None
        if isinstance(block, Table) and not block.caption and isinstance(before, Paragraph) and _is_bold(before.runs):
            # A line in bold before a table is its caption.
            found[-1] = replace(block, caption="".join(run.text for run in before.runs))
        else:
            found.append(block)
    return found


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image"])


@dataclass
class _Reader:
    tokens: Sequence[Token]
    fill: Fill
    whole: Whole
    at: int = 0

    def blocks(self, end: str = "") -> Iterator[Block]:
        """The blocks up to the token that ends them."""
        while self.at < len(self.tokens) and self.tokens[self.at].type != end:
            token = self.tokens[self.at]
            self.at += 1
            yield from self._block(token)
        self.at += 1

    def _block(self, token: Token) -> list[Block]:
        match token.type:
            case "paragraph_open":
                return self._paragraph()
            case "heading_open":
                made: Block = self._heading(token)
            case "bullet_list_open" | "ordered_list_open":
                made = self._items(token)
            case "blockquote_open":
                made = self._notice(token)
            case "table_open":
                made = self._table()
            case "fence" | "code_block":
                made = Code(token.content.rstrip("\n"), token.info.strip() or "text")
            case "hr":
                made = PageBreak()
            case other:
                raise NotTakenError(_line(token), f"expected text that a document can hold, found Markdown's {other}")
        return [made]

    def _inline(self) -> Token:
        token = self.tokens[self.at]
        self.at += 2  # the text and the token that closes it
        return token

    def _heading(self, opened: Token) -> Heading:
        token = self._inline()
        text = "".join(run.text for run in self._runs(token))
        return Heading(text, min(int(opened.tag[1:]), DEEPEST))

    def _paragraph(self) -> list[Block]:
        token = self._inline()
        found = self.whole(token.content)
        if found is not None:
            return found
        runs = self._runs(token)
        return [Paragraph(runs)] if runs else []

    def _items(self, opened: Token) -> Items:
        closing = opened.type.replace("open", "close")
        items: list[Inline] = []
        while self.tokens[self.at].type != closing:
            item = self.tokens[self.at]
            self.at += 1
            held = list(self.blocks("list_item_close"))
            if not all(isinstance(block, Paragraph) for block in held):
                raise NotTakenError(_line(item), "expected plain text in the items of a list, found a block inside one")
            items.append(_joined([block.runs for block in held if isinstance(block, Paragraph)]))
        self.at += 1
        return Items(tuple(filter(None, items)), numbered=opened.type == "ordered_list_open")

    def _notice(self, opened: Token) -> Notice:
        """A block quote: its first paragraph is the title where all of it is bold, and each other one a line."""
        title, lines = "", list[Inline]()
        for block in self.blocks("blockquote_close"):
            if isinstance(block, Paragraph):
                if not title and not lines and _is_bold(block.runs):
                    title = "".join(run.text for run in block.runs)
                else:
                    lines.append(block.runs)
            elif isinstance(block, Items):
                lines.extend(block.items)
            else:
                raise NotTakenError(_line(opened), "expected text or a list in a block quote, found another block")
        return Notice(title, tuple(lines))

    def _table(self) -> Table:
        rows: list[list[Inline]] = []
        sides: list[bool] = []
        while (token := self.tokens[self.at]).type != "table_close":
            self.at += 1
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if len(rows) == 1:
                    sides.append("right" in str(token.attrs.get("style", "")))
                rows[-1].append(self._runs(self.tokens[self.at]))
        self.at += 1
        head = ["".join(run.text for run in cell) for cell in rows[0]]
        widths = shares(head, [[plain_of(cell) for cell in row] for row in rows[1:]])
        columns = tuple(
            TableColumn(label, "right" if right else "left", width)
            for label, right, width in zip(head, sides, widths, strict=True)
        )
        return Table(columns, tuple(tuple(row) for row in rows[1:]))

    def _runs(self, token: Token) -> Inline:
        """The runs of a piece of text, with its placeholders filled; lines of one paragraph are one line."""
        runs: list[Run] = []
        look, line = Run(""), _line(token)
        for part in token.children or ():
            if part.type == "text":
                runs.extend(self.fill(part.content, line, look))
            elif part.type == "code_inline":
                runs.extend(self.fill(part.content, line, replace(look, code=True)))
            elif part.type in ("softbreak", "hardbreak"):
                line += 1
                runs.append(replace(look, text=" "))
            elif part.type == "link_open":
                address = str(part.attrs.get("href", ""))
                if not address.casefold().startswith(LINKS):
                    raise NotTakenError(line, f"expected a link that begins with https://, found {address!r}")
                look = replace(look, address=address)
            elif part.type == "link_close":
                look = replace(look, address="")
            elif part.type in ("strong_open", "strong_close"):
                look = replace(look, bold=part.type == "strong_open")
            elif part.type in ("em_open", "em_close"):
                look = replace(look, italic=part.type == "em_open")
            else:
                raise NotTakenError(line, f"expected text that a document can hold, found Markdown's {part.type}")
        return tuple(run for run in runs if run.text or run.cites)


def _is_bold(runs: Inline) -> bool:
    return all(run.bold for run in runs)


def _joined(parts: Sequence[Inline]) -> Inline:
    runs: list[Run] = []
    for part in parts:
        runs.extend([Run(" "), *part] if runs else part)
    return tuple(runs)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1
