"""Thai words for what views fill in English only: names of links and the gist of passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from visuals.cards.card import Card
from visuals.picture import Link, Passage, Text, shown


def word_in_thai(canvas: Any, words: Mapping[str, str]) -> None:
    """Give the links and passages of a canvas their Thai from words by their English; what has Thai keeps it."""
    for held in (getattr(canvas, "links", {}), getattr(canvas, "passages", {})):
        for key, told in held.items():
            held[key] = _worded(told, words)


def _worded(told: Any, words: Mapping[str, str]) -> Any:
    if isinstance(told, Passage):
        return replace(told, gloss_th=told.gloss_th or shown(words.get(told.gloss, "")))
    if isinstance(told, Card):
        return replace(told, what=_twin(told.what, words))
    if isinstance(told, Link):
        return replace(told, label=_twin(told.label, words))
    return told


def _twin(text: Text, words: Mapping[str, str]) -> Text:
    return text if text.th and text.th != text.en else Text(text.en, shown(words.get(text.en, text.th)))
