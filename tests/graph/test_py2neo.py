"""What holds of py2neo beside what every store does: the twin as a Subgraph, and what is told of it."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import py2neo
import pytest

import bubble
from graph.errors import GraphError
from graph.model import Agency, Bloc, Country, Exports, MemberOf, PartnersWith
from graph.network import Network, network
from graph.stores.embedded import EmbeddedStore
from graph.stores.py2neo import Py2neoNotice, Py2neoStore
from graph.stores.py2neo.notice import notice
from tests.built import bundled
from tests.neo4j_server import Server

ROOT = Path(__file__).parents[2]
NODES, EDGES = "MATCH (n) RETURN count(n)", "MATCH ()-[r]->() RETURN count(r)"
on_a_server = pytest.mark.xdist_group("neo4j")


@pytest.fixture(autouse=True, scope="module")
def told() -> None:
    """The notice has been given, as it is after a notebook's first cell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        notice()


@pytest.fixture
def graph(neo4j_server: Server) -> Any:
    """A team's graph on the server, empty; ids are unique, so that a merge finds its nodes at once."""
    store = neo4j_server.py2neo_store()
    store.declare()
    store.replace([], [])
    return neo4j_server.py2neo_graph


@pytest.fixture(scope="module")
def merged(neo4j_server: Server) -> Any:
    """The same with the whole twin merged into it; the tests that take it come first, before others empty it."""
    store = neo4j_server.py2neo_store()
    store.declare()
    store.replace([], [])
    neo4j_server.py2neo_graph.merge(bubble.open(bundled().path).network().to_subgraph())
    return neo4j_server.py2neo_graph


def facts_of(store: EmbeddedStore | Py2neoStore) -> dict[Any, Any]:
    """All that a store holds, as the twin has it."""
    twin = network(store)
    nodes = {key: dict(held) for key, held in twin.nodes(data=True)}
    return nodes | {(u, v, key): dict(held) for u, v, key, held in twin.edges(keys=True, data=True)}


@on_a_server
def test_the_whole_twin_is_merged_and_merging_it_again_changes_nothing(merged: Any) -> None:
    twin = network(bundled().store)
    part = twin.to_subgraph()
    counts = (twin.number_of_nodes(), twin.number_of_edges())
    kinds = Counter(type(edge).__name__ for edge in part.relationships)
    assert kinds == Counter(held["kind"] for *_, held in twin.edges(data=True))
    assert min(kinds["PARTNERS_WITH"], kinds["EXPORTS"]) > 100
    assert (len(part.nodes), len(part.relationships)) == (merged.evaluate(NODES), merged.evaluate(EDGES)) == counts
    merged.merge(part)
    assert (merged.evaluate(NODES), merged.evaluate(EDGES)) == counts
    assert facts_of(Py2neoStore(merged)) == facts_of(bundled().store)


@on_a_server
def test_open_takes_a_py2neo_graph(merged: Any) -> None:
    with bubble.open(bundled().path) as here, bubble.open(merged) as there:
        for name, params in (("links-serving-sector", {"sector": "food"}), ("programme-legs", {})):
            ours, theirs = here.ask(name, **params), there.ask(name, **params)
            assert (theirs.columns, list(theirs), theirs.warnings) == (ours.columns, list(ours), ())
        path = (
            "MATCH p = (:Agency {id: 'diprom'})-[:BASED_IN]->(:Country) RETURN p, nodes(p) AS n, relationships(p) AS r"
        )
        assert there.cypher(path) == here.cypher(path)
        back = "MATCH p = (:Country {id: 'THA'})<-[:BASED_IN]-(:Agency {id: 'diprom'})-[:BASED_IN]-(c) RETURN p"
        assert there.cypher(back) == here.cypher(back)
        with pytest.raises(GraphError):
            there.cypher("MATCH (n) DETACH DELETE n")
        assert there.cypher("MATCH (n:Nope) RETURN n").warnings
    assert merged.evaluate("RETURN 1") == 1, "the team's graph stays open"


def test_it_is_told_once() -> None:
    notice.cache_clear()
    twin = Network()
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        for _ in range(2):
            twin.to_subgraph()
    assert [warning.category for warning in told] == [Py2neoNotice]
    text = str(told[0].message)
    for part in ("end of life since 2023", "Bolt 4.3", "integer ids", "slower", 'bubble.open("neo4j://…")'):
        assert part in text


@on_a_server
@pytest.mark.parametrize("put", ["merge", "create"])
def test_parallel_edges_dates_lists_and_thai_arrive(put: str, graph: Any) -> None:
    store = EmbeddedStore()
    store.declare()
    facts = bundled().made.gathered.facts
    parallel = [e for e in facts.edges.values() if isinstance(e, PartnersWith) and {e.source.id, e.target.id} == {"THA", "JPN"}]  # fmt: skip
    exports = [
        Exports(source=Country.at("THA"), target=Country.at("JPN"), product="ข้าว", year=y, unit="US$", dataset="d")
        for y in (2019, 2020)
    ]
    nodes = [Country(id="THA", name_th="ไทย", aliases=("Siam", "สยาม")), Country(id="JPN")]
    store.write(nodes, [*parallel, *exports])
    twin = network(store)
    assert twin.number_of_edges() == len(parallel) + 2 >= 7
    getattr(graph, put)(twin.to_subgraph())
    assert facts_of(Py2neoStore(graph)) == facts_of(store)
    dated = graph.run("MATCH ()-[r]->() WHERE r.start IS NOT NULL RETURN valueType(r.start) AS kind LIMIT 1").data()
    assert dated in ([], [{"kind": "DATE NOT NULL"}])


@on_a_server
def test_a_merge_that_was_rolled_back_can_be_made_again(graph: Any) -> None:
    twin = network(bundled().store, nodes=[Country, Bloc], edges=[MemberOf])
    part = twin.to_subgraph()
    transaction = graph.begin()
    transaction.merge(part)
    graph.rollback(transaction)
    assert graph.evaluate(NODES) == 0
    graph.merge(part)
    assert (graph.evaluate(NODES), graph.evaluate(EDGES)) == (twin.number_of_nodes(), twin.number_of_edges())
    assert graph.exists(part)


@on_a_server
def test_with_what_the_notebook_has_of_its_own(graph: Any) -> None:
    twin = network(bundled().store, nodes=[Country], edges=[PartnersWith])
    part = twin.to_subgraph()
    a, b = py2neo.Node("Mine", key="a"), py2neo.Node("Mine", key="b")
    graph.merge(part | py2neo.Relationship(a, "KNOWS", b), "Mine", "key")
    assert graph.evaluate(NODES) == twin.number_of_nodes() + 2
    assert graph.evaluate(EDGES) == twin.number_of_edges() + 1
    assert graph.evaluate("MATCH (:Mine {key: 'a'})-[r:KNOWS]->(:Mine {key: 'b'}) RETURN count(r)") == 1
    assert (len((part & part).relationships), len((part - part).relationships)) == (twin.number_of_edges(), 0)
    graph.run("MATCH (n:Mine) DETACH DELETE n")


def test_a_part_of_the_twin_is_one_too() -> None:
    twin = network(bundled().store, nodes=[Country, Agency, Bloc])
    view = twin.subgraph([node for node in twin if node[0] == "Country"])
    for part in (twin, view, view.copy(), twin.reverse(), twin.edge_subgraph(list(twin.edges(keys=True))[:3])):
        assert isinstance(part, Network)
        held = part.to_subgraph()
        assert isinstance(held, py2neo.Subgraph)
        assert (len(held.nodes), len(held.relationships)) == (part.number_of_nodes(), part.number_of_edges())
    country = next(iter(view.to_subgraph().nodes))
    assert (country.__primarylabel__, country.__primarykey__, set(country.labels)) == ("Country", "id", {"Country"})


def test_what_is_no_part_of_the_graph_is_told() -> None:
    twin = network(bundled().store, nodes=[Country], edges=[])
    twin.add_edge(("Country", "THA"), ("Country", "JPN"))
    with pytest.raises(GraphError, match=r"^edge \('Country', 'THA'\) to .+: expected an edge of the graph"):
        twin.to_subgraph()
    twin.add_node(("Place", "x"))
    with pytest.raises(GraphError, match=r"^node \('Place', 'x'\): expected a node of the graph"):
        twin.to_subgraph()


@on_a_server
@pytest.mark.parametrize("text", ["CREATE (:X)", "MATCH (c:Country) SET c.name = 'x' RETURN c.id AS id"])
def test_a_read_never_writes(text: str, graph: Any) -> None:
    with pytest.raises(GraphError, match="this user may not do that: Writing in read access mode not allowed"):
        Py2neoStore(graph).ask(text)


@on_a_server
def test_a_parameter_that_cant_be_sent_is_told(graph: Any) -> None:
    store = Py2neoStore(graph)
    for value, said in ((object(), "Values of type"), (2**64, "out of range")):
        with pytest.raises(GraphError, match=f"^the query can't be answered: a parameter can't be sent: .*{said}"):
            store.ask("RETURN $x AS x", {"x": value})
    assert store.ask("RETURN $x AS x", {"x": [1, "ข้าว"]}) == [{"x": [1, "ข้าว"]}]


@on_a_server
def test_after_a_refusal_no_connection_is_held(graph: Any) -> None:
    store = Py2neoStore(graph)
    for text in ("RETUR 1", "UNWIND range(1, 1000000000) AS i RETURN count(i) AS n"):
        with pytest.raises(GraphError):
            store.ask(text, seconds=0.1)
    assert store.ask("UNWIND range(1, 9) AS i RETURN i", rows=2).cut
    assert set(graph.service.connector.in_use.values()) == {0}


@on_a_server
def test_a_connection_that_was_dropped_is_made_anew(graph: Any) -> None:
    store = Py2neoStore(graph)
    (pool,) = graph.service.connector._pools.values()
    for connection in list(pool._free_list):
        connection._wire._Wire__socket.shutdown(2)
    assert store.ask("RETURN 1 AS one") == [{"one": 1}]


@on_a_server
def test_a_wrong_password_is_told_without_it(neo4j_server: Server) -> None:
    address = neo4j_server.address.replace("bolt://", "neo4j://")
    with pytest.raises(GraphError, match=r"user or password is wrong; give py2neo\.Graph the right auth") as told:
        Py2neoStore(py2neo.Graph(address, auth=("neo4j", "hunter2")))
    assert "hunter2" not in str(told.value)


@on_a_server
def test_a_router_will_do(neo4j_server: Server) -> None:
    address = neo4j_server.address.replace("bolt://", "neo4j://")
    graph: Any = py2neo.Graph(address, auth=(neo4j_server.user, neo4j_server.password))
    assert Py2neoStore(graph).ask("RETURN 1 AS one") == [{"one": 1}]
    graph.service.connector.close()


def test_nobody_answers() -> None:
    with pytest.raises(GraphError, match=r"^neo4j://127.0.0.1:1: no server answers here: .*refused"):
        Py2neoStore(py2neo.Graph("neo4j://127.0.0.1:1", auth=("neo4j", "x")))


def test_only_bolt_will_do() -> None:
    graph: Any = py2neo.Graph("neo4j://127.0.0.1:1")
    graph.service.connector._profile = py2neo.ServiceProfile("http://127.0.0.1:1")  # it would connect at once
    with pytest.raises(GraphError, match=r"^http://127.0.0.1:1: expected a py2neo.Graph at bolt://host"):
        Py2neoStore(graph)


@pytest.mark.parametrize("wrong", [py2neo.Node("Country", id="THA"), 5])
def test_open_tells_what_it_takes(wrong: Any) -> None:
    with pytest.raises(GraphError, match=r"^expected a file, an address or a py2neo.Graph, found "):
        bubble.open(wrong)


def test_all_else_works_where_it_is_not_installed() -> None:
    code = f"""
import sys
sys.modules["py2neo"] = None
import bubble
with bubble.open({str(bundled().path)!r}) as g:
    assert g.ask("programme-legs") and g.cypher("MATCH (c:Country) RETURN c.id AS id")
    try:
        g.network().to_subgraph()
    except Exception as error:
        print(type(error).__name__, error)
"""
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert result.stderr == ""
    (line,) = result.stdout.splitlines()
    assert line.startswith("GraphError py2neo can't be had here: ")
    assert line.endswith("install it (pip install py2neo), or write the graph to a server without it: bubble build --graph neo4j://host")  # fmt: skip


def test_nothing_else_reads_it() -> None:
    """Asking, walking the twin and opening anything but a py2neo.Graph leave py2neo alone."""
    code = f"import sys, bubble; g = bubble.open({str(bundled().path)!r}); g.ask('programme-legs'); g.network(); print('py2neo' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert result.stdout == "False\n"
