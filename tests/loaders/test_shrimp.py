"""Bilateral trade in tonnes and in dollars, kept apart."""

from __future__ import annotations

import pytest

from graph.kinds import Ref
from graph.model import Exports, PartOf, Product
from loaders.row import CellError
from loaders.sources.shrimp import shrimp
from tests.loaders.literal import JAPAN, THAILAND, edges, everything, nodes, row

KNOWN = (THAILAND, JAPAN, Product(id="03"), Product(id="0306"), Product(id="030617"))
CELLS = {
    "exporter_iso3c": "THA",
    "importer_iso3c": "JPN",
    "hs6": "030617",
    "year": "2018",
    "hs_version": "HS12",
    "quantity_tonnes": "11.257",
    "value_thousand_usd": "855.397",
}


def test_weight_and_value_are_two_edges() -> None:
    found = [e for e in edges(shrimp, row(CELLS, KNOWN)) if isinstance(e, Exports)]
    assert [(e.value, e.unit) for e in found] == [(11.257, "tonnes"), (855.397, "thousand US$")]
    assert {(e.source.id, e.target.id, e.product, e.dataset) for e in found} == {("THA", "JPN", "030617", "BACI")}
    assert len({e.id for e in found}) == 2


def test_a_subheading_of_an_older_edition_becomes_a_product_under_its_heading() -> None:
    older = row({**CELLS, "hs6": "030627"}, KNOWN)
    assert [(n.id, n.note) for n in nodes(shrimp, older)] == [("030627", "only in HS12")]
    part = next(e for e in edges(shrimp, older) if isinstance(e, PartOf))
    assert (part.source.id, part.target.id) == ("030627", "0306")
    assert "hs6" in [column for column, _ in older.notices]


def test_a_country_that_trades_with_itself_is_marked() -> None:
    found = edges(shrimp, row({**CELLS, "importer_iso3c": "THA"}, KNOWN))
    assert {e.note for e in found} == {"sender and receiver are the same country at source"}


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("hs6", "990617"),
        ("hs6", "shrimp"),
        ("exporter_iso3c", "ZZZ"),
        ("quantity_tonnes", "-1"),
        ("value_thousand_usd", "x"),
        ("year", ""),
    ],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(shrimp(row({**CELLS, column: cell}, KNOWN)))
    assert refused.value.column == column


def test_the_bundled_file_gives_two_edges_a_row_and_tells_of_old_codes_once() -> None:
    facts = everything().facts
    found = [e for e in facts.edges_of(Exports) if isinstance(e, Exports) and e.dataset == "BACI"]
    assert len(found) == 2 * 336
    assert Ref("Product", "030626") in facts.nodes
    assert len([p for p in facts.problems if "baci_shrimp" in p.place.file]) == 2
