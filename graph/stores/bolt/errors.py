"""What goes wrong on the way to a server, or there, in one plain line; a password never stands in it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from neo4j import exceptions

from graph.cypher.schema import OLDEST
from graph.errors import GraphError, one_line
from graph.store import TIME_LIMIT

# Parts of the server's codes and messages, and what they mean to a user; the first that is found is told.
_MEANINGS = (
    (
        ("TransactionTimedOut", "TransactionTerminated"),
        "the query took longer than {seconds:g} s and was stopped; narrow it or give it longer",
    ),
    (
        ("MemoryPoolOutOfMemory", "MemoryLimitExceeded"),
        "{where}: the server has no memory left for this: {said}; narrow it, or give the server more",
    ),
    (
        ("No space left", "not enough space", "DatabaseUnavailable", "TransactionLogError", "TransactionCommitFailed"),
        "{where}: the server can't write, its disk may be full: {said}; make room, start it anew and run this again",
    ),
    (
        ("critical error",),
        "{where}: the server has stopped after an error of its disk or memory: {said}; see its log, start it anew",
    ),
    (("DatabaseNotFound",), "{where}: {said}; name another with $BUBBLE_NEO4J_DATABASE"),
    (("Forbidden", "AccessMode", "ReadOnly"), "{where}: this user may not do that here: {said}"),
)


@contextmanager
def told(address: str, seconds: float = TIME_LIMIT) -> Generator[None]:
    """Turn what the driver raises into a GraphError of one line."""
    where = one_line(address)
    try:
        yield
    except exceptions.AuthError as error:
        if "RateLimit" in (error.code or ""):
            raise GraphError(f"{where}: too many wrong passwords; wait a few seconds and try again") from None
        raise GraphError(
            f"{where}: user or password is wrong; set $BUBBLE_NEO4J_USER and $BUBBLE_NEO4J_PASSWORD"
        ) from None
    except exceptions.UnsupportedServerProduct as error:
        raise too_old(address, said(error)) from None
    except exceptions.Neo4jError as error:
        text = f"{error.code} {error.message} {error.gql_status_description}"
        for signs, meaning in _MEANINGS:
            if any(sign in text for sign in signs):
                message = meaning.format(where=where, said=said(error), seconds=seconds)
                raise GraphError(message) from None
        raise GraphError(f"the query can't be answered: {said(error)}") from None
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired, ValueError, OSError) as error:
        if "protocol" in str(error) and "support" in str(error):
            raise too_old(address, said(error)) from None
        raise GraphError(
            f"{where}: no server answers here: {said(error)}; is it started, and is this its address?"
        ) from None
    except exceptions.DriverError as error:
        raise GraphError(f"{where}: {said(error)}") from None


def too_old(address: str, found: str) -> GraphError:
    """The error for a server before the oldest that will do."""
    oldest = ".".join(map(str, OLDEST))
    return GraphError(
        f"{one_line(address)}: expected Neo4j {oldest} or later, found {one_line(found, 300)}; upgrade the server"
    )


def said(error: BaseException) -> str:
    """What a server or the driver said, on one line."""
    message = getattr(error, "message", None) or str(error)
    return one_line(" ".join(str(message).split()), 300)
