"""The model in one place: every kind of node and edge the graph may hold."""

from graph.model.edges import *  # noqa: F403
from graph.model.nodes import *  # noqa: F403
