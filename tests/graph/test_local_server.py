"""A Neo4j server of one's own: started, looked at and stopped, closed to files and to the network by itself."""

from __future__ import annotations

import json
import re
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any, cast

import neo4j
import psutil
import pytest
from neo4j.exceptions import Neo4jError

from bubble.cli import run
from graph.errors import GraphError
from graph.stores.local import LocalServer, Running
from graph.stores.local.jars import VERSION
from graph.stores.local.settings import SETTINGS
from tests.neo4j_server import BESIDE, own_server, require_jars

pytestmark = pytest.mark.xdist_group(BESIDE)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    with own_server() as started:
        yield started


def running(server: LocalServer) -> Running:
    found = server.running()
    assert found
    return found


def driver(server: LocalServer) -> Any:
    return neo4j.GraphDatabase.driver(running(server).address, auth=("neo4j", server.password()))


def test_it_listens_on_this_machine_only(server: LocalServer) -> None:
    process = running(server).process()
    assert process
    at = {c.laddr.ip for c in process.net_connections() if c.status == psutil.CONN_LISTEN}
    assert at <= {"127.0.0.1", "::ffff:127.0.0.1"}


def test_its_password_is_of_its_own_and_for_its_owner(server: LocalServer) -> None:
    assert len(server.password()) >= 32
    assert server.password_file.stat().st_mode & 0o777 == 0o600
    command = running(server).process()
    assert command
    assert server.password() not in " ".join(command.cmdline())
    with (
        pytest.raises(Neo4jError),
        neo4j.GraphDatabase.driver(running(server).address, auth=("neo4j", "neo4j")) as first,
    ):
        first.execute_query("RETURN 1")


def test_started_again_it_is_the_same(server: LocalServer) -> None:
    assert server.start(tell=lambda step: None) == running(server)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:{port}/", "http://localhost:{port}/"])
def test_it_reads_neither_files_nor_the_network(address: str, server: LocalServer) -> None:
    """Asked past our gate, in read mode, as an analyst with a driver of their own could."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"secret\n")

    web = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    text = f"LOAD CSV FROM '{address.format(port=web.server_port)}' AS row RETURN row"
    with driver(server) as asking, pytest.raises(Neo4jError) as refused:
        asking.execute_query(text, routing_="r")
    web.shutdown()
    web.server_close()
    assert asked == []
    assert refused.value.code == "Neo.ClientError.Statement.ExternalResourceFailed"
    assert "Cannot load from URL" in str(refused.value)


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    require_jars()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = cast("int", taken.getsockname()[1])
        with pytest.raises(GraphError, match=f"^port {port}: something else listens there; choose another with --port"):
            LocalServer(tmp_path).start(port=port, tell=lambda step: None)


@pytest.mark.parametrize("heap", ["12", "1t", "-Xmx1g", "0m"])
def test_a_size_that_is_none_is_told(heap: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"^--heap: expected a size as 1g or 512m, found "):
        LocalServer(tmp_path).start(heap=heap, tell=lambda step: None)


def test_without_java_or_maven_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    java = tmp_path / "bin/java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n", encoding="utf-8")
    java.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GraphError, match=r"^java: not found; install Java 17 or later"):
        LocalServer(tmp_path).start(tell=lambda step: None)
    monkeypatch.setenv("PATH", f"{java.parent}:/bin")
    with pytest.raises(GraphError, match=r'expected Java 17 or later, found openjdk version "11.0.2"; install a newer'):
        LocalServer(tmp_path).start(tell=lambda step: None)
    java.write_text("#!/bin/sh\necho 'openjdk version \"21\"' >&2\n", encoding="utf-8")
    monkeypatch.setenv("PATH", str(java.parent))
    with pytest.raises(GraphError, match=r"^mvn: not found; install Maven, which fetches Neo4j"):
        LocalServer(tmp_path).start(tell=lambda step: None)


def test_the_command_starts_looks_and_stops(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    require_jars()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("BUBBLE_NEO4J_PASSWORD", raising=False)
    assert run(["neo4j", "status"]) == 0
    assert capsys.readouterr().out.startswith("Neo4j does not run; bubble neo4j start\n")
    try:
        assert run(["neo4j", "start", "--port", "0"]) == 0
        said = capsys.readouterr().out
        (address, _) = re.findall(r"bolt://127.0.0.1:\d+", said)
        home = tmp_path / "bubble/neo4j"
        assert (home / "password").read_text("utf-8") not in said
        assert run(["neo4j", "status"]) == 0
        assert f"runs at {address} (process " in capsys.readouterr().out
        # The password is found where the server keeps it.
        assert run(["cypher", "RETURN 1 AS x", "--as", "csv", "--graph", address]) == 0
        assert capsys.readouterr().out == "x\n1\n"
    finally:
        assert run(["neo4j", "stop"]) == 0
    assert capsys.readouterr().out == "Neo4j has ended\n"
    assert run(["neo4j", "stop"]) == 0
    assert capsys.readouterr().out == "Neo4j did not run\n"
    state = json.loads((home / "server.json").read_text("utf-8"))
    assert not psutil.pid_exists(state["pid"]) or psutil.Process(state["pid"]).status() == psutil.STATUS_ZOMBIE


def test_a_process_number_that_was_given_away_is_not_the_server(tmp_path: Path) -> None:
    (tmp_path / "server.json").write_text(json.dumps({"pid": psutil.Process().pid, "began": 1.0, "port": 7687}))
    assert LocalServer(tmp_path).running() is None
    assert LocalServer(tmp_path).stop() is False


def test_the_image_is_configured_as_a_server_of_our_own() -> None:
    """compose.yaml names the same version and the same settings, written as the official image takes them."""
    text = (ROOT / "compose.yaml").read_text("utf-8")
    assert f"image: neo4j:{VERSION}-community" in text
    told = dict(re.findall(r"^      (NEO4J_\w+): \"?([^\"\n]*)\"?$", text, re.MULTILINE))
    for name, value in SETTINGS.items():
        assert told["NEO4J_" + name.replace("_", "__").replace(".", "_")] == value, name
