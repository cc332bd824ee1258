"""Other names of things in many languages."""

from __future__ import annotations

from typing import Any

import pytest

from graph.kinds import Node
from graph.model import (
    Agency,
    Agreement,
    Bloc,
    Capability,
    Country,
    Event,
    Group,
    NamedIn,
    Person,
    Programme,
    Sector,
)
from loaders.row import CellError
from loaders.sources.aliases import aliases
from tests.loaders.literal import edges, everything, nodes, row

CELLS = {
    "canonical_id": "org:diprom",
    "kind": "agency",
    "name": "กสอ.",
    "language": "th",
    "type": "acronym",
    "basis": "seen",
}


def test_a_variant_is_another_name() -> None:
    assert nodes(aliases, row(CELLS)) == [Agency(id="diprom", aliases=("กสอ.",))]
    (named,) = edges(aliases, row(CELLS))
    assert isinstance(named, NamedIn)
    assert (named.named_as, named.source_id) == ("กสอ.", "org:diprom")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", Agency(id="diprom", name="X")),
        ("th", Agency(id="diprom", name_th="X")),
        ("ja", Agency(id="diprom", aliases=("X",))),
    ],
)
def test_the_official_english_and_thai_names_name_it(language: str, expected: Node) -> None:
    assert nodes(aliases, row({**CELLS, "name": "X", "language": language, "type": "official"})) == [expected]


@pytest.mark.parametrize(
    ("id", "word", "kind", "made"),
    [
        ("cty:TH", "country", Country, "THA"),
        ("fw:rcep", "bloc", Bloc, "rcep"),
        ("fw:rcep", "agreement", Agreement, "rcep"),
        ("fw:bubble", "programme", Programme, "bubble"),
        ("cap:t-goodtech", "platform", Programme, "t-goodtech"),
        ("cap:food-safety", "capability", Capability, "food-safety"),
        ("sec:food", "sector", Sector, "food"),
        ("per:taketani", "person", Person, "taketani"),
        ("ev:covid", "event", Event, "covid"),
        ("grp:smes", "group", Group, "smes"),
    ],
)
def test_prefix_and_word_say_what_it_is(id: str, word: str, kind: type[Any], made: str) -> None:
    (node,) = nodes(aliases, row({**CELLS, "canonical_id": id, "kind": word}))
    assert (type(node), node.id) == (kind, made)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"canonical_id": "ogr:x"}, 'canonical_id: expected an id that begins with one of cty, org, sec, per, ev, grp, cap, fw and a colon, found \'ogr:x\' (did you mean "org"?)'),
        ({"canonical_id": "cty:ZZ", "kind": "country"}, "canonical_id: expected an ISO 3166 country code, found 'ZZ'"),
        ({"name": ""}, "name: expected a value, found an empty cell"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_refused_with_its_column(cells: dict[str, str], said: str) -> None:
    with pytest.raises(CellError) as refused:
        list(aliases(row({**CELLS, **cells})))
    assert str(refused.value) == said


def test_every_bundled_name_is_taken() -> None:
    report = next(r for r in everything().reports if r.loader == "aliases")
    assert (sum(report.rows.values()), report.refused) == (982, 0)


def test_a_variant_spelling_of_rcep_is_known() -> None:
    bloc = everything().facts.nodes[Bloc.at("rcep")]
    agreement = everything().facts.nodes[Agreement.at("rcep")]
    known = {bloc.name, bloc.name_th, *bloc.aliases, agreement.name, agreement.name_th, *agreement.aliases}
    assert {"อาร์เซ็ป", "อาร์เซป"} <= known
