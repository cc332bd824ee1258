"""The charts as data and figure: what is drawn is what the answers say, told apart without colour, readable, safe."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from statistics import mean, median
from xml.etree import ElementTree as ET

import pytest

from graph.vocabulary import Cell, Status
from queries import ask
from tests.built import bundled
from tests.visuals.charted import CHARTS, drawn, hostile
from visuals.canvas import content, endings
from visuals.charts.chart import Chart
from visuals.charts.coverage import Coverage
from visuals.charts.figure import figure_of
from visuals.charts.flows import Flows
from visuals.charts.land import WINDOW, land, projected
from visuals.charts.look import DARK, SIGNS
from visuals.charts.map import Map
from visuals.charts.ties import absence_of
from visuals.charts.timeline import Timeline, span
from visuals.charts.trade import Trade
from visuals.charts.words import WORDS
from visuals.picture import Text
from visuals.sheet import SIZES
from visuals.vendored import VENDOR, width
from visuals.view import named

SVG = "{http://www.w3.org/2000/svg}"


def parsed(figure: str) -> ET.Element:
    return ET.fromstring(figure)  # noqa: S314  our own figure


def marks(chart: Chart, *, language: str = "en", size: str = "a4") -> dict[int, list[ET.Element]]:
    """What is drawn of each part."""
    found: dict[int, list[ET.Element]] = {}
    for group in parsed(figure_of(chart, language, size)).iter(f"{SVG}g"):
        if group.get("data-part") is not None:
            found.setdefault(int(group.attrib["data-part"]), []).append(group)
    return found


def members(country: str = "THA") -> list[dict[str, object]]:
    return [dict(row) for row in ask(bundled().store, "links-with-members", {"country": country})]


@pytest.mark.parametrize("name", CHARTS)
def test_each_part_is_drawn_and_opens_on_links_that_have_evidence(name: str) -> None:
    chart = drawn(name)
    assert set(marks(chart)) == set(range(len(chart.parts)))
    assert {link for part in chart.parts for link in part.links} == set(chart.links)
    for card in chart.links.values():
        assert card.evidence
        assert set(card.evidence) <= set(chart.passages)
    assert chart.answer.en
    assert re.search(r"[\u0e00-\u0e7f]", chart.answer.th)
    assert chart.columns
    assert all(len(row) == len(chart.columns) for row in chart.rows)


@pytest.mark.parametrize("country", ["THA", "JPN", "BRN"])
def test_the_map_has_a_disc_and_a_number_for_each_member_and_a_line_where_there_is_a_link(country: str) -> None:
    rows = members(country)
    chart: Map = drawn("map-of-links", country)
    assert chart.home is not None
    assert [(p.links, p.every) for p in chart.places] == [(r["links"], r["all_links"]) for r in rows[1:]]
    assert len(chart.places) == 14
    parts = marks(chart)
    for place in chart.places:
        told = "".join("".join(group.itertext()) for group in parts[place.part])
        curves = [p for group in parts[place.part] for p in group.iter(f"{SVG}path") if "Q" in p.get("d", "")]
        assert len(curves) == bool(place.links)
        if place.links:
            assert told.count(str(place.links)) >= 2, "beside the disc and behind the bar"
        else:
            assert told.count(place.absence.en) == 2
            assert not [
                r for group in parts[place.part] for r in group.iter(f"{SVG}rect") if r.get("fill") in _filled()
            ]


def _filled() -> set[str]:
    return {"#00558a", "#0072b2", "#54636f"}


def test_nobody_looked_is_not_none_found() -> None:
    rows = {r["member"]: r["absence"] for r in members("BRN")}
    chart: Map = drawn("map-of-links", "BRN")
    silent = [place for place in chart.places if rows[place.name.en] == "not researched"]
    assert silent
    assert {place.absence for place in silent} == {WORDS["nobody_looked"]}
    assert all(chart.parts[place.part].unknowns for place in silent)
    assert {absence_of({"absence": cell.value}) for cell in Cell} >= {
        WORDS["nobody_looked"],
        Text(Cell.NONE.en, Cell.NONE.th),
    }
    told = "".join(parsed(figure_of(drawn("timeline-of-links", "BRN"))).itertext())
    assert told.count(WORDS["nobody_looked"].en) >= len(silent)


def test_the_larger_number_has_the_wider_line_and_the_larger_disc() -> None:
    chart: Map = drawn("map-of-links")
    parts = marks(chart)
    seen = []
    for place in chart.places:
        line = next(p for group in parts[place.part] for p in group.iter(f"{SVG}path") if "Q" in p.get("d", ""))
        outer, inner = [float(c.attrib["r"]) for group in parts[place.part] for c in group.iter(f"{SVG}circle")]
        assert inner <= outer
        assert (inner / outer) ** 2 == pytest.approx(place.links / place.every, abs=0.03)
        seen.append((place.links, float(line.attrib["stroke-width"])))
    assert [wide for _, wide in sorted(seen)] == sorted(wide for _, wide in seen)


def test_the_projection_keeps_areas_and_the_land_lies_in_its_window() -> None:
    def area(east: float, north: float, step: float = 0.01) -> float:
        (x0, y0), (x1, y1), (x2, y2) = (
            projected(east, north),
            projected(east + step, north),
            projected(east, north + step),
        )
        return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / math.cos(math.radians(north))

    here = area(130, 3)
    assert all(area(east, north) == pytest.approx(here, rel=2e-3) for east, north in ((100, 15), (174, -41), (138, 36)))
    assert len(land()) <= 60_000
    left, top, right, bottom = WINDOW
    for start in re.findall(r"M(-?\d+) (-?\d+)", land()):
        assert left <= float(start[0]) <= right
        assert top <= float(start[1]) <= bottom
    for row in members():
        x, y = projected(float(str(row["longitude"])), float(str(row["latitude"])))
        assert left < x < right
        assert top < y < bottom


def test_the_land_is_the_one_whose_sum_is_told() -> None:
    told = (VENDOR / "VERSIONS.md").read_text("utf-8")
    assert hashlib.sha256((VENDOR / "land.json").read_bytes()).hexdigest() in told


def test_the_timeline_has_a_sign_for_each_dated_link_of_a_member_and_counts_the_others() -> None:
    links = {row["link"]: row for row in ask(bundled().store, "links-serving-sector")}
    chart: Timeline = drawn("timeline-of-links")
    for row, lane in zip(members()[1:], chart.lanes, strict=False):
        own = [links[str(link)] for link in row["link_ids"]]  # type: ignore[attr-defined]
        dated = [link for link in own if link["since"]]
        assert lane.name.en == row["member"]
        assert Counter(event.status for event in lane.events) == Counter(link["status"] for link in dated)
        assert sorted(event.began for event in lane.events) == sorted(span(link["since"]) for link in dated)
        assert lane.undated == len(own) - len(dated)
    signs = [
        g
        for groups in marks(chart).values()
        for group in groups
        for g in group.iter(f"{SVG}g")
        if "scale" in g.get("transform", "")
    ]
    assert len(signs) == sum(len(lane.events) for lane in chart.lanes)
    every = {link for part in chart.parts for link in part.links}
    assert every == set(map(str, members()[0]["link_ids"]))  # type: ignore[call-overload]


def test_a_year_is_a_stretch_and_a_day_a_point() -> None:
    assert span("2018") == (2018.0, 2019.0)
    first, last = span("2018-03")
    assert (round(first, 3), round(last - first, 3)) == (2018.167, 0.083)
    assert span("2018-03-09")[0] == span("2018-03-09")[1]
    assert span("2018-12-31")[1] < 2019
    chart: Timeline = drawn("timeline-of-links")
    yearly = [event for lane in chart.lanes for event in lane.events if event.began.last - event.began.first == 1]
    stretches = [
        r
        for groups in marks(chart).values()
        for g in groups
        for r in g.iter(f"{SVG}rect")
        if r.get("fill-opacity") == "0.32"
    ]
    assert yearly
    assert len(stretches) >= len(yearly)


def test_plans_are_hollow_and_every_status_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(Status)
    assert len(set(SIGNS.values())) == len(Status)
    for status in (Status.IN_TALKS, Status.ANNOUNCED, Status.EXPECTED):
        assert not SIGNS[status].filled
    for status in (Status.ACTIVE, Status.SIGNED, Status.COMPLETED):
        assert SIGNS[status].filled


def test_trade_stands_beside_links_each_in_its_own_unit_and_no_figure_is_no_data() -> None:
    fits = {r["code"]: r for r in ask(bundled().store, "trade-complementarity") if r["sector"] == "agrifood"}
    rows = {str(r["member"]): r for r in members()}
    chart: Trade = drawn("trade-beside-links")
    assert len(chart.lines) == 14
    parts = marks(chart)
    for line in chart.lines:
        fit = fits[rows[line.name.en]["code"]]
        assert (line.sells, line.buys) == (fit["sells_matched"], fit["buys_matched"])
        assert len(chart.parts[line.part].links) == rows[line.name.en]["links"]
        told = "".join(parts[line.part][0].itertext())
        bars = [r for r in parts[line.part][0].iter(f"{SVG}rect") if r.get("fill") in ("#1a659c", "#8fc1de")]
        assert len(bars) == (line.sells is not None) + (line.buys is not None)
        assert (WORDS["no_data"].en in told) == (line.sells is None)
    assert {line.name.en for line in chart.lines if line.sells is None} == {"Singapore", "Brunei"}
    assert "2020" in chart.measured.trade.en
    assert "2016" in chart.measured.goods.en


def test_bars_of_trade_are_as_long_as_their_figures() -> None:
    chart: Trade = drawn("trade-beside-links")
    shares = []
    for line in chart.lines:
        group = marks(chart)[line.part][0]
        for fill, value in (("#1a659c", line.sells), ("#8fc1de", line.buys)):
            bar = next((r for r in group.iter(f"{SVG}rect") if r.get("fill") == fill), None)
            if bar is not None and value and value > 1000:
                shares.append(float(bar.attrib["width"]) / value)
    assert max(shares) == pytest.approx(min(shares), rel=0.01)


def test_what_stands_out_lies_on_either_side_of_both_medians() -> None:
    chart: Trade = drawn("trade-beside-links")
    known = [line for line in chart.lines if line.sells is not None]
    links = {line: len(chart.parts[line.part].links) for line in known}
    trade = {line: (line.sells or 0) + (line.buys or 0) for line in known}
    few, many, little = median(links.values()), mean(links.values()), median(trade.values())
    assert {line.finding for line in known} > {""}
    for line in chart.lines:
        if line not in links:
            assert line.finding == ""
        else:
            assert (line.finding == "large") == (trade[line] > little and links[line] < few)
            assert (line.finding == "small") == (trade[line] < little and links[line] > max(few, many))


def test_a_dot_stands_for_each_link_of_a_member_and_says_what_it_rests_on() -> None:
    rows = [r for r in ask(bundled().store, "evidence-coverage") if r["of"] == "member"]
    check = {r["link"]: r for r in ask(bundled().store, "claims-to-check")}
    chart: Coverage = drawn("evidence-coverage")
    for row, told in zip(rows, chart.dots, strict=True):
        assert told.name.en == row["name"]
        assert len(told.dots) == row["links"]
        assert told.counts()[0] == row["more_sources"]
        assert sum(dot.is_inferred for dot in told.dots) == row["inferred"] + row["general"]
    assert sum(len(groups) for groups in marks(chart).values()) == sum(r["links"] for r in rows)
    for part in chart.parts:
        reasons = check[part.links[0]]["reasons"] if part.links[0] in check else []
        group = chart.groups[part.links[0]]
        assert (group == "party") == ("told only by a party to it" in reasons)
        assert group != "several" or "one source only" not in reasons


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("name", CHARTS)
def test_words_stay_on_the_sheet_apart_and_large_enough(name: str, language: str, size: str) -> None:
    figure = figure_of(drawn(name), language, size)
    assert figure == figure_of(drawn(name), language, size)
    root = parsed(figure)
    left, _, across, high = map(float, root.attrib["viewBox"].split())
    wide = left + across
    boxes = list(_boxes(root))
    for x, y, right, bottom, words in boxes:
        assert x >= left, words
        assert right <= wide + 0.5, words
        assert 0 <= y < bottom <= high, words
    for a, b in combinations(boxes, 2):
        assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3], (a[4], b[4])
    assert "http" not in re.sub(r'xmlns="[^"]+"', "", figure)


def _boxes(root: ET.Element) -> Iterator[tuple[float, float, float, float, str]]:
    for text in root.iter(f"{SVG}text"):
        points, words = float(text.attrib["font-size"]), text.text or ""
        assert points >= 6.5, words
        long = width(words, points, int(text.get("font-weight", "400")))
        x = float(text.get("x", "0")) - long * {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0)
        y = float(text.get("y", "0"))
        yield x, y - points * 0.72, x + long, y + points * 0.1, words


@pytest.mark.parametrize("name", CHARTS)
def test_every_colour_has_a_twin_on_dark_ground(name: str) -> None:
    figure = figure_of(drawn(name))
    colours = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', figure))
    assert colours <= set(DARK)


def test_the_country_asked_about_is_named_and_drawn() -> None:
    for name in ("map-of-links", "timeline-of-links", "trade-beside-links"):
        chart = drawn(name, "JPN")
        assert "Japan" in chart.title.en
        assert "ญี่ปุ่น" in chart.title.th
    japan: Trade = drawn("trade-beside-links", "JPN")
    assert {line.finding for line in japan.lines if line.name.en != "Thailand" and japan.parts[line.part].links} == {""}
    assert "large" in {line.finding for line in japan.lines if not japan.parts[line.part].links}, "none is few"
    empty: Trade = drawn("trade-beside-links", "BRN")
    assert all(line.sells is None and line.finding == "" for line in empty.lines)


@pytest.mark.parametrize("kind", [Map, Timeline, Trade, Coverage, Flows])
def test_a_figure_takes_any_text_and_none(kind: type[Chart]) -> None:
    parsed(figure_of(hostile(kind)))
    parsed(figure_of(kind.titled(named(CHARTS[0]).title)))


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_written_as_page_and_figure(name: str) -> None:
    chart = drawn(name)
    assert {".html", ".svg"} <= set(endings(chart))
    assert content(chart, ".html", "th", "a4") == content(chart, ".html", "th", "a4")
