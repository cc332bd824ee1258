"""The only statements that write: one for each kind of node and of edge, derived from the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from graph.kinds import Edge, Node

Rows = list[dict[str, Any]]
StatementOf = Callable[[Node | Edge], tuple[str, dict[str, Any]]]


def write_node(kind: type[Node]) -> str:
    """The statement that writes rows {id, props} as nodes of the kind, once or again."""
    return f"UNWIND $rows AS row MERGE (n:{kind.kind} {{id: row.id}}) SET n += row.props"


def write_edge(kind: type[Edge], source: str, target: str) -> str:
    """The statement that writes rows {id, source, target, props} as edges between nodes of these two kinds."""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"MERGE (a)-[r:{kind.kind} {{id: row.id}}]->(b) SET r += row.props"
    )


def add_node(kind: type[Node]) -> str:
    """The statement for rows as `write_node` takes them of which none is there yet: no look for each of them first."""
    return f"UNWIND $rows AS row CREATE (n:{kind.kind} {{id: row.id}}) SET n += row.props"


def add_edge(kind: type[Edge], source: str, target: str) -> str:
    """The statement for rows as `write_edge` takes them of which none is there yet."""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"CREATE (a)-[r:{kind.kind} {{id: row.id}}]->(b) SET r += row.props"
    )


def node_row(node: Node) -> dict[str, Any]:
    """The row of a node; every node has a name, its id where it has no other."""
    props: dict[str, Any] = {**node.encode()}
    props.setdefault("name", node.id)
    return {"id": node.id, "props": props}


def edge_row(edge: Edge) -> dict[str, Any]:
    """The row of an edge."""
    return {"id": edge.id, "source": edge.source.id, "target": edge.target.id, "props": {**edge.encode()}}


def written(fact: Node | Edge) -> tuple[str, dict[str, Any]]:
    """The statement that writes a fact, and its row."""
    if isinstance(fact, Node):
        return write_node(type(fact)), node_row(fact)
    return write_edge(type(fact), fact.source.kind, fact.target.kind), edge_row(fact)


def added(fact: Node | Edge) -> tuple[str, dict[str, Any]]:
    """The statement that adds a fact which is not there yet, and its row."""
    if isinstance(fact, Node):
        return add_node(type(fact)), node_row(fact)
    return add_edge(type(fact), fact.source.kind, fact.target.kind), edge_row(fact)


def batches(
    nodes: Iterable[Node], edges: Iterable[Edge], size: int, statement_of: StatementOf = written
) -> Iterator[tuple[str, Rows]]:
    """The statements with their rows, nodes first, at most `size` rows each; those of `written` may be sent twice."""
    for each in (nodes, edges):
        waiting: defaultdict[str, Rows] = defaultdict(list)
        for statement, row in map(statement_of, each):
            waiting[statement].append(row)
            if len(waiting[statement]) == size:
                yield statement, waiting.pop(statement)
        yield from waiting.items()
