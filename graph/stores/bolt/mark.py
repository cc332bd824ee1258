"""The mark a server bears while a load in batches is under way: who loads, so that a second one and readers know."""

from __future__ import annotations

import os
import secrets
import socket
from dataclasses import dataclass, field
from datetime import UTC, datetime
from getpass import getuser
from typing import Any, NamedTuple

import psutil

from graph.cypher.schema import MARK
from graph.errors import GraphError, one_line
from graph.model import Build

SILENCE = 180.0
"""Seconds without a sign of life after which a load from another machine is taken for dead."""
_READ = (
    f"OPTIONAL MATCH (l:{MARK} {{id: 'load'}}) OPTIONAL MATCH (b:{Build.kind} {{id: 'build'}}) "
    "RETURN l.by AS by, toString(l.started) AS started, b.content_hash AS content"
)
_TAKE = (
    f"MERGE (l:{MARK} {{id: 'load'}}) SET l.name = 'load' "
    "WITH l, properties(l) AS held, duration.inSeconds(coalesce(l.beat, datetime()), datetime()).seconds AS silent "
    "RETURN held.by AS by, held.host AS host, held.process AS process, held.began AS began, held.token AS token, silent"
)


class Mark(NamedTuple):
    """What a reader sees: who loads since when, if anybody, and which graph is there."""

    by: str | None
    started: str | None
    content: str | None


def read_mark(transaction: Any) -> Mark:
    """What stands there now."""
    return Mark(*transaction.run(_READ).single(strict=True).values())


def remark(before: Mark, after: Mark) -> tuple[str, ...]:
    """What to say with an answer that was given between the two."""
    if after.by:
        since = (after.started or "")[:16].replace("T", " ")
        by = f"a load by {one_line(after.by)} has been under way since {since} UTC"
        return (f"{by}: this answer may be of two graphs; ask again when it has ended; one broken off must run again",)
    if before.by or before.content != after.content:
        return ("the graph was replaced since the answer before: ask again where several answers must agree",)
    return ()


@dataclass(frozen=True)
class Loader:
    """A process that loads; its token tells it from every other."""

    by: str = field(default_factory=lambda: f"{_user()}@{socket.gethostname()}")
    host: str = field(default_factory=socket.gethostname)
    process: int = field(default_factory=os.getpid)
    began: float = field(default_factory=lambda: psutil.Process().create_time())
    token: str = field(default_factory=lambda: secrets.token_hex(16))

    def hold(self, transaction: Any) -> None:
        """Let no other load begin before this transaction ends. Raises GraphError while a load in batches is alive."""
        held = transaction.run(_TAKE).single(strict=True).data()
        if held["by"] and held["token"] != self.token and self._alive(held):
            raise GraphError(
                f"a load by {one_line(held['by'])} (process {held['process']} on {one_line(held['host'])}, last "
                f"sign of life {held['silent']} s ago) is under way; wait until it has ended and run this again"
            )

    def release(self, transaction: Any) -> None:
        """Take the mark away."""
        transaction.run(f"MATCH (l:{MARK} {{id: 'load'}}) DELETE l").consume()

    def announce(self, transaction: Any) -> None:
        """Set the mark: from when this transaction ends until `release`, every answer tells of the load."""
        self.hold(transaction)
        held = {"by": self.by, "host": self.host, "process": self.process, "began": self.began, "token": self.token}
        started = datetime.now(UTC)
        text = f"MATCH (l:{MARK} {{id: 'load'}}) SET l += $held, l.started = $started, l.beat = datetime()"
        transaction.run(text, held=held, started=started).consume()

    def beat(self, transaction: Any) -> None:
        """Give a sign of life. Raises GraphError where another load has taken over."""
        text = f"MATCH (l:{MARK} {{id: 'load', token: $token}}) SET l.beat = datetime() RETURN count(l) AS held"
        if not transaction.run(text, token=self.token).single(strict=True)["held"]:
            raise GraphError("another load has taken over from this one; run this again when it has ended")

    def _alive(self, held: dict[str, Any]) -> bool:
        if held["host"] != self.host:
            return bool(held["silent"] < SILENCE)
        try:
            process = psutil.Process(held["process"])
            return abs(process.create_time() - held["began"]) < 1 and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False
        except psutil.Error:
            return True


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError):
        return "somebody"
