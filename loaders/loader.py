"""What a loader is: a function from one row of a file to facts, found by scanning `loaders/sources/`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter

from graph.dates import PartialDate
from graph.facts import Fact
from graph.vocabulary import Confidence
from loaders.names import Meaning
from loaders.row import Row

RowReader = Callable[[Row], Iterator[Fact | Meaning]]


@dataclass(frozen=True)
class Citation:
    """The page or document a row rests on, where it names one; without an address the row itself is the source."""

    address: str = ""
    title: str = ""
    publisher: str = ""
    published: PartialDate | None = None
    language: str = ""
    gloss: str = ""
    speaker: str = ""
    locator: str = ""
    confidence: Confidence = Confidence.STATED
    note: str = ""


@dataclass(frozen=True)
class Loader:
    """A loader: the files it takes, the columns it needs, what tells rows apart, and which loaders go before."""

    name: str
    read: RowReader
    files: str
    columns: tuple[str, ...]
    optional: tuple[str, ...]
    key: tuple[str, ...]
    after: tuple[str, ...]
    cite: Callable[[Row], Citation | None]
    bulk: bool
    doc: str


_found: dict[str, Loader] = {}


def _uncited(row: Row) -> Citation | None:
    return None


def loader(
    files: str,
    *,
    columns: Sequence[str],
    optional: Sequence[str] = (),
    key: Sequence[str] = (),
    after: Sequence[str] = (),
    cite: Callable[[Row], Citation | None] = _uncited,
    bulk: bool = False,
) -> Callable[[RowReader], RowReader]:
    """Declare a loader.

    files: path below the data folder, with `*` where the name varies; columns: those that must be there; optional:
    those that may be, with `*` where their names vary; key: columns whose values tell a row from every other; after:
    loaders whose nodes and names are needed first; cite: the page a row rests on; bulk: the whole file is one piece
    of evidence, since each fact's own keys (country, year, product) say which row it stands in.
    """

    def declare(read: RowReader) -> RowReader:
        name = read.__name__
        if name in _found and _found[name].read.__module__ != read.__module__:
            raise ValueError(f"two loaders are named {name}")
        doc = (read.__doc__ or "").strip().splitlines()[0]
        _found[name] = Loader(
            name, read, files, tuple(columns), tuple(optional), tuple(key), tuple(after), cite, bulk, doc
        )
        return read

    return declare


@cache
def loaders() -> tuple[Loader, ...]:
    """Every loader, each after those it needs, otherwise by name."""
    package = importlib.import_module("loaders.sources")
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"loaders.sources.{module.name}")
    order = TopologicalSorter({name: sorted(_found[name].after) for name in sorted(_found)})
    return tuple(_found[name] for name in order.static_order())
