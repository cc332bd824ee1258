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
# A commit is no single moment on a server: for a second or two readers see some of it. This mark stands around it.
_SWITCHING = f"MERGE (l:{MARK} {{id: 'switch'}}) SET l.name = 'switch', l.since = datetime(), l.by = $by"
SWITCH_LIMIT = 120
"""Seconds after which the mark around a commit was left by a load that died; the server undid or did its work since."""
_READ = (
    f"OPTIONAL MATCH (l:{MARK} {{id: 'load'}}) OPTIONAL MATCH (s:{MARK} {{id: 'switch'}}) "
    f"WHERE s.since > datetime() - duration({{seconds: {SWITCH_LIMIT}}}) "
    f"OPTIONAL MATCH (b:{Build.kind} {{id: 'build'}}) "
    "RETURN l.by AS by, toString(l.started) AS started, s.by AS switching, b.content_hash AS content"
)
_TAKE = (
    f"MERGE (l:{MARK} {{id: 'load'}}) SET l.name = 'load' "
    "WITH l, properties(l) AS held, duration.inSeconds(coalesce(l.beat, datetime()), datetime()).seconds AS silent "
    "RETURN held.by AS by, held.host AS host, held.process AS process, held.began AS began, held.token AS token, silent"
)


class Mark(NamedTuple):
    """What a reader sees: who loads since when, if anybody; who is just ending a load; which graph is there."""

    by: str | None = None
    started: str | None = None
    switching: str | None = None
    content: str | None = None

    def settled(self, since: Mark) -> bool:
        """Whether all that was read between the two marks is of one graph, or of a load that will take its time."""
        return bool(self.by) or not (self.switching or since.by or self.content != since.content)

    def remarks(self) -> tuple[str, ...]:
        """What to say with an answer that was given under this mark."""
        if not self.by and not self.switching:
            return ()
        since = f"under way since {(self.started or '')[:16].replace('T', ' ')} UTC" if self.by else "just ending"
        load = f"a load by {one_line(self.by or self.switching)} is {since}: this answer may be of two graphs"
        return (f"{load}; ask again when it has ended; one broken off must run again",)


def read_mark(transaction: Any) -> Mark:
    """What stands there now."""
    return Mark(*transaction.run(_READ).single(strict=True).values())


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

    def switch(self, transaction: Any) -> None:
        """Set the mark around the commit that puts a graph in place, in a transaction of its own."""
        transaction.run(_SWITCHING, by=self.by).consume()

    def switched(self, transaction: Any) -> None:
        """Take that mark away."""
        transaction.run(f"MATCH (l:{MARK} {{id: 'switch'}}) DELETE l").consume()

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
