"""Flows beside links: as wide as the question's figures, no tonne in two sub-sectors, each look the matrix's state."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from math import fsum
from typing import Any

import pytest

from bubble.drawing import picture_of
from graph.errors import GraphError
from graph.vocabulary import Cell, Status
from queries import ask
from tests.built import bundled
from tests.visuals.charted import drawn
from tests.visuals.test_charts import SVG, marks, parsed
from visuals.charts.figure import figure_of
from visuals.charts.flows import LOOK_OF, LOOKS, Flows
from visuals.charts.ribbons import scale_of, slots
from visuals.charts.words import WORDS
from visuals.labels import Box
from visuals.view import named

NAME, QUESTION = "flows-beside-links", "possible-flows"


@cache
def flows_of(direction: str, country: str = "THA") -> Flows:
    """The chart of a direction."""
    params = {"direction": direction, "country": country}
    canvas = picture_of(bundled().store, named(NAME), params)
    assert isinstance(canvas, Flows)
    return canvas


def rows(direction: str = "sells", **params: str) -> list[dict[str, Any]]:
    return [dict(row) for row in ask(bundled().store, QUESTION, {"direction": direction, **params})]


def high_of(path: str) -> float:
    """How high a ribbon is, by its outline."""
    start, stop = re.match(r"M[\d.]+ ([\d.]+)C.*V[\d.]+C.* ([\d.]+)Z", path).groups()  # type: ignore[union-attr]
    return float(stop) - float(start)


@pytest.mark.parametrize("direction", ["sells", "buys"])
def test_the_ribbons_of_a_member_add_up_to_what_could_be_traded_with_it(direction: str) -> None:
    fits = {r["code"]: r for r in ask(bundled().store, "trade-complementarity") if r["sector"] == "agrifood"}
    codes = {r["member"]: r["code"] for r in fits.values()}
    chart = flows_of(direction)
    sums: dict[int, list[float]] = defaultdict(list)
    for flow in chart.flows:
        sums[flow.member].append(flow.quantity)
    for place, end in enumerate(chart.members):
        whole = fits[codes[end.name.en]][f"{direction}_matched"]
        if whole is None:
            assert (end.figure, sums[place]) == (None, [])
        else:
            assert fsum(sums[place]) == pytest.approx(whole, abs=0.01)
            assert end.figure == pytest.approx(whole, abs=0.01)
    assert {end.name.en for end in chart.members if end.figure is None} == {"Singapore", "Brunei"}


def test_no_item_counts_in_two_sub_sectors_and_the_items_of_a_ribbon_add_up_to_it() -> None:
    seen: dict[str, list[str]] = defaultdict(list)
    for row in rows():
        assert fsum(row["quantities"]) == pytest.approx(row["matched"] or 0, abs=0.01)
        seen[row["code"]] += row["items"]
    assert all(len(items) == len(set(items)) for items in seen.values())
    of_pair = {
        (r["item"], r["matched"])
        for r in ask(bundled().store, "supply-need-match", {"partner": "JPN"})
        if r["seller"] == "Thailand" and r["matched"]
    }
    own = [row for row in rows() if row["code"] == "JPN"]
    assert {pair for row in own for pair in zip(row["items"], row["quantities"], strict=True)} == of_pair


@pytest.mark.parametrize("direction", ["sells", "buys"])
def test_every_ribbon_looks_as_the_state_of_its_cell_in_the_matrix(direction: str) -> None:
    cells = {(c["code"], c["sub_sector"]): c for c in ask(bundled().store, "white-space-matrix")}
    found = rows(direction)
    sectors = {row["sector"] for row in found}
    with_parts = {cell["parent"] for (_, sector), cell in cells.items() if sector in sectors}
    names = {(row["sub_sector"], row["member"]): row for row in found}
    chart = flows_of(direction)
    assert len(chart.flows) == sum(bool(row["matched"]) for row in found)
    for flow in chart.flows:
        row = names[chart.sub_sectors[flow.sub_sector].name.en, chart.members[flow.member].name.en]
        cell = cells[row["code"], row["sector"]]
        assert flow.quantity == row["matched"]
        assert flow.look == LOOK_OF[row["state"]]
        if row["sector"] not in with_parts or not set(cell["links"]) - set(row["links"]):
            assert row["state"] == cell["state"]
            assert row["links"] == cell["links"]
        assert chart.parts[flow.part].links == tuple(row["links"])


def test_a_link_on_a_part_stands_behind_nothing_else_of_the_sub_sector() -> None:
    serving: dict[str, set[str]] = defaultdict(set)
    for row in bundled().store.ask("MATCH (p:Partnership)-[:SERVES]->(s:Sector) RETURN p.id AS link, s.id AS sector"):
        serving[row["sector"]].add(row["link"])
    running = (Status.ACTIVE, Status.SIGNED)
    for row in rows():
        if row["sector"] in ("grain", "fruitveg", "foodproc"):
            assert set(row["links"]) <= serving[row["sector"]]
            assert (row["state"] == Cell.RUNNING) == any(status in running for status in row["statuses"])
    grain = {row["member"]: row for row in rows() if row["sector"] == "grain"}
    rice = {row["member"]: row for row in rows() if row["sector"] == "rice"}
    assert (grain["Philippines"]["state"], rice["Philippines"]["state"]) == (Cell.SILENT, Cell.RUNNING)
    assert grain["Philippines"]["sub_sector"] == "Grain mill products (without Rice)"


def test_every_state_has_a_look_and_every_look_is_drawn_in_its_own_way() -> None:
    assert set(LOOK_OF) == set(Cell)
    assert set(LOOK_OF.values()) == set(LOOKS)
    assert [state for state in Cell if LOOK_OF[state] == LOOK_OF[Cell.SILENT]] == [Cell.SILENT]
    assert [state for state in Cell if LOOK_OF[state] == LOOK_OF[Cell.RUNNING]] == [Cell.RUNNING]
    chart = flows_of("sells")
    parts = marks(chart)
    drawn_as: dict[str, set[tuple[int, bool, str, bool]]] = defaultdict(set)
    for flow in chart.flows:
        if flow.quantity > 900:
            paths = [path for path in parts[flow.part][0] if path.get("class") != "hit"]
            last = paths[-1]
            is_solid = float(last.get("fill-opacity", "0")) > 0.5
            drawn_as[flow.look].add((len(paths), is_solid, last.get("stroke-dasharray", ""), bool(last.get("stroke"))))
    assert all(len(ways) == 1 for ways in drawn_as.values())
    assert len({next(iter(ways)) for ways in drawn_as.values()}) == len(drawn_as) >= 4


@pytest.mark.parametrize("size", ["a4", "column"])
def test_ribbons_and_bars_are_as_wide_as_their_figures(size: str) -> None:
    chart = flows_of("sells")
    parts = marks(chart, size=size)
    units = []
    for flow in chart.flows:
        if flow.quantity > 1000:
            hit = next(path for path in parts[flow.part][0] if path.get("class") == "hit")
            units.append(high_of(hit.attrib["d"]) / flow.quantity)
    assert len(units) > 10
    assert max(units) == pytest.approx(min(units), rel=0.02)
    for end in chart.members:
        bars = [r for r in parts[end.part][0].iter(f"{SVG}rect") if r.get("fill") == "#17212b"]
        assert len(bars) == (end.figure is not None)
        if end.figure and end.figure > 3000:
            assert float(bars[0].attrib["height"]) / end.figure == pytest.approx(units[0], rel=0.02)
    for end in chart.sub_sectors:
        filled = [r for r in parts[end.part][0].iter(f"{SVG}rect") if r.get("fill") == "#17212b"]
        if end.figure and end.figure > 3000:
            assert float(filled[0].attrib["height"]) <= end.figure * units[0] * 1.02


def test_no_figure_is_no_data_and_never_a_bar() -> None:
    told = "".join(parsed(figure_of(flows_of("sells"))).itertext())
    assert told.count(WORDS["no_data"].en) >= 2
    chart = drawn(NAME, "BRN")
    assert chart.flows == []
    assert {end.figure for end in chart.members} == {None}
    assert "no figures" in chart.answer.en
    parsed(figure_of(chart))


def test_the_direction_turns_title_heads_and_figures() -> None:
    sells, buys = flows_of("sells"), flows_of("buys")
    assert "sell to" in sells.title.en
    assert "buy from" in buys.title.en
    assert "ขาย" in sells.title.th
    assert "ซื้อ" in buys.title.th
    assert "exports" in sells.headed.country.en
    assert "imports" in buys.headed.country.en
    with pytest.raises(GraphError, match="direction: expected sells or buys, found 'sell'"):
        rows("sell")


def test_the_sentence_says_what_the_largest_ribbons_stand_on() -> None:
    chart = flows_of("sells")
    largest = sorted(chart.flows, key=lambda flow: -flow.quantity)[:20]
    running = sum(flow.look == LOOK_OF[Cell.RUNNING] for flow in largest)
    silent = sum(flow.look == LOOK_OF[Cell.SILENT] for flow in largest)
    assert f"Of the 20 largest possible flows {running} have a running link behind them" in chart.answer.en
    assert f"for {silent} nobody looked" in chart.answer.en
    bare = next(f for f in sorted(chart.flows, key=lambda flow: -flow.quantity) if f.look != LOOK_OF[Cell.RUNNING])
    assert f"{bare.quantity:,.0f} thousand tonnes" in chart.answer.en
    assert f"{bare.quantity:,.0f} พันตัน" in chart.answer.th


def test_a_ribbon_opens_on_its_items_its_links_and_the_search() -> None:
    chart = flows_of("sells")
    found = {(row["sub_sector"], row["member"]): row for row in rows()}
    for flow in chart.flows:
        row = found[chart.sub_sectors[flow.sub_sector].name.en, chart.members[flow.member].name.en]
        told = {fact.label for fact in chart.parts[flow.part].facts}
        assert told >= set(row["items"])
        assert ("Words searched for" in told) == bool(row["words"])


def test_slots_fill_the_height_and_none_is_lower_than_a_name() -> None:
    values = [50.0, 30.0, 0.0, 0.2, 20.0]
    scale = scale_of(values, 300, 10, 4)
    found = slots(values, Box(0, 5, 0, 300), scale, 10)
    assert min(slot.room.h for slot in found) >= 10
    assert found[0].room.y == 5
    assert found[-1].room.y + found[-1].room.h == pytest.approx(305)
    assert [slot.bar.h for slot in found] == pytest.approx([value * scale for value in values])
    assert all(b.room.y - a.room.y - a.room.h >= 4 - 1e-9 for a, b in pairwise(found))
    assert scale_of([], 300, 10, 4) == 1.0
    assert scale_of([0.0], 300, 10, 4) == 1.0
