"""What each command answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import bubble
from bubble.cli import run
from graph.errors import GraphError
from queries import catalogue
from tests.built import bundled

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _graph(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))
    monkeypatch.chdir(tmp_path)


def test_help_names_the_commands_and_the_graphs_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    text = capsys.readouterr().out
    for name in ("run", "build", "check", "ask", "cypher", "draw", "template"):
        assert f"\n  {name} " in text
    assert bundled().path.name in " ".join(text.split())


def test_names_stand_in_thai_where_a_question_gives_no_twin_and_data_stay_as_they_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["ask", "partners-of-country", "--param", "country=NZL", "--lang", "th"]
    assert run([*asked, "--as", "md"]) == 0
    first = capsys.readouterr().out.splitlines()[2]
    assert first.startswith("| ไทย | ไทย |")
    assert "New Zealand; " not in first
    assert run([*asked, "--as", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("Thailand,Thailand,ไทย,")


def test_the_listing_in_thai_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--lang", "th", "--as", "json"]) == 0
    listed = {q["name"]: q for q in json.loads(capsys.readouterr().out)}
    headline = listed["links-serving-sector"]
    assert set(headline) == {"topic", "name", "title", "params"}
    assert headline["title"].startswith("ความเชื่อมโยงใด")
    assert [(p["name"], p["default"]) for p in headline["params"]] == [("sector", "agrifood"), ("as_of", "")]


def test_the_headline_opens_with_a_sentence_and_a_line_per_member(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    assert run(["ask", "links-serving-sector"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split()[1:3] == ["links", "across"]
    starts = [line[:12].strip() for line in lines[4:22]]
    assert {"Thailand", "Brunei", "Myanmar", "New Zealand", "Singapore", "Laos"} <= set(starts)
    assert lines[-1].startswith("25 of ")
    assert lines[-1].endswith("rows; see all with --all, --as csv or --as json")


def test_an_answer_in_each_form(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["ask", "programme-legs", "--as", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 15
    assert run(["ask", "programme-legs", "--as", "md", "--lang", "th"]) == 0
    assert capsys.readouterr().out.startswith("| สมาชิก |")
    assert run(["ask", "programme-legs", "--as", "csv", "--to", "legs.csv"]) == 0
    assert (tmp_path / "legs.csv").read_text("utf-8").startswith("member,member_th,code,status,")


def test_cypher_takes_parameters_and_tells_of_unknown_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        run(
            [
                "cypher",
                "MATCH (c:Country) WHERE c.id IN $ids RETURN c.name AS n ORDER BY n",
                "--param",
                'ids=["THA", "JPN"]',
                "--as",
                "json",
            ]
        )
        == 0
    )
    assert json.loads(capsys.readouterr().out) == [{"n": "Japan"}, {"n": "Thailand"}]
    assert run(["cypher", "MATCH (c:Contry) RETURN c.nme AS n", "--as", "csv"]) == 0
    assert 'there is no label "Contry" (did you mean "Country"?)' in capsys.readouterr().err
    assert run(["cypher", "MATCH (e:Evidence) RETURN e.id AS id", "--rows", "3", "--as", "json"]) == 0
    out, err = capsys.readouterr()
    assert (len(json.loads(out)), err) == (3, "bubble: cut after 3 rows; see more with --rows\n")


def test_check_counts_what_the_first_source_gave(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--counts", "--as", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    claims = {r["part"]: (r["given"], r["in_graph"]) for r in rows if r["file"].endswith("first_source_claims.json")}
    assert claims == {"source": (1, 1), "nodes": (54, 54), "edges": (90, 90), "observations": (9, 9)}
    assert [r for r in rows if r["given"] != r["in_graph"] or r["refused"]] == []
    assert next(r for r in rows if r["file"].endswith("partnerships/partnerships.csv"))["given"] == 402


def test_check_lists_problems_with_file_row_and_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--as", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows
    assert set(rows[0]) == {"severity", "file", "row", "column", "message"}
    conflict = next(r for r in rows if r["file"] == "agreements/rcep_status.csv")
    assert (conflict["row"], conflict["column"]) == (13, "in_force")


def test_draw_writes_a_page_and_a_figure(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("a/x.html", "a/x.svg", "a/x.png", "a/x.pdf"):
        assert run(["draw", "links-serving-sector", "--param", "sector=dairy", "--to", name]) == 0
        assert (tmp_path / name).stat().st_size > 10_000
    assert run(["draw"]) == 0
    assert "links-serving-sector" in capsys.readouterr().out


def test_no_command_is_told_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 1
    assert "Commands:" in capsys.readouterr().out


def test_the_listing_in_english_thai_csv_and_markdown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["ask"]) == 0
    english = capsys.readouterr().out
    assert "Which RCEP links serve" in english
    assert {name for name in catalogue() if name not in english} == set(), "a name must stay whole to be copied"
    assert run(["ask", "--lang", "th"]) == 0
    assert "ความเชื่อมโยงใด" in capsys.readouterr().out
    assert run(["ask", "--as", "csv"]) == 0
    assert capsys.readouterr().out.startswith("topic,name,title,params\n")
    assert run(["ask", "--as", "md"]) == 0
    assert capsys.readouterr().out.startswith("| topic | name | title | params |")


def test_from_a_notebook() -> None:
    with bubble.open(bundled().path) as g:
        assert g.ask("programme-legs")[0]["member"] == "Thailand"
        assert g.cypher("MATCH (c:Country {id: $id}) RETURN c.name AS n", {"id": "JPN"}) == [{"n": "Japan"}]
        assert "links-serving-sector" in g.questions()
        assert len(g.ask("links-serving-sector", sector="dairy")) < len(g.ask("links-serving-sector"))
        assert g.cypher("MATCH (n) RETURN n.id AS id", rows=7).cut
        assert g.network().nodes["Agency", "diprom"]["acronym"] == "DIPROM"
        with pytest.raises(GraphError):
            g.cypher("MATCH (n) DETACH DELETE n")
    with pytest.raises(GraphError):
        bubble.open("nowhere.kgl")


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_thai_comes_out_whole_in_any_locale(locale: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "bubble", "ask", "programme-legs", "--lang", "th"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], "LC_ALL": locale, "BUBBLE_GRAPH": str(bundled().path), "HOME": "/nonexistent"},
    )
    assert result.returncode == 0, result.stderr
    assert "นิวซีแลนด์" in result.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_error() -> None:
    line = f'"{sys.executable}" -m bubble ask links-serving-sector --all | head -1'
    result = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, check=False)  # noqa: S602  # our own line
    assert result.stderr == b""


def test_help_reads_none_of_the_heavy_libraries() -> None:
    code = "import sys; from bubble.cli import run; run(['--help']); print(sorted({m.split('.')[0] for m in sys.modules} & {'kglite', 'networkx', 'rich', 'pyvis', 'neo4j', 'py2neo', 'jinja2'}))"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert result.stdout.splitlines()[-1] == "[]"
