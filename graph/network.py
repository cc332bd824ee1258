"""The graph as a networkx.MultiDiGraph, every property and every parallel edge kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import networkx as nx

from graph.errors import GraphError, one_line
from graph.kinds import Edge, Node
from graph.model import EDGES, NODES
from graph.reading import PATIENCE, edge_of, edges_text, nodes_text
from graph.store import Reader

if TYPE_CHECKING:
    from graph.stores.py2neo import TwinSubgraph

    _MultiDiGraph = nx.MultiDiGraph[tuple[str, str]]
else:
    _MultiDiGraph = nx.MultiDiGraph  # the types of networkx take parameters, its classes don't


class Network(_MultiDiGraph):
    """The twin of the graph in NetworkX.

    A node is the pair (kind, id), as is each end of an edge; an edge's key is (kind, id). Attributes are the
    properties as stored, with "kind" added. Subgraphs and copies are Networks too.
    """

    def to_subgraph(self) -> TwinSubgraph:
        """The same as a `py2neo.Subgraph`, which `py2neo.Graph.merge` takes; merging it again changes nothing.

        Raises GraphError where py2neo is not installed.
        """
        try:
            from graph.stores.py2neo.subgraph import subgraph
        except ImportError as error:
            raise GraphError(
                f"py2neo can't be had here: {one_line(error)}; install it (pip install py2neo), or write the graph to "
                "a server without it: bubble build --graph neo4j://host"
            ) from None
        return subgraph(self)


def network(
    store: Reader, *, nodes: Iterable[type[Node]] | None = None, edges: Iterable[type[Edge]] | None = None
) -> Network:
    """The twin of the graph in a store; nodes, edges: the kinds wanted, all unless told."""
    twin = Network()
    node_kinds = list(NODES.values()) if nodes is None else list(nodes)
    wanted = {k.kind for k in node_kinds}
    for kind in node_kinds:
        for row in store.ask(nodes_text(kind), seconds=PATIENCE):
            held = row["held"]
            twin.add_node((kind.kind, held["id"]), kind=kind.kind, **held)
    for edge in EDGES.values() if edges is None else edges:
        for row in store.ask(edges_text(edge), seconds=PATIENCE):
            source, target, held = edge_of(row)
            if source.kind in wanted and target.kind in wanted:
                ends = (source.kind, source.id), (target.kind, target.id)
                twin.add_edge(*ends, key=(edge.kind, held["id"]), kind=edge.kind, **held)
    return twin
