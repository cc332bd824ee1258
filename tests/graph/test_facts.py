"""Facts of several places become one graph, and what they disagree on is told."""

from __future__ import annotations

from graph.dates import read_date
from graph.facts import Facts, Origin, Place
from graph.model import Agency, Agreement, BasedIn, Country, PartyTo
from graph.vocabulary import Confidence

HERE, THERE = Origin(Place("a.csv", 2), 10), Origin(Place("b.csv", 7), 30)
THAILAND = Country(id="THA", name="Thailand")


def gathered(*told: tuple[object, Origin]) -> Facts:
    facts = Facts()
    for fact, origin in told:
        facts.add(fact, origin)  # type: ignore[arg-type]
    return facts


def test_gaps_are_filled_and_other_names_kept() -> None:
    facts = gathered(
        (Agency(id="x", name="One"), HERE), (Agency(id="x", name="Two", acronym="X", aliases=("Y",)), THERE)
    )
    assert facts.nodes[Agency.at("x")] == Agency(id="x", name="One", acronym="X", aliases=("Two", "Y"))
    assert facts.problems == []


def test_disagreeing_sources_name_both_places_and_the_better_ranked_is_shown() -> None:
    signed, other = read_date("2020-11-15"), read_date("2020-11-16")
    facts = gathered((Agreement(id="r", signed=other), THERE), (Agreement(id="r", signed=signed), HERE))
    assert facts.nodes[Agreement.at("r")] == Agreement(id="r", signed=signed)
    told = [str(problem) for problem in facts.problems]
    assert len(told) == 1
    assert told[0].startswith(
        "a.csv:2: signed: sources disagree on Agreement:r: 2020-11-15 here, 2020-11-16 at b.csv:7"
    )


def test_an_edge_told_twice_keeps_both_evidences_and_the_surer_confidence() -> None:
    one = PartyTo(source=THAILAND.ref, target=Agreement.at("r"), evidence=("a/1",), confidence=Confidence.GENERAL)
    two = PartyTo(source=THAILAND.ref, target=Agreement.at("r"), evidence=("b/1",), confidence=Confidence.STATED)
    edge = next(iter(gathered((one, HERE), (two, THERE)).edges.values()))
    assert edge.evidence == ("a/1", "b/1")
    assert edge.confidence is Confidence.STATED


def test_an_end_nobody_defined_is_told_with_the_nearest_id() -> None:
    facts = gathered(
        (THAILAND, HERE), (Agency(id="x"), HERE), (BasedIn(source=Agency.at("x"), target=Country.at("THB")), THERE)
    )
    assert [str(p) for p in facts.dangling()] == [
        'b.csv:7: no Country has the id THB (did you mean "THA"?); correct it or add that Country'
    ]


def test_an_edge_between_wrong_kinds_is_told() -> None:
    facts = gathered((THAILAND, HERE), (BasedIn(source=THAILAND.ref, target=THAILAND.ref), THERE))
    assert [str(p) for p in facts.dangling()] == ["b.csv:7: BASED_IN joins Agency or Firm here, found Country THA"]
