"""Writing a file so that a reader sees the old one or the whole new one, never half of it."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from graph.errors import GraphError, one_line


def write_whole(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write text (as UTF-8) or bytes beside the file and swap it in; what can't be written is told in one line."""
    target = Path(path)
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
        mode = 0o666 & ~_umask()
        Path(beside).chmod(mode)
        Path(beside).replace(target)
    except OSError as error:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise GraphError(
            f"{one_line(target)}: expected a file that can be written, found {error.strerror}; "
            "choose another place with --to"
        ) from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
