"""The questions about network and next link on the bundled data, held against the facts they were made from."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import networkx as nx
import pytest

from graph.errors import GraphError
from graph.model import BasedIn, Joins, PartnersWith
from graph.store import Answer
from graph.vocabulary import Role
from queries import ask, catalogue
from queries.structure.links import read_links
from queries.structure.ties import at_level
from tests.built import bundled

RUNNING = ("active", "signed")
QUESTIONS = (
    "brokers",
    "single-points",
    "communities",
    "without-party",
    "next-best-links",
    "next-best-parts",
    "next-best-sensitivity",
    "next-best-back-test",
)


def answer(name: str, **params: Any) -> Answer:
    return ask(bundled().store, name, params)


def running() -> dict[str, Any]:
    """The running links that the headline lists by name."""
    rows = answer("links-serving-sector")
    return {r["link"]: r for r in rows if r["reach"] == "by name" and r["status"] in RUNNING}


def joined() -> dict[str, list[str]]:
    """Who joins each link as a party, from the facts."""
    found: dict[str, list[str]] = {}
    for e in bundled().made.gathered.facts.edges_of(Joins):
        if isinstance(e, Joins) and e.role is Role.PARTY:
            found.setdefault(e.target.id, []).append(f"{e.source.kind}:{e.source.id}")
    return found


def test_the_network_is_the_running_links_of_the_headline() -> None:
    own = running()
    counted = next(r for r in answer("without-party") if r["measure"] == "links")
    assert counted["before"] == len(own)
    tied = {id for r in answer("brokers", most=1000) for id in r["link_ids"]}
    parties = joined()
    assert tied == {id for id in own if len(parties[id]) > 1}


def test_ties_are_the_short_ways_of_the_graph() -> None:
    store = bundled().store
    (day,) = [r["day"] for r in store.ask("MATCH (b:Build) RETURN b.data_date AS day")]
    laid: dict[str, set[frozenset[str]]] = {}
    for e in bundled().made.gathered.facts.edges_of(PartnersWith):
        laid.setdefault(e.id, set()).add(
            frozenset((f"{e.source.kind}:{e.source.id}", f"{e.target.kind}:{e.target.id}"))
        )
    links = read_links(store, sector="agrifood", as_of=day, statuses=None)
    assert len(links) > 300
    different = [
        link.id
        for link in links
        if {frozenset(pair) for pair in combinations(at_level(link, {}, "party"), 2)} != laid.get(link.id, set())
    ]
    assert different == []


def test_brokers_have_the_partners_and_betweenness_of_the_facts() -> None:
    parties = joined()
    ties: nx.Graph[str] = nx.Graph()
    for id in running():
        ties.add_edges_from(combinations(parties[id], 2))
    rows = answer("brokers", most=1000)
    assert {f"{r['kind']}:{r['id']}": r["partners"] for r in rows} == dict(ties.degree)
    between = nx.betweenness_centrality(ties)
    assert {f"{r['kind']}:{r['id']}": r["betweenness"] for r in rows} == {k: round(v, 4) for k, v in between.items()}
    assert {r["basis"] for r in rows} == {"exact"}


def test_a_plan_ties_nobody_unless_plans_are_asked_for() -> None:
    planned = {
        r["link"] for r in answer("links-serving-sector") if r["status"] in ("announced", "expected", "in talks")
    }
    for name in ("brokers", "single-points", "communities"):
        assert not planned.intersection(id for r in answer(name) for id in r["link_ids"]), name
    assert planned.intersection(id for r in answer("brokers", statuses="announced", most=1000) for id in r["link_ids"])


def test_the_network_of_a_day_holds_no_link_that_began_later() -> None:
    dated = {r["link"]: r["since"] for r in answer("links-serving-sector")}
    ids = {id for r in answer("brokers", as_of="2012-12-31", most=1000) for id in r["link_ids"]}
    assert ids
    assert [id for id in ids if (dated[id] or "")[:4] > "2012"] == []


def test_at_the_level_of_countries_no_country_s_body_stands_alone() -> None:
    seats = {e.source for e in bundled().made.gathered.facts.edges_of(BasedIn)}
    homeless = [r for r in answer("brokers", level="country", most=1000) if r["kind"] in ("Agency", "Firm")]
    assert [r["id"] for r in homeless if any(ref.kind == r["kind"] and ref.id == r["id"] for ref in seats)] == []


def test_what_is_lost_without_jetro_is_what_only_jetro_holds() -> None:
    parties = joined()
    only = {id for id in running() if "Agency:jetro" in parties[id] and len(parties[id]) < 3}
    (links,) = [r for r in answer("without-party", party="JETRO") if r["measure"] == "links"]
    assert set(links["what"]) == only
    assert links["lost"] == len(only) == links["before"] - links["after"]
    with pytest.raises(GraphError, match=r"^without-party: party: expected the id or name of an agency"):
        answer("without-party", party="nobody at all")


def test_every_row_says_what_it_means_in_both_languages() -> None:
    for name in ("brokers", "single-points", "communities", "without-party", "next-best-sensitivity"):
        for r in answer(name):
            assert r["meaning"].endswith("."), name
            assert any("\u0e00" <= c <= "\u0e7f" for c in r["meaning_th"]), name


def test_the_candidates_are_the_pairs_without_a_running_link() -> None:
    links = [r for r in running().values() if "THA" in r["countries"]]
    name = {n.name: ref.id for ref, n in bundled().made.gathered.facts.nodes.items() if ref.kind == "Sector"}
    rows = answer("next-best-links", most=1000)
    candidates = {(r["member_id"], r["sub_sector_id"]) for r in rows}
    linked = {(code, name[sector]) for r in links for code in r["countries"] for sector in r["sectors"]}
    assert len(candidates) == len(rows)
    assert candidates.isdisjoint(linked)
    codes = {n.name: ref.id for ref, n in bundled().made.gathered.facts.nodes.items() if ref.kind == "Country"}
    empty = {(codes[r["member"]], name[r["sub_sector"]]) for r in answer("members-without-link")}
    broad = {"agrifood", "food", "foodproc", "futurefood", "agroind"}
    assert {cell for cell in empty if cell[1] not in broad} <= candidates
    assert {sector for _, sector in candidates}.isdisjoint(broad)


def test_points_sum_to_the_score_and_what_is_not_known_is_not_zero() -> None:
    for r in answer("next-best-links", most=1000):
        points = [r[k] for k in r if k.endswith("_weighted")]
        assert abs(sum(p for p in points if p is not None) - r["score"]) < 0.001
        assert r["low"] <= r["score"] <= r["high"]
        if r["member_id"] in ("SGP", "BRN"):
            assert r["supply"] is None
            assert any("no data" in told for told in r["unknowns"])
        if r["absence"] == "not researched":
            assert r["white_space"] is None
            assert r["intent"] is None
            assert "nobody searched for links with this member in this sub-sector" in r["unknowns"]
        if r["absence"] == "none found":
            assert r["enquiry"]
            assert any("none found on 2026-11-22" in told for told in r["unknowns"])


def test_a_weight_of_nothing_takes_a_part_out() -> None:
    rows = answer("next-best-links", most=1000, weight_supply=0, weight_need=0)
    assert {r["supply_weighted"] for r in rows} <= {0.0, None}
    assert [r["rank"] for r in rows] == list(range(1, len(rows) + 1))
    others = [p.name for p in catalogue()["next-best-links"].params if p.name.startswith("weight_")]
    only = answer("next-best-links", most=1000, **{name: 0 for name in others if name != "weight_channel"})
    assert [r["score"] for r in only] == [round(r["channel"], 4) for r in only]
    assert [r["score"] for r in only] == sorted((r["score"] for r in only), reverse=True)


def test_sensitivity_starts_from_the_same_ranking() -> None:
    first = [(r["member"], r["sub_sector"]) for r in answer("next-best-links", most=1000)][:20]
    rows = answer("next-best-sensitivity")
    assert [(r["member"], r["sub_sector"]) for r in rows] == first
    assert {r["trials"] for r in rows} == {18}


def test_the_back_test_predicts_only_links_that_began_after_the_cut_off() -> None:
    rows = {r["method"]: r for r in answer("next-best-back-test")}
    own = {r["link"]: r for r in answer("links-serving-sector")}
    later = rows["all parts"]["link_ids"]
    assert later
    for id in later:
        assert own[id]["since"][:4] > "2018"
        assert own[id]["status"] in ("active", "signed", "completed", "ended")
        assert "THA" in own[id]["countries"]
    assert all(own[id]["since"] is None for id in rows["all parts"]["undated_ids"])
    assert rows["all parts"]["trade_year"] == 2018
    assert rows["by chance"]["area"] == 0.5
    assert len({(r["came_true"], r["candidates"]) for r in rows.values()}) == 1


def test_the_back_test_says_who_wins_and_it_is_degree() -> None:
    """Told in docs/what-if.md and in decision 16; where this changes they must."""
    for cut_off in ("2014-12-31", "2018-12-31", "2022-12-31"):
        area = {r["method"]: r["area"] for r in answer("next-best-back-test", cut_off=cut_off)}
        assert area["degree only"] > area["all parts"] > area["trade only"] > area["by chance"]


@pytest.mark.parametrize("name", QUESTIONS)
def test_where_nothing_is_known_there_is_no_crash(name: str) -> None:
    asked = {p.name for p in catalogue()[name].params}
    params = {"sector": "medical-food"} | ({"as_of": "1900-01-01"} if "as_of" in asked else {})
    if "cut_off" in asked:
        params["cut_off"] = "1900-01-01"
    answer(name, **params)
