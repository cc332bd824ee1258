"""Decisions on whom a printed name means."""

from __future__ import annotations

from typing import Any

import pytest

from graph.model import Agency, Agreement, BasedIn, Bloc, Country, Firm, NamedIn, Programme
from graph.vocabulary import Confidence
from loaders.loader import loaders
from loaders.names import Meaning
from loaders.row import CellError
from loaders.sources.parties import listed_id, parties
from tests.loaders.literal import JAPAN, edges, everything, meanings, nodes, row

CELLS = {"name": "JETRO Bangkok", "kind": "agency", "id": "jetro-bangkok", "country": "JPN", "basis": "named"}


def test_a_name_means_one_body_and_where_it_is_based() -> None:
    assert nodes(parties, row(CELLS)) == [Agency(id="jetro-bangkok", name="JETRO Bangkok")]
    assert meanings(parties, row(CELLS)) == [Meaning("JETRO Bangkok", (Agency.at("jetro-bangkok"),))]
    named, seat = edges(parties, row(CELLS))
    assert isinstance(named, NamedIn)
    assert isinstance(seat, BasedIn)
    assert seat.target == JAPAN.ref


def test_a_name_of_several_countries_means_each() -> None:
    told = row({"name": "Thailand and Japan", "kind": "country", "id": "THA;JPN", "basis": "named"})
    assert list(parties(told)) == [Meaning("Thailand and Japan", (Country.at("THA"), Country.at("JPN")))]


@pytest.mark.parametrize(
    ("word", "kind"),
    [("bloc", Bloc), ("agency", Agency), ("firm", Firm), ("agreement", Agreement), ("programme", Programme)],
)
def test_the_word_says_what_it_is(word: str, kind: type[Any]) -> None:
    (node,) = nodes(parties, row({**CELLS, "kind": word}))
    assert type(node) is kind
    based = [e for e in edges(parties, row({**CELLS, "kind": word})) if isinstance(e, BasedIn)]
    assert bool(based) == (kind in (Agency, Firm))


@pytest.mark.parametrize(
    ("symbol", "ticker", "id"), [("CPF", "", "set-cpf"), ("", "3382.T", "3382-t"), ("", "", ""), ("CPF", "X.T", "set-cpf")]
)  # fmt: skip
def test_a_listed_firm_has_the_id_of_the_files_of_listed_firms(symbol: str, ticker: str, id: str) -> None:
    assert listed_id(symbol, ticker) == id
    (firm,) = nodes(parties, row({**CELLS, "kind": "firm", "set_symbol": symbol, "ticker": ticker}))
    assert firm.id == (id or "jetro-bangkok")


@pytest.mark.parametrize(
    ("basis", "confidence"),
    [("named", Confidence.INFERRED), ("agencies.csv", Confidence.INFERRED), ("general knowledge", Confidence.GENERAL)],
)
def test_where_a_seat_is_general_knowledge_it_says_so(basis: str, confidence: Confidence) -> None:
    cited = next(each for each in loaders() if each.name == "parties").cite(row({**CELLS, "basis": basis}))
    assert cited is not None
    assert cited.confidence is confidence


def test_an_unknown_word_is_told_with_the_nearest() -> None:
    with pytest.raises(CellError) as refused:
        list(parties(row({**CELLS, "kind": "agncy"})))
    assert str(refused.value) == (
        "kind: expected one of country, bloc, agency, firm, agreement, programme; "
        "found 'agncy' (did you mean \"agency\"?)"
    )


def test_every_bundled_name_means_a_body_that_is_there() -> None:
    facts = everything().facts
    report = next(r for r in everything().reports if r.loader == "parties")
    assert (sum(report.rows.values()), report.refused) == (419, 0)
    named = [e for e in facts.edges_of(NamedIn) if any(i.startswith("parties/") for i in e.evidence)]
    assert [e.source for e in named if e.source not in facts.nodes] == []
