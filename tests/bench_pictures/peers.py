"""The peers that are no part of Bubble: fetched into the user's cache by their own package managers, never shipped.

neo4j-viz is under the GPL. It is only ever run as a program of its own on data we hand it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench_pictures.graphs import Graph
from visuals.layout import Spot

NEO4J_VIZ = "neo4j-viz==1.11.0"
NPM = ("sigma@3.0.3", "graphology@0.26.0", "graphology-types@0.24.8", "force-graph@1.52.0")
MAKE_NEO4J_VIZ = """
import json, sys, time
from neo4j_viz import Layout, Node, Relationship, VisualizationGraph
given = json.load(open(sys.argv[1], encoding="utf-8"))
start = time.perf_counter()
nodes = [Node(id=n["id"], caption=n["en"], x=n["x"], y=n["y"], size=n["r"], color=n["colour"],
              properties={"th": n["th"]}) for n in given["nodes"]]
links = [Relationship(id=l["id"], source=l["source"], target=l["target"], properties={"title": l["title"]})
         for l in given["links"]]
html = VisualizationGraph(nodes, links).render(
    layout=Layout.COORDINATE, height="800px", max_allowed_nodes=1_000_000).data
print(time.perf_counter() - start)
open(sys.argv[2], "w", encoding="utf-8").write(
    "<!doctype html><meta charset=utf-8>" + html if "<html" not in html else html)
"""
SIGMA = """
const graph = new graphology.MultiGraph();
for (const n of given.nodes) graph.addNode(n.id, {label: n.en, x: n.x, y: -n.y, size: n.r / 2, color: n.colour, th: n.th});
for (const l of given.links) graph.addEdgeWithKey(l.id, l.source, l.target, {size: 1, title: l.title});
new Sigma(graph, document.getElementById('frame'));
"""
FORCE_GRAPH = """
for (const n of given.nodes) { n.fx = n.x; n.fy = n.y; }
const drawn = new ForceGraph(document.getElementById('frame')).graphData(given).cooldownTicks(0)
  .nodeLabel('en').nodeColor('colour').nodeVal((n) => n.r * n.r / 16);
drawn.zoomToFit(0, 20);
"""


class MissingPeerError(Exception):
    """A peer that can't be had here, and why."""


def cache() -> Path:
    """Where the peers are kept."""
    kept = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(kept) / "bubble" / "bench-pictures"


def neo4j_viz(graph: Graph, spots: dict[str, Spot], path: Path) -> float:
    """Write neo4j-viz's page with places given; the seconds that its own part took."""
    kept = cache() / NEO4J_VIZ
    if not kept.exists():
        _run([sys.executable, "-m", "pip", "install", "--quiet", "--target", str(kept), NEO4J_VIZ])
    given = path.with_suffix(".json")
    given.write_text(json.dumps(graph.plain(spots)), encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-c", MAKE_NEO4J_VIZ, str(given), str(path)]
    return float(_run(command, env={**os.environ, "PYTHONPATH": str(kept)}))


def sigma(graph: Graph, spots: dict[str, Spot], path: Path) -> None:
    """Write the page that sigma's own documents describe: a graphology graph and a container."""
    scripts = ("graphology/dist/graphology.umd.min.js", "sigma/dist/sigma.min.js")
    _write(graph.plain(spots), path, scripts, SIGMA)


def force_graph(graph: Graph, spots: dict[str, Spot], path: Path) -> None:
    """Write a page of force-graph with places given; it draws no names."""
    _write(graph.plain(spots), path, ("force-graph/dist/force-graph.min.js",), FORCE_GRAPH)


def _write(given: dict[str, Any], path: Path, scripts: tuple[str, ...], start: str) -> None:
    kept = cache() / "npm"
    if any(not (kept / "node_modules" / script).exists() for script in scripts):
        kept.mkdir(parents=True, exist_ok=True)
        flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--save-exact"]
        _run(["npm", "install", "--prefix", str(kept), *flags, *NPM])
    texts = [(kept / "node_modules" / script).read_text("utf-8") for script in scripts]
    parts = "".join(f"<script>{text}</script>" for text in texts)
    data = json.dumps(given, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    path.write_text(
        "<!doctype html><html><head><meta charset=utf-8><title>peer</title><style>html,body,#frame{margin:0;height:100%}"
        f"</style></head><body><div id=frame></div>{parts}<script>const given={data};{start}</script></body></html>",
        encoding="utf-8",
    )


def _run(command: list[str], env: dict[str, str] | None = None) -> str:
    try:
        return subprocess.run(command, check=True, capture_output=True, text=True, env=env).stdout
    except OSError as error:
        raise MissingPeerError(f"{command[0]}: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        raise MissingPeerError((error.stderr.strip().splitlines() or ["failed"])[-1]) from error
