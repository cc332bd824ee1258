"""For notebooks that still hold a py2neo.Graph: the network twin as a py2neo.Subgraph that `Graph.merge` takes.

py2neo has been at its end of life since 2023 and knows Bolt 4.3 at most; new work belongs on the official driver.
Nothing else imports it, and the product works where it is not installed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.errors import GraphError

if TYPE_CHECKING:
    import networkx as nx


def to_subgraph(twin: nx.MultiDiGraph[tuple[str, str]]) -> Any:
    """The nodes and edges of a twin (see `graph.network`) as a py2neo.Subgraph; merging it again changes nothing.

    Nodes are merged on their kind and id. py2neo tells edges apart by kind and ends alone, so it can't merge kinds that
    have parallel edges (PARTNERS_WITH, EXPORTS). Raises GraphError where py2neo is not installed.
    """
    try:
        from py2neo import Node, Relationship, Subgraph  # pyright: ignore[reportMissingTypeStubs]
    except ImportError:
        raise GraphError("py2neo is not installed; install it, or use the official driver") from None
    made: dict[tuple[str, str], Any] = {}
    for key, held in twin.nodes(data=True):
        node: Any = Node(key[0], **_properties(held))
        node.__primarylabel__, node.__primarykey__ = key[0], "id"
        made[key] = node
    edges: list[Any] = [
        Relationship(made[source], held["kind"], made[target], **_properties(held))
        for source, target, held in twin.edges(data=True)
    ]
    return Subgraph(list(made.values()), edges)


def _properties(held: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in held.items() if name != "kind"}
