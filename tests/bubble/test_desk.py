"""The desk without a terminal: statements in order, commands that set how answers come, one line for each mistake."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bubble.cli import run
from bubble.desk.commands import COMMANDS
from bubble.desk.completion import candidates
from bubble.desk.desk import Desk, Settings
from bubble.desk.history import PrivateHistory, history
from bubble.desk.statements import is_complete, statements
from bubble.desk.terminal import run_typed
from graph.errors import GraphError
from graph.model import EDGES, NODES
from graph.store import Answer
from queries import ask, catalogue
from queries.question import read_question
from tests.built import bundled

ROOT = Path(__file__).parents[2]
LINKS = "MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) RETURN a, r, b"


class Heard:
    """A desk whose answers and remarks are kept."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.remarks: list[str] = []
        self.desk = Desk(bundled().store, Settings(), self.shown.append, self.remarks.append)

    def run(self, *lines: str) -> str:
        """What the last of these shows."""
        for line in lines:
            before = len(self.shown)
            self.desk.run(line)
        return "".join(self.shown[before:])


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Heard:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))
    monkeypatch.setenv("BUBBLE_QUESTIONS", str(tmp_path / "mine"))
    return Heard()


def piped(monkeypatch: pytest.MonkeyPatch, text: str | bytes, *options: str) -> int:
    raw = text if isinstance(text, bytes) else text.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    return run(["cypher", *options])


# What is typed, pasted or piped


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RETURN 1 AS a;", ["RETURN 1 AS a"]),
        ("RETURN 1 AS a", ["RETURN 1 AS a"]),
        (
            "RETURN 1 AS a; RETURN 2 AS b;\n:help\nRETURN 3 AS c",
            ["RETURN 1 AS a", "RETURN 2 AS b", ":help", "RETURN 3 AS c"],
        ),
        ("RETURN ';' AS a; // ; no end\nRETURN 2 AS b", ["RETURN ';' AS a", "RETURN 2 AS b"]),
        ("MATCH (n)\n\nRETURN n\n\nMATCH (m) RETURN m", ["MATCH (n)\n\nRETURN n", "MATCH (m) RETURN m"]),
        ("RETURN 1 AS a\n\nUNION\n\nRETURN 2 AS a", ["RETURN 1 AS a\n\nUNION\n\nRETURN 2 AS a"]),
        ("MATCH (n) RETURN n\n\n  ORDER BY n.id", ["MATCH (n) RETURN n\n\n  ORDER BY n.id"]),
        ("RETURN 1 AS a\n\n// the next\n:quit", ["RETURN 1 AS a", ":quit"]),
        ("// title x\n\n\nRETURN 1 AS a\r\n\r\n:quit\r\n", ["RETURN 1 AS a", ":quit"]),
        ("RETURN '\n\n;' AS a;:quit", ["RETURN '\n\n;' AS a", ":quit"]),
        ("  ;;\n\n; ", []),
        ("/* ; */ RETURN 1 AS a;", ["RETURN 1 AS a"]),
        ("RETURN 'open ; AS a\n\n:quit", ["RETURN 'open ; AS a\n\n:quit"]),
        ("\ufeffRETURN 1 AS a;", ["RETURN 1 AS a"]),
    ],
)
def test_text_is_cut_where_statements_end(text: str, found: list[str]) -> None:
    assert list(statements(text)) == found


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ("RETURN 1 AS a", False),
        ("RETURN 1 AS a;", True),
        ("RETURN 1 AS a; ", True),
        ("RETURN 1 AS a\n", True),
        ("MATCH (n)\nRETURN n", False),
        ("RETURN ';", False),
        ("RETURN '\n", False),
        ("RETURN ';'", False),
        (":help", True),
        ("", True),
        ("RETURN 1 AS a; RETURN 2", False),
    ],
)
def test_the_return_key_ends_what_is_complete(text: str, complete: bool) -> None:
    assert is_complete(text) is complete


def test_a_pipe_runs_in_order_and_ends_at_the_first_mistake(
    heard: Heard, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ":as json\nRETURN 1 AS a;\nRETURN 2 AS a;\nMATCH (n) DELETE n;\nRETURN 3 AS a;"
    assert piped(monkeypatch, text) == 1
    out, err = capsys.readouterr()
    assert [json.loads(part) for part in out.replace("]\n[", "]\0[").split("\0")] == [[{"a": 1}], [{"a": 2}]]
    assert err.startswith(
        "bubble: Cypher, line 1, column 11: expected an operator or a clause that reads, found DELETE"
    )
    assert err.count("\n") == 1


@pytest.mark.parametrize("options", [(), ("-",)])
def test_both_ways_to_read_the_standard_input(
    options: tuple[str, ...], heard: Heard, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "MATCH (c:Country {id: $id})\nRETURN c.name AS name"
    assert piped(monkeypatch, text, *options, "--as", "csv", "--param", "id=JPN") == 0
    assert capsys.readouterr().out == "name\nJapan\n"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "bubble: standard input: expected a query or a command, found none"),
        (b" \n// nothing\n;", "bubble: standard input: expected a query or a command, found none"),
        (b"RETURN '\xff' AS a", "bubble: standard input: expected UTF-8, found other bytes at byte 8"),
        (b"x" * 10_000_001, "bubble: standard input: expected at most 10,000,000 characters, found more"),
    ],
    ids=["nothing", "remarks", "bytes", "long"],
)
def test_a_pipe_without_a_query_is_told(
    raw: bytes, said: str, heard: Heard, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert piped(monkeypatch, raw) == 1
    err = capsys.readouterr().err
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_the_installed_command_reads_a_pipe(heard: Heard) -> None:
    line = f'echo "RETURN 1 AS a; :quit" | "{sys.executable}" -m bubble cypher --as csv --graph "{bundled().path}"'
    result = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, check=False, text=True)  # noqa: S602  # our own line
    assert (result.returncode, result.stdout, result.stderr) == (0, "a\n1\n", "")


# Commands


def test_help_tells_every_command_in_both_languages(heard: Heard) -> None:
    english, thai = heard.run(":help"), heard.run(":lang th", ":help")
    for name, command in COMMANDS.items():
        assert f":{command.usage}" in english
        assert command.th in thai
        assert name
    assert max(map(len, english.splitlines())) <= 100


def test_the_schema_tells_every_kind(heard: Heard) -> None:
    text = heard.run(":schema")
    for kind in (*NODES.values(), *EDGES.values()):
        assert kind.kind in text
        assert kind.th in text
        told = heard.run(f":schema {kind.kind}")
        assert all(f"  {name} " in told for name in kind.stored())
    assert "(Evidence)-[:READ_IN]->(Source)" in text
    assert heard.run(":schema partnership") == heard.run(":schema Partnership")


def test_a_question_is_asked_with_its_parameters(heard: Heard) -> None:
    assert (
        heard.run(":as json", ":ask links-serving-sector sector=dairy")
        == json.dumps(
            list(ask(bundled().store, "links-serving-sector", {"sector": "dairy"})),
            ensure_ascii=False,
            indent=1,
            default=str,
        )
        + "\n"
    )
    table = heard.run(":as table", ':ask links-serving-sector sector="อุตสาหกรรมอาหาร"')
    assert table.startswith("Which RCEP links serve")
    assert table.endswith(":write FILE\n")


def test_questions_are_listed_by_topic(heard: Heard) -> None:
    listed = json.loads(heard.run(":as json", ":questions evidence"))
    assert {q["name"] for q in listed} == {name for name, q in catalogue().items() if q.topic == "evidence"}


def test_answers_go_where_they_are_sent(heard: Heard) -> None:
    heard.run(":to one.csv", "RETURN 1 AS a")
    assert Path("one.csv").read_text("utf-8") == "a\n1\n"
    assert heard.shown == []
    assert heard.run(":as csv", "RETURN 2 AS a") == "a\n2\n"
    heard.run(":write two.json", ":write two.xlsx", ":write two.parquet", ":write two.md")
    assert json.loads(Path("two.json").read_text("utf-8")) == [{"a": 2}]
    assert sorted(path.suffix for path in Path().glob("two.*")) == [".json", ".md", ".parquet", ".xlsx"]
    assert heard.remarks[-1] == "wrote 1 rows to two.md as md"


def test_rows_and_time_have_limits(heard: Heard) -> None:
    heard.run(":rows 3", "MATCH (n) RETURN n.id AS id")
    assert heard.remarks == ["cut after 3 rows; see more with :rows"]
    heard.run(":seconds 0.2")
    with pytest.raises(GraphError, match=r"took longer than 0\.2 s and was stopped"):
        heard.run("MATCH (a), (b), (c) RETURN count(*) AS n")


def test_parameters_are_kept(heard: Heard) -> None:
    heard.run(':param ids=["JPN", "THA"]', ":as csv")
    assert heard.run("MATCH (c:Country) WHERE c.id IN $ids RETURN c.id AS id ORDER BY id") == "id\nJPN\nTHA\n"
    assert heard.run(":param") == "ids = ['JPN', 'THA']\n"


def test_unknown_names_are_told_with_the_nearest(heard: Heard) -> None:
    assert heard.run("MATCH (c:Contry) RETURN c.name AS n") == "No rows.\n"
    assert 'there is no label "Contry" (did you mean "Country"?)' in heard.remarks[0]


def test_the_plan_is_told_without_running_the_query(heard: Heard) -> None:
    assert "operation" in heard.run(":plan MATCH (a), (b), (c) RETURN count(*) AS n")
    with pytest.raises(GraphError, match="found DELETE"):
        heard.run(":plan MATCH (n) DELETE n")


def test_an_engine_that_tells_no_plan_is_named_plainly(heard: Heard) -> None:
    class Mute:
        def ask(self, *given: Any, **more: Any) -> Answer:
            return Answer([], ())

    with pytest.raises(GraphError, match="this connection tells of no plan"):
        Desk(Mute(), show=heard.shown.append).run(":plan RETURN 1 AS n")


def test_a_query_is_saved_as_a_question_that_can_be_asked(heard: Heard) -> None:
    text = "// mine\nMATCH (c:Country) WHERE c.latitude > $north RETURN c.id AS id, c.latitude AS at, c.aliases AS names ORDER BY id"
    heard.run(":param north=30.5", text, ":save northern-states")
    saved = read_question(Path("mine/northern-states.cypher"))
    assert [(p.name, p.type, p.default) for p in saved.params] == [("north", "number", "30.5")]
    assert [(c.name, c.type) for c in saved.columns] == [("id", "text"), ("at", "number"), ("names", "list")]
    assert heard.run(":as json", ":ask northern-states") == heard.run(text)
    with pytest.raises(GraphError, match="is there already; choose another name"):
        heard.run(":save northern-states")
    with pytest.raises(GraphError, match="a bundled question is called programme-legs"):
        heard.run(":save programme-legs")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MATCH (c:Country) RETURN c.id LIMIT 1", r"the column 'c\.id' has no plain name; write … AS name"),
        ("MATCH (c:Country) RETURN c.id AS `a b` LIMIT 1", "has no plain name"),
        ("CALL db.labels()", r"a question needs columns: end the query with RETURN … AS name"),
    ],
)
def test_what_is_no_question_is_not_saved(text: str, said: str, heard: Heard) -> None:
    heard.run(text)
    with pytest.raises(GraphError, match=said):
        heard.run(":save mine")
    assert list(Path("mine").glob("*")) == []


def test_what_is_drawn_has_the_edges_of_the_answer(heard: Heard) -> None:
    from bubble.results import picture_of_answer

    heard.run(LINKS, ":draw links.html", ":draw links.svg")
    answer = heard.desk.newest().answer
    picture = picture_of_answer(bundled().store, answer, "", "")
    drawn = sorted((link.source, link.id, link.target) for link in picture.links.values())
    told = sorted((f"Agency:{row['a']['id']}", row["r"]["id"], f"Agency:{row['b']['id']}") for row in answer)
    assert drawn == told
    assert len(told) > 5
    assert heard.remarks[-1] == f"drew {len(picture.dots)} nodes and {len(told)} edges to links.svg"
    assert Path("links.html").stat().st_size > 10_000


def test_rows_that_name_a_link_and_its_parties_are_drawn(heard: Heard) -> None:
    from bubble.results import picture_of_answer

    text = "MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Firm) RETURN a.id AS one, b.id AS other, r.id AS link, r.status AS status"
    answer = bundled().store.ask(text)
    picture = picture_of_answer(bundled().store, answer, "", "")
    assert len(picture.links) == len({(row["one"], row["other"], row["link"]) for row in answer}) > 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("RETURN 1 AS n", "the answer holds nothing to draw; return nodes and edges"),
        ("MATCH (c:Country) RETURN c.id AS link, c.name AS one", "expected two columns that name a party in every row"),
        ("MATCH ()-[r:JOINS]->() RETURN r LIMIT 3", "the answer holds a JOINS without the nodes at its ends"),
    ],
)
def test_what_can_t_be_drawn_says_what_it_needs(text: str, said: str, heard: Heard) -> None:
    heard.run(text)
    with pytest.raises(GraphError, match=said):
        heard.run(":draw x.svg")
    assert not Path("x.svg").exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (":hepl", 'no command :hepl (did you mean "help"?); :help lists them'),
        (":", "no command :; :help lists them"),
        (":ask", ":ask: expected NAME [PARAM=VALUE ...], found none"),
        (":ask links", "no question is called links; list them with: :questions"),
        (":ask programme-legs x", ":param: expected NAME=VALUE, found 'x'"),
        (":ask programme-legs 'x", ":ask: found a quote that is not closed"),
        (":as xml", ":as: expected one of table, csv, json, md, xlsx, parquet; found xml"),
        (":rows many", ":rows: expected a number from 1 to 10,000,000, found many"),
        (":rows 0", ":rows: expected a number from 1 to 10,000,000, found 0"),
        (":seconds nan", ":seconds: expected a number from 0.01 to 3,600, found nan"),
        (":lang ja", ":lang: expected en or th, found ja"),
        (":schema Contry", ':schema: no kind is called Contry (did you mean "Country"?)'),
        (":questions nothing", ":questions: expected one of links, absence"),
        (":write", ":write: expected FILE, found none"),
        (":write x.csv", "there is no answer yet; ask something first"),
        (":draw x.svg", "there is no answer yet; ask something first"),
        (":save x", "there is no answer yet; ask something first"),
        (":plan", "there is no answer yet; ask something first"),
        (":param x", ":param: expected NAME=VALUE, found 'x'"),
    ],
)
def test_each_misuse_is_one_line_and_the_session_goes_on(line: str, said: str, heard: Heard) -> None:
    assert run_typed(heard.desk, line)
    assert heard.remarks[0].startswith(said)
    assert "\n" not in heard.remarks[0]
    assert heard.run(":as csv", "RETURN 1 AS a") == "a\n1\n"


# Completion and history


@pytest.mark.parametrize(
    ("before", "some", "none"),
    [
        ("MATCH (c:Coun", {"Country"}, {"COVERS"}),
        ("MATCH (c:", {"Country", "Agency"}, {"JOINS", "MATCH"}),
        ("MATCH (a)-[r:PARTNERS", {"PARTNERS_WITH"}, {"Partnership"}),
        ("MATCH (a)-[:JOINS|SER", {"SERVES"}, {"Sector"}),
        ("MATCH (c:Country) WHERE c.la", {"latitude"}, {"label"}),
        ("MATCH (c:Country) WHERE c.", {"iso2"}, {"acronym"}),
        ("MATCH (a)-[r:PARTNERS_WITH]-(b) WHERE r.sec", {"sectors"}, {"sector_words"}),
        ("MATCH (x) WHERE x.acr", {"acronym"}, set()),
        ("MATCH (c:Country {is", {"iso2"}, {"IS"}),
        ("MAT", {"MATCH"}, {"RETURN"}),
        ("MATCH (country:Country) RETURN cou", {"country", "count", "COUNT"}, {"code"}),
        ("CALL db.lab", {"db.labels"}, set()),
        ("MATCH (c {name: 'Coun", set(), {"Country"}),
        ("// MAT", set(), {"MATCH"}),
        (":a", {"ask", "as"}, {"help"}),
        (":ask programme", {"programme-legs"}, {"links-by-status"}),
        (":ask links-serving-sector se", {"sector="}, {"as_of="}),
        (":schema part", {"Partnership", "PARTNERS_WITH"}, {"Country"}),
        (":as p", {"parquet"}, {"xlsx"}),
        (":ask \x00", set(), {"programme-legs"}),
    ],
)
def test_tab_offers_what_may_stand_there(before: str, some: set[str], none: set[str]) -> None:
    _, found = candidates(before)
    assert some <= set(found)
    assert not none & set(found)


def test_history_is_the_user_s_alone_and_holds_no_password(tmp_path: Path) -> None:
    kept = history(tmp_path / "deep/history")
    assert isinstance(kept, PrivateHistory)
    assert (tmp_path / "deep/history").stat().st_mode & 0o777 == 0o600
    for line in ("RETURN 1 AS a;\n", "neo4j://neo4j:hunter2@host", ":param password=hunter2", "RETURN 'ก' AS b;"):
        kept.append_string(line)
    text = (tmp_path / "deep/history").read_text("utf-8")
    assert "hunter2" not in text
    assert "RETURN 1 AS a;" in text
    assert list(history(tmp_path / "deep/history").load_history_strings()) == ["RETURN 'ก' AS b;", "RETURN 1 AS a;\n"]


def test_a_folder_that_can_t_be_written_costs_only_the_history(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not isinstance(history(tmp_path / "file/history"), PrivateHistory)
