"""The only statements that write: one for each kind of node and of edge, derived from the model."""

from __future__ import annotations

from graph.kinds import Edge, Node


def write_node(kind: type[Node]) -> str:
    """The statement that writes rows {id, props} as nodes of the kind, once or again."""
    return f"UNWIND $rows AS row MERGE (n:{kind.kind} {{id: row.id}}) SET n += row.props"


def write_edge(kind: type[Edge], source: str, target: str) -> str:
    """The statement that writes rows {id, source, target, props} as edges between nodes of these two kinds."""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"MERGE (a)-[r:{kind.kind} {{id: row.id}}]->(b) SET r += row.props"
    )
