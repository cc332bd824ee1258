"""Every kind of unreadable file is told with file, line and the way out."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from loaders.files import ReadError, records

MESSY = Path(__file__).parents[1] / "data" / "messy"


def told(path: Path, encoding: str = "utf-8") -> str:
    with pytest.raises(ReadError) as refused:
        list(records(path, path.name, encoding))
    return str(refused.value)


def file(folder: Path, content: bytes, name: str = "x.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_rows_are_numbered_by_line_and_trimmed(tmp_path: Path) -> None:
    path = file(tmp_path, '\ufeffid,name\n a , "two\nlines"\n\nb,"ก, ข"\n'.encode())
    assert list(records(path, "x.csv")) == [(2, {"id": "a", "name": "two\nlines"}), (5, {"id": "b", "name": "ก, ข"})]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "x.csv: the file is empty; expected a header line and rows"),
        (b"\n", "x.csv:1: expected column names, found none"),
        (
            b"a,b\n1\n",
            "x.csv:2: expected 2 cells as in the header, found 1; put text that holds commas in double quotes",
        ),
        (
            b"a,b\n1,2\n1,2,3\n",
            "x.csv:3: expected 2 cells as in the header, found 3; put text that holds commas in double quotes",
        ),
        (b"a,a\n", "x.csv:1: the column a stands twice; every column needs its own name"),
        (b'a,b\n1,"2\n', "x.csv:2: not readable as CSV (unexpected end of data); check the quotes"),
        (b"a,b\n1,\x002\n", "x.csv:2: holds NUL bytes; save the file as UTF-8 text"),
    ],
)
def test_what_is_no_csv(content: bytes, said: str, tmp_path: Path) -> None:
    assert told(file(tmp_path, content)) == said


@pytest.mark.parametrize(("pattern", "encoding"), [("*gb18030*.csv", "GB18030"), ("*cp874*.csv", "CP874")])
def test_foreign_bytes_are_told_with_a_guess_and_taken_when_declared(pattern: str, encoding: str) -> None:
    path = next(MESSY.glob(pattern))
    message = told(path)
    assert message.startswith(f"{path.name}:")
    assert "expected UTF-8, found byte 0x" in message
    assert (
        f'looks like {encoding}; save it as UTF-8 or write encoding = "{encoding.casefold()}" '
        f"in {path.name}.toml beside it" in message
    )
    rows = list(records(path, path.name, encoding.casefold()))
    assert len(rows) >= 20
    assert any(any(ord(c) > 0xE00 for c in text) for _, cells in rows for text in cells.values())


@pytest.mark.parametrize(
    ("encoding", "shown"), [("utf-9", "utf-9"), ("hex", "hex"), ("undefined", "undefined"), ("a\0b", "a\\u0000b")]
)
def test_an_unknown_encoding_is_told(encoding: str, shown: str, tmp_path: Path) -> None:
    assert told(file(tmp_path, b"a\n1\n"), encoding) == f"x.csv: unknown encoding {shown} in its .toml file"


def test_a_file_in_utf_16_is_told(tmp_path: Path) -> None:
    assert (
        told(file(tmp_path, "a,b\n1,2\n".encode("utf-16"))) == "x.csv:1: holds NUL bytes; save the file as UTF-8 text"
    )


def test_a_header_alone_is_no_row(tmp_path: Path) -> None:
    assert list(records(file(tmp_path, b"a,b\r\n"), "x.csv")) == []


def test_line_ends_of_windows_are_taken(tmp_path: Path) -> None:
    assert list(records(file(tmp_path, b'a,b\r\n1,"2\r\n3"\r\n'), "x.csv")) == [(2, {"a": "1", "b": "2\r\n3"})]


def test_an_escape_that_stands_where_a_letter_should_is_kept_as_it_is() -> None:
    cells = [cells for _, cells in records(MESSY / "countries_literal_escapes.csv", "x.csv")]
    assert any("\\u00" in text for row in cells for text in row.values())


def test_a_quote_that_never_closes_is_told_where_it_opens(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    with path.open("w", encoding="utf-8") as out:
        out.write('a,b\n1,2\n3,"4\n')
        out.writelines("5,6\n" for _ in range(100_000))
    assert told(path) == "x.csv:3: not readable as CSV (field larger than field limit (131072)); check the quotes"


def test_a_line_of_100_mb_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    with path.open("wb") as out:
        out.write(b"a,b\n1,")
        for _ in range(100):
            out.write(b"x" * 1_000_000)
    tracemalloc.start()
    message = told(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert message == (
        "x.csv:2: line longer than 1,000,000 bytes; a quote may be missing at its end, or this is not a CSV file"
    )
    assert peak < 10_000_000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "c.json: the file is empty; expected a JSON object of lists"),
        (b"{", "c.json:1: not readable as JSON: Expecting property name enclosed in double quotes"),
        (b"[1]", "c.json:1: expected a JSON object of named lists, found list"),
        (b'{"nodes": [1]}', "c.json: nodes: expected objects, found 1"),
        (b'{"a":' * 5000, "c.json: JSON nested too deeply"),
        (b'{"a": [{"id": ' + b"1" * 5000 + b"}]}", "c.json: not readable as JSON: a number of thousands of digits"),
        (b'{"a": [\n{"id": "\\ud800"}]}', "c.json: id: holds what is no character of text; remove it"),
        (b'{"a": [\n{"id": "x", "n": "1\\u0000"}]}', "c.json:2: n: holds what is no character of text; remove it"),
        (b'{"\\ud800": [{"id": "x"}]}', "c.json:1: id: holds what is no character of text; remove it"),
    ],
)
def test_what_is_no_json_of_lists(content: bytes, said: str, tmp_path: Path) -> None:
    assert told(file(tmp_path, content, "c.json")) == said


def test_items_of_one_id_have_each_its_own_line(tmp_path: Path) -> None:
    text = '{"nodes":[{"id":"a"},\n{"id" : "b"},\n{"id": "a"}],\n"edges":[{"id":"a"}]}'
    assert [line for line, _ in records(file(tmp_path, text.encode(), "c.json"), "c.json")] == [1, 2, 3, 4]


def test_json_objects_become_flat_rows_with_their_line(tmp_path: Path) -> None:
    text = '{"about": "words",\n "nodes": [\n  {"id": "a", "n": null, "at": {"p": 2}},\n  {"id": "b"}\n ]\n}'
    assert list(records(file(tmp_path, text.encode(), "c.json"), "c.json")) == [
        (3, {"_section": "nodes", "id": "a", "n": "", "at.p": "2"}),
        (4, {"_section": "nodes", "id": "b"}),
    ]
