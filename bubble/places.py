"""Where a user's graph and pictures are kept, and how an address given by a user is opened."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GraphError, one_line

if TYPE_CHECKING:
    from graph.stores.embedded import EmbeddedStore

VARIABLE = "BUBBLE_GRAPH"
_FILE = "graph.kgl"


def default_graph() -> Path:
    """The one place of a user's graph: $BUBBLE_GRAPH, else in the folder the system keeps a user's data in."""
    told = os.environ.get(VARIABLE)
    return Path(told) if told else _data_folder() / "bubble" / _FILE


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def open_store(graph: str | Path | None = None) -> EmbeddedStore:
    """The graph at a place, ready to be asked. Raises GraphError where there is none, or something else."""
    from graph.stores.embedded import EmbeddedStore

    return EmbeddedStore(graph_file(graph))


def graph_file(graph: str | Path | None = None) -> Path:
    """The file that a --graph means. Raises GraphError for an address of a kind we don't open."""
    if graph is None:
        return default_graph()
    if "://" in str(graph):
        raise GraphError(f"--graph: expected a file, found the address {one_line(graph)}; servers can't be opened yet")
    return Path(graph)
