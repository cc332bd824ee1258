"""Tariff schedules, line by line and year by year."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.model import CutsTariffOn, Product
from graph.vocabulary import RateForm
from loaders.row import CellError
from loaders.run import gather
from loaders.sources.tariffs import tariffs
from tests.loaders.literal import (
    CHINA,
    COUNTRIES,
    HS,
    JAPAN,
    THAILAND,
    edges,
    everything,
    folder_of,
    row,
    written,
)

KNOWN = (THAILAND, JAPAN, CHINA, Product(id="02"), Product(id="0201"), Product(id="020110"))
CELLS = {
    "importer_iso3": "CHN",
    "concession_for": "ASEAN",
    "hs_code": "0201.10.00",
    "product_description": "---Carcasses",
    "base_rate": "0.2",
    "year_2": "0",
    "year_1": "0.1",
    "year_3_and__subsequent_years": "0",
    "chapter": "02",
}


def line(**changes: str) -> CutsTariffOn:
    edge = edges(tariffs, row({**CELLS, **changes}, KNOWN))[0]
    assert isinstance(edge, CutsTariffOn)
    return edge


def test_a_line_keeps_every_rate_in_the_order_of_the_years() -> None:
    assert line().rates == ("0.1", "0", "0")
    assert line().forms == ("ad valorem",) * 3
    assert (line().base_share, line().free_from) == (0.2, 2)
    assert (line().importer, line().partner, line().line) == ("CHN", "asean", "0201.10.00")
    assert (line().target.id, line().description) == ("020110", "Carcasses")


def test_an_unbound_line_is_never_free() -> None:
    unbound = line(base_rate="U", year_1="U", year_2="U", year_3_and__subsequent_years="U")
    assert (unbound.base_form, unbound.base_share, unbound.free_from) == (RateForm.UNBOUND, None, None)


def test_a_compound_rate_is_kept_in_its_parts() -> None:
    compound = line(base_rate="5%, or, if lower, $0.45/kg TSS*")
    assert compound.base_form is RateForm.COMPOUND
    assert (compound.base_share, compound.base_amount, compound.base_unit) == (0.05, 0.45, "$/kg TSS*")
    assert compound.base_rate == "5%, or, if lower, $0.45/kg TSS*"


def test_a_line_for_two_countries_is_two_edges() -> None:
    found = edges(tariffs, row({**CELLS, "concession_for": "THA;JP"}, KNOWN))
    assert [e.partner for e in found if isinstance(e, CutsTariffOn)] == ["THA", "JPN"]
    assert line(concession_for="ALL_RCEP").partner == "rcep"


def test_a_subheading_the_tree_lacks_falls_to_its_heading() -> None:
    assert line(hs_code="0201.99.00").target.id == "0201"


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("base_rate", "cheap"),
        ("year_2", ""),
        ("year_2", "five"),
        ("hs_code", "9901.00"),
        ("hs_code", "O201"),
        ("importer_iso3", "CHX"),
        ("concession_for", "EVERYBODY"),
        ("year_1", "15"),
    ],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        line(**{column: cell})
    assert refused.value.column == column


def test_a_missing_year_is_refused() -> None:
    cells = {k: v for k, v in CELLS.items() if k != "year_2"}
    with pytest.raises(CellError, match="year_2"):
        list(tariffs(row(cells, KNOWN)))


def test_no_line_and_no_cell_of_the_bundled_schedules_is_dropped() -> None:
    lines = [e for e in everything().facts.edges_of(CutsTariffOn) if isinstance(e, CutsTariffOn)]
    australia, china = ([e for e in lines if e.importer == code] for code in ("AUS", "CHN"))
    assert (len(australia), len(china)) == (470, 614)
    assert {len(e.rates) for e in australia} == {20}
    assert {len(e.rates) for e in china} == {21}
    unbound = sum(e.forms.count("unbound") + (e.base_form == "unbound") for e in lines)
    assert unbound == 80 + 714
    assert sum(e.base_form is RateForm.SPECIFIC for e in australia) == 5


def test_another_countrys_schedule_loads_by_the_same_rules(tmp_path: Path) -> None:
    bundle = folder_of(tmp_path / "data", COUNTRIES, HS, "agreements/rcep_status.csv")
    header = "importer_iso3,concession_for,hs_code,base_rate,year_1,year_2_and_subsequent_years\n"
    file = "agreements/rcep_tariff_schedule_thailand.csv"
    mine = written(tmp_path / "mine", file, header + "THA,JPN,0201.10.00,50%,20%,0\nTHA,JPN,0201.20.00,50%,?,0\n")
    told = gather([mine], bundled=bundle)
    assert [str(p.place) for p in told.errors] == [f"mine/{file}:3: year_1"]
    assert told.rejects[f"mine/{file}"][0]["hs_code"] == "0201.20.00"
    assert [e.source.id for e in told.facts.edges_of(CutsTariffOn)] == ["rcep"]
    assert not [p for p in told.facts.problems if "column not used" in p.message]
