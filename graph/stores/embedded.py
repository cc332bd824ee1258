"""The embedded engine, kglite: the only file that knows it. A graph is one file, loaded whole into memory."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
import warnings
from collections.abc import Iterable, Mapping
from datetime import date
from operator import itemgetter
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import kglite

from graph.cypher.statements import added, batches
from graph.errors import GraphError, one_line
from graph.kinds import Edge, EngineType, Node
from graph.model import EDGES, NODES
from graph.store import TIME_LIMIT, Answer, edge_found, node_found

BATCH = 20_000
ABANDONED = 3600.0
"""Seconds after which an unfinished file beside a graph is taken for abandoned."""
_TYPES = {
    EngineType.STRING: "string",
    EngineType.INTEGER: "integer",
    EngineType.FLOAT: "float",
    EngineType.BOOLEAN: "boolean",
    EngineType.DATE: "date",
    EngineType.LIST: "list",
}
# kglite answers these two for every node although nobody set them.
_ENGINE_OWN = ("title", "type")
_BARE = frozenset({str, int, float, bool, date, type(None)})
"""What most values of an answer are: kept without a further look, which took a fifth of the time of a long answer."""
kglite.set_query_warning_policy("silent")


class EmbeddedStore:
    """A graph in a file. Without a path it is empty and lives in memory until `save`."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the graph at `path` for reading. Raises GraphError where there is none or the file is something else."""
        self.path = path
        # Any: what the engine's types say of an answer depends on whether pandas is installed.
        self._graph: Any = kglite.KnowledgeGraph() if path is None else _load(path)
        if path is not None:
            self._graph.read_only(True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def ask(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        seconds: float = TIME_LIMIT,
        rows: int | None = None,
    ) -> Answer:
        """See Store.ask."""
        try:
            result = self._graph.cypher(
                text,
                params=dict(params or {}),
                timeout_ms=max(1, int(seconds * 1000)),
                row_limit=None if rows is None else rows + 1,
            )
            found = result.to_list()
        except kglite.CypherTimeoutError:
            raise GraphError(
                f"the query took longer than {seconds:g} s and was stopped; narrow it or give it longer"
            ) from None
        except kglite.KgError as error:
            raise GraphError(f"the query can't be answered: {_first_line(error)}") from None
        except BaseException as error:
            # A slip inside the engine arrives as a PanicException, which is no Exception.
            if type(error).__name__ == "PanicException":
                raise GraphError(
                    "the query can't be answered: the engine failed on it; write it in simpler parts"
                ) from None
            raise
        columns = tuple(result.columns)
        plain = _plain_rows(found, columns)
        warned = [str(warning) for warning in result.warnings if "row_limit" not in str(warning)]
        answer = Answer(plain if rows is None else plain[:rows], columns, warned)
        answer.cut = rows is not None and len(plain) > rows
        return answer

    def plan(self, text: str, params: Mapping[str, Any] | None = None, *, seconds: float = TIME_LIMIT) -> Answer:
        """See Planner.plan."""
        told = self.ask(f"EXPLAIN {text}", params, seconds=seconds)
        rows = [{"step": r["step"], "operation": r["operation"], "rows": r["estimated_rows"]} for r in told]
        return Answer(rows, ("step", "operation", "rows"))

    def declare(self) -> None:
        """See Store.declare. Edge types need no declaration here: this engine would tie each to one pair of labels."""
        self._graph.define_schema({"nodes": {kind.kind: {"types": _declared(kind)} for kind in NODES.values()}})

    def write(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """See Store.write."""
        for statement, rows in batches(nodes, edges, BATCH):
            self._graph.cypher(statement, params={"rows": rows})

    def replace(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """See Store.replace. The graph is in memory: the file at a path is replaced by `save`."""
        self._graph = kglite.KnowledgeGraph()
        self.declare()
        self.write(nodes, ())
        # No edge is there yet, so none is looked for: between two countries with ten thousand flows that is dear.
        for statement, rows in batches((), _once(edges), BATCH, added):
            self._graph.cypher(statement, params={"rows": rows})

    def save(self, path: Path) -> None:
        """Put the graph at `path` in one step: a reader sees the graph before or the whole new one, never a part.

        Raises GraphError where the place can't be written.
        """
        beside = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with warnings.catch_warnings():
                # That a large graph would be read a little slower from a mapped file, which it never is.
                warnings.simplefilter("ignore", kglite.MappedFallbackWarning)
                self._graph.save(str(beside))
            beside.replace(path)
            _sweep(path)
        except (OSError, kglite.KgError) as error:
            raise GraphError(f"{one_line(path)}: the graph can't be written: {_first_line(error)}") from None
        finally:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def _once(edges: Iterable[Edge]) -> Iterable[Edge]:
    """Each edge once, the last telling of it."""
    return {(edge.kind, edge.place): edge for edge in edges}.values()


def _sweep(path: Path) -> None:
    """Remove what builds that were killed left beside the graph, once no running build can still want it."""
    for stray in path.parent.glob(f".{path.name}.*"):
        with contextlib.suppress(OSError):
            if time.time() - stray.stat().st_mtime > ABANDONED:
                stray.unlink()


def _load(path: Path) -> kglite.KnowledgeGraph:
    try:
        if path.is_dir():
            raise GraphError(f"{one_line(path)}: expected a graph file, found a folder")
        if not path.exists():
            raise GraphError(f"{one_line(path)}: no graph here yet; make one with: bubble build")
        return kglite.load(str(path))
    except (kglite.KgError, OSError, ValueError) as error:
        reason = "can't be read" if isinstance(error, OSError) else "is not a graph of this product, or is damaged"
        raise GraphError(f"{one_line(path)}: {reason}; choose another --graph or run: bubble build") from None


def _declared(kind: type[Node]) -> dict[str, str]:
    return {"id": "string"} | {name: _TYPES[stored] for name, stored in kind.stored().items()}


def _plain_rows(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> list[dict[str, Any]]:
    """The engine's rows, which are ours to change, with plain values; only columns that need it are gone through."""
    if rows and tuple(rows[0]) != columns:
        rows = [{c: row[c] for c in columns} for row in rows]
    for column in columns:
        if not _BARE.issuperset(map(type, map(itemgetter(column), rows))):
            for row in rows:
                row[column] = _plain(row[column])
    return rows


def _plain(value: Any) -> Any:
    """A value as every engine gives it: nodes and edges as maps of their properties, without the engine's own."""
    if isinstance(value, list):
        return [v if type(v) in _BARE else _plain(v) for v in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # any value
    if isinstance(value, dict):
        held = cast("dict[str, Any]", value)
        if "properties" in held and "labels" in held:
            return node_found(held["id"], held["labels"], _plain(held["properties"]))
        if "properties" in held and "type" in held and "start" in held:
            return edge_found(held["id"], held["start"], held["end"], held["type"], _plain(held["properties"]))
        # properties(n) has both of the engine's own; properties(r) has the edge's kind as "type".
        own = "id" in held and "type" in held and ("title" in held or held["type"] in EDGES)
        return {k: v if type(v) in _BARE else _plain(v) for k, v in held.items() if not (own and k in _ENGINE_OWN)}
    return value


def _first_line(error: BaseException) -> str:
    text = str(error).strip().splitlines()
    return one_line(text[0] if text else type(error).__name__, 300)
