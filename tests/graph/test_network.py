"""The networkx twin holds everything the graph holds."""

from __future__ import annotations

from graph.model import Joins, Partnership, PartnersWith
from graph.network import network
from tests.built import bundled


def test_the_twin_has_every_node_edge_and_property() -> None:
    built = bundled()
    twin = network(built.store)
    assert twin.number_of_nodes() == built.made.build.node_count
    assert twin.number_of_edges() == built.made.build.edge_count
    p027 = built.store.ask("MATCH (p:Partnership {id: 'p027'}) RETURN p")[0]["p"]
    assert twin.nodes["Partnership", "p027"] == {
        "kind": "Partnership",
        **{k: v for k, v in p027.items() if k != "_labels"},
    }


def test_the_twin_says_what_the_facts_say() -> None:
    facts, twin = bundled().made.gathered.facts, network(bundled().store)
    different = [
        str(ref)
        for ref, node in facts.nodes.items()
        if twin.nodes[ref.kind, ref.id] != {"kind": ref.kind, "name": node.id, **node.encode()}
    ]
    assert different == []
    laid = {(u, v, key): data for u, v, key, data in twin.edges(keys=True, data=True)}
    for (kind, _), edge in facts.edges.items():
        (first, one), (second, other) = edge.source, edge.target
        place = ((first, one), (second, other), (kind, edge.id))
        if laid.pop(place) != {"kind": kind, "id": edge.id, **edge.encode()}:
            different.append(f"{kind} {edge.id}")
    assert different == []
    assert laid == {}


def test_parallel_edges_are_kept() -> None:
    twin = network(bundled().store, edges=[PartnersWith])
    between = twin.get_edge_data(("Country", "THA"), ("Country", "JPN"))
    assert len(between) >= 5
    assert all(key == ("PARTNERS_WITH", data["id"]) for key, data in between.items())


def test_only_the_kinds_wanted() -> None:
    twin = network(bundled().store, nodes=[Partnership], edges=[Joins])
    assert {kind for kind, _ in twin.nodes} == {"Partnership"}
    assert twin.number_of_edges() == 0
