"""Who the parties printed in the partnership files are: the decisions a person has approved."""

from __future__ import annotations

from collections.abc import Iterator

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


def _basis(row: Row) -> Citation | None:
    stated = row.optional("basis") in _STATED
    return Citation(confidence=Confidence.INFERRED if stated else Confidence.GENERAL, note=row.optional("note"))


def listed_id(symbol: str, ticker: str) -> str:
    """The id under which a listed firm stands in the files of listed firms, empty for one that is not listed."""
    if symbol:
        return f"set-{symbol.casefold()}"
    return ticker.casefold().replace(".", "-")


@loader(
    "partnerships/parties.csv",
    columns=("name", "kind", "id", "country", "basis"),
    optional=("note", "set_symbol", "ticker"),
    key=("name",),
    cite=_basis,
    after=("agencies", "aliases", "countries", "other_countries"),
)
def parties(row: Row) -> Iterator[Fact | Meaning]:
    """One printed name a row: which body it means and where that is based."""
    name, word = row.text("name"), row.text("kind")
    kind = KINDS.get(word)
    if kind is None:
        known = ", ".join(KINDS)
        raise CellError("kind", f"expected one of {known}; found {one_line(word)!r}{nearest(word, KINDS)}")
    if kind is Country:
        yield Meaning(name, tuple(Country.at(code) for code in row.parts("id")))
        return
    id = listed_id(row.optional("set_symbol"), row.optional("ticker")) or row.text("id")
    node = kind(id=id, name=name)
    yield node
    yield NamedIn(source=node.ref, target=row.evidence, named_as=name, source_id=row.text("id"))
    yield Meaning(name, (Ref(node.kind, node.id),))
    if row.optional("country") and kind in (Agency, Firm):
        yield BasedIn(source=Ref(node.kind, node.id), target=row.country("country"))
