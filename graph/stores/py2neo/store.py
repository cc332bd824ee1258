"""A graph on a Neo4j server, through a `py2neo.Graph` that somebody has already."""

# py2neo has no types: what comes out of it is unknown.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

import py2neo
from py2neo import errors
from py2neo.client import Connection

from graph.cypher.schema import OLDEST, declarations
from graph.cypher.statements import batches
from graph.errors import GraphError, one_line
from graph.kinds import Edge, Node
from graph.model import NODES
from graph.store import TIME_LIMIT, Answer, Record
from graph.stores.py2neo.notice import notice
from graph.stores.py2neo.values import plain

BATCH = 5_000
TRIES = 3
_BEGIN = 0x11
_LOST = (
    errors.ConnectionUnavailable,
    errors.ConnectionBroken,
    errors.ServiceUnavailable,
    errors.ProtocolError,
    OSError,
)


class Py2neoStore:
    """A graph on the server that a `py2neo.Graph` is connected to; its connections are used, and left open."""

    def __init__(self, graph: py2neo.Graph) -> None:
        """Raises GraphError for a wrong password, an unreachable host and a server that is too old."""
        notice()
        # Any: py2neo has no types.
        self.graph: Any = graph
        self._connector: Any = self.graph.service.connector
        self.address = str(self._connector.profile.uri)
        if self._connector.profile.protocol != "bolt":
            raise GraphError(f"{one_line(self.address)}: expected a py2neo.Graph at bolt://host or neo4j://host")
        with self._told():
            self._connection().release()

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
        with self._told(seconds), self._transaction(readonly=True, seconds=seconds) as transaction:
            result = self._run(transaction, text, params or {}, -1 if rows is None else rows + 1)
            columns: list[str] = result.fields()
            # Taken as they come over the wire: py2neo's own Node and Relationship take tens of times longer.
            found: list[Record] = [
                dict(zip(columns, map(plain, values), strict=True)) for values in iter(result.take, None)
            ]
            remarks: list[dict[str, Any]] = result.summary().get("notifications", [])
        warned = [str(remark["description"]) for remark in remarks if remark["severity"] == "WARNING"]
        answer = Answer(found[:rows], columns, warned)
        answer.cut = rows is not None and len(found) > rows
        return answer

    def declare(self) -> None:
        """See Store.declare: ids are unique, edges are found by id, names are searched in every language."""
        self._change([(statement, {}) for statement in declarations()])
        self._change([("CALL db.awaitIndexes(120)", {})])

    def write(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """See Store.write: each batch is one transaction."""
        for statement, rows in batches(nodes, edges, BATCH):
            self._change([(statement, {"rows": rows})])

    def replace(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """See Store.replace: one transaction."""
        deletes: list[tuple[str, dict[str, Any]]] = [(f"MATCH (n:{kind}) DETACH DELETE n", {}) for kind in NODES]
        writes = [(statement, {"rows": rows}) for statement, rows in batches(nodes, edges, BATCH)]
        self._change(deletes + writes)

    def _change(self, statements: Sequence[tuple[str, dict[str, Any]]]) -> None:
        """Run these in one transaction; tried again as the server asks, since once or twice they write the same."""
        with self._told():
            for left in reversed(range(TRIES)):
                try:
                    with self._transaction(readonly=False) as transaction:
                        for text, params in statements:
                            self._run(transaction, text, params, -1)
                except errors.Neo4jError as error:
                    if error.should_invalidate_routing_table():
                        self._connector.invalidate_routing_table(self.graph.name)
                    if not (left and error.should_retry()):
                        raise
                except errors.ConnectionBroken:
                    if not left:
                        raise
                else:
                    return

    @contextmanager
    def _transaction(self, *, readonly: bool, seconds: float = 0.0) -> Generator[Any]:
        transaction = self._begin(readonly, seconds)
        try:
            yield transaction
        except BaseException:
            connection = transaction.connection
            # After a refusal py2neo has reset the connection and given it back. In any other case answers may still
            # be under way: hanging up ends the query and the transaction.
            if connection.transaction is transaction:
                connection.close()
                connection.release()
            raise
        self._connector.commit(transaction)

    def _begin(self, readonly: bool, seconds: float) -> Any:
        """A transaction that the server ends after so many seconds; 0 leaves it to the server's own limit."""
        try:
            return self._begin_on(self._connection(), readonly, seconds)
        except errors.ConnectionBroken:
            # It had lain idle until the server or the network dropped it; py2neo has by now let go of all such.
            return self._begin_on(self._connection(), readonly, seconds)

    def _begin_on(self, connection: Any, readonly: bool, seconds: float) -> Any:
        # Bolt has a time-out for transactions, "tx_timeout" in milliseconds. No call of py2neo takes one: begin() has
        # the argument commented out, and its "timeout" is a name that servers ignore. So the one message that begins a
        # transaction is completed as it is sent, on this connection, which is ours alone until it is released.
        send = connection.append_message

        def timed(tag: int, *fields: Any, **how: Any) -> Any:
            if tag == _BEGIN and seconds:
                fields = ({**fields[0], "tx_timeout": max(1, int(seconds * 1000))},)
            return send(tag, *fields, **how)

        connection.append_message = timed
        try:
            return connection.begin(self.graph.name, readonly=readonly)
        except errors.ConnectionBroken:
            self._connector.prune(connection.profile)
            raise
        finally:
            del connection.append_message

    def _connection(self) -> Any:
        """A connection to the writer, which sees what was written: py2neo hands no bookmarks on to readers.

        Taken from the graph's pools directly: py2neo's own way tries for ever where nobody answers.
        """
        try:
            _, writers = self._connector._get_profiles(self.graph.name)  # noqa: SLF001
        except errors.ServiceUnavailable:
            # Says only that no router will do; a connection of our own says why not.
            Connection.open(py2neo.ConnectionProfile(self._connector.profile)).close()
            raise
        pools = self._connector._pools  # noqa: SLF001
        profile = next((profile for profile in writers if profile in pools), None)
        try:
            if profile is None:
                raise errors.ServiceUnavailable("no server of the cluster takes writes")
            connection: Any = pools[profile].acquire(can_overfill=True)
        except _LOST:
            # Another may have become the writer: the next attempt asks who.
            self._connector.invalidate_routing_table(self.graph.name)
            raise
        agent = str(connection.server_agent)
        if tuple(int(part) for part in agent.rpartition("/")[2].split(".")[:2] if part.isdigit()) < OLDEST:
            connection.release()
            raise GraphError(f"{one_line(self.address)}: expected Neo4j 5.7 or later, found {one_line(agent)}")
        return connection

    def _run(self, transaction: Any, text: str, params: Mapping[str, Any], rows: int) -> Any:
        """The result of a query with at most so many rows; -1 for all."""
        try:
            result = self._connector.run(transaction, text, dict(params))
        except (TypeError, ValueError) as error:
            raise GraphError(f"the query can't be answered: a parameter can't be sent: {_line(error)}") from None
        self._connector.pull(result, rows)
        if result.summary().get("has_more"):
            self._connector.discard(result)
        result.set_complete()
        return result

    @contextmanager
    def _told(self, seconds: float = TIME_LIMIT) -> Generator[None]:
        """What goes wrong on the way to the server or there, in one line; the password never stands in it."""
        where = one_line(self.address)
        try:
            yield
        except (errors.Neo4jError, *_LOST) as error:
            refusal = _refusal(error)
            if refusal is None:
                while error.__cause__ is not None:
                    error = error.__cause__
                raise GraphError(f"{where}: no server answers here: {_line(error)}") from None
            code = str(refusal.code)
            if "Unauthorized" in code:
                raise GraphError(
                    f"{where}: user or password is wrong; give py2neo.Graph the right auth=(user, password)"
                ) from None
            if "TimedOut" in code:
                raise GraphError(
                    f"the query took longer than {seconds:g} s and was stopped; narrow it or give it longer"
                ) from None
            if "Forbidden" in code or "AccessMode" in code:
                raise GraphError(f"{where}: this user may not do that: {_line(refusal)}") from None
            raise GraphError(f"the query can't be answered: {_line(refusal)}") from None


def _refusal(error: BaseException | None) -> Any:
    """What the server said, where py2neo raised something else over it: a wrong password, a failed commit."""
    while error is not None and not isinstance(error, errors.Neo4jError):
        error = error.__cause__ or error.__context__
    return error


def _line(error: BaseException) -> str:
    message = getattr(error, "message", None) or str(error)
    return one_line(" ".join(str(message).split()), 300)
