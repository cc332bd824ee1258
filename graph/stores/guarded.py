"""A store in a process of its own: a query that kills the engine, or never ends, ends that process alone.

Engines stop most queries in time by themselves. A few take all memory in one step (text that doubles again and again),
or compute where no limit is looked at (a pattern for text that tries every way); and a server's answer may not come at
all. Then nothing but the end of the process helps. Whoever asks one query after another wants to go on after it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Self

from graph.errors import GraphError
from graph.store import TIME_LIMIT, Answer, Planner

ROOM = 2 * 2**30
"""Bytes that the process may take beyond what it takes with the store open."""
GRACE = 0.5
"""Seconds behind the time limit after which the process is ended."""
PATIENCE = 120.0
"""Seconds that opening the store may take."""


class GuardedStore:
    """A `Reader` and `Planner` over a store. Use it as a context manager."""

    def __init__(self, opener: Callable[[], Planner]) -> None:
        """Open the store; `opener` is handed to the process, so it can be pickled. Raises GraphError as it does."""
        self._opener = opener
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        self._process.join()

    def ask(
        self,
        text: str,
        params: Mapping[str, Any] | None = None,
        *,
        seconds: float = TIME_LIMIT,
        rows: int | None = None,
    ) -> Answer:
        """See Reader.ask."""
        return self._do("ask", text, dict(params or {}), seconds, {"rows": rows})

    def plan(self, text: str, params: Mapping[str, Any] | None = None, *, seconds: float = TIME_LIMIT) -> Answer:
        """See Planner.plan."""
        return self._do("plan", text, dict(params or {}), seconds, {})

    def _do(self, verb: str, text: str, params: dict[str, Any], seconds: float, more: dict[str, Any]) -> Answer:
        if not (self._is_up and self._process.is_alive()):
            self._start()
        waiting = False
        try:
            self._ours.send((verb, text, params, {"seconds": seconds, **more}))
            waiting = True
            answered = self._ours.poll(seconds + GRACE)
            waiting = False
            if not answered:
                self._end()
                raise GraphError(
                    f"the query took longer than {seconds:g} s and was stopped; narrow it or give it longer"
                )
            told = self._ours.recv()
        except (EOFError, ConnectionError):
            self._end()
            raise GraphError(
                "the query can't be answered: the engine failed on it, or it took too much memory; "
                "write it in simpler parts"
            ) from None
        except KeyboardInterrupt:
            if waiting:
                self._interrupt()
            else:
                self._end()  # half a message may be under way
            raise
        if isinstance(told, GraphError):
            raise told
        found, columns, warnings, cut, whole = told
        answer = Answer(found, columns, warnings)
        answer.cut, answer.of_one_graph = cut, whole
        return answer

    def _start(self) -> None:
        # A fresh interpreter: threads of the engine would not survive a fork.
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._opener), daemon=True)
        self._process.start()
        self._is_up = True
        theirs.close()
        try:
            opened = self._ours.recv() if self._ours.poll(PATIENCE) else GraphError("the graph takes too long to open")
        except EOFError:
            opened = GraphError("the graph can't be opened: the engine failed on it")
        except KeyboardInterrupt:
            self._end()
            raise
        if isinstance(opened, GraphError):
            self._end()
            raise opened

    def _interrupt(self) -> None:
        """Stop what runs; a process that does not heed it is ended, and the next query starts a new one."""
        if os.name == "posix" and self._process.pid:
            with contextlib.suppress(OSError, EOFError):
                os.kill(self._process.pid, signal.SIGINT)
                if self._ours.poll(GRACE):
                    self._ours.recv()
                    return
        self._end()

    def _end(self) -> None:
        """End the process. Who asked is not kept waiting until the system has taken its memory back."""
        self._is_up = False
        self._process.kill()
        self._ours.close()


def _serve(asked: Connection, opener: Callable[[], Planner]) -> None:
    """Answer until the other end is closed."""
    if os.name == "posix":
        os.setsid()  # Ctrl-C on the terminal is for whoever asks; it is handed on
    # What the engine prints when it fails is told in our own words.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    try:
        store = opener()
        _limit_memory()
        asked.send(None)
    except GraphError as error:
        asked.send(error)
        return
    while True:
        try:
            verb, text, params, how = asked.recv()
        except EOFError:
            return
        except KeyboardInterrupt:
            continue  # came too late: what it was to stop had been answered
        try:
            answer: Answer = getattr(store, verb)(text, params, **how)
            told: Any = (list(answer), answer.columns, answer.warnings, answer.cut, answer.of_one_graph)
        except GraphError as error:
            told = error
        except KeyboardInterrupt:
            told = GraphError("stopped")
        except MemoryError:
            return
        asked.send(told)


def _limit_memory() -> None:
    if os.name != "posix":
        return
    import resource

    import psutil

    most = psutil.Process().memory_info().vms + ROOM
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
