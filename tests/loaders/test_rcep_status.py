"""RCEP's members: what is sourced, in conflict or unknown."""

from __future__ import annotations

from datetime import date

import pytest

from graph.dates import PartialDate
from graph.model import Agreement, PartyTo
from graph.vocabulary import Confidence, Precision
from loaders.row import CellError
from loaders.sources import rcep_status as source
from loaders.sources.rcep_status import rcep_status
from tests.loaders.literal import edges, everything, nodes, row

CELLS = {
    "iso2": "TH",
    "signed": "2020-11-15",
    "in_force": "2022-01-01",
    "date_status": "sourced",
    "evidence_url": "https://example.org/rcep",
    "note": "",
}


def party(**changes: str) -> PartyTo:
    edge = edges(rcep_status, row({**CELLS, **changes}))[0]
    assert isinstance(edge, PartyTo)
    return edge


def test_a_sourced_row_gives_both_dates() -> None:
    assert party().signed == PartialDate(date(2020, 11, 15))
    assert party().in_force == PartialDate(date(2022, 1, 1))
    assert (party().source.id, party().target) == ("THA", Agreement.at("rcep"))
    assert isinstance(nodes(rcep_status, row(CELLS))[0], Agreement)


def test_a_month_only_is_kept_as_a_month() -> None:
    assert party(date_status="sourced (month only)", in_force="2022-02-01").in_force == PartialDate(
        date(2022, 2, 1), Precision.MONTH
    )


def test_an_unknown_entry_into_force_stays_unknown() -> None:
    assert party(in_force="", date_status="unsourced").in_force is None


@pytest.mark.parametrize(
    ("word", "confidence"),
    [
        ("sourced", Confidence.STATED),
        ("sourced (month only)", Confidence.STATED),
        ("conflict", Confidence.GENERAL),
        ("unsourced", Confidence.GENERAL),
    ],
)
def test_the_status_of_the_date_decides_the_confidence(word: str, confidence: Confidence) -> None:
    assert source._page(row({**CELLS, "date_status": word})).confidence is confidence


def test_the_page_of_the_row_is_cited() -> None:
    assert source._page(row(CELLS)).address == "https://example.org/rcep"


def test_a_conflict_is_told() -> None:
    conflicting = row({**CELLS, "date_status": "conflict", "note": "another page prints 17 March"})
    list(rcep_status(conflicting))
    assert conflicting.notices == [("in_force", "sources disagree on 2022-01-01: another page prints 17 March")]


@pytest.mark.parametrize(("column", "cell"), [("iso2", "XX"), ("signed", "15/11/2020"), ("in_force", "soon")])
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(rcep_status(row({**CELLS, column: cell})))
    assert refused.value.column == column


def test_an_unknown_status_of_the_date_is_refused() -> None:
    with pytest.raises(CellError, match=r"^date_status: expected one of .*did you mean \"sourced\""):
        source._page(row({**CELLS, "date_status": "source"}))


def test_the_bundled_file_keeps_what_is_known_of_each_member() -> None:
    found = {e.source.id: e for e in everything().facts.edges_of(PartyTo) if e.target == Agreement.at("rcep")}
    assert {id: e.in_force for id, e in found.items() if isinstance(e, PartyTo)}["MMR"] is None
    assert len(found) == 15
    korea = found["KOR"]
    assert isinstance(korea, PartyTo)
    assert korea.in_force
    assert korea.in_force.precision is Precision.MONTH
