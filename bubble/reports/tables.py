"""Rows of an answer as a table: chosen columns under headings, rows with the numbers of their sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bubble.documents.blocks import Inline, Run, Table, TableColumn
from bubble.documents.widths import shares
from bubble.reports.grammar import Chosen, Part, columns
from bubble.reports.terms import Wording
from bubble.reports.values import number
from graph.store import Record
from queries import Question

NOTHING = "–"
"""What stands where an answer has no value: not known, or not so. Never a zero."""
_MORE = {
    "en": "{some} of {count:,} rows; all of them: bubble ask {name}",
    "th": "แสดง {some} จาก {count:,} รายการ ดูทั้งหมดด้วยคำสั่ง bubble ask {name}",
}
Cites = Callable[[Record], tuple[int, ...]]


def table_of(
    asked: Question, rows: Sequence[Record], part: Part, wording: Wording, *, most: int, cites: Cites
) -> Table:
    """The first rows as a table; where there are more its note says how many, and where they are."""
    language = wording.language
    held = columns(part.options.get("columns", "")) or _shown(asked, language)
    cells = [[cell_text(row, each.names, wording) for each in held] for row in rows[:most]]
    made: list[tuple[Inline, ...]] = []
    for row, texts in zip(rows, cells, strict=False):
        runs: list[Inline] = [(Run(text),) for text in texts]
        numbers = cites(row)
        if numbers:
            at = _cited(asked, held, cells)
            runs[at] = (*runs[at], Run("", cites=numbers))
        made.append(tuple(runs))
    note = _MORE[language].format(some=most, count=len(rows), name=asked.name) if len(rows) > most else ""
    labels = [_label(asked, each, language) for each in held]
    sides = [_side(asked, each) for each in held]
    heads = map(TableColumn, labels, sides, shares(labels, [[plain_of(cell) for cell in row] for row in made]))
    return Table(tuple(heads), tuple(made), caption=part.options.get("caption", ""), note=note)


def cell_text(row: Record, names: Sequence[str], wording: Wording) -> str:
    """What a cell says: its columns in the language, those without a value left out."""
    told = [_value(row, name, wording) for name in names]
    return " · ".join(filter(None, dict.fromkeys(told))) or NOTHING


def _value(row: Record, column: str, wording: Wording) -> str:
    value = row[column]
    if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool) and column != "year"):
        return number(value)
    return "; ".join(wording.of(row, column))


def _shown(asked: Question, language: str) -> tuple[Chosen, ...]:
    """The columns of the table on a terminal, else all that are no details."""
    if asked.shown:
        return tuple(Chosen(each.label(language), each.columns) for each in asked.shown)
    return tuple(Chosen("", (column.name,)) for column in asked.columns if not column.detail)


def _label(asked: Question, chosen: Chosen, language: str) -> str:
    if chosen.label:
        return chosen.label
    label = {column.name: column.label(language) for column in asked.columns}[chosen.names[0]]
    return label[:1].upper() + label[1:]


def _side(asked: Question, chosen: Chosen) -> Any:
    numbers = {column.name for column in asked.columns if column.type in ("integer", "number")}
    return "right" if len(chosen.names) == 1 and chosen.names[0] in numbers else "left"


def _cited(asked: Question, held: Sequence[Chosen], cells: Sequence[Sequence[str]]) -> int:
    """The column behind whose words the numbers of sources stand: the widest of words has room for them."""
    worded = [place for place, each in enumerate(held) if _side(asked, each) == "left"]
    return max(worded or [0], key=lambda place: max((len(line[place]) for line in cells), default=0))


def plain_of(cell: Inline) -> str:
    """What a cell says as plain text, the numbers of its sources among it."""
    return "".join(run.text + "".join(f" [{number}]" for number in run.cites) for run in cell)


def evidence_in(row: Record, of_link: Mapping[str, Sequence[str]]) -> list[str]:
    """The ids of the evidence a row rests on: its own, else that of the links it names."""
    held: Any = row.get("evidence")
    if isinstance(held, str):
        return [held]
    if isinstance(held, list):
        ids: list[Any] = [*held]
        return [str(id) for id in ids]
    return [id for link in links_in(row) for id in of_link.get(link, ())]


def links_in(row: Record) -> list[str]:
    """The ids of the links a row names, where it holds no evidence of its own."""
    found: list[str] = []
    for column in ("link", "link_ids", "links"):
        value: Any = row.get(column)
        cells: list[Any] = [*value] if isinstance(value, list) else [value]
        found.extend(each.split(" (")[0] for each in cells if isinstance(each, str))
    return found
