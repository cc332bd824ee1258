"""Values off the wire as every engine gives them.

They are taken before py2neo makes them its own Node and Relationship, which takes tens of times longer.
"""

# py2neo has no types: what comes out of it is unknown.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

from typing import Any

from interchange.packstream import Structure
from interchange.time import Date

from graph.errors import GraphError
from graph.store import edge_found, node_found

_NODE, _EDGE, _EDGE_OF_PATH, _PATH = (ord(tag) for tag in "NRrP")


def plain(value: Any) -> Any:
    """A value as every engine gives it: nodes and edges as maps of their properties."""
    if isinstance(value, Structure):
        return _structure(value.tag, value.fields)
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    return value


def _structure(tag: int, fields: list[Any]) -> Any:
    if tag == _NODE:
        return node_found(fields[0], sorted(fields[1]), plain(fields[2]))
    if tag == _EDGE:
        return edge_found(fields[0], fields[1], fields[2], fields[3], plain(fields[4]))
    if tag == _EDGE_OF_PATH:
        return edge_found(fields[0], "", "", fields[1], plain(fields[2]))
    if tag == _PATH:
        nodes, edges, steps = plain(fields)
        at = nodes[0]
        for edge, to in zip(steps[0::2], steps[1::2], strict=True):
            ends = (at.handle, nodes[to].handle)
            edges[abs(edge) - 1].start, edges[abs(edge) - 1].end = ends if edge > 0 else ends[::-1]
            at = nodes[to]
        # A step is an edge, counted from 1 and negative against its direction, and the node it leads to.
        return {
            "nodes": [nodes[0], *(nodes[step] for step in steps[1::2])],
            "relationships": [edges[abs(step) - 1] for step in steps[0::2]],
        }
    raise GraphError(f"the query can't be answered: py2neo does not know this kind of value ({chr(tag)})")
