"""Questions on links and bodies say what the headline and the facts say, and never more."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from typing import Any

import networkx as nx
import pytest

from graph.errors import GraphError
from graph.model import BasedIn, Joins, PartOf, Runs
from graph.store import Answer
from graph.vocabulary import Role
from loaders.run import BUNDLED
from queries import ask
from tests.built import bundled

HEADLINE = "links-serving-sector"
RUNNING = {"active", "signed"}
PLANNED = {"in talks", "announced", "expected"}
MEMBERS = {"AUS", "BRN", "CHN", "IDN", "JPN", "KHM", "KOR", "LAO", "MMR", "MYS", "NZL", "PHL", "SGP", "VNM"}


def answer(name: str, **params: Any) -> Answer:
    return ask(bundled().store, name, params)


def named(**params: Any) -> dict[str, dict[str, Any]]:
    """The rows of the headline that name the sector, by link."""
    return {r["link"]: r for r in answer(HEADLINE, **params) if r["reach"] == "by name"}


def parties() -> dict[str, set[tuple[str, str]]]:
    """Kind and id of the parties of each link, places left out."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for e in bundled().made.gathered.facts.edges_of(Joins):
        if isinstance(e, Joins) and e.role is Role.PARTY:
            found[e.target.id].add((e.source.kind, e.source.id))
    return found


def name_of(ref: tuple[str, str]) -> str:
    return str(bundled().store.ask(f"MATCH (n:{ref[0]} {{id: $id}}) RETURN n.name AS name", {"id": ref[1]})[0]["name"])


@pytest.mark.parametrize("day", ["", "2018-06-30"])
def test_the_lines_by_status_hold_the_links_of_the_headline(day: str) -> None:
    links = named(as_of=day)
    for r in answer("members-by-status", as_of=day):
        own = {id: x for id, x in links.items() if r["code"] in x["members"] and x["status"] == r["status"]}
        assert r["link_ids"] == sorted(own)
        told = [x["last_evidence"] for x in own.values() if x["last_evidence"]]
        assert (r["links"], r["undated"]) == (len(own), len(own) - len(told))
        if not day:
            assert (r["newest"], r["oldest"]) == (max(told, default=None), min(told, default=None))
        else:  # evidence that was dated later was not there to be read
            assert r["newest"] is None or r["newest"] <= day
    counted = Counter(r["code"] for r in answer("members-by-status", as_of=day) for _ in range(r["links"]))
    assert counted == Counter({m["code"]: m["links"] for m in answer("members-serving-sector", as_of=day)})


def test_a_member_without_a_link_is_listed_with_none() -> None:
    rows = [r for r in answer("members-by-status", sector="noodles") if r["links"] == 0]
    assert len(rows) > 5
    assert all(r["unknowns"] == ["no link is known; cells-of-matrix tells where anybody searched"] for r in rows)


def test_a_cell_on_one_link_is_one_with_a_single_running_link() -> None:
    cells = {(r["member"], r["name"]): r for r in answer("cells-of-matrix")}
    rows = [r for r in answer("sectors-on-one-link") if r["member"] != "every member"]
    assert {(r["member"], r["sub_sector"]) for r in rows} == {k for k, c in cells.items() if c["running"] == 1}
    for r in rows:
        told = dict(zip(*(cells[r["member"], r["sub_sector"]][k] for k in ("links", "statuses")), strict=True))
        assert told[r["link"]] in RUNNING
        assert r["others"] == [f"{id} ({s})" for id, s in told.items() if id != r["link"]]


def test_a_counterpart_is_a_party_of_a_shared_link_or_of_no_known_channel() -> None:
    rows = answer("counterparts-of-agency")
    assert {r["code"] for r in rows} == MEMBERS
    joined, diprom = parties(), ("Agency", "diprom")
    shared = {id for id, sides in joined.items() if diprom in sides}
    direct = [r for r in rows if r["channel"].startswith("direct")]
    assert {id for r in direct for id in r["links"]} <= shared
    assert {"p001", "p007", "p015", "first-source-e34"} <= {id for r in direct for id in r["links"]}
    for r in rows:
        assert (r["channel"] == "direct, only planned or in talks") == (
            r["channel"].startswith("direct") and set(r["statuses"]) <= PLANNED
        )
        assert r["links"] or r["channel"] in ("leg of its programme", "same duty, no channel known", "none known")
        assert r["unknowns"] or r["channel"] == "direct link"


def test_a_body_of_the_same_duty_is_so_by_the_file_and_shares_no_link() -> None:
    with (BUNDLED / "agencies/agencies.csv").open(encoding="utf-8", newline="") as file:
        duty = {r["name_en"]: r["role"] for r in csv.DictReader(file)}
    peers = [r for r in answer("counterparts-of-agency") if r["channel"] == "same duty, no channel known"]
    assert len(peers) > 10
    assert {duty[r["counterpart"]] for r in peers} == {"SME promotion"}
    assert "Organization for Small & Medium Enterprises and Regional Innovation" not in {
        r["counterpart"] for r in peers
    }
    assert all(not r["links"] and not r["evidence"] for r in peers)


@pytest.mark.parametrize("agency", ["JETRO", "MAFF"])
def test_a_member_without_any_body_of_the_same_duty_has_none_known_and_nothing_is_said_of_a_duty(agency: str) -> None:
    rows = answer("counterparts-of-agency", agency=agency)
    alone = [r for r in rows if r["channel"] == "none known"]
    assert alone
    assert all(r["counterpart"] is None and r["duty"] is None and r["kind"] is None for r in alone)
    assert all(r["counterpart"] for r in rows if r["channel"] == "same duty, no channel known")
    assert Counter(r["code"] for r in rows if r["code"] in {a["code"] for a in alone}) == dict.fromkeys(
        (a["code"] for a in alone), 1
    )


def test_any_agency_may_be_asked_by_acronym_or_thai_name() -> None:
    assert {r["agency"] for r in answer("counterparts-of-agency", agency="BOI")} == {"Thailand Board of Investment"}
    assert [r["links"] for r in answer("counterparts-of-agency", agency="กรมส่งเสริมอุตสาหกรรม")] == [
        r["links"] for r in answer("counterparts-of-agency")
    ]


def test_an_overlap_is_of_two_bodies_of_the_country_with_links_of_their_own() -> None:
    seat = {(e.source.kind, e.source.id): e.target.id for e in bundled().made.gathered.facts.edges_of(BasedIn)}
    joined = parties()
    rows = answer("overlapping-links")
    assert {"Japan External Trade Organization", "Mie Prefecture", "Ningxia Hui Autonomous Region"} <= {
        r["counterpart"] for r in rows
    }
    for r in rows:
        bodies: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for link in r["link_ids"]:
            assert r["counterpart"] in {name_of(side) for side in joined[link]}
            for side in joined[link]:
                if seat.get(side) == "THA":
                    bodies[side].add(link)
        assert len(bodies) == r["bodies"] > 1
        assert len({frozenset(ids) for ids in bodies.values()}) > 1


def test_what_changed_is_seen_from_the_headline_of_both_days() -> None:
    first, second = named(as_of="2024-12-31"), named(as_of="2026-11-22")
    rows = {r["link"]: r for r in answer("links-changed-between", until="2026-11-22")}
    changed = {id for id, x in second.items() if id not in first or first[id]["status"] != x["status"]}
    assert changed <= set(rows)
    for id, r in rows.items():
        assert r["after"] == second[id]["status"]
        assert r["before"] == (first[id]["status"] if id in first else None)
        assert id in changed or r["new_evidence"] or "may have begun" in r["changes"]
    every = answer("links-changed-between", until="2026-11-22", recorded="yes")
    assert len(every) > len(rows)
    assert {"only the record is new"} == {c for r in every if r["link"] not in rows for c in r["changes"]}


def walked() -> nx.Graph[tuple[str, str]]:
    """What a chain may pass: links that were ever real, parents of agencies, and who runs a programme."""
    web: nx.Graph[tuple[str, str]] = nx.Graph()
    facts = bundled().made.gathered.facts
    status = {r["id"]: r["s"] for r in bundled().store.ask("MATCH (p:Partnership) RETURN p.id AS id, p.status AS s")}
    for id, sides in parties().items():
        if status[id] in {*RUNNING, "completed"}:
            web.add_edges_from((a, b) for a in sides for b in sides if a < b)
    for e in (*facts.edges_of(PartOf), *facts.edges_of(Runs)):
        if {e.source.kind, e.target.kind} <= {"Agency", "Programme"}:
            web.add_edge((e.source.kind, e.source.id), (e.target.kind, e.target.id))
    return web


@pytest.mark.parametrize("country", ["CHN", "JPN", "SGP"])
def test_a_chain_is_of_documented_steps_and_none_is_shorter(country: str) -> None:
    web = walked()
    far = nx.single_source_shortest_path_length(web, ("Firm", "central-group"))
    seat = {(e.source.kind, e.source.id): e.target.id for e in bundled().made.gathered.facts.edges_of(BasedIn)}
    near = min(n for body, n in far.items() if n and (seat.get(body) == country or body == ("Country", country)))
    joined = parties()
    for r in answer("shortest-chain", country=country):
        assert r["steps"] == near == len(r["chain"]) - 1
        assert all(link in joined for link in r["link_ids"])
        assert not PLANNED & set(r["statuses"])
        assert r["evidence"]


def test_where_no_chain_is_known_that_is_said() -> None:
    (row,) = answer("shortest-chain", firm="Thai Union Group", country="NZL")
    assert row["partner"] is None
    assert row["unknowns"][0].startswith(
        "how the firm might reach NZL: no chain of at most 6 running, signed or completed"
    )
    with pytest.raises(
        GraphError, match=r'^shortest-chain: firm: expected .* found \'Central Grup\' \(did you mean "Central Group"'
    ):
        answer("shortest-chain", firm="Central Grup")


def test_a_foreign_initiative_is_not_the_countrys_own_unless_it_joins_two_programmes() -> None:
    rows = {r["initiative"]: r for r in answer("foreign-initiatives")}
    assert rows["p007"]["platforms"] == ["J-GoodTech", "T-GoodTech"]
    assert {id for id, r in rows.items() if "THA" in r["members"]} == {"p007"}
    assert rows["p245"]["own_links"] == []
    assert rows["p088"]["likeness"] == "the country has none of this form there"


def test_nobody_seeks_what_no_source_says_is_sought() -> None:
    rows = answer("offers-and-seeks")
    assert {r["does"] for r in rows} == {"offers", "is expert in"}
    assert all(r["evidence"] and "who seeks it: no source read says so" in r["unknowns"] for r in rows)
    model = next(r for r in rows if r["capability"] == "Ban Bueng Model")
    assert (model["party"], model["to"], model["status"], model["in_return"]) == (
        "Thailand",
        "New Zealand",
        "announced",
        [],
    )


@pytest.mark.parametrize("country", ["THA", "JPN", "BRN"])
def test_links_with_members_are_those_of_the_headline_and_absence_is_told_from_silence(country: str) -> None:
    rows = answer("links-with-members", country=country)
    headline = named()
    every = {r["code"]: r["links"] for r in answer("members-serving-sector")}
    assert [r["is_country"] for r in rows] == [True] + [False] * 14
    assert rows[0]["code"] == country
    assert rows[0]["links"] == every[country]
    for r in rows:
        both = {country, r["code"]}
        assert set(r["link_ids"]) == {id for id, link in headline.items() if both <= set(link["members"])}
        assert r["links"] == len(r["link_ids"])
        assert r["links"] == sum(r[c] for c in ("active", "completed", "in_talks", "announced", "disputed", "ended"))
        assert r["all_links"] == every[r["code"]]
        assert (r["absence"] is None) == (r["links"] > 0 or r["is_country"])
        assert r["absence"] != "not researched" or (r["searched"] == 0 and r["unknowns"])


def test_links_with_members_are_those_known_on_the_day() -> None:
    early = {r["code"]: r["links"] for r in answer("links-with-members", as_of="2010-12-31")}
    late = {r["code"]: r["links"] for r in answer("links-with-members")}
    assert all(early[code] <= late[code] for code in late)
    assert sum(early.values()) < sum(late.values())
