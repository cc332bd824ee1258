"""The questions on trade: what they say is in the files, units stay apart, and no data is never zero."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from math import fsum
from pathlib import Path
from typing import Any

import pytest

from bubble.making import make_graph
from graph.stores.embedded import EmbeddedStore
from loaders.run import BUNDLED
from queries import ask, catalogue
from tests.built import bundled

TRADE = [
    "comparative-advantage",
    "links-against-trade",
    "possible-flows",
    "supply-need-match",
    "trade-complementarity",
    "trade-intensity",
    "trade-structure",
    "unrealised-potential",
]
WITHOUT_DATA = ("SGP", "BRN")


def rows(name: str, **params: Any) -> list[dict[str, Any]]:
    return list(ask(bundled().store, name, params))


def table(path: str) -> list[dict[str, str]]:
    with (BUNDLED / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def balance(iso3: str, year: str = "2020") -> dict[str, dict[str, str]]:
    """A country's rows of the food balance as they stand in the file, by item."""
    found = table("trade/fao_food_balance_rcep_2010_2020.csv")
    return {f"fao-{r['fao_item']}": r for r in found if r["iso3"] == iso3 and r["year"] == year}


@pytest.fixture(scope="module")
def no_fao(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """The graph as `bubble build --without fao` leaves it."""
    path: Path = tmp_path_factory.mktemp("without") / "graph.kgl"
    make_graph(path, [], ["fao"], keep_going=False, tell=lambda step: None)
    with EmbeddedStore(path) as store:
        yield store


@pytest.mark.parametrize("name", TRADE)
def test_every_row_says_its_year_its_unit_and_its_dataset(name: str) -> None:
    for row in rows(name):
        assert row["unit"]
        assert row["dataset"]
        assert row["year"] or row["unknowns"]
        assert row["evidence"] or row["unknowns"]


@pytest.mark.parametrize("name", TRADE)
def test_a_figure_that_is_missing_is_told(name: str) -> None:
    numbers = [c.name for c in catalogue()[name].columns if c.type == "number"]
    for row in rows(name):
        if all(row[column] is None for column in numbers):
            assert row["unknowns"]


@pytest.mark.parametrize("name", TRADE)
def test_without_the_food_balance_the_questions_answer_and_say_why_they_can_not(
    name: str, no_fao: EmbeddedStore
) -> None:
    found = ask(no_fao, name)
    quantities = [r for r in found if r["dataset"] == "FAO FBS"]
    for row in quantities:
        assert any("no food balance" in told for told in row["unknowns"])
        assert not any(isinstance(v, float) for v in row.values())
    assert bool(quantities) == (name != "trade-intensity")


@pytest.mark.parametrize("name", ["trade-structure", "comparative-advantage"])
@pytest.mark.parametrize("code", WITHOUT_DATA)
def test_a_country_without_a_food_balance_has_one_row_that_says_so(name: str, code: str) -> None:
    (row,) = rows(name, country=code)
    assert row["exports"] is None
    assert "has no rows for" in row["unknowns"][0]


def test_the_structure_of_trade_is_that_of_the_file() -> None:
    held = balance("THA")
    sold = fsum(float(r["exports"]) for r in held.values() if r["exports"])
    items = {r["id"]: r for r in rows("trade-structure") if r["level"] == "item"}
    assert set(held) <= set(items)
    for id, source in held.items():
        found = items[id]
        for column in ("production", "imports", "exports"):
            assert found[column] == (float(source[column]) if source[column] else None), (id, column)
        if found["exports"] is not None:
            assert found["export_share"] == round(100 * found["exports"] / sold, 2)
        if all(source[c] for c in ("production", "imports", "exports")):
            made, bought, gone = (float(source[c]) for c in ("production", "imports", "exports"))
            home = made + bought - gone
            assert found["self_sufficiency"] == (round(100 * made / home, 2) if home > 0 else None)
        else:
            assert found["self_sufficiency"] is None


def test_self_sufficiency_is_never_said_of_unlike_items_together() -> None:
    for row in rows("trade-structure"):
        if row["of_items"] > 1:
            assert row["self_sufficiency"] is row["import_dependency"] is None


def test_the_advantage_of_rice_is_balassa_s_over_the_file() -> None:
    thai, world = ({k: float(r["exports"]) for k, r in balance(c).items() if r["exports"]} for c in ("THA", "WLD"))
    expected = (thai["fao-2807"] / fsum(thai.values())) / (world["fao-2807"] / fsum(world.values()))
    (rice,) = [r for r in rows("comparative-advantage") if r["id"] == "fao-2807"]
    assert rice["advantage"] == round(expected, 2)
    assert rice["of_world"] == round(100 * thai["fao-2807"] / world["fao-2807"], 2)


def test_a_match_is_never_more_than_either_side_has() -> None:
    for row in rows("supply-need-match", partner="CHN"):
        if row["matched"] is None:
            assert row["supply"] is None or row["need"] is None
            assert any("no data" in told for told in row["unknowns"])
        else:
            assert row["matched"] == min(row["supply"], row["need"])
            assert row["matched"] > 0


def test_the_match_of_two_countries_adds_up_to_that_of_their_cell() -> None:
    sold = [r["matched"] for r in rows("supply-need-match", partner="VNM") if r["buyer"] == "Vietnam"]
    (cell,) = [r for r in rows("trade-complementarity") if (r["code"], r["sector"]) == ("VNM", "agrifood")]
    assert round(fsum(m for m in sold if m is not None), 3) == cell["sells_matched"]


def test_flows_are_those_of_the_file_and_intensity_is_over_the_members_trade() -> None:
    source = [r for r in table("agreements/penppml_bilateral_exports_agreements_2000_2016.csv") if r["year"] == "2016"]
    flow = {(r["exporter_iso3"], r["importer_iso3"]): float(r["exports_usd"]) for r in source}
    own = fsum(v for (a, _), v in flow.items() if a == "THA")
    for row in rows("trade-intensity"):
        if row["goods"] != "all goods" or row["direction"] != "to the member":
            continue
        value = flow["THA", row["code"]]
        to = fsum(v for (_, b), v in flow.items() if b == row["code"])
        assert row["flow"] == round(value, 3)
        assert row["intensity"] == round((value / own) / (to / fsum(flow.values())), 2)


def test_china_s_chapters_are_summed_over_those_that_have_a_figure() -> None:
    source = table("trade/china_customs_hs2_2018_2019.csv")
    bought = [
        float(r["value_thousand_usd"])
        for r in source
        if (r["partner_iso3"], r["flow"], r["year"]) == ("THA", "Import", "2019") and r["value_thousand_usd"]
    ]
    (row,) = [
        r
        for r in rows("trade-intensity")
        if r["dataset"] == "China customs" and r["code"] == "CHN" and r["direction"] == "to the member"
    ]
    assert row["flow"] == round(fsum(bought), 3)
    assert (row["unit"], row["year"], row["goods_with_data"]) == ("thousand US$", 2019, len(bought))
    assert row["intensity"] is None


def test_there_is_a_row_for_every_pair_and_a_pair_without_data_is_not_zero() -> None:
    found = rows("trade-intensity")
    assert len(found) == 14 * 2 * 4
    dark = [r for r in found if r["dataset"] == "China customs" and r["code"] != "CHN"]
    assert len(dark) == 26
    assert {r["flow"] for r in dark} == {None}
    assert all(r["unknowns"][0].startswith("no data: ") for r in dark)


def test_values_without_a_unit_are_neither_summed_nor_compared() -> None:
    found = [r for r in rows("trade-intensity", country="AUS") if "not stated" in r["unit"]]
    assert {r["flow"] for r in found} == {r["intensity"] for r in found} == {None}
    assert any("products reported without a unit" in r["unknowns"][0] for r in found)


def test_unrealised_potential_is_unknown_everywhere_and_says_what_is_lacking() -> None:
    found = rows("unrealised-potential")
    assert len(found) == 28
    assert {r["unrealised"] for r in found} == {r["actual"] for r in found} == {None}
    assert all(len(r["unknowns"]) >= 3 for r in found)


def test_what_shares_let_expect_adds_up_to_what_the_world_buys_from_the_country() -> None:
    thai, world, japan = balance("THA"), balance("WLD"), balance("JPN")
    expected = fsum(
        float(thai[i]["exports"]) / float(world[i]["exports"]) * float(r["imports"])
        for i, r in japan.items()
        if r["imports"] and i in thai and thai[i]["exports"] and float(world[i]["exports"])
    )
    (row,) = [r for r in rows("unrealised-potential") if (r["seller"], r["buyer"]) == ("Thailand", "Japan")]
    assert row["expected"] == round(expected, 1)


def test_a_link_that_runs_against_trade_runs_and_one_that_is_missing_does_not() -> None:
    statuses = {r["link"]: r["status"] for r in rows("links-serving-sector")}
    found = rows("links-against-trade")
    for row in found:
        running = [link for link in row["links"] if link.endswith(("(active)", "(signed)"))]
        assert len(running) == row["running"]
        assert bool(running) == row["finding"].startswith("link")
        for link in row["links"]:
            id, _, status = link.partition(" ")
            assert statuses.get(id, status.strip("()")) == status.strip("()")
        if not running:
            assert any("search" in told for told in row["unknowns"])


def test_a_link_is_judged_as_it_stood_on_the_day() -> None:
    early = rows("links-against-trade", as_of="2015-06-30", high=0)
    assert {r["year"] for r in early} == {2015}
    ids = sorted({link.partition(" ")[0] for r in early for link in r["links"]})
    starts = bundled().store.ask(
        "MATCH (p:Partnership) WHERE p.id IN $ids RETURN toString(p.start) AS start, p.status AS status", {"ids": ids}
    )
    assert ids
    assert all(r["start"] is None or r["start"] <= "2015-06-30" for r in starts)
    assert len(ids) < len({link for r in rows("links-against-trade", high=0, low=101) for link in r["links"]})


def test_the_thresholds_are_the_reader_s() -> None:
    few, many = rows("links-against-trade", high=99), rows("links-against-trade", high=50)
    assert len(few) < len(many)
    for row in many:
        if row["finding"].startswith("high") and row["sells_index"] is not None:
            assert max(row["sells_index"], row["buys_index"] or 0) >= 49.9
