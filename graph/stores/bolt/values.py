"""The driver's values as every engine gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date

from graph.store import edge_found, node_found


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
    held = {k: plain(v) for k, v in value.items()}
    if isinstance(value, Node):
        return node_found(value.element_id, sorted(value.labels), held)
    start, end = (node.element_id if node else "" for node in (value.start_node, value.end_node))
    return edge_found(value.element_id, start, end, value.type, held)


def plan_rows(plan: Mapping[str, Any] | None) -> Iterator[dict[str, Any]]:
    """A row for each operator of a plan, in the order in which they work: those that feed others first."""
    waiting = [plan] if plan else []
    found: list[Mapping[str, Any]] = []
    while waiting:
        operator = waiting.pop()
        found.append(operator)
        waiting += operator.get("children") or []
    for step, operator in enumerate(reversed(found), 1):
        args: Mapping[str, Any] = operator.get("args") or {}
        yield {
            "step": step,
            "operation": str(operator.get("operatorType", "")).partition("@")[0],
            "details": str(args.get("Details", "")),
            "rows": round(float(args.get("EstimatedRows", 0))),
        }
