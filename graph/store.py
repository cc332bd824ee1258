"""What the product needs of an engine: a few verbs. Everything else is Cypher."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self, runtime_checkable

from graph.kinds import Edge, Node

Record = dict[str, Any]

TIME_LIMIT = 30.0
"""Seconds a query may take unless told otherwise."""


class NodeFound(Record):
    """A node of an answer: its properties and, as `_labels`, its kinds. `handle` tells it from others of one answer."""

    handle: str = ""


class EdgeFound(Record):
    """An edge of an answer: its properties and, as `_type`, its kind. `start` and `end` are the handles of its ends."""

    handle: str = ""
    start: str = ""
    end: str = ""


def node_found(handle: object, labels: Iterable[str], held: Mapping[str, Any]) -> NodeFound:
    """A node as every engine gives it."""
    found = NodeFound({"_labels": list(labels), **held})
    found.handle = str(handle)
    return found


def edge_found(handle: object, start: object, end: object, kind: str, held: Mapping[str, Any]) -> EdgeFound:
    """An edge as every engine gives it."""
    found = EdgeFound({"_type": kind, **held})
    found.handle, found.start, found.end = str(handle), str(start), str(end)
    return found


class Answer(list[Record]):
    """Rows of an answer, the columns in their order, and what the engine warned of."""

    def __init__(self, rows: Iterable[Record], columns: Sequence[str], warnings: Sequence[str] = ()) -> None:
        super().__init__(rows)
        self.columns = tuple(columns)
        self.warnings = tuple(warnings)
        self.cut = False
        self.of_one_graph = True
        """False where another graph was being put in place meanwhile; the warnings then say so too."""


class Reader(Protocol):
    """What can be asked: all that questions and pictures know of a store."""

    def ask(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        seconds: float = TIME_LIMIT,
        rows: int | None = None,
    ) -> Answer:
        """The answer to a reading query, plain values by column.

        seconds: how long it may take; rows: how many rows at most (`Answer.cut` says that there were more).
        Raises GraphError for a query the engine refuses, or that takes too long.
        """
        ...


@runtime_checkable
class Planner(Protocol):
    """A store that tells how it would answer a query, without answering it."""

    def plan(self, text: str, params: Mapping[str, Any] | None = None, *, seconds: float = TIME_LIMIT) -> Answer:
        """A row for each step: step, operation, details where the engine has some, and the rows it expects."""
        ...


@runtime_checkable
class Store(Reader, Protocol):
    """A graph kept in some engine. Use it as a context manager."""

    def declare(self) -> None:
        """Tell the engine of every kind, property and index of the model."""
        ...

    def write(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Write nodes, then edges, each once; writing them again changes nothing."""
        ...

    def replace(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """Put these nodes and edges in the place of all there is, in one step: a reader sees the old or the new."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
