"""Food trade by product after FAO's multilayer network of 2010."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Exports, Product
from loaders.figures import amount, year
from loaders.loader import loader
from loaders.row import Row

_SAME = "sender and receiver are the same country at source"


@loader(
    "trade/fao_multiplex*.csv",
    columns=("layer_id", "fao_item", "exporter_iso3", "importer_iso3", "year", "value"),
    optional=("exporter_name", "importer_name"),
    after=("countries", "other_countries"),
    bulk=True,
)
def fao_multiplex(row: Row) -> Iterator[Fact]:
    """One pair of countries and layer a row; each layer is one product. The source states no unit."""
    product = Product(
        id=f"faolayer-{row.required_integer('layer_id')}",
        code=row.text("layer_id"),
        name=row.text("fao_item").replace("_", " "),
        classification="FAO multilayer network",
    )
    yield product
    source, target = row.country("exporter_iso3"), row.country("importer_iso3")
    yield Exports(
        source=source,
        target=target,
        product=product.id,
        year=year(row, "year"),
        unit="value as in source (unit not stated)",
        dataset="FAO multilayer network 2010",
        value=amount(row, "value"),
        note=_SAME if source == target else "",
    )
