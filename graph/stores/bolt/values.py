"""The driver's values as every engine gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date


def plain_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """A row of an answer with plain values."""
    return {name: plain(value) for name, value in record.items()}


def plain(value: Any) -> Any:
    """A value as every engine gives it: nodes and edges as maps of their properties."""
    if isinstance(value, (Node, Relationship, Path)):
        return _entity(value)
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, list):
        return [plain(v) for v in value]  # pyright: ignore[reportUnknownVariableType]  # any value
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}  # pyright: ignore[reportUnknownVariableType]  # any value
    return value


def _entity(value: Node | Relationship | Path) -> dict[str, Any]:
    if isinstance(value, Path):
        return {"nodes": [plain(n) for n in value.nodes], "relationships": [plain(r) for r in value.relationships]}
    own = {"_labels": sorted(value.labels)} if isinstance(value, Node) else {"_type": value.type}
    return {**own, **{k: plain(v) for k, v in value.items()}}
