"""Each view: what it draws is what its questions answered, in both languages, always with the same bytes."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import combinations
from typing import Any

import pytest

from bubble.drawing import picture_of
from graph.errors import GraphError
from queries import ask
from queries.sentences.networks import figures
from queries.sentences.wording import by_step, counted, listed
from tests.built import bundled
from visuals.canvas import content, endings
from visuals.layout import place
from visuals.picture import Picture
from visuals.view import named, views

NETWORKS = [name for name, view in views().items() if view.canvas is Picture]
THAI = re.compile(r"[\u0e00-\u0e7f]")
PARTIES = ["DIPROM", "JETRO", "Japan", "BRN", "rcep", "vinamilk"]


@cache
def drawn(name: str, **params: str) -> Picture:
    """The view drawn from the bundled graph."""
    picture = picture_of(bundled().store, named(name), params)
    assert isinstance(picture, Picture)
    return picture


def rows(name: str, **params: Any) -> list[dict[str, Any]]:
    """The answer to a question."""
    return list(ask(bundled().store, name, params))


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("name", sorted(views()))
def test_every_view_is_written_whole_and_alike_twice(name: str, language: str) -> None:
    first, second = (picture_of(bundled().store, named(name), {}) for _ in range(2))
    for ending in set(endings(first)) & {".html", ".svg"}:
        once = content(first, ending, language, "a4")
        assert once == content(second, ending, language, "a4")
        assert isinstance(once, str)
        assert first.title.of(language) in once.replace("&amp;", "&")


@pytest.mark.parametrize("name", sorted(views()))
def test_every_view_asks_and_answers_in_both_languages(name: str) -> None:
    picture = picture_of(bundled().store, named(name), {})
    for text in (picture.title, picture.answer):
        assert text.en
        assert not THAI.search(text.en)
        assert THAI.search(text.th)
    assert re.search(r"\d", picture.answer.en)
    assert sorted(re.findall(r"\d+", picture.answer.en)) == sorted(re.findall(r"\d+", picture.answer.th)), (
        "same figures"
    )


@pytest.mark.parametrize("name", NETWORKS)
def test_every_line_has_its_evidence_and_every_node_its_place(name: str) -> None:
    picture = drawn(name)
    told = {id for link in picture.links.values() for id in link.evidence}
    assert told
    assert told == set(picture.passages)
    for ratio in (1.6, 0.62):
        assert set(place(picture, ratio=ratio).spots) == set(picture.dots)


@pytest.mark.parametrize("of", PARTIES)
@pytest.mark.parametrize("steps", ["1", "2"])
def test_a_neighbourhood_has_a_line_for_each_pair_that_a_link_joins(of: str, steps: str) -> None:
    picture, answer = drawn("neighbourhood", of=of, steps=steps), rows("neighbourhood", of=of, steps=steps)
    wanted = {
        (r["link"], frozenset({f"{r['kind']}:{r['id']}", f"{r['other_kind']}:{r['other_id']}"}))
        for r in answer
        if r["other_id"]
    }
    assert {(k.id, frozenset({k.source, k.target})) for k in picture.links.values()} == wanted
    assert len(picture.links) == len(wanted) > 0
    lines = {k.id: k for k in picture.links.values()}
    for row in answer:
        if row["other_id"]:
            line = lines[row["link"]]
            assert (line.status, line.form, line.since) == (row["status"], row["form"], row["since"] or "")
            assert line.evidence == tuple(row["evidence"])


def test_links_of_the_chosen_party_are_those_it_joins() -> None:
    joined = bundled().store.ask("MATCH (:Agency {id: 'diprom'})-[:JOINS]->(p) RETURN DISTINCT p.id AS id")
    assert {row["link"] for row in rows("neighbourhood")} == {row["id"] for row in joined}


def test_a_link_without_a_counterpart_is_told_and_not_drawn() -> None:
    answer = rows("neighbourhood", of="Japan")
    lone = [row["link"] for row in answer if row["other_id"] is None]
    picture = drawn("neighbourhood", of="Japan")
    assert lone
    assert not {link.id for link in picture.links.values()} & set(lone)
    assert f"{len(lone)} links name no counterpart." in picture.answer.en
    facts = {fact.label: fact.value for fact in picture.dots["Country:JPN"].facts}
    assert facts["Links that name no counterpart"].count("; ") == len(lone) - 1


def test_a_second_step_only_adds_and_leads_on_from_bodies_alone() -> None:
    near, far = rows("neighbourhood", of="JETRO"), rows("neighbourhood", of="JETRO", steps=2)
    assert [row for row in far if row["step"] == 1] == near
    further = [row for row in far if row["step"] == 2]
    assert further
    assert {row["kind"] for row in further} <= {"Agency", "Firm"}
    assert {(row["kind"], row["id"]) for row in further} <= {(row["other_kind"], row["other_id"]) for row in near}


@pytest.mark.parametrize("given", ["diprom", "DIPROM", "Agency:diprom", "กรมส่งเสริมอุตสาหกรรม", "กสอ."])
def test_a_party_is_found_by_any_of_its_names(given: str) -> None:
    assert [(row["kind"], row["id"]) for row in rows("party", of=given)] == [("Agency", "diprom")]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("Jetra", r'found .Jetra. \(did you mean "JETRO"'),
        ("Charoen Pokphand", r'did you mean "Charoen Pokphand Group" or "'),
        ("Firm:diprom", r"found .Firm:diprom."),
        ("", "expected the id, short name, English or Thai name"),
        ("<script>", "found .<script>."),
    ],
)
def test_an_unknown_party_is_one_line_with_the_nearest_names(given: str, said: str) -> None:
    with pytest.raises(GraphError, match=said) as refused:
        picture_of(bundled().store, named("neighbourhood"), {"of": given})
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("steps", ["0", "3", "-1"])
def test_other_steps_are_refused(steps: str) -> None:
    with pytest.raises(GraphError, match="steps: expected 1 or 2"):
        picture_of(bundled().store, named("neighbourhood"), {"steps": steps})


def test_a_party_without_a_link_is_drawn_alone_and_said_so() -> None:
    (lonely,) = bundled().store.ask(
        "MATCH (f:Firm) WHERE NOT EXISTS { MATCH (f)-[:JOINS]->(:Partnership) } RETURN f.id AS id ORDER BY id LIMIT 1"
    )
    picture = drawn("neighbourhood", of=lonely["id"])
    assert list(picture.dots) == [f"Firm:{lonely['id']}"]
    assert "does not mean that there is none" in picture.answer.en


def test_programmes_draw_every_relation_but_the_home_side_of_links() -> None:
    picture, answer = drawn("programmes"), rows("behind-programmes")
    home = {row["country"] for row in answer if row["relation"] == "RUNS"}
    assert home == {"THA"}
    left_out = [
        row
        for row in answer
        if (row["relation"] in ("JOINS", "TOOK_PART_IN") and row["country"] in home)
        or (row["relation"] == "COVERS" and row["other_country"] in home)
    ]
    wanted = {
        (row["relation"], f"{row['kind']}:{row['id']}", f"{row['other_kind']}:{row['other_id']}", row["status"] or "")
        for row in answer
        if row["other_id"] and row not in left_out
    }
    assert {(k.kind, k.source, k.target, k.status) for k in picture.links.values()} == wanted
    for row in left_out:
        if row["relation"] == "JOINS":
            facts = {f.label: f.value for f in picture.dots[f"Partnership:{row['other_id']}"].facts}
            assert row["name"] in facts["Home side"]
    assert {f"Programme:{row['id']}" for row in answer if row["relation"] is None} <= set(picture.dots)


def test_a_plan_of_a_programme_is_never_drawn_as_running() -> None:
    links = drawn("programmes").links.values()
    covers = {link.target: link.status for link in links if link.kind == "COVERS" and link.source == "Programme:bubble"}
    assert covers == {"Country:JPN": "active", "Country:NZL": "active", "Bloc:rcep": "announced"}


def test_figures_of_a_programme_keep_their_comparators_and_their_source() -> None:
    picture = drawn("programmes")
    told = [fact for fact in picture.dots["Programme:platform"].facts if fact.label == "Figures of one source"]
    (source,) = {row["source"] for row in rows("programme-funnel")}
    assert len(told) == 1
    assert told[0].value == (
        "more than 200 firms joined, more than 35 firms matched, more than 259.41 million baht of sales, "
        f"more than 16.56 per cent of growth ({source})"
    )
    assert "มากกว่า 259.41 ล้านบาท" in told[0].value_th


def test_firms_have_a_line_for_each_two_sides_with_the_share_on_it() -> None:
    picture, answer = drawn("firms"), rows("firms-across-borders")
    sides: dict[str, list[str]] = {}
    for row in answer:
        sides.setdefault(row["link"], []).append(f"{row['kind']}:{row['id']}")
    wanted = {(link, frozenset(pair)) for link, keys in sides.items() for pair in combinations(keys, 2)}
    assert {(k.id, frozenset({k.source, k.target})) for k in picture.links.values()} == wanted
    shares = {row["link"]: f"{row['share']:g}%" for row in answer if row["share"] is not None}
    assert {link.id: link.on_line for link in picture.links.values() if link.on_line} == shares
    assert len(shares) > 10


def test_the_sentence_of_firms_counts_what_is_drawn() -> None:
    answer = rows("firms-across-borders")
    forms = Counter(row["form"] for row in {row["link"]: row for row in answer}.values())
    told = drawn("firms").answer.en
    assert told.startswith(
        f"{forms['joint venture']} joint ventures, {forms['equity stake']} equity stakes and "
        f"{forms['investment']} other investments join {len({r['id'] for r in answer if r['kind'] == 'Firm'})} firms"
    )


def test_agreements_have_a_line_for_each_member_party_to_them() -> None:
    picture, answer = drawn("agreements"), rows("agreements-of-members")
    assert {(k.source, k.target, k.status, k.since) for k in picture.links.values()} == {
        (f"Country:{r['code']}", f"Agreement:{r['agreement']}", r["status"], r["since"] or "") for r in answer
    }
    assert len(picture.links) == len(answer)
    assert Counter(r["agreement"] for r in answer)["rcep"] == 15
    assert {r["status"] for r in answer} == {"in force", "signed", "ended"}


def test_a_signature_is_not_taken_for_force() -> None:
    held = {row["code"]: row["status"] for row in rows("agreements-of-members") if row["agreement"] == "rcep"}
    assert {code for code, status in held.items() if status != "in force"} == {"MMR"}
    before = [row for row in rows("agreements-of-members", as_of="2021-06-30") if row["agreement"] == "rcep"]
    assert {row["status"] for row in before} == {"signed"}
    assert "RCEP is in force for 14 of 15 members, not known to be for Myanmar." in drawn("agreements").answer.en


def test_phrases_count_one_and_many_and_leave_nothing_out() -> None:
    assert counted(1, "link", "links") == "1 link"
    assert counted(0, "link", "links") == "0 links"
    assert listed([], "en") == listed([], "th") == ""
    assert listed(["a"], "en") == "a"
    assert listed(["a", "b", "c"], "en") == "a, b and c"
    assert listed(["ก", "ข"], "th") == "ก และข"
    assert (
        by_step(["active", "signed", "failed", None], "en")
        == "2 active or signed, 1 ended or failed, 1 of no known status"
    )
    assert by_step(["in talks", "odd"], "th") == "อยู่ระหว่างหารือ 1 ไม่ระบุสถานะ 1"
    exact = {"measure": "firms_joined", "comparator": "=", "value": 1200.0, "unit": "firms"}
    assert figures([exact], "en") == "1,200 firms joined"
    assert figures([{**exact, "comparator": ">=", "value": None}], "en") == "", "a missing figure is none, never nil"
