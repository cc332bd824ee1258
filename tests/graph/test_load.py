"""A load on a real server: what differs is written, what is gone is swept, and it can be broken off and repeated."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from neo4j import exceptions

from graph.errors import GraphError
from graph.kinds import Edge, Node
from graph.model import Build, Country, Exports, Firm, PartnersWith
from graph.stores.bolt import Neo4jStore, load
from graph.stores.bolt.mark import Loader
from graph.vocabulary import Form, Status
from tests.large import large_edges, large_nodes
from tests.neo4j_server import BESIDE, Server, own_server

pytestmark = pytest.mark.xdist_group(BESIDE)
ROOT = Path(__file__).parents[2]
NODES, EDGES = 300, 500
Graph = tuple[list[Node], list[Edge]]
# A load in small batches, in a process that kills itself at one of them.
KILLED = """
import os, signal, sys
from graph.stores.bolt import Neo4jStore, load
from tests.graph.test_load import NEW
load.ONE_TRANSACTION, load.BATCH = 10, 50
whole, left = load._Batch.__call__, int(sys.argv[2])
def batch(self, transaction):
    global left
    left -= 1
    whole(self, transaction)
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
load._Batch.__call__ = batch
with Neo4jStore(sys.argv[1], "neo4j", os.environ["BUBBLE_NEO4J_PASSWORD"]) as store:
    store.replace(*NEW)
"""


def flow(year: int, value: float | None) -> Exports:
    return Exports(
        source=Country.at("THA"), target=Country.at("JPN"), product="10", year=year, unit="t", dataset="d", value=value
    )


def shared(source: Node, target: Node) -> PartnersWith:
    return PartnersWith(
        source=source.ref, target=target.ref, partnership="p", name="p", form=Form.TALKS, status=Status.SIGNED
    )


THA, JPN, NZL = (
    Country(id=id, name=name) for id, name in (("THA", "Thailand"), ("JPN", "Japan"), ("NZL", "ไทย \"'\n"))
)
OLD: Graph = (
    [Build(id="build", content_hash="old"), THA, JPN, Firm(id="gone"), *large_nodes(NODES)],
    [flow(2018, 1.0), flow(2019, 2.0), *large_edges(NODES, EDGES)],
)
NEW: Graph = (
    [Build(id="build", content_hash="new"), Country(id="THA", name_th="ไทย"), JPN, NZL, *large_nodes(NODES)][:250],
    [flow(2018, None), flow(2020, 2.0), shared(THA, JPN), shared(THA, NZL), *large_edges(145, EDGES)],
)


@pytest.fixture
def store(neo4j_server: Server) -> Iterator[Neo4jStore]:
    """A store on a server that holds the old graph."""
    with neo4j_server.store() as made:
        made.declare()
        made.replace(*OLD)
        yield made


def dump(store: Neo4jStore) -> list[Any]:
    """All there is, in an order of its own."""
    nodes = store.ask("MATCH (n) RETURN labels(n) AS kind, properties(n) AS held ORDER BY kind, n.id")
    edges = store.ask(
        "MATCH (a)-[r]->(b) RETURN type(r) AS kind, a.id AS source, b.id AS target, properties(r) AS held "
        "ORDER BY kind, source, target, r.id"
    )
    return [*nodes, *edges]


@pytest.fixture(scope="module")
def wanted(neo4j_server: Server) -> list[Any]:
    """What stands there after the new graph was loaded where nothing was."""
    with neo4j_server.store() as made:
        made.declare()
        made.replace([], [])
        made.replace(*NEW)
        return dump(made)


def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "ONE_TRANSACTION", 10)
    monkeypatch.setattr(load, "BATCH", 50)


def foreign(store: Neo4jStore, text: str) -> None:
    """Write as somebody else would."""
    with store.working() as work:
        work(lambda transaction: transaction.run(text).consume())


def test_a_new_graph_takes_the_place_of_the_old(store: Neo4jStore, wanted: list[Any]) -> None:
    store.replace(*NEW)
    assert dump(store) == wanted


def test_in_batches_it_is_the_same(store: Neo4jStore, wanted: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    small_batches(monkeypatch)
    store.replace(*NEW)
    assert dump(store) == wanted


@pytest.mark.parametrize("batches", [False, True])
def test_what_others_wrote_into_it_is_set_right(
    batches: bool, store: Neo4jStore, wanted: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    store.replace(*NEW)
    foreign(store, "MATCH (c:Country {id: 'JPN'}) SET c.name = 'x', c.stray = 1, c:Seen")
    foreign(store, "MATCH (:Country)-[r:EXPORTS {year: 2020}]->() SET r.value = 5, r.stray = 1")
    foreign(store, "MATCH (a:Country {id: 'THA'}), (b:Country {id: 'JPN'}) CREATE (a)-[:PARTNERS_WITH {id: 'p'}]->(b)")
    foreign(store, "MATCH (a:Country {id: 'THA'}), (b:Country {id: 'JPN'}) CREATE (a)-[:EXPORTS {year: 1}]->(b)")
    foreign(store, "CREATE (:Firm {name: 'no id'})-[:LIKES]->(:Note {id: 'n'})")
    if batches:
        small_batches(monkeypatch)
        monkeypatch.setattr(load, "ONE_TRANSACTION", 0)
    store.replace(*NEW)
    assert store.ask("MATCH (n:Note) RETURN n.id AS id, n:Firm AS f") == [{"id": "n", "f": False}]
    foreign(store, "MATCH (n:Note) DETACH DELETE n")
    foreign(store, "MATCH (n:Seen) REMOVE n:Seen")
    assert dump(store) == wanted


def test_a_load_of_the_same_writes_nothing(store: Neo4jStore) -> None:
    store.replace(*NEW)
    loading = load.Load(store, *NEW)
    assert list(loading._changes(store.ask)) == []


def test_a_reader_sees_the_old_graph_or_the_new(store: Neo4jStore, neo4j_server: Server) -> None:
    """A commit is no single moment on the server: asked without care, some answers hold both names."""
    graphs: list[list[Node]] = [
        [Build(id="build", content_hash=name), *(Firm(id=f"f{i}", name=name) for i in range(6000))] for name in "AB"
    ]
    store.replace(graphs[0], [])
    seen: set[Any] = set()
    ended = threading.Event()

    def read() -> None:
        with neo4j_server.store() as reader:
            while not ended.is_set():
                answer = reader.ask("MATCH (f:Firm) RETURN f.name AS name, count(f) AS firms")
                seen.add((tuple((row["name"], row["firms"]) for row in answer), answer.warnings))

    reading = threading.Thread(target=read)
    reading.start()
    for turn in (1, 0, 1):
        store.replace(graphs[turn], [])
    ended.set()
    reading.join()
    assert seen == {((("A", 6000),), ()), ((("B", 6000),), ())}


def test_every_answer_given_during_a_load_in_batches_says_so(
    store: Neo4jStore, neo4j_server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_batches(monkeypatch)
    told: list[tuple[str, ...]] = []
    batch = load._Batch.__call__

    def asked(self: load._Batch, transaction: Any) -> None:
        told.append(reader.ask("RETURN 1 AS x").warnings)
        batch(self, transaction)

    monkeypatch.setattr(load._Batch, "__call__", asked)
    with neo4j_server.store() as reader:
        store.replace(*NEW)
        assert len(told) > 5
        assert all(len(each) == 1 and f"a load by {Loader().by} is under way since 20" in each[0] for each in told)
        assert reader.ask("RETURN 1 AS x").warnings == ()
    assert store.ask("RETURN 1 AS x").warnings == ()


def test_a_batch_whose_commit_was_not_heard_of_is_written_once(
    store: Neo4jStore, neo4j_server: Server, wanted: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    small_batches(monkeypatch)
    batch = load._Batch.__call__
    cut: list[str] = []

    def unheard(self: load._Batch, transaction: Any) -> None:
        if self.change.statement in cut:
            batch(self, transaction)
            return
        cut.append(self.change.statement)
        with neo4j_server.store() as beside, beside.working() as work:
            work(lambda other: batch(self, other))
        raise exceptions.ServiceUnavailable("the answer did not come")

    monkeypatch.setattr(load._Batch, "__call__", unheard)
    store.replace(*NEW)
    assert any("CREATE" in statement for statement in cut)
    assert dump(store) == wanted


def test_a_second_load_is_refused_by_name(store: Neo4jStore, neo4j_server: Server) -> None:
    other = Loader(by="ann@desk")
    with store.working() as work:
        work(other.announce)
    before = [row for row in dump(store) if row["kind"] != ["Load"]]
    with (
        neo4j_server.store() as second,
        pytest.raises(GraphError, match=rf"a load by ann@desk \(process {os.getpid()} on .+ is under way; wait until"),
    ):
        second.replace(*NEW)
    assert [row for row in dump(store) if row["kind"] != ["Load"]] == before
    with store.working() as work:
        work(other.release)


def test_a_load_that_was_taken_over_stops(store: Neo4jStore) -> None:
    with store.working() as work:
        first = Loader()
        work(first.announce)
        with pytest.raises(GraphError, match="another load has taken over"):
            work(Loader().beat)
        work(first.release)


def test_of_two_loads_at_once_one_waits(store: Neo4jStore, neo4j_server: Server, wanted: list[Any]) -> None:
    store.replace(*NEW)
    with neo4j_server.store() as other:
        at_once = [threading.Thread(target=each.replace, args=graph) for each, graph in ((store, OLD), (other, OLD))]
        for thread in at_once:
            thread.start()
        for thread in at_once:
            thread.join()
    old = dump(store)
    store.replace([], [])
    store.replace(*OLD)
    assert old == dump(store)


@pytest.mark.parametrize("batches", [1, 6, 12])
def test_a_load_killed_half_way_and_run_again_ends_in_the_same_state(
    batches: int, store: Neo4jStore, neo4j_server: Server, wanted: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    result = subprocess.run(
        [sys.executable, "-c", KILLED, neo4j_server.address, str(batches)],
        cwd=ROOT,
        check=False,
        env={**os.environ, "BUBBLE_NEO4J_PASSWORD": neo4j_server.password},
        capture_output=True,
    )
    assert result.returncode == -signal.SIGKILL, result.stderr
    assert "one broken off must run again" in store.ask("RETURN 1 AS x").warnings[0]
    assert dump(store) != wanted
    small_batches(monkeypatch)
    store.replace(*NEW)
    assert dump(store) == wanted
    assert store.ask("RETURN 1 AS x").warnings == ()


def test_a_server_killed_in_the_middle_of_a_load_and_started_again(
    wanted: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The load goes on by itself: nothing is lost, nothing double."""
    small_batches(monkeypatch)
    with own_server() as server:
        first = server.running()
        assert first
        killed: list[float] = []
        batch = load._Batch.__call__

        def struck(self: load._Batch, transaction: Any) -> None:
            batch(self, transaction)
            if len(killed) < 1 and "OPERATES_IN" in self.change.statement:
                killed.append(time.monotonic())
                server.stop(at_once=True)
                threading.Thread(target=lambda: server.start(port=first.port, tell=lambda step: None)).start()

        monkeypatch.setattr(load._Batch, "__call__", struck)
        with Neo4jStore(first.address, "neo4j", server.password()) as store:
            store.declare()
            store.replace(*OLD)
            monkeypatch.setattr(load, "ONE_TRANSACTION", 10)
            store.replace(*NEW)
            assert killed
            assert dump(store) == wanted


def test_one_transaction_that_the_server_s_memory_does_not_hold_goes_in_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with own_server(settings={"db.memory.transaction.max": "4m"}) as server:
        running = server.running()
        assert running
        with Neo4jStore(running.address, "neo4j", server.password()) as store:
            store.declare()
            monkeypatch.setattr(load, "BATCH", 500)
            store.replace([Build(id="build"), *large_nodes(3000)], [])
            assert store.ask("MATCH (n) RETURN count(n) AS n") == [{"n": 3001}]
