"""The next link's parts, score, sensitivity and back-test on literal rows that can be reckoned by hand."""

from __future__ import annotations

import pytest

from graph.errors import GraphError
from queries.planning.candidates import Candidate, candidates, counterpart, covered
from queries.planning.known import Enquiry, Known
from queries.planning.parts import NAMES, PARTS
from queries.planning.quality import quality
from queries.planning.score import ranked, read_weights, score, usual_weights
from queries.planning.sensitivity import sensitivity
from queries.structure.links import Link, Named, Party
from queries.trade.complementarity import Cell, Match

PARTIES = {
    **{f"Country:{c}": Party(f"Country:{c}", c, c, c) for c in ("THA", "JPN", "NZL", "VNM")},
    "Agency:th": Party("Agency:th", "Thai body", "หน่วยงานไทย", "THA"),
    "Agency:jp": Party("Agency:jp", "Japanese body", "หน่วยงานญี่ปุ่น", "JPN"),
    "Firm:nz": Party("Firm:nz", "NZ firm", "NZ firm", "NZL"),
}


def link(id: str, parties: str, sectors: str, status: str = "active", confidence: str = "stated") -> Link:
    keys = tuple(parties.split())
    homes = tuple(sorted({PARTIES[key].home for key in keys}))
    return Link(id, id, status, keys, homes, tuple(sectors.split()), "2015", confidence)


def known(*links: Link, **more: object) -> Known:
    given = {
        "country": "THA",
        "members": {c: Named(c, c, c) for c in ("JPN", "NZL", "VNM")},
        "sectors": {
            "dairy": Named("dairy", "Dairy", "นม", ("dairy",)),
            "grain": Named("grain", "Grain", "ธัญพืช", ("grain", "rice")),
        },
        "parties": PARTIES,
        "links": links,
        "trade": {},
        "enquiries": {},
        "agreements": {},
    }
    return Known(**{**given, **more})  # type: ignore[arg-type]


def test_a_pair_with_a_running_link_is_no_candidate_and_one_with_a_plan_is() -> None:
    found = candidates(
        known(link("runs", "Agency:th Agency:jp", "rice"), link("plan", "Country:THA Firm:nz", "dairy", "announced"))
    )
    assert ("JPN", "grain") not in found, "a link that serves rice serves grain"
    assert found["NZL", "dairy"].absence == "only planned or in talks"
    assert [each.id for each in found["NZL", "dairy"].in_cell] == ["plan"]
    assert len(found) == 5


def test_every_part_is_what_its_sentence_says() -> None:
    held = known(
        link("l1", "Agency:th Agency:jp", "dairy"),
        link("l2", "Agency:th Agency:jp", "dairy", confidence="inferred"),
        link("l3", "Country:THA Firm:nz", "dairy"),
        link("l4", "Agency:jp Country:VNM", "dairy"),
        link("talks", "Country:THA Country:VNM", "dairy", "in talks"),
        agreements={"JPN": ("A", "B"), "VNM": ("A",)},
        enquiries={("JPN", "grain"): Enquiry("q1", "no", "2026-11-22", "pages")},
        trade={("JPN", "grain"): Cell("JPN", "grain", 2020, Match(matched=30, need=40), Match(matched=0, need=5))},
    )
    found = candidates(held)
    assert found["JPN", "grain"].values == {
        "supply": 0.75,
        "need": 0.0,
        "channel": 1.0,  # l1 and l2, the most with any member
        "experience": 0.0,  # nobody has a link in grain
        "neighbours": 0.0,
        "white_space": 1.0,
        "intent": 0.0,  # a search found none
        "agreement": 1.0,
        "evidence": 0.5,  # l1 is stated, l2 is not
    }
    assert found["VNM", "dairy"].values == {
        "supply": None,
        "need": None,
        "channel": 0.0,
        "experience": 1.0,  # l1 to l4
        "neighbours": 1.0,  # Japan is linked with both
        "white_space": 0.5,
        "intent": 1.0,
        "agreement": 1.0,
        "evidence": None,
    }
    assert found["NZL", "grain"].values["white_space"] is None
    assert found["NZL", "grain"].values["intent"] is None
    partner = counterpart(found["JPN", "grain"], held)
    assert partner is not None
    assert (partner[0].id, partner[1]) == ("jp", ["l1", "l2"])
    assert counterpart(found["NZL", "grain"], held) is None, "a firm is no agency"


def test_nothing_needed_or_not_known_is_no_share() -> None:
    assert covered(Match(matched=None, need=3)) is None
    assert covered(Match(matched=0, need=0)) is None
    assert covered(Match(matched=0, need=2)) == 0


def test_the_score_is_the_weighted_mean_of_what_is_known() -> None:
    weights = {"a": 1.0, "b": 3.0, "c": 4.0}
    found = score({"a": 1.0, "b": 0.5, "c": None}, weights)
    # (1 * 1 + 3 * 0.5) / 4; with c at 0 or 1: 2.5 / 8 and 6.5 / 8.
    assert (found.value, found.known, found.low, found.high) == (0.625, 0.5, 0.3125, 0.8125)
    assert found.weighted == {"a": 0.25, "b": 0.375, "c": None}
    assert score({"a": None, "b": None, "c": None}, weights).value is None


def test_too_little_known_stands_behind_and_level_ones_by_id() -> None:
    values: dict[tuple[str, str], dict[str, float | None]] = {
        ("B", "x"): {"a": 0.5, "b": 0.5},
        ("A", "x"): {"a": 0.5, "b": 0.5},
        ("C", "x"): {"a": 1.0, "b": None},
        ("D", "x"): {"a": None, "b": None},
    }
    weights = {"a": 1.0, "b": 3.0}
    assert ranked(values, weights) == [("C", "x"), ("A", "x"), ("B", "x"), ("D", "x")]
    assert ranked(values, weights, 0.5) == [("A", "x"), ("B", "x"), ("C", "x"), ("D", "x")]


def test_every_part_has_a_weight_and_a_sentence_in_both_languages() -> None:
    assert read_weights("x", usual_weights()) == usual_weights()
    assert len(set(NAMES)) == len(PARTS) == len({p.means for p in PARTS}) == len({p.means_th for p in PARTS})
    with pytest.raises(GraphError, match=r"^x: weight_need: expected a number from 0 up, found -1$"):
        read_weights("x", {**usual_weights(), "need": -1.0})
    with pytest.raises(GraphError, match=r"^x: weights: expected at least one above 0, found 9 of 0$"):
        read_weights("x", dict.fromkeys(NAMES, 0.0))


def test_sensitivity_gives_the_rank_under_each_weight_halved_and_doubled() -> None:
    values = {("A", "x"): {"a": 1.0, "b": 0.0}, ("B", "x"): {"a": 0.0, "b": 0.9}}
    moves = sensitivity(values, {"a": 1.0, "b": 1.0}, 0.0)
    assert list(moves) == [("A", "x"), ("B", "x")]
    assert moves["A", "x"].moved == {("a", 0.5): 2, ("a", 2.0): 1, ("b", 0.5): 1, ("b", 2.0): 2}
    assert (moves["A", "x"].best, moves["A", "x"].worst, moves["A", "x"].most_moving) == (1, 2, "a")
    assert moves["A", "x"].in_top == 4
    assert set(sensitivity(values, {"a": 1.0, "b": 0.0}, 0.0)["A", "x"].moved) == {("a", 0.5), ("a", 2.0)}


def test_the_quality_of_a_ranking_reckoned_by_hand() -> None:
    scores = {("A", "x"): 0.9, ("B", "x"): 0.8, ("C", "x"): 0.7, ("D", "x"): None}
    found = quality(scores, {("A", "x"), ("C", "x")}, (1, 2, 10))
    assert found.hits == {1: 1.0, 2: 1.0, 10: 2.0}
    assert found.reciprocal_rank == round((1 + 1 / 3) / 2, 4)
    assert found.average_precision == round((1 + 2 / 3) / 2, 4)
    # Of the four pairs of one that came true and one that did not, only B stands before C.
    assert found.area == 0.75


def test_level_ones_share_their_places() -> None:
    level = {(c, "x"): 0.5 for c in "ABCD"}
    found = quality(level, {("D", "x")}, (1, 2))
    assert found.hits == {1: 0.25, 2: 0.5}
    assert (found.area, found.reciprocal_rank) == (0.5, 0.4)


def test_a_candidate_knows_its_cell() -> None:
    assert Candidate("JPN", "dairy", "ended", {}, (), (), None, (), "").cell == ("JPN", "dairy")
