"""The measures of a network on networks small enough to be counted by hand."""

from __future__ import annotations

import warnings
from types import ModuleType

import networkx as nx
import pytest

from graph.cypher.dialect import complaints
from graph.cypher.gate import admit
from graph.errors import GraphError
from queries.planning import known as known_on_a_day
from queries.structure import backend, brokerage, links, seen
from queries.structure.brokerage import betweenness, brokers, pivots_for
from queries.structure.communities import PROPAGATION, communities, method_for
from queries.structure.links import Link, Party, party_named, read_statuses
from queries.structure.robustness import standing, without
from queries.structure.ties import link_ids, network_of
from queries.structure.weak_points import WeakPoint, weak_points

HOMES = {"Agency:a": "THA", "Agency:b": "JPN", "Agency:c": "NZL", "Firm:d": "THA", "Firm:e": "", "Bloc:f": ""}
PARTIES = {
    **{f"Country:{c}": Party(f"Country:{c}", c, c, c) for c in ("THA", "JPN", "NZL")},
    **{key: Party(key, key[-1].upper(), key[-1].upper(), home) for key, home in HOMES.items()},
}


def link(id: str, *parties: str, sectors: tuple[str, ...] = ("dairy",), places: tuple[str, ...] = ()) -> Link:
    homes = {PARTIES[key].home for key in parties if PARTIES[key].home} | set(places)
    return Link(id, id, "active", parties, tuple(sorted(homes)), sectors)


def chain(*pairs: str) -> nx.Graph[str]:
    """A network of ties written as "ab bc", each of one link."""
    ties: nx.Graph[str] = nx.Graph()
    for pair in pairs:
        ties.add_edge(*pair, links=1, ids=[pair])
    return ties


@pytest.mark.parametrize("module", [links, seen, known_on_a_day], ids=lambda module: module.__name__)
def test_what_is_asked_of_the_graph_both_engines_take(module: ModuleType) -> None:
    asked = [text for text in vars(module).values() if isinstance(text, str) and "\nRETURN" in text and "MATCH" in text]
    texts = [text if text.lstrip().startswith("MATCH") else f"MATCH (x:Agency){text}" for text in asked]
    assert texts
    assert [complaint for text in texts for complaint in complaints(text)] == []
    for text in texts:
        admit(text)


def test_parallel_links_are_one_tie_and_a_link_of_three_is_three_ties() -> None:
    ties = network_of([link("l1", "Agency:a", "Agency:b"), link("l2", "Agency:b", "Agency:a", "Agency:c")], PARTIES)
    assert sorted(ties.edges(data="links")) == [
        ("Agency:a", "Agency:b", 2),
        ("Agency:a", "Agency:c", 1),
        ("Agency:b", "Agency:c", 1),
    ]
    assert link_ids(ties, ["Agency:c"]) == ["l2"]


def test_a_place_alone_is_no_party() -> None:
    assert list(network_of([link("stake", "Firm:d", places=("JPN",))], PARTIES)) == []


def test_bodies_of_a_country_are_one_and_who_has_no_known_country_stays_itself() -> None:
    links = [link("l1", "Agency:a", "Firm:d"), link("l2", "Firm:d", "Agency:b", "Firm:e")]
    assert sorted(network_of(links, PARTIES, "country").edges(data="ids")) == [
        ("Country:JPN", "Country:THA", ["l2"]),
        ("Country:JPN", "Firm:e", ["l2"]),
        ("Country:THA", "Firm:e", ["l2"]),
    ]


def test_the_middle_of_a_star_is_on_every_chain_and_bound_to_nobody() -> None:
    found, basis = brokers(chain("am", "bm", "cm", "dm"))
    middle, *ends = found
    assert basis.said == "exact"
    # Six pairs of ends, all through the middle; constraint 4 * (1/4)^2; none of its four partners knows another.
    assert (middle.party, middle.betweenness, middle.constraint, middle.effective_size) == ("m", 1.0, 0.25, 4.0)
    assert {(e.betweenness, e.constraint, e.effective_size) for e in ends} == {(0.0, 1.0, 1.0)}


def test_in_a_triangle_nobody_is_between_and_all_are_bound() -> None:
    found, _ = brokers(chain("ab", "bc", "ac"))
    # Constraint of each: 2 * (1/2 + 1/2 * 1/2)^2 = 1.125; effective size: 2 partners less 2 * 1 / 2.
    assert [(b.betweenness, b.constraint, b.effective_size) for b in found] == [(0.0, 1.125, 1.0)] * 3


def test_the_kite_hangs_on_who_holds_its_tail() -> None:
    """Krackhardt's kite: 14 of the 36 pairs of others have their chain through H alone, who holds the tail I and J."""
    kite = chain(*("ABCDEFGHIJ"[one] + "ABCDEFGHIJ"[other] for one, other in nx.krackhardt_kite_graph().edges))
    found, _ = brokers(kite)
    assert [(b.party, b.betweenness) for b in found[:3]] == [("H", round(14 / 36, 4)), ("F", 0.2315), ("G", 0.2315)]
    assert [(w.party, w.other, w.cut_off) for w in weak_points(kite)] == [
        ("H", "", ("I", "J")),
        ("H", "I", ("I", "J")),
        ("I", "", ("J",)),
        ("I", "J", ("J",)),
    ]


@pytest.mark.parametrize("seed", range(4))
def test_constraint_and_effective_size_are_those_of_networkx(seed: int) -> None:
    ties = nx.relabel_nodes(nx.gnm_random_graph(30, 70, seed=seed), lambda n: f"n{n:02}")
    ties.remove_nodes_from(list(nx.isolates(ties)))
    for number, edge in enumerate(ties.edges):
        ties.edges[edge]["links"] = 1 + number % 3
    constraint, size = nx.constraint(ties, list(ties), weight="links"), nx.effective_size(ties, list(ties))
    assert brokerage.constraints(ties, ties) == {party: round(value, 4) for party, value in constraint.items()}
    assert brokerage.effective_sizes(ties, ties) == {party: round(value, 4) for party, value in size.items()}


def test_weak_points_say_who_is_cut_off() -> None:
    # Two triangles joined by the tie c-d; a pair x-y stands alone.
    ties = chain("ab", "bc", "ac", "cd", "de", "ef", "df", "xy")
    assert weak_points(ties, at_least=2) == [
        WeakPoint("c", "d", 2, ("d", "e", "f")),
        WeakPoint("c", "", 2, ("a", "b")),
        WeakPoint("d", "", 2, ("e", "f")),
    ]
    assert [(w.party, w.other, w.cut_off) for w in weak_points(ties) if len(w.cut_off) == 1] == [("x", "y", ("y",))]


@pytest.mark.parametrize("seed", range(12))
def test_weak_points_are_what_taking_away_shows(seed: int) -> None:
    ties: nx.Graph[str] = nx.relabel_nodes(nx.gnm_random_graph(24, 26, seed=seed), lambda n: f"n{n:02}")
    ties.remove_nodes_from(list(nx.isolates(ties)))
    expected = []
    for part in map(sorted, nx.connected_components(ties)):
        for taken in [*((n,) for n in part), *(tuple(sorted(e)) for e in ties.subgraph(part).edges)]:
            rest = ties.subgraph(part).copy()
            rest.remove_node(taken[0]) if len(taken) == 1 else rest.remove_edge(*taken)
            pieces = sorted(map(len, nx.connected_components(rest)))
            if len(pieces) > 1:
                expected.append((taken, len(pieces), sum(pieces[:-1])))
    found = [(tuple(sorted(filter(None, (w.party, w.other)))), w.pieces, len(w.cut_off)) for w in weak_points(ties)]
    assert sorted(found) == sorted(expected)


def test_groups_are_the_triangles_and_come_out_the_same_whatever_the_order() -> None:
    pairs = ["ab", "bc", "ac", "cd", "de", "ef", "df"]
    groups, modularity = communities(chain(*pairs))
    assert [sorted(g.parties) for g in groups] == [["a", "b", "c"], ["d", "e", "f"]]
    assert [g.outward for g in groups] == [("cd",), ("cd",)]
    # (6/7 of the ties inside) less (1/2)^2 + (1/2)^2 expected.
    assert modularity == round(6 / 7 - 0.5, 4)
    assert communities(chain(*reversed(pairs)))[0] == groups
    assert communities(nx.Graph()) == ([], 0.0)


def test_a_large_network_is_parted_by_label_propagation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("queries.structure.communities.LARGE", 4)
    ties = chain("ab", "bc", "ac", "cd", "de", "ef", "df")
    assert method_for(ties) == PROPAGATION
    assert [sorted(g.parties) for g in communities(ties)[0]] == [["a", "b", "c"], ["d", "e", "f"]]


def test_without_a_party_its_links_end_unless_two_others_hold_them() -> None:
    links = [
        link("two", "Agency:a", "Agency:b", sectors=("dairy",)),
        link("three", "Agency:a", "Agency:b", "Agency:c", sectors=("rice",)),
        link("stake", "Firm:d", places=("NZL",), sectors=("meat",)),
    ]
    left = without(links, PARTIES, ["Agency:a"])
    assert [(each.id, each.parties, each.countries) for each in left] == [
        ("three", ("Agency:b", "Agency:c"), ("JPN", "NZL")),
        ("stake", ("Firm:d",), ("NZL", "THA")),
    ]
    assert [each.id for each in without(links, PARTIES, ["Firm:d"])] == ["two", "three"]
    before, after = (standing(held, PARTIES, ["THA", "JPN", "NZL"]) for held in (links, left))
    assert before.cells - after.cells == {("THA", "dairy"), ("JPN", "dairy"), ("THA", "rice")}
    assert (before.parts, before.largest, after.parts, after.largest) == (1, 3, 1, 2)


def test_a_party_is_found_by_key_id_or_name_and_doubt_is_told() -> None:
    parties = {
        "Agency:diprom": Party(
            "Agency:diprom", "Department of Industrial Promotion", "กรมส่งเสริมอุตสาหกรรม", "THA", ("DIPROM",)
        ),
        "Agency:moi-th": Party("Agency:moi-th", "Ministry of Industry", "กระทรวงอุตสาหกรรม", "THA", ("MOI",)),
        "Agency:moi-jp": Party("Agency:moi-jp", "Ministry of the Interior", "", "JPN", ("MOI",)),
    }
    for text in ("diprom", "Agency:diprom", "DIPROM", "กรมส่งเสริมอุตสาหกรรม", "department of industrial  promotion"):
        assert party_named("x", text, parties).id == "diprom"
    with pytest.raises(GraphError, match=r"^x: MOI may mean Agency:moi-jp, Agency:moi-th; give one of these$"):
        party_named("x", "MOI", parties)
    with pytest.raises(GraphError, match=r"found 'diprm' \(did you mean \"DIPROM\"\?\)$"):
        party_named("x", "diprm", parties)


def test_a_status_that_there_is_not_is_told() -> None:
    assert read_statuses("brokers", "active; in talks") == ("active", "in talks")
    with pytest.raises(GraphError, match=r"^brokers: statuses: .*; found 'activ' \(did you mean \"active\"\?\)$"):
        read_statuses("brokers", "activ")
    with pytest.raises(GraphError, match=r"found none$"):
        read_statuses("brokers", " , ")


def test_beyond_a_bounded_work_betweenness_is_estimated_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pivots_for(400, 700) == 400
    assert betweenness(chain("ab", "bc"), 2)[1].pivots == 2
    assert pivots_for(20_000, 50_000) * 70_000 <= brokerage.EXACT_WORK
    assert pivots_for(200_000, 1_000_000) == brokerage.FEWEST_PIVOTS
    monkeypatch.setattr(brokerage, "EXACT_WORK", 40_000)
    ties = nx.relabel_nodes(nx.barabasi_albert_graph(300, 2, seed=1), str)
    exact = nx.betweenness_centrality(ties)
    found, basis = betweenness(ties)
    assert basis.said == "estimated from 44 of 300 parties as pivots (Brandes and Pich 2007)"
    assert max(found, key=found.__getitem__) == max(exact, key=exact.__getitem__)
    assert betweenness(ties)[0] == found


def test_a_compiled_backend_gives_the_same_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    if backend.installed() is None:
        pytest.skip("no compiled backend of NetworkX here: pip install nx-rustworkx")
    ties = nx.relabel_nodes(nx.barabasi_albert_graph(400, 2, seed=3), lambda n: f"n{n:03}")
    alone = betweenness(ties), weak_points(ties)
    monkeypatch.setattr(backend, "LARGE", 1)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with backend.compiled(400) as name:
            assert name == backend.installed()
        assert (betweenness(ties), weak_points(ties)) == alone
    assert backend.user_choice() == []
