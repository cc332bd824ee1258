"""What every file of partnerships shares: parties found, sectors read from words, edges laid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.dates import PartialDate
from graph.errors import nearest, one_line
from graph.facts import Fact
from graph.kinds import Node, Ref
from graph.model import (
    Agency,
    Agreement,
    BasedIn,
    Bloc,
    Country,
    Firm,
    Joins,
    Partnership,
    Programme,
    Sector,
    Serves,
    Under,
)
from graph.vocabulary import Confidence, Form, Reach, Role, Status
from loaders.names import slug
from loaders.row import CellError, Row

PARTY_KINDS = (Country, Bloc, Agency, Firm)
BY_WORD: Mapping[str, tuple[type[Node], ...]] = {
    "country": (Country, Bloc),
    "country or countries": (Country, Bloc),
    "bloc": (Bloc, Country),
    "firm": (Firm,),
    "agreement": (Agreement,),
    "programme": (Programme,),
}
_EVERY = "every sector"
_PLACE_FORMS = (Form.INVESTMENT, Form.JOINT_VENTURE, Form.EQUITY, Form.TRADE_DEAL, Form.MATCHING)


def party(row: Row, column: str, word: str, country: str = "") -> tuple[list[Ref[Any]], list[Fact]]:
    """The bodies a cell names, and the facts needed where a body was not known before.

    word: the source's word for what it is ("ministry", "firm"); country: ISO code where the row gives it.
    """
    name = row.text(column)
    kinds = BY_WORD.get(word, (Agency,))
    known = row.names.party(name, *kinds)
    if known:
        return list(known), []
    if kinds[0] is Country:
        hint = nearest(name, row.names.country_words())
        row.tell(column, f"no country is called {one_line(name)!r}{hint}; kept as a group of states")
        node: Node = Bloc(id=slug(name), name=name)
        return [node.ref], [node]
    node = kinds[0](id=slug(name), name=name)
    seat = row.names.country(country) if country else row.names.country_within(name)
    if kinds[0] not in (Agency, Firm):
        return [node.ref], [node]
    if seat is None:
        row.tell(column, f"no country known for {one_line(name)!r}; add it to partnerships/parties.csv")
        return [node.ref], [node]
    confidence = Confidence.STATED if country else Confidence.INFERRED
    return [node.ref], [node, BasedIn(source=node.ref, target=seat, confidence=confidence)]


def sectors(row: Row, column: str, words: Sequence[str]) -> tuple[list[Ref[Sector]], Reach | None]:
    """The sectors that words name and how far they reach; an unknown word is told and kept, never dropped."""
    found: list[Ref[Sector]] = []
    readings: set[Reach] = set()
    for word in words:
        meaning = row.names.approved(word, "sector")
        named = meaning.refs if meaning else tuple(row.names.candidates(word, Sector))
        if named:
            found += [ref for ref in named if ref not in found]
            readings.add(Reach.NAMED)
        elif meaning is None:
            hint = nearest(word, row.names.approved_names("sector"))
            row.tell(column, f"unknown sector word {one_line(word)!r}{hint}; add it to taxonomy/sector_words.csv")
            readings.add(Reach.UNKNOWN)
        else:
            readings.add(Reach.EVERY if meaning.reading.startswith(_EVERY) else Reach.OUTSIDE)
    return found, next((r for r in (Reach.NAMED, Reach.EVERY, Reach.UNKNOWN, Reach.OUTSIDE) if r in readings), None)


def programmes_named(row: Row, text: str) -> list[Ref[Programme]]:
    """The programmes whose name stands in a text."""
    return row.names.within(text, Programme)


def partnership(
    row: Row,
    id: str,
    sides: Sequence[tuple[str, Sequence[Ref[Any]]]],
    *,
    name: str,
    form: Form,
    status: Status,
    words: Sequence[str] = (),
    sector_column: str = "sectors",
    start: PartialDate | None = None,
    until: PartialDate | None = None,
    under: Sequence[Ref[Any]] = (),
    **more: Any,
) -> Iterator[Fact]:
    """One partnership with its parties, sectors and programme.

    sides: for each side the name as printed and the bodies it means. A country is only the place where the other side
    is a firm, or where the form is an investment or an event of somebody who is not a state.
    """
    if start and until and until.last < start.first:
        raise CellError("end_date", f"expected a date not before the start {start}, found {until}")
    served, reach = sectors(row, sector_column, words)
    node = Partnership(
        id=id,
        name=name,
        form=form,
        status=status,
        start=start,
        until=until,
        sector_words=tuple(words),
        reach=reach,
        **more,
    )
    yield node
    order = 0
    for number, (printed, refs) in enumerate(sides):
        others = [r for other, (_, rs) in enumerate(sides) if other != number for r in rs]
        for ref in refs:
            order += 1
            if ref.kind in (Agreement.kind, Programme.kind):
                yield Under(source=node.ref, target=ref)
            else:
                role = Role.PLACE if _is_place(ref, others, form) else Role.PARTY
                yield Joins(source=ref, target=node.ref, role=role, named_as=printed, side=order)
    for sector in served:
        yield Serves(source=node.ref, target=sector, status=status)
    for ref in under:
        yield Under(source=node.ref, target=ref, confidence=Confidence.INFERRED)


def _is_place(ref: Ref[Any], others: Sequence[Ref[Any]], form: Form) -> bool:
    if ref.kind != Country.kind or any(o.kind in (Country.kind, Bloc.kind) for o in others):
        return False
    return form in _PLACE_FORMS or any(o.kind == Firm.kind for o in others)
