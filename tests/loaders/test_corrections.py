"""Errors at source are corrected where it is declared, with a reason, and only while they stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import GraphError
from loaders.corrections import Corrections
from loaders.reports import FileReport
from loaders.run import BUNDLED
from tests.loaders.literal import everything

HEADER = "file,key,column,found,corrected,reason\n"


def declared(folder: Path, *rows: str) -> Corrections:
    (folder / "corrections.csv").write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return Corrections.read(folder, "mine/")


def applied(corrections: Corrections, cells: dict[str, str], file: str = "a.csv") -> tuple[dict[str, str] | None, int]:
    report = FileReport("mine/a.csv", "x")
    return corrections.applied(file, cells, report), report.corrected


def test_a_cell_is_read_otherwise_in_the_row_that_is_meant(tmp_path: Path) -> None:
    corrections = declared(tmp_path, "a.csv,id=1;year=2004,state,KOR,CHN,a slip")
    meant = {"id": "1", "year": "2004", "state": "KOR"}
    assert applied(corrections, meant) == ({**meant, "state": "CHN"}, 1)
    assert corrections.unused() == []
    for other in ({**meant, "id": "2"}, {**meant, "year": "2005"}, {**meant, "state": "CHN"}):
        assert applied(corrections, other) == (other, 0)
    assert applied(corrections, meant, "b.csv") == (meant, 0)


def test_corrections_are_made_from_top_to_bottom(tmp_path: Path) -> None:
    corrections = declared(tmp_path, "a.csv,id=1,name,A,B,one", "a.csv,id=1;name=B,id,1,2,two")
    assert applied(corrections, {"id": "1", "name": "A"}) == ({"id": "2", "name": "B"}, 2)


def test_a_row_is_left_out(tmp_path: Path) -> None:
    corrections = declared(tmp_path, "a.csv,id=1,*,,drop row,told twice")
    assert applied(corrections, {"id": "1"}) == (None, 1)
    assert applied(corrections, {"id": "2"}) == ({"id": "2"}, 0)


def test_one_that_fits_nothing_any_more_is_told(tmp_path: Path) -> None:
    corrections = declared(tmp_path, "a.csv,id=1,name,A,B,a slip")
    applied(corrections, {"id": "1", "name": "mended at source"})
    assert [str(p) for p in corrections.unused()] == [
        "mine/corrections.csv:2: this correction fits no row of a.csv any more; remove it"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "mine/corrections.csv: the file is empty"),
        ("file,key\na,b\n", "mine/corrections.csv:1: expected the columns file, key, column, found, corrected, reason; column is missing"),
        (HEADER + "a.csv,id,name,A,B,r\n", "mine/corrections.csv:2: key: expected column=value, found 'id'"),
        (HEADER + "a.csv,id=1,name,A,B,\n", "mine/corrections.csv:2: reason: expected why the source is wrong, found an empty cell"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_told(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "corrections.csv").write_text(text, encoding="utf-8")
    with pytest.raises(GraphError) as refused:
        Corrections.read(tmp_path, "mine/")
    assert str(refused.value).startswith(said)


def test_no_file_no_corrections(tmp_path: Path) -> None:
    assert Corrections.read(tmp_path, "").by_file == {}


def test_every_bundled_correction_has_a_reason_and_is_used() -> None:
    every = [c for made in Corrections.read(BUNDLED, "").by_file.values() for c in made]
    assert len(every) == 7
    assert sum(report.corrected for report in everything().reports) == 7
    assert [p for p in everything().facts.problems if "this correction fits no row" in p.message] == []
