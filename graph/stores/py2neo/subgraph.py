"""The twin as a `py2neo.Subgraph` whose parallel edges stay apart."""

# py2neo has no types: what comes out of it is unknown.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import py2neo

from graph.errors import GraphError, one_line
from graph.stores.py2neo.notice import notice

if TYPE_CHECKING:
    import networkx as nx

BATCH = 5_000


class TwinSubgraph(py2neo.Subgraph):  # type: ignore[misc]  # untyped
    """A `py2neo.Subgraph` whose edges are told apart by their ids, so that parallel ones are merged each for itself.

    Merged again it changes nothing. Edges without an id, which come from elsewhere, are merged as py2neo does.
    """

    def __db_create__(self, tx: Any) -> None:
        py2neo.Subgraph(self.nodes, self._without_id()).__db_create__(tx)
        self._merge_edges(tx)

    def __db_merge__(self, tx: Any, primary_label: str | None = None, primary_key: str | None = None) -> None:
        for node in self.nodes:
            # py2neo leaves out what it holds to be merged, although a transaction may have been rolled back since.
            if node.__primarylabel__ is not None:
                node.graph = node.identity = None
        py2neo.Subgraph(self.nodes, self._without_id()).__db_merge__(tx, primary_label, primary_key)
        self._merge_edges(tx)

    def __or__(self, other: Any) -> TwinSubgraph:
        return _as_twin(super().__or__(other))

    def __and__(self, other: Any) -> TwinSubgraph:
        return _as_twin(super().__and__(other))

    def __sub__(self, other: Any) -> TwinSubgraph:
        return _as_twin(super().__sub__(other))

    def __xor__(self, other: Any) -> TwinSubgraph:
        return _as_twin(super().__xor__(other))

    def _without_id(self) -> list[Any]:
        return [edge for edge in self.relationships if "id" not in edge]

    def _merge_edges(self, tx: Any) -> None:
        by_kind: defaultdict[str, list[Any]] = defaultdict(list)
        for edge in self.relationships:
            if "id" in edge:
                by_kind[type(edge).__name__].append(edge)
        for kind, edges in by_kind.items():
            statement = (
                "UNWIND $rows AS row MATCH (a) WHERE id(a) = row.source MATCH (b) WHERE id(b) = row.target "
                f"MERGE (a)-[r:`{kind.replace('`', '``')}` {{id: row.props.id}}]->(b) SET r += row.props "
                "RETURN row.at AS at, id(r) AS identity"
            )
            for start in range(0, len(edges), BATCH):
                part = edges[start : start + BATCH]
                rows = [
                    {"at": at, "source": e.start_node.identity, "target": e.end_node.identity, "props": dict(e)}
                    for at, e in enumerate(part)
                ]
                for at, identity in tx.run(statement, rows=rows):
                    part[at].graph, part[at].identity = tx.graph, identity


def subgraph(twin: nx.MultiDiGraph[tuple[str, str]]) -> TwinSubgraph:
    """The nodes and edges of a twin (see `graph.network`); `Graph.merge` finds them again by their kind and id.

    Raises GraphError for a node or an edge that is not of the graph.
    """
    notice()
    made: dict[Any, Any] = {}
    for key, held in twin.nodes(data=True):
        if "kind" not in held or "id" not in held:
            raise GraphError(
                f"node {one_line(key)}: expected a node of the graph with its kind and id; remove it first"
            )
        node: Any = py2neo.Node(held["kind"], **_properties(held))
        node.__primarylabel__, node.__primarykey__ = held["kind"], "id"
        made[key] = node
    edges: list[Any] = []
    for source, target, held in twin.edges(data=True):
        if "kind" not in held or "id" not in held:
            between = f"{one_line(source)} to {one_line(target)}"
            raise GraphError(f"edge {between}: expected an edge of the graph with its kind and id; remove it first")
        edges.append(py2neo.Relationship(made[source], held["kind"], made[target], **_properties(held)))
    return TwinSubgraph(made.values(), edges)


def _as_twin(whole: Any) -> TwinSubgraph:
    return TwinSubgraph(whole.nodes, whole.relationships)


def _properties(held: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in held.items() if name != "kind"}
