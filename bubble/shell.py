"""A shell of IPython by its shape: IPython is not imported to know one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Shell(Protocol):
    """What the magics need of a shell."""

    user_ns: dict[str, object]
    magics_manager: Any
    Completer: Any

    def register_magic_function(self, func: Callable[..., object], magic_kind: str, magic_name: str) -> None:
        """Add a magic."""
        ...
