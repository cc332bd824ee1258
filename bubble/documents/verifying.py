"""Whether a file is what the graph at hand gives: made again from the record inside, and compared byte by byte."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

from bubble import __version__
from bubble.documents.blocks import Document
from bubble.documents.differing import differing
from bubble.documents.formats import ENDINGS, FIGURE_ENDINGS, content, ending_of, record_in, text_of
from bubble.documents.record import Record
from graph.errors import GraphError, one_line
from graph.store import Reader

REBUILT = {
    "card": "bubble.cards.card:rebuilt",
    "report": "bubble.reports:rebuilt",
    "figure": "bubble.filling.figures:rebuilt",
}
"""Where the function stands that makes each sort of file again: rebuilt(store, record) -> Document."""
LARGEST = 200_000_000
"""Bytes of a file that is read."""
LONGEST = 400
"""Letters of a name or a value in a record."""
MOST = 100
"""Parameters, or options, of a record."""
_LANGUAGES = ("en", "th")
_SHORT = 12


@dataclass(frozen=True)
class Verdict:
    """What was found: one line, and the lines in which the file and what is made here differ."""

    same: bool
    told: str
    lines: tuple[str, ...] = ()


def verified(store: Reader, path: Path) -> Verdict:
    """The file compared with what the graph gives. Raises GraphError for a file that Bubble did not make."""
    ending, name = ending_of(path, (*ENDINGS, *FIGURE_ENDINGS)), one_line(path.name)
    data = _read(path)
    record = _checked(record_in(data, ending), name)
    made = _rebuilder(record, name)(store, record)
    again = content(made, ending)
    what = f"the {record.what} {one_line(record.name)} ({record.language})"
    if again == data:
        return Verdict(True, f"verified: {name} is {what} of {_state(made.record)}, byte for byte")
    why = _why(record, made.record)
    return Verdict(
        False, f"{name}: not verified: {why}", tuple(differing(text_of(data, ending), text_of(again, ending)))
    )


def _why(then: Record, now: Record) -> str:
    """What differs, the likeliest cause first."""
    causes: list[str] = []
    if then.content_hash != now.content_hash:
        causes.append(f"it was made of another state of the graph: then {_state(then)}, here {_state(now)}")
    if then.version != now.version:
        causes.append(f"it was made with Bubble {one_line(then.version, 20)}, this is Bubble {__version__}")
    if then.options.get("question", "") != now.options.get("question", ""):
        causes.append("the question is worded otherwise here")
    if causes:
        return "; ".join(causes)
    return f"same graph ({_state(now)}), same Bubble: the file was changed after it was made"


def _state(record: Record) -> str:
    date = one_line(record.data_date, 20) or "no date"
    return f"data of {date}, content {one_line(record.content_hash, _SHORT + 1).rstrip('…')[:_SHORT] or 'not recorded'}"


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise GraphError(f"{one_line(path.name)}: expected at most {LARGEST:,} bytes; Bubble makes no such file")
        return path.read_bytes()
    except OSError as error:
        raise GraphError(f"{one_line(path)}: can't be read: {error.strerror}") from None


def _rebuilder(record: Record, name: str) -> Callable[[Reader, Record], Document]:
    """What makes a file of that sort again: only what stands in REBUILT, whatever a record says."""
    if record.what not in REBUILT:
        raise GraphError(f"{name}: expected the record of a {', '.join(REBUILT)}, found {one_line(record.what, 40)!r}")
    module, _, function = REBUILT[record.what].partition(":")
    return cast("Callable[[Reader, Record], Document]", getattr(import_module(module), function))


def _checked(record: Record, name: str) -> Record:
    """The record, once it holds nothing but plain words of a size that a name or a parameter has."""
    if record.language not in _LANGUAGES:
        raise GraphError(f"{name}: expected a record in en or th, found {one_line(record.language, 40)!r}")
    texts = [record.what, record.name, record.content_hash, record.data_date, record.version]
    maps: tuple[Mapping[str, str], ...] = (record.params, record.options)
    for held in maps:
        if len(held) > MOST:
            raise GraphError(f"{name}: expected a record of at most {MOST} parameters, found {len(held):,}")
        texts += [*held, *held.values()]
    for text in texts:
        if len(text) > LONGEST:
            raise GraphError(f"{name}: expected words in the record, found {len(text):,} letters in one of them")
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise GraphError(f"{name}: expected text in the record, found half a character: {one_line(text, 40)}")
    return record
