"""Listed firms: ids, seats, and sectors that are only inferred."""

from __future__ import annotations

import pytest

from graph.kinds import Ref
from graph.model import Firm, OperatesIn, Sector
from graph.vocabulary import Confidence
from loaders.row import CellError
from loaders.sources.listed_firms import firm_id, listed_firms
from tests.loaders.literal import THAILAND, edges, everything, nodes, row

CELLS = {
    "symbol": "OSP.BK",
    "name": "Osotspa Public Company Limited",
    "country_iso2": "TH",
    "industry": "Beverages",
    "mic": "XBKK",
    "isin": "TH8569010003",
    "city": "Bangkok",
    "website": "http://osotspa.com",
    "delisted": "False",
}


@pytest.mark.parametrize(
    ("symbol", "id"),
    [("OSP.BK", "set-osp"), ("OSP-R.BK", "set-osp"), ("005610.KS", "005610-ks"), ("Y92.SI", "y92-si"), ("XO", "xo")],
)
def test_a_firms_id_follows_from_its_symbol(symbol: str, id: str) -> None:
    assert firm_id(symbol) == id


def test_a_listing_is_a_firm_with_a_seat_and_a_sector_that_is_only_inferred() -> None:
    firm = nodes(listed_firms, row(CELLS))[0]
    assert isinstance(firm, Firm)
    assert (firm.id, firm.ticker, firm.exchange, firm.delisted) == ("set-osp", "OSP.BK", "XBKK", False)
    seat, sector = edges(listed_firms, row(CELLS))
    assert seat.target.id == "THA"
    assert (sector.target.id, sector.confidence) == ("beverages", Confidence.INFERRED)


def test_a_coarse_tag_says_so() -> None:
    sector = edges(listed_firms, row({**CELLS, "industry": "Food & Staples Retailing"}))[1]
    assert (sector.target.id, sector.note) == ("agrifood", "the tag covers makers and shops alike")


def test_a_tag_that_points_to_no_sector_is_told() -> None:
    tobacco = row({**CELLS, "industry": "Tobacco"})
    assert not [e for e in edges(listed_firms, tobacco) if isinstance(e, OperatesIn)]
    assert tobacco.notices == [("industry", "'Tobacco' points to no sector; kept as the source's tag")]


def test_a_depositary_receipt_is_another_name_of_the_same_firm() -> None:
    firm = nodes(listed_firms, row({**CELLS, "symbol": "OSP-R.BK"}))[0]
    assert isinstance(firm, Firm)
    assert (firm.id, firm.aliases, firm.ticker, firm.isin) == ("set-osp", ("OSP-R.BK",), "", "")


def test_a_second_listing_of_the_same_name_and_country_is_told_not_merged() -> None:
    second = row({**CELLS, "symbol": "OSP.BE"}, (THAILAND, Firm(id="set-osp", name=CELLS["name"])))
    second.names.seat(Firm.at("set-osp"), "THA")
    assert nodes(listed_firms, second)[0].id == "osp-be"
    assert [column for column, _ in second.notices] == ["name"]


@pytest.mark.parametrize(("column", "cell"), [("country_iso2", "T"), ("symbol", ""), ("delisted", "perhaps")])
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(listed_firms(row({**CELLS, column: cell})))
    assert refused.value.column == column


def test_the_bundled_file_shares_firms_with_the_thai_exchange() -> None:
    osotspa = everything().facts.nodes[Ref("Firm", "set-osp")]
    assert isinstance(osotspa, Firm)
    assert osotspa.ticker == "OSP.BK"
    assert osotspa.name_th.startswith("บริษัท")
    sectors = {e.target for e in everything().facts.edges_of(OperatesIn)}
    assert Sector.at("beverages") in sectors
