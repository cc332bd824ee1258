"""A compiled backend of NetworkX, where one is installed, for networks that are large enough to want it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import networkx as nx

PREFERRED = ("rustworkx", "cugraph", "graphblas", "parallel")
"""Backends by the name they register under, the first that is installed is used."""
LARGE = 2_000
"""Parties from which on a backend pays: below, handing the network over costs more than the measure."""


def installed() -> str | None:
    """The backend that a large network is measured with, none where NetworkX is alone."""
    known = set(nx.config.backends)
    return next((name for name in PREFERRED if name in known), None)


def user_choice() -> list[str]:
    """The backends that the user set by themselves, for all of NetworkX."""
    priority: Any = nx.config.backend_priority
    return list(priority.algos)


@contextmanager
def compiled(size: int) -> Generator[str | None]:
    """Within it NetworkX hands what it is asked to a backend, where the network is large and one is installed.

    What a backend can't do NetworkX does itself. A choice that the user made (NETWORKX_BACKEND_PRIORITY) stands.
    """
    chosen = user_choice()
    name = installed()
    if chosen or name is None or size < LARGE:
        yield chosen[0] if chosen else None
        return
    # A network is not changed once it is laid, so that a copy the backend keeps of it stays true.
    with nx.config(backend_priority=[name], warnings_to_ignore={*nx.config.warnings_to_ignore, "cache"}):
        yield name
