"""What is typed, pasted or piped, cut into commands and queries."""

from __future__ import annotations

import re
from collections.abc import Iterator

# In this order: what is quoted or remarked on holds no end of a statement.
_PIECES = re.compile(
    r"""
      (?P<quoted>'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+"|`[^`]*+`|/\*.*?\*/|//[^\n]*)
    | (?P<open>['"`]|/\*)
    | (?P<end>;)
    | (?P<blank>\n[ \t]*(?:\n\s*|\Z))
    """,
    re.VERBOSE | re.DOTALL,
)
_REMARKS = re.compile(r"(?:\s|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
_RETURNS = re.compile(r"\b(?:RETURN|CALL)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:ORDER|SKIP|LIMIT|UNION|RETURN|WHERE|WITH|AND|OR|UNWIND|OPTIONAL)\b", re.IGNORECASE)


def is_complete(text: str) -> bool:
    """Whether the return key ends what was typed: a command, a `;` at the end, or an empty line."""
    if not text.strip() or text.lstrip().startswith(":"):
        return True
    last = ""
    for piece in _PIECES.finditer(text):
        if piece["open"]:
            return False
        if not piece["quoted"]:
            last = text[piece.start() :]
    return (last.startswith(";") and not last[1:].strip()) or (bool(last) and not last.strip())


def statements(text: str) -> Iterator[str]:
    """Commands and queries in order.

    A command begins with a colon and is one line. A query ends with `;`, with the text, or with an empty line, unless
    it can't be over there: it returns nothing yet, or what follows can only go on with it.
    """
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    place = 0
    while True:
        if skipped := _REMARKS.match(text, place):
            place = skipped.end()
        if place >= len(text):
            return
        if text[place] == ":":
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
        else:
            end = _end_of_query(text, place)
        if found := text[place:end].strip():
            yield found
        place = end + 1


def _end_of_query(text: str, start: int) -> int:
    """Where the query that begins here ends."""
    for piece in _PIECES.finditer(text, start):
        if piece["open"]:
            break
        if piece["end"]:
            return piece.start()
        if piece["blank"] is not None:
            behind = _REMARKS.match(text, piece.end())
            follows = behind.end() if behind else piece.end()
            over = _RETURNS.search(text, start, piece.start()) and not _GOES_ON.match(text, follows)
            if over or text[follows : follows + 1] == ":":
                return piece.start()
    return len(text)
