"""Exports between pairs of countries, all goods, with the trade agreement in force between them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Exports
from loaders.codes import HS_ROOT
from loaders.figures import amount, year
from loaders.loader import loader
from loaders.row import Row

PROVISIONS = (
    "ad_prov_14",
    "cp_prov_23",
    "cp_prov_26",
    "env_prov_18",
    "et_prov_38",
    "inv_prov_22",
    "ipr_prov_15",
    "ipr_prov_44",
    "lm_prov_10",
    "moc_prov_21",
    "ser_prov_47",
    "ste_prov_30",
    "tbt_prov_07",
    "tbt_prov_33",
    "tf_prov_41",
    "tf_prov_45",
)


@loader(
    "agreements/penppml_*.csv",
    columns=("exporter_iso3", "importer_iso3", "year", "exports_usd"),
    optional=("agreement_id", "agreement", *PROVISIONS),
    after=("countries", "other_countries"),
    bulk=True,
)
def exports_with_agreements(row: Row) -> Iterator[Fact]:
    """One pair of countries in one year a row, in US dollars; an empty cell means no data."""
    held = [column for column in PROVISIONS if row.number(column)]
    yield Exports(
        source=row.country("exporter_iso3"),
        target=row.country("importer_iso3"),
        product=HS_ROOT,
        year=year(row, "year"),
        unit="US$",
        dataset="penppml",
        value=amount(row, "exports_usd"),
        agreement=_agreement(row),
        note=f"provisions of the agreement: {', '.join(held)}" if held else "",
    )


def _agreement(row: Row) -> str:
    """The agreement's name; the source leaves some nameless that have a number."""
    number = row.integer("agreement_id")
    if row.optional("agreement") or not number:
        return row.optional("agreement")
    row.tell("agreement", f"agreement {number} has no name here; shown by its number")
    return f"agreement {number}"
