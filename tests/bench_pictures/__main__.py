"""Pictures beside pyvis, neo4j-viz, sigma and force-graph in one run: `make bench-pictures` prints it.

Every system draws the same graph in the same Chromium; rounds go through the systems in turn. Nothing is asserted.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench_pictures.chromium import Chromium, Tab
from tests.bench_pictures.graphs import Graph, made_graph
from tests.bench_pictures.peers import MissingPeerError, cache
from tests.bench_pictures.report import Measured
from tests.bench_pictures.systems import DEFAULT, OURS, SYSTEMS, Spots, System
from visuals.page import page_of
from visuals.payload import layouts_of

SIZES = [300, 1000, 5000]
ROUNDS = 3
LONGEST = 300.0
SUM = (
    "import hashlib\nfrom tests.bench_pictures.graphs import made_graph\nfrom visuals.page import page_of\n"
    "print(hashlib.sha256(page_of(made_graph({}).picture()).encode()).hexdigest())"
)


def main(sizes: list[int], names: list[str]) -> None:
    """Measure those sizes (and only systems whose names start so), then print the table, the ratios and the counts."""
    systems = [system for system in SYSTEMS if not names or system.name.startswith(tuple(names))]
    measured = Measured()
    shots = cache() / "screenshots"
    shots.mkdir(parents=True, exist_ok=True)
    counts: list[str] = []
    with TemporaryDirectory() as folder, Chromium() as browser:
        for nodes in sizes:
            graph = made_graph(nodes)
            pages = written(systems, graph, Path(folder), measured)
            Tab(browser).open(
                pages[-1][1], LONGEST
            )  # a browser's first page costs more than any other; it counts for none
            for turn in range(ROUNDS):
                for system, page in pages:
                    if turn and system.name == DEFAULT:  # from half a minute on; once will do
                        continue
                    shot = shots / f"{nodes} {system.name}.png"
                    _measure(browser, system, page, nodes=nodes, measured=measured, shot=shot)
            if (ours := Path(folder) / f"{nodes} {OURS}.html").exists():
                counts += counted(browser, graph, ours)
    print(
        f"\nmedians of {ROUNDS} fresh loads (pyvis default one); CPU of all of Chromium's processes; drag and zoom are CPU ms per drawn frame"
    )
    print(measured.table(sizes))
    print(measured.verdicts(sizes))
    print("\n".join(counts))
    print(f"what each drew: {shots}")


def written(systems: list[System], graph: Graph, folder: Path, measured: Measured) -> list[tuple[System, Path]]:
    """The page of every system that can be had, with its size and the time it took."""
    nodes = len(graph.bodies)
    spots: Spots = layouts_of(graph.picture()).wide.spots
    pages: list[tuple[System, Path]] = []
    for system in systems:
        page = folder / f"{nodes} {system.name}.html"
        if nodes > system.most:
            print(f"{nodes} {system.name}: left out, its page takes minutes to make")
            continue
        try:
            measured.add(nodes, system.name, "made", system.write(graph, spots, page))
        except MissingPeerError as error:
            print(f"{nodes} {system.name}: left out, {error}")
            continue
        measured.add(nodes, system.name, "kb", page.stat().st_size / 1000)
        if nodes <= system.most_in_browser:
            pages.append((system, page))
        else:
            print(f"{nodes} {system.name}: not opened, its physics takes minutes")
    return pages


def _measure(browser: Chromium, system: System, page: Path, *, nodes: int, measured: Measured, shot: Path) -> None:
    """One fresh load of a page: first picture, then drag and zoom."""
    tab = Tab(browser)
    try:
        first = tab.open(page, LONGEST)
        tab.picture(shot)
        values = {"first": first.wall, "first_cpu": first.cpu, "drag": tab.drag(), "zoom": tab.zoom()}
    except AssertionError as error:
        print(f"{nodes} {system.name}: {error}", flush=True)
        return
    finally:
        tab.close()
    for measure, value in values.items():
        measured.add(nodes, system.name, measure, value)
    told = "   ".join(f"{measure} {value:8.1f}" for measure, value in values.items())
    print(f"{nodes:6} {system.name:14} {told}", flush=True)


def counted(browser: Chromium, graph: Graph, page: Path) -> list[str]:
    """What must be nothing in ours: requests, links lost, bytes that differ."""
    nodes = len(graph.bodies)
    tab = Tab(browser)
    tab.send("Network.enable")
    tab.open(page, LONGEST)
    drawn = Counter(link["id"] for link in tab.run("window.bubblePicture.drawn().links"))
    tab.close()
    lost = sum((Counter(line.id for line in graph.lines) - drawn).values())
    sums = {hashlib.sha256(page_of(graph.picture()).encode()).hexdigest()}
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", SUM.format(nodes)]
        sums.add(subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout.strip())
    return [
        (
            f"{nodes:6}  external requests {len(tab.requests)}   links lost {lost} of {len(graph.lines)}"
            f"   same input {'same bytes' if len(sums) == 1 else 'OTHER BYTES'}"
        )
    ]


if __name__ == "__main__":
    given = sys.argv[1:]
    main([int(word) for word in given if word.isdigit()] or SIZES, [word for word in given if not word.isdigit()])
