"""What was typed at the desk before: kept in the user's data folder, for the user alone, and never a password."""

from __future__ import annotations

import os
import re
from pathlib import Path

from prompt_toolkit.history import FileHistory, History, InMemoryHistory

_SECRET = re.compile(r"://[^\s/]*@|passw(?:or)?d|secret|token|รหัสผ่าน", re.IGNORECASE)


class PrivateHistory(FileHistory):
    """A history in a file that others can't read. Each line is written when it is typed, before it is run."""

    def store_string(self, string: str) -> None:
        """Keep what was typed, unless it may hold a password; a disk that is full ends no session."""
        if _SECRET.search(string):
            return
        try:
            super().store_string(string)
        except OSError:
            return


def history(path: Path) -> History:
    """The history in that file; one that is not kept where the file can't be made."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError:
        return InMemoryHistory()
    return PrivateHistory(str(path))
