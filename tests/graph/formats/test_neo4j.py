"""What Neo4j itself makes of the files for its importer and of the Cypher text is the graph that was exported."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bubble.cli import run
from graph.cypher.statements import written
from graph.errors import GraphError
from graph.facts import Fact, Facts
from graph.format import formats, in_order
from graph.kinds import Edge
from graph.model import EDGES, NODES, Agency
from graph.reading import edge_of, edges_text, nodes_text
from graph.store import Store
from graph.stores.local import LocalServer
from graph.stores.local.jars import jars, java
from tests.built import bundled
from tests.graph.formats.nasty import gathered_from, nasty
from tests.neo4j_server import BESIDE, Server, require_jars

pytestmark = pytest.mark.xdist_group(BESIDE)


def told(facts: Facts) -> list[tuple[Any, ...]]:
    """What the loader writes of each fact: kind, ends, properties."""
    found: list[tuple[Any, ...]] = []
    every: list[Fact] = [*facts.nodes.values(), *facts.edges.values()]
    for fact in every:
        _, row = written(fact)
        ends = (fact.source, fact.target) if isinstance(fact, Edge) else ()
        found.append((fact.kind, *map(str, ends), sorted({"id": row["id"], **row["props"]}.items())))
    return sorted(found, key=repr)


def held(store: Store) -> list[tuple[Any, ...]]:
    """The same of what a store holds."""
    found: list[tuple[Any, ...]] = []
    for node in NODES.values():
        found += [(node.kind, sorted(row["held"].items())) for row in store.ask(nodes_text(node), seconds=120)]
    for edge in EDGES.values():
        for source, target, each in map(edge_of, store.ask(edges_text(edge), seconds=120)):
            found.append((edge.kind, str(source), str(target), sorted(each.items())))
    return sorted(found, key=repr)


@contextmanager
def imported(folder: Path, home: Path) -> Iterator[Server]:
    """A server on the database that its own importer made of a folder."""
    require_jars()
    base = [*java(), "-cp", f"{jars(lambda step: None)}/*", "org.neo4j.cli.AdminTool"]
    (home / "conf").mkdir(parents=True)
    (home / "conf/neo4j.conf").touch()
    admin, quoted = home / "neo4j-admin", "' '".join(base)
    admin.write_text(f"#!/bin/sh\nexec '{quoted}' \"$@\"\n", encoding="utf-8")
    admin.chmod(0o755)
    places = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf"), "NEO4J_ADMIN": str(admin)}
    made = subprocess.run(["sh", folder / "import.sh"], env=places, check=False, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout[-2000:] + made.stderr[-2000:]
    server = LocalServer(home)
    try:
        yield Server(server.start(port=0, heap="1g", tell=lambda step: None).address, "neo4j", server.password())
    finally:
        server.stop(at_once=True)


def test_neo4j_s_importer_makes_the_same_graph(tmp_path: Path) -> None:
    whole, odd = bundled().made.gathered.facts, nasty()
    facts = gathered_from([*(whole.nodes | odd.nodes).values(), *(whole.edges | odd.edges).values()])
    folder = tmp_path / "for neo4j"
    formats()["neo4j-admin"].write(in_order([*facts.nodes.values(), *facts.edges.values()]), folder)
    with imported(folder, tmp_path / "home") as server, server.store() as store:
        assert store.ask("MATCH (n) RETURN count(n) AS n") == [{"n": len(facts.nodes)}]
        assert store.ask("MATCH ()-[r]->() RETURN count(r) AS n") == [{"n": len(facts.edges)}]
        assert held(store) == told(facts)
        store.declare()  # the ids are unique indeed


def test_cypher_text_makes_the_same_graph(neo4j_server: Server, tmp_path: Path) -> None:
    facts = nasty()
    place = tmp_path / "g.cypher"
    formats()["cypher"].write(in_order([*facts.nodes.values(), *facts.edges.values()]), place)
    _, *statements = place.read_text("utf-8").removesuffix(";\n").split("\n", 1)
    with neo4j_server.store() as store:
        store.replace([], [])
        for statement in statements[0].split(";\n"):
            with store._session("WRITE") as session:
                session.run(statement).consume()
        assert held(store) == told(facts)


def test_a_graph_goes_onto_a_server_and_off_it_the_same(
    neo4j_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUBBLE_NEO4J_PASSWORD", neo4j_server.password)
    facts = nasty()
    formats()["jsonl"].write(in_order([*facts.nodes.values(), *facts.edges.values()]), Path("g.jsonl"))
    assert run(["import", "g.jsonl", "--graph", neo4j_server.address]) == 0
    assert run(["export", "back.jsonl", "--graph", neo4j_server.address]) == 0
    assert Path("back.jsonl").read_bytes() == Path("g.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("aliases", "said"),
    [
        (("",), "Agency x: aliases: Neo4j's importer can't hold a list of one empty text; import jsonl"),
        (("a\x1fb",), r"Agency x: aliases: holds the character U\+001F, by which Neo4j's importer parts lists; import"),
    ],
)
def test_what_the_importer_would_lose_is_refused(aliases: tuple[str, ...], said: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=f"^{said}"):
        formats()["neo4j-admin"].write([Agency(id="x", aliases=aliases)], tmp_path / "x")
