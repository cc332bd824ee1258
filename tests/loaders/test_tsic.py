"""Thai names and weights of divisions."""

from __future__ import annotations

import pytest

from graph.kinds import Ref
from graph.model import Activity
from loaders.row import CellError
from loaders.sources.tsic import tsic
from tests.loaders.literal import everything, nodes, row

CELLS = {"tsic2": "10", "name_th": "การผลิต  ผลิตภัณฑ์อาหาร", "oie_shipment_weight_pct": "15.7807", "isic4_division": "10"}
KNOWN = (Activity(id="10"), Activity(id="11"))


def test_a_division_gets_its_thai_name_and_weight() -> None:
    assert nodes(tsic, row(CELLS, KNOWN)) == [Activity(id="10", name_th="การผลิต ผลิตภัณฑ์อาหาร", shipment_weight=15.7807)]


@pytest.mark.parametrize(
    ("column", "cell"), [("isic4_division", "12"), ("oie_shipment_weight_pct", "heavy"), ("name_th", "")]
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(tsic(row({**CELLS, column: cell}, KNOWN)))
    assert refused.value.column == column


def test_the_bundled_division_keeps_its_english_name() -> None:
    food = everything().facts.nodes[Ref("Activity", "10")]
    assert isinstance(food, Activity)
    assert (food.name, food.shipment_weight) == ("Manufacture of food products", 15.7807)
    assert food.name_th == "การผลิตผลิตภัณฑ์อาหาร"
