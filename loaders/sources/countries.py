"""The members of RCEP: codes, names in many languages, position, and the groups of states they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Bloc, Country, MemberOf
from graph.vocabulary import Confidence
from loaders.loader import loader
from loaders.row import Row

_ONLY_RCEP = "only its members within RCEP are listed"
BLOCS = {
    "asean": Bloc(id="asean", name="ASEAN", name_th="อาเซียน"),
    "rcep": Bloc(id="rcep", name="RCEP members", name_th="ประเทศสมาชิกอาร์เซ็ป"),
    "cptpp": Bloc(id="cptpp", name="CPTPP members", name_th="ประเทศสมาชิกซีพีทีพีพี", note=_ONLY_RCEP),
    "apec": Bloc(id="apec", name="APEC", name_th="เอเปค", note=_ONLY_RCEP),
}
_OTHER_NAMES = (
    "official_name_en",
    "UNTERM English Short",
    "UNTERM English Formal",
    "CLDR display name",
    "name_en",
    "name_th",
    "UNTERM Chinese Short",
    "name_zh",
    "name_ja",
    "name_ko",
    "name_vi",
    "name_id",
    "name_lo",
    "name_km",
    "name_my",
)
# Codes and classes of other bodies: they may stand in the file, and the graph has no use for them.
_UNUSED = (
    "Dial",
    "ISO3166-1-numeric",
    "ISO4217-currency_name",
    "ISO4217-currency_alphabetic_code",
    "Small Island Developing States (SIDS)",
    "M49",
    "Land Locked Developing Countries (LLDC)",
    "Least Developed Countries (LDC)",
    "Region Name",
    "Continent",
    "TLD",
    "Languages",
    "Geoname ID",
    "native_lang",
)


@loader(
    "countries/rcep_countries*.csv",
    columns=("ISO3166-1-Alpha-3", "ISO3166-1-Alpha-2", "name_en", "name_th", *BLOCS),
    optional=("name_native", "Capital", "Sub-region Name", "lat", "lon", *_OTHER_NAMES, *_UNUSED),
)
def countries(row: Row) -> Iterator[Fact]:
    """One member of RCEP a row, and the groups it belongs to (flagged by hand, so general knowledge)."""
    name, name_th = _without_former(row.text("name_en")), _without_former(row.text("name_th"))
    country = Country(
        id=row.text("ISO3166-1-Alpha-3"),
        iso2=row.text("ISO3166-1-Alpha-2"),
        name=name,
        name_th=name_th,
        native_name=row.optional("name_native"),
        aliases=_other_names(row, name, name_th),
        capital=row.optional("Capital"),
        subregion=row.optional("Sub-region Name"),
        latitude=row.number("lat"),
        longitude=row.number("lon"),
    )
    yield country
    for column, bloc in BLOCS.items():
        if row.boolean(column):
            yield bloc
            yield MemberOf(source=country.ref, target=bloc.ref, confidence=Confidence.GENERAL)


def _other_names(row: Row, *shown: str) -> tuple[str, ...]:
    """The names in the other columns, each once, without the article that some columns put before or after."""
    found = [row.optional(column).removeprefix("the ").removesuffix(" (the)") for column in _OTHER_NAMES]
    return tuple(dict.fromkeys(other for other in found if other not in ("", *shown)))


def _without_former(name: str) -> str:
    """A name without the other one that CLDR adds in brackets: Myanmar (Burma) is shown as Myanmar."""
    return name.partition(" (")[0]
