"""Values written as Cypher literals, and lists of maps of them read back without any engine."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any, NoReturn, cast

from graph.cypher.tokens import Kind, Token, tokens
from graph.errors import one_line

DEEPEST = 4
"""Brackets in brackets: a list of rows, a row, its properties, a list of values."""

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_MEANT = {written[1]: character for character, written in _ESCAPES.items()} | {'"': '"'}
_ODD = re.compile(r"[\\'\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
# The tokens refuse \\u: who reads \u before anything else would see a letter there. So the two are kept apart.
_SPLIT = re.compile(r"(?<=\\)(?=[uU\u202a-\u202e\u2066-\u2069])")


def literal(value: Any) -> str:
    """A value as Cypher. Raises ValueError for a character that no Cypher text can hold."""
    if isinstance(value, str):
        return " + ".join(f"'{_ODD.sub(_escaped, part)}'" for part in _SPLIT.split(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return f"date('{value.isoformat()}')"
    if isinstance(value, dict):
        held = cast("dict[str, object]", value)
        return "{" + ", ".join(f"{name}: {literal(each)}" for name, each in held.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, cast("list[object]", value))) + "]"
    return repr(value).replace("+", "")  # an exponent has no plus sign here


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    if character not in _ESCAPES and unicodedata.category(character) == "Cc":
        raise ValueError(f"holds the character U+{ord(character):04X}, which no Cypher text can hold")
    return _ESCAPES.get(character) or f"\\u{ord(character):04x}"


def maps(text: str, limit: int) -> list[tuple[int, dict[str, Any]]]:
    """The maps of a list of maps, each with its line; days are ISO text.

    Raises GraphError for what is no Cypher, ValueError for Cypher that is something else.
    """
    return _Reader(tokens(text, limit)).maps()


class _Reader:
    """Pieces of a text, read from the first to the last."""

    def __init__(self, pieces: list[Token]) -> None:
        self.pieces = pieces
        self.place = 0

    def maps(self) -> list[tuple[int, dict[str, Any]]]:
        found: list[tuple[int, dict[str, Any]]] = []
        self._take("[")
        while True:
            line = self._next().line
            found.append((line, self._map(2)))
            if not self._found(","):
                break
        self._take("]")
        if self.place < len(self.pieces):
            self._refuse("nothing behind the list")
        return found

    def _value(self, depth: int) -> Any:
        piece = self._next()
        if depth > DEEPEST and piece.is_symbol("{", "["):
            self._refuse("a value")
        if piece.is_symbol("{"):
            return self._map(depth)
        if self._found("["):
            items: list[Any] = []
            while not self._found("]"):
                if items:
                    self._take(",")
                items.append(self._value(depth + 1))
            return items
        if piece.kind is Kind.STRING:
            return self._text()
        if piece.kind is Kind.WORD and piece.text in ("true", "false"):
            self.place += 1
            return piece.text == "true"
        if piece.kind is Kind.WORD and piece.text == "date":
            self.place += 1
            self._take("(")
            day = self._text()
            self._take(")")
            return day
        return self._number()

    def _map(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        self._take("{")
        while not self._found("}"):
            if found:
                self._take(",")
            name = self._next()
            if name.kind is not Kind.WORD or name.text in found:
                self._refuse("a name that stands once")
            self.place += 1
            self._take(":")
            found[name.text] = self._value(depth + 1)
        return found

    def _text(self) -> str:
        parts: list[str] = []
        while True:
            piece = self._next()
            if piece.kind is not Kind.STRING:
                self._refuse("a text in quotes")
            self.place += 1
            parts.append(_ESCAPE.sub(_meant, piece.text[1:-1]))
            if not self._found("+"):
                return "".join(parts)

    def _number(self) -> int | float:
        sign = -1 if self._found("-") else 1
        piece = self._next()
        if piece.kind is not Kind.NUMBER:
            self._refuse("a value")
        self.place += 1
        try:
            return sign * int(piece.text) if piece.text.isdigit() else sign * float(piece.text)
        except ValueError:
            self.place -= 1
            self._refuse("a number")

    def _next(self) -> Token:
        if self.place >= len(self.pieces):
            raise ValueError("expected more, found the end of the statement")
        return self.pieces[self.place]

    def _found(self, symbol: str) -> bool:
        is_there = self._next().is_symbol(symbol)
        self.place += is_there
        return is_there

    def _take(self, symbol: str) -> None:
        if not self._found(symbol):
            self._refuse(symbol)

    def _refuse(self, expected: str) -> NoReturn:
        raise ValueError(f"expected {expected}, found {one_line(self._next().text)!r}")


def _meant(escape: re.Match[str]) -> str:
    what = escape.group(1)
    return chr(int(what[1:], 16)) if len(what) == 5 else _MEANT[what]
