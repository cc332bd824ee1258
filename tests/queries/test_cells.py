"""The matrix of members and sub-sectors: every cell is there, and each says what the facts and the searches say."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from typing import Any

from graph.model import Partnership, PartOf, Sector
from graph.vocabulary import Cell
from loaders.run import BUNDLED
from queries import ask
from tests.built import bundled

DAY = date(2026, 11, 22)
MEMBERS = {"AUS", "BRN", "CHN", "IDN", "JPN", "KHM", "KOR", "LAO", "MMR", "MYS", "NZL", "PHL", "SGP", "VNM"}
RUNNING = ("active", "signed")
PLANNED = ("in talks", "announced", "expected")


def cells(**params: Any) -> dict[tuple[str, str], dict[str, Any]]:
    return {(r["code"], r["sub_sector"]): r for r in ask(bundled().store, "cells-of-matrix", params)}


@cache
def above() -> dict[str, set[str]]:
    """Each sector with itself and all above it."""
    facts = bundled().made.gathered.facts
    parents = {e.source.id: e.target.id for e in facts.edges_of(PartOf) if e.source.kind == Sector.kind}
    found: dict[str, set[str]] = {}
    for ref in facts.nodes:
        if ref.kind == Sector.kind:
            line, here = {ref.id}, ref.id
            while here in parents:
                here = parents[here]
                line.add(here)
            found[ref.id] = line
    return found


def status_on(p: Partnership, day: date) -> str:
    """The word of the row, with an end that has passed or is still to come seen on the day."""
    if p.until:
        end = str(p.until)
        if p.status in RUNNING and end < day.isoformat()[: len(end)]:
            return "ended"
        if p.status in ("ended", "completed") and end > day.isoformat()[: len(end)]:
            return "active"
    return p.status.value


@cache
def held(day: date) -> dict[tuple[str, str], dict[str, str]]:
    """The links of Thailand with each member in each sector, with their status, from the facts alone."""
    found: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for node in bundled().made.gathered.facts.nodes.values():
        if isinstance(node, Partnership) and "THA" in node.countries and not (node.start and node.start.first > day):
            for sector in set().union(*(above()[s] for s in node.sectors)):
                for member in set(node.countries) & MEMBERS:
                    found[member, sector][node.id] = status_on(node, day)
    return found


def searches() -> dict[tuple[str, str], str]:
    with (BUNDLED / "partnerships/enquiries.csv").open(encoding="utf-8", newline="") as file:
        return {(r["partner"], r["sector"].removeprefix("sec:")): r["found"] for r in csv.DictReader(file)}


def test_every_member_has_a_cell_in_every_sub_sector() -> None:
    rows = ask(bundled().store, "cells-of-matrix")
    wanted = {id for id, line in above().items() if "agrifood" in line}
    assert len(rows) == len(wanted) * 14
    assert set(cells()) == {(member, sector) for member in MEMBERS for sector in wanted}


def test_each_cell_holds_the_links_of_the_facts_with_their_status() -> None:
    for day in (DAY, date(2019, 6, 30)):
        links = held(day)
        for place, row in cells(as_of=day.isoformat()).items():
            assert dict(zip(row["links"], row["statuses"], strict=True)) == links.get(place, {}), place
            count = Counter(row["statuses"])
            assert row["running"] == count["active"] + count["signed"]
            assert row["planned"] == sum(count[s] for s in PLANNED)
            assert row["ended"] == count["ended"] + count["failed"]
            assert (row["completed"], row["disputed"]) == (count["completed"], count["disputed"])


def test_the_state_of_a_cell_is_one_of_a_closed_list_and_a_plan_is_never_a_running_link() -> None:
    found = searches()
    for place, row in cells().items():
        assert row["state"] in list(Cell)
        statuses = set(row["statuses"])
        if row["state"] == Cell.RUNNING:
            assert statuses & set(RUNNING)
        elif row["state"] == Cell.PLANNED:
            assert statuses & set(PLANNED)
            assert not statuses & {*RUNNING, "completed"}
        elif not statuses:
            said = {"no": Cell.NONE, "unclear": Cell.UNCLEAR, "yes": Cell.ELSEWHERE, None: Cell.SILENT}
            assert row["state"] == said[found.get(place)], place


def test_none_found_is_said_only_where_somebody_looked() -> None:
    for place, row in cells().items():
        assert (row["enquiry"] is None) == (place not in searches())
        if row["state"] == Cell.NONE:
            assert row["searched_on"] == "2026-11-22"
            assert row["words"]
            assert row["unknowns"] == ["none found in stored public web pages on 2026-11-22"]
        if row["enquiry"] is None:
            assert "no search was made for this member and sub-sector" in row["unknowns"]


def test_a_link_that_began_after_the_day_is_no_link_of_that_day() -> None:
    early = cells(as_of="2000-01-01")
    assert Counter(r["state"] for r in early.values())[Cell.LATER] > 50
    later = [r for r in early.values() if r["state"] == Cell.LATER]
    assert all(r["later"] and not r["links"] for r in later)


def test_the_members_without_link_are_the_cells_that_neither_run_nor_are_completed() -> None:
    for day in ("", "2015-01-01"):
        absent = {
            (r["member"], r["sub_sector"]): r for r in ask(bundled().store, "members-without-link", {"as_of": day})
        }
        matrix = {(r["member"], r["name"]): r for r in cells(as_of=day).values()}
        assert set(absent) == {k for k, r in matrix.items() if r["state"] not in (Cell.RUNNING, Cell.COMPLETED)}
        for place, row in absent.items():
            assert row["absence"] == matrix[place]["state"]
            assert row["unknowns"] == matrix[place]["unknowns"]


def test_a_country_without_links_still_has_every_cell() -> None:
    assert {r["state"] for r in cells(sector="coconut", country="LAO").values()} == {Cell.SILENT}
