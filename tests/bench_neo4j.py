"""What a server costs through the product beside the bare driver and py2neo, in one run: `make bench-neo4j` prints it.

Every way writes the same rows into an empty database of one server, which has warmed up on a part of them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import neo4j
import py2neo
from py2neo.bulk import merge_nodes, merge_relationships

from graph.cypher.statements import batches, edge_row, node_row
from graph.format import formats
from graph.model import Country, PartnersWith
from graph.network import network
from graph.stores.bolt import Neo4jStore
from graph.stores.local.jars import jars, java
from graph.vocabulary import Form, Status
from tests.large import SECTORS, large_edges, large_nodes
from tests.neo4j_server import own_server

NODES, EDGES, LINKS = 200_000, 1_000_000, 10_000
PY2NEO_LINKS = 500
BATCH = 10_000


def seconds(name: str, work: Callable[[], object]) -> float:
    """How long it takes, printed."""
    start = time.perf_counter()
    work()
    taken = time.perf_counter() - start
    print(f"{name:58} {taken:8.1f} s", flush=True)
    return taken


def bare(driver: Any, nodes: int, edges: int) -> None:
    """A loop over the official driver: the same statements with the same rows, made ready as it goes."""
    with driver.session() as session:
        for statement, rows in batches(large_nodes(nodes), large_edges(nodes, edges), BATCH):
            session.execute_write(lambda tx, s=statement, r=rows: tx.run(s, rows=r).consume())


def bulk(graph: Any, nodes: int, edges: int) -> None:
    """py2neo's own bulk loading of the same."""
    each = large_nodes(nodes)
    for kind, count in (("Sector", SECTORS), ("Firm", nodes - SECTORS)):
        rows = (node_row(node)["props"] | {"id": node.id} for node in islice(each, count))
        while part := list(islice(rows, BATCH)):
            merge_nodes(graph.auto(), part, (kind, "id"))
    links: Iterator[Any] = (
        (row["source"], row["props"] | {"id": row["id"]}, row["target"])
        for row in map(edge_row, large_edges(nodes, edges))
    )
    while part := list(islice(links, BATCH)):
        merge_relationships(graph.auto(), part, ("OPERATES_IN", "id"), ("Firm", "id"), ("Sector", "id"))


def imported(folder: Path, nodes: int, edges: int) -> None:
    """The importer's way from the same facts: the CSVs written, then the real importer."""
    place = folder / "csv"
    facts = chain[Any](large_nodes(nodes), large_edges(nodes, edges))
    seconds("  export for neo4j-admin", lambda: formats()["neo4j-admin"].write(facts, place))
    home = folder / "home"
    (home / "conf").mkdir(parents=True)
    (home / "conf/neo4j.conf").write_text("dbms.usage_report.enabled=false\n", encoding="utf-8")
    java_tool = " ".join(f"'{part}'" for part in [*java(), "-cp", f"{jars(print)}/*", "org.neo4j.cli.AdminTool"])
    tool = folder / "neo4j-admin"
    tool.write_text(f'#!/bin/sh\nexec {java_tool} "$@"\n', encoding="utf-8")
    tool.chmod(0o700)
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "NEO4J_ADMIN": str(tool)}
    command = ["sh", str(place / "import.sh")]
    seconds(
        "  its importer",
        lambda: subprocess.run(command, env={**os.environ, **places}, check=True, capture_output=True),
    )


def main(nodes: int, edges: int) -> None:
    """Load by every way, then read partnerships by two."""
    print(f"{nodes:,} nodes and {edges:,} edges with five properties each")
    with own_server(heap="2g") as server, tempfile.TemporaryDirectory() as folder:
        running = server.running()
        assert running
        login = ("neo4j", server.password())
        driver: Any = neo4j.GraphDatabase.driver(running.address, auth=login)
        with Neo4jStore(running.address, *login) as store, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            graph: Any = py2neo.Graph(running.address, auth=login)
            store.declare()

            def empty() -> None:
                text = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"
                driver.session().run(text).consume()

            store.replace(large_nodes(5000), large_edges(5000, 20_000))
            empty()
            bulk(graph, 5000, 20_000)
            empty()
            own = seconds("Neo4jStore.replace", lambda: store.replace(large_nodes(nodes), large_edges(nodes, edges)))
            found = store.ask("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"]
            assert found == edges, found
            empty()
            plain = seconds("bare driver loop, the same rows and statements", lambda: bare(driver, nodes, edges))
            empty()
            old = seconds("py2neo.bulk", lambda: bulk(graph, nodes, edges))
            empty()
            admin = seconds("the importer's way", lambda: imported(Path(folder), nodes, edges))
            print(
                f"speed to the bare loop {plain / own:.2f}   to py2neo.bulk {old / own:.2f}   importer {own / admin:.1f}"
            )
            _reading(store, graph)
        driver.close()


def _reading(store: Neo4jStore, graph: Any) -> None:
    """Partnerships with both ends into networkx; py2neo on a part, for all would take minutes."""
    ends = [Country(id=f"C{i}", name=f"Country {i}") for i in range(200)]
    links = [
        PartnersWith(
            source=ends[i % 200].ref,
            target=ends[(i * 7 + i // 200 + 1) % 200].ref,
            partnership=f"p{i}",
            form=Form.MEMORANDUM,
            status=Status.SIGNED,
            sectors=("food",),
        )
        for i in range(LINKS)
    ]
    store.replace(ends, links)
    network(store, nodes=[Country], edges=[PartnersWith])
    own = seconds(f"{LINKS:,} partnerships with both ends into networkx", lambda: _network(store))
    text = f"MATCH (a)-[r:PARTNERS_WITH]->(b) RETURN a, r, b LIMIT {PY2NEO_LINKS}"
    old = seconds(f"{PY2NEO_LINKS:,} of them through py2neo's Subgraph", lambda: _subgraph(graph, text))
    print(f"reading, times as fast for each partnership {old / PY2NEO_LINKS / (own / LINKS):.0f}")


def _network(store: Neo4jStore) -> None:
    twin = network(store, nodes=[Country], edges=[PartnersWith])
    assert twin.number_of_edges() == LINKS


def _subgraph(graph: Any, text: str) -> None:
    import networkx as nx

    whole = graph.run(text).to_subgraph()
    twin: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for edge in whole.relationships:
        twin.add_edge(edge.start_node["id"], edge.end_node["id"], key=edge["id"], **dict(edge))
    assert twin.number_of_edges() == PY2NEO_LINKS


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*given) if given else main(NODES, EDGES)
