"""The only statements that write: one for each kind of node and of edge, derived from the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from graph.kinds import Edge, Node

Rows = list[dict[str, Any]]


def write_node(kind: type[Node]) -> str:
    """The statement that writes rows {id, props} as nodes of the kind, once or again."""
    return f"UNWIND $rows AS row MERGE (n:{kind.kind} {{id: row.id}}) SET n += row.props"


def write_edge(kind: type[Edge], source: str, target: str) -> str:
    """The statement that writes rows {id, source, target, props} as edges between nodes of these two kinds."""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"MERGE (a)-[r:{kind.kind} {{id: row.id}}]->(b) SET r += row.props"
    )


def batches(nodes: Iterable[Node], edges: Iterable[Edge], size: int) -> Iterator[tuple[str, Rows]]:
    """The statements with their rows, nodes first, at most `size` rows each; sent twice they write once."""
    by_statement: defaultdict[str, Rows] = defaultdict(list)
    for node in nodes:
        props = node.encode()
        props.setdefault("name", node.id)
        by_statement[write_node(type(node))].append({"id": node.id, "props": props})
    for edge in edges:
        statement = write_edge(type(edge), edge.source.kind, edge.target.kind)
        ends = {"source": edge.source.id, "target": edge.target.id}
        by_statement[statement].append({"id": edge.id, **ends, "props": edge.encode()})
    for statement, rows in by_statement.items():
        for start in range(0, len(rows), size):
            yield statement, rows[start : start + size]
