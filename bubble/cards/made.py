"""How a card was made, at its end: the query, the state of the graph, the commands that ask again and verify."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bubble.cards.asked import again
from bubble.cards.words import day, said
from bubble.documents.blocks import Block, Code, Heading, Paragraph, words
from bubble.documents.record import Record
from graph.store import TIME_LIMIT, Answer, Reader
from queries import Question

SHORT = 4_000
"""Letters of the queries of a question in Python up to which they are printed whole."""
_COMMENT = "//"


class Noting:
    """A `Reader` over a store that keeps the texts it was asked, each once."""

    def __init__(self, store: Reader) -> None:
        self._store = store
        self.texts: dict[str, None] = {}

    def ask(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        seconds: float = TIME_LIMIT,
        rows: int | None = None,
    ) -> Answer:
        """The answer of the store."""
        self.texts.setdefault(text.strip())
        return self._store.ask(text, params, seconds=seconds, rows=rows)


def made(asked: Question, asked_texts: Mapping[str, None], record: Record) -> list[Block]:
    """The last part of a card."""
    language = record.language
    blocks: list[Block] = [Heading(said("made", language), 2)]
    if record.content_hash:
        when = day(record.data_date, language)
        told = said("made_of", language, day=when, hash=record.content_hash, version=record.version)
    else:
        told = said("made_undated", language, version=record.version)
    blocks += [
        Paragraph(words(told), "small"),
        Paragraph(words(said("again", language)), "small"),
        Code(f"{again(asked, record.params)}\nbubble verify FILE", "shell"),
    ]
    if asked.path is None:
        return [*blocks, Paragraph(words(said("cypher", language)), "small"), Code(_body(asked.text))]
    file = f"queries/catalogue/{asked.path.name}"
    texts = [_body(text) for text in asked_texts]
    if sum(map(len, texts)) <= SHORT:
        told = said("python", language, name=asked.name, file=file)
        return [*blocks, Paragraph(words(told), "small"), Code(";\n\n".join(texts))]
    told = said("python_long", language, name=asked.name, file=file, count=len(texts))
    return [*blocks, Paragraph(words(f"{told} {asked.asks}"), "small")]


def _body(text: str) -> str:
    """A query without the lines of comment at its head, which say what the card says already."""
    lines = text.strip().splitlines()
    first = next((i for i, line in enumerate(lines) if not line.startswith(_COMMENT)), 0)
    return "\n".join(lines[first:]).rstrip(";")
