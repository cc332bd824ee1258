"""The table of an answer in a document: the same cells and headings as on a terminal, cut to what a page takes."""

from __future__ import annotations

from math import ceil

from bubble.cards.cited import numbers_of
from bubble.documents.blocks import Inline, Run, Table, TableColumn
from bubble.documents.sources import Cited
from bubble.pivot import pivoted
from bubble.present import column_widths, headings, is_number, parts
from graph.store import Answer
from queries import Question
from visuals.picture import shown

WIDE = 104
"""Letters that stand beside each other in the tables of a page."""
LINES = 40
"""Lines of a table that a card has room for; a row of several lines counts as such."""
FEWEST = 5
"""Rows shown in any case, however high."""
_PARTED = " · "
_CITING = ("sources", "source", "evidence", "says")
"""The columns beside which the numbers of sources stand, the first there is; else they stand at a row's end."""


def fitting(answer: Answer, asked: Question, language: str, lines: int = LINES) -> Answer:
    """As many of the first rows as a page has room for; a table with a column for each of something stays whole."""
    if asked.pivot:
        return answer
    cells = _cells(answer, asked, language)
    labels = [heading.label(language) for heading in headings(answer, asked)]
    widths = column_widths(labels, cells, WIDE)
    used, count = 0, 0
    for row in cells:
        used += max((ceil(len(text) / max(1, width)) for text, width in zip(row, widths, strict=True)), default=1)
        if used > lines and count >= FEWEST:
            break
        count += 1
    return Answer(answer[:count], answer.columns)


def table(answer: Answer, asked: Question, language: str, cited: Cited | None = None, *, note: str = "") -> Table:
    """The rows under the headings of the terminal; a row that has evidence of its own ends in the sources' numbers."""
    told = asked.note_th if language == "th" and asked.note_th else asked.note
    notes = " ".join(filter(None, (told, note)))
    if asked.pivot and answer:
        answer, chosen = pivoted(answer, asked, language), None
    else:
        chosen = asked
    shown_in = headings(answer, chosen)
    cells = _cells(answer, chosen, language)
    labels = [heading.label(language) for heading in shown_in]
    widths = column_widths(labels, cells, WIDE)
    columns = [
        TableColumn(shown(label), "right" if is_number(heading, chosen) else "left", float(width))
        for label, heading, width in zip(labels, shown_in, widths, strict=True)
    ]
    place = next((i for name in _CITING for i, h in enumerate(shown_in) if name in h.columns), len(shown_in) - 1)
    numbers = [numbers_of(row, cited) if cited else () for row in answer]
    rows = [
        tuple(_inline(text, cites if i == place else ()) for i, text in enumerate(line))
        for line, cites in zip(cells, numbers, strict=True)
    ]
    return Table(tuple(columns), tuple(rows), note=notes)


def _cells(answer: Answer, asked: Question | None, language: str) -> list[list[str]]:
    shown_in = headings(answer, asked)
    return [[shown(_PARTED.join(parts(row, heading, language))) for heading in shown_in] for row in answer]


def _inline(text: str, cites: tuple[int, ...]) -> Inline:
    return (Run(text, cites=cites),) if text or cites else ()
