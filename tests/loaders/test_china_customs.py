"""China's customs: direction, whole years, and rows without a figure."""

from __future__ import annotations

import pytest

from graph.model import Exports, Product
from loaders.row import CellError
from loaders.sources import china_customs as source
from loaders.sources.china_customs import china_customs
from tests.loaders.literal import CHINA, THAILAND, edges, everything, row

KNOWN = (THAILAND, CHINA, Product(id="08"))
CELLS = {
    "reporter_iso3": "CHN",
    "partner_iso3": "THA",
    "partner_zh": "泰国",
    "flow": "Import",
    "year": "2018",
    "months": "01-12",
    "hs2": "08",
    "value_thousand_usd": "131047.0",
    "source_table": "2018-12-D.html",
}


def flow(**changes: str) -> Exports:
    edge = edges(china_customs, row({**CELLS, **changes}, KNOWN))[0]
    assert isinstance(edge, Exports)
    return edge


def test_an_import_runs_from_the_partner_and_an_export_to_it() -> None:
    assert (flow().source.id, flow().target.id, flow().reporter) == ("THA", "CHN", "CHN")
    assert (flow(flow="Export").source.id, flow(flow="Export").target.id) == ("CHN", "THA")
    assert (flow().product, flow().year, flow().unit, flow().value) == ("08", 2018, "thousand US$", 131047.0)


def test_no_figure_is_an_edge_without_a_value() -> None:
    assert flow(value_thousand_usd="").value is None


def test_the_table_is_cited() -> None:
    assert source._table(row(CELLS)).locator == "2018-12-D.html"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("flow", "Transit"),
        ("months", "01-06"),
        ("hs2", "99"),
        ("hs2", ""),
        ("partner_iso3", "THX"),
        ("year", "18"),
        ("value_thousand_usd", "-"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        flow(**{column: cell})
    assert refused.value.column == column


def test_the_bundled_file_keeps_rows_with_and_without_a_value() -> None:
    facts = everything().facts
    found = [e for e in facts.edges_of(Exports) if isinstance(e, Exports) and e.dataset == "China customs"]
    assert (len(found), sum(e.value is None for e in found)) == (1056, 53)
    assert {e.unit for e in found} == {"thousand US$"}
