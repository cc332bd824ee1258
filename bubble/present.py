"""Answers as text: a table for a terminal, CSV, JSON and Markdown for everything else."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from shutil import get_terminal_size
from typing import Any, Literal, cast

from bubble.thai_cells import in_thai
from graph.store import Answer
from graph.vocabulary import Confidence, Form, Status, Word
from queries.header import Shown
from queries.question import Question

FORMATS = ("table", "csv", "json", "md")
_WORDS: Mapping[str, type[Word]] = {"status": Status, "form": Form, "confidence": Confidence}
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NARROWEST = 80
_SHORT = 24
_GAP = 2
_WORD = 12


def as_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """One list of objects keyed by column."""
    return json.dumps([dict(row) for row in rows], ensure_ascii=False, indent=1, default=str) + "\n"


def as_csv(answer: Answer) -> str:
    """CSV with a header; lists are joined by "; ", and no cell can be taken for a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer:
        writer.writerow([_safe(row[c]) for c in answer.columns])
    return out.getvalue()


def _safe(value: Any) -> Any:
    """A cell for a spreadsheet: numbers as they are, text that begins like a formula behind an apostrophe."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    text = plain(value)
    # A sign alone (the comparator "=") is no formula.
    return f"'{text}" if text.startswith(FORMULA) and len(text) > 1 else text


def as_markdown(answer: Answer, asked: Question | None = None, language: str = "en") -> str:
    """A Markdown table of every column; what would be markup is shown as it is."""
    labels = [c.label(language) for c in asked.columns] if asked else list(answer.columns)
    lines = ["| " + " | ".join(map(escaped, labels)) + " |", "|" + " --- |" * len(labels)]
    lines += ["| " + " | ".join(escaped(cell(row, c, language)) for c in answer.columns) + " |" for row in answer]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text as it may stand in a cell of a Markdown table, whatever it holds."""
    for sign in "\\`*_[]<>|~$":
        text = text.replace(sign, f"&#{ord(sign)};" if sign in "<>|~$" else f"\\{sign}")
    return " ".join(text.split())


def plain(value: Any) -> str:
    """A value as one line of text: lists joined, maps as JSON, nothing for none, control characters as escapes."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else f"{value:,.0f}"
    if isinstance(value, (list, tuple)):
        return "; ".join(filter(None, (plain(v) for v in cast("list[Any]", value))))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    text = value.isoformat() if isinstance(value, date) else str(value)
    return "".join(c if c.isprintable() else " " if c in "\n\t" else f"\\u{ord(c):04x}" for c in text)


def cell(row: Mapping[str, Any], column: str, language: str = "en") -> str:
    """A cell as a reader of that language sees it: the Thai twin of a column where there is one."""
    value = row[column]
    if language == "th":
        if row.get(f"{column}_th"):
            return plain(row[f"{column}_th"])
        value = in_thai(column, value)
    words = _WORDS.get(column)
    if words and isinstance(value, str) and value in {w.value for w in words}:
        return words(value).label(language)
    return plain(value)


def headings(answer: Answer, asked: Question | None = None) -> list[Shown]:
    """The columns of a table that is read: those the question shows, else all that are no details."""
    if not asked:
        return [Shown(plain(c), plain(c), (c,)) for c in answer.columns]
    return list(asked.shown) or [Shown(c.en, c.th, (c.name,)) for c in asked.columns if not c.detail]


def parts(row: Mapping[str, Any], heading: Shown, language: str = "en") -> list[str]:
    """What stands in a row under a heading: a part for each of its columns that says something."""
    return list(filter(None, (cell(row, column, language) for column in heading.columns)))


def is_number(heading: Shown, asked: Question | None) -> bool:
    """Whether numbers stand under a heading, so on the right."""
    types = {column.name: column.type for column in asked.columns} if asked else {}
    return len(heading.columns) == 1 and types.get(heading.columns[0]) in {"integer", "number"}


def as_table(answer: Answer, asked: Question | None = None, language: str = "en", width: int | None = None) -> str:
    """A table for a terminal, wrapped to its width; details of a question are left out."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = headings(answer, asked)
    cells = [["\n".join(parts(row, heading, language)) for heading in shown] for row in answer]
    wide = width or max(_NARROWEST, get_terminal_size((140, 24)).columns)
    widths = column_widths([h.label(language) for h in shown], cells, wide)
    # A blank line parts rows that are several lines high.
    composed = any(len(heading.columns) > 1 for heading in shown)
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), leading=int(composed))
    for heading, column in zip(shown, widths, strict=True):
        justify: Literal["left", "right"] = "right" if is_number(heading, asked) else "left"
        table.add_column(Text(heading.label(language)), overflow="fold", justify=justify, width=column)
    for line in cells:
        table.add_row(*map(Text, line))
    out = io.StringIO()
    # not what rich would show by itself in a notebook, past what the table is printed to
    looks: dict[str, Any] = {"color_system": None, "highlight": False, "markup": False, "emoji": False}
    Console(file=out, width=wide, force_jupyter=False, **looks).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def column_widths(labels: Sequence[str], cells: Sequence[Sequence[str]], wide: int, short: int = _SHORT) -> list[int]:
    """The width of each column: all it wants where there is room, else short columns first and the rest by need."""
    from rich.cells import cell_len

    def longest(column: int) -> int:
        return max((cell_len(part) for line in cells for part in line[column].split("\n")), default=1)

    def word(column: int) -> int:
        in_cells = max((cell_len(part) for line in cells for part in line[column].split()), default=1)
        return max(min(in_cells, _WORD), *map(cell_len, labels[column].split()), 1)

    places = range(len(labels))
    wanted = [max(longest(i), cell_len(labels[i]), 1) for i in places]
    room = wide - _GAP * (len(labels) - 1)
    if sum(wanted) <= room:
        return wanted
    least = [max(longest(i), word(i)) if longest(i) <= short else min(word(i), _SHORT) for i in places]
    spare = room - sum(least)
    if spare < 0:
        # Too narrow for whole words: each takes its share of what there is.
        return [max(1, room * width // max(1, sum(least))) for width in least]
    need = [want - have for want, have in zip(wanted, least, strict=True)]
    return [have + spare * more // max(1, sum(need)) for have, more in zip(least, need, strict=True)]
