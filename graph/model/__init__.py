"""The model in one place: every kind of node and edge the graph may hold, and the two registries of them."""

from graph.kinds import EDGES as EDGES
from graph.kinds import NODES as NODES
from graph.model.edges import *  # noqa: F403
from graph.model.nodes import *  # noqa: F403
from graph.model.trade import *  # noqa: F403
