"""A question: a Cypher file whose header says in English and Thai what it asks, takes and returns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from graph.cypher.names import columns, parameters
from graph.errors import GraphError, nearest, one_line

FOLDER = Path(__file__).parent / "catalogue"
PARAM_TYPES = ("text", "integer", "number", "date", "sector", "country", "programme")
COLUMN_TYPES = ("text", "integer", "number", "date", "list", "boolean")
_HEADER = re.compile(r"//\s*(\w+)\s+(.*)")
_TYPED = re.compile(
    r"(?P<name>\w+)\s*:\s*(?P<type>\w+)\s*(?:=\s*(?P<default>\"[^\"]*\"|\S+))?\s*(?P<detail>\(detail\))?"
)


@dataclass(frozen=True)
class Param:
    """A parameter of a question; every one has a default, so that a question always answers."""

    name: str
    type: str
    default: str
    en: str
    th: str


@dataclass(frozen=True)
class Column:
    """A column of an answer; a detail is left out of the table on a terminal, never of CSV or JSON."""

    name: str
    type: str
    en: str
    th: str
    detail: bool = False

    def label(self, language: str) -> str:
        """Its heading for a reader."""
        return self.th if language == "th" and self.th else self.en


@dataclass(frozen=True)
class Shown:
    """A column of the table on a terminal: one heading over one or more columns of the answer."""

    en: str
    th: str
    columns: tuple[str, ...]

    def label(self, language: str) -> str:
        """Its heading for a reader."""
        return self.th if language == "th" else self.en


@dataclass(frozen=True)
class Question:
    """A question of the catalogue."""

    name: str
    title: str
    title_th: str
    asks: str
    text: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    opening: str = ""
    shown: tuple[Shown, ...] = ()

    def heading(self, language: str) -> str:
        """Its title for a reader."""
        return self.title_th if language == "th" else self.title


@dataclass
class _Header:
    lines: dict[str, tuple[int, str]] = field(default_factory=dict[str, tuple[int, str]])
    params: list[Param] = field(default_factory=list[Param])
    columns: list[Column] = field(default_factory=list[Column])
    shown: list[Shown] = field(default_factory=list[Shown])


def read_question(path: Path) -> Question:
    """The question a file holds. Raises GraphError, with file and line, where header and body disagree."""
    text = path.read_text("utf-8")
    header = _read_header(path, text)
    for key in ("title", "title_th", "asks"):
        if key not in header.lines:
            raise GraphError(f"{path.name}:1: expected a header line // {key}, found none")
    _compare(path, "parameter", {p.name for p in header.params}, parameters(text))
    told, returned = [c.name for c in header.columns], columns(text)
    if told != returned:
        raise GraphError(
            f"{path.name}: the header's columns are {', '.join(told)}; the body returns {', '.join(returned)}"
        )
    for shown in header.shown:
        for name in shown.columns:
            if name not in told:
                raise GraphError(f"{path.name}: // show {shown.en}: no column {one_line(name)}{nearest(name, told)}")
    return Question(
        path.stem,
        header.lines["title"][1],
        header.lines["title_th"][1],
        header.lines["asks"][1],
        text,
        tuple(header.params),
        tuple(header.columns),
        header.lines.get("opening", (0, ""))[1],
        tuple(header.shown),
    )


def _compare(path: Path, what: str, told: set[str], used: set[str]) -> None:
    for name in sorted(told - used):
        raise GraphError(f"{path.name}: the {what} {name} is declared in the header and not used")
    for name in sorted(used - told):
        raise GraphError(f"{path.name}: the {what} {name} is used and not declared in the header{nearest(name, told)}")


def _read_header(path: Path, text: str) -> _Header:
    header = _Header()
    for number, line in enumerate(text.splitlines(), 1):
        found = _HEADER.match(line)
        if not found:
            break
        key, rest = found[1], found[2].strip()
        if key in ("param", "column"):
            _typed(header, path, number, key, rest)
        elif key == "show":
            header.shown.append(_shown(path, number, rest))
        elif key in ("title", "title_th", "asks", "opening"):
            header.lines[key] = (number, rest)
        else:
            hint = nearest(key, ["title", "title_th", "asks", "opening", "param", "column", "show"])
            raise GraphError(f"{path.name}:{number}: unknown header {one_line(key)}{hint}")
    return header


def _shown(path: Path, number: int, rest: str) -> Shown:
    parts = [part.strip() for part in rest.split(" -- ")]
    if len(parts) != 3:
        raise GraphError(f"{path.name}:{number}: expected // show English -- Thai -- columns; found {one_line(rest)}")
    return Shown(parts[0], parts[1], tuple(name.strip() for name in parts[2].split(",")))


def _typed(header: _Header, path: Path, number: int, key: str, rest: str) -> None:
    spec, *labels = (part.strip() for part in rest.split(" -- "))
    found = _TYPED.fullmatch(spec)
    allowed = PARAM_TYPES if key == "param" else COLUMN_TYPES
    if not found or found["type"] not in allowed or len(labels) != 2:
        raise GraphError(
            f"{path.name}:{number}: expected // {key} name: {'|'.join(allowed)}"
            f"{' = default' if key == 'param' else ''} -- English -- Thai; found {one_line(rest)}"
        )
    if key == "column":
        header.columns.append(Column(found["name"], found["type"], labels[0], labels[1], bool(found["detail"])))
    elif found["default"] is None:
        raise GraphError(f"{path.name}:{number}: the parameter {found['name']} needs a default")
    else:
        header.params.append(Param(found["name"], found["type"], found["default"].strip('"'), labels[0], labels[1]))


@cache
def catalogue(folder: Path = FOLDER) -> Mapping[str, Question]:
    """Every question by name, found by scanning the folder."""
    return {path.stem: read_question(path) for path in sorted(folder.glob("*.cypher"))}


def question(name: str) -> Question:
    """The question of that name. Raises GraphError with the nearest name where there is none."""
    known = catalogue()
    if name not in known:
        raise GraphError(f"no question is called {one_line(name)}{nearest(name, known)}; list them with: bubble ask")
    return known[name]
