"""What is read back out of a store is what was written."""

from __future__ import annotations

from datetime import date

import pytest

from graph.errors import GraphError
from graph.facts import Facts, Origin, Place
from graph.kinds import Ref
from graph.model import Country, Exports, Partnership
from graph.reading import read_edges, read_nodes
from graph.stores.embedded import EmbeddedStore
from graph.writer import content_hash
from tests.built import bundled


def test_the_whole_graph_comes_back_as_it_was() -> None:
    whole = Facts()
    for node in read_nodes(bundled().store):
        whole.add(node, Origin(Place("graph")))
    for edge in read_edges(bundled().store):
        whole.add(edge, Origin(Place("graph")))
    assert content_hash(whole) == bundled().made.build.content_hash
    assert whole.dangling() == []


def test_what_somebody_else_wrote_is_told() -> None:
    store = EmbeddedStore()
    store._graph.cypher("CREATE (:Country {id: 'THA', name: 'Thailand', iso_2: 'TH'})")
    with pytest.raises(GraphError, match=r'Country THA: iso_2: Country has no such property \(did you mean "iso2"'):
        list(read_nodes(store, [Country]))


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ({"name": "x"}, "id: expected a value, found none"),
        (
            {"id": "p", "form": "talks", "status": "signed", "stake_pct": "half"},
            "stake_pct: expected float, found 'half'",
        ),
        (
            {"id": "p", "form": "talks", "status": "signed", "sector_words": "rice"},
            "sector_words: expected a list, found 'rice'",
        ),
        ({"id": "p", "form": "talks", "status": "sealed"}, "status: expected active, signed, .*; found 'sealed'"),
        (
            {"id": "p", "form": "talks", "status": "signed", "start": date(2020, 1, 1)},
            "start: expected a date and its precision, found '2020-01-01', None",
        ),
    ],
)
def test_what_a_kind_cannot_hold_is_refused(held: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Partnership.decode(held)


def test_a_whole_number_is_a_number() -> None:
    flow = Exports.decode(
        {"product": "10", "year": 2020, "unit": "t", "dataset": "d", "value": 3},
        source=Ref("Country", "THA"),
        target=Ref("Country", "JPN"),
    )
    assert flow.value == 3.0
