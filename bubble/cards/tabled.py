"""The table of an answer in a document: the same cells and headings as on a terminal, cut to what a page takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from bubble.cards.cited import is_cited, numbers_of
from bubble.documents.blocks import Inline, Run, Table, TableColumn
from bubble.documents.sources import Cited
from bubble.documents.widths import lines, shares
from bubble.pivot import pivoted
from bubble.present import headings, is_number, parts
from graph.store import Answer
from queries import Question
from queries.header import Shown
from visuals.picture import shown

LINES = 34.0
"""Lines of a table that a card has room for; a row of several lines counts as such."""
MOST_LISTED = 6
"""Parts of a list that stand in a cell; of more, the first and how many others."""
_SPACE = 0.75
"""Lines that the space around a row takes."""
FEWEST = 5
"""Rows shown in any case, however high."""
_PARTED = " · "
_NUMBERED = ("sources", "source", "evidence", "address")
"""Columns that a number in the list of sources stands for, where a row has evidence or a page of its own."""


def fitting(answer: Answer, asked: Question, language: str, room: float = LINES) -> Answer:
    """As many of the first rows as a page has room for, told in lines; a pivoted table stays whole."""
    if asked.pivot:
        return answer
    shown_in = headings(answer, asked)
    cells = [_cells(row, shown_in, language) for row in answer[: max(FEWEST, int(room))]]
    widths = shares([shown(heading.label(language)) for heading in shown_in], cells)
    used, count = 0.0, 0
    for row in cells:
        used += _SPACE + lines(row, widths)
        if used > room and count >= FEWEST:
            break
        count += 1
    return Answer(answer[:count], answer.columns)


def table(answer: Answer, asked: Question, language: str, cited: Cited | None = None, *, note: str = "") -> Table:
    """The rows under the headings of the terminal; the number of a source stands in the place of its name."""
    told = asked.note_th if language == "th" and asked.note_th else asked.note
    chosen: Question | None = asked
    if asked.pivot and answer:
        answer, chosen = pivoted(answer, asked, language), None
    shown_in = headings(answer, chosen)
    cells = [_cells(row, shown_in, language) for row in answer]
    labels = [shown(heading.label(language)) for heading in shown_in]
    widths = shares(labels, cells)
    columns = [
        TableColumn(label, "right" if is_number(heading, chosen) else "left", width)
        for label, heading, width in zip(labels, shown_in, widths, strict=True)
    ]
    places = (i for i, heading in enumerate(shown_in) if set(heading.columns) & set(_NUMBERED))
    place = next(places, len(shown_in) - 1)
    numbers = [numbers_of(row, cited) if cited else () for row in answer]
    rows = [
        tuple(_inline(text, cites if i == place else ()) for i, text in enumerate(line))
        for line, cites in zip(cells, numbers, strict=True)
    ]
    return Table(tuple(columns), tuple(rows), note=" ".join(filter(None, (told, note))))


def _cells(row: Mapping[str, Any], shown_in: Sequence[Shown], language: str) -> list[str]:
    """A row's cells, those of several columns on one line."""
    if is_cited(row):
        kept = [tuple(name for name in heading.columns if name not in _NUMBERED) for heading in shown_in]
        shown_in = [Shown(h.en, h.th, columns) for h, columns in zip(shown_in, kept, strict=True)]
    brief = {name: _brief(value, language) for name, value in row.items()}
    return [shown(_PARTED.join(parts(brief, heading, language))) for heading in shown_in]


def _brief(value: Any, language: str) -> Any:
    """A value as a page has room for: of a long list the first, and how many more there are."""
    every = [*cast("Iterable[Any]", value)] if isinstance(value, list) else []
    if len(every) <= MOST_LISTED:
        return cast("Any", value)
    rest = len(every) - MOST_LISTED + 1
    return [*every[: MOST_LISTED - 1], f"และอีก {rest:,}" if language == "th" else f"and {rest:,} more"]


def _inline(text: str, cites: tuple[int, ...]) -> Inline:
    return (Run(f"{text} " if text and cites else text, cites=cites),) if text or cites else ()
