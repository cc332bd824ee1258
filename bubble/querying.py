"""An analyst's own Cypher: through the gate, within its limits, with every remark that helps to mend it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from graph.cypher.dialect import complaints
from graph.cypher.gate import admit
from graph.cypher.names import unknown_names
from graph.model import EDGES, NODES
from graph.store import TIME_LIMIT, Answer, Reader

ROW_LIMIT = 10_000


def query(
    store: Reader,
    text: str,
    params: Mapping[str, Any] | None = None,
    *,
    seconds: float = TIME_LIMIT,
    rows: int = ROW_LIMIT,
) -> tuple[Answer, list[str]]:
    """The rows of a reading query, and one line for each thing to remark on it.

    Raises GraphError for a query that would write or read files, and one that takes longer than `seconds`.
    """
    answer = store.ask(admit(text), params, seconds=seconds, rows=rows)
    remarks = remarks_on(text, answer)
    if answer.cut:
        remarks.append(f"cut after {rows} rows; see more with --rows")
    return answer, remarks


def remarks_on(text: str, answer: Answer) -> list[str]:
    """What helps to mend a query: what only some engines take, names the graph lacks, else what the engine says."""
    remarks = [f"only some engines take this: {complaint}" for complaint in complaints(text)]
    return remarks + (unknown_names(text, NODES, EDGES, stored_properties()) or list(answer.warnings))


@cache
def stored_properties() -> Mapping[str, frozenset[str]]:
    """The property names of every kind of node and edge."""
    return {name: frozenset({"id", *kind.stored()}) for name, kind in {**NODES, **EDGES}.items()}


def typed(value: str) -> Any:
    """A parameter as number, list, true, false or null where it is written as one, else as text."""
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value
