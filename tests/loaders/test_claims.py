"""A document taken apart claim by claim: literal items, then every relation of the first source between its two ends."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from graph.kinds import Edge, Node
from graph.model import (
    Agency,
    Bloc,
    Capability,
    Country,
    Event,
    HeldIn,
    HoldsPost,
    Measures,
    NamedIn,
    Observation,
    Offers,
    Partnership,
    Person,
    Programme,
    Region,
    Serves,
    Source,
    Under,
)
from graph.vocabulary import Comparator, Confidence, Form, Status
from loaders.names import Meaning
from loaders.row import CellError, Row
from loaders.run import BUNDLED
from loaders.sources.first_source import first_source
from tests.built import bundled
from tests.loaders.literal import JAPAN, THAILAND, row

CLAIMS = json.loads((BUNDLED / "partnerships/first_source_claims.json").read_text("utf-8"))
ISO3 = {"AU": "AUS", "BN": "BRN", "CN": "CHN", "ID": "IDN", "JP": "JPN", "KH": "KHM", "KR": "KOR", "LA": "LAO",
        "MM": "MMR", "MY": "MYS", "NZ": "NZL", "PH": "PHL", "SG": "SGP", "TH": "THA", "VN": "VNM"}  # fmt: skip
OTHERWISE = {
    "LOCATED_IN": ("BASED_IN", "HELD_IN"),
    "FOCUSES_ON": ("SERVES", "ABOUT"),
    "PARTICIPATED_IN": ("TOOK_PART_IN",),
}
NAMED = {
    "org:diprom": Agency.at("diprom"),
    "cty:TH": Country.at("THA"),
    "cty:JP": Country.at("JPN"),
    "fw:bubble": Programme.at("bubble"),
    "cap:tech": Capability.at("tech"),
    "ev:visit": Event.at("visit"),
    "per:n": Person.at("n"),
}


def item(section: str, **cells: str) -> Row:
    given = row({"_section": section, **{k.replace("__", "."): v for k, v in cells.items()}})
    told = Row("partnerships/my_claims.json", 3, given.cells, given.names, given.evidence)
    for id, ref in NAMED.items():
        told.names.approve(Meaning(id, (ref,), of="id in partnerships/my_claims.json", reading=id))
    return told


def told(section: str, **cells: str) -> list[Node | Edge]:
    return [fact for fact in first_source(item(section, **cells)) if not isinstance(fact, Meaning)]


def relation(**cells: str) -> list[Node | Edge]:
    return told("edges", **{"id": "e1", "status": "active", "gloss": "they talk", "confidence": "stated", **cells})


def test_the_document_is_a_source_whose_date_is_not_made_up() -> None:
    facts = told(
        "source", id="s", title_gloss="A page", address="https://e.org", language="th", not_before="2020-11-15"
    )
    (source,) = facts
    assert isinstance(source, Source)
    assert (source.id, source.published, str(source.not_before)) == ("https://e.org", None, "2020-11-15")


@pytest.mark.parametrize(
    ("id", "subkind", "kind", "made"),
    [
        ("per:x", "official", Person, "x"),
        ("org:x", "department", Agency, "x"),
        ("cty:JP", "state", Country, "JPN"),
        ("plc:asia", "region", Region, "asia"),
        ("fw:x", "policy", Programme, "x"),
        ("fw:x", "bloc", Bloc, "x"),
        ("cap:x", "know-how", Capability, "x"),
        ("cap:x", "online platform", Programme, "x"),
        ("ev:x", "talks", Event, "x"),
    ],
)
def test_a_thing_named(id: str, subkind: str, kind: type[Any], made: str) -> None:
    node, named = told("nodes", id=id, subkind=subkind, name_en="X", name_th="ก", basis="stated")
    assert (type(node), getattr(node, "id", "")) == (kind, made)
    assert isinstance(named, NamedIn)
    assert (named.source_id, named.named_as) == (id, "ก")


def test_a_relation_between_two_named_things() -> None:
    (post,) = relation(source="per:n", relation="HOLDS_POST", target="org:diprom", attrs__title="as printed")
    assert isinstance(post, HoldsPost)
    assert (post.source, post.target, post.post, post.status) == (
        Person.at("n"),
        Agency.at("diprom"),
        "as printed",
        Status.ACTIVE,
    )
    (offer,) = relation(source="cty:JP", relation="OFFERS", target="cap:tech", attrs__to="cty:TH", via="fw:bubble")
    assert isinstance(offer, Offers)
    assert (offer.source, offer.to, offer.note) == (JAPAN.ref, THAILAND.id, "via fw:bubble")


def test_an_event_is_held_where_a_body_is_based() -> None:
    held, event = relation(source="org:diprom", relation="PARTICIPATED_IN", target="ev:visit", date="early in the year")
    assert isinstance(event, Event)
    assert (held.kind, event.held, event.held_as_printed) == ("TOOK_PART_IN", None, "early in the year")
    (place,) = relation(source="ev:visit", relation="LOCATED_IN", target="cty:JP")
    assert isinstance(place, HeldIn)


@pytest.mark.parametrize(
    ("status", "form"), [("in talks", Form.TALKS), ("announced", Form.PROGRAMME), ("active", Form.PROGRAMME)]
)
def test_partners_are_a_partnership_named_after_the_document(status: str, form: Form) -> None:
    facts = relation(source="cty:TH", relation="PARTNERS_WITH", target="cty:JP", via="fw:bubble", status=status)
    (partnership,) = (f for f in facts if isinstance(f, Partnership))
    assert (partnership.id, partnership.name, partnership.form) == ("my-e1", "they talk", form)
    assert partnership.status is Status(status)
    assert [f.target for f in facts if isinstance(f, Under)] == [Programme.at("bubble")]


def test_a_figure_keeps_its_comparator_and_how_it_is_read() -> None:
    figure, measures = told(
        "observations",
        id="ob:firms",
        subject="fw:bubble",
        measure="firms_joined",
        value="200",
        unit="firms",
        comparator=">",
        gloss="over 200",
        note='store reading="increase"',
    )
    assert figure == Observation(
        id="my-firms",
        name="over 200",
        measure="firms_joined",
        value=200.0,
        unit="firms",
        comparator=Comparator.MORE,
        reading="increase",
        note='store reading="increase"',
    )
    assert isinstance(measures, Measures)
    assert measures.target == Programme.at("bubble")


@pytest.mark.parametrize(
    ("section", "cells", "said"),
    [
        ("edgs", {}, '_section: expected one of source, nodes, edges, observations; found \'edgs\' (did you mean "edges"?)'),
        ("nodes", {"id": "xx:a"}, "id: expected one of per, org, cty, plc, fw, sec, cap, ev, grp, a colon and a name; found 'xx:a'"),
        ("nodes", {"id": "cty:ZZ"}, "id: expected an ISO 3166 country code after cty:, found 'ZZ'"),
        ("edges", {"source": "org:dipron", "status": "active"}, "source: no node of this document has the id 'org:dipron' (did you mean \"org:diprom\"?)"),
        ("edges", {"source": "org:diprom", "target": "cty:TH", "status": "active", "relation": "LIKES"}, "relation: expected one of HOLDS_POST, "),
        ("edges", {"source": "org:diprom", "target": "cty:TH", "status": "done", "relation": "COVERS"}, "status: expected one of active, "),
        ("observations", {"id": "ob:x", "gloss": "g", "measure": "m", "comparator": "over"}, "comparator: expected one of >, >=, =, "),
    ],
)  # fmt: skip
def test_a_wrong_item_is_told(section: str, cells: Mapping[str, str], said: str) -> None:
    with pytest.raises(CellError) as refused:
        list(first_source(item(section, **cells)))
    assert str(refused.value).startswith(said)


def end(id: str) -> str:
    prefix, _, own = id.partition(":")
    return ISO3[own] if prefix == "cty" else own


def test_each_of_the_90_relations_joins_its_two_ends_and_rests_on_its_claim() -> None:
    edges = [
        e for e in bundled().made.gathered.facts.edges.values() if e.kind not in ("READ_IN", "EVIDENCED_BY", "NAMED_IN")
    ]
    told_by: dict[str, set[tuple[str, str, str]]] = {}
    for edge in edges:
        for id in edge.evidence:
            told_by.setdefault(id, set()).add((edge.source.id, edge.kind, edge.target.id))
    lost = [
        claim["id"]
        for claim in CLAIMS["edges"]
        if not {
            (end(claim["source"]), kind, end(claim["target"]))
            for kind in OTHERWISE.get(claim["relation"], (claim["relation"],))
        }
        & told_by.get(f"first_source_claims/edges-{claim['id']}", set())
    ]
    assert lost == []
    assert len(CLAIMS["edges"]) == 90


def test_each_relation_keeps_how_sure_and_how_far_it_is() -> None:
    facts = bundled().made.gathered.facts
    sure = {ref.id: getattr(node, "confidence", None) for ref, node in facts.nodes.items() if ref.kind == "Evidence"}
    wrong = [
        c["id"]
        for c in CLAIMS["edges"]
        if not c["confidence"].startswith(str(sure[f"first_source_claims/edges-{c['id']}"] or Confidence.STATED.value))
    ]
    assert wrong == []
    plans = {c["id"] for c in CLAIMS["edges"] if c["status"] in ("announced", "expected", "in talks")}
    for edge in facts.edges.values():
        ids = {i.removeprefix("first_source_claims/edges-") for i in edge.evidence} & plans
        if ids and edge.kind not in ("EVIDENCED_BY", "READ_IN", "NAMED_IN", "JOINS", "UNDER", "ABOUT"):
            assert edge.status in (Status.ANNOUNCED, Status.EXPECTED, Status.IN_TALKS), (edge.kind, edge.id)


def test_the_plan_serves_its_sectors_only_as_a_plan() -> None:
    planned = {
        (e.source.id, e.target.id): e.status
        for e in bundled().made.gathered.facts.edges_of(Serves)
        if e.source == Programme.at("bubble")
    }
    assert planned == {("bubble", "food"): Status.ANNOUNCED, ("bubble", "agroproc"): Status.ANNOUNCED}
