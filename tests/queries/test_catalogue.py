"""Every question answers with its defaults, as its header says; the headline tells a plan from a deal."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from graph.cypher.dialect import complaints
from graph.cypher.gate import admit
from graph.errors import GraphError
from graph.store import Answer
from loaders.run import BUNDLED
from queries import ask, catalogue
from queries.sentences import SENTENCES, sentence
from tests.built import bundled

TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "integer": (int,),
    "number": (int, float),
    "date": (date,),
    "list": (list,),
    "boolean": (bool,),
}
MEMBERS = {"AUS", "BRN", "CHN", "IDN", "JPN", "KHM", "KOR", "LAO", "MMR", "MYS", "NZL", "PHL", "SGP", "THA", "VNM"}
HEADLINE = "links-serving-sector"


def answer(name: str, **params: Any) -> Answer:
    return ask(bundled().store, name, params)


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_question_answers_as_its_header_says(name: str) -> None:
    asked = catalogue()[name]
    if asked.path is None:
        assert complaints(asked.text) == []
        admit(asked.text)
    assert re.search(r"[\u0e00-\u0e7f]", asked.title_th)
    rows = answer(name)
    assert len(rows) > 0
    assert rows.warnings == ()
    assert rows.columns == tuple(c.name for c in asked.columns)
    for column in asked.columns:
        values = [row[column.name] for row in rows if row[column.name] is not None]
        assert all(isinstance(v, TYPES[column.type]) for v in values), column.name


def test_the_headline_has_every_member_and_over_300_links_by_name() -> None:
    rows = answer(HEADLINE)
    assert Counter(r["reach"] for r in rows)["by name"] >= 300
    assert {m for r in rows if r["reach"] == "by name" for m in r["members"]} == MEMBERS
    assert len({r["link"] for r in rows}) == len(rows)
    for r in rows:
        assert r["sources"], r["link"]
        assert r["confidence"] in ("stated", "inferred", "general knowledge")
        assert bool(r["sectors"]) == (r["reach"] == "by name")


def test_a_domestic_link_is_none_of_rcep() -> None:
    assert "P10" not in {r["link"] for r in answer(HEADLINE)}
    assert len(bundled().store.ask("MATCH (p:Partnership {id: 'P10'}) RETURN p")) == 1


def test_legs_and_extension_are_told_apart() -> None:
    status = {r["code"]: r["status"] for r in answer("programme-legs")}
    assert {c for c, s in status.items() if s == "active"} == {"JPN", "NZL"}
    assert {c for c, s in status.items() if s == "announced"} == MEMBERS - {"JPN", "NZL", "THA"}
    links = {r["link"]: r for r in answer(HEADLINE)}
    assert links["first-source-e57"]["status"] == links["first-source-e82"]["status"] == "active"
    assert {links[f"first-source-e{n}"]["status"] for n in range(34, 46)} == {"announced"}


def test_the_lines_per_member_count_the_links() -> None:
    rows = answer(HEADLINE)
    for member in answer("members-serving-sector"):
        own = [r for r in rows if member["code"] in r["members"] and r["reach"] == "by name"]
        count = Counter(r["status"] for r in own)
        assert member["links"] == len(own), member["member"]
        assert member["active"] == count["active"] + count["signed"]
        assert member["announced"] == count["announced"] + count["expected"]
        assert member["links"] == sum(
            member[k] for k in ("active", "completed", "in_talks", "announced", "ended", "disputed")
        )


def test_a_sentence_is_written_for_every_question() -> None:
    assert set(SENTENCES) == set(catalogue())


def test_the_sentence_counts_what_the_rows_say() -> None:
    rows, members = answer(HEADLINE), answer("members-serving-sector")
    told = sentence(HEADLINE, rows, members, "en")
    named = sum(r["reach"] == "by name" for r in rows)
    assert told.startswith(f"{named} links across borders serve the sector by name: ")
    assert f"{len(rows) - named} more serve every sector" in told
    assert told.endswith(
        "Industry Bubble runs with Japan and New Zealand; its extension to 12 other members is only announced."
    )
    assert str(named) in sentence(HEADLINE, rows, members, "th")


def test_links_are_those_known_on_the_day() -> None:
    early = answer(HEADLINE, as_of="2010-12-31")
    assert early
    assert all(r["since"] is None or r["since"] <= "2010-12-31" for r in early)
    dated = {r["link"]: r for r in answer(HEADLINE)}
    assert dated["p141"]["status"] == "ended"
    assert "p141" not in {r["link"] for r in early}


def test_an_active_link_whose_end_has_passed_is_shown_as_ended() -> None:
    (held,) = bundled().store.ask(
        "MATCH (p:Partnership {id: 'p246'}) RETURN p.status AS status, toString(p.until) AS until"
    )
    assert held == {"status": "active", "until": "2020-03-24"}
    assert {r["link"]: r["status"] for r in answer(HEADLINE)}["p246"] == "ended"
    assert {r["link"]: r["status"] for r in answer(HEADLINE, as_of="2020-03-01")}["p246"] == "active"


def test_a_link_that_has_ended_was_active_before_its_end() -> None:
    assert {r["link"]: r["status"] for r in answer(HEADLINE)}["p087"] == "ended"
    assert {r["link"]: r["status"] for r in answer(HEADLINE, as_of="2014-06-30")}["p087"] == "active"


@pytest.mark.parametrize("given", ["food", "sec:food", "Food industry", "food INDUSTRY", "อุตสาหกรรมอาหาร"])
def test_a_sector_by_id_english_or_thai_name(given: str) -> None:
    assert [r["link"] for r in answer(HEADLINE, sector=given)] == [r["link"] for r in answer(HEADLINE, sector="food")]


def test_sub_sectors_count() -> None:
    food, dairy = (
        {r["link"] for r in answer(HEADLINE, sector=s) if r["reach"] == "by name"} for s in ("food", "dairy")
    )
    assert dairy < food


def test_absence_names_the_search_that_looked() -> None:
    rows = answer("members-without-link")
    absences = Counter(r["absence"] for r in rows)
    assert absences["none found"] > 0
    assert absences["not researched"] > 0
    for r in rows:
        assert (r["enquiry"] is None) or (r["searched_on"] == "2026-11-22" and r["words"])
        if r["absence"] == "none found":
            assert r["enquiry"]
        if r["absence"] == "not researched":
            assert r["enquiry"] is None


def test_a_merged_row_is_found_by_its_own_id() -> None:
    assert {r["link"] for r in answer("evidence-of-link", link="P02")} == {"p027"}


@pytest.mark.parametrize(
    ("params", "said"),
    [
        (
            {"sektor": "food"},
            'links-serving-sector has no parameter sektor (did you mean "sector"?); it takes sector, as_of',
        ),
        (
            {"sector": "fod"},
            "links-serving-sector: sector: expected the id, English or Thai name of a sector, found 'fod' (did you mean \"food\"?)",
        ),
        ({"as_of": "soon"}, "links-serving-sector: as_of: expected a date as 2026-11-22, found 'soon'"),
    ],
)
def test_a_wrong_parameter_is_told(params: dict[str, str], said: str) -> None:
    with pytest.raises(GraphError) as refused:
        answer(HEADLINE, **params)
    assert str(refused.value) == said


def searched() -> dict[tuple[str, str], str]:
    """What the file says was found between Thailand and a member in a sector."""
    with (BUNDLED / "partnerships/enquiries.csv").open(encoding="utf-8", newline="") as file:
        return {(r["partner"], r["sector"].removeprefix("sec:")): r["found"] for r in csv.DictReader(file)}


def test_every_absence_is_what_the_searches_say() -> None:
    made = bundled().made.gathered.facts
    code = {n.name: ref.id for ref, n in made.nodes.items() if ref.kind == "Country"}
    sector = {n.name: ref.id for ref, n in made.nodes.items() if ref.kind == "Sector"}
    found = searched()
    wrong = []
    for r in answer("members-without-link"):
        said = found.get((code[r["member"]], sector[r["sub_sector"]]))
        expected = {
            "no": "none found",
            "unclear": "searched, unclear",
            "yes": "searched, links only in other sub-sectors",
            None: "not researched",
        }[said]
        if r["links"] == [] and r["absence"] != expected:
            wrong.append((r["member"], r["sub_sector"], r["absence"], said))
    assert wrong == []
    assert Counter(found.values()) == {"yes": 85, "unclear": 16, "no": 11}


def test_a_plan_is_never_a_running_link_in_any_answer() -> None:
    planned = {r["link"] for r in answer(HEADLINE) if r["status"] in ("announced", "expected", "in talks")}
    assert len(planned) > 80
    absent = {link.partition(" ")[0]: link for r in answer("members-without-link") for link in r["links"]}
    assert not [shown for id, shown in absent.items() if id in planned and shown.endswith(("(active)", "(signed)"))]
    assert {"first-source-e39", "p002"} <= planned


def test_a_date_known_to_the_month_is_never_shown_as_a_day() -> None:
    newest = {(r["form"], r["status"]): r["newest"] for r in answer("links-by-status")}
    assert newest["agreement", "active"] == "2025-11"
    last = {(r["partner"], r["kind"]): r["last"] for r in answer("partners-of-country")}
    assert last["Indonesia", "Country"] == "2021-03"


def test_a_link_named_after_the_programme_in_brackets_is_under_it() -> None:
    japan = next(r for r in answer("programme-legs") if r["code"] == "JPN")
    assert japan["links"] == ["first-source-e57 (active)", "p001 (in talks)", "p004 (active)"]


def test_figures_stand_with_their_comparator_and_are_never_exact_when_they_were_not() -> None:
    figures = {r["measure"]: (r["comparator"], r["value"], r["unit"]) for r in answer("figures-of-programme")}
    assert figures["sales"] == (">", 259.41, "million THB")
    assert figures["growth"] == (">", 16.56, "percent")
    assert figures["firms_joined (increase)"] == (">", 200.0, "firms")
    assert figures["firms_matched"] == (">", 35.0, "firms")
    assert {m for m, (comparator, _, _) in figures.items() if comparator == "="} == {"party_count"}


@pytest.mark.parametrize("given", ["bubble", "fw:bubble", "industry bubble", "Industrial Bubble", "อินดัสตรีบับเบิล"])
def test_a_programme_by_id_or_any_of_its_names(given: str) -> None:
    assert [r["status"] for r in answer("programme-legs", programme=given)][:3] == ["runs it", "active", "active"]


@pytest.mark.parametrize("given", ["THA", "th", "cty:TH", "Thailand", "ไทย", "ประเทศไทย", "Kingdom of Thailand"])
def test_a_country_by_code_or_any_of_its_names(given: str) -> None:
    assert [r["partner"] for r in answer("partners-of-country", country=given)] == [
        r["partner"] for r in answer("partners-of-country")
    ]
