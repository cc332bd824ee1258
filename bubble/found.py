"""The nodes and edges that stand in an answer, wherever they stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from graph.errors import GraphError, one_line
from graph.kinds import Ref
from graph.model import NODES
from graph.store import Answer, EdgeFound, NodeFound


@dataclass
class Found:
    """Nodes by reference, and edges with both ends; an edge that stands in several rows is one.

    alone: ids of links that can't be drawn, for no other party of theirs is known.
    """

    nodes: dict[Ref[Any], Mapping[str, Any]] = field(default_factory=dict[Ref[Any], Mapping[str, Any]])
    edges: dict[tuple[str, str, Ref[Any], Ref[Any]], Mapping[str, Any]] = field(
        default_factory=dict[tuple[str, str, Ref[Any], Ref[Any]], Mapping[str, Any]]
    )
    alone: list[str] = field(default_factory=list[str])


def found_in(answer: Answer, needed: str = "") -> Found:
    """The nodes and edges of an answer: in a column, a list, a map or a path.

    Raises GraphError, with what is needed, for an edge whose ends are not in the answer.
    """
    found, handles, waiting = Found(), dict[str, Ref[Any]](), list[EdgeFound]()
    for value in _all(answer):
        if isinstance(value, NodeFound):
            ref: Ref[Any] = Ref(kind_of(value["_labels"]), str(value.get("id", value.handle)))
            handles[value.handle] = ref
            found.nodes[ref] = {k: v for k, v in value.items() if k != "_labels"}
        else:
            waiting.append(value)
    for edge in waiting:
        kind = edge["_type"]
        if edge.start not in handles or edge.end not in handles:
            raise GraphError(f"the answer holds a {one_line(kind)} without the nodes at its ends; {needed}")
        source, target = handles[edge.start], handles[edge.end]
        held = {k: v for k, v in edge.items() if k != "_type"}
        found.edges[kind, str(held.get("id", edge.handle)), source, target] = held
    return found


def _all(value: Any) -> Iterable[NodeFound | EdgeFound]:
    if isinstance(value, (NodeFound, EdgeFound)):
        yield value
    elif isinstance(value, dict):
        for each in cast("dict[str, Any]", value).values():
            yield from _all(each)
    elif isinstance(value, (list, tuple)):
        for each in cast("list[Any]", value):
            yield from _all(each)


def kind_of(labels: list[str]) -> str:
    """The one label of a node that is a kind of the model."""
    return next((label for label in labels if label in NODES), labels[0] if labels else "")
