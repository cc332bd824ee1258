"""Countries outside RCEP that other files name as seats or trading partners."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Country
from loaders.loader import loader
from loaders.row import Row


@loader(
    "countries/other_countries*.csv",
    columns=("iso3", "iso2", "name_en", "name_th"),
    optional=("other_names",),
    after=("countries",),
)
def other_countries(row: Row) -> Iterator[Fact]:
    """One country a row: its ISO 3166 codes, its English and Thai name, and other names parted by semicolons."""
    yield Country(
        id=row.text("iso3"),
        iso2=row.text("iso2"),
        name=row.text("name_en"),
        name_th=row.text("name_th"),
        aliases=row.parts("other_names"),
    )
