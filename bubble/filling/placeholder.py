"""What stands in a document for something of the graph: {{bubble: headline sector=food lang=th}}."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from bubble.catalogue import find
from bubble.options import LANGUAGES
from graph.errors import GraphError, nearest, one_line
from visuals.sheet import SIZES
from visuals.view import View, named

Kind = Literal["figure", "table", "sentence", "sources"]
KINDS: tuple[str, ...] = get_args(Kind)
ALIASES = {"headline": "links-serving-sector"}
"""Short names of views, for who writes a report."""
LONGEST = 1000
"""Characters of a placeholder; more is none."""
OPENS = re.compile(r"\{\{\s*bubble\s*:", re.IGNORECASE)
_WHOLE = re.compile(r"\{\{\s*bubble\s*:((?:(?!\{\{|\}\}).){0,1000}?)\}\}", re.IGNORECASE | re.DOTALL)
_QUOTES = str.maketrans("“”„‟«»", '""""""')  # what a word processor makes of a quotation mark
_WORD = re.compile(r'\s*((?:[^\s"=]+=)?(?:"[^"]*"|[^\s"]+))')
_WIDTH = re.compile(r"(\d+(?:\.\d+)?)(cm|mm|in|pt|%)")
_UNITS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0}
_OWN = ("lang", "for", "width", "caption", "rows")
_TAKES: Mapping[str, tuple[str, ...]] = {
    "figure": ("lang", "for", "width", "caption"),
    "table": ("lang", "caption", "rows"),
    "sentence": ("lang",),
    "sources": ("lang",),
}
_NARROWEST, _WIDEST = 20.0, 4000.0
_ROWS = 25


@dataclass(frozen=True)
class Width:
    """How wide a figure is to stand: in points, or as a share of the room that there is."""

    points: float = 0.0
    share: float = 0.0

    def of(self, room: float) -> float:
        """The width in points where there is that much room."""
        return self.points or self.share * room


@dataclass(frozen=True)
class Placeholder:
    """A figure of a view, a table or sentence of a question, or the list of sources; `text` is what it was read from.

    size, width and caption are empty where the place decides; rows is how many a table has at most.
    """

    kind: Kind
    name: str
    params: Mapping[str, str]
    language: str
    size: str
    width: Width | None
    caption: str
    rows: int
    text: str

    def __str__(self) -> str:
        return f"{{{{bubble: {self.text}}}}}"


@dataclass(frozen=True)
class Memory:
    """What a filled place remembers: its placeholder, how much it showed (370 links), and a hash of all it showed."""

    placeholder: str
    count: str = ""
    print: str = ""

    def line(self) -> str:
        """The memory as one line, as it stands in a file."""
        return f"{{{{bubble: {self.placeholder}}}}} {self.count} · {self.print}"


def memory_in(line: str) -> Memory | None:
    """The memory that such a line holds; None for any other text."""
    found = _WHOLE.search(line)
    if found is None:
        return None
    count, _, print_ = line[found.end() :].partition("·")
    return Memory(_plain(found[1]), count.strip(), print_.strip())


def print_of(*parts: bytes | str) -> str:
    """A short hash of all that a filled place shows: the same for the same."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()[:16]


@dataclass(frozen=True)
class Span:
    """Where a placeholder stands in a text, and what stands between its braces."""

    start: int
    end: int
    inside: str


def spans_in(text: str) -> Iterator[Span]:
    """The placeholders of a text. Raises GraphError for one that has no end."""
    at = 0
    while opened := OPENS.search(text, at):
        found = _WHOLE.match(text, opened.start())
        if found is None:
            rest = one_line(text[opened.start() :], 60)
            raise GraphError(f"expected }}}} at the end of a placeholder, within {LONGEST:,} characters, found {rest}")
        yield Span(found.start(), found.end(), _plain(found[1]))
        at = found.end()


def read(inside: str) -> Placeholder:
    """The placeholder that these words between its braces mean. Raises GraphError for what it can't mean.

    A view's or question's parameters must be known to it; whether their values are is seen when it is made.
    """
    text = _plain(inside)
    words = _words(text)
    first = words.pop(0) if words else ""
    if not first or "=" in first:
        raise GraphError(
            f"expected the name of a view, or table, sentence or sources, found {first or 'nothing'}; "
            "bubble draw lists the views"
        )
    kind: Kind = "figure"
    name = first
    if first in ("table", "sentence"):
        kind = "table" if first == "table" else "sentence"
        if not words or "=" in words[0]:
            raise GraphError(f"{first}: expected the name of a question behind it, found none; bubble ask lists them")
        name = words.pop(0)
    elif first == "sources":
        kind, name = "sources", ""
    given = _pairs(words, first)
    own = {key: given.pop(key) for key in _TAKES[kind] if key in given}
    for key in given:
        if key in _OWN:
            raise GraphError(f"{first}: {key}= does not go with it; it takes {', '.join(_TAKES[kind])}")
    _check_params(kind, name, given)
    language = own.get("lang", "en")
    _one_of("lang", language, LANGUAGES)
    if "for" in own:
        _one_of("for", own["for"], tuple(SIZES))
    width = _width(own["width"]) if "width" in own else None
    rows = _rows(own["rows"]) if "rows" in own else _ROWS
    return Placeholder(
        kind,
        ALIASES.get(name, name) if kind == "figure" else name,
        given,
        language,
        own.get("for", ""),
        width,
        own.get("caption", ""),
        rows,
        text,
    )


def read_figure(name: str, params: Mapping[str, str], *, language: str, size: str, caption: str = "") -> Placeholder:
    """The placeholder of a figure whose parts are known. Raises GraphError for an unknown view, parameter or size."""
    _check_params("figure", name, params)
    _one_of("lang", language, LANGUAGES)
    _one_of("for", size, tuple(SIZES))
    told = [name, *(f'{key}="{value}"' for key, value in params.items()), f"lang={language}"]
    return Placeholder(
        "figure", ALIASES.get(name, name), dict(params), language, size, None, caption, _ROWS, " ".join(told)
    )


def view_of(name: str) -> View:
    """The view of that name or alias. Raises GraphError, with the nearest name, for another."""
    try:
        return named(ALIASES.get(name, name))
    except GraphError:
        from visuals.view import views

        known = [*ALIASES, *KINDS[1:], *views()]
        raise GraphError(
            f"expected the name of a view, or table, sentence or sources, found {one_line(name)}"
            f"{nearest(name, known)}; bubble draw lists the views"
        ) from None


def _check_params(kind: Kind, name: str, given: Mapping[str, str]) -> None:
    if kind == "figure":
        from bubble.drawing import params_of

        known = [param.name for param in params_of(view_of(name))]
    elif kind == "sources":
        known = []
    else:
        known = [param.name for param in find(name).params]
    for key in given:
        if key not in known:
            every = [*known, *_TAKES[kind]]
            raise GraphError(
                f"{name or kind}: expected a parameter of {', '.join(every)}, found {one_line(key)}"
                f"{nearest(key, every)}"
            )


def _plain(text: str) -> str:
    """Straight quotation marks, and one space between words."""
    return " ".join(text.translate(_QUOTES).split())


def _words(text: str) -> list[str]:
    words: list[str] = []
    at = 0
    while at < len(text):
        found = _WORD.match(text, at)
        if found is None or (found.end() < len(text) and not text[found.end()].isspace()):
            raise GraphError(
                f'expected words as name=value or name="two words", each apart, found {one_line(text[at:].strip(), 60)}'
            )
        words.append(found[1])
        at = found.end()
    return words


def _pairs(words: list[str], first: str) -> dict[str, str]:
    given: dict[str, str] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals or not key or not value:
            raise GraphError(f"{first}: expected name=value, found {one_line(word)}")
        if key in given:
            raise GraphError(f"{first}: {one_line(key)} is given twice")
        given[key] = value[1:-1] if value.startswith('"') else value
    return given


def _one_of(key: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise GraphError(
            f"{key}: expected one of {', '.join(known)}, found {one_line(value) or 'nothing'}{nearest(value, known)}"
        )


def _width(value: str) -> Width:
    found = _WIDTH.fullmatch(value)
    if found is None:
        raise GraphError(f"width: expected a measure as 12cm, 120mm, 5in, 340pt or 80%, found {one_line(value)}")
    number, unit = float(found[1]), found[2]
    if unit == "%":
        if not 0 < number <= 100:
            raise GraphError(f"width: expected more than 0% and at most 100%, found {one_line(value)}")
        return Width(share=number / 100)
    points = number * _UNITS[unit]
    if not _NARROWEST <= points <= _WIDEST:
        raise GraphError(f"width: expected 0.7 cm to 140 cm, found {one_line(value)}")
    return Width(points=points)


def _rows(value: str) -> int:
    if not value.isascii() or not value.isdecimal() or not 0 < int(value) <= 1000:
        raise GraphError(f"rows: expected a whole number from 1 to 1000, found {one_line(value)}")
    return int(value)
