"""Starting and stopping a Neo4j server of one's own, with its own home folder, for a desk or a test."""

from __future__ import annotations

import json
import os
import re
import secrets
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import neo4j
import psutil
from neo4j import exceptions

from graph.errors import GraphError, one_line
from graph.stores.local.jars import VERSION, jars, java
from graph.stores.local.settings import HEAP, written

USER = "neo4j"
USUAL_PORT = 7687
PATIENCE = 120.0
"""Seconds a server may take to answer or to end."""
_FIRST_PASSWORD = "neo4j"  # noqa: S105  # what a new server is made with; it does nothing before it is changed
_MAIN = "org.neo4j.server.CommunityEntryPoint"


@dataclass(frozen=True)
class Running:
    """A server that was started: its process, when that began, and the port it listens on."""

    pid: int
    began: float
    port: int

    @property
    def address(self) -> str:
        """What to give as --graph."""
        return f"bolt://127.0.0.1:{self.port}"

    def process(self) -> psutil.Process | None:
        """The process, where it still runs; a number that was given to another process since is not it."""
        with suppress(psutil.Error):
            found = psutil.Process(self.pid)
            if abs(found.create_time() - self.began) < 1 and found.status() != psutil.STATUS_ZOMBIE:
                return found
        return None


class LocalServer:
    """A server whose data, settings, logs and password are in one folder."""

    def __init__(self, home: Path, *, settings: Mapping[str, str] = MappingProxyType({})) -> None:
        """Name the folder; nothing is made before `start`. settings: what neo4j.conf shall hold beside our own."""
        self.home = home.absolute()
        self._settings = settings
        self._state = home / "server.json"
        self.password_file = home / "password"

    def running(self) -> Running | None:
        """The server of this folder, where it runs."""
        try:
            told = Running(**json.loads(self._state.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return told if told.process() else None

    def password(self) -> str:
        """The password of the user neo4j; made on the first start. Raises GraphError where it can't be read."""
        try:
            return self.password_file.read_text("utf-8").strip()
        except OSError as error:
            raise GraphError(f"{one_line(self.password_file)}: can't be read: {error.strerror}") from None

    def start(self, *, port: int | None = None, heap: str | None = None, tell: Callable[[str], None]) -> Running:
        """The server, once it answers; one that runs already is left as it is.

        Without a port it is the one of the last start, the usual 7687, or a free one; 0 is a free one.
        Raises GraphError without Java or Maven, for a port that is taken, and for a server that does not answer.
        """
        running = self.running()
        if running:
            return self._answering(running)
        if not re.fullmatch(r"[1-9]\d*[mg]", memory := (heap or HEAP).lower()):
            raise GraphError(f"--heap: expected a size as 1g or 512m, found {one_line(memory)!r}")
        command, lib = java(), jars(tell)
        chosen = self._usual_port() if port is None else port or _any_port()
        if not _free(chosen):
            raise GraphError(f"port {chosen}: something else listens there; choose another with --port")
        try:
            for folder in ("conf", "logs"):
                (self.home / folder).mkdir(parents=True, exist_ok=True)
            (self.home / "conf/neo4j.conf").write_text(written(chosen, self._settings), encoding="utf-8")
            if not self.password_file.exists():
                self._write_password()
            log = (self.home / "logs/console.log").open("wb")
        except OSError as error:
            raise GraphError(f"{one_line(self.home)}: no server can be kept here: {error.strerror}") from None
        tell(f"Starting Neo4j {VERSION} ...")
        places = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with log:
            process = subprocess.Popen(  # noqa: S603  # our own command
                [*command, f"-Xms{memory}", f"-Xmx{memory}", "-cp", f"{lib}/*", _MAIN, *places],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in this terminal is not meant for the server
                env={**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")},
            )
        running = Running(process.pid, psutil.Process(process.pid).create_time(), chosen)
        self._state.write_text(json.dumps(asdict(running)), encoding="utf-8")
        return self._answering(running)

    def stop(self, *, at_once: bool = False) -> bool:
        """End the server and wait until it has; False where none ran.

        at_once: as a power cut would. Raises GraphError for a server that does not end.
        """
        running = self.running()
        process = running.process() if running else None
        if running and process:
            with suppress(psutil.NoSuchProcess):
                process.kill() if at_once else process.terminate()
            until = time.monotonic() + PATIENCE
            while running.process():
                if time.monotonic() > until:
                    raise GraphError(f"the server (process {running.pid}) did not end within {PATIENCE:g} s")
                time.sleep(0.05)
        return process is not None

    def size(self) -> int:
        """Bytes of its data."""
        return sum(path.stat().st_size for path in (self.home / "data").rglob("*") if path.is_file())

    def _usual_port(self) -> int:
        with suppress(OSError, ValueError, TypeError):
            last = Running(**json.loads(self._state.read_text("utf-8"))).port
            if _free(last):
                return last
        return USUAL_PORT if _free(USUAL_PORT) else _any_port()

    def _write_password(self) -> None:
        """A new password, readable by its owner only from the first moment."""
        with os.fdopen(os.open(self.password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(24))

    def _answering(self, running: Running) -> Running:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if not running.process():
                raise GraphError(f"the server ended: {self._last_words()}; see {one_line(self.home / 'logs')}")
            if not _free(running.port) and self._lets_in(running):
                return running
            time.sleep(0.1)
        raise GraphError(f"the server did not answer within {PATIENCE:g} s; see {one_line(self.home / 'logs')}")

    def _lets_in(self, running: Running) -> bool:
        """Whether it answers; on the first start the password it was made with is changed for ours."""
        try:
            with _driver(running.address, self.password()) as driver:
                driver.verify_connectivity()
        except exceptions.AuthError:
            change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
            words = {"old": _FIRST_PASSWORD, "new": self.password()}
            refused = suppress(exceptions.Neo4jError, exceptions.DriverError)
            with refused, _driver(running.address, _FIRST_PASSWORD) as driver:
                driver.execute_query(change, words, database_="system")
            return False
        except (exceptions.Neo4jError, exceptions.DriverError, OSError):
            return False
        return True

    def _last_words(self) -> str:
        """The line of its log that says why it ended."""
        for log in ("logs/console.log", "logs/neo4j.log"):
            with suppress(OSError):
                lines = (self.home / log).read_text("utf-8", "replace").splitlines()
                told = [line for line in lines if "ERROR" in line or "Caused by" in line] or lines
                if told:
                    return one_line(told[-1], 300)
        return "it said nothing"


def _driver(address: str, password: str) -> Any:
    return neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]  # its options
        address, auth=(USER, password), connection_timeout=5, max_transaction_retry_time=0
    )


def _free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _any_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
