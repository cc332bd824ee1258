"""What may stand between {{bubble: and }} in a template: figures, tables, sentences, numbers, conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bubble.catalogue import find, questions
from bubble.filling.placeholder import Placeholder, pairs_in, words_in
from bubble.filling.placeholder import read as read_figure
from bubble.reports.values import VALUES
from graph.errors import GraphError, nearest, one_line
from queries import Question

OF_QUESTION: Mapping[str, tuple[str, ...]] = {
    "table": ("columns", "where", "order", "rows", "slide-rows", "caption", "cites"),
    "sentence": (),
    "count": ("where",),
    "sum": ("column", "where"),
    "names": ("column", "where", "order", "rows"),
    "list": ("column", "where", "order", "rows"),
    "if": ("where",),
    "if-not": ("where",),
}
"""What stands before the name of a question, and the options it takes beside the question's own parameters."""
PLAIN = ("value", "else", "end", "sources")
BRANCHES = ("if", "if-not", "else", "end")
BLOCKS = ("figure", "table", "list", "sources")
FORMS = ("pages", "slides")
"""What `if` may ask besides a question: whether the report is read on pages or shown as slides."""
MOST_ROWS = 1000
_CONDITION = re.compile(r"\s*(\w+)\s*(!=|>=|<=|=|>|<)\s*(.*?)\s*")


@dataclass(frozen=True)
class Condition:
    """What a row must hold: one of the values in a column, or none of them, or a number beside another."""

    column: str
    sign: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A placeholder of a report: its kind, the question, value or view it names, parameters, and options."""

    kind: str
    name: str
    text: str
    params: Mapping[str, str] = field(default_factory=dict[str, str])
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    where: tuple[Condition, ...] = ()
    figure: Placeholder | None = None


def read(inside: str) -> Part:
    """The placeholder that these words mean. Raises GraphError for what it can't mean: expected, found, the nearest."""
    words = words_in(inside)
    first = words[0] if words else ""
    if first in OF_QUESTION:
        return _of_question(first, words[1:], inside)
    if first in ("else", "end"):
        if words[1:]:
            raise GraphError(f"{first}: expected nothing behind it, found {one_line(words[1])}")
        return Part(first, "", inside)
    if first == "value":
        if len(words) != 2 or words[1] not in VALUES:
            told = " ".join(words[1:])
            raise GraphError(
                f"value: expected one of {', '.join(VALUES)}, found {one_line(told) or 'nothing'}"
                f"{nearest(told, VALUES)}"
            )
        return Part("value", words[1], inside)
    try:
        figure = read_figure(inside)
    except GraphError:
        _check_first(first)
        raise
    return Part("sources" if figure.kind == "sources" else "figure", figure.name, inside, figure.params, figure=figure)


def _check_first(first: str) -> None:
    """Raise GraphError, telling every kind, where the first word begins no placeholder."""
    from visuals.view import views

    known = [*OF_QUESTION, *PLAIN, *views()]
    if first not in known and first != "headline":
        raise GraphError(
            f"expected the name of a view, or {', '.join((*OF_QUESTION, *PLAIN))}, found {one_line(first) or 'nothing'}"
            f"{nearest(first, known)}; bubble draw lists the views"
        )


def _of_question(kind: str, words: list[str], inside: str) -> Part:
    if not words or "=" in words[0]:
        raise GraphError(f"{kind}: expected the name of a question behind it, found none; bubble ask lists them")
    name = words[0]
    if kind in ("if", "if-not") and name in FORMS and len(words) == 1:
        return Part(kind, name, inside)
    if name not in questions():
        raise GraphError(
            f"{kind}: no question is called {one_line(name)}{nearest(name, questions())}; bubble ask lists them"
        )
    asked = find(name)
    given = pairs_in(words[1:], kind)
    options = {key: given.pop(key) for key in OF_QUESTION[kind] if key in given}
    known = [param.name for param in asked.params]
    for key in given:
        every = [*known, *OF_QUESTION[kind]]
        if key not in known:
            raise GraphError(
                f"{kind} {name}: expected one of {', '.join(every)}, found {one_line(key)}{nearest(key, every)}"
            )
    _check_options(kind, asked, options)
    return Part(kind, name, inside, given, options, conditions(asked, options.get("where", "")))


def _check_options(kind: str, asked: Question, options: Mapping[str, str]) -> None:
    if kind in ("sum", "names", "list") and "column" not in options:
        raise GraphError(f"{kind} {asked.name}: expected column=NAME of the answer, found none")
    for shown in columns(options.get("columns", "")):
        check_columns(asked, shown.names)
    if "column" in options:
        check_columns(asked, [options["column"]])
    if "order" in options:
        check_columns(asked, [name.removeprefix("-") for name in listed(options["order"])])
    for key in ("rows", "slide-rows"):
        value = options.get(key, "1")
        if not value.isascii() or not value.isdecimal() or not 0 < int(value) <= MOST_ROWS:
            raise GraphError(f"{key}: expected a whole number from 1 to {MOST_ROWS:,}, found {one_line(value)}")
    if options.get("cites", "yes") not in ("yes", "no"):
        raise GraphError(f"cites: expected yes or no, found {one_line(options['cites'])}")


@dataclass(frozen=True)
class Chosen:
    """A column of a table: its heading where the template has one, and the columns of the answer it shows."""

    label: str
    names: tuple[str, ...]


def columns(text: str) -> tuple[Chosen, ...]:
    """The columns that columns="Member: member; Since, until: since + until" means."""
    found: list[Chosen] = []
    for each in _parted(text, ";"):
        label, colon, names = each.rpartition(":")
        held = tuple(name.strip() for name in (names if colon else each).split("+"))
        found.append(Chosen(label.strip(), held))
    return tuple(found)


def listed(text: str) -> list[str]:
    """Names parted by commas."""
    return _parted(text, ",")


def _parted(text: str, sign: str) -> list[str]:
    return [each for each in (part.strip() for part in text.split(sign)) if each]


def check_columns(asked: Question, names: Iterable[str]) -> None:
    """Raise GraphError for a name that is no column of the answer."""
    known = [column.name for column in asked.columns]
    for name in names:
        if name not in known:
            raise GraphError(
                f"{asked.name}: expected a column of its answer, found {one_line(name) or 'nothing'}"
                f"{nearest(name, known)}; it has {', '.join(known)}"
            )


def conditions(asked: Question, text: str) -> tuple[Condition, ...]:
    """The conditions that where="status=active|signed; links>0" means; each must hold."""
    found: list[Condition] = []
    for each in _parted(text, ";"):
        match = _CONDITION.fullmatch(each)
        if match is None:
            raise GraphError(f'where: expected conditions as where="status=active; links>0", found {one_line(each)}')
        column, sign, value = match.groups()
        check_columns(asked, [column])
        if sign not in ("=", "!="):
            _number(value)
        found.append(Condition(column, sign, tuple(_parted(value, "|")) or ("",)))
    return tuple(found)


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        raise GraphError(f"where: expected a number, found {one_line(value) or 'nothing'}") from None
