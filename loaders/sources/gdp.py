"""Gross domestic product by country and year."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Measures, Observation
from loaders.figures import year
from loaders.loader import loader
from loaders.row import CellError, Row


@loader(
    "countries/gdp_current_usd*.csv",
    columns=("Country Code", "Year", "Value"),
    optional=("Country Name",),
    after=("countries", "other_countries"),
)
def gdp(row: Row) -> Iterator[Fact]:
    """One country's gross domestic product in one year, in current US dollars; an empty cell means no data."""
    country, period, value = row.country("Country Code"), year(row, "Year"), row.number("Value")
    if value is not None and value <= 0:
        raise CellError("Value", f"expected a gross domestic product above zero, found {row.text('Value')!r}")
    file = row.evidence.id.rpartition("/")[0]  # figures of two files stand side by side
    figure = Observation(
        id=f"{file}/{country.id}-{period}",
        name=f"GDP of {row.optional('Country Name') or country.id}, {period}",
        measure="GDP, current US$",
        value=value,
        unit="US$",
        period=str(period),
    )
    yield figure
    yield Measures(source=figure.ref, target=country)
