"""Sentences on links, agencies, parties, programmes and evidence say what the rows say, in both languages."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

import pytest

from graph.store import Answer, Record
from queries import ask
from queries.sentences import sentence
from queries.sentences.wording import NAMED, by_step, listed, most, nothing, some
from tests.built import bundled

LANGUAGES = ("en", "th")
LONGEST = 480
"""More than the 350 letters a sentence should have, for names can be long."""
ASKED: tuple[tuple[str, dict[str, str]], ...] = (
    ("links-changed-between", {}),
    ("links-changed-between", {"since": "2023-12-31", "recorded": "yes"}),
    ("links-changed-between", {"since": "2013-12-31", "until": "2020-01-01"}),
    ("links-changed-between", {"since": "1990-01-01", "until": "1991-01-01", "sector": "dairy"}),
    ("sectors-on-one-link", {}),
    ("sectors-on-one-link", {"country": "NZL"}),
    ("sectors-on-one-link", {"sector": "rice", "as_of": "1990-01-01"}),
    ("counterparts-of-agency", {}),
    ("counterparts-of-agency", {"agency": "JETRO"}),
    ("counterparts-of-agency", {"agency": "Khmer Enterprise"}),
    ("counterparts-of-agency", {"as_of": "1990-01-01"}),
    ("offers-and-seeks", {}),
    ("offers-and-seeks", {"country": "NZL"}),
    ("offers-and-seeks", {"country": "CHN"}),
    ("overlapping-links", {}),
    ("overlapping-links", {"country": "JPN"}),
    ("overlapping-links", {"country": "NZL"}),
    ("overlapping-links", {"sector": "rice", "as_of": "2000-01-01"}),
    ("partners-of-country", {}),
    ("partners-of-country", {"country": "NZL"}),
    ("partners-of-country", {"country": "LAO", "sector": "rice"}),
    ("party", {}),
    ("party", {"of": "JETRO"}),
    ("party", {"of": "NZL"}),
    ("party", {"of": "Mitsubishi Corporation"}),
    ("party", {"of": "ASEAN"}),
    ("party", {"of": "ATPF"}),
    ("sides-of-links", {}),
    ("sides-of-links", {"sector": "noodles"}),
    ("figures-of-programme", {}),
    ("figures-of-programme", {"programme": "t-goodtech"}),
    ("foreign-initiatives", {}),
    ("foreign-initiatives", {"country": "NZL"}),
    ("foreign-initiatives", {"as_of": "1990-01-01"}),
    ("programme-funnel", {}),
    ("programme-funnel", {"programme": "bubble-nz"}),
    ("evidence-coverage", {}),
    ("evidence-coverage", {"sector": "rice", "as_of": "1950-01-01"}),
    ("evidence-serving-sector", {}),
    ("evidence-serving-sector", {"sector": "rice"}),
)
NAMES = sorted({name for name, _ in ASKED})


@cache
def _rows(name: str, params: tuple[tuple[str, str], ...]) -> Answer:
    return ask(bundled().store, name, dict(params))


def rows_of(name: str, **params: str) -> Answer:
    """The rows of a question, asked once."""
    return _rows(name, tuple(sorted(params.items())))


def told(name: str, language: str = "en", **params: str) -> str:
    return sentence(name, rows_of(name, **params), [], language)


def words_of(rows: list[Record] | Answer) -> set[str]:
    """Every Latin word that stands anywhere in the rows."""
    return set(re.findall(r"[A-Za-z]+", str([dict(row) for row in rows])))


@pytest.mark.parametrize(("name", "params"), ASKED, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_holds_for_other_countries_sectors_and_days(
    name: str, params: dict[str, str], language: str
) -> None:
    rows = rows_of(name, **params)
    said = sentence(name, rows, [], language)
    assert said
    assert len(said) <= LONGEST
    assert "None" not in said
    assert "  " not in said
    assert ": ." not in said
    assert not re.search(r"(?<!\d)(?<!\d,)0 (?!of)", said), "what there is none of is left out"
    assert not re.search(r"\b1 (links|pairs|members|others|bodies|offers|partners|parties|figures|pieces)\b", said)
    if language == "th":
        assert re.search("[\u0e00-\u0e7f]", said)
        assert set(re.findall(r"[A-Za-z]+", said)) <= words_of(rows)
    elif rows:
        assert not re.search("[\u0e00-\u0e7f]", re.sub(r"\(.*?\)", "", said))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_answer_without_rows_is_not_said_to_be_none(name: str, language: str) -> None:
    assert sentence(name, [], [], language) == nothing(language)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_single_row_is_told_whichever_it_is(name: str, language: str) -> None:
    of_members = [row for row in rows_of(name) if row.get("of") != "sub-sector"]
    for row in of_members[:60]:
        said = sentence(name, [row], [], language)
        assert said
        assert not re.search(r"\b1 (links|pairs|members|bodies|offers|partners|parties|figures|pieces)\b", said)


@pytest.mark.parametrize(
    ("name", "without"),
    [
        ("links-changed-between", ("after", "before", "countries", "started", "ended")),
        ("sectors-on-one-link", ("sub_sector_th", "member_th", "until", "since", "what")),
        ("counterparts-of-agency", ("member_th", "counterpart", "through", "last")),
        ("offers-and-seeks", ("party_th", "capability_th", "to", "status", "confidence")),
        ("overlapping-links", ("counterpart_th", "counterpart_country")),
        ("partners-of-country", ("partner_th", "last")),
        ("party", ("name_th", "short", "form", "country", "country_name", "country_name_th", "aliases", "website")),
        ("sides-of-links", ("name_th", "country", "acronym")),
        ("figures-of-programme", ("value", "period", "source", "address", "reading")),
        ("foreign-initiatives", ("what", "status", "since")),
        ("programme-funnel", ("joined", "matched", "sales", "growth", "share_percent")),
        ("evidence-coverage", ("name_th",)),
        ("evidence-serving-sector", ("speaker", "dated", "confidence", "address")),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_never_breaks_a_sentence(name: str, without: tuple[str, ...], language: str) -> None:
    rows = rows_of(name)
    for names in (*((each,) for each in without), without):
        said = sentence(name, [{**row, **dict.fromkeys(names)} for row in rows], [], language)
        assert said
        assert "None" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_new_links_are_counted_apart_from_those_that_ended_or_were_only_recorded(language: str) -> None:
    rows = rows_of("links-changed-between", since="2023-12-31", recorded="yes")
    said = told("links-changed-between", language, since="2023-12-31", recorded="yes")
    new = [row for row in rows if row["before"] is None]
    over = [row for row in rows if (row["before"], row["after"]) in {("active", "ended"), ("active", "completed")}]
    recorded = [row for row in rows if row["changes"] == ["only the record is new"]]
    home = [row for row in rows if "THA" in row["countries"]]
    assert by_step((row["after"] for row in new), language) in said
    if language == "en":
        assert said.startswith(f"{len(new)} links are new: ")
        assert f"{len(over)} others came to an end." in said
        assert f"Of {len(recorded)} only the record is new." in said
        assert f"Thailand takes part in {len(home)} of {len(rows)} links." in said
    else:
        assert said.startswith(f"ความเชื่อมโยงใหม่ {len(new)} รายการ: ")
        assert f"สิ้นสุดหรือเสร็จสิ้น {len(over)} รายการ" in said
        assert f"ใหม่เฉพาะการบันทึก {len(recorded)} รายการ" in said
        assert f"ไทยมีส่วนร่วม {len(home)} จากทั้งหมด {len(rows)} รายการ" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_sub_sectors_on_one_link_are_told_as_a_whole_and_with_members(language: str) -> None:
    rows = rows_of("sectors-on-one-link")
    whole = [
        row["sub_sector" if language == "en" else "sub_sector_th"] for row in rows if row["since"] and not row["others"]
    ]
    pairs = Counter(row["member_th"] for row in rows if row["member"] != "every member")
    said = told("sectors-on-one-link", language)
    first = next(iter(rows))
    assert first["member"] == "every member"
    assert str(first["sub_sector" if language == "en" else "sub_sector_th"]) in said
    assert whole
    links = {row["link"] for row in rows}
    endless = {row["link"] for row in rows if not row["until"]}
    if language == "en":
        assert f"{pairs.total()} pairs of member and sub-sector" in said
        assert f"{len(endless)} of {len(links)} links have no known end" in said
    else:
        assert f"{pairs.total()} คู่พึ่งพา" in said
        assert f"{pairs.most_common(1)[0][0]} ({pairs.most_common(1)[0][1]})" in said
        assert f"{len(endless)} จาก {len(links)} รายการไม่ทราบวันสิ้นสุด" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_counterparts_keep_links_apart_from_plans_and_from_those_nobody_searched(language: str) -> None:
    rows = rows_of("counterparts-of-agency")
    real = {row["code"] for row in rows if row["channel"] == "direct link"}
    planned = {row["code"] for row in rows if row["channel"].startswith("direct, only")} - real
    every = {row["code"] for row in rows}
    status = {
        link: s
        for row in rows
        if row["channel"].startswith("direct")
        for link, s in zip(row["links"], row["statuses"], strict=True)
    }
    peers = [row for row in rows if row["channel"].startswith("same duty")]
    said = told("counterparts-of-agency", language)
    assert by_step(status.values(), language) in said
    if language == "en":
        assert f"with {len(real)} of {len(every)} members: Japan (" in said
        assert f"With {len(planned)} more it has only plans or talks." in said
        assert "reach New Zealand." in said
        assert f"{len(peers)} bodies of the same duty" in said
        assert said.endswith("Nobody searched by agency.")
    else:
        assert f"กับสมาชิก {len(real)} จาก {len(every)} ประเทศ: ญี่ปุ่น (" in said
        assert f"มีเพียงแผนหรือการหารือกับอีก {len(planned)} ประเทศ" in said
        assert f"หน่วยงานภารกิจเดียวกัน {len(peers)} แห่ง" in said
        assert said.endswith("ยังไม่มีผู้ค้นหาเป็นรายหน่วยงาน")


def test_an_ended_link_of_an_agency_is_no_plan_and_a_failed_one_no_link() -> None:
    row = next(dict(row) for row in rows_of("counterparts-of-agency") if row["channel"] == "direct link")
    assert "beyond plans with 1 of 1 member: " in sentence(
        "counterparts-of-agency", [{**row, "statuses": ["ended"]}], [], "en"
    )
    assert "no direct link beyond plans" in sentence(
        "counterparts-of-agency", [{**row, "statuses": ["failed"]}], [], "en"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_offers_are_named_with_how_far_they_have_come(language: str) -> None:
    rows = rows_of("offers-and-seeks")
    offers = [row for row in rows if row["does"] == "offers"]
    said = told("offers-and-seeks", language)
    assert len(offers) <= NAMED
    assert all(row["capability_th" if language == "th" else "capability"] in said for row in offers)
    assert by_step((row["status"] for row in offers), language) in said
    assert (
        "No source says what comes in return, nor what anybody seeks." if language == "en" else "ไม่มีแหล่งข้อมูลใดระบุ"
    ) in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_offers_what_is_sought_and_what_comes_back_are_counted(language: str) -> None:
    offer = {**dict(rows_of("offers-and-seeks")[0]), "in_return": ["rice (active)"]}
    rows = [offer] * (NAMED + 1) + [{**offer, "does": "seeks"}]
    said = sentence("offers-and-seeks", rows, [], language)
    if language == "en":
        assert "Japan to Thailand (4)" in said
        assert "Something comes in return for 4. Sought by: Japan (1)." in said
        assert "No source" not in said
    else:
        assert "ญี่ปุ่นเสนอแก่Thailand (4)" in said
        assert "มีสิ่งตอบแทน 4 รายการ; ฝ่ายที่แสวงหา: ญี่ปุ่น (1)" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_overlaps_count_each_link_once(language: str) -> None:
    rows = rows_of("overlapping-links")
    links = {link for row in rows for link in row["link_ids"]}
    running = Counter(min(row["running"], 2) for row in rows)
    same = sum(row["shared_sectors"] != [] for row in rows)
    said = told("overlapping-links", language)
    assert len(links) < sum(len(row["link_ids"]) for row in rows)
    if language == "en":
        assert said.startswith(f"{len(rows)} counterparts abroad have links")
        assert f"{len(links)} links in all" in said
        assert f"two or more with {running[2]}, one with {running[1]}, none known with {running[0]}." in said
        assert f"With {same} they meet" in said
    else:
        assert f"{len(rows)} รายมีความเชื่อมโยง {len(links)} รายการ" in said
        assert f"กับสองแห่งขึ้นไป {running[2]} กับแห่งเดียว {running[1]} ไม่ทราบว่ามี {running[0]}" in said
        assert f"สาขาย่อยเดียวกัน {same} ราย" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_partners_are_counted_by_what_has_come_furthest(language: str) -> None:
    rows = rows_of("partners-of-country")
    links = {link for row in rows for link in row["link_ids"]}
    real = sum(not {"active", "signed"}.isdisjoint(row["statuses"]) for row in rows)
    plans = sum(
        {"announced", "expected", "ended", "failed", "disputed"}.issuperset(row["statuses"])
        and not {"announced", "expected"}.isdisjoint(row["statuses"])
        for row in rows
    )
    homes = {row["partner_country"] for row in rows} - {"a group of states", "not known"}
    said = told("partners-of-country", language)
    if language == "en":
        assert said.startswith(
            f"The country has {len(links)} links with {len(rows)} partners in {len(homes)} countries"
        )
        assert f" {real} active or signed" in said
        assert f" {plans} only announced" in said
    else:
        assert said.startswith(f"ประเทศนี้มีความเชื่อมโยง {len(links)} รายการกับพันธมิตร {len(rows)} รายใน {len(homes)} ประเทศ")
        assert f"ดำเนินการหรือลงนามแล้ว {real}" in said
        assert f"เพียงประกาศ {plans}" in said


def test_a_party_is_told_by_kind_and_country() -> None:
    assert told("party").startswith(
        "Department of Industrial Promotion (กรมส่งเสริมอุตสาหกรรม, DIPROM) is an agency of Thailand"
    )
    assert told("party", "th").startswith(
        "กรมส่งเสริมอุตสาหกรรม (Department of Industrial Promotion, DIPROM) เป็นหน่วยงานของไทย"
    )
    assert told("party", of="Mitsubishi Corporation") == "Mitsubishi Corporation is a firm of Japan."
    assert told("party", of="NZL").startswith("New Zealand (นิวซีแลนด์, NZ) is a country, known by ")
    assert " is an agency of a country not known" in told("party", of="ATPF")
    assert told("party", "th", of="ATPF").endswith("เป็นหน่วยงานที่ไม่ทราบประเทศ")
    (row,) = rows_of("party")
    shown = {str(row[name]).casefold() for name in ("name", "name_th", "short")}
    others = {alias.casefold() for alias in row["aliases"]} - shown
    assert f"known by {len(others)} other names" in told("party")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sides_count_parties_once_and_places_apart(language: str) -> None:
    rows = rows_of("sides-of-links")
    links = {row["link"] for row in rows}
    parties = {row["id"]: row["kind"] for row in rows if row["role"] == "party"}
    places = {row["link"] for row in rows if row["role"] == "place"}
    kinds = Counter(parties.values())
    said = told("sides-of-links", language)
    if language == "en":
        assert said.startswith(
            f"{len(links)} links have {len(parties)} parties: {kinds['Agency']} agencies, {kinds['Firm']} firms"
        )
        assert f"{len(places)} links name a side that is only the place" in said
    else:
        assert said.startswith(f"ความเชื่อมโยง {len(links)} รายการมีคู่ภาคี {len(parties)} ราย: หน่วยงาน {kinds['Agency']}")
        assert f"{len(places)} รายการมีฝ่ายที่เป็นเพียงสถานที่" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_keep_their_bounds(language: str) -> None:
    rows = rows_of("figures-of-programme")
    said = told("figures-of-programme", language)
    bounds = sum(row["comparator"] == ">" for row in rows)
    if language == "en":
        assert said.startswith(f"1 source gives {len(rows)} figures on {len({row['about'] for row in rows})} subjects.")
        assert "more than 200 firms joined, more than 35 firms matched" in said
        assert f"{bounds} figures are bounds, not counts." in said
        assert "1 may be an increase, not a total." in said
    else:
        assert f"ให้ตัวเลข {len(rows)} รายการ" in said
        assert "มากกว่า 259.41 ล้านบาท" in said
        assert f"{bounds} รายการเป็นค่าขอบเขต" in said


def test_a_funnel_is_of_one_source_and_tells_what_it_leaves_open() -> None:
    said, thai = told("programme-funnel"), told("programme-funnel", "th")
    assert "more than 200 firms joined, more than 35 firms were matched" in said
    assert "Not known: the share matched" in said
    assert "เข้าร่วมมากกว่า 200 กิจการ จับคู่ได้มากกว่า 35 กิจการ" in thai
    assert "มากกว่าร้อยละ 16.56" in thai
    row: dict[str, Any] = {
        **dict(rows_of("programme-funnel")[0]),
        "joined": "40 firms",
        "matched": "10 firms",
        "sales": None,
        "growth": None,
        "share_percent": 25.0,
        "unknowns": [],
    }
    bare = {**row, "matched": None}
    said = sentence("programme-funnel", [bare, row], [], "en")
    assert "40 firms joined and 10 firms were matched (25 per cent of those)." in said
    assert "Not known" not in said
    assert said.endswith("1 other account stands beside it, never added up.")
    assert "จับคู่ได้ 10 กิจการ (ร้อยละ 25 ของผู้เข้าร่วม); มีตัวเลขจากแหล่งหรือช่วงเวลาอื่นอีก 1 ชุด" in sentence(
        "programme-funnel", [bare, row], [], "th"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_initiatives_of_others_stand_beside_the_country_s_own(language: str) -> None:
    rows = rows_of("foreign-initiatives")
    others = [row for row in rows if "THA" not in row["members"]]
    same = [row for row in others if row["own_links"]]
    near = [row for row in others if not row["own_links"] and row["near_links"]]
    (lacking,) = (row for row in others if not row["own_links"] and not row["near_links"])
    said = told("foreign-initiatives", language)
    assert by_step((row["status"] for row in others), language) in said
    assert lacking["what"] in said
    if language == "en":
        assert said.startswith(f"Other members have {len(others)} initiatives: ")
        assert f"{len(same)} in the same sub-sector, {len(near)} in a wider" in said
        assert "joins programmes of two sides: J-GoodTech and T-GoodTech (active)" in said
    else:
        assert f"โครงการริเริ่ม {len(others)} รายการ" in said
        assert f"สาขาย่อยเดียวกัน {len(same)} สาขาที่กว้างหรือแคบกว่า {len(near)}" in said
        assert "J-GoodTech และ T-GoodTech (ดำเนินการอยู่)" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_coverage_tells_where_links_rest_on_one_page_and_where_none_is_known(language: str) -> None:
    rows = rows_of("evidence-coverage")
    members = [row for row in rows if row["of"] == "member"]
    single = [row for row in members if row["links"] and not row["more_sources"]]
    best = max(members, key=lambda row: row["more_sources"])
    sectors = [row for row in rows if row["of"] == "sub-sector"]
    bare = [row for row in sectors if not row["links"]]
    said = told("evidence-coverage", language)
    if language == "en":
        assert said.startswith(f"For {len(single)} of {len(members)} members every link rests on a single page.")
        assert f"{best['name']} {best['more_sources']} of {best['links']}" in said
        assert said.endswith(f"No link is known in {len(bare)} of {len(sectors)} sub-sectors.")
    else:
        assert said.startswith(f"สมาชิก {len(single)} จาก {len(members)} ประเทศ")
        assert f"{best['name_th']} {best['more_sources']} จาก {best['links']}" in said
        assert said.endswith(f"ไม่พบความเชื่อมโยงใน {len(bare)} จาก {len(sectors)} สาขาย่อย")


@pytest.mark.parametrize("language", LANGUAGES)
def test_evidence_counts_links_pieces_and_pages(language: str) -> None:
    rows = rows_of("evidence-serving-sector")
    links = Counter(row["link"] for row in rows)
    pieces = {row["evidence"]: row for row in rows}
    pages = {row["address"] for row in rows} - {None}
    single = sum(number == 1 for number in links.values())
    stated = sum(row["confidence"] == "stated" for row in pieces.values())
    undated = sum(not row["dated"] for row in pieces.values())
    said = told("evidence-serving-sector", language)
    for number in (len(links), len(pieces), len(pages), single, stated, undated):
        assert re.search(rf"(?<!\d){number}(?!\d)", said)


def test_names_are_listed_as_far_as_they_are_few() -> None:
    assert some(["a", "b", "c"], "en") == "a, b and c"
    assert some(["a", "b", "c", "d", "e"], "en") == "a, b, c and 2 more"
    assert some(["ก", "ข", "ค", "ง"], "th") == "ก, ข, ค และอีก 1"
    assert listed(["ไทย", "ญี่ปุ่น"], "th") == "ไทย และญี่ปุ่น"
    assert listed(["ไทย", "COFCO", "JETRO"], "th") == "ไทย, COFCO และ JETRO"
    assert listed([], "th") == listed([], "en") == ""
    assert most({"b": 2, "a": 2, "c": 1, "d": 1}, {"a": "A"}, "en") == "A (2) and b (2)"
    assert most({"a": 1, "b": 1, "c": 1, "d": 1}, {}, "en") == ""
    assert most({"a": 1, "b": 0}, {}, "en") == "a (1)"
