"""A graph goes onto a real server and comes back the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from bubble.cli import run
from bubble.transfer import copy_graph
from graph.format import facts_of
from graph.stores.bolt import Neo4jStore
from graph.stores.embedded import EmbeddedStore
from tests.graph.formats.nasty import nasty
from tests.neo4j_server import BESIDE, Server

NASTY = nasty()
pytestmark = pytest.mark.xdist_group(BESIDE)


@pytest.fixture
def graph(tmp_path: Path, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small graph in a file, and the way to the server in the environment."""
    monkeypatch.setenv("BUBBLE_NEO4J_PASSWORD", neo4j_server.password)
    store = EmbeddedStore()
    store.declare()
    store.write(NASTY.nodes.values(), NASTY.edges.values())
    store.save(tmp_path / "graph.kgl")
    return tmp_path / "graph.kgl"


def test_pushed_and_pulled_it_is_the_same(
    graph: Path, neo4j_server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run(["push", neo4j_server.address, "--graph", str(graph)]) == 0
    sizes = f"{len(NASTY.nodes):,} nodes and {len(NASTY.edges):,} edges"
    assert f"Copied {sizes} from {graph} to {neo4j_server.address}\n" in capsys.readouterr().out
    assert run(["pull", neo4j_server.address, "--graph", str(tmp_path / "back.kgl")]) == 0
    assert f"Copied {sizes} from {neo4j_server.address} to" in capsys.readouterr().out
    assert list(facts_of(EmbeddedStore(tmp_path / "back.kgl"))) == list(facts_of(EmbeddedStore(graph)))


def test_what_only_the_server_knows_is_told_and_nothing_is_copied(
    graph: Path, neo4j_server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_graph(graph, neo4j_server.address, lambda step: None)
    with neo4j_server.store() as store:
        _write(store, "MATCH (n) WITH n LIMIT 1 SET n.reviewed_by = 'ann'")
        before = graph.read_bytes()
        capsys.readouterr()
        assert run(["pull", neo4j_server.address, "--graph", str(graph)]) == 1
        assert "reviewed_by: " in capsys.readouterr().err
        assert graph.read_bytes() == before
        _write(store, "MATCH (n) DETACH DELETE n")
    assert run(["pull", neo4j_server.address, "--graph", str(graph)]) == 1
    assert "expected a graph, found none; the target is as it was" in capsys.readouterr().err
    assert graph.read_bytes() == before


@pytest.mark.parametrize("command", ["push", "pull"])
def test_a_file_is_no_address(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "graph.kgl"]) == 1
    expected = "bubble: graph.kgl: expected a server's address as neo4j://host or bolt://host:7687\n"
    assert capsys.readouterr().err == expected


def _write(store: Neo4jStore, text: str) -> None:
    with store.working() as work:
        work(lambda transaction: transaction.run(text).consume())
