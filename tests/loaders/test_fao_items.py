"""Items of FAO's food balance, their sectors and headings."""

from __future__ import annotations

import pytest

from graph.model import FallsIn, PartOf, Product, Sector
from graph.vocabulary import Confidence
from loaders.row import CellError
from loaders.sources import fao_items as source
from loaders.sources.fao_items import fao_items
from tests.loaders.literal import edges, everything, nodes, row

KNOWN = (Product(id="10"), Product(id="1001"), Product(id="1101"), Sector(id="grain"))
CELLS = {
    "fao_item": "2511",
    "name": "Wheat and products",
    "group": "Cereals - Excluding Beer",
    "sector": "sec:grain",
    "hs_headings": "1001;1101",
    "mapping": "ours (general knowledge)",
}


def test_an_item_is_a_product_in_a_group_and_a_sector() -> None:
    item, group = nodes(fao_items, row(CELLS, KNOWN))
    assert isinstance(item, Product)
    assert (item.id, item.code, item.classification) == ("fao-2511", "2511", "FAO")
    assert item.note == "corresponds to HS 1001, 1101"
    assert (group.id, group.name) == ("fao-group-cereals-excluding-beer", "Cereals - Excluding Beer")
    falls, part = edges(fao_items, row(CELLS, KNOWN))
    assert (type(falls), falls.target.id) == (FallsIn, "grain")
    assert (type(part), part.target, part.confidence) == (PartOf, group.ref, Confidence.STATED)


def test_our_mapping_is_general_knowledge() -> None:
    assert source._basis(row(CELLS)).confidence is Confidence.GENERAL


@pytest.mark.parametrize(
    ("column", "cell"), [("sector", "sec:grian"), ("hs_headings", "1099"), ("fao_item", ""), ("name", "")]
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(fao_items(row({**CELLS, column: cell}, KNOWN)))
    assert refused.value.column == column


def test_every_bundled_item_falls_in_one_sector() -> None:
    found = [e.source.id for e in everything().facts.edges_of(FallsIn) if e.source.id.startswith("fao-")]
    assert len(found) == len(set(found)) == 97
