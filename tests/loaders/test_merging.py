"""Rows that tell one event are one partnership; near misses stay apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from graph.dates import read_date
from graph.facts import Facts, Origin, Place
from graph.model import Agency, Evidence, EvidencedBy, Joins, Partnership, ReadIn, Sector, Serves, Source
from graph.vocabulary import Form, Status
from loaders.merging import merge_events
from tests.loaders.literal import everything

# Each group was read, row by row, as one event told from several angles.
ONE_EVENT = [
    {"p027", "p028", "p029", "P01", "P02"},
    {"p037", "p038", "p039"},
    {"p050", "p153"},
    {"p079", "p204"},
    {"p184", "p389"},
    {"p064", "L04"},
    {"p067", "L07"},
    {"p390", "L05"},
    {"p002", "P03"},
    {"p001", "first-source-e52"},
]


def test_the_bundled_rows_of_one_event_are_one_partnership_and_no_others() -> None:
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for gone, kept in everything().merged.items():
        groups[kept] |= {gone, kept}
    assert sorted(map(sorted, groups.values())) == sorted(map(sorted, ONE_EVENT))


def test_every_row_of_an_event_keeps_its_evidence() -> None:
    facts = everything().facts
    kept = facts.nodes[Partnership.at("p027")]
    assert isinstance(kept, Partnership)
    assert {"p028", "p029", "P01", "P02"} <= set(kept.aliases)
    names = [a for a in kept.aliases if a not in {"p028", "p029", "P01", "P02"}]
    assert names
    assert kept.name not in names
    evidenced = {e.target.id for e in facts.edges_of(EvidencedBy) if e.source == kept.ref}
    assert (
        evidenced
        == set(kept.evidence)
        == {
            "partnerships/p027",
            "partnerships/p028",
            "partnerships/p029",
            "agency_links_evidence/P01",
            "agency_links_evidence/P02",
        }
    )


def one(
    facts: Facts,
    id: str,
    start: str,
    *,
    form: Form = Form.MEMORANDUM,
    status: Status = Status.ACTIVE,
    sector: str = "rice",
    page: str = "",
) -> None:
    origin = Origin(Place("x.csv", len(facts.nodes)))
    partnership = Partnership(
        id=id, form=form, status=status, start=read_date(start) if start else None, evidence=(f"x/{id}",)
    )
    evidence = Evidence(id=f"x/{id}")
    for fact in (
        Agency(id="a"),
        Agency(id="b"),
        Sector(id="rice"),
        Sector(id="dairy"),
        partnership,
        evidence,
        Source(id=page or id),
        Joins(source=Agency.at("a"), target=partnership.ref),
        Joins(source=Agency.at("b"), target=partnership.ref),
        Serves(source=partnership.ref, target=Sector.at(sector)),
        EvidencedBy(source=partnership.ref, target=evidence.ref),
        ReadIn(source=evidence.ref, target=Source.at(page or id)),
    ):
        facts.add(fact, origin)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"start": "2023-05-16"}, {"start": "2023-05-20"}, True),
        ({"start": "2023-05-16"}, {"start": "2023-05"}, True),
        ({"start": "2023-05-16"}, {"start": "2023-05-28"}, False),
        ({"start": "2023-05-16"}, {"start": "2023-05-16", "form": Form.AGREEMENT}, False),
        ({"start": "2023-05-16"}, {"start": "2023-05-16", "sector": "dairy"}, False),
        ({"start": "2023-05-16", "form": Form.TALKS}, {"start": "2023-05-17", "form": Form.TALKS}, False),
        ({"start": "", "page": "https://one"}, {"start": "", "page": "https://one"}, True),
        ({"start": "", "page": "https://one"}, {"start": "", "page": "https://two"}, False),
        ({"start": ""}, {"start": "2023-05-16"}, False),
    ],
)
def test_the_rule(first: dict[str, str], second: dict[str, str], same: bool) -> None:
    facts = Facts()
    one(facts, "p", **first)  # type: ignore[arg-type]
    one(facts, "q", **second)  # type: ignore[arg-type]
    assert merge_events(facts) == ({"q": "p"} if same else {})


def test_a_plan_never_reads_as_a_deal_when_rows_differ() -> None:
    facts = Facts()
    one(facts, "p", "2018-01", status=Status.ACTIVE)
    one(facts, "q", "2018-01-10", status=Status.ANNOUNCED)
    merge_events(facts)
    kept = facts.nodes[Partnership.at("p")]
    assert isinstance(kept, Partnership)
    assert (kept.status, str(kept.start), kept.aliases, kept.evidence) == (
        Status.ANNOUNCED,
        "2018-01-10",
        ("q",),
        ("x/p", "x/q"),
    )
    assert "sources disagree on Partnership p: announced here, active at x.csv" in str(facts.problems[0])
    assert facts.dangling() == []


def test_what_the_second_row_says_otherwise_is_told() -> None:
    facts = Facts()
    one(facts, "p", "2018-01")
    one(facts, "q", "2018-01")
    for id, stake, name in (("p", 49.0, "The venture"), ("q", 51.0, "A venture")):
        told = facts.nodes[Partnership.at(id)]
        assert isinstance(told, Partnership)
        facts.nodes[told.ref] = replace(told, stake_pct=stake, name=name)
    merge_events(facts)
    kept = facts.nodes[Partnership.at("p")]
    assert isinstance(kept, Partnership)
    assert (kept.stake_pct, kept.aliases) == (49.0, ("q", "A venture"))
    assert str(facts.problems[0]).startswith(
        "x.csv:7: stake_pct: sources disagree on Partnership p: 51.0 here, 49.0 at x.csv"
    )
