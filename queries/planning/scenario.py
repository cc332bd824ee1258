"""A scenario: a file that says which links are added and which are taken away, and under which assumptions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from graph.errors import GraphError, nearest, one_line
from graph.vocabulary import Form, Status

_HEAD = {"title", "title_th", "assumptions", "assumptions_th", "country", "sector", "as_of", "add", "remove"}
_ADD = {"parties", "sectors", "status", "form", "note"}
_REMOVE = {"link", "party", "note"}
_TABLE = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")
_KEY = re.compile(r"\s*([A-Za-z_]\w*)\s*=")
_SYNTAX = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True)
class Add:
    """A link to be added: its parties and sub-sectors as written, its status and form, and the line it stands on."""

    line: int
    parties: tuple[str, ...]
    sectors: tuple[str, ...]
    status: Status
    form: Form
    note: str = ""


@dataclass(frozen=True)
class Remove:
    """What is taken away: a link by its id, or a party with all that hangs on it; the other is empty."""

    line: int
    link: str
    party: str
    note: str = ""


@dataclass(frozen=True)
class Scenario:
    """What a scenario file says; parties, sectors and the country are not looked up yet."""

    file: str
    title: str
    title_th: str
    assumptions: tuple[str, ...]
    assumptions_th: tuple[str, ...]
    country: str
    sector: str
    as_of: str
    add: tuple[Add, ...]
    remove: tuple[Remove, ...]


def read_scenario(path: Path) -> Scenario:
    """The scenario of a TOML file. Raises GraphError with file and line for whatever can't be taken."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        raise GraphError(
            f"{one_line(path)}: expected a text in UTF-8, found something else; save it as UTF-8"
        ) from None
    except OSError as error:
        raise GraphError(f"{one_line(path)}: the scenario can't be read: {error.strerror}") from None
    try:
        held = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX.fullmatch(str(error))
        line = (found[2] if found else None) or str(text.count("\n") + 1)
        said = found[1] if found else str(error)
        raise GraphError(f"{path.name}:{line}: expected TOML, found a slip in it: {one_line(said)}") from None
    return _Reading(path.name, text).scenario(held)


class _Reading:
    """A file being read: its name, and the line on which each table and key of it stands."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._lines: dict[tuple[str, int, str], int] = {}
        table, count = "", {"": 0}
        for number, line in enumerate(text.splitlines(), 1):
            if begun := _TABLE.match(line):
                table = begun[1]
                count[table] = count.get(table, -1) + 1
                self._lines[table, count[table], ""] = number
            elif key := _KEY.match(line):
                self._lines.setdefault((table, count[table], key[1]), number)

    def scenario(self, held: Mapping[str, Any]) -> Scenario:
        self._only(held, "", 0, _HEAD)
        add, remove = self._tables(held, "add"), self._tables(held, "remove")
        if not add and not remove:
            raise GraphError(f"{self._file}:1: expected [[add]] or [[remove]], found neither: nothing would change")
        assumptions = self._texts(held, "", 0, "assumptions")
        translated = self._texts(held, "", 0, "assumptions_th") if "assumptions_th" in held else assumptions
        return Scenario(
            self._file,
            self._text(held, "", 0, "title"),
            self._text(held, "", 0, "title_th"),
            assumptions,
            translated,
            self._text(held, "", 0, "country", "THA"),
            self._text(held, "", 0, "sector", "agrifood"),
            str(held.get("as_of", "")),
            tuple(self._add(table, number) for number, table in enumerate(add)),
            tuple(self._remove(table, number) for number, table in enumerate(remove)),
        )

    def _add(self, held: Mapping[str, Any], number: int) -> Add:
        self._only(held, "add", number, _ADD)
        parties = self._texts(held, "add", number, "parties")
        if len(parties) < 2:
            raise self._error(("add", number, "parties"), "two or more parties", ", ".join(parties))
        status = self._word(held, "add", number, "status", Status)
        form = self._word(held, "add", number, "form", Form)
        return Add(
            self._line("add", number, ""),
            parties,
            self._texts(held, "add", number, "sectors"),
            Status(status),
            Form(form),
            self._text(held, "add", number, "note", ""),
        )

    def _remove(self, held: Mapping[str, Any], number: int) -> Remove:
        self._only(held, "remove", number, _REMOVE)
        if ("link" in held) == ("party" in held):
            found = "both" if "link" in held else "neither"
            raise self._error(("remove", number, ""), "link or party, one of the two", found)
        link, party = (self._text(held, "remove", number, key, "") for key in ("link", "party"))
        return Remove(self._line("remove", number, ""), link, party, self._text(held, "remove", number, "note", ""))

    def _tables(self, held: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        tables = held.get(name)
        if tables is None:
            return []
        if not all(isinstance(table, dict) for table in _listed(tables) or [tables]):
            raise self._error(("", 0, name), f"tables that begin with [[{name}]]", tables)
        return cast("list[Mapping[str, Any]]", _listed(tables))

    def _only(self, held: Mapping[str, Any], table: str, number: int, known: set[str]) -> None:
        for key in held:
            if key not in known:
                hint = nearest(key, known)
                raise self._error((table, number, key), f"one of {', '.join(sorted(known))}", key, hint)

    def _text(self, held: Mapping[str, Any], table: str, number: int, key: str, default: str | None = None) -> str:
        value = held.get(key, default)
        if value is None:
            raise self._error((table, number, key), "a text", None)
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise self._error((table, number, key), "a text", value)
        return value

    def _texts(self, held: Mapping[str, Any], table: str, number: int, key: str) -> tuple[str, ...]:
        value: Any = held.get(key)
        texts = _listed(value)
        if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
            raise self._error((table, number, key), 'a list of texts as ["a", "b"]', value)
        return tuple(map(str, texts))

    def _word(
        self, held: Mapping[str, Any], table: str, number: int, key: str, words: type[Status] | type[Form]
    ) -> str:
        known = [word.value for word in words]
        value = held.get(key)
        if value not in known:
            hint = nearest(value, known) if isinstance(value, str) else ""
            raise self._error((table, number, key), f"one of {', '.join(known)}", value, hint)
        return str(value)

    def _line(self, table: str, number: int, key: str) -> int:
        return self._lines.get((table, number, key)) or self._lines.get((table, number, ""), 1)

    def _error(self, at: tuple[str, int, str], expected: str, found: Any, hint: str = "") -> GraphError:
        table, number, key = at
        where = ": ".join(filter(None, (f"[[{table}]]" if table else "", key)))
        told = "nothing" if found is None else one_line(found if isinstance(found, str) else repr(found))
        line = self._line(table, number, key)
        return GraphError(f"{self._file}:{line}: {where}: expected {expected}; found {told}{hint}")


def at_line(scenario: Scenario, line: int, error: GraphError) -> GraphError:
    """An error of a look-up, with the place in the file it belongs to."""
    return GraphError(f"{scenario.file}:{line}: {error}")


def _listed(value: object) -> list[object]:
    """The values of a list; none where it is something else."""
    return list(cast("Sequence[object]", value)) if isinstance(value, Sequence) and not isinstance(value, str) else []
