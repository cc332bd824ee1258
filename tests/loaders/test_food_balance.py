"""The food balance: no data is not zero, and FAO can be left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.kinds import Ref
from graph.model import Product, Region, TradesIn
from loaders.row import CellError
from loaders.run import gather
from loaders.sources.food_balance import food_balance
from tests.loaders.literal import (
    COUNTRIES,
    HS,
    ISIC,
    SECTORS,
    THAILAND,
    edges,
    everything,
    folder_of,
    nodes,
    row,
    written,
)

KNOWN = (THAILAND, Product(id="fao-2511"))
CELLS = {
    "iso3": "THA",
    "year": "2016",
    "fao_item": "2511",
    "production": "",
    "imports": "243",
    "exports": "0",
    "domestic_supply": "-8",
}
FILE = "trade/fao_food_balance_rcep_2010_2020.csv"


def test_no_figure_is_no_data_zero_is_zero_and_supply_may_fall_below() -> None:
    balance = edges(food_balance, row(CELLS, KNOWN))[0]
    assert isinstance(balance, TradesIn)
    assert (balance.production, balance.imports, balance.exports, balance.domestic_supply) == (None, 243, 0, -8)
    assert (balance.unit, balance.dataset) == ("thousand tonnes, primary equivalent", "FAO FBS")
    assert (balance.source.id, balance.target.id, balance.year) == ("THA", "fao-2511", 2016)


def test_the_world_is_a_region() -> None:
    world = row({**CELLS, "iso3": "WLD"}, KNOWN)
    assert nodes(food_balance, world) == [Region(id="world", name="World", name_th="โลก")]
    assert edges(food_balance, world)[0].source == Region.at("world")


@pytest.mark.parametrize(
    ("column", "cell"),
    [("iso3", "THX"), ("year", "16"), ("fao_item", "2599"), ("production", "x"), ("exports", "-1")],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(food_balance(row({**CELLS, column: cell}, KNOWN)))
    assert refused.value.column == column


def test_the_bundled_file_is_kept_whole() -> None:
    found = [e for e in everything().facts.edges_of(TradesIn) if isinstance(e, TradesIn)]
    assert len(found) == 14508
    assert sum(e.production is None for e in found) == 2885
    assert sum(e.imports is None for e in found) == 499


def test_a_build_can_leave_fao_out_and_keep_its_items(tmp_path: Path) -> None:
    bundle = folder_of(tmp_path / "data", COUNTRIES, HS, ISIC, SECTORS, "trade/fao_items.csv", FILE)
    told = gather(without=["fao"], bundled=bundle)
    assert told.left_out == [FILE]
    assert not list(told.facts.edges_of(TradesIn))
    assert Ref("Product", "fao-2511") in told.facts.nodes
    assert not told.errors


def test_rows_in_a_users_folder_load_by_the_same_rules(tmp_path: Path) -> None:
    bundle = folder_of(tmp_path / "data", COUNTRIES, HS, ISIC, SECTORS, "trade/fao_items.csv")
    header = "iso3,year,fao_item,production,imports,exports,domestic_supply\n"
    mine = written(tmp_path / "mine", FILE, header + "THA,2021,2511,,1,2,3\nTHA,2021,2599,1,1,1,1\n")
    told = gather([mine], bundled=bundle)
    assert len(list(told.facts.edges_of(TradesIn))) == 1
    assert [str(p.place) for p in told.errors] == [f"mine/{FILE}:3: fao_item"]
