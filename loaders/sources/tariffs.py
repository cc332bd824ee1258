"""Tariff schedules of RCEP: what an importer charges on a tariff line, year by year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Agreement, CutsTariffOn
from loaders.codes import hs_code, nearest_product
from loaders.loader import loader
from loaders.rates import Rate, RateError, free_from, read_rate
from loaders.row import CellError, Row
from loaders.sources.rcep_status import RCEP

_YEAR = re.compile(r"year_(\d+)(?:_.*)?")
_GROUPS = {"ALL_RCEP": "rcep", "ASEAN": "asean"}


@loader(
    "agreements/rcep_tariff_schedule_*.csv",
    columns=("importer_iso3", "concession_for", "hs_code", "base_rate", "year_1"),
    optional=("product_description", "chapter", "year_*"),
    after=("countries", "other_countries", "hs", "hs_thai", "rcep_status"),
)
def tariffs(row: Row) -> Iterator[Fact]:
    """One line of a schedule a row, for each partner it is meant for; every rate is read and kept as printed."""
    base = _rate(row, "base_rate")
    years = _year_columns(row)
    rates = [_rate(row, column) for column in years]
    for partner in _partners(row):
        yield CutsTariffOn(
            source=Agreement.at(RCEP),
            target=nearest_product(row, "hs_code", hs_code(row, "hs_code")),
            importer=row.country("importer_iso3").id,
            partner=partner,
            line=row.text("hs_code"),
            description=row.optional("product_description").lstrip("- "),
            base_rate=row.text("base_rate"),
            base_form=base.form,
            base_share=base.share,
            base_amount=base.amount,
            base_unit=base.unit,
            rates=tuple(row.text(column) for column in years),
            forms=tuple(rate.form.value for rate in rates),
            free_from=free_from(rates),
        )


def _partners(row: Row) -> list[str]:
    """The ids of the countries or groups whose goods the line is for."""
    named = row.text("concession_for")
    if named in _GROUPS:
        return [_GROUPS[named]]
    return [row.country_of("concession_for", part).id for part in row.parts("concession_for")]


def _year_columns(row: Row) -> list[str]:
    """The columns of rates in the order of their years, however many there are; none may be missing in between."""
    found = {int(match[1]): column for column in row.cells if (match := _YEAR.fullmatch(column))}
    for year in range(1, len(found) + 1):
        if year not in found:
            raise CellError(
                f"year_{year}", f"expected the columns year_1 to year_{max(found)}, found none for this year"
            )
    return [found[year] for year in sorted(found)]


def _rate(row: Row, column: str) -> Rate:
    try:
        return read_rate(row.text(column))
    except RateError as error:
        raise CellError(column, str(error)) from None
