"""What the product costs beside the bare engine, in one run: `make bench` prints it; nothing is asserted."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.stores.embedded import EmbeddedStore
from queries import ask, catalogue
from queries.ask import resolved

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


def main() -> None:
    """Measure commands as whole processes, then every question against the engine alone."""
    with TemporaryDirectory() as folder:
        graph = str(Path(folder) / "graph.kgl")
        shown("bubble --help", [command("--help") for _ in range(7)])
        shown("bubble build", [command("build", "--graph", graph) for _ in range(3)])
        shown("bubble run (again)", [command("run", "--graph", graph, "--to", folder) for _ in range(3)])
        print(
            f"{'most memory of a command':44} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:8.0f} MB"
        )
        store = EmbeddedStore(Path(graph))
        engine = store._graph
        for name, asked in catalogue().items():
            params = resolved(store, asked, {})
            bare = timed(partial(engine.cypher, asked.text, params=params), 15)
            ours = timed(partial(ask, store, name), 15)
            print(
                f"{name:32} engine min {min(bare):7.2f} ms   answer min {min(ours):7.2f} ms   "
                f"ratio {min(ours) / min(bare):5.2f}   rows {len(ask(store, name))}"
            )


if __name__ == "__main__":
    main()
