"""Every kind of the model is declared whole; one walk, one list of what is missing."""

from __future__ import annotations

import re

from graph.cypher.tokens import tokens
from graph.kinds import Edge, Node
from graph.model import EDGES, NODES, Agency, Country, Joins, Partnership, PartnersWith
from graph.vocabulary import Form, Role, Status, Word

THAI = re.compile(r"[\u0e00-\u0e7f]")
# Words the engines keep for themselves, and two that the embedded one answers for every node.
RESERVED = {
    "title",
    "type",
    "end",
    "where",
    "match",
    "return",
    "with",
    "set",
    "order",
    "limit",
    "in",
    "as",
    "case",
    "when",
    "then",
    "else",
}
# What the embedded engine answers for every edge that has no such property: its ends and its kind.
RESERVED_ON_EDGES = {"start", "end", "connection_type"}
KINDS: list[type[Node] | type[Edge]] = [*NODES.values(), *EDGES.values()]


def test_every_kind_is_declared_whole() -> None:
    missing: list[str] = []
    for kind in KINDS:
        if not (kind.__doc__ or "").strip().endswith("."):
            missing.append(f"{kind.kind}: docstring")
        if not kind.en or not THAI.search(kind.th):
            missing.append(f"{kind.kind}: labels")
        if not re.fullmatch(r"#[0-9a-f]{6}", kind.colour):
            missing.append(f"{kind.kind}: colour")
        for p in kind.properties():
            if not p.en or not THAI.search(p.th):
                missing.append(f"{kind.kind}.{p.name}: labels")
            if p.name.casefold() in RESERVED:
                missing.append(f"{kind.kind}.{p.name}: reserved word")
            if not (p.name.islower() and len(tokens(p.name)) == 1):
                missing.append(f"{kind.kind}.{p.name}: not a plain word")
    assert missing == []


def test_every_edge_joins_kinds_of_the_model() -> None:
    wrong = [f"{e.kind}: {end}" for e in EDGES.values() for ends in e.joins() for end in ends if end not in NODES]
    assert wrong == []
    assert Joins.joins() == (("Country", "Bloc", "Agency", "Firm"), ("Partnership",))


def test_names_of_kinds() -> None:
    assert PartnersWith.kind == "PARTNERS_WITH"
    assert Partnership.kind == "Partnership"
    assert [e.kind for e in EDGES.values() if e.is_partnership] == ["PARTNERS_WITH"]
    assert [e.kind for e in EDGES.values() if e.derived] == ["PARTNERS_WITH"]


def test_every_word_of_every_closed_list_has_a_thai_label() -> None:
    lists = Word.__subclasses__()
    assert len(lists) >= 8
    assert [f"{w!r}" for words_ in lists for w in words_ if not THAI.search(w.th) or not w.en] == []


def test_an_edge_is_told_apart_by_its_ends_and_keys() -> None:
    one = Joins(source=Agency.at("a"), target=Partnership.at("p"))
    assert one.id == "Agency:a|Partnership:p"
    short = PartnersWith(source=Agency.at("a"), target=Country.at("THA"), partnership="p7")
    assert short.id == "p7"


def test_encoding_leaves_out_what_is_unknown() -> None:
    held = Partnership(id="p", form=Form.TALKS, status=Status.IN_TALKS, sector_words=("rice",))
    assert held.encode() == {"id": "p", "form": "talks", "status": "in talks", "sector_words": ["rice"]}
    assert Joins(source=Agency.at("a"), target=Partnership.at("p"), side=0).encode() == {
        "role": Role.PARTY.value,
        "side": 0,
    }


def test_a_wrong_value_is_told() -> None:
    wrong = Partnership(id="p", form="talks", status=Status.ACTIVE)  # type: ignore[arg-type]
    assert wrong.wrong() == "form: expected Form, found 'talks'"
    assert Country(id="").wrong() == "id: must not be empty"
    assert Country(id="THA", latitude=15).wrong() == ""


def test_no_property_of_an_edge_hides_what_the_engine_answers_for_every_edge() -> None:
    assert [(name, taken) for name, kind in EDGES.items() if (taken := RESERVED_ON_EDGES & kind.stored().keys())] == []
