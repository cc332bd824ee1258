"""Searches that were made for links, found or not: what tells "none found" from "nobody looked"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import About, Enquiry, Partnership, Sector, TurnedUp
from graph.vocabulary import Found
from loaders.loader import loader
from loaders.row import CellError, Row


@loader(
    "partnerships/enquiries.csv",
    columns=("id", "subject", "partner", "sector", "searched_on", "found"),
    optional=("where", "query", "results_read", "partnerships", "note"),
    key=("id",),
    after=("countries", "sectors"),
)
def enquiries(row: Row) -> Iterator[Fact]:
    """One search a row: whose links, with whom, in which sector, when, where, in which words, and what it found."""
    searched = row.date("searched_on")
    if searched is None:
        raise CellError("searched_on", "expected the date of the search, found an empty cell")
    enquiry = Enquiry(
        id=row.text("id"),
        name=f"{row.text('subject')} – {row.text('partner')}: {row.text('sector')}",
        searched_on=searched,
        searched_in=row.optional("where"),
        query=row.optional("query"),
        results_read=row.integer("results_read"),
        found=row.word("found", Found),
        note=row.optional("note"),
    )
    yield enquiry
    yield About(source=enquiry.ref, target=row.country("subject"), role="subject")
    yield About(source=enquiry.ref, target=row.country("partner"), role="partner")
    yield About(source=enquiry.ref, target=Sector.at(row.text("sector").removeprefix("sec:")), role="sector")
    for id in row.parts("partnerships"):
        yield TurnedUp(source=enquiry.ref, target=Partnership.at(id))
