"""The desk without a terminal: everything is read, run in order, and ended by the first mistake."""

from __future__ import annotations

from typing import Any, TextIO

from bubble.desk.desk import Desk
from bubble.desk.statements import statements
from graph.errors import GraphError

LONGEST = 10_000_000
"""Characters that are read."""


def run_piped(desk: Desk, stream: TextIO) -> None:
    """Run what the stream holds. Raises GraphError at the first statement that fails, and where there is none."""
    text = _read(stream)
    ran = False
    for statement in statements(text):
        ran = True
        if not desk.run(statement):
            return
    if not ran:
        raise GraphError(
            'standard input: expected a query or a command, found none; as in echo "RETURN 1 AS n;" | bubble cypher'
        )


def _read(stream: TextIO) -> str:
    try:
        raw: Any = getattr(stream, "buffer", None)
        if raw is not None:
            text: str = raw.read(LONGEST + 1).decode("utf-8")
        else:
            text = stream.read(LONGEST + 1)
    except UnicodeDecodeError as error:
        raise GraphError(f"standard input: expected UTF-8, found other bytes at byte {error.start:,}") from None
    except OSError as error:
        raise GraphError(f"standard input: can't be read: {error.strerror or error}") from None
    if len(text) > LONGEST:
        raise GraphError(f"standard input: expected at most {LONGEST:,} characters, found more")
    return text
