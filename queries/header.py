"""The header of a question's file: lines of comment that say what it asks, takes and returns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import GraphError, nearest, one_line

PARAM_TYPES = ("text", "integer", "number", "date", "sector", "country", "programme")
COLUMN_TYPES = ("text", "integer", "number", "date", "list", "boolean")
TOPICS = {
    "links": ("Links", "ความเชื่อมโยง"),
    "absence": ("Where there is none", "ที่ยังไม่มีความเชื่อมโยง"),
    "partners": ("Who with whom", "ใครร่วมกับใคร"),
    "programmes": ("Programmes", "โครงการ"),
    "evidence": ("Evidence", "หลักฐาน"),
    "trade": ("Trade", "การค้า"),
    "network": ("The network", "เครือข่าย"),
    "planning": ("What next", "ขั้นต่อไป"),
}
"""What questions are grouped by, in the order they are listed in: English and Thai."""

_WORDS = ("title", "title_th", "asks", "topic", "opening", "pivot", "note", "note_th")
_LINE = re.compile(r"(?://|#)\s*(\w+)\s+(.*)")
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


@dataclass
class Header:
    """What the lines say: words with the number of their line, then parameters, columns and headings of the table."""

    lines: dict[str, tuple[int, str]] = field(default_factory=dict[str, tuple[int, str]])
    params: list[Param] = field(default_factory=list[Param])
    columns: list[Column] = field(default_factory=list[Column])
    shown: list[Shown] = field(default_factory=list[Shown])

    @property
    def pivot(self) -> tuple[str, ...]:
        """The columns that give the rows, columns and cells of the table on a terminal; none for an ordinary one."""
        return tuple(part.strip() for part in self.lines["pivot"][1].split(" -- ")) if "pivot" in self.lines else ()


def read_header(path: Path, text: str) -> Header:
    """The header a file begins with. Raises GraphError, with file and line, for a line that is none."""
    header = Header()
    for number, line in enumerate(text.splitlines(), 1):
        found = _LINE.match(line)
        if not found:
            break
        key, rest = found[1], found[2].strip()
        if key in ("param", "column"):
            _typed(header, path, number, key, rest)
        elif key == "show":
            header.shown.append(_shown(path, number, rest))
        elif key in _WORDS:
            header.lines[key] = (number, rest)
        else:
            hint = nearest(key, [*_WORDS, "param", "column", "show"])
            raise GraphError(f"{path.name}:{number}: unknown header {one_line(key)}{hint}")
    _check(path, header)
    return header


def _check(path: Path, header: Header) -> None:
    for key in ("title", "title_th", "asks", "topic"):
        if key not in header.lines:
            raise GraphError(f"{path.name}:1: expected a header line {key}, found none")
    number, topic = header.lines["topic"]
    if topic not in TOPICS:
        raise GraphError(
            f"{path.name}:{number}: topic: expected one of {', '.join(TOPICS)}; found {one_line(topic)}"
            f"{nearest(topic, TOPICS)}"
        )


def check_names(path: Path, header: Header) -> None:
    """Raise GraphError where the lines name a column that the answer has not."""
    names = [c.name for c in header.columns]
    if "pivot" in header.lines and (len(set(header.pivot)) != 3 or not set(header.pivot) <= set(names)):
        raise GraphError(
            f"{path.name}:{header.lines['pivot'][0]}: expected pivot rows -- columns -- cells, three columns of the "
            f"answer; found {one_line(header.lines['pivot'][1])}"
        )
    for shown in header.shown:
        for name in shown.columns:
            if name not in names:
                raise GraphError(f"{path.name}: show {shown.en}: no column {one_line(name)}{nearest(name, names)}")


def _shown(path: Path, number: int, rest: str) -> Shown:
    parts = [part.strip() for part in rest.split(" -- ")]
    if len(parts) != 3:
        raise GraphError(f"{path.name}:{number}: expected show English -- Thai -- columns; found {one_line(rest)}")
    return Shown(parts[0], parts[1], tuple(name.strip() for name in parts[2].split(",")))


def _typed(header: Header, path: Path, number: int, key: str, rest: str) -> None:
    spec, *labels = (part.strip() for part in rest.split(" -- "))
    found = _TYPED.fullmatch(spec)
    allowed = PARAM_TYPES if key == "param" else COLUMN_TYPES
    if not found or found["type"] not in allowed or len(labels) != 2:
        raise GraphError(
            f"{path.name}:{number}: expected {key} name: {'|'.join(allowed)}"
            f"{' = default' if key == 'param' else ''} -- English -- Thai; found {one_line(rest)}"
        )
    if key == "column":
        header.columns.append(Column(found["name"], found["type"], labels[0], labels[1], bool(found["detail"])))
    elif found["default"] is None:
        raise GraphError(f"{path.name}:{number}: the parameter {found['name']} needs a default")
    else:
        header.params.append(Param(found["name"], found["type"], found["default"].strip('"'), labels[0], labels[1]))
