"""What is told of py2neo, once."""

from __future__ import annotations

import warnings
from functools import cache


class Py2neoNotice(UserWarning):
    """Told once a process, where py2neo is first used."""


@cache
def notice() -> None:
    """Tell it, the first time."""
    warnings.warn(
        "py2neo has been at its end of life since 2023: it speaks Bolt 4.3 at most, goes by integer ids, which later "
        "servers drop, and its graph objects are tens of times slower to read than plain rows. It works here as long "
        'as your server takes it; the way on is the official driver: bubble.open("neo4j://…")',
        Py2neoNotice,
        stacklevel=3,
    )
