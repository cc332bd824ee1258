"""Agencies of the RCEP members that promote industry, trade, food and small firms."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Agency, BasedIn, NamedIn, PartOf
from graph.vocabulary import Confidence
from loaders.loader import Citation, loader
from loaders.row import Row

COLUMNS = ("id", "name_en", "iso2", "kind")
OPTIONAL = ("acronym", "name_native", "role", "parent", "website", "evidence_url", "evidence_level")
PREFIX = "org:"
SEEN = "named in a stored page"


def agency_page(row: Row) -> Citation | None:
    """The page an agency is named on; rows written without one are general knowledge."""
    seen = row.optional("evidence_level").startswith(SEEN)
    return Citation(
        address=row.optional("evidence_url"),
        confidence=Confidence.STATED if seen else Confidence.GENERAL,
        note="supports the name only" if seen else row.optional("evidence_level"),
    )


@loader(
    "agencies/agencies.csv",
    columns=COLUMNS,
    optional=OPTIONAL,
    key=("id",),
    after=("countries", "other_countries"),
    cite=agency_page,
)
def agencies(row: Row) -> Iterator[Fact]:
    """One agency a row; only its name is supported by its page, the rest is general knowledge."""
    native = row.optional("name_native")
    country = row.country("iso2") if row.optional("iso2") else None
    agency = Agency(
        id=row.text("id").removeprefix(PREFIX),
        name=row.text("name_en"),
        name_th=native if country and country.id == "THA" else "",
        native_name=native,
        acronym=row.optional("acronym"),
        form=row.text("kind"),
        duty=row.optional("role"),
        parent_name=row.optional("parent"),
        website=row.optional("website"),
    )
    yield agency
    yield NamedIn(source=agency.ref, target=row.evidence, named_as=agency.name, source_id=row.text("id"))
    if country:
        yield BasedIn(source=agency.ref, target=country)


@loader(
    "agencies/agencies.csv",
    columns=COLUMNS,
    optional=OPTIONAL,
    after=("agencies", "aliases", "parties"),
    key=("id",),
    cite=agency_page,
)
def agency_parents(row: Row) -> Iterator[Fact]:
    """The tree of agencies, where a parent's printed name means exactly one agency of the same country."""
    agency = Agency.at(row.text("id").removeprefix(PREFIX))
    parent = row.optional("parent")
    seat = row.names.seat_of(agency)
    known = [ref for ref in row.names.candidates(parent, Agency) if parent and row.names.seat_of(ref) == seat]
    if len(known) == 1 and known[0] != agency:
        yield PartOf(source=agency, target=known[0], confidence=Confidence.GENERAL)
