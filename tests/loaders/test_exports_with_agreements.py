"""Exports of all goods with the agreement in force."""

from __future__ import annotations

import pytest

from graph.model import Exports
from loaders.row import CellError
from loaders.sources.exports_with_agreements import exports_with_agreements
from tests.loaders.literal import edges, everything, row

CELLS = {
    "exporter_iso3": "THA",
    "importer_iso3": "JPN",
    "year": "2012",
    "exports_usd": "1500.5",
    "agreement_id": "175.0",
    "agreement": "ASEAN - Japan",
    "tf_prov_45": "1.0",
    "ad_prov_14": "0.0",
}


def flow(**changes: str) -> Exports:
    edge = edges(exports_with_agreements, row({**CELLS, **changes}))[0]
    assert isinstance(edge, Exports)
    return edge


def test_a_row_is_a_flow_of_all_goods_in_dollars() -> None:
    assert (flow().source.id, flow().target.id, flow().product, flow().year) == ("THA", "JPN", "TOTAL", 2012)
    assert (flow().value, flow().unit, flow().dataset) == (1500.5, "US$", "penppml")
    assert (flow().agreement, flow().note) == ("ASEAN - Japan", "provisions of the agreement: tf_prov_45")


def test_no_figure_is_no_data_and_zero_is_zero() -> None:
    assert flow(exports_usd="").value is None
    assert flow(exports_usd="0.0").value == 0


def test_an_agreement_without_a_name_is_told_and_shown_by_its_number() -> None:
    nameless = row({**CELLS, "agreement": ""})
    assert isinstance(edge := edges(exports_with_agreements, nameless)[0], Exports)
    assert edge.agreement == "agreement 175"
    assert nameless.notices[0][0] == "agreement"
    assert flow(agreement="", agreement_id="0.0").agreement == ""


@pytest.mark.parametrize(
    ("column", "cell"),
    [("exports_usd", "much"), ("exports_usd", "-1"), ("year", "12"), ("importer_iso3", "XXX"), ("agreement_id", "a")],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(exports_with_agreements(row({**CELLS, "agreement": "", column: cell})))
    assert refused.value.column == column


def test_the_bundled_file_is_kept_whole() -> None:
    assert sum(isinstance(e, Exports) and e.dataset == "penppml" for e in everything().facts.edges_of(Exports)) == 948
