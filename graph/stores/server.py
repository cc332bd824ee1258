"""A graph shared on a Neo4j server (5.x, Aura, a cluster): whatever answers Bolt, through the official driver."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from itertools import islice
from types import TracebackType
from typing import Any, Self

import neo4j
from neo4j import exceptions
from neo4j.graph import Node as ServerNode
from neo4j.graph import Relationship
from neo4j.time import Date

from graph.cypher.statements import batches, declarations
from graph.errors import GraphError, one_line
from graph.kinds import Edge, Node
from graph.model import NODES
from graph.store import TIME_LIMIT, Answer

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
BATCH = 5_000
_OLDEST = (5, 0)
# What the server remarks on a query is in the answer; the driver would print it as well.
logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)


class ServerStore:
    """A graph on a server. Reads go to readers; writes are managed, so a lost connection is tried again."""

    def __init__(self, address: str, user: str, password: str, *, database: str | None = None) -> None:
        """Connect. Raises GraphError for a wrong password, an unreachable host and a server that is too old."""
        if address.partition("://")[0] not in SCHEMES:
            raise GraphError(f"{one_line(address)}: expected an address as neo4j://host or bolt://host:7687")
        self.address = address
        self.database = database
        self._bookmarks: Any = neo4j.GraphDatabase.bookmark_manager()
        # Any: the driver's own types leave what it is configured with unknown.
        self._driver: Any = neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]  # its options
            address,
            auth=(user, password),
            connection_timeout=10,
            connection_acquisition_timeout=20,
            max_transaction_retry_time=20,
            notifications_min_severity="WARNING",
        )
        try:
            with self._told():
                self._check(self._driver.get_server_info())
        except GraphError:
            self._driver.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._driver.close()

    def ask(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        seconds: float = TIME_LIMIT,
        rows: int | None = None,
    ) -> Answer:
        """See Store.ask."""

        @neo4j.unit_of_work(timeout=max(seconds, 0.001))
        def read(transaction: Any) -> Answer:
            result = transaction.run(text, dict(params or {}))
            columns = tuple(result.keys())
            found = [
                {c: _plain(v) for c, v in zip(columns, record.values(), strict=True)}
                for record in (result if rows is None else islice(result, rows + 1))
            ]
            told = result.consume().gql_status_objects
            answer = Answer(
                found if rows is None else found[:rows],
                columns,
                [n.status_description for n in told if n.is_notification],
            )
            answer.cut = rows is not None and len(found) > rows
            return answer

        with self._told(seconds), self._session(neo4j.READ_ACCESS) as session:
            answer: Answer = session.execute_read(read)
            return answer

    def declare(self) -> None:
        """See Store.declare: ids are unique, edges are found by id, names are searched in every language."""
        with self._told(), self._session(neo4j.WRITE_ACCESS) as session:
            for statement in declarations():
                session.run(statement).consume()

    def write(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """See Store.write."""
        with self._told(), self._session(neo4j.WRITE_ACCESS) as session:
            for statement, rows in batches(nodes, edges, BATCH):
                session.execute_write(_written(statement, rows))

    def replace(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """See Store.replace: one transaction."""
        every = list(batches(nodes, edges, BATCH))

        def work(transaction: Any) -> None:
            for kind in NODES:
                transaction.run(f"MATCH (n:{kind}) DETACH DELETE n").consume()
            for statement, rows in every:
                transaction.run(statement, rows=rows).consume()

        with self._told(), self._session(neo4j.WRITE_ACCESS) as session:
            session.execute_write(work)

    def _session(self, access: str) -> Any:
        return self._driver.session(
            database=self.database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    def _check(self, server: neo4j.ServerInfo) -> None:
        version = server.agent.rpartition("/")[2]
        numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
        if numbers < _OLDEST:
            raise GraphError(f"{one_line(self.address)}: expected Neo4j 5 or later, found {one_line(server.agent)}")

    @contextmanager
    def _told(self, seconds: float = TIME_LIMIT) -> Generator[None]:
        """What goes wrong on the way to the server or there, in one line; the password never stands in it."""
        where = one_line(self.address)
        try:
            yield
        except exceptions.AuthError:
            raise GraphError(
                f"{where}: user or password is wrong; set $BUBBLE_NEO4J_USER and $BUBBLE_NEO4J_PASSWORD"
            ) from None
        except (exceptions.ServiceUnavailable, exceptions.SessionExpired, ValueError, OSError) as error:
            raise GraphError(f"{where}: no server answers here: {_line(error)}") from None
        except exceptions.Neo4jError as error:
            code = error.code or ""
            if "TimedOut" in code:
                raise GraphError(
                    f"the query took longer than {seconds:g} s and was stopped; narrow it or give it longer"
                ) from None
            if "Forbidden" in code or "AccessMode" in code:
                raise GraphError(f"{where}: this user may not do that: {_line(error)}") from None
            raise GraphError(f"the query can't be answered: {_line(error)}") from None
        except exceptions.DriverError as error:
            raise GraphError(f"{where}: {_line(error)}") from None


def _written(statement: str, rows: list[dict[str, Any]]) -> Callable[[Any], None]:
    def work(transaction: Any) -> None:
        transaction.run(statement, rows=rows).consume()

    return work


def _plain(value: Any) -> Any:
    """A value as every engine gives it: nodes and edges as maps of their properties."""
    if isinstance(value, ServerNode):
        return {"_labels": sorted(value.labels), **{k: _plain(v) for k, v in value.items()}}
    if isinstance(value, Relationship):
        return {"_type": value.type, **{k: _plain(v) for k, v in value.items()}}
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, list):
        return [_plain(v) for v in value]  # pyright: ignore[reportUnknownVariableType]  # any value
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}  # pyright: ignore[reportUnknownVariableType]  # any value
    return value


def _line(error: BaseException) -> str:
    message = getattr(error, "message", None) or str(error)
    return one_line(" ".join(str(message).split()), 300)
