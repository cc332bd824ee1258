"""Questions of a user's own: found in their folder, never in the way of the bundled ones, and never run as code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import bubble
from bubble.cli import run
from graph.errors import GraphError
from queries import catalogue
from queries.own import check_name, read_own
from tests.built import bundled

GOOD = """\
// title     Which states are there?
// title_th  มีรัฐใดบ้าง
// asks      Every state of the graph.
// topic     partners
// param     from: text = "T" -- first letter -- อักษรตัวแรก
// column    who: text -- name -- ชื่อ
MATCH (c:Country) WHERE c.name STARTS WITH $from RETURN c.name AS who ORDER BY who
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUBBLE_QUESTIONS", str(tmp_path / "mine"))
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))
    (tmp_path / "mine").mkdir()
    return tmp_path / "mine"


def written(folder: Path, name: str, text: str = GOOD) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_one_s_own_question_is_listed_and_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, "states.cypher")
    assert run(["ask", "--as", "json"]) == 0
    listed = {q["name"]: q for q in json.loads(capsys.readouterr().out)}
    assert listed["states"]["topic"] == "Who with whom · your own"
    assert set(listed) == {*catalogue(), "states"}
    assert run(["ask", "states", "--param", "from=J", "--as", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"who": "Japan"}]
    with bubble.open(bundled().path) as g:
        assert g.ask("states", **{"from": "Thai"}) == [{"who": "Thailand"}]
        assert "states" in g.questions()


def test_no_bundled_question_is_shadowed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder, "programme-legs.cypher")
    written(folder, "links_by_status.cypher")
    told = "a bundled question is called programme-legs; rename the file"
    assert run(["ask", "programme-legs", "--as", "json"]) == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)) == 15
    assert err == f"bubble: programme-legs.cypher: {told}; the bundled question answers\n"
    assert set(read_own(folder, catalogue()).problems) == {"programme-legs", "links-by-status"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "a.cypher",
            GOOD.replace("// topic     partners\n", ""),
            "a.cypher:1: expected a header line topic, found none",
        ),
        ("a.cypher", GOOD.replace("RETURN", "DELETE c RETURN"), "a.cypher: Cypher, line 7"),
        ("a.cypher", "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "a.cypher:1: expected a header line"),
        ("a.cypher", GOOD.replace("$from", "'"), "a.cypher: Cypher, line 7, column"),
        ("a.cypher", "", "a.cypher:1: expected a header line title, found none"),
        ("a.cypher", "x" * 600_000, "a.cypher: expected at most 500,000 bytes, found 600,000"),
        ("a b.cypher", GOOD, "a b.cypher: expected a file name of letters, digits and hyphens; rename it"),
        ("a.py", "raise SystemExit(1)", "a.py: questions of your own are Cypher files; Python is not run from here"),
    ],
)
def test_a_broken_file_is_one_line_and_leaves_the_others(
    name: str, content: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, name, content)
    written(folder, "states.cypher")
    assert run(["ask", "--as", "json"]) == 0
    out, err = capsys.readouterr()
    assert err.startswith(f"bubble: {said}")
    assert err.count("\n") == 1
    assert "states" in {q["name"] for q in json.loads(out)}
    assert run(["ask", Path(name).stem]) == 1
    assert capsys.readouterr().err.startswith(f"bubble: {said}")


def test_whatever_lies_in_the_folder_is_one_line(folder: Path) -> None:
    (folder / "latin.cypher").write_bytes(b"// title \xff\xfe")
    (folder / "sub.cypher").mkdir()
    (folder / "gone.cypher").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.cypher")
    written(folder, "same-name.cypher")
    written(folder, "same_name.cypher")
    found = read_own(folder, catalogue())
    assert set(found.problems) == {"latin", "sub", "gone", "pipe", "same-name"}
    assert set(found.questions) == {"same-name"}
    assert all("\n" not in line for line in found.problems.values())


def test_python_in_the_folder_is_never_run(folder: Path, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    written(folder, "mine.py", f"open({str(mark)!r}, 'w')\ndef answer(store): return []\n")
    assert run(["ask", "mine"]) == 1
    assert run(["ask"]) == 0
    assert not mark.exists()


def test_no_folder_is_no_question(tmp_path: Path) -> None:
    assert read_own(tmp_path / "none", catalogue()) == ({}, {})


@pytest.mark.parametrize("name", ["../x", "x/y", "", ".x", "-x", "a b", "x\0", "x\n", "x" * 81, "x.cypher", "~", "C:x"])
def test_a_name_is_no_path(name: str) -> None:
    with pytest.raises(GraphError, match="expected a name of letters, digits and hyphens"):
        check_name(name)


@pytest.mark.parametrize("name", ["links-of-my-province", "ความร่วมมือ", "a1"])
def test_names_may_be_thai(name: str) -> None:
    assert check_name(name) == name
