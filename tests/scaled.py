"""The bundled graph many times over, made up for measuring: nothing in it beyond the first copy is said of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from itertools import islice, permutations
from typing import Any

from graph.facts import Facts
from graph.kinds import Edge, Node, Ref
from graph.model import Agency, Enquiry, Event, Evidence, Exports, Firm, Observation, Partnership, Source

COPIED = {kind.kind for kind in (Agency, Enquiry, Event, Evidence, Firm, Observation, Partnership, Source)}
"""The kinds that grow with what is known; countries, sectors, products and agreements stay as they are."""
COPIES = 20
EDGES = 1_000_000


def scaled_nodes(facts: Facts, copies: int = COPIES) -> Iterator[Node]:
    """Every node, and those that grow in so many copies under ids of their own."""
    yield from facts.nodes.values()
    for copy in range(1, copies):
        for node in facts.nodes.values():
            if node.kind in COPIED:
                yield _renamed(node, copy)


def scaled_edges(facts: Facts, copies: int = COPIES, count: int = EDGES) -> Iterator[Edge]:
    """Every edge, those of copies too, and as many made-up flows between members as are wanting to `count`."""
    made = 0
    for edge in facts.edges.values():
        made += 1
        yield edge
    for copy in range(1, copies):
        for edge in facts.edges.values():
            if edge.source.kind in COPIED or edge.target.kind in COPIED:
                made += 1
                yield _renamed(edge, copy)
    yield from islice(_flows(facts), count - made)


def _flows(facts: Facts) -> Iterator[Edge]:
    joined = (edge for (kind, _), edge in facts.edges.items() if kind == "MEMBER_OF" and edge.target.id == "rcep")
    members = sorted({edge.source for edge in joined})
    products = sorted(ref.id for ref in facts.nodes if ref.kind == "Product")
    for year in range(2001, 2021):
        for product in products:
            for source, target in permutations(members, 2):
                yield Exports(
                    source=source, target=target, product=product, year=year, unit="t", dataset="made up", value=1.0
                )


def _renamed(fact: Any, copy: int) -> Any:
    """A copy of a fact in which every id of a kind that grows is another."""
    changes: dict[str, Any] = {}
    for each in fields(fact):
        value = getattr(fact, each.name)
        if isinstance(value, Ref) and value.kind in COPIED:
            changes[each.name] = Ref(value.kind, f"{value.id}~{copy}")
        elif each.name == "evidence":
            changes[each.name] = tuple(f"{id}~{copy}" for id in value)
        elif each.name in ("id", "partnership"):
            changes[each.name] = f"{value}~{copy}"
        elif each.name in ("name", "aliases") and fact.kind != "PARTNERS_WITH":
            changes[each.name] = f"{value} ~{copy}" if isinstance(value, str) else tuple(f"{v} ~{copy}" for v in value)
    return replace(fact, **changes)
