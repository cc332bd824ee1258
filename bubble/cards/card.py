"""A card: the answer to a question as a document that says what it rests on and can be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from bubble import __version__
from bubble.about import state_of
from bubble.cards.asked import again, in_words
from bubble.cards.caveats import Said, caveats
from bubble.cards.cited import cited_by, own_evidence, sources
from bubble.cards.known import evidence_of, links_of
from bubble.cards.lead import lead
from bubble.cards.made import Noting, made
from bubble.cards.pictured import figure
from bubble.cards.tabled import LINES, fitting, table
from bubble.cards.words import said
from bubble.catalogue import find
from bubble.documents.blocks import Block, Document, Heading, Paragraph, words
from bubble.documents.record import Record
from bubble.passages import passages
from bubble.thai_names import named, names_for
from graph.store import Answer, Reader
from queries import Question, ask
from queries.ask import resolved
from visuals.picture import shown

_BESIDE = 16.0
"""Lines of the table that the answer's summary by member, where there is one, leaves room for."""


def card(
    store: Reader, name: str, params: Mapping[str, str] | None = None, language: str = "en", view: str = ""
) -> Document:
    """The card of a question. `view` names the view of its figure, "none" for no figure.

    Raises GraphError for an unknown question, parameter or view.
    """
    asked, given = find(name), dict(params or {})
    values = resolved(store, asked, given)
    noting = Noting(store)
    answer = ask(noting, asked, values)
    opening = _opening(store, asked, given)
    state = state_of(store)
    options = {"question": digest(asked)} | ({"view": view} if view else {})
    record = Record(
        "card",
        asked.name,
        language,
        state.get("content_hash", ""),
        state.get("data_date", ""),
        __version__,
        params=given,
        options=options,
    )
    told = lead(asked, answer, opening or [], language)
    title = shown(asked.heading(language))
    picture = figure(store, asked, values, answer, language=language, view=view)
    if picture and picture.caption == title:
        picture = replace(picture, caption="")
    links = links_of(store, answer, record.data_date)
    evidence = list(dict.fromkeys([*(id for row in answer for id in own_evidence(row)), *evidence_of(links.values())]))
    known = passages(store, evidence)
    notice = caveats(Said(store, asked, values, answer, links, known, record.data_date, language))
    blocks: list[Block] = [Paragraph(words(told), "lead")]
    blocks += [notice] if notice.items else []
    # A figure of half a page stands on the first one, a larger one after the table.
    is_first = picture is not None and picture.size == "half"
    blocks += [picture] if picture and is_first else []
    front = len(blocks)
    names = names_for(store, language)
    main = fitting(named(answer, names), asked, language, LINES if opening is None else _BESIDE)
    cited = cited_by(store, main, links, language)
    command = again(asked, given)
    cut = len(main) < len(answer)
    note = said("cut", language, shown=len(main), rows=len(answer), command=command) if cut else ""
    blocks += [Heading(said("table", language), 2)]
    blocks += [_summary(asked, named(opening, names), language)] if opening else []
    blocks += [table(main, asked, language, cited, note=note) if main else Paragraph(words(said("no_rows", language)))]
    blocks += [picture] if picture and not is_first else []
    blocks += sources(cited, known, command, language)
    blocks += made(asked, noting.texts, record)
    subtitle = in_words(store, asked, values, given, language)
    return Document(title, language, tuple(blocks), record, subtitle, front)


def rebuilt(store: Reader, record: Record) -> Document:
    """The card that a record tells of, made of the graph at hand. Raises GraphError as `card` does."""
    return card(store, record.name, record.params, record.language, record.options.get("view", ""))


def digest(asked: Question) -> str:
    """What tells one wording of a question from another: the beginning of the SHA-256 of its text."""
    return hashlib.sha256(asked.text.encode()).hexdigest()[:16]


def _opening(store: Reader, asked: Question, given: Mapping[str, str]) -> Answer | None:
    """The summary that a question opens with, where it has one."""
    if not asked.opening:
        return None
    first = find(asked.opening)
    taken = {param.name for param in first.params}
    return ask(store, first, {name: value for name, value in given.items() if name in taken})


def _summary(asked: Question, opening: Answer, language: str) -> Block:
    """All the rows a question opens with, as those of each member."""
    return table(opening, find(asked.opening), language)
