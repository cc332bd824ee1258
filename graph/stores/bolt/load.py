"""Putting a whole graph in the place of another on a server: what differs is written, what is gone is swept.

Comparing first makes a load cheap where little has changed, safe to repeat, and able to go on where it was broken off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from neo4j import READ_ACCESS, exceptions

from graph.cypher.statements import Rows, add_edge, add_node, edge_row, node_row, write_edge, write_node
from graph.kinds import Edge, Node, Ref
from graph.model import EDGES, NODES, Build
from graph.reading import edge_of, edges_text, nodes_text
from graph.stores.bolt.mark import Loader
from graph.stores.bolt.values import plain_row

if TYPE_CHECKING:
    from graph.stores.bolt.store import Neo4jStore

ONE_TRANSACTION = 150_000
"""Nodes and edges that one transaction may change; more goes in batches. Measured: docs/decisions/0014."""
BATCH = 10_000
"""Rows of one statement, and of one transaction of a load in batches."""

MOST_TRIES = 2
"""Tries of the one transaction: one that the server's memory did not hold when it was committed is tried again too."""

Read = Callable[[str], list[dict[str, Any]]]
EdgeKey = tuple[Ref[Any], Ref[Any], str | None]


class Change(NamedTuple):
    """A statement with its rows, and the one to run where it may have been run before without our knowing."""

    statement: str
    rows: Rows
    again: str


class _TooManyError(Exception):
    """More changes than one transaction may hold."""


class Load:
    """One load of a whole graph."""

    def __init__(self, store: Neo4jStore, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        self.store = store
        self.loader = Loader()
        self.tries = 0
        self.nodes: defaultdict[type[Node], dict[str, Node]] = defaultdict(dict)
        for node in nodes:
            self.nodes[type(node)][node.id] = node
        self.edges: defaultdict[type[Edge], dict[EdgeKey, Edge]] = defaultdict(dict)
        for edge in edges:
            self.edges[type(edge)][edge.source, edge.target, edge.id] = edge

    def run(self) -> None:
        """Load in one transaction, or in batches where there is more to change than one may hold."""
        try:
            with self.store.working() as work, self.store.working() as beside:
                work(partial(self._at_once, beside=beside))
                beside(self.loader.switched)
        except _TooManyError:
            self._in_batches()

    def _at_once(self, transaction: Any, beside: Callable[[Any], Any]) -> None:
        """All of it. Before it is committed the mark is set that makes readers wait until that is done."""
        self.tries += 1
        if self.tries > MOST_TRIES:
            raise _TooManyError
        self.loader.hold(transaction)
        changed = 0
        changes: list[Change] = []
        for change in self._changes(partial(_read, transaction)):
            changes.append(change)
            changed += len(change.rows)
            if changed > ONE_TRANSACTION:
                raise _TooManyError
        try:
            for change in changes:  # of what this very transaction has read: all are new
                transaction.run(change.statement, rows=change.rows).consume()
        except exceptions.ConstraintError:
            raise _TooManyError from None  # somebody else writes too: in batches that is borne
        except exceptions.Neo4jError as error:
            if "MemoryPoolOutOfMemory" in (error.code or ""):
                raise _TooManyError from None
            raise
        self.loader.release(transaction)
        if changes:
            beside(self.loader.switch)

    def _in_batches(self) -> None:
        """Each batch a transaction of its own, under the mark; what an earlier try has written is found and kept."""
        with self.store.working() as work, self.store.working(READ_ACCESS) as read:
            work(self.loader.announce)
            for change in _ahead(self._changes(lambda text: read(partial(_read, text=text)))):
                batch = _Batch(self.loader, change)
                try:
                    work(batch)
                except exceptions.ConstraintError:  # somebody else has written one of them meanwhile
                    work(batch)
            work(self._finish)

    def _finish(self, transaction: Any) -> None:
        """The node that tells what was built comes last, with the mark's end: nobody takes half a graph for a whole."""
        self.loader.beat(transaction)
        self.loader.release(transaction)

    # What differs

    def _changes(self, read: Read) -> Iterator[Change]:
        """The statements with their rows that turn what is there into what shall be; nodes come before their edges."""
        last: list[Change] = []
        doomed: list[Change] = []
        for kind in NODES.values():
            writes, gone = self._node_changes(kind, read)
            if kind is Build:
                last += writes
            else:
                yield from writes
            doomed += _swept(_SWEEP_NODES.format(kind=kind.kind), _SWEEP_NAMELESS_NODES.format(kind=kind.kind), gone)
        for edge_kind in EDGES.values():
            yield from self._edge_changes(edge_kind, read)
        yield from doomed
        yield from last

    def _node_changes(self, kind: type[Node], read: Read) -> tuple[Iterator[Change], Rows]:
        wanted = self.nodes.get(kind, {})
        same: set[str] = set()
        stale: dict[str, Mapping[str, Any]] = {}
        gone: Rows = []
        for record in read(nodes_text(kind)):
            held = record["held"]
            id = held.get("id")
            if id not in wanted:
                gone.append({"id": id})
            elif _differs(node_row(wanted[id])["props"], held):
                stale[id] = held
            else:
                same.add(id)
        new = (node_row(node) for id, node in wanted.items() if id not in same and id not in stale)
        other = (_over(node_row(wanted[id]), held) for id, held in stale.items())
        write = write_node(kind)
        return chain(_batched(add_node(kind), new, write), _batched(write, other)), gone

    def _edge_changes(self, kind: type[Edge], read: Read) -> Iterator[Change]:
        wanted = self.edges.get(kind, {})
        same: set[EdgeKey] = set()
        stale: dict[EdgeKey, Mapping[str, Any]] = {}
        gone: Rows = []
        for record in read(edges_text(kind)):
            source, target, held = edge_of(record)
            if source.kind not in NODES or target.kind not in NODES:
                continue  # between nodes of somebody else's
            key = (source, target, held.get("id"))
            if key in wanted and key not in same and key not in stale:
                if _differs(edge_row(wanted[key])["props"], held):
                    stale[key] = held
                else:
                    same.add(key)
            else:
                # Somebody's second copy of an edge goes with the first, which is then written anew.
                if self._stays(source) and self._stays(target):  # else it goes with the node
                    gone.append({"source": source.id, "target": target.id, "id": key[2]})
                same.discard(key)
        yield from _swept(_SWEEP_EDGES.format(kind=kind.kind), _SWEEP_NAMELESS_EDGES.format(kind=kind.kind), gone)
        yield from self._edge_writes(kind, same, stale)

    def _edge_writes(
        self, kind: type[Edge], same: set[EdgeKey], stale: Mapping[EdgeKey, Mapping[str, Any]]
    ) -> Iterator[Change]:
        wanted = self.edges.get(kind, {})
        new: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
        other: defaultdict[tuple[str, str], list[EdgeKey]] = defaultdict(list)
        for key, edge in wanted.items():
            if key in stale:
                other[key[0].kind, key[1].kind].append(key)
            elif key not in same:
                new[key[0].kind, key[1].kind].append(edge)
        for ends, edges in new.items():
            yield from _batched(add_edge(kind, *ends), map(edge_row, edges), write_edge(kind, *ends))
        for ends, keys in other.items():
            yield from _batched(write_edge(kind, *ends), (_over(edge_row(wanted[key]), stale[key]) for key in keys))

    def _stays(self, end: Ref[Any]) -> bool:
        return end.id in self.nodes.get(NODES[end.kind], {})


class _Batch:
    """The work of a transaction of a load in batches, which the driver may do again."""

    def __init__(self, loader: Loader, change: Change) -> None:
        self.loader, self.change, self.is_tried = loader, change, False

    def __call__(self, transaction: Any) -> None:
        self.loader.beat(transaction)
        # Whether a try that was cut off was committed is not known: from the second on, nothing is added blindly.
        statement = self.change.again if self.is_tried else self.change.statement
        self.is_tried = True
        transaction.run(statement, rows=self.change.rows).consume()


def _ahead(changes: Iterator[Change]) -> Iterator[Change]:
    """The same, each made ready while the server is busy with the one before."""
    with ThreadPoolExecutor(1) as beside:
        coming = beside.submit(next, changes, None)
        while change := coming.result():
            coming = beside.submit(next, changes, None)
            yield change


def _read(transaction: Any, text: str) -> list[dict[str, Any]]:
    return [plain_row(record) for record in transaction.run(text)]


_SWEEP_NODES = "UNWIND $rows AS row MATCH (n:{kind} {{id: row.id}}) DETACH DELETE n"
# Found by its own id, not by its ends: a country has thousands of edges of one kind.
_SWEEP_EDGES = (
    "UNWIND $rows AS row MATCH (a)-[r:{kind} {{id: row.id}}]->(b) "
    "WHERE a.id = row.source AND b.id = row.target DELETE r"
)
# What somebody wrote without an id is found by that.
_SWEEP_NAMELESS_NODES = "UNWIND $rows AS row MATCH (n:{kind}) WHERE n.id IS NULL DETACH DELETE n"
_SWEEP_NAMELESS_EDGES = "UNWIND $rows AS row MATCH ()-[r:{kind}]->() WHERE r.id IS NULL DELETE r"


def _swept(statement: str, nameless: str, rows: Rows) -> Iterator[Change]:
    yield from _batched(statement, (row for row in rows if row["id"] is not None))
    if any(row["id"] is None for row in rows):
        yield Change(nameless, [{}], nameless)


def _differs(wanted: Mapping[str, Any], held: Mapping[str, Any]) -> bool:
    return {**wanted, "id": held.get("id")} != held


def _over(row: dict[str, Any], held: Mapping[str, Any]) -> dict[str, Any]:
    """A row that also takes away what stands there and shall not."""
    row["props"] = {**{name: None for name in held if name != "id"}, **row["props"]}
    return row


def _batched(statement: str, rows: Iterable[dict[str, Any]], again: str | None = None) -> Iterator[Change]:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        yield Change(statement, batch, again or statement)
