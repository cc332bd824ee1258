"""Answers as Excel workbooks and Parquet files: typed, told what they are, and nothing in them is a formula."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bubble.about import About, about
from bubble.cli import run
from bubble.columnar import arrow_table, write_parquet
from bubble.workbook import LONGEST_CELL, write_workbook
from graph.errors import GraphError
from graph.store import Answer
from queries import ask, question
from tests.built import bundled

HEADLINE = "links-serving-sector"


@pytest.fixture(autouse=True)
def _graph(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))
    monkeypatch.chdir(tmp_path)


def test_a_workbook_has_every_row_and_both_headers() -> None:
    assert run(["ask", HEADLINE, "--as", "xlsx", "--to", "links.xlsx"]) == 0
    book = openpyxl.load_workbook("links.xlsx")
    sheet, asked = book["Answer"], question(HEADLINE)
    head = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=3)]
    assert head == [[c.en for c in asked.columns], [c.th for c in asked.columns], [c.name for c in asked.columns]]
    rows = ask(bundled().store, HEADLINE)
    assert [row[0].value for row in sheet.iter_rows(min_row=4)] == [row["link"] for row in rows]
    assert sheet.freeze_panes == "A4"


def test_the_second_sheet_tells_what_was_asked_of_which_graph() -> None:
    assert run(["ask", HEADLINE, "--param", "sector=dairy", "--to", "links.xlsx"]) == 0
    told = {row[0]: row[2] for row in openpyxl.load_workbook("links.xlsx")["About"].iter_rows(values_only=True)}
    build = bundled().made.build
    assert told["Content of the graph (SHA-256)"] == build.content_hash
    assert build.data_date
    assert told["Data of"] == build.data_date.first.isoformat()
    assert told["Its name"] == HEADLINE
    assert "sector = dairy" in str(told["Parameters"])
    assert told["Query"] == question(HEADLINE).text
    assert question(HEADLINE).title_th in str(told["Question"])


def test_cells_are_what_they_are_and_none_is_a_formula() -> None:
    formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://x.example", "{=1}"]
    rows: list[dict[str, Any]] = [
        {"text": text, "n": 1, "f": 0.5, "day": date(2026, 11, 22), "yes": True, "list": ["=1", "b"], "big": 2**60}
        for text in formulas
    ]
    columns = ("text", "n", "f", "day", "yes", "list", "big")
    write_workbook(Answer(rows, columns), Path("x.xlsx"), About({}))
    sheet = openpyxl.load_workbook("x.xlsx")["Answer"]
    cells = list(sheet.iter_rows(min_row=2))
    assert [row[0].value for row in cells] == formulas
    assert {cell.data_type for row in cells for cell in (row[0], row[5], row[6])} == {"s"}
    assert [cell.value for cell in cells[0][1:3]] == [1, 0.5]
    assert cells[0][3].value.date() == date(2026, 11, 22)  # type: ignore[union-attr]
    assert (cells[0][4].value, cells[0][5].value, cells[0][6].value) == (True, "=1; b", str(2**60))
    with zipfile.ZipFile("x.xlsx") as file:
        text = file.read("xl/worksheets/sheet1.xml").decode("utf-8")
    assert "<f>" not in text
    assert "hyperlink" not in text


def test_what_a_sheet_cant_hold_is_told_and_leaves_no_file() -> None:
    with pytest.raises(GraphError, match="row 2, column 1: expected at most 32,767 characters"):
        write_workbook(Answer([{"x": "a" * (LONGEST_CELL + 1)}], ("x",)), Path("x.xlsx"), About({}))
    with pytest.raises(GraphError, match="expected at most 1,048,575 rows"):
        write_workbook(Answer([{"x": 1}] * 1_048_576, ("x",)), Path("x.xlsx"), About({}))
    assert list(Path().iterdir()) == []


def test_parquet_is_typed_and_tells_what_it_is() -> None:
    assert run(["ask", HEADLINE, "--to", "links.parquet"]) == 0
    table = pq.read_table("links.parquet")
    rows = ask(bundled().store, HEADLINE)
    assert table.to_pylist() == list(rows)
    assert table.schema.field("parties").type == pa.list_(pa.string())
    assert (table.schema.field("link").metadata or {})[b"th"].decode() == "รหัส"
    told = table.schema.metadata or {}
    assert told[b"bubble.name"].decode() == HEADLINE
    assert told[b"bubble.content_hash"].decode() == bundled().made.build.content_hash


def test_types_follow_the_values_and_what_is_mixed_is_text() -> None:
    rows: list[dict[str, Any]] = [
        {"i": 1, "f": 1, "d": date(2026, 1, 2), "b": True, "n": None, "m": {"a": 1}, "x": 1, "l": [1, 2], "e": []},
        {"i": None, "f": 0.5, "d": None, "b": None, "n": None, "m": None, "x": "a", "l": None, "e": []},
    ]
    table = arrow_table(Answer(rows, tuple("ifdbnmxle")))
    assert [str(field.type) for field in table.schema] == [
        *("int64", "double", "date32[day]", "bool", "string", "string", "string"),
        *("list<item: int64>", "list<item: string>"),
    ]
    assert table.column("x").to_pylist() == ["1", "a"]
    assert table.column("m").to_pylist() == ['{"a": 1}', None]


def test_an_empty_answer_keeps_its_columns_and_their_types() -> None:
    asked = question("links-by-status")
    empty = Answer([], tuple(c.name for c in asked.columns))
    write_parquet(empty, Path("x.parquet"), about(bundled().store, empty, asked.text, {}, asked))
    assert str(pq.read_schema("x.parquet").field("links").type) == "int64"
    write_workbook(empty, Path("x.xlsx"), About({}))
    assert openpyxl.load_workbook("x.xlsx")["Answer"].max_row == 1


def test_cypher_writes_both_as_well() -> None:
    text = "MATCH (c:Country) RETURN c.id AS id, c.latitude AS north ORDER BY id"
    assert run(["cypher", text, "--to", "c.parquet"]) == 0
    assert str(pq.read_schema("c.parquet").field("north").type) == "double"
    assert run(["cypher", text, "--to", "c.xlsx", "--rows", "3"]) == 0
    told = {row[0]: row[2] for row in openpyxl.load_workbook("c.xlsx")["About"].iter_rows(values_only=True)}
    assert told["Query"] == text
    assert told["Rows"] == "3; the answer was cut here, there were more"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["ask", HEADLINE, "--as", "xlsx"], "bubble: --as xlsx: expected --to FILE, found none\n"),
        (["ask", "--as", "parquet", "--to", "x"], "bubble: --as parquet: expected the name of a question, found none"),
        (["cypher", "RETURN 1 AS n", "--as", "parquet"], "bubble: --as parquet: expected --to FILE, found none\n"),
        (["cypher", "RETURN 1 AS n", "--to", "no\n/x.xlsx"], "bubble: "),
    ],
)
def test_a_file_that_is_not_named_is_asked_for(line: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("no\n").write_text("a file, no folder", encoding="utf-8")
    assert run(line) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(said)
