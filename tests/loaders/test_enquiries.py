"""Searches that were made, found or not."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.dates import read_date
from graph.model import About, Enquiry, Partnership, Sector, TurnedUp
from graph.vocabulary import Found
from loaders.row import CellError
from loaders.sources.enquiries import enquiries
from tests.loaders.literal import JAPAN, THAILAND, edges, everything, nodes, row

CELLS = {
    "id": "q002",
    "subject": "THA",
    "partner": "JPN",
    "sector": "sec:dairy",
    "searched_on": "2026-11-22",
    "where": "stored public web pages",
    "query": "Japan Thailand dairy",
    "results_read": "8",
    "found": "yes",
    "partnerships": "p378;p340",
    "note": "two pages",
}
KNOWN = (THAILAND, JAPAN, Sector(id="dairy"))


def test_a_search_with_what_it_was_about_and_what_it_found() -> None:
    assert nodes(enquiries, row(CELLS, KNOWN)) == [
        Enquiry(
            id="q002",
            name="THA – JPN: sec:dairy",
            searched_on=read_date("2026-11-22"),
            searched_in="stored public web pages",
            query="Japan Thailand dairy",
            results_read=8,
            found=Found.YES,
            note="two pages",
        )
    ]
    told = edges(enquiries, row(CELLS, KNOWN))
    assert [(e.role, e.target) for e in told if isinstance(e, About)] == [
        ("subject", THAILAND.ref),
        ("partner", JAPAN.ref),
        ("sector", Sector.at("dairy")),
    ]
    assert [e.target for e in told if isinstance(e, TurnedUp)] == [Partnership.at("p378"), Partnership.at("p340")]


@pytest.mark.parametrize("found", ["no", "unclear"])
def test_nothing_found_is_a_finding(found: str) -> None:
    given = row({**CELLS, "found": found, "partnerships": ""}, KNOWN)
    (enquiry,) = nodes(enquiries, given)
    assert isinstance(enquiry, Enquiry)
    assert enquiry.found is Found(found)
    assert not any(isinstance(e, TurnedUp) for e in edges(enquiries, given))


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("searched_on", ""),
        ("searched_on", "yesterday"),
        ("subject", "Narnia"),
        ("partner", "XX"),
        ("found", "maybe"),
        ("results_read", "1.5"),
        ("results_read", "1e300"),
        ("id", ""),
    ],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(enquiries(row({**CELLS, column: cell}, KNOWN)))
    assert refused.value.column == column


def test_all_112_searches_stand_in_the_graph_with_three_things_they_are_about() -> None:
    gathered = everything()
    report = next(r for r in gathered.reports if r.loader == "enquiries")
    assert (sum(report.rows.values()), report.refused) == (112, 0)
    about = Counter(e.source for e in gathered.facts.edges_of(About) if e.source.kind == Enquiry.kind)
    assert len(about) == 112
    assert set(about.values()) == {3}


def test_what_a_search_turned_up_is_in_the_graph_by_the_id_it_was_merged_into() -> None:
    gathered = everything()
    turned_up = {(e.source.id, e.target.id) for e in gathered.facts.edges_of(TurnedUp)}
    assert {id for _, id in turned_up} <= {ref.id for ref in gathered.facts.nodes if ref.kind == Partnership.kind}
    assert ("q002", "p378") in turned_up
    assert not {id for _, id in turned_up} & set(gathered.merged)
