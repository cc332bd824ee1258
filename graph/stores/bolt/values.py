"""The driver's values as every engine gives them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Relationship
from neo4j.time import Date


def plain_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """A row of an answer with plain values."""
    return {name: plain(value) for name, value in record.items()}


def plain(value: Any) -> Any:
    """A value as every engine gives it: nodes and edges as maps of their properties."""
    if isinstance(value, Node):
        return {"_labels": sorted(value.labels), **{k: plain(v) for k, v in value.items()}}
    if isinstance(value, Relationship):
        return {"_type": value.type, **{k: plain(v) for k, v in value.items()}}
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, list):
        return [plain(v) for v in value]  # pyright: ignore[reportUnknownVariableType]  # any value
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}  # pyright: ignore[reportUnknownVariableType]  # any value
    return value
