"""Thai names of the divisions of manufacturing, with their weight in Thailand's shipment index."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Activity
from loaders.figures import amount
from loaders.loader import loader
from loaders.row import Row


@loader(
    "taxonomy/tsic_divisions*.csv",
    columns=("name_th", "isic4_division"),
    optional=("tsic2", "oie_shipment_weight_pct"),
    after=("isic",),
)
def tsic(row: Row) -> Iterator[Fact]:
    """One division a row; TSIC's divisions are those of ISIC Rev.4. Weights are per cent."""
    division = row.known("isic4_division", Activity.at(row.text("isic4_division")))
    yield Activity(
        id=division.id,
        name_th=" ".join(row.text("name_th").split()),
        shipment_weight=amount(row, "oie_shipment_weight_pct"),
    )
