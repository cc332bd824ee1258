"""The store on a server: reads go to readers and have a time limit, writes are managed and can be repeated."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Generator, Iterable, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import islice
from types import TracebackType
from typing import Any, Self

import neo4j

from graph.cypher.schema import OLDEST, declarations
from graph.cypher.statements import Rows, batches
from graph.errors import GraphError, one_line
from graph.kinds import Edge, Node
from graph.store import TIME_LIMIT, Answer
from graph.stores.bolt.errors import told, too_old
from graph.stores.bolt.load import Load
from graph.stores.bolt.mark import Mark, read_mark
from graph.stores.bolt.values import plain_row, plan_rows

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
BATCH = 10_000
"""Rows of one writing transaction."""
PATIENCE = 10.0
"""Seconds for which a read is tried again when the connection is lost."""
WORK_PATIENCE = 90.0
"""Seconds for which work on a whole graph is tried again: a server that is started anew is back by then."""
# What the server remarks on a query is in the answer; the driver would print it as well.
logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)
# Every store of this process on one database reads what any other of them has written.
_BOOKMARKS: dict[tuple[str, str | None], Any] = {}


class Neo4jStore:
    """A graph on a server."""

    def __init__(self, address: str, user: str, password: str, *, database: str | None = None) -> None:
        """Connect. Raises GraphError for a wrong password, an unreachable host and a server that is too old."""
        check_address(address)
        self.address = address
        self.database = database
        self._bookmarks = _BOOKMARKS.setdefault((address, database), neo4j.GraphDatabase.bookmark_manager())
        self._mark = Mark()
        self._login = (user, password)
        self._driver = self._connect(PATIENCE)
        try:
            with told(address):
                self._check(self._driver.get_server_info())
                self._look()
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
        """See Store.ask. The answer is of one graph: when another takes the place meanwhile it is asked for again.

        Only while a load in batches is under way can that not be had, and the answer's warnings say so.
        """
        answer: Answer

        @neo4j.unit_of_work(timeout=max(seconds, 0.001))
        def read(transaction: Any) -> tuple[Answer, Any]:
            result = transaction.run(text, dict(params or {}))
            columns = tuple(result.keys())
            found = [plain_row(record) for record in (result if rows is None else islice(result, rows + 1))]
            remarks = [n.status_description for n in result.consume().gql_status_objects if n.is_notification]
            answer = Answer(found if rows is None else found[:rows], columns, remarks)
            answer.cut = rows is not None and len(found) > rows
            return answer, read_mark(transaction)

        until = time.monotonic() + PATIENCE
        with told(self.address, seconds), self._session(neo4j.READ_ACCESS) as session:
            while True:
                answer, mark = session.execute_read(read)
                before, self._mark = self._mark, mark
                if mark.settled(before) or time.monotonic() > until:
                    break
                time.sleep(0.05)  # another graph has just taken the place: what was read may be of both
        remarks = mark.remarks()
        answer.warnings += remarks
        answer.of_one_graph = not remarks
        return answer

    def plan(self, text: str, params: Mapping[str, Any] | None = None, *, seconds: float = TIME_LIMIT) -> Answer:
        """See Planner.plan."""

        @neo4j.unit_of_work(timeout=max(seconds, 0.001))
        def read(transaction: Any) -> Any:
            return transaction.run(f"EXPLAIN {text}", dict(params or {})).consume().plan

        with told(self.address, seconds), self._session(neo4j.READ_ACCESS) as session:
            return Answer(list(plan_rows(session.execute_read(read))), ("step", "operation", "details", "rows"))

    def declare(self) -> None:
        """See Store.declare: ids are unique, edges are found by id, names are searched in every language."""

        def work(transaction: Any) -> None:
            for statement in declarations():
                transaction.run(statement).consume()

        with self.working() as run:
            run(work)
            run(lambda transaction: transaction.run("CALL db.awaitIndexes(120)").consume())

    def write(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """See Store.write: in batches, each of which is tried again when the connection is lost."""
        with self.working() as run:
            for statement, rows in batches(nodes, edges, BATCH):
                run(partial(_run, statement=statement, rows=rows))

    def replace(self, nodes: Iterable[Node], edges: Iterable[Edge]) -> None:
        """See Store.replace: what differs is written and what no longer exists is swept, in one transaction.

        What one transaction can't hold goes in batches; whoever asks meanwhile is told of it (`Answer.warnings`).
        Raises GraphError while somebody else loads.
        """
        Load(self, nodes, edges).run()
        with self.working() as run:
            run(_plan_anew)
        self._look()

    def _look(self) -> None:
        """Take note of what is there now, so that a change that others make is told with the next answer."""
        with self._session(neo4j.READ_ACCESS) as session:
            self._mark = session.execute_read(read_mark)

    @contextmanager
    def working(self, access: str = neo4j.WRITE_ACCESS) -> Generator[Callable[[Callable[[Any], Any]], Any]]:
        """A function that does a piece of work in a managed transaction, and again when the connection is lost."""
        with (
            self._connect(WORK_PATIENCE) as driver,
            told(self.address),
            self._session(access, driver) as session,
        ):
            yield session.execute_write if access == neo4j.WRITE_ACCESS else session.execute_read

    def _connect(self, patience: float) -> Any:
        """A driver; Any, for its own types leave what it is configured with unknown."""
        with told(self.address):
            return neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]  # its options
                self.address,
                auth=self._login,
                connection_timeout=10,
                connection_acquisition_timeout=20,
                max_transaction_retry_time=patience,
                notifications_min_severity="WARNING",
                user_agent="bubble",
            )

    def _session(self, access: str, driver: Any = None) -> Any:
        """A session that sees what this process wrote before."""
        return (driver or self._driver).session(
            database=self.database, default_access_mode=access, bookmark_manager=self._bookmarks, fetch_size=10_000
        )

    def _check(self, server: neo4j.ServerInfo) -> None:
        version = server.agent.rpartition("/")[2]
        numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
        if numbers < OLDEST:
            raise too_old(self.address, server.agent)


def _run(transaction: Any, statement: str, rows: Rows) -> None:
    transaction.run(statement, rows=rows).consume()


def _plan_anew(transaction: Any) -> None:
    """Let the server count anew: plans made for the graph before, or for none, can take all its memory on this one."""
    transaction.run("CALL db.prepareForReplanning($seconds)", seconds=120).consume()


def check_address(address: str) -> None:
    """Raise GraphError for what is no address of a server, and for one that holds a password, which is not repeated."""
    scheme, _, rest = address.partition("://")
    if "@" in rest:
        raise GraphError(
            "expected an address without user and password; set $BUBBLE_NEO4J_USER and $BUBBLE_NEO4J_PASSWORD"
        )
    if scheme not in SCHEMES or not rest:
        raise GraphError(f"{one_line(address)}: expected an address as neo4j://host or bolt://host:7687")
