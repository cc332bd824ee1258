"""What a notebook holds: a graph that can be asked, queried in Cypher, and turned into a network."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graph.cypher.gate import admit
from graph.store import TIME_LIMIT, Answer, Store
from queries import ask, catalogue

if TYPE_CHECKING:
    from graph.network import Network

ROW_LIMIT = 10_000


class Graph:
    """An open graph."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def questions(self) -> dict[str, str]:
        """Every question of the catalogue by name, with its title."""
        return {name: question.title for name, question in catalogue().items()}

    def ask(self, name: str, **params: Any) -> Answer:
        """The rows that answer a question of the catalogue: a list of dicts keyed by column."""
        return ask(self.store, name, params)

    def cypher(
        self, text: str, params: dict[str, Any] | None = None, *, seconds: float = TIME_LIMIT, rows: int = ROW_LIMIT
    ) -> Answer:
        """The rows of a reading Cypher query; `cut` says that there were more than `rows`.

        Raises GraphError for a query that would write or read files, and one that takes longer than `seconds`.
        """
        return self.store.ask(admit(text), params, seconds=seconds, rows=rows)

    def network(self) -> Network:
        """The whole graph as a networkx.MultiDiGraph: nodes (kind, id), parallel edges and every property kept."""
        from graph.network import network

        return network(self.store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.__exit__(kind, error, trace)
