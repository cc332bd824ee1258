"""Listed firms that make or sell food, as FinanceDatabase tags them."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import one_line
from graph.facts import Fact
from graph.model import BasedIn, Firm, OperatesIn, Sector
from graph.vocabulary import Confidence
from loaders.loader import loader
from loaders.row import Row

_COARSE = "the tag covers makers and shops alike"
_SECTORS = {
    "Beverages": ("beverages", ""),
    "Food Products": ("food", ""),
    "Food & Staples Retailing": ("agrifood", _COARSE),
}
_BANGKOK = ".bk"
_DEPOSITARY = "-r"  # a depositary receipt of the Stock Exchange of Thailand: the same firm as the share's


def firm_id(symbol: str) -> str:
    """The id of a listed firm: set-cpf for CPF.BK and CPF-R.BK, otherwise the symbol with its dot as a hyphen."""
    folded = symbol.casefold()
    if folded.endswith(_BANGKOK):
        return f"set-{folded.removesuffix(_BANGKOK).removesuffix(_DEPOSITARY)}"
    return folded.replace(".", "-")


@loader(
    "firms/financedatabase_*.csv",
    columns=("symbol", "name", "country_iso2", "industry"),
    optional=(
        "country",
        "sector",
        "industry_group",
        "exchange",
        "mic",
        "market",
        "currency",
        "state",
        "city",
        "zipcode",
        "website",
        "isin",
        "figi",
        "delisted",
    ),
    after=("countries", "other_countries", "sectors"),
)
def listed_firms(row: Row) -> Iterator[Fact]:
    """One listing a row, with the sector its tag points to; a depositary receipt adds only another name."""
    symbol, industry = row.text("symbol"), row.text("industry")
    receipt = symbol.casefold().endswith(_DEPOSITARY + _BANGKOK)
    firm = Firm(
        id=firm_id(symbol),
        name=row.text("name"),
        aliases=(symbol,) if receipt else (),
        ticker="" if receipt else symbol,
        exchange=row.optional("mic"),
        isin="" if receipt else row.optional("isin"),
        industry=industry,
        city=row.optional("city"),
        website=row.optional("website"),
        delisted=None if receipt else row.boolean("delisted"),
    )
    country = row.country("country_iso2")
    for namesake in row.names.candidates(firm.name, Firm)[:1]:
        if namesake != firm.ref and row.names.seat_of(namesake) == country.id:
            row.tell("name", f"listed before as firm {one_line(namesake.id)}; two firms until a person merges them")
    yield firm
    yield BasedIn(source=firm.ref, target=country)
    if industry in _SECTORS:
        sector, note = _SECTORS[industry]
        yield OperatesIn(source=firm.ref, target=Sector.at(sector), confidence=Confidence.INFERRED, note=note)
    else:
        row.tell("industry", f"{one_line(industry)!r} points to no sector; kept as the source's tag")
