"""The one error a user ever sees from this product, and how it is worded."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class GraphError(Exception):
    """Something the user can put right, told in one line: where, what, expected, found, and the way out.

    The command line catches only this class (one line on stderr, exit code 1). Any other exception is a
    mistake of ours and shows its trace.
    """

    def _render_traceback_(self) -> list[str]:
        """What IPython and Jupyter show of it: the line alone, as the command line does."""
        return [f"{type(self).__name__}: {self}"]


def one_line(text: object, limit: int = 120) -> str:
    """A value as it may stand in a message: on one line, control and direction characters shown as escapes, cut."""
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in str(text))
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint ' (did you mean "X"?)' naming the nearest known word, or nothing where none is near."""
    words = {k.casefold(): k for k in known}
    found = get_close_matches(word.casefold(), list(words), n=1, cutoff=0.6)
    return f' (did you mean "{words[found[0]]}"?)' if found else ""
