"""Answers in a notebook: as data frames and networks, with the same rows and types."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bubble
from bubble.desk.planning import plan
from bubble.frames import Rows
from bubble.notebook import Graph
from graph.errors import GraphError
from tests.built import bundled
from tests.neo4j_server import BESIDE, Server

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def g() -> Iterator[Graph]:
    with bubble.open(bundled().path) as graph:
        yield graph


def test_the_rows_are_the_same_in_every_frame(g: Graph) -> None:
    rows = g.ask("links-by-status")
    assert rows.to_arrow().to_pylist() == list(rows)
    assert rows.to_polars().to_dicts() == list(rows)
    pandas = rows.to_pandas()
    assert list(pandas.columns) == list(rows.columns)
    assert pandas["links"].sum() == sum(row["links"] for row in rows)
    assert str(pandas["links"].dtype) == "int64"


def test_dates_and_lists_keep_their_types(g: Graph) -> None:
    import polars as pl

    frame = g.cypher(
        "MATCH (p:Partnership) WHERE p.start IS NOT NULL RETURN p.start AS start, p.countries AS at LIMIT 5"
    ).to_polars()
    assert frame.schema == {"start": pl.Date(), "at": pl.List(pl.String())}


def test_a_network_has_the_edges_of_the_rows(g: Graph) -> None:
    rows = g.cypher("MATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) RETURN a, r, b")
    twin, whole = rows.to_networkx(), g.network()
    assert twin.number_of_edges() == len(rows) > 10
    for source, target, key, held in twin.edges(keys=True, data=True):
        assert whole.edges[source, target, key] == held


def test_parallel_links_and_their_direction_are_kept(g: Graph) -> None:
    rows = g.cypher("MATCH (a:Country {id: 'THA'})-[r:PARTNERS_WITH]-(b:Country {id: 'JPN'}) RETURN b, r, a")
    twin, whole = rows.to_networkx(), g.network()
    assert twin.number_of_edges() == len(rows) > 1
    assert set(twin.edges(keys=True)) <= set(whole.edges(keys=True))


def test_paths_lists_and_maps_are_looked_into(g: Graph) -> None:
    path = g.cypher("MATCH p = (:Country {id: 'THA'})-[:MEMBER_OF]->(:Bloc) RETURN p")
    assert path.to_networkx().number_of_edges() == len(path)
    held = g.cypher(
        "MATCH (a:Country {id: 'THA'})-[r:MEMBER_OF]->(b) RETURN collect(r) AS rs, collect({node: b}) AS bs, a"
    )
    assert held.to_networkx().number_of_edges() == len(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("RETURN 1 AS n", "the answer holds no nodes; return nodes and edges"),
        ("MATCH ()-[r:MEMBER_OF]->() RETURN r", "the answer holds a MEMBER_OF without the nodes at its ends"),
    ],
)
def test_rows_without_a_network_say_what_they_need(text: str, said: str, g: Graph) -> None:
    with pytest.raises(GraphError, match=said):
        g.cypher(text).to_networkx()


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_library_that_is_missing_is_told_with_the_way_out(
    name: str, g: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = importlib.import_module

    def without(module: str, package: str | None = None) -> Any:
        if module == name:
            raise ImportError(name)
        return load(module, package)

    monkeypatch.setattr(importlib, "import_module", without)
    with pytest.raises(GraphError, match=f"{name} is not installed; install it with: pip install {name}"):
        getattr(g.cypher("RETURN 1 AS n"), f"to_{name}")()


def test_asking_reads_none_of_them() -> None:
    code = f"""
import sys, bubble
bubble.open({str(bundled().path)!r}).ask("programme-legs")
print(sorted({{m.split('.')[0] for m in sys.modules}} & {{'pandas', 'polars', 'pyarrow', 'networkx', 'xlsxwriter', 'prompt_toolkit'}}))
"""
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert result.stdout == "[]\n"


@pytest.mark.xdist_group(BESIDE)
def test_every_engine_gives_the_same_network_and_the_server_its_plan(g: Graph, neo4j_server: Server) -> None:
    facts = bundled().made.gathered.facts
    with neo4j_server.store() as server:
        server.declare()
        server.replace(facts.nodes.values(), facts.edges.values())
        for text in (
            "MATCH (a:Agency)-[r:PARTNERS_WITH]-(b) RETURN a, r, b",
            "MATCH p = (:Country {id: 'THA'})<-[:BASED_IN]-(:Agency {id: 'diprom'})-[:PARTNERS_WITH]-(x) RETURN p",
            "MATCH p = (:Bloc)<-[:MEMBER_OF]-(:Country)-[:PARTNERS_WITH*1..2]-(:Firm) RETURN p",
        ):
            here = g.cypher(text).to_networkx()
            assert here.number_of_edges() > 3
            for store in (server, neo4j_server.py2neo_store()):
                there = Rows(store.ask(text)).to_networkx()
                assert set(there.edges(keys=True)) == set(here.edges(keys=True))
                assert dict(there.nodes(data=True)) == dict(here.nodes(data=True))
        assert "operation" in plan(server, "MATCH (c:Country) RETURN c.id AS id ORDER BY id", {}, 30)
        assert {"step", "operation", "details", "rows"} == set(
            server.plan("MATCH (c:Country) RETURN c.id AS id").columns
        )
        with pytest.raises(GraphError, match="this connection tells of no plan"):
            plan(neo4j_server.py2neo_store(), "RETURN 1 AS n", {}, 30)
