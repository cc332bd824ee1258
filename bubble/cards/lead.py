"""The answer in a sentence: the one written for the question, else one line worded from its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from bubble.present import cell, headings, parts
from bubble.thai_cells import in_thai
from graph.store import Answer, Record
from graph.vocabulary import Cell, Status, Word
from queries import Question
from queries.sentences import sentence
from queries.sentences.wording import nothing
from visuals.picture import shown

_SORTED: Mapping[str, type[Word]] = {"status": Status, "state": Cell, "absence": Cell}
_GROUPED = ("status", "state", "absence", "finding", "outcome", "does", "channel", "relation")
"""Columns whose values sort the rows; the first there is counts them."""
_MOST = 6
_PARTS = 3
_FIRST = 160


def lead(asked: Question, answer: Answer, opening: Sequence[Record], language: str) -> str:
    """The sentence a reader sees first."""
    if not answer:
        return nothing(language)
    written = sentence(asked.name, answer, opening, language)
    return shown(written or _of_rows(asked, answer, language))


def _of_rows(asked: Question, answer: Answer, language: str) -> str:
    """How many rows there are, of which sorts, and the first of them."""
    count = len(answer)
    column = next((name for name in _GROUPED if name in answer.columns), None)
    sorts = _sorts(answer, column, language) if column and count > 1 else ""
    first = _first(asked, answer, language)
    if language == "th":
        told = f"พบ {count:,} รายการ" + (f": {sorts}" if sorts else "")
        return told + (f" รายการแรกตามลำดับ: {first}" if count > 1 else f": {first}")
    told = f"{count:,} {'row' if count == 1 else 'rows'}" + (f": {sorts}" if sorts else "")
    return told + (f". The first in order: {first}." if count > 1 else f": {first}.")


def _sorts(answer: Answer, column: str, language: str) -> str:
    words = _SORTED.get(column)
    known = {str(word.value): word for word in words} if words else {}
    count = Counter(str(row[column]) for row in answer if row[column] is not None)
    if len(count) > _MOST * 2 or not count:
        return ""
    order = sorted(count, key=lambda value: (-count[value], value))
    label = {value: known[value].label(language) if value in known else value for value in order}
    if language == "th":
        label = {value: str(in_thai(column, told)) for value, told in label.items()}
    told = [f"{label[v]} {count[v]:,}" if language == "th" else f"{count[v]:,} {label[v]}" for v in order[:_MOST]]
    rest = sum(count[value] for value in order[_MOST:])
    if rest:
        told.append(f"อื่น ๆ {rest:,}" if language == "th" else f"{rest:,} other")
    return (" " if language == "th" and len(told) < 2 else ", ").join(told)


def _first(asked: Question, answer: Answer, language: str) -> str:
    """The first row's first columns, as its table has them."""
    row: Mapping[str, Any] = answer[0]
    told: list[str] = []
    for heading in headings(answer, asked):
        said = " ".join(parts(row, heading, language))
        if said:
            is_number = isinstance(row[heading.columns[0]], int | float)
            told.append(f"{heading.label(language)} {cell(row, heading.columns[0], language)}" if is_number else said)
        if len(told) == _PARTS:
            break
    text = " – ".join(told)
    return text if len(text) <= _FIRST else text[: _FIRST - 1] + "…"
