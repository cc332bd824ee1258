"""What the product costs beside the bare engine, in one run: `make bench` prints it; nothing is asserted."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph.stores.embedded import EmbeddedStore
from queries import ask, catalogue
from queries.ask import resolved
from tests.built import bundled
from tests.scaled import scaled_edges, scaled_nodes

_EDGES = "MATCH ()-[r]->() RETURN count(r) AS n"
ROOT = Path(__file__).parents[1]


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each run, one run before them not counted."""
    work()
    taken: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def command(*arguments: str) -> float:
    """Milliseconds of one whole command."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bubble", *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def shown(name: str, taken: list[float]) -> None:
    """One line: minimum and median."""
    print(f"{name:44} min {min(taken):8.1f} ms   median {statistics.median(taken):8.1f} ms")


def commands(graph: str, folder: str) -> None:
    """Whole processes."""
    shown("bubble --help", [command("--help") for _ in range(7)])
    shown("bubble build", [command("build", "--graph", graph) for _ in range(3)])
    shown("bubble run (again)", [command("run", "--graph", graph, "--to", folder) for _ in range(3)])
    print(f"{'most memory of a command':44} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:8.0f} MB")


def questions(store: EmbeddedStore, times: int) -> None:
    """Every question with its defaults; one in Cypher beside the bare engine's answer to the same text."""
    engine = store._graph
    for name, asked in catalogue().items():
        ours = min(timed(partial(ask, store, name, seconds=600), times))
        rows = len(ask(store, name, seconds=600))
        if asked.path is None:
            params = resolved(store, asked, {})
            bare = min(timed(partial(_bare, engine, asked.text, params), times))
            beside = (
                f"engine min {bare:8.2f} ms   ratio {ours / bare:5.2f}   above 1.2 x by {ours - 1.2 * bare:7.2f} ms"
            )
        else:
            beside = "in Python"
        print(f"{name:26} answer min {ours:8.2f} ms   rows {rows:6}   {beside}", flush=True)


def _bare(engine: Any, text: str, params: Mapping[str, Any]) -> object:
    """What the engine alone takes, its rows as Python has them."""
    return engine.cypher(text, params=params).to_list()


def large(folder: Path) -> EmbeddedStore:
    """A graph of 200,000 nodes and 1,000,000 edges."""
    facts = bundled().made.gathered.facts
    store = EmbeddedStore()
    start = time.perf_counter()
    store.replace(scaled_nodes(facts), scaled_edges(facts))
    store.save(folder / "large.kgl")
    print(f"{'built and saved, 1,000,000 edges':44} {time.perf_counter() - start:8.1f} s")
    store = EmbeddedStore(folder / "large.kgl")
    nodes, edges = (store.ask(text)[0]["n"] for text in ("MATCH (n) RETURN count(n) AS n", _EDGES))
    print(f"{nodes:,} nodes and {edges:,} edges")
    return store


def main() -> None:
    """Measure commands and every question; with the word large, every question on a graph of a million edges."""
    with TemporaryDirectory() as folder:
        if sys.argv[1:] == ["large"]:
            questions(large(Path(folder)), 1)
            return
        graph = str(Path(folder) / "graph.kgl")
        commands(graph, folder)
        questions(EmbeddedStore(Path(graph)), 15)


if __name__ == "__main__":
    main()
