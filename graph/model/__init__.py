"""The model in one place: every kind of node and edge the graph may hold, and the two registries of them."""

from graph.kinds import EDGES, NODES
from graph.model.edges import *  # noqa: F403
from graph.model.nodes import *  # noqa: F403

__all__ = ["EDGES", "NODES", *NODES, *(kind.__name__ for kind in EDGES.values())]  # noqa: PLE0604
