"""What a question written in Python asks: one time limit over all it asks, and every warning kept."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from graph.errors import GraphError
from graph.store import TIME_LIMIT, Answer, Reader


class Heard:
    """A `Reader` over a store."""

    def __init__(self, store: Reader, seconds: float) -> None:
        self._store = store
        self._seconds = seconds
        self._until = time.monotonic() + seconds
        self.warnings: list[str] = []
        self.of_one_graph = True

    def ask(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        seconds: float = TIME_LIMIT,
        rows: int | None = None,
    ) -> Answer:
        """The answer of the store, within the time that is left."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise GraphError(
                f"the question took longer than {self._seconds:g} s and was stopped; narrow it or give it longer"
            )
        answer = self._store.ask(text, params, seconds=min(seconds, left), rows=rows)
        self.warnings += [warning for warning in answer.warnings if warning not in self.warnings]
        self.of_one_graph &= answer.of_one_graph
        return answer
