"""FAO's food balance: what countries make, import, export and use of each food."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.kinds import Ref
from graph.model import Country, Region, TradesIn
from loaders.figures import amount, year
from loaders.loader import loader
from loaders.row import Row
from loaders.sources.fao_items import item

WORLD = Region(id="world", name="World", name_th="โลก")
_WORLD_CODE = "WLD"


@loader(
    "trade/fao_food_balance*.csv",
    columns=("iso3", "year", "fao_item", "production", "imports", "exports", "domestic_supply"),
    after=("countries", "other_countries", "fao_items"),
    bulk=True,
)
def food_balance(row: Row) -> Iterator[Fact]:
    """One country, item and year a row; an empty cell means no data, 0 means none."""
    place: Ref[Country] | Ref[Region]
    if row.text("iso3") == _WORLD_CODE:
        yield WORLD
        place = WORLD.ref
    else:
        place = row.country("iso3")
    yield TradesIn(
        source=place,
        target=row.known("fao_item", item(row.text("fao_item"))),
        year=year(row, "year"),
        unit="thousand tonnes, primary equivalent",
        dataset="FAO FBS",
        production=amount(row, "production"),
        imports=amount(row, "imports"),
        exports=amount(row, "exports"),
        domestic_supply=row.number("domestic_supply"),  # below zero where stocks ran down
    )
