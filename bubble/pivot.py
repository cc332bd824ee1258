"""A long answer as a table with a column for each of something: the matrix on a terminal."""

from __future__ import annotations

from graph.store import Answer
from queries import Question

_STEP = " "


def pivoted(answer: Answer, asked: Question, language: str) -> Answer:
    """A row for each value of the first column of `asked.pivot`, a column for each of its second, cells from its third.

    Rows and columns stand in the order in which the answer has them; a column `depth` sets the names of rows in.
    """
    rows, columns, cells = asked.pivot
    heading = next(c.label(language) for c in asked.columns if c.name == rows)
    shown: dict[str, dict[str, str]] = {}
    for row in answer:
        name = row.get(f"{rows}_th") if language == "th" else None
        label = f"{_STEP * row.get('depth', 0)}{name or row[rows]}"
        shown.setdefault(label, {heading: label})[str(row[columns])] = row[cells] or ""
    across = list(dict.fromkeys(str(row[columns]) for row in answer))
    return Answer(
        [{name: line.get(name, "") for name in (heading, *across)} for line in shown.values()], [heading, *across]
    )
