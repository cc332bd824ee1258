"""Bubble, a knowledge graph of industrial partnerships between the members of RCEP.

>>> import bubble
>>> g = bubble.open()
>>> g.ask("links-serving-sector", sector="food")
>>> g.cypher("MATCH (p:Partnership) RETURN p.form AS form, count(p) AS links")
>>> g.show("neighbourhood", of="JETRO")
>>> g.draw("neighbourhood", "jetro.html", of="JETRO")
>>> g.network()

In a notebook `%load_ext bubble` adds %bubble and %%cypher.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bubble.notebook import Graph
    from bubble.places import Py2neoGraph
    from bubble.shell import Shell

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(graph: str | Path | Py2neoGraph | None = None, *, language: str = "en") -> Graph:
    """The graph in a file, on a server or behind a `py2neo.Graph`; unless told, the one `bubble build` made.

    language: of what it shows, "en" or "th". Raises GraphError where there is no graph.
    """
    from bubble.notebook import Graph
    from bubble.places import open_store

    return Graph(open_store(graph), language)


def load_ipython_extension(shell: Shell) -> None:
    """What `%load_ext bubble` does: %bubble and %%cypher are there, with completion."""
    from bubble.magics import load

    load(shell)


def unload_ipython_extension(shell: Shell) -> None:
    """What `%unload_ext bubble` does: they are gone."""
    from bubble.magics import unload

    unload(shell)
