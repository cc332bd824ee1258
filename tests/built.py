"""The bundled graph, built once for all tests of a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bubble.making import Made, make_graph
from graph.stores.embedded import EmbeddedStore


@dataclass(frozen=True)
class Built:
    """A graph that was made, where it lies, and an open store on it."""

    made: Made
    path: Path
    store: EmbeddedStore


@cache
def bundled() -> Built:
    """The graph of the whole bundled data."""
    path = Path(mkdtemp(prefix="bubble-test-")) / "graph.kgl"
    made = make_graph(path, [], [], keep_going=False, tell=lambda step: None)
    return Built(made, path, EmbeddedStore(path))
