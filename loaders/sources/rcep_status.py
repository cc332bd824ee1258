"""RCEP by member: when it was signed and when it entered into force, as far as a source says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.dates import PartialDate
from graph.errors import nearest, one_line
from graph.facts import Fact
from graph.model import Agreement, PartyTo
from graph.vocabulary import Confidence, Precision
from loaders.loader import Citation, loader
from loaders.row import CellError, Row

RCEP = "rcep"
_MONTH_ONLY = "sourced (month only)"
_CONFLICT = "conflict"
_SURE = {
    "sourced": Confidence.STATED,
    _MONTH_ONLY: Confidence.STATED,
    _CONFLICT: Confidence.GENERAL,  # the source prints another day than the one kept
    "unsourced": Confidence.GENERAL,
}


def _page(row: Row) -> Citation:
    return Citation(address=row.optional("evidence_url"), confidence=_confidence(row), note=row.optional("note"))


def _confidence(row: Row) -> Confidence:
    word = row.text("date_status")
    if word not in _SURE:
        known = ", ".join(_SURE)
        raise CellError("date_status", f"expected one of {known}; found {one_line(word)!r}{nearest(word, _SURE)}")
    return _SURE[word]


@loader(
    "agreements/rcep_status*.csv",
    columns=("iso2", "signed", "in_force", "date_status"),
    optional=("evidence_url", "note"),
    after=("countries", "agreement_names"),
    cite=_page,
)
def rcep_status(row: Row) -> Iterator[Fact]:
    """One member a row; without a date of entry into force none is known, and none is made up."""
    country, signed, note = row.country("iso2"), row.date("signed"), row.optional("note")
    if row.text("date_status") == _CONFLICT:
        row.tell("in_force", f"sources disagree on {row.optional('in_force')}: {note}")
        note = f"sources disagree: {note}"
    agreement = Agreement(
        id=RCEP, name="Regional Comprehensive Economic Partnership", signed=signed, form="trade agreement"
    )
    yield agreement
    yield PartyTo(
        source=country,
        target=agreement.ref,
        signed=signed,
        in_force=_in_force(row),
        note=note,
    )


def _in_force(row: Row) -> PartialDate | None:
    found = row.date("in_force")
    if found is None or row.text("date_status") != _MONTH_ONLY:
        return found
    return replace(found, first=found.first.replace(day=1), precision=Precision.MONTH)
