"""What a server is told of the model: which ids are unique, how edges are found, and where names are searched."""

from __future__ import annotations

from collections.abc import Iterator

from graph.kinds import Edge
from graph.model import EDGES, NODES

NAMES = ("name", "name_th", "aliases")
"""The properties that hold names, in every language."""
OLDEST = (5, 7)
"""The first version of Neo4j that makes edges unique."""
MARK = "Load"
"""The label of the node that is there while a load in batches is under way."""


def declarations() -> Iterator[str]:
    """Every constraint and index; run again they change nothing."""
    for kind in (*NODES, MARK):
        yield f"CREATE CONSTRAINT {kind}_id IF NOT EXISTS FOR (n:{kind}) REQUIRE n.id IS UNIQUE"
    for kind, edge in EDGES.items():
        # Edges that share an id (a partnership of three is three edges) are indexed; all others are unique as well.
        if edge.place is Edge.place:
            yield f"CREATE CONSTRAINT {kind}_id IF NOT EXISTS FOR ()-[r:{kind}]-() REQUIRE r.id IS UNIQUE"
        else:
            yield f"CREATE INDEX {kind}_id IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.id)"
    each = ", ".join(f"n.{name}" for name in NAMES)
    yield f"CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:{'|'.join(NODES)}) ON EACH [{each}]"
