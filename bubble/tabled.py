"""Rows as a notebook shows them: a table in HTML, Markdown or plain text, with its heading, sentence and note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape
from typing import Any, cast

from bubble.pivot import pivoted
from bubble.present import as_table, escaped, headings, parts, plain
from graph.store import Answer, EdgeFound, NodeFound
from queries import Question
from queries.header import Shown

ROWS = 25
"""So many rows are shown unless more are asked for."""
_SIDES = {False: "text-align: left; vertical-align: top", True: "text-align: right; vertical-align: top"}
_REST = (
    "{shown} of {all} rows; .table(rows={all}) shows them all",
    "แสดง {shown} จาก {all} รายการ ดูทั้งหมดด้วย .table(rows={all})",
)
_NONE = ("No rows.", "ไม่มีรายการ")


@dataclass(frozen=True)
class Table:
    """What is shown of an answer: so many rows of it in a language, and whatever helps to read them.

    every_column: the details too; sentence: the one that answers; remarks: a line for each.
    """

    answer: Answer = field(repr=False)
    asked: Question | None = None
    language: str = "en"
    rows: int = ROWS
    every_column: bool = False
    title: str = ""
    sentence: str = ""
    remarks: Sequence[str] = ()

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_markdown_(self) -> str:
        return self.markdown()

    def __repr__(self) -> str:
        rows, asked = self._shown
        text = as_table(rows, asked, self.language).rstrip("\n") if rows else self._none
        return "\n\n".join([*self._above, text, *self._below])

    def html(self) -> str:
        """The table in HTML, with what stands above and below it; every text in it is escaped."""
        rows, asked = self._shown
        told = [f"<p>{escape(line)}</p>" for line in self._above]
        if told:
            told[0] = f"<p><strong>{escape(self._above[0])}</strong></p>"
        table = self._html(rows, headings(rows, asked)) if rows else f"<p>{self._none}</p>"
        below = "".join(f"<p>{escape(line)}</p>" for line in self._below)
        return f'<div class="bubble-rows" lang="{escape(self.language)}">{"".join(told)}\n{table}\n{below}</div>'

    def markdown(self) -> str:
        """The same in Markdown."""
        rows, asked = self._shown
        told = [escaped(line) for line in self._above]
        if told:
            told[0] = f"**{told[0]}**"
        columns = headings(rows, asked)
        marks = ("---:" if right else "---" for right in _numeric(rows, columns))
        lines = ["| " + " | ".join(escaped(each.label(self.language)) for each in columns) + " |"]
        lines += ["| " + " | ".join(marks) + " |"]
        lines += [
            "| " + " | ".join(escaped("; ".join(parts(row, each, self.language))) for each in columns) + " |"
            for row in rows
        ]
        table = "\n".join(lines) if rows else self._none
        return "\n\n".join([*told, table, *map(escaped, self._below)]) + "\n"

    def _html(self, rows: Answer, columns: Sequence[Shown]) -> str:
        sides = [_SIDES[right] for right in _numeric(rows, columns)]
        head = "".join(
            f'<th scope="col" style="{side}">{escape(each.label(self.language))}</th>'
            for each, side in zip(columns, sides, strict=True)
        )
        body = "\n".join(
            "<tr>"
            + "".join(
                f'<td style="{side}">{"<br>".join(map(_markup, parts(row, each, self.language)))}</td>'
                for each, side in zip(columns, sides, strict=True)
            )
            + "</tr>"
            for row in rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"

    @cached_property
    def _shown(self) -> tuple[Answer, Question | None]:
        """The rows that are shown, and the question whose headings stand over them: that of a matrix has a row less."""
        asked = self.asked
        if asked and self.every_column:
            asked = replace(asked, shown=tuple(Shown(c.en, c.th, (c.name,)) for c in asked.columns), pivot=())
        if asked and asked.pivot:
            return pivoted(self.answer, asked, self.language), None
        rows = [{name: _brief(value) for name, value in row.items()} for row in self.answer[: self.rows]]
        return Answer(rows, self.answer.columns), asked

    @property
    def _none(self) -> str:
        return _NONE[self.language == "th"]

    @property
    def _above(self) -> list[str]:
        title = self.title or (self.asked.heading(self.language) if self.asked else "")
        return [plain(each) for each in (title, self.sentence) if each]

    @property
    def _below(self) -> list[str]:
        thai, told = self.language == "th", list(self.remarks)
        if self.asked and self.answer:
            told.insert(0, self.asked.note_th if thai and self.asked.note_th else self.asked.note)
        if len(self.answer) > self.rows and len(self._shown[0]) == self.rows:
            told.insert(0, _REST[thai].format(shown=self.rows, all=len(self.answer)))
        return [plain(each) for each in told if each]


def _markup(text: str) -> str:
    """Text in HTML; how far it is set in, as the names of rows of a matrix are, is kept."""
    return "&emsp;" * (len(text) - len(text.lstrip(" "))) + escape(text.lstrip(" "))


def _numeric(rows: Answer, columns: Sequence[Shown]) -> list[bool]:
    """Whether each column holds numbers, which stand at the right."""
    told = [[row[each.columns[0]] for row in rows if row[each.columns[0]] is not None] for each in columns]
    return [
        len(each.columns) == 1 and bool(values) and all(type(value) in (int, float) for value in values)
        for each, values in zip(columns, told, strict=True)
    ]


def _brief(value: object) -> object:
    """A node by its name, kind and id, an edge by kind and id: all they hold would fill the table; else the value."""
    if isinstance(value, list):
        return [_brief(each) for each in cast("list[object]", value)]
    held = cast("dict[str, Any]", value) if type(value) in (NodeFound, EdgeFound) else {}
    if "_labels" in held:
        what = f"{'/'.join(held['_labels'])} {held.get('id', '')}".strip()
        return f"{held['name']} ({what})" if held.get("name") else what
    return f"{held['_type']} {held.get('id', '')}".strip() if held else value
