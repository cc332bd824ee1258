"""The only statements that write: one for each kind of node and of edge, and the schema, derived from the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from graph.kinds import Edge, Node
from graph.model import EDGES, NODES

Rows = list[dict[str, Any]]


def declarations() -> list[str]:
    """The statements that make ids unique, edges found by id, and names searched in every language; and wait for it."""
    made = [f"CREATE CONSTRAINT {kind}_id IF NOT EXISTS FOR (n:{kind}) REQUIRE n.id IS UNIQUE" for kind in NODES]
    made += [f"CREATE INDEX {kind}_id IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.id)" for kind in EDGES]
    names = ", ".join(f"n.{name}" for name in ("name", "name_th", "aliases"))
    made.append(f"CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:{'|'.join(NODES)}) ON EACH [{names}]")
    return [*made, "CALL db.awaitIndexes(120)"]


def write_node(kind: type[Node]) -> str:
    """The statement that writes rows {id, props} as nodes of the kind, once or again."""
    return f"UNWIND $rows AS row MERGE (n:{kind.kind} {{id: row.id}}) SET n += row.props"


def write_edge(kind: type[Edge], source: str, target: str) -> str:
    """The statement that writes rows {id, source, target, props} as edges between nodes of these two kinds."""
    return (
        f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
        f"MERGE (a)-[r:{kind.kind} {{id: row.id}}]->(b) SET r += row.props"
    )


def written(fact: Node | Edge) -> tuple[str, dict[str, Any]]:
    """The statement that writes a fact, and its row; a node without a name of its own is called by its id."""
    props: dict[str, Any] = fact.encode()
    if isinstance(fact, Node):
        props.setdefault("name", fact.id)
        return write_node(type(fact)), {"id": fact.id, "props": props}
    statement = write_edge(type(fact), fact.source.kind, fact.target.kind)
    return statement, {"id": fact.id, "source": fact.source.id, "target": fact.target.id, "props": props}


def batches(nodes: Iterable[Node], edges: Iterable[Edge], size: int) -> Iterator[tuple[str, Rows]]:
    """The statements with their rows, nodes first, at most `size` rows each; sent twice they write once."""
    by_statement: defaultdict[str, Rows] = defaultdict(list)
    for node in nodes:
        statement, row = written(node)
        by_statement[statement].append(row)
    for edge in edges:
        statement, row = written(edge)
        by_statement[statement].append(row)
    for statement, rows in by_statement.items():
        for start in range(0, len(rows), size):
            yield statement, rows[start : start + size]
