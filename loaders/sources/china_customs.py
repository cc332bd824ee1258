"""China's customs: trade by HS chapter and partner, as China reports it."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import one_line
from graph.facts import Fact
from graph.model import Exports, Product
from loaders.codes import hs_code
from loaders.figures import amount, year
from loaders.loader import Citation, loader
from loaders.row import CellError, Row

_WHOLE_YEAR = "01-12"
_FLOWS = ("Export", "Import")


def _table(row: Row) -> Citation:
    return Citation(locator=row.optional("source_table"))


@loader(
    "trade/china_customs*.csv",
    columns=("reporter_iso3", "partner_iso3", "flow", "year", "months", "hs2", "value_thousand_usd"),
    optional=("partner_zh", "source_table"),
    after=("countries", "other_countries", "hs", "hs_thai"),
    cite=_table,
)
def china_customs(row: Row) -> Iterator[Fact]:
    """One chapter, partner, direction and year a row; imports run from the partner. No figure means no data."""
    flow = row.text("flow")
    if flow not in _FLOWS:
        raise CellError("flow", f"expected {' or '.join(_FLOWS)}, found {one_line(flow)!r}")
    if row.text("months") != _WHOLE_YEAR:
        raise CellError("months", f"expected a whole year as {_WHOLE_YEAR}, found {one_line(row.text('months'))!r}")
    reporter, partner = row.country("reporter_iso3"), row.country("partner_iso3")
    source, target = (reporter, partner) if flow == "Export" else (partner, reporter)
    yield Exports(
        source=source,
        target=target,
        product=row.known("hs2", Product.at(hs_code(row, "hs2"))).id,
        year=year(row, "year"),
        unit="thousand US$",
        dataset="China customs",
        reporter=reporter.id,
        value=amount(row, "value_thousand_usd"),
    )
