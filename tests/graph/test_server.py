"""What holds on a real Neo4j server beside what every store does."""

from __future__ import annotations

import json
import logging
import re
import socketserver
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bubble.cli import run
from bubble.notebook import Graph
from bubble.places import connect
from graph.errors import GraphError
from graph.model import Country, Firm, Partnership
from graph.store import Store
from graph.stores.bolt import Neo4jStore
from graph.stores.local import LocalServer
from queries import ask, catalogue
from queries.ask import resolved
from tests.built import bundled
from tests.neo4j_server import Server, own_server
from tests.parts import require

pytestmark = pytest.mark.xdist_group("neo4j")
ADDRESS = "bolt://127.0.0.1:1"


@pytest.fixture(scope="module")
def server(neo4j_server: Server) -> Iterator[Neo4jStore]:
    """The whole bundled graph on the server."""
    facts = bundled().made.gathered.facts
    with neo4j_server.store() as store:
        store.declare()
        store.replace(facts.nodes.values(), facts.edges.values())
        yield store


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_question_has_the_same_answer_on_both_engines(name: str, server: Neo4jStore) -> None:
    here, there = ask(bundled().store, name), ask(server, name)
    assert there.columns == here.columns
    assert list(there) == list(here)
    assert there.warnings == ()


def test_the_whole_graph_is_there(server: Neo4jStore) -> None:
    build = bundled().made.build
    assert server.ask("MATCH (n) RETURN count(n) AS n") == [{"n": build.node_count}]
    assert server.ask("MATCH ()-[r]->() RETURN count(r) AS n") == [{"n": build.edge_count}]
    assert server.ask("MATCH (b:Build) RETURN b.content_hash AS h") == [{"h": build.content_hash}]


def test_ids_and_names_are_indexed(server: Neo4jStore) -> None:
    text = "CALL db.index.fulltext.queryNodes('names', 'กรมส่งเสริมอุตสาหกรรม') YIELD node RETURN node.id AS id LIMIT 1"
    assert server.ask(text) == [{"id": "diprom"}]


@pytest.mark.parametrize("text", ["CREATE (:X)", "MATCH (c:Country) SET c.name = 'x' RETURN c.id AS id"])
def test_a_read_never_writes(text: str, server: Neo4jStore) -> None:
    with pytest.raises(GraphError, match="this user may not do that here: Writing in read access mode not allowed"):
        server.ask(text)


def test_a_wrong_password_is_told_without_it(neo4j_server: Server) -> None:
    with pytest.raises(GraphError, match="user or password is wrong; set") as told:
        Neo4jStore(neo4j_server.address, "neo4j", "hunter2")
    assert "hunter2" not in str(told.value)


@contextmanager
def answering(what: bytes) -> Iterator[str]:
    """The address of something on this machine that takes connections and is no Neo4j server."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(64)
            self.request.sendall(what)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        yield f"bolt://127.0.0.1:{other.server_address[1]}"
        other.shutdown()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", "no server answers here"),
        (b"", "no server answers here"),
        # What a server answers to a driver whose versions of Bolt it does not speak: those before Neo4j 4.4.
        (b"\0\0\0\0", "expected Neo4j 5.7 or later, found .*; upgrade the server"),
    ],
)
def test_what_is_no_neo4j_or_an_old_one_is_told(what: bytes, said: str) -> None:
    with answering(what) as address, pytest.raises(GraphError, match=f"^{address}: {said}") as told:
        Neo4jStore(address, "neo4j", "hunter2")
    assert "\n" not in str(told.value)
    assert "hunter2" not in str(told.value)


@pytest.mark.parametrize(
    ("version", "taken"), [("4.4.40", False), ("5.6.0", False), ("5.7.0", True), ("2025.10.1", True)]
)
def test_a_server_s_version_is_compared_as_numbers(version: str, taken: bool, server: Neo4jStore) -> None:
    """The server's own answer to who it is, with another number in it."""
    info = server._driver.get_server_info()
    info._metadata["server"] = f"Neo4j/{version}"
    if taken:
        server._check(info)
    else:
        with pytest.raises(GraphError, match=f"expected Neo4j 5.7 or later, found Neo4j/{version}; upgrade the server"):
            server._check(info)


def test_an_address_with_a_password_is_not_repeated() -> None:
    with pytest.raises(GraphError, match=r"^expected an address without user and password") as told:
        connect("bolt://neo4j:hunter2@127.0.0.1:7687")
    assert "hunter2" not in str(told.value)


def test_no_password_comes_into_a_log(neo4j_server: Server, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with neo4j_server.store() as store:
        store.ask("RETURN 1 AS x")
    assert len(caplog.text) > 500
    assert neo4j_server.password not in caplog.text


def test_a_read_sees_the_write_before_it(neo4j_server: Server) -> None:
    """Over a routed address too, and from a second store of the process."""
    address = neo4j_server.address.replace("bolt://", "neo4j://")
    with (
        Neo4jStore(address, neo4j_server.user, neo4j_server.password) as writer,
        Neo4jStore(address, neo4j_server.user, neo4j_server.password) as reader,
    ):
        for i in range(20):
            writer.write([Country(id="ZZZ", name=str(i))], [])
            assert reader.ask("MATCH (c:Country {id: 'ZZZ'}) RETURN c.name AS n") == [{"n": str(i)}]
        with writer.working() as work:
            work(lambda transaction: transaction.run("MATCH (c:Country {id: 'ZZZ'}) DELETE c").consume())


def test_a_database_that_may_not_be_written_and_one_that_is_not_there() -> None:
    with own_server() as made:
        made.stop()
        own = LocalServer(made.home, settings={"server.databases.default_to_read_only": "true"})
        running = own.start(port=0, tell=lambda step: None)
        with Neo4jStore(running.address, "neo4j", own.password()) as store:
            assert store.ask("RETURN 1 AS x") == [{"x": 1}]
            with pytest.raises(GraphError, match=r"this user may not do that here: .*read-only"):
                store.replace([Country(id="THA")], [])
        with pytest.raises(GraphError, match=r"; name another with \$BUBBLE_NEO4J_DATABASE"):
            Neo4jStore(running.address, "neo4j", own.password(), database="nowhere")


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(small)], check=False)
    require("mount", mounted.returncode == 0, "a small file system of its own, which only root can mount, fills up")
    own = LocalServer(small / "neo4j")
    firms = [Firm(id=str(i), name="x" * 4000) for i in range(20_000)]
    try:
        running = own.start(port=0, tell=lambda step: None)
        with Neo4jStore(running.address, "neo4j", own.password()) as store:
            store.declare()
            with pytest.raises(GraphError, match=r"its disk may be full|stopped after an error of its disk") as told:
                store.write(firms, [])
            assert "\n" not in str(told.value)
    finally:
        own.stop(at_once=True)
        subprocess.run(["umount", "-l", str(small)], check=True)


REFUSED = """
CREATE (:X {id: 'x'})|MATCH (c:Country) SET c.name = 'x'|MERGE (:X {id: 'x'})|MATCH (n) DETACH DELETE n
MATCH (c:Country) REMOVE c.name|CALL { CREATE (:X {id: 'x'}) } RETURN 1 AS x|FOREACH (i IN [1] | CREATE (:X))
PROFILE CREATE (:X {id: 'x'})|EXPLAIN CREATE (:X)|CYPHER 5 CREATE (:X)|/* read */ CREATE (:X)|// read\nCREATE (:X)
LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row|PROFILE LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row
load\tcsv from 'http://127.0.0.1/' as row return row|TERMINATE TRANSACTIONS 'neo4j-transaction-1'|SHOW TRANSACTIONS
SHOW USERS|SHOW DATABASES|CALL dbms.listConfig()|CALL dbms.components()|CALL db.clearQueryCaches()
CALL tx.setMetaData({a: 1})|CALL db.createLabel('X')|CREATE INDEX x FOR (n:X) ON (n.x)|DROP INDEX names
CREATE CONSTRAINT FOR (n:X) REQUIRE n.x IS UNIQUE|ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'|USE system RETURN 1
""".replace("\n", "|").split("|")


@pytest.mark.parametrize("text", [each for each in REFUSED if each.strip()])
@pytest.mark.parametrize("engine", ["embedded", "server"])
def test_the_gate_refuses_before_the_engine_is_reached(
    text: str, engine: str, server: Neo4jStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store: Store = server if engine == "server" else bundled().store
    reached: list[str] = []
    monkeypatch.setattr(type(store), "ask", lambda self, text, *rest, **named: reached.append(text))
    with pytest.raises(GraphError, match=r"^Cypher, line \d+, column \d+: expected .+; .+") as told:
        Graph(store).cypher(text)
    assert reached == []
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("name", sorted(name for name, asked in catalogue().items() if asked.path is None))
def test_no_question_scans_all_nodes_where_an_index_serves(name: str, server: Neo4jStore) -> None:
    params = resolved(server, catalogue()[name], {})
    with server._session("READ") as session:
        plan = session.run("PROFILE " + catalogue()[name].text, params).consume().profile
    operators = list(walked(plan))
    scans = [f"{kind} {told}" for kind, told in operators if "Scan" in kind]
    # What a question goes through from end to end is every partnership there is; all else it finds by an index.
    assert [scan for scan in scans if not re.match(r"NodeByLabelScan\S* \w+:Partnership\b", scan)] == []


def walked(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield plan["operatorType"], str(plan["args"].get("Details", ""))
    for child in plan.get("children", []):
        yield from walked(child)


def test_nobody_answers() -> None:
    with pytest.raises(GraphError, match=f"^{ADDRESS}: no server answers here: "):
        Neo4jStore(ADDRESS, "neo4j", "x")


def test_the_commands_take_an_address(
    server: Neo4jStore, neo4j_server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUBBLE_NEO4J_PASSWORD", neo4j_server.password)
    assert run(["ask", "programme-legs", "--as", "json", "--graph", neo4j_server.address]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 15
    assert (
        run(
            [
                "cypher",
                "MATCH (c:Country {id: 'THA'}) RETURN c.name AS n",
                "--as",
                "csv",
                "--graph",
                neo4j_server.address,
            ]
        )
        == 0
    )
    assert capsys.readouterr().out == "n\nThailand\n"
    monkeypatch.delenv("BUBBLE_NEO4J_PASSWORD")
    assert run(["ask", "programme-legs", "--graph", neo4j_server.address]) == 1
    assert (
        capsys.readouterr().err
        == f"bubble: {neo4j_server.address}: no password; set $BUBBLE_NEO4J_PASSWORD or $BUBBLE_NEO4J_PASSWORD_FILE\n"
    )
    monkeypatch.setenv("BUBBLE_NEO4J_PASSWORD_FILE", "nowhere")
    assert run(["ask", "programme-legs", "--graph", neo4j_server.address]) == 1
    expected = "bubble: $BUBBLE_NEO4J_PASSWORD_FILE: nowhere can't be read: No such file or directory\n"
    assert capsys.readouterr().err == expected
    monkeypatch.setenv("BUBBLE_NEO4J_PASSWORD", "x")
    assert run(["ask", "programme-legs", "--graph", "http://x"]) == 1
    assert capsys.readouterr().err == "bubble: http://x: expected an address as neo4j://host or bolt://host:7687\n"


def test_a_new_graph_takes_the_place_of_the_old(neo4j_server: Server) -> None:
    with neo4j_server.store() as store:
        store.replace([Country(id="THA")], [])
        assert store.ask("MATCH (n) RETURN labels(n)[0] AS kind, n.id AS id") == [{"kind": "Country", "id": "THA"}]
        assert store.ask(f"MATCH (p:{Partnership.kind}) RETURN count(p) AS n") == [{"n": 0}]
