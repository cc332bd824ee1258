"""Bubble, a knowledge graph of industrial partnerships between the members of RCEP.

>>> import bubble
>>> g = bubble.open()
>>> g.ask("links-serving-sector", sector="food")
>>> g.cypher("MATCH (p:Partnership) RETURN p.form AS form, count(p) AS links")
>>> g.draw("neighbourhood", "jetro.html", of="JETRO")
>>> g.network()
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bubble.notebook import Graph
    from bubble.places import Py2neoGraph

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(graph: str | Path | Py2neoGraph | None = None) -> Graph:
    """The graph in a file, on a server or behind a `py2neo.Graph`; unless told, the one `bubble build` made.

    Raises GraphError where there is none.
    """
    from bubble.notebook import Graph
    from bubble.places import open_store

    return Graph(open_store(graph))
