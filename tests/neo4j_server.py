"""A real Neo4j server for the tests: fetched once into a cache, started on a free loopback port, stopped at the end."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from graph.errors import GraphError
from graph.stores.server import ServerStore
from tests.parts import require

if TYPE_CHECKING:
    from graph.stores.py2neo import Py2neoStore

POM = Path(__file__).parent / "neo4j" / "pom.xml"
OPENS = [
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
]
SETTINGS = """\
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
dbms.usage_report.enabled=false
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
"""
PATIENCE = 120.0


@dataclass(frozen=True)
class Server:
    """Where a server answers, and its user's password."""

    address: str
    user: str
    password: str

    def store(self) -> ServerStore:
        """A new connection."""
        return ServerStore(self.address, self.user, self.password)

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
    java, maven = shutil.which("java"), shutil.which("mvn")
    require("java", java is not None, "Java 17 or later runs the Neo4j server of these tests")
    require("mvn", maven is not None, "Maven fetches the Neo4j server of these tests")
    jars = _jars(str(maven))
    with TemporaryDirectory(prefix="bubble-neo4j-") as folder:
        home, port = Path(folder), _free_port()
        (home / "conf").mkdir()
        (home / "conf/neo4j.conf").write_text(SETTINGS.format(port=port), encoding="utf-8")
        base = [str(java), *OPENS, "-cp", f"{jars}/*"]
        places = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
        first = [*base, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", "only-for-tests"]
        subprocess.run(first, env=places, check=True, capture_output=True)
        start = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
        with (home / "log").open("wb") as log:
            process = subprocess.Popen([*base, "-Xmx1g", *start], stdout=log, stderr=log)
        try:
            server = Server(f"bolt://127.0.0.1:{port}", "neo4j", "only-for-tests")
            _wait(server, process, home / "log")
            yield server
        finally:
            process.terminate()
            process.wait(60)


def _jars(maven: str) -> Path:
    """The folder of the server's jars, fetched the first time: about a minute and 118 MB."""
    version = re.findall(r"<version>([\d.]+)</version>", POM.read_text("utf-8"))[0]
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bubble"
    jars = cache / f"neo4j-{version}"
    if not jars.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        # Fetched beside and moved when whole: an interrupted or doubled fetch harms nothing.
        with TemporaryDirectory(prefix="neo4j-", dir=cache) as beside:
            goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={beside}/lib"]
            command = [maven, "-q", "-B", "-f", str(POM), *goal]
            result = subprocess.run(command, check=False, capture_output=True, text=True)
            told = (result.stdout + result.stderr).strip().splitlines()
            require(
                "neo4j", result.returncode == 0, f"Maven could not fetch it: {told[0] if told else 'no reason given'}"
            )
            with suppress(OSError):
                (Path(beside) / "lib").rename(jars)
    return jars


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended: {log.read_text('utf-8')[-500:]}")
        try:
            server.store().__exit__(None, None, None)
        except GraphError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError(f"no server answered within {PATIENCE:g} s: {log.read_text('utf-8')[-500:]}")
