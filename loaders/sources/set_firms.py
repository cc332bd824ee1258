"""Companies listed on the Stock Exchange of Thailand, in Thai and English."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import BasedIn, Country, Firm
from loaders.loader import loader
from loaders.row import Row

_THAILAND = "THA"


@loader(
    "firms/set_companies*.csv",
    columns=("symbol", "ThaiCompanyName", "EngCompanyName"),
    after=("countries", "listed_firms"),
)
def set_firms(row: Row) -> Iterator[Fact]:
    """One company a row; its symbol is also what it is called for short."""
    symbol = row.text("symbol")
    firm = Firm(
        id=f"set-{symbol.casefold()}",
        name=row.text("EngCompanyName"),
        name_th=row.text("ThaiCompanyName"),
        aliases=(symbol,),
        exchange="XBKK",
    )
    yield firm
    yield BasedIn(source=firm.ref, target=Country.at(_THAILAND))
