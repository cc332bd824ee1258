"""A real Neo4j server for the tests, started on a free loopback port with a home folder of its own."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from graph.errors import GraphError
from graph.stores.bolt import Neo4jStore
from graph.stores.local import LocalServer
from graph.stores.local.jars import jars
from tests.parts import require

if TYPE_CHECKING:
    from graph.stores.py2neo import Py2neoStore

# A server of the tests lives minutes: compiling its code for hours of work took half of its processor time.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")

GROUP = "neo4j"
"""The mark `xdist_group` of tests on the server of the run: one process runs them."""
BESIDE = GROUP if os.environ.get("BUBBLE_NEO4J_URI") else "neo4j beside"
"""That of the longer half of them, which another process runs on a server of its own, unless there is only one."""


@dataclass(frozen=True)
class Server:
    """Where a server answers, and its user's password."""

    address: str
    user: str
    password: str

    def store(self) -> Neo4jStore:
        """A new connection."""
        return Neo4jStore(self.address, self.user, self.password)

    @cached_property
    def py2neo_graph(self) -> Any:
        """What a notebook of a team on py2neo holds; one for all tests, since it keeps its connections open."""
        import py2neo

        return py2neo.Graph(self.address, auth=(self.user, self.password))

    def py2neo_store(self) -> Py2neoStore:
        """A store over it; what is told once of py2neo has been read."""
        from graph.stores.py2neo import Py2neoStore

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Py2neoStore(self.py2neo_graph)


@contextmanager
def running() -> Iterator[Server]:
    """A server that answers: the one $BUBBLE_NEO4J_URI names as meant for tests, else one of our own."""
    told = os.environ.get("BUBBLE_NEO4J_URI")
    if told:
        yield Server(told, os.environ.get("BUBBLE_NEO4J_USER", "neo4j"), os.environ["BUBBLE_NEO4J_PASSWORD"])
        return
    with own_server() as server:
        found = server.running()
        assert found
        yield Server(found.address, "neo4j", server.password())


@contextmanager
def own_server(*, heap: str = "1g", settings: dict[str, str] | None = None) -> Iterator[LocalServer]:
    """A server of the test's own, which it may stop, kill and start; ended and removed afterwards."""
    require_jars()
    with TemporaryDirectory(prefix="bubble-neo4j-") as folder:
        server = LocalServer(Path(folder) / "เซิร์ฟเวอร์ 1", settings=settings or {})
        try:
            server.start(port=0, heap=heap, tell=lambda step: None)
            yield server
        finally:
            server.stop(at_once=True)


def require_jars() -> None:
    """Skip, or fail where every part must be there, without what runs a Neo4j server."""
    require("java", shutil.which("java") is not None, "Java 17 or later runs the Neo4j server of these tests")
    require("mvn", shutil.which("mvn") is not None, "Maven fetches the Neo4j server of these tests")
    try:
        jars(lambda step: None)
    except GraphError as error:
        require("neo4j", present=False, why=str(error))
