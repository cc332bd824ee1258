"""What holds on a real Neo4j server beside what every store does."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from bubble.cli import run
from graph.errors import GraphError
from graph.model import Agency, BasedIn, Country, Partnership
from graph.network import network
from graph.stores.bolt import Neo4jStore
from graph.stores.bridge import to_subgraph
from queries import ask, catalogue
from tests.built import bundled
from tests.neo4j_server import Server

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


def test_py2neo_takes_the_twin(server: Neo4jStore, neo4j_server: Server) -> None:
    import py2neo

    twin = network(bundled().store, nodes=[Country, Agency], edges=[BasedIn])
    part = twin.subgraph([n for n in twin if n[0] == "Country" or n[1] in ("diprom", "jetro")])
    graph = py2neo.Graph(neo4j_server.address, auth=(neo4j_server.user, neo4j_server.password))
    before = graph.evaluate("MATCH (n) RETURN count(n)")
    graph.merge(to_subgraph(part))
    assert graph.evaluate("MATCH (n) RETURN count(n)") == before
    assert graph.evaluate("MATCH (a:Agency {id: 'diprom'}) RETURN a.name_th") == "กรมส่งเสริมอุตสาหกรรม"


def test_a_new_graph_takes_the_place_of_the_old(neo4j_server: Server) -> None:
    with neo4j_server.store() as store:
        store.replace([Country(id="THA")], [])
        assert store.ask("MATCH (n) RETURN labels(n)[0] AS kind, n.id AS id") == [{"kind": "Country", "id": "THA"}]
        assert store.ask(f"MATCH (p:{Partnership.kind}) RETURN count(p) AS n") == [{"n": 0}]
