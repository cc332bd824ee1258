"""A build killed at any moment leaves the old graph, or has put the whole new one in its place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.model import Country
from graph.stores.embedded import ABANDONED, EmbeddedStore
from tests.loaders.literal import COUNTRIES, OTHERS, folder_of

ROOT = Path(__file__).parents[2]
# The real build over a few files, which kills itself when it comes to a step, or at a call on the way to the new file.
BUILD = """
import os, signal, sys
from functools import partial
from pathlib import Path
from bubble import making
from graph.stores import embedded
from loaders.run import gather

data, graph, moment = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def told(step):
    if step.startswith(moment):
        die()

making.gather = partial(gather, bundled=data)
replace = Path.replace
if moment == "before the swap":
    Path.replace = lambda *_: die()
elif moment == "after the swap":
    Path.replace = lambda path, target: (replace(path, target), die())
elif moment == "half a file":
    def half(path):
        Path(path).write_bytes(graph.read_bytes()[:100])
        die()
    class Half:
        def __init__(self, graph): self.graph = graph
        def __getattr__(self, name): return half if name == "save" else getattr(self.graph, name)
    whole = embedded.EmbeddedStore.save
    def save(self, path):
        self._graph = Half(self._graph)
        whole(self, path)
    embedded.EmbeddedStore.save = save
making.make_graph(graph, [], [], keep_going=False, tell=told)
"""
OLD = [{"n": 1}]
NEW = [{"n": 35}]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("data"), COUNTRIES, OTHERS)


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    old = EmbeddedStore()
    old.declare()
    old.write([Country(id="THA")], [])
    old.save(tmp_path / "g.kgl")
    return tmp_path / "g.kgl"


def build(data: Path, graph: Path, moment: str) -> int:
    result = subprocess.run(
        [sys.executable, "-c", BUILD, str(data), str(graph), moment], cwd=ROOT, check=False, capture_output=True
    )
    return result.returncode


def countries(graph: Path) -> list[dict[str, int]]:
    return list(EmbeddedStore(graph).ask("MATCH (c:Country) RETURN count(c) AS n"))


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        ("read countries/other", OLD),
        ("read countries/rcep", OLD),
        ("deriving", OLD),
        ("writing", OLD),
        ("saving", OLD),
        ("half a file", OLD),
        ("before the swap", OLD),
        ("after the swap", NEW),
    ],
)
def test_a_build_killed_at_any_moment(moment: str, found: list[dict[str, int]], data: Path, graph: Path) -> None:
    before = graph.read_bytes()
    assert build(data, graph, moment) == -signal.SIGKILL
    assert (graph.read_bytes() == before) == (found == OLD)
    assert countries(graph) == found
    assert build(data, graph, "never") == 0
    assert countries(graph) == NEW


def test_what_a_killed_build_left_is_no_graph_and_goes_when_nobody_can_want_it(data: Path, graph: Path) -> None:
    build(data, graph, "half a file")
    (stray,) = graph.parent.glob(".g.kgl.*")
    assert build(data, graph, "never") == 0
    assert stray.exists(), "another build may be writing it"
    long_ago = time.time() - ABANDONED - 60
    os.utime(stray, (long_ago, long_ago))
    assert build(data, graph, "never") == 0
    assert list(graph.parent.iterdir()) == [graph]
