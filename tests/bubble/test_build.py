"""A build either puts the whole new graph in place or leaves the old one as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from bubble import making
from bubble.cli import run
from graph.stores.embedded import EmbeddedStore
from loaders.run import gather
from tests.loaders.literal import COUNTRIES, OTHERS, folder_of, written

ROOT = Path(__file__).parents[2]
FAO = ("trade/fao_food_balance_rcep_2010_2020.csv", "trade/fao_items.csv")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real build over a few of the bundled files."""
    folder = folder_of(
        tmp_path / "bundled",
        COUNTRIES,
        OTHERS,
        "agencies/agencies.csv",
        *FAO,
        "taxonomy/sectors_policy.csv",
        "taxonomy/isic_rev4.csv",
        "taxonomy/hs_ch01_24.csv",
    )
    monkeypatch.setattr(making, "gather", partial(gather, bundled=folder))
    monkeypatch.chdir(tmp_path)
    return folder


def built(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert run(["build", "--graph", "g.kgl", *more]) == 0
    return capsys.readouterr().out


def test_a_build_tells_what_it_holds_and_its_hash_again_and_again(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = built(capsys)
    first = Path("g.kgl").read_bytes()
    two = built(capsys)
    assert one == two
    assert Path("g.kgl").read_bytes() == first
    assert "Nodes " in one
    assert "Country 35" in one
    assert len(one.rsplit("content ", 1)[1].strip()) == 64


def test_without_fao_there_is_no_figure_of_it(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = built(capsys)
    assert "TRADES_IN 14,508" in whole
    without = built(capsys, "--without", "fao")
    assert "TRADES_IN" not in without
    assert "Left out: trade/fao_food_balance_rcep_2010_2020.csv" in without
    assert EmbeddedStore(Path("g.kgl")).ask("MATCH (s:Source) WHERE s.id CONTAINS 'fao_food' RETURN count(s) AS n") == [
        {"n": 0}
    ]


def test_bad_input_is_refused_and_the_old_graph_untouched(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built(capsys)
    before = Path("g.kgl").read_bytes()
    written(Path("mine"), "agencies/agencies.csv", "id,name_en,iso2,kind\norg:x,X,TH,ministry\norg:y,Y,XX,ministry\n")
    assert run(["build", "--graph", "g.kgl", "--with", "mine"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "bubble: mine/agencies/agencies.csv:3: iso2: expected an ISO 3166 country code, found 'XX'; "
        "the graph at g.kgl is as it was; rows not taken are in g-rejects\n"
    )
    assert Path("g.kgl").read_bytes() == before


def test_rows_not_taken_can_be_corrected_and_loaded(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(Path("mine"), "agencies/agencies.csv", "id,name_en,iso2,kind\norg:y,Y,XX,ministry\n")
    assert run(["build", "--graph", "g.kgl", "--with", "mine"]) == 1
    assert "no graph was made" in capsys.readouterr().err
    kept = Path("g-rejects/agencies/agencies.csv")
    kept.rename(written(Path("mended"), "agencies/agencies.csv", "") / "agencies/agencies.csv")
    mended = Path("mended/agencies/agencies.csv")
    mended.write_text(mended.read_text("utf-8").replace("XX", "TH"), encoding="utf-8")
    built(capsys, "--with", "mended")
    assert EmbeddedStore(Path("g.kgl")).ask("MATCH (a:Agency {id: 'y'})-[:BASED_IN]->(c) RETURN c.id AS id") == [
        {"id": "THA"}
    ]
    assert not Path("g-rejects").exists()


def test_keep_going_leaves_out_what_cant_be_taken(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(Path("mine"), "agencies/agencies.csv", "id,name_en,iso2,kind\norg:x,X,TH,ministry\norg:y,Y,XX,ministry\n")
    built(capsys, "--with", "mine", "--keep-going")
    assert EmbeddedStore(Path("g.kgl")).ask("MATCH (a:Agency) WHERE a.id IN ['x', 'y'] RETURN a.id AS id") == [
        {"id": "x"}
    ]


def test_what_hung_on_a_row_left_out_goes_with_it(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(Path("mine"), "kinds/Firm.csv", "id,delisted\nf1,maybe\nf2,no\n")
    written(Path("mine"), "kinds/BASED_IN.csv", "source,target\nFirm:f1,Country:THA\nFirm:f2,Country:THA\n")
    assert run(["build", "--graph", "g.kgl", "--with", "mine"]) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 2, "the bad cell, and the edge that lost its end"
    built(capsys, "--with", "mine", "--keep-going")
    based = "MATCH (f:Firm)-[:BASED_IN]->(c:Country) RETURN f.id AS firm, c.id AS country"
    assert EmbeddedStore(Path("g.kgl")).ask(based) == [{"firm": "f2", "country": "THA"}]


def test_each_problem_is_a_line_and_very_many_are_counted(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"f{i},maybe\n" for i in range(60))
    written(Path("mine"), "kinds/Firm.csv", f"id,delisted\n{rows}")
    assert run(["build", "--graph", "g.kgl", "--with", "mine"]) == 1
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert out == ""
    assert len(lines) == 51
    assert lines[0] == "bubble: mine/kinds/Firm.csv:2: delisted: expected True or False, found 'maybe'"
    assert lines[-1] == "and 10 more; no graph was made; rows not taken are in g-rejects"
    assert len(Path("g-rejects/kinds/Firm.csv").read_text("utf-8").splitlines()) == 61


def test_what_no_file_of_text_holds_is_refused_in_one_line(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(Path("mine"), "partnerships/x_claims.json", '{"source": {"id": "s", "title_gloss": "\\ud800"}}')
    assert run(["build", "--graph", "g.kgl", "--with", "mine"]) == 1
    assert capsys.readouterr().err == (
        "bubble: mine/partnerships/x_claims.json:1: title_gloss: holds what is no character of text; remove it; "
        "no graph was made\n"
    )


def test_the_summary_counts_each_file_once(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "From 8 files; 0 rows joined" in built(capsys)


def test_check_looks_at_the_folders_the_graph_was_built_from(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(Path("mine"), "kinds/Firm.csv", "id\nf1\n")
    built(capsys, "--with", "mine", "--without", "fao")
    (build,) = EmbeddedStore(Path("g.kgl")).ask("MATCH (b:Build) RETURN b.folders AS folders, b.left_out AS left_out")
    assert build == {"folders": [str(Path("mine").resolve())], "left_out": ["fao"]}


def test_the_main_job_ends_with_table_page_and_figure(tmp_path: Path) -> None:
    home = tmp_path / "บ้าน ใหม่"
    home.mkdir()
    result = subprocess.run(
        [sys.executable, "-m", "bubble", "run", "--to", str(tmp_path / "out put")],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C"},
    )
    assert result.returncode == 0, result.stderr
    assert "links across borders serve the sector by name" in result.stdout
    page, figure = (tmp_path / "out put" / f"links-serving-sector.{e}" for e in ("html", "svg"))
    assert result.stdout.rstrip().endswith(f"Page    {page}\nFigure  {figure}")
    assert page.exists()
    assert figure.read_text("utf-8").startswith(("<?xml", "<svg"))
    assert len(list(home.rglob("graph.kgl"))) == 1


def test_json_of_a_rejected_claim_keeps_its_shape(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = {
        "source": {"id": "s", "title_gloss": "t", "address": "https://example.org"},
        "nodes": [{"id": "xx:a", "name_en": "A", "locator": {"paragraph": 1}}],
    }
    written(Path("mine"), "partnerships/x_claims.json", json.dumps(claims))
    assert run(["build", "--graph", "g.kgl", "--with", "mine"]) == 1
    capsys.readouterr()
    kept = json.loads(Path("g-rejects/partnerships/x_claims.json").read_text("utf-8"))
    assert kept["nodes"][0]["locator"] == {"paragraph": "1"}
