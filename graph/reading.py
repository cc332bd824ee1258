"""A graph read back out of a store: the facts it was written from, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph.errors import GraphError, one_line
from graph.kinds import Edge, Node, Ref
from graph.model import EDGES, NODES
from graph.store import Store

PATIENCE = 3600.0
"""Seconds that reading all of one kind may take."""


def node_rows(store: Store, kind: type[Node]) -> Iterator[Mapping[str, Any]]:
    """The properties of every node of a kind, as stored."""
    for row in store.ask(f"MATCH (n:{kind.kind}) RETURN properties(n) AS held", seconds=PATIENCE):
        yield row["held"]


def edge_rows(store: Store, kind: type[Edge]) -> Iterator[tuple[Ref[Any], Ref[Any], Mapping[str, Any]]]:
    """Source, target and properties of every edge of a kind, as stored."""
    text = (
        f"MATCH (a)-[r:{kind.kind}]->(b) RETURN labels(a)[0] AS source_kind, a.id AS source, "
        "labels(b)[0] AS target_kind, b.id AS target, properties(r) AS held"
    )
    for row in store.ask(text, seconds=PATIENCE):
        yield Ref(row["source_kind"], row["source"]), Ref(row["target_kind"], row["target"]), row["held"]


def read_nodes(store: Store, kinds: Iterable[type[Node]] | None = None) -> Iterator[Node]:
    """Every node of these kinds, all of the model unless told.

    Raises GraphError for one that the model can't hold: somebody else wrote it.
    """
    for kind in NODES.values() if kinds is None else kinds:
        for held in node_rows(store, kind):
            try:
                yield kind.decode(held)
            except ValueError as error:
                raise _foreign(f"{kind.kind} {one_line(held.get('id'))}", error) from None


def read_edges(store: Store, kinds: Iterable[type[Edge]] | None = None) -> Iterator[Edge]:
    """Every edge of these kinds, all of the model unless told; see `read_nodes`."""
    for kind in EDGES.values() if kinds is None else kinds:
        for source, target, held in edge_rows(store, kind):
            try:
                yield kind.decode(held, source=source, target=target)
            except ValueError as error:
                raise _foreign(f"{kind.kind} {one_line(held.get('id'))}", error) from None


def _foreign(what: str, error: ValueError) -> GraphError:
    return GraphError(f"the graph: {what}: {error}; it was not written by this version: build the graph anew")
