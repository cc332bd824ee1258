"""The sentence with which the answer to a question opens, in English and Thai, made from its rows alone."""

from __future__ import annotations

from collections.abc import Sequence

from graph.store import Record
from queries.sentences import (
    agencies,
    changes,
    evidence,
    flows,
    goods,
    links,
    networks,
    parties,
    planning,
    programmes,
    sector,
    structure,
    trade,
)
from queries.sentences.wording import Sentence

SENTENCES: dict[str, Sentence] = {
    **sector.SENTENCES,
    **links.SENTENCES,
    **networks.SENTENCES,
    **trade.SENTENCES,
    **goods.SENTENCES,
    **flows.SENTENCES,
    **structure.SENTENCES,
    **planning.SENTENCES,
    **agencies.SENTENCES,
    **changes.SENTENCES,
    **evidence.SENTENCES,
    **parties.SENTENCES,
    **programmes.SENTENCES,
}
"""What makes the sentence of each question, by its name."""


def sentence(name: str, rows: Sequence[Record], opening: Sequence[Record], language: str) -> str:
    """The opening sentence of a question's answer, empty where none is written for it."""
    make = SENTENCES.get(name)
    return make(rows, opening, language) if make else ""
