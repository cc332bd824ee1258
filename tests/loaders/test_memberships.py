"""Parties to trade agreements, their dates and ends."""

from __future__ import annotations

import pytest

from graph.dates import read_date
from graph.kinds import Ref
from graph.model import Agreement, PartyTo
from loaders.row import CellError
from loaders.sources.memberships import memberships
from tests.loaders.literal import JAPAN, THAILAND, edges, everything, nodes, row

CELLS = {
    "manyID": "JPN-THA[NA]_2007O",
    "treatyID": "JPN-THA[NA]_2007O",
    "Title": "Japan Thailand",
    "Begin": "03.04.2007",
    "stateID": "THA",
    "Signature": "03.04.2007",
    "Force": "01.11.2007",
    "End": "31.12.9999",
    "destaID": "522",
    "StateSignature": "03.04.2007",
    "StateRatification": "",
    "StateForce": "01.11.2007",
    "StateEnd": "31.12.9999",
    "Rat=Notif": "1",
    "Succession": "0",
    "Accession": "",
    "url": "https://example.org/text",
}


def test_dates_with_dots_are_read_and_the_year_9999_means_no_end_known() -> None:
    agreement = nodes(memberships, row(CELLS))[0]
    assert isinstance(agreement, Agreement)
    assert (agreement.signed, agreement.in_force) == (read_date("2007-04-03"), read_date("2007-11-01"))
    assert agreement.ended is None
    assert agreement.note == "DESTA 522"
    party = edges(memberships, row(CELLS))[0]
    assert isinstance(party, PartyTo)
    assert (party.in_force, party.until, party.ratified) == (read_date("2007-11-01"), None, None)
    assert party.note == "ratified by notification"


def test_an_agreement_is_named_after_its_huggo_id() -> None:
    assert nodes(memberships, row(CELLS))[0].id == "jpn-tha-na-2007o"


def test_a_well_known_agreement_keeps_its_id() -> None:
    known = (THAILAND, JAPAN, Agreement(id="jtepa", aliases=("JPN-THA[NA]_2007O",)))
    assert nodes(memberships, row(CELLS, known))[0].id == "jtepa"


@pytest.mark.parametrize(
    ("column", "cell"), [("stateID", "THX"), ("StateForce", "31.02.2007"), ("StateEnd", "x"), ("manyID", "")]
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(memberships(row({**CELLS, column: cell})))
    assert refused.value.column == column


def test_the_bundled_file_keeps_every_agreement_and_state() -> None:
    facts = everything().facts
    from_file = [e for e in facts.edges_of(PartyTo) if any(x.startswith("huggo_") for x in e.evidence)]
    assert len(from_file) == 346
    assert len({e.target.id for e in from_file}) == 134


def test_the_declared_correction_puts_china_where_korea_stood() -> None:
    parties = {e.source.id for e in everything().facts.edges_of(PartyTo) if e.target.id == "aseanc-2004o"}
    assert "CHN" in parties
    assert "KOR" not in parties


def test_an_ended_agreement_has_its_end() -> None:
    gatt = everything().facts.nodes[Ref("Agreement", "gatt-1947o")]
    assert isinstance(gatt, Agreement)
    assert gatt.ended == read_date("1996-01-01")
