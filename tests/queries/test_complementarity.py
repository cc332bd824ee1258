"""The complementarity of cells is what the file of FAO's food balance says, and no data is never zero."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from math import fsum, isclose
from pathlib import Path

from bubble.making import make_graph
from graph.stores.embedded import EmbeddedStore
from loaders.run import BUNDLED
from queries.trade.complementarity import Cell, Match, complementarity_by_cell
from queries.trade.sectors import tree
from tests.built import bundled

WITHOUT_DATA = {"SGP", "BRN"}
NOTHING = Match()


@cache
def cells(country: str = "THA") -> dict[tuple[str, str], Cell]:
    return complementarity_by_cell(bundled().store, country)


def balance(iso3: str, year: str, column: str) -> dict[str, float]:
    """A column of the file as it is, by item; empty cells left out."""
    with (BUNDLED / "trade/fao_food_balance_rcep_2010_2020.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["iso3"] == iso3 and r["year"] == year and r[column]]
    return {r["fao_item"]: float(r[column]) for r in rows}


def items(sector: str) -> set[str]:
    """The codes that the file of items puts into a sector by name."""
    with (BUNDLED / "trade/fao_items.csv").open(encoding="utf-8", newline="") as file:
        return {r["fao_item"] for r in csv.DictReader(file) if r["sector"] == f"sec:{sector}"}


@contextmanager
def without_food_balance(folder: Path) -> Iterator[EmbeddedStore]:
    """The graph as `bubble build --without fao` leaves it."""
    make_graph(folder / "graph.kgl", [], ["fao"], keep_going=False, tell=lambda step: None)
    with EmbeddedStore(folder / "graph.kgl") as store:
        yield store


def test_there_is_a_cell_for_every_other_member_and_every_sector() -> None:
    members = {member for member, _ in cells()}
    sectors = {r["id"] for r in bundled().store.ask("MATCH (s:Sector) RETURN s.id AS id")}
    assert len(members) == 14
    assert "THA" not in members
    assert set(cells()) == {(member, sector) for member in members for sector in sectors}


def test_the_quantities_of_a_cell_are_sums_of_the_file() -> None:
    for sector in ("meat", "seafood", "oils", "sugar", "dairy"):
        sold, bought = balance("THA", "2020", "exports"), balance("JPN", "2020", "imports")
        own = items(sector)
        cell = cells()["JPN", sector]
        assert cell.year == 2020
        assert cell.outward.supply == fsum(v for i, v in sold.items() if i in own)
        assert cell.outward.need == fsum(v for i, v in bought.items() if i in own)
        assert cell.outward.matched == fsum(min(sold[i], bought[i]) for i in own & sold.keys() & bought.keys())
        assert (cell.outward.items, cell.outward.of_items) == (len(own & sold.keys() & bought.keys()), len(own))


def test_the_index_of_a_cell_is_the_formula_over_the_file() -> None:
    sold, bought = balance("NZL", "2020", "exports"), balance("THA", "2020", "imports")
    both = items("meat") & sold.keys() & bought.keys()
    x, m = sum(sold[i] for i in both), sum(bought[i] for i in both)
    index = 100 * (1 - sum(abs(bought[i] / m - sold[i] / x) for i in both) / 2)
    found = cells()["NZL", "meat"].inward.index
    assert found is not None
    assert isclose(found, index, rel_tol=1e-12)


def test_the_points_of_the_sub_sectors_add_up_to_the_index_over_all_items() -> None:
    leaves = set(tree(bundled().store).sector_of.values())
    whole = cells()["CHN", "agrifood"].outward
    assert whole.index is not None
    assert whole.contribution is not None
    assert isclose(whole.index, whole.contribution, rel_tol=1e-9)
    # grain holds rice, fruitveg coconut, foodproc its own infant food: counted by what falls in each itself.
    tops = leaves - {"rice", "coconut", "foodproc"}
    parts = [cells()["CHN", sector].outward.contribution for sector in tops]
    infant = whole.contribution - sum(p for p in parts if p is not None)
    assert 0 <= infant < 1


def test_each_direction_is_the_other_country_s_other_direction() -> None:
    here, there = cells("THA"), cells("VNM")
    for sector in ("grain", "oils", "agrifood"):
        assert here["VNM", sector].outward == there["THA", sector].inward
        assert here["VNM", sector].inward == there["THA", sector].outward


def test_members_without_a_food_balance_have_no_figure_and_say_so() -> None:
    for (member, sector), cell in cells().items():
        if member in WITHOUT_DATA:
            assert cell.outward.need is None
            assert cell.inward.supply is None
            assert cell.outward.index is cell.outward.matched is cell.inward.index is cell.inward.matched is None
            assert "no rows for" in cell.unknown, sector


def test_a_sub_sector_with_a_single_item_has_quantities_but_no_index() -> None:
    cell = cells()["PHL", "rice"]
    assert cell.outward.of_items == 1
    assert cell.outward.index is None
    assert cell.outward.matched == min(
        balance("THA", "2020", "exports")["2807"], balance("PHL", "2020", "imports")["2807"]
    )


def test_a_sub_sector_that_no_item_falls_in_says_so() -> None:
    cell = cells()["JPN", "packaging"]
    assert (cell.outward, cell.inward) == (NOTHING, NOTHING)
    assert cell.unknown == "no item of FAO's food balance falls in this sub-sector"


def test_every_figure_that_is_missing_has_its_reason() -> None:
    for cell in cells().values():
        empty = cell.outward.matched is None and cell.inward.matched is None
        assert bool(cell.unknown) == empty, (cell.member, cell.sector)


def test_without_the_food_balance_every_cell_is_unknown(tmp_path: Path) -> None:
    with without_food_balance(tmp_path) as store:
        found = complementarity_by_cell(store, "THA")
    assert len(found) == len(cells())
    assert {cell.unknown for cell in found.values()} == {
        "the graph holds no food balance (FAO), so nothing can be said of trade"
    }
    assert {cell.outward.index for cell in found.values()} == {None}


def test_a_year_that_is_not_there_is_unknown_and_not_zero() -> None:
    found = complementarity_by_cell(bundled().store, "THA", 1999)
    assert {cell.outward.supply for cell in found.values()} == {None}
    assert all("food balance of 1999" in cell.unknown for cell in found.values())


def test_fish_of_2020_is_told_to_be_that_of_2019() -> None:
    """The file carries every fish figure over: all rows of the sub-sector are alike in the two years."""
    own = items("seafood")
    for iso3 in ("THA", "JPN", "CHN", "WLD"):
        for column in ("production", "imports", "exports"):
            now, before = balance(iso3, "2020", column), balance(iso3, "2019", column)
            assert {i: v for i, v in now.items() if i in own} == {i: v for i, v in before.items() if i in own}
    assert "items of 2020 are those of 2019 at the source" in cells()["JPN", "seafood"].note
    assert cells()["JPN", "grain"].note == ""
    assert complementarity_by_cell(bundled().store, "THA", 2019)["JPN", "seafood"].note == ""
