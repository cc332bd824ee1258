"""Bubble, a knowledge graph of industrial partnerships between the members of RCEP.

>>> import bubble
>>> g = bubble.open()
>>> g.ask("links-serving-sector", sector="food")
>>> g.cypher("MATCH (p:Partnership) RETURN p.form AS form, count(p) AS links")
>>> g.network()
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bubble.notebook import Graph

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(graph: str | Path | None = None) -> Graph:
    """The graph at a place, or the one `bubble build` made for this user. Raises GraphError where there is none."""
    from bubble.notebook import Graph
    from bubble.places import open_store

    return Graph(open_store(graph))
