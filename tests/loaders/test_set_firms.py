"""Companies of the Stock Exchange of Thailand."""

from __future__ import annotations

import pytest

from graph.model import BasedIn, Firm
from loaders.row import CellError
from loaders.sources.set_firms import set_firms
from tests.loaders.literal import edges, everything, nodes, row

CELLS = {"symbol": "S&J", "ThaiCompanyName": "บริษัท เอส แอนด์ เจ จำกัด (มหาชน)", "EngCompanyName": "S & J PLC"}


def test_a_row_is_a_thai_firm_in_both_languages() -> None:
    assert nodes(set_firms, row(CELLS)) == [
        Firm(id="set-s&j", name="S & J PLC", name_th=CELLS["ThaiCompanyName"], aliases=("S&J",), exchange="XBKK")
    ]
    assert edges(set_firms, row(CELLS))[0].target.id == "THA"


@pytest.mark.parametrize("column", list(CELLS))
def test_an_empty_cell_is_refused(column: str) -> None:
    with pytest.raises(CellError, match=column):
        list(set_firms(row({**CELLS, column: ""})))


def test_every_bundled_company_is_based_in_thailand() -> None:
    facts = everything().facts
    firms = [n for n in facts.nodes.values() if isinstance(n, Firm) and n.id.startswith("set-")]
    assert len(firms) >= 863
    seats = {e.source.id: e.target.id for e in facts.edges_of(BasedIn)}
    assert seats["set-2s"] == "THA"
