"""Answers as text: nothing from data becomes a formula, markup or a terminal's command."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from bubble.present import as_csv, as_json, as_markdown, as_table
from graph.store import Answer
from queries import question

ROWS = Answer(
    [{"name": "ข้าว\x1b[31m\u202e", "list": ["a", None, "b"], "n": -1.5, "day": date(2026, 11, 22), "none": None}],
    ("name", "list", "n", "day", "none"),
)


def test_json_is_one_list_of_objects_keyed_by_column() -> None:
    assert json.loads(as_json(ROWS)) == [
        {"name": "ข้าว\x1b[31m\u202e", "list": ["a", None, "b"], "n": -1.5, "day": "2026-11-22", "none": None}
    ]
    assert "ข้าว" in as_json(ROWS)
    assert json.loads(as_json([])) == []


def test_csv_has_a_header_and_plain_cells() -> None:
    assert list(csv.reader(io.StringIO(as_csv(ROWS)))) == [
        ["name", "list", "n", "day", "none"],
        ["ข้าว\\u001b[31m\\u202e", "a; b", "-1.5", "2026-11-22", ""],
    ]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+66 2", "'+66 2"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("=", "="),
        ("a=b", "a=b"),
        (["=1", "b"], "'=1; b"),
        (-5, "-5"),
        ('a,"b"', 'a,"b"'),
    ],
)
def test_no_cell_is_a_formula(value: object, cell: str) -> None:
    rows = csv.reader(io.StringIO(as_csv(Answer([{"x": value}], ("x",)))))
    assert list(rows)[1] == [cell]


def test_markdown_shows_markup_as_it_is() -> None:
    text = as_markdown(Answer([{"x": "<script>|`*_[a](b)\n"}], ("x",)))
    assert text.splitlines()[2] == r"| &#60;script&#62;&#124;\`\*\_\[a\](b) |"


def test_a_table_cant_command_a_terminal() -> None:
    text = as_table(ROWS, width=120)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "ข้าว\\u001b[31m\\u202e" in text


def test_thai_headings_and_words() -> None:
    asked = question("links-by-status")
    text = as_table(
        Answer(
            [{"form": "talks", "status": "in talks", "links": 1, "undated": 0, "newest": None}],
            tuple(c.name for c in asked.columns),
        ),
        asked,
        "th",
    )
    assert "การหารือ" in text
    assert "อยู่ระหว่างหารือ" in text
    assert "สถานะ" in text
