"""FAO's multilayer network: one product a layer, no stated unit."""

from __future__ import annotations

import pytest

from graph.kinds import Ref
from graph.model import Exports, Product
from loaders.row import CellError
from loaders.sources.fao_multiplex import fao_multiplex
from tests.loaders.literal import edges, everything, nodes, row

CELLS = {
    "layer_id": "2",
    "fao_item": "Cream_fresh",
    "exporter_iso3": "THA",
    "importer_iso3": "JPN",
    "year": "2010",
    "value": "13.0",
}


def test_a_layer_is_a_product_and_its_flow_has_no_stated_unit() -> None:
    product = nodes(fao_multiplex, row(CELLS))[0]
    assert isinstance(product, Product)
    assert (product.id, product.name) == ("faolayer-2", "Cream fresh")
    flow = edges(fao_multiplex, row(CELLS))[0]
    assert isinstance(flow, Exports)
    assert (flow.product, flow.value, flow.unit) == ("faolayer-2", 13.0, "value as in source (unit not stated)")


@pytest.mark.parametrize(
    ("column", "cell"), [("layer_id", "cream"), ("exporter_iso3", "??"), ("year", "x"), ("value", "a lot")]
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(fao_multiplex(row({**CELLS, column: cell})))
    assert refused.value.column == column


def test_the_bundled_file_is_kept_whole() -> None:
    facts = everything().facts
    found = [e for e in facts.edges_of(Exports) if isinstance(e, Exports) and e.product.startswith("faolayer-")]
    assert len(found) == 561
    assert all(Ref("Product", e.product) in facts.nodes for e in found)
