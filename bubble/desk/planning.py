"""How the engine would answer a query, where it tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bubble.present import as_table
from graph.cypher.gate import admit
from graph.errors import GraphError
from graph.store import Planner, Reader


def plan(store: Reader, text: str, params: Mapping[str, Any], seconds: float) -> str:
    """The steps as a table. Raises GraphError where the engine tells of none."""
    if not isinstance(store, Planner):
        raise GraphError("this connection tells of no plan; open the graph's file, or the server without py2neo")
    words = admit(text).split(None, 1)
    bare = words[1] if words[0].upper() in ("EXPLAIN", "PROFILE") else text
    return as_table(store.plan(bare, params, seconds=seconds))
