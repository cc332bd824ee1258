"""The systems that are measured: each writes the page of one and the same graph."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from pyvis.network import Network  # pyright: ignore[reportMissingTypeStubs]

from tests.bench_pictures import peers
from tests.bench_pictures.graphs import Graph
from visuals.layout import Spot
from visuals.page import page_of

Spots = dict[str, Spot]


class System(NamedTuple):
    """A name, how its page is written (giving the seconds of generation), and up to how many nodes it is tried."""

    name: str
    write: Callable[[Graph, Spots, Path], float]
    most: int = 100_000
    most_in_browser: int = 100_000


def _ours(graph: Graph, _: Spots, path: Path) -> float:
    """Layout included: ours is given no places."""
    start = time.perf_counter()
    page = page_of(graph.picture())
    taken = time.perf_counter() - start
    path.write_text(page, encoding="utf-8")
    return taken


def _pyvis_default(graph: Graph, _: Spots, path: Path) -> float:
    """As its documents show it: `from_nx` and `generate_html`, all in one file; physics finds the places."""
    return _pyvis(graph.networkx(), path, physics=True)


def _pyvis_placed(graph: Graph, spots: Spots, path: Path) -> float:
    return _pyvis(graph.networkx(spots), path, physics=False)


def _pyvis(given: Any, path: Path, *, physics: bool) -> float:
    start = time.perf_counter()
    network: Any = Network(height="780px", cdn_resources="in_line")
    network.from_nx(given)
    if not physics:
        network.toggle_physics(False)
    page: str = network.generate_html()
    taken = time.perf_counter() - start
    path.write_text(page, encoding="utf-8")
    return taken


def _sigma(graph: Graph, spots: Spots, path: Path) -> float:
    start = time.perf_counter()
    peers.sigma(graph, spots, path)
    return time.perf_counter() - start


def _force_graph(graph: Graph, spots: Spots, path: Path) -> float:
    start = time.perf_counter()
    peers.force_graph(graph, spots, path)
    return time.perf_counter() - start


OURS, DEFAULT, PLACED, NEO4J_VIZ, SIGMA, FORCE = (
    "ours",
    "pyvis default",
    "pyvis placed",
    "neo4j-viz",
    "sigma",
    "force-graph",
)
SYSTEMS = (
    System(OURS, _ours),
    System(DEFAULT, _pyvis_default, 5000, 1000),
    System(PLACED, _pyvis_placed, 5000),
    System(NEO4J_VIZ, peers.neo4j_viz),
    System(SIGMA, _sigma),
    System(FORCE, _force_graph),
)
