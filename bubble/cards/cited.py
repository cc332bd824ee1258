"""What a card cites: the evidence its rows name, else that of the links they name, else the sources they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bubble.cards.known import Link
from bubble.cards.words import said
from bubble.documents.blocks import Block, Heading, Paragraph, Passage, Source, Sources, words
from bubble.documents.sources import Cited, sources_of
from bubble.linked import links_of_row, naming_columns
from graph.store import Answer, Reader, Record
from visuals.picture import shown

MOST = 20
"""Sources listed where rows name links, each with sources of its own, rather than evidence."""
_PAGE = ("source", "address")


def own_evidence(row: Mapping[str, Any]) -> list[str]:
    """The ids of the evidence that a row itself names."""
    value: Any = row.get("evidence")
    ids: list[Any] = [*value] if isinstance(value, list) else [value]
    return [id for id in ids if isinstance(id, str) and id]


def is_cited(row: Mapping[str, Any]) -> bool:
    """Whether a number stands beside a row: it names evidence, or a page by name and address."""
    return bool(own_evidence(row)) or set(_PAGE) <= row.keys()


def cited_by(store: Reader, rows: Answer, links: Mapping[str, Link], language: str) -> Cited:
    """The sources of the rows that a card shows, numbered in the order of the rows."""
    own = [id for row in rows for id in own_evidence(row)]
    if own:
        return sources_of(store, own, language)
    naming = naming_columns(rows)
    named = [links[id] for row in rows for id in links_of_row(row, naming) if id in links]
    if named:
        every = sources_of(store, [id for link in named for id in link.evidence], language)
        numbers = {id: kept for id, told in every.numbers.items() if (kept := tuple(n for n in told if n <= MOST))}
        return Cited(Sources(every.sources.entries[:MOST]), numbers)
    return _pages(rows) if set(_PAGE) <= set(rows.columns) else Cited(Sources(()), {})


def numbers_of(row: Mapping[str, Any], cited: Cited) -> tuple[int, ...]:
    """The numbers that stand beside a row: of its own evidence, or of the page it names."""
    own = own_evidence(row)
    return cited.of(own if own else [_page(row)])


def sources(cited: Cited, evidence: Sequence[Record], again: str, language: str) -> Iterable[Block]:
    """The numbered sources under their heading, and what of the answer's evidence they leave out.

    evidence: that of the whole answer; again: the command that shows all of it.
    """
    yield Heading(said("sources", language), 2)
    listed = len(cited.sources.entries)
    if not listed:
        yield Paragraph(words(said("sources_none", language, command="bubble ask evidence-serving-sector")), "small")
        return
    yield cited.sources
    every, passages = len({row["source_id"] for row in evidence}), len({row["id"] for row in evidence})
    if passages > len(cited.numbers):
        name, command = (
            ("sources_first", "bubble ask evidence-of-link --param link=ID")
            if listed == MOST
            else ("sources_cut", again)
        )
        yield Paragraph(
            words(said(name, language, listed=listed, sources=every, passages=passages, command=command)), "small"
        )


def _pages(rows: Answer) -> Cited:
    """The pages that rows name by name and address, with what each row says."""
    told: dict[str, list[Record]] = {}
    for row in rows:
        if row["source"] or row["address"]:
            told.setdefault(_page(row), []).append(row)
    entries = [
        Source(number, shown(of[0]["source"] or of[0]["address"]), shown(of[0]["address"] or ""), tuple(map(_said, of)))
        for number, of in enumerate(told.values(), 1)
    ]
    return Cited(Sources(tuple(entries)), {page: (number,) for number, page in enumerate(told, 1)})


def _page(row: Mapping[str, Any]) -> str:
    return "\n".join(str(row.get(name) or "") for name in _PAGE)


def _said(row: Record) -> Passage:
    told = {name: shown(row.get(name) or "") for name in ("says", "speaker", "confidence", "period")}
    return Passage(told["says"], date=told["period"], speaker=told["speaker"], confidence=told["confidence"])
