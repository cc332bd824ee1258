"""What other programs see in the files: NetworkX in GraphML and GEXF, pyarrow in Parquet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pyarrow.parquet as pq
import pytest

from graph.format import formats
from tests.built import bundled
from tests.graph.formats.nasty import nasty
from tests.graph.formats.test_formats import put

READERS: dict[str, Any] = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_every_node_and_parallel_edge(name: str, tmp_path: Path) -> None:
    facts = nasty()
    place = put(facts, formats()[name], tmp_path)
    seen = READERS[name](place)
    assert seen.is_multigraph()
    assert seen.is_directed()
    assert (len(seen), seen.number_of_edges()) == (len(facts.nodes), len(facts.edges))
    japan = seen.nodes["Country:J:P|N"]
    assert (japan["kind"], japan["label"], japan["latitude"]) == ("Country", "Japan", 1e-300)
    flows = seen.get_edge_data("Country:THA", "Country:J:P|N")
    assert sorted(f["year"] for f in flows.values() if f["kind"] == "EXPORTS") == [2018, 2019, 2020, 2**53 + 1]
    assert {f["label"] for f in flows.values()} == {"exports to", "partners with"}
    for number, text in enumerate(("กสอ. \"ผนึก\"\nสมาชิก'อาร์เซป' \\ $x {y} `z`", "a\rb\r\nc\nd\te")):
        assert seen.nodes[f"Agency:a{number}{text}"]["note"] == text


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_networkx_reads_the_bundled_graph(name: str, tmp_path: Path) -> None:
    build = bundled().made.build
    place = put(bundled().made.gathered.facts, formats()[name], tmp_path)
    seen = READERS[name](place)
    assert (len(seen), seen.number_of_edges()) == (build.node_count, build.edge_count)
    assert all(held["label"] for _, held in seen.nodes(data=True))


def test_parquet_has_types(tmp_path: Path) -> None:
    place = put(nasty(), formats()["parquet"], tmp_path)
    table = pq.read_table(place / "nodes/Partnership.parquet")
    types = {field.name: str(field.type) for field in table.schema}
    assert types["start"] == "date32[day]"
    assert types["sector_words"] == "list<element: string>"
    assert types["stake_pct"] == "double"
    assert types["open_sides"] == "int64"
    assert date(2020, 7, 1) in table.column("start").to_pylist()
    edges = pq.read_table(place / "edges/EXPORTS.parquet")
    assert edges.column_names[:5] == ["id", "source_kind", "source", "target_kind", "target"]
