"""Cards as the script of a page reads them, and the words of pages with cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.vocabulary import Confidence, Form, Status
from visuals.cards.card import Card
from visuals.payload import JSON, label_of
from visuals.picture import Fact, Passage, Text
from visuals.words import WORDS

_NAMES = (
    *("language", "theme", "print", "close", "no_script", "evidence", "source", "date", "speaker", "confidence"),
    *("locator", "open_source", "status", "form", "since", "legend", "no_evidence"),
)


def words(own: Mapping[str, Text]) -> dict[str, Text]:
    """The words of a page with cards: those of every page, and its own."""
    return {**{name: WORDS[name] for name in _NAMES}, **own}


def cards_of(cards: Mapping[str, Card], passages: Mapping[str, Passage]) -> JSON:
    """Links and passages by id."""
    return {
        "links": {key: _card(card) for key, card in cards.items()},
        "passages": {
            key: [
                [p.gloss, p.gloss_th],
                p.source,
                p.address,
                p.date,
                p.speaker,
                list(label_of(Confidence, p.confidence)) if p.confidence else [],
                p.locator,
            ]
            for key, p in passages.items()
        },
    }


def facts_of(facts: Iterable[Fact]) -> list[list[str]]:
    """Facts in both languages."""
    return [[fact.label, fact.label_th, fact.value, fact.value_th] for fact in facts]


def _card(card: Card) -> list[Any]:
    return [
        list(card.what),
        list(card.parties),
        list(label_of(Status, card.status)),
        list(label_of(Form, card.form)),
        card.since,
        list(card.evidence),
    ]
