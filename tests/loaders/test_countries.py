"""The members of RCEP, their names and their groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.kinds import Ref
from graph.model import Bloc, Country, MemberOf
from graph.vocabulary import Confidence
from loaders.row import CellError
from loaders.run import gather
from loaders.sources.countries import countries
from tests.loaders.literal import COUNTRIES, edges, everything, folder_of, nodes, row, written

CELLS = {
    "ISO3166-1-Alpha-3": "LAO",
    "ISO3166-1-Alpha-2": "LA",
    "name_en": "Laos",
    "name_th": "ลาว",
    "name_native": "ລາວ",
    "UNTERM English Short": "Lao People's Democratic Republic (the)",
    "UNTERM English Formal": "the Lao People's Democratic Republic",
    "name_ja": "ラオス",
    "name_id": "Laos",
    "Capital": "Vientiane",
    "Sub-region Name": "South-eastern Asia",
    "lat": "18.0",
    "lon": "105.0",
    "asean": "True",
    "rcep": "True",
    "cptpp": "False",
    "apec": "False",
}


def test_a_country_keeps_its_names_once_and_its_position() -> None:
    country = nodes(countries, row(CELLS))[0]
    assert isinstance(country, Country)
    assert (country.id, country.iso2, country.native_name) == ("LAO", "LA", "ລາວ")
    assert country.aliases == ("Lao People's Democratic Republic", "ラオス")
    assert (country.latitude, country.longitude, country.capital) == (18.0, 105.0, "Vientiane")


def test_flags_become_memberships_of_general_knowledge() -> None:
    found = edges(countries, row(CELLS))
    assert [e.target.id for e in found] == ["asean", "rcep"]
    assert {e.confidence for e in found} == {Confidence.GENERAL}


@pytest.mark.parametrize(
    ("column", "cell"), [("asean", "maybe"), ("lat", "18N"), ("ISO3166-1-Alpha-3", ""), ("name_th", "")]
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(countries(row({**CELLS, column: cell})))
    assert refused.value.column == column


def test_the_bundled_file_gives_fifteen_members_of_rcep_and_ten_of_asean() -> None:
    facts = everything().facts
    members = [e for e in facts.edges_of(MemberOf) if e.source.kind == "Country"]
    assert sum(e.target == Bloc.at("rcep") for e in members) == 15
    assert sum(e.target == Bloc.at("asean") for e in members) == 10
    thailand = facts.nodes[Ref("Country", "THA")]
    assert (thailand.name, thailand.name_th) == ("Thailand", "ไทย")


def test_a_row_in_a_users_folder_loads_by_the_same_rules(tmp_path: Path) -> None:
    bundle = folder_of(tmp_path / "data", COUNTRIES)
    header = "ISO3166-1-Alpha-3,ISO3166-1-Alpha-2,name_en,name_th,asean,rcep,cptpp,apec\n"
    line = "TLS,TL,Timor-Leste,ติมอร์-เลสเต,True,False,no,{apec}\n"
    mine = written(tmp_path / "mine", COUNTRIES, header + line.format(apec="False"))
    told = gather([mine], bundled=bundle)
    assert not told.errors
    assert Ref("Country", "TLS") in told.facts.nodes
    written(mine, COUNTRIES, header + line.format(apec="perhaps"))
    told = gather([mine], bundled=bundle)
    assert [str(p.place) for p in told.errors] == ["mine/countries/rcep_countries.csv:2: apec"]
