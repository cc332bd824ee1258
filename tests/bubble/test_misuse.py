"""Every misuse of a command is told in a single plain line, with exit code 1."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bubble.cli import run
from tests.built import bundled

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _graph(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["bild"], 'bubble: no command bild (did you mean "build"?); see bubble --help'),
        (["ask", "links"], "bubble: no question is called links; list them with: bubble ask"),
        (["ask", "programme-legs", "--param", "x=1"], "bubble: programme-legs has no parameter x; it takes programme"),
        (["ask", "programme-legs", "--param", "x"], "bubble: --param: expected NAME=VALUE, found 'x'"),
        (
            ["ask", "programme-legs", "--param", "programme=a", "--param", "programme=b"],
            "bubble: --param: programme is given twice",
        ),
        (
            ["ask", "programme-legs", "--param", "programme=bubbel"],
            "bubble: programme-legs: programme: expected the id, English or Thai name of a programme, found 'bubbel'",
        ),
        (["ask", "programme-legs", "--as", "xml"], "bubble: Invalid value for '--as': 'xml' is not one of"),
        (["ask", "programme-legs", "--lang", "ja"], "bubble: Invalid value for '--lang': 'ja' is not one of"),
        (["ask", "programme-legs", "--too", "x"], "bubble: No such option"),
        (
            ["ask", "programme-legs", "--graph", "none.kgl"],
            "bubble: none.kgl: no graph here yet; make one with: bubble build",
        ),
        (["ask", "programme-legs", "--graph", "."], "bubble: .: expected a graph file, found a folder"),
        (
            ["ask", "programme-legs", "--graph", "text.kgl"],
            "bubble: text.kgl: is not a graph of this product, or is damaged",
        ),
        (
            ["ask", "programme-legs", "--to", "no/where.txt"],
            "bubble: no/where.txt: can't be written: No such file or directory",
        ),
        (["cypher", "CREATE (n)"], "bubble: Cypher, line 1, column 1: expected a clause that reads, found CREATE"),
        (["cypher", "RETURN 1 AS n", "--rows", "0"], "bubble: Invalid value for '--rows'"),
        (["cypher", "MATCH (n RETURN n"], "bubble: "),
        (["cypher", "RETURN $x AS x"], "bubble: the query can't be answered: "),
        (
            [
                "cypher",
                "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN count(*) AS n",
                "--seconds",
                "0.2",
            ],
            "bubble: the query took longer than 0.2 s and was stopped",
        ),
        (["draw", "links-serving-sector"], "bubble: expected --to FILE.html or --to FILE.svg, found none"),
        (["draw", "links", "--to", "x.html"], "bubble: view: expected one of"),
        (
            ["draw", "links-serving-sector", "--to", "x.gif"],
            "bubble: --to: expected a file that ends in .html or .svg or .png or .pdf, found 'x.gif'",
        ),
        (
            ["draw", "links-serving-sector", "--to", "x.svg", "--param", "a=1"],
            "bubble: links-serving-sector has no parameter a; it takes as_of, sector",
        ),
        (
            ["draw", "links-serving-sector", "--to", "text.kgl/x.svg"],
            "bubble: text.kgl/x.svg: the picture can't be written",
        ),
        (["ask", "links-serving-sector", "programme-legs"], "bubble: Got unexpected extra argument (programme-legs)"),
        (["ask", "programme-legs", "--param", "=x"], "bubble: --param: expected NAME=VALUE, found '=x'"),
        (["ask", "programme-legs", "--param", "programme="], "bubble: programme-legs: programme: expected the id,"),
        (
            ["ask", "links-serving-sector", "--param", "as_of=2026-13-01"],
            "bubble: links-serving-sector: as_of: expected a date",
        ),
        (
            ["ask", "programme-legs", "--graph", "empty.kgl"],
            "bubble: empty.kgl: is not a graph of this product, or is damaged",
        ),
        (
            ["ask", "programme-legs", "--graph", "x" * 300],
            f"bubble: {'x' * 119}…: can't be read; choose another --graph",
        ),
        (["ask", "programme-legs", "--graph", ""], "bubble: .: expected a graph file, found a folder"),
        (["ask", "programme-legs", "--to", "."], "bubble: .: can't be written: Is a directory"),
        (["ask", "--as", "xml"], "bubble: Invalid value for '--as': 'xml' is not one of"),
        (["cypher", ""], "bubble: Cypher, line 1, column 1: expected a query, found none"),
        (["cypher", "RETURN 1 AS n", "--seconds", "soon"], "bubble: Invalid value for '--seconds'"),
        (
            ["cypher", "RETURN 1 AS n", "--to", "no/where"],
            "bubble: no/where: can't be written: No such file or directory",
        ),
        (["cypher", "RETURN 1/0 AS n"], "bubble: the query can't be answered: "),
        (
            ["cypher", "LOAD CSV FROM 'file:///etc/passwd' AS r RETURN r"],
            "bubble: Cypher, line 1, column 1: expected a clause that reads, found LOAD",
        ),
        (
            ["draw", "links-serving-sector", "--to", "x.svg", "--param", "sector=fod"],
            "bubble: links-serving-sector: sector: expected the id",
        ),
        (["build", "--graph", "."], "bubble: .: expected a graph file, found a folder"),
        (["build", "--graph", ""], "bubble: .: expected a graph file, found a folder"),
        (["build", "--graph", "x" * 300], f"bubble: {'x' * 119}…: the graph can't be written: File name too long"),
        (["build", "--with", "text.kgl"], "bubble: "),
        (["build", "more"], "bubble: Got unexpected extra argument (more)"),
        (["run", "--graph", "."], "bubble: .: expected a graph file, found a folder"),
        (["run", "--to", "text.kgl"], "bubble: Invalid value for '--to': Directory 'text.kgl' is a file."),
        (
            ["check", "--with", "nowhere"],
            "bubble: nowhere: expected a folder laid out like the bundled data, found none",
        ),
        (["check", "--graph", "text.kgl"], "bubble: text.kgl: is not a graph of this product, or is damaged"),
        (["template", "partnershps"], 'bubble: no kind or source is called partnershps (did you mean "partnerships"?)'),
        (["build", "--without", "fa"], "bubble: --without fa: no data file is in that group; known: fao"),
        (["template", "Agenzy"], 'bubble: no kind or source is called Agenzy (did you mean "Agency"?)'),
        (["check", "--graph", "none.kgl"], "bubble: none.kgl: no graph here yet"),
    ],
)
def test_each_misuse_is_one_line(line: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("text.kgl").write_text("no graph", encoding="utf-8")
    Path("empty.kgl").touch()
    assert run(line) == 1
    out, err = capsys.readouterr()
    assert err.startswith(said)
    assert err.count("\n") == 1
    assert out == ""


def test_a_folder_that_is_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["build", "--with", "nowhere"]) == 1
    err = capsys.readouterr().err
    assert err == f"bubble: {tmp_path / 'nowhere'}: expected a folder laid out like the bundled data, found none\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["ask", "links"], "bubble: no question is called links; list them with: bubble ask\n"),
        (["build", "--graph", "."], "bubble: .: expected a graph file, found a folder\n"),
        (
            ["cypher", "MATCH (n) DELETE n"],
            "bubble: Cypher, line 1, column 11: expected an operator or a clause that reads, found DELETE",
        ),
        (
            ["ask", "programme-legs", "--graph", "no/ne"],
            "bubble: no/ne: no graph here yet; make one with: bubble build\n",
        ),
    ],
)
def test_a_misuse_of_the_installed_command_shows_no_trace(line: list[str], said: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "bubble", *line],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C", "BUBBLE_GRAPH": str(bundled().path), "HOME": "/nonexistent"},
    )
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(said)
    assert result.stderr.count("\n") == 1
