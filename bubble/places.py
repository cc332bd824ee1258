"""Where a user's graph is kept, and how the file or server that a user names is opened."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from graph.errors import GraphError, one_line

if TYPE_CHECKING:
    from graph.store import Store
    from graph.stores.guarded import GuardedStore
    from graph.stores.local import LocalServer

VARIABLE = "BUBBLE_GRAPH"
QUESTIONS = "BUBBLE_QUESTIONS"
USER, PASSWORD = "BUBBLE_NEO4J_USER", "BUBBLE_NEO4J_PASSWORD"
PASSWORD_FILE, DATABASE = "BUBBLE_NEO4J_PASSWORD_FILE", "BUBBLE_NEO4J_DATABASE"
_FILE = "graph.kgl"


class Py2neoGraph(Protocol):
    """A `py2neo.Graph` by its shape: py2neo is not imported to know one."""

    service: Any
    schema: Any


def default_graph() -> Path:
    """The one place of a user's graph: $BUBBLE_GRAPH, else in the folder the system keeps a user's data in."""
    told = os.environ.get(VARIABLE)
    return Path(told) if told else data_folder() / _FILE


def own_questions() -> Path:
    """The folder of a user's own questions: $BUBBLE_QUESTIONS, else one beside the graph. It need not be there."""
    told = os.environ.get(QUESTIONS)
    return Path(told) if told else data_folder() / "questions"


def data_folder() -> Path:
    """Our folder in the one that the system keeps a user's data in."""
    return _system_folder() / "bubble"


def _system_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def open_store(graph: str | Path | Py2neoGraph | None = None) -> Store:
    """The graph in a file or on a server, ready to be asked. Raises GraphError where there is none, or none answers."""
    if graph is not None and not isinstance(graph, str | Path):
        return _over_py2neo(graph)
    if is_address(graph):
        return connect(str(graph))
    from graph.stores.embedded import EmbeddedStore

    return EmbeddedStore(graph_file(graph))


def open_guarded(graph: str | Path | None = None) -> GuardedStore:
    """The graph for one query after another: each is asked in a process of its own, which may fail or be ended."""
    from graph.stores.guarded import GuardedStore

    if is_address(graph):
        from graph.stores.bolt.store import Neo4jStore

        address, user, password, database = _login(str(graph))
        return GuardedStore(partial(Neo4jStore, address, user, password, database=database))
    from graph.stores.embedded import EmbeddedStore

    return GuardedStore(partial(EmbeddedStore, graph_file(graph)))


def is_address(graph: str | Path | None) -> bool:
    """Whether a --graph means a server rather than a file."""
    return graph is not None and "://" in str(graph)


def graph_file(graph: str | Path | None = None) -> Path:
    """The file that a --graph means, where it means no server."""
    return default_graph() if graph is None else Path(graph)


def connect(address: str) -> Store:
    """The graph on a Neo4j server; user and password come from the environment, a file or the prompt."""
    from graph.stores.bolt.store import Neo4jStore

    address, user, password, database = _login(address)
    return Neo4jStore(address, user, password, database=database)


def _login(address: str) -> tuple[str, str, str, str | None]:
    """Address, user, password and database. Raises GraphError for what is no address of a server."""
    from graph.stores.bolt.store import check_address

    check_address(address)
    user = os.environ.get(USER, "neo4j")
    return address, user, _password(user, address), os.environ.get(DATABASE)


def local_server(home: str | Path | None = None) -> LocalServer:
    """The Neo4j server on this machine that `bubble neo4j` starts and stops, in its usual folder unless told."""
    from graph.stores.local import LocalServer

    return LocalServer(Path(home) if home else data_folder() / "neo4j")


def _over_py2neo(graph: Any) -> Store:
    """The graph behind a `py2neo.Graph`. Whoever holds one has py2neo; for anything else it is never imported."""
    names = [cls.__name__ for cls in type(graph).__mro__ if cls.__module__.partition(".")[0] == "py2neo"]
    if "Graph" not in names:
        raise GraphError(f"expected a file, an address or a py2neo.Graph, found {one_line(repr(graph))}")
    from graph.stores.py2neo import Py2neoStore

    return Py2neoStore(graph)


def _password(user: str, address: str) -> str:
    if PASSWORD in os.environ:
        return os.environ[PASSWORD]
    if PASSWORD_FILE in os.environ:
        path = Path(os.environ[PASSWORD_FILE])
        try:
            return path.read_text("utf-8").strip()
        except OSError as error:
            raise GraphError(f"${PASSWORD_FILE}: {one_line(path)} can't be read: {error.strerror}") from None
    server = local_server()
    running = server.running()
    if running and running.address == address and user == "neo4j":
        return server.password()
    if sys.stdin.isatty():
        from getpass import getpass

        return getpass(f"Password of {user} at {address}: ")
    raise GraphError(f"{one_line(address)}: no password; set ${PASSWORD} or ${PASSWORD_FILE}")
