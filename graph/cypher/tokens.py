"""Cypher text cut into pieces, the same pieces that both engines see.

Where the engines would read a text differently (one ends a comment at a bare carriage return, one turns
an escaped quote into a quote before it looks for quotes), the text is refused: what is checked must be what runs.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import NamedTuple

from graph.errors import GraphError, one_line

LONGEST_QUERY = 50_000
"""Characters a query may have; the embedded engine panics over a mistake behind column 65,535."""

_SPACE = "\t\n\r \u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_LETTER = f"[^\\W\\d]|[^\\x00-\\x7f{_SPACE}]"
_PIECES = re.compile(
    rf"""
      (?P<space>[{_SPACE}]+)
    | (?P<comment>//[^\n]*|/\*.*?\*/)
    | (?P<open>/\*)
    | (?P<string>'(?:[^'\\]|\\.)*+'|"(?:[^"\\]|\\.)*+")
    | (?P<name>`(?:[^`]|``)*+`)
    | (?P<unended>['"`])
    | (?P<parameter>\$(?:`(?:[^`]|``)*+`|(?:\w|{_LETTER})+))
    | (?P<number>0[xX][0-9a-fA-F]+|0[oO][0-7]+|(?:[0-9][0-9_]*(?:\.[0-9][0-9_]*)?|(?<!\.)\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    | (?P<word>(?:{_LETTER})(?:\w|{_LETTER})*)
    | (?P<symbol>\.\.|<=|>=|<>|!=|=~|\+=|\|\||::|[][(){{}}.,:;|+\-*/%^=<>&!$])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_PLAIN_ESCAPES = frozenset("tbnrf'\"\\")
# Control characters but tab and line feed, halves of a character, and what turns the direction of writing.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WHAT = {"'": "a string", '"': "a string", "`": "a name in backticks", "/": "a comment"}


class Kind(Enum):
    """What a piece of Cypher is."""

    WORD = auto()
    NAME = auto()
    STRING = auto()
    NUMBER = auto()
    PARAMETER = auto()
    SYMBOL = auto()
    COMMENT = auto()


_KINDS = {kind.name.lower(): kind for kind in Kind}
"""What the pattern's groups find."""


class Token(NamedTuple):
    """One piece: its text as written, the line and column (from 1) and offset (from 0) where it starts."""

    kind: Kind
    text: str
    line: int
    column: int
    start: int

    @property
    def end(self) -> int:
        """The offset just behind the piece."""
        return self.start + len(self.text)

    @property
    def name(self) -> str:
        """What the piece names: without backticks and, for a parameter, without its dollar sign."""
        text = self.text.removeprefix("$")
        return text[1:-1].replace("``", "`") if text.startswith("`") else text

    @property
    def keyword(self) -> str:
        """A bare word in capitals, for comparing with keywords; anything else gives ""."""
        if self.kind is not Kind.WORD:
            return ""
        # An engine may fold U+017F to S; what looks like a keyword after folding counts as one.
        return (self.text if self.text.isascii() else unicodedata.normalize("NFKC", self.text)).upper()

    @property
    def is_name(self) -> bool:
        """Whether this is a bare word or a name in backticks."""
        return self.kind is Kind.WORD or self.kind is Kind.NAME

    def is_symbol(self, *symbols: str) -> bool:
        """Whether this is one of these symbols."""
        return self.kind is Kind.SYMBOL and self.text in symbols


def tokens(text: str, limit: int = LONGEST_QUERY) -> list[Token]:
    """All pieces of the text in order, comments too; between them is only white space.

    limit: the characters it may have; more than an engine takes only where no engine is to read it.

    Raises GraphError with line and column for whatever is not Cypher or could hide what a query does.
    """
    if len(text) > limit:
        raise GraphError(
            f"Cypher: expected at most {limit:,} characters, found {len(text):,}; hand long lists over as a parameter"
        )
    found: list[Token] = []
    place, line, line_start = 0, 1, 0
    _check_characters(text)
    match_at, end = _PIECES.match, len(text)
    while place < end:
        match = match_at(text, place)
        if match is None:
            raise refusal(text, place, f"expected Cypher, found {_shown(text[place])}", _way_out(text[place]))
        piece, group = match.group(), match.lastgroup or ""
        if group != "space":
            if group != "symbol":
                _check(text, match)
            found.append(Token(_KINDS[group], piece, line, place - line_start + 1, place))
        if "\n" in piece:
            line += piece.count("\n")
            line_start = place + piece.rindex("\n") + 1
        place = match.end()
    return found


def refusal(text: str, place: int, what: str, way_out: str) -> GraphError:
    """An error that points at the line and column of an offset in the text."""
    line = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    return GraphError(f"Cypher, line {line}, column {column}: {what}; {way_out}")


def _check_characters(text: str) -> None:
    for found in _UNSEEN.finditer(text):
        place, character = found.start(), found.group()
        if character == "\r":
            if text[place + 1 : place + 2] != "\n":
                raise refusal(text, place, "found a carriage return without a line feed", "end lines with a line feed")
        else:
            what = "direction" if character in _DIRECTION else "control"
            raise refusal(text, place, f"found the {what} character {_shown(character)}", "remove it")


def _check(text: str, match: re.Match[str]) -> None:
    """Refuse a piece that is not whole, or that an engine might read in another way."""
    place, piece, group = match.start(), match.group(), match.lastgroup
    if group in ("unended", "open"):
        raise refusal(text, place, f"found {_WHAT[piece[0]]} without an end", f"close it with {piece[::-1]}")
    if group == "string" and "\\" in piece:
        _check_escapes(text, place, piece)
    if group in ("name", "parameter") and "\\" in piece:
        raise refusal(text, place + piece.index("\\"), "found a backslash in a name", "write the character itself")
    if group == "comment":
        _check_comment(text, place, piece)
    if not piece.isascii() and (group == "word" or (group == "parameter" and "`" not in piece)):
        for offset, character in enumerate(piece.removeprefix("$"), place + len(piece) - len(piece.removeprefix("$"))):
            if not f"a{character}".isidentifier():
                raise refusal(text, offset, f"found {_shown(character)} outside quotes", _way_out(character))
    if group == "number":
        following = text[match.end() : match.end() + 1]
        if following == "_" or following.isalnum():
            raise refusal(text, match.end(), f"expected the end of a number, found {_shown(following)}", "put a space")


def _check_comment(text: str, place: int, piece: str) -> None:
    if piece.startswith("//"):
        for mark in ("\u2028", "\u2029"):
            if mark in piece:
                raise refusal(text, place + piece.index(mark), f"found {_shown(mark)} in a comment", "remove it")
    if "\\u" in piece or "\\U" in piece:
        offset = piece.lower().index("\\u")
        raise refusal(text, place + offset, "found an escape in a comment", "write the character itself")


def _check_escapes(text: str, place: int, piece: str) -> None:
    for escape in _ESCAPE.finditer(piece):
        what, at = escape.group(1), place + escape.start()
        if len(what) == 5:
            character = chr(int(what[1:], 16))
            if character in "'\"`\\" or unicodedata.category(character) in ("Cc", "Cs"):
                raise refusal(text, at, f"found {escape.group()} in a string", "write the character itself")
        elif what not in _PLAIN_ESCAPES:
            raise refusal(text, at, f"found {one_line(escape.group())} in a string", "write \\\\ for a backslash")
        elif what == "\\" and piece[escape.end() : escape.end() + 1] in ("u", "U"):
            raise refusal(text, at, "found \\\\u in a string", "hand the text over as a parameter")


def _shown(character: str) -> str:
    shown = one_line(character)
    return f"'{shown}' (U+{ord(character):04X})" if not character.isascii() else f"'{shown}'"


def _way_out(character: str) -> str:
    if character == "\\":
        return "write escapes inside quotes only"
    if character == "\ufeff":
        return "save the file as UTF-8 without a byte order mark"
    return "put names with such characters in backticks" if character.isprintable() else "remove it"


def enclosing(pieces: list[Token]) -> list[int]:
    """For each piece the index of the bracket it stands in, or -1; a closing bracket stands in its opening one."""
    open_brackets: list[int] = []
    found: list[int] = []
    for index, piece in enumerate(pieces):
        found.append(open_brackets[-1] if open_brackets else -1)
        if piece.is_symbol("(", "[", "{"):
            open_brackets.append(index)
        elif piece.is_symbol(")", "]", "}") and open_brackets:
            open_brackets.pop()
    return found
