"""Bilateral trade by HS subheading after BACI: tonnes and thousand US dollars, kept apart."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Exports, PartOf, Product
from loaders.codes import hs_code, nearest_product
from loaders.figures import amount, year
from loaders.loader import loader
from loaders.row import Row

_UNITS = {"quantity_tonnes": "tonnes", "value_thousand_usd": "thousand US$"}
_SAME = "sender and receiver are the same country at source"


@loader(
    "trade/baci_*.csv",
    columns=("exporter_iso3c", "importer_iso3c", "hs6", "year", *_UNITS),
    optional=("exporter_country", "importer_country", "hs_version"),
    after=("countries", "other_countries", "hs", "hs_thai"),
    bulk=True,
)
def shrimp(row: Row) -> Iterator[Fact]:
    """One pair of countries, subheading and year a row; an older subheading becomes a product under its heading."""
    code = hs_code(row, "hs6")
    known = nearest_product(row, "hs6", code)
    if known.id != code:
        edition = row.optional("hs_version") or "another edition of the HS"
        row.tell("hs6", f"{code} of {edition} is not in the tree; added under {known.id}")
        product = Product(id=code, code=code, level=len(code), classification="HS", note=f"only in {edition}")
        yield product
        yield PartOf(source=product.ref, target=known)
    source, target = row.country("exporter_iso3c"), row.country("importer_iso3c")
    for column, unit in _UNITS.items():
        yield Exports(
            source=source,
            target=target,
            product=code,
            year=year(row, "year"),
            unit=unit,
            dataset="BACI",
            value=amount(row, column),
            note=_SAME if source == target else "",
        )
