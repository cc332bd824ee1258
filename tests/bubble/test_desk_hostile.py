"""Whatever is typed at the desk: nothing writes, nothing reads a file, nothing outlives its limit by a second.

Each input is answered with one plain line, and the session goes on after it. The same inputs go to both engines.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from bubble.desk.desk import Desk, Settings
from bubble.desk.terminal import run_typed
from graph.store import Planner, Reader
from graph.stores.bolt import Neo4jStore
from graph.stores.embedded import EmbeddedStore
from graph.stores.guarded import GuardedStore
from tests.built import bundled
from tests.neo4j_server import BESIDE, Server

LIMIT = 1.0
COUNT = "MATCH (n) RETURN count(n) AS n"
SECRET = "nobody-may-read-this"

# Refused in words, before an engine sees them: {file} is a file that holds the secret.
REFUSED = {
    "create": "CREATE (:X {id: 'x'})",
    "create behind profile": "PROFILE CREATE (:X {id: 'x'})",
    "create behind a remark": "// only reading\nMATCH (n) RETURN count(n) AS n;CREATE (:X {id: 'x'})",
    "set": "MATCH (n:Country) SET n.name = 'x' RETURN n.id AS id",
    "set behind a name like it": "MATCH (n) WITH n AS `set` SET `set`.x = 1",
    "merge in a subquery": "CALL { MERGE (x:X {id: 'x'}) RETURN x } RETURN x",
    "delete": "MATCH (n) DETACH DELETE n",
    "remove": "MATCH (n) REMOVE n.name",
    "foreach": "FOREACH (x IN [1] | CREATE (:X))",
    "index": "CREATE INDEX FOR (n:Country) ON (n.x)",
    "drop": "DROP CONSTRAINT Country_id",
    "load csv": "LOAD CSV FROM 'file://{file}' AS row RETURN row",
    "load csv behind profile": "PROFILE LOAD CSV FROM 'file://{file}' AS row RETURN row",
    "load csv behind explain": "EXPLAIN LOAD CSV FROM 'file://{file}' AS row RETURN row",
    "load csv behind cypher 5": "CYPHER 5 LOAD CSV FROM 'file://{file}' AS row RETURN row",
    "load csv in a remark's shade": "LOAD // x\n CSV WITH HEADERS FROM 'file://{file}' AS row RETURN row",
    "load csv with odd white space": "LOAD\u2003CSV\u00a0FROM 'file://{file}' AS row RETURN row",
    "load csv behind a match": "MATCH (n) WITH n LIMIT 1 LOAD CSV FROM 'file://{file}' AS row RETURN row",
    "load csv behind a union": "RETURN 1 AS row UNION LOAD CSV FROM 'file://{file}' AS row RETURN row",
    "load csv in capitals of another alphabet": "\uff2c\uff2f\uff21\uff24 CSV FROM 'file://{file}' AS row RETURN row",
    "settings": "CALL dbms.listConfig() YIELD name, value RETURN name, value",
    "a procedure in backticks": "CALL `dbms`.`listConfig`()",
    "apoc": "CALL apoc.load.json('file://{file}') YIELD value RETURN value",
    "an apoc function": "RETURN apoc.text.join(['a'], '') AS x",
    "users": "SHOW USERS",
    "other people's queries": "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "in transactions": "CALL { MATCH (n) DELETE n } IN TRANSACTIONS OF 10 ROWS",
    "an escape for a keyword": "\\u0043REATE (:X)",
    "an escape that ends a string": "RETURN 'a\\u0027 CREATE (n) //'",
    "a nul byte": "RETURN 1\x00 AS x",
    "a nul byte in a command": ":write x\x00.csv",
    "a carriage return behind a remark": "RETURN 1 // a\rCREATE (n)",
    "writing that runs backwards": "RETURN '\u202eCREATE' AS x",
    "half a character": "RETURN '\ud800' AS x",
    "a megabyte": "RETURN '" + "a" * 1_000_000 + "' AS x",
    "a megabyte of brackets": "RETURN " + "(" * 500_000,
    "nested brackets": "RETURN " + "(" * 2_000 + "1" + ")" * 2_000 + " AS x",
    "nested lists": "RETURN " + "[" * 2_000 + "]" * 2_000 + " AS x",
    "a long chain": "RETURN a" + ".b" * 5_000 + " AS x",
    "many unions": " UNION ALL ".join(["RETURN 1 AS x"] * 2_000),
    "a quote without an end": "RETURN 'a",
    "nothing but a semicolon's worth": "RETURN",
    "a save outside the folder": ":save ../../x",
    "a save with a root": ":save /etc/x",
    "a save over a bundled question": ":save programme-legs",
    "a save as python": ":save x.py",
    "a question outside the folder": ":ask ../../etc/passwd",
    "a question of an option": ":ask --help",
    "a question that is a query": ":ask programme-legs programme=x'}) DETACH DELETE n //",
    "a write into a device": ":write /dev/full",
    "a write into a folder": ":write /",
    "a draw over a script": ":draw x.sh",
    "a plan that writes": ":plan MATCH (n) DETACH DELETE n",
    "a plan of a plan that writes": ":plan EXPLAIN CREATE (n)",
    "a command in a command": ":ask $(touch x)",
    "rows without end": ":rows inf",
    "time without end": ":seconds 1e9",
    "a command of a shell": ":!touch x",
}
# Only reading, and more of it than a limit allows, or than there is memory for.
HUNGRY = {
    "a billion": "UNWIND range(1, 1000000000) AS x RETURN count(x) AS n",
    "a billion in one cell": "RETURN range(1, 1000000000) AS x",
    "every three nodes": "MATCH (a), (b), (c) RETURN count(*) AS n",
    "every two nodes": "MATCH (a), (b) RETURN collect(a.id + b.id) AS x",
    "every path": "MATCH p = (a)-[*1..15]-(b) RETURN count(p) AS n",
    "every product": "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(DISTINCT x * y) AS n",
    "text that doubles": "RETURN size(reduce(s = 'a', x IN range(1, 40) | s + s)) AS n",
    "lists that double": "RETURN size(reduce(s = [1], x IN range(1, 40) | s + s)) AS n",
    "text replaced by more": "RETURN size(reduce(s = 'a', x IN range(1, 40) | replace(s, 'a', 'aa'))) AS n",
    "a pattern that tries every way": f"WITH '{'a' * 40}!' AS s RETURN s =~ '((a+)+)+b' AS x",
    "the same for every node": "MATCH (n) RETURN count(CASE WHEN n.name + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(.*)*(.*)*b' THEN 1 END) AS n",
}


class Session:
    """A desk on a store, and what it said."""

    def __init__(self, store: Reader) -> None:
        self.said: list[str] = []
        self.shown: list[str] = []
        self.desk = Desk(store, Settings(seconds=LIMIT), self.shown.append, self.said.append)

    def types(self, text: str) -> float:
        """The seconds that it takes until the prompt is back."""
        began = time.monotonic()
        assert run_typed(self.desk, text)
        return time.monotonic() - began

    def goes_on(self) -> None:
        """The next query is answered, and no node is more or less."""
        self.desk.settings.seconds = 60.0  # the engine may have to be opened anew
        assert list(self.desk.store.ask(COUNT, seconds=60.0)) == [{"n": bundled().made.build.node_count}]
        self.desk.settings.seconds = LIMIT
        assert (self.desk.settings.rows, self.desk.settings.to) == (10_000, None)


@pytest.fixture(autouse=True)
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))
    monkeypatch.setenv("BUBBLE_QUESTIONS", str(tmp_path / "mine/deep/questions"))
    (tmp_path / "secret.csv").write_text(SECRET, encoding="utf-8")
    return tmp_path / "secret.csv"


@pytest.fixture(scope="module")
def embedded() -> Iterator[GuardedStore]:
    with GuardedStore(partial(EmbeddedStore, bundled().path)) as store:
        yield store


@pytest.fixture(scope="module")
def server(neo4j_server: Server) -> Iterator[Planner]:
    facts = bundled().made.gathered.facts
    with neo4j_server.store() as store:
        store.declare()
        store.replace(facts.nodes.values(), facts.edges.values())
    opener = partial(Neo4jStore, neo4j_server.address, neo4j_server.user, neo4j_server.password)
    with GuardedStore(opener) as store:
        yield store


def refused(store: Reader, text: str, secret: Path) -> None:
    before = sorted(secret.parent.rglob("*"))
    session = Session(store)
    session.types("RETURN 1 AS one")
    took = session.types(text.replace("{file}", str(secret)))
    assert len(session.said) == 1, session.said
    assert "\n" not in session.said[0]
    assert SECRET not in "".join(session.said + session.shown)
    assert len(session.said[0]) < 600
    assert took < LIMIT + 1
    assert sorted(secret.parent.rglob("*")) == before
    session.goes_on()


def stopped(store: Reader, text: str) -> None:
    session = Session(store)
    session.goes_on()
    took = session.types(text)
    assert took < LIMIT + 1
    assert len(session.said) <= 1
    if session.said:
        assert "\n" not in session.said[0]
        assert session.said[0].startswith(("the query took longer than 1 s", "the query can't be answered", "bolt://"))
    session.goes_on()


def interrupted(store: Reader) -> None:
    """Ctrl-C while a query runs: it is stopped, and the store goes on."""
    assert list(store.ask("RETURN 1 AS n")) == [{"n": 1}]
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
    began = time.monotonic()
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        store.ask(HUNGRY["every product"], seconds=30)
    assert time.monotonic() - began < LIMIT + 1
    assert list(store.ask(COUNT)) == [{"n": bundled().made.build.node_count}]


def test_ctrl_c_stops_what_runs(embedded: GuardedStore) -> None:
    interrupted(embedded)


@pytest.mark.xdist_group(BESIDE)
def test_ctrl_c_stops_a_server_s_query(server: Reader) -> None:
    interrupted(server)


def test_there_are_forty_inputs_and_more() -> None:
    assert len({*REFUSED.values(), *HUNGRY.values()}) >= 60


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_harm_is_refused_in_one_line(name: str, embedded: GuardedStore, secret: Path) -> None:
    refused(embedded, REFUSED[name], secret)


@pytest.mark.parametrize("name", HUNGRY)
def test_what_would_never_end_is_stopped(name: str, embedded: GuardedStore) -> None:
    stopped(embedded, HUNGRY[name])


def test_the_file_of_the_graph_is_untouched(embedded: GuardedStore) -> None:
    before = bundled().path.read_bytes()
    session = Session(embedded)
    for text in REFUSED.values():
        session.types(text)
        session.desk.settings = Settings(seconds=LIMIT)
    assert bundled().path.read_bytes() == before


@pytest.mark.xdist_group(BESIDE)
@pytest.mark.parametrize("name", REFUSED)
def test_a_server_is_not_harmed_either(name: str, server: Reader, secret: Path) -> None:
    refused(server, REFUSED[name], secret)


@pytest.mark.xdist_group(BESIDE)
@pytest.mark.parametrize("name", HUNGRY)
def test_a_server_s_query_is_stopped_as_well(name: str, server: Reader) -> None:
    # The user is answered at once, but the server goes on with a pattern until it has tried every way: with the longer
    # text it did so to the end of the tests, with this one for half a minute.
    stopped(server, HUNGRY[name].replace("a" * 40, "a" * 28))


def test_a_formula_in_the_data_stays_text_in_every_form(embedded: GuardedStore) -> None:
    import openpyxl

    session = Session(embedded)
    session.types("RETURN '=cmd|\\' /C calc\\'!A0' AS `=x`")
    for form in ("csv", "xlsx"):
        session.types(f":write x.{form}")
    assert Path("x.csv").read_text("utf-8").splitlines()[1].startswith("'=cmd")
    sheet = openpyxl.load_workbook("x.xlsx")["Answer"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
