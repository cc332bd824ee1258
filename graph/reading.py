"""A graph read back out of a store: the facts it was written from, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.errors import GraphError, one_line
from graph.kinds import Edge, Node, Ref
from graph.model import EDGES, NODES
from graph.store import Reader

PATIENCE = 3600.0
"""Seconds that reading all of one kind may take."""


def nodes_text(kind: type[Node]) -> str:
    """The query for the properties of every node of a kind."""
    return f"MATCH (n:{kind.kind}) RETURN properties(n) AS held"


def edges_text(kind: type[Edge]) -> str:
    """The query for ends and properties of every edge of a kind; `edge_of` reads its rows."""
    return (
        f"MATCH (a)-[r:{kind.kind}]->(b) RETURN labels(a) AS source_kinds, a.id AS source, "
        "labels(b) AS target_kinds, b.id AS target, properties(r) AS held"
    )


def edge_of(row: Mapping[str, Any]) -> tuple[Ref[Any], Ref[Any], Mapping[str, Any]]:
    """Source, target and properties of an edge, from a row; labels that somebody added to its ends don't matter."""
    source: Ref[Any] = Ref(_kind(row["source_kinds"]), row["source"])
    return source, Ref(_kind(row["target_kinds"]), row["target"]), row["held"]


def _kind(labels: list[str]) -> str:
    return next((label for label in labels if label in NODES), labels[0] if labels else "")


def read_nodes(store: Reader, kinds: Iterable[type[Node]] | None = None) -> Iterator[Node]:
    """Every node of these kinds, all of the model unless told.

    Raises GraphError for one that the model can't hold: somebody else wrote it.
    """
    for kind in NODES.values() if kinds is None else kinds:
        for row in store.ask(nodes_text(kind), seconds=PATIENCE):
            held = row["held"]
            try:
                yield kind.decode(held)
            except ValueError as error:
                raise _foreign(f"{kind.kind} {one_line(held.get('id'))}", error) from None


def read_edges(store: Reader, kinds: Iterable[type[Edge]] | None = None) -> Iterator[Edge]:
    """Every edge of these kinds, all of the model unless told; see `read_nodes`."""
    for kind in EDGES.values() if kinds is None else kinds:
        for row in store.ask(edges_text(kind), seconds=PATIENCE):
            source, target, held = edge_of(row)
            try:
                yield kind.decode(held, source=source, target=target)
            except ValueError as error:
                raise _foreign(f"{kind.kind} {one_line(held.get('id'))}", error) from None


def _foreign(what: str, error: ValueError) -> GraphError:
    return GraphError(f"the graph: {what}: {error}; it was not written by this version: build the graph anew")
