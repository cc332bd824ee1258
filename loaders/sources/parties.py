"""Who the parties printed in the partnership files are: the decisions a person has approved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from graph.errors import nearest, one_line
from graph.facts import Fact
from graph.kinds import Node, Ref
from graph.model import Agency, Agreement, BasedIn, Bloc, Country, Firm, NamedIn, Programme
from graph.vocabulary import Confidence
from loaders.loader import Citation, loader
from loaders.names import Meaning
from loaders.row import CellError, Row

KINDS: dict[str, type[Node]] = {
    "country": Country,
    "bloc": Bloc,
    "agency": Agency,
    "firm": Firm,
    "agreement": Agreement,
    "programme": Programme,
}
_STATED = ("named", "agencies.csv", "links file")
THAI_LETTER = re.compile("[ก-ฮ]")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*|github:[^\s:/]+/[^\s:/]+:\S+")


def _basis(row: Row) -> Citation | None:
    stated = row.optional("basis") in _STATED
    seen = row.optional("name_th") and not _wrong_thai_name(row)
    notes = (row.optional("note"), f"Thai name seen at {row.optional('name_th_seen_at')}" if seen else "")
    return Citation(
        confidence=Confidence.INFERRED if stated else Confidence.GENERAL, note="; ".join(filter(None, notes))
    )


def _wrong_thai_name(row: Row) -> tuple[str, str] | None:
    """The column and the message of what keeps a row's Thai name from being taken; None where nothing does."""
    name, address = row.optional("name_th"), row.optional("name_th_seen_at")
    if name and not THAI_LETTER.search(name):
        return "name_th", f"expected a name in Thai letters, found {one_line(name)!r}; left out"
    if name and not address:
        return "name_th_seen_at", f"expected the address where {one_line(name)} was seen, found an empty cell; left out"
    if address and not _ADDRESS.fullmatch(address):
        expected = "expected an address as https://… or github:owner/repository:path"
        return "name_th_seen_at", f"{expected}, found {one_line(address)!r}; Thai name left out"
    if address and not name:
        return "name_th", "expected the Thai name seen at the address beside it, found an empty cell"
    return None


def _thai_name(row: Row, ref: Ref[Any]) -> str:
    """The Thai name a row gives a body, empty where there is none to take; what is wrong or disagrees is told."""
    wrong = _wrong_thai_name(row)
    if wrong:
        row.tell(*wrong)
        return ""
    name, known = row.optional("name_th"), row.names.thai_of(ref)
    if name and known and name != known:
        what = f"sources disagree on {ref.kind}:{one_line(ref.id)}"
        row.tell("name_th", f"{what}: {one_line(name)} here, {one_line(known)} told before; that one is shown")
    return name


def listed_id(symbol: str, ticker: str) -> str:
    """The id under which a listed firm stands in the files of listed firms, empty for one that is not listed."""
    if symbol:
        return f"set-{symbol.casefold()}"
    return ticker.casefold().replace(".", "-")


@loader(
    "partnerships/parties.csv",
    columns=("name", "kind", "id", "country", "basis"),
    optional=("note", "set_symbol", "ticker", "name_th", "name_th_seen_at"),
    key=("name",),
    cite=_basis,
    after=("agencies", "aliases", "countries", "other_countries"),
)
def parties(row: Row) -> Iterator[Fact | Meaning]:
    """One printed name a row: which body it means, where that is based, and its Thai name where one was seen."""
    name, word = row.text("name"), row.text("kind")
    kind = KINDS.get(word)
    if kind is None:
        known = ", ".join(KINDS)
        raise CellError("kind", f"expected one of {known}; found {one_line(word)!r}{nearest(word, KINDS)}")
    if kind is Country:
        if row.optional("name_th"):
            row.tell("name_th", "countries have their Thai names in countries/*.csv; not used here")
        yield Meaning(name, tuple(Country.at(code) for code in row.parts("id")))
        return
    id = listed_id(row.optional("set_symbol"), row.optional("ticker")) or row.text("id")
    node = kind(id=id, name=name, name_th=_thai_name(row, kind.at(id)))
    yield node
    yield NamedIn(source=node.ref, target=row.evidence, named_as=name, source_id=row.text("id"))
    yield Meaning(name, (Ref(node.kind, node.id),))
    if row.optional("country") and kind in (Agency, Firm):
        yield BasedIn(source=Ref(node.kind, node.id), target=row.country("country"))
