"""Sentences on trade, the network's structure and the next link: their numbers, their Thai, and few or no rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from graph.store import Record
from queries import ask
from queries.sentences import sentence
from tests.built import bundled

Params = tuple[tuple[str, str], ...]
NAMES = (
    "links-against-trade",
    "tariff-cuts",
    "trade-intensity",
    "trade-structure",
    "unrealised-potential",
    "value-chains",
    "brokers",
    "communities",
    "shortest-chain",
    "single-points",
    "without-party",
    "next-best-back-test",
    "next-best-links",
    "next-best-parts",
    "next-best-sensitivity",
)
OTHERS: dict[str, tuple[dict[str, str], ...]] = {
    "links-against-trade": (
        {"country": "SGP"},
        {"country": "JPN", "sector": "rice"},
        {"as_of": "1990-01-01"},
        {"high": "101", "low": "0"},
        {"sector": "halal"},
    ),
    "tariff-cuts": (
        {"country": "JPN"},
        {"country": "AUS", "sector": "rice"},
        {"year": "2010"},
        {"year": "2050"},
        {"sector": "halal"},
        {"country": "USA"},
    ),
    "trade-intensity": ({"country": "CHN"}, {"country": "BRN"}, {"country": "USA"}),
    "trade-structure": (
        {"country": "SGP"},
        {"sector": "rice"},
        {"country": "LAO", "year": "2010"},
        {"year": "1950"},
        {"sector": "halal"},
    ),
    "unrealised-potential": ({"country": "SGP"}, {"sector": "rice"}, {"year": "1950"}, {"country": "USA"}),
    "value-chains": ({"sector": "rice"}, {"country": "JPN"}, {"as_of": "1990-01-01"}),
    "brokers": (
        {"level": "country"},
        {"sector": "rice"},
        {"as_of": "1900-01-01"},
        {"statuses": "failed"},
        {"most": "1"},
        {"pivots": "5"},
    ),
    "communities": ({"level": "country"}, {"sector": "rice"}, {"as_of": "1900-01-01"}, {"at_least": "100"}),
    "shortest-chain": (
        {"country": "VNM"},
        {"country": "NZL"},
        {"as_of": "1990-01-01"},
        {"firm": "Vinamilk", "country": "KHM", "plans": "yes"},
    ),
    "single-points": (
        {"level": "country"},
        {"sector": "rice"},
        {"as_of": "1900-01-01"},
        {"at_least": "17"},
        {"at_least": "1", "sector": "halal"},
    ),
    "without-party": (
        {"party": "THA"},
        {"party": "hdc"},
        {"party": "moit-vn", "sector": "sugar"},
        {"party": "CHN", "level": "country", "sector": "rice"},
    ),
    "next-best-back-test": ({"country": "NZL"}, {"sector": "rice"}, {"cut_off": "2026-01-01"}),
    "next-best-links": ({"most": "1"}, {"sector": "rice"}),
    "next-best-parts": ({"country": "NZL"}, {"sector": "rice"}, {"weight_supply": "0"}),
    "next-best-sensitivity": ({"sector": "rice"}, {"most": "1"}, {"as_of": "1990-01-01"}),
}
EVERY = [(name, tuple(params.items())) for name in NAMES for params in ({}, *OTHERS[name])]


@cache
def answer(name: str, params: Params = ()) -> list[Record]:
    return list(ask(bundled().store, name, dict(params)))


def rows(name: str, **params: str) -> list[Record]:
    return answer(name, tuple(params.items()))


def told(name: str, language: str = "en", **params: str) -> str:
    return sentence(name, rows(name, **params), [], language)


def words_of(value: Any) -> Iterator[str]:
    """Every word with a Latin letter that stands anywhere in a row."""
    if isinstance(value, dict):
        for each in value.values():
            yield from words_of(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from words_of(each)
    elif isinstance(value, str):
        yield from re.findall(r"[A-Za-z]+", value)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "th"])
def test_every_question_opens_with_a_sentence_that_can_be_read_at_once(name: str, language: str) -> None:
    said = told(name, language)
    assert 100 < len(said) < 500
    assert "None" not in said
    assert "  " not in said
    assert not re.search(r"[;:,] *[;:,.]|\.\.", said)
    assert bool(re.search(r"[\u0e00-\u0e7f]", said)) == (language == "th")


@pytest.mark.parametrize(("name", "params"), EVERY)
@pytest.mark.parametrize("language", ["en", "th"])
def test_a_sentence_holds_for_other_parameters(name: str, params: Params, language: str) -> None:
    found = answer(name, params)
    said = sentence(name, found, [], language)
    assert "None" not in said
    assert "nan" not in said.split()
    assert not re.search(r"  |[;:,] *[;:,.]|\.\.|\(\)|: *$", said)
    if language == "en":
        assert not re.search(r"(?<![\d.,])1 (pairs|lines|members|parties|ties|links|groups|chains|steps|parts)\b", said)
        assert not said or said[-1] == "."


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "th"])
def test_no_rows_raise_nothing(name: str, language: str) -> None:
    assert isinstance(sentence(name, [], [], language), str)


@pytest.mark.parametrize(("name", "params"), EVERY)
@pytest.mark.parametrize("language", ["en", "th"])
def test_one_row_without_anything_that_may_be_missing_raises_nothing(name: str, params: Params, language: str) -> None:
    found = answer(name, params)[:1]
    assert isinstance(sentence(name, found, [], language), str)
    bare = [{**row, **{key: None for key in row if key.endswith("_th")}} for row in found]
    assert "None" not in sentence(name, bare, [], language)


@pytest.mark.parametrize(("name", "params"), EVERY)
def test_thai_has_no_latin_word_but_names_that_the_rows_have(name: str, params: Params) -> None:
    found = answer(name, params)
    said = sentence(name, found, [], "th")
    assert set(re.findall(r"[A-Za-z]+", said)) <= set(words_of(found))
    assert not {"active", "signed", "sells", "buys", "tonnes", "links"} & set(re.findall(r"[a-z]+", said))


def test_pairs_of_high_fit_are_parted_by_what_was_searched() -> None:
    found = rows("links-against-trade")
    count = Counter(row["finding"] for row in found)
    high = [row for row in found if row["finding"].startswith("high")]
    silent = sum(not r["links"] and "links: nobody searched for one in this sub-sector" in r["unknowns"] for r in high)
    stalled = sum(bool(row["links"]) for row in high)
    assert all("(active)" not in link and "(signed)" not in link for row in high for link in row["links"])
    said = told("links-against-trade")
    assert f"in {len(high)} pairs of member and sub-sector: in {silent} nobody looked" in said
    assert f"in {stalled} the links known don't run" in said
    assert f"in {count['link, though what could be traded falls']} though what could be traded falls" in said
    assert f"in {count['link, trade not known']} where trade is not known" in said
    largest = max(high, key=lambda r: r[f"{r['direction']}_matched"])
    assert f"{largest['sub_sector']} to {largest['member']} {largest['sells_matched']:,.0f}" in said
    thai = told("links-against-trade", "th")
    assert f"{len(high)} คู่ของสมาชิกกับสาขาย่อย: ยังไม่มีผู้ค้นหา {silent} " in thai
    assert f"ไม่มีตัวเลขการค้า {count['link, trade not known']}" in thai


def test_where_trade_is_not_known_that_is_all_that_is_said() -> None:
    found = rows("links-against-trade", country="SGP")
    assert told("links-against-trade", country="SGP") == f"Links run in {len(found)} where trade is not known."


def test_lines_are_counted_by_importer_and_a_schedule_that_is_missing_is_not_nil() -> None:
    found = rows("tariff-cuts")
    lines = [row for row in found if row["line"]]
    lacking = {row["importer"] for row in found} - {row["importer"] for row in lines}
    said, thai = told("tariff-cuts"), told("tariff-cuts", "th")
    for importer in {row["importer"] for row in lines}:
        own = [row for row in lines if row["importer"] == importer]
        nil = sum(row["free_from"] is not None and row["free_from"] <= 2026 for row in own)
        assert f"{importer} {nil} of {len(own)}" in said
        assert f"{own[0]['importer_th']} {nil} จาก {len(own)}" in thai
    later = [row["free_from"] for row in lines if (row["free_from"] or 0) > 2026]
    assert "in 2026: Australia" in said
    assert f"{len(later)} lines become free later, the last from {max(later)}." in said
    assert f"Rates of {len(lacking)} other importers are not known" in said
    assert f"ไม่ทราบอัตราของอีก {len(lacking)} ประเทศ" in thai
    assert "Chapters of these products are missing for 2" in said


def test_before_rcep_was_in_force_no_rate_is_told() -> None:
    said = told("tariff-cuts", year="2010")
    assert said.startswith("Lines without a rate in 2010: Australia 128, China 192.")
    assert "nothing is charged in" not in said
    assert "become free later" not in told("tariff-cuts", year="2050")
    assert told("tariff-cuts", sector="halal").startswith("The data hold no tariff line on these products.")


def test_intensity_is_counted_each_way_and_units_stand_with_their_year() -> None:
    found = rows("trade-intensity")
    said, thai = told("trade-intensity"), told("trade-intensity", "th")
    for way, en, th in (("to the member", "sold to", "ขายให้"), ("from the member", "bought from", "ซื้อจาก")):
        index = [r["intensity"] for r in found if r["goods"] == "all goods" and r["direction"] == way]
        above = sum(value > 1 for value in index)
        assert f"{en} {above} of {len(index)} members" in said
        assert f"{th} {above} จาก {len(index)} ประเทศ" in thai
    (china,) = (r for r in found if r["unit"] == "thousand US$" and r["flow"] and r["direction"] == "to the member")
    assert f"2019, million US$, figures for 1 member: most sold to China {china['flow'] / 1000:,.0f}" in said
    assert f"ขายให้จีน {china['flow'] / 1000:,.0f}" in thai
    assert "2019 (ล้านดอลลาร์สหรัฐ; มีตัวเลข 1 ประเทศ)" in thai


def test_the_whole_of_trade_is_told_with_what_its_net_stands_on() -> None:
    found = rows("trade-structure")
    whole = next(row for row in found if row["id"] == "agrifood")
    ratios = [r["self_sufficiency"] for r in found if r["level"] == "item" and r["self_sufficiency"] is not None]
    enough = sum(ratio >= 100 for ratio in ratios)
    said, thai = told("trade-structure"), told("trade-structure", "th")
    assert f"exports {whole['exports']:,.0f}, imports {whole['imports']:,.0f}" in said
    assert f"{whole['net']:,.0f} more go out, over {whole['items']} of {whole['of_items']} items with both" in said
    assert f"{enough} of {len(ratios)} items with a ratio are made in at least the quantity used" in said
    assert f"{enough} จาก {len(ratios)} รายการสินค้า" in thai
    assert "Food industry" not in said
    (single,) = (row for row in rows("trade-structure", sector="rice") if row["level"] == "sub-sector")
    assert f"Self-sufficiency: {single['self_sufficiency']:.0f} %" in told("trade-structure", sector="rice")
    assert told("trade-structure", country="SGP") == "There are no figures of this country's food trade."


def test_potential_is_said_not_to_be_known_and_who_has_no_figures() -> None:
    found = rows("unrealised-potential")
    assert all(row["unrealised"] is None for row in found)
    said, thai = told("unrealised-potential"), told("unrealised-potential", "th")
    assert said.startswith("The data do not suffice")
    assert f"any of {len({row['code'] for row in found})} members" in said
    best = max((row for row in found if row["seller"] == "Thailand"), key=lambda row: row["expected"] or 0)
    assert f"Thailand to sell most to {best['buyer']} {best['expected']:,.0f}" in said
    assert f"ไทยขายให้{best['buyer_th']} {best['expected']:,.0f}" in thai
    assert said.endswith("No figures: Brunei and Singapore.")
    assert "let expect, in" not in told("unrealised-potential", country="SGP")
    one = [{**found[0], "unrealised": 5.0}, *found[1:]]
    assert sentence("unrealised-potential", one, [], "en").startswith("Unused potential is known for 1 of 28 flows.")


def test_chains_are_parted_by_what_their_legs_rest_on() -> None:
    found = rows("value-chains")
    both = sum(row["supply"] == row["sale"] == "trade and link" for row in found)
    one = sum((row["supply"] == "trade and link") != (row["sale"] == "trade and link") for row in found)
    said, thai = told("value-chains"), told("value-chains", "th")
    suppliers, buyers = len({r["supplier"] for r in found}), len({r["buyer"] for r in found})
    assert said.startswith(f"{len(found)} chains lead from {suppliers} suppliers to {buyers} buyers: all with trade")
    assert f"{both} with running links on both, {one} with running links on one." in said
    assert f"and {both - 3} more" in said
    assert f"ทั้งสองช่วง {both} คู่ มีความเชื่อมโยงที่ดำเนินการอยู่ช่วงเดียว {one} คู่" in thai
    assert "none with a running link" in told("value-chains", as_of="1990-01-01")
    assert told("value-chains", sector="rice").endswith("does not mean that there is none.")


def test_brokers_are_named_with_their_share_and_country() -> None:
    found = rows("brokers")
    said, thai = told("brokers"), told("brokers", "th")
    first, wide = max(found, key=lambda r: r["betweenness"]), max(found, key=lambda r: r["partners"])
    assert f"{first['party']} (Vietnam) {100 * first['betweenness']:.1f} %" in said
    assert f"of the {len(found)} listed: {wide['party']} {wide['partners']}" in said
    assert f"{wide['party_th']} {wide['partners']}" in thai
    lone = sum(row["partners"] == 1 for row in rows("brokers", sector="rice"))
    assert f"{lone} parties have a single partner." in told("brokers", sector="rice")
    assert "estimated" in told("brokers", pivots="5")
    assert "estimated" not in said


def test_groups_are_counted_and_the_largest_is_told() -> None:
    found = rows("communities")
    first = max(found, key=lambda row: row["size"])
    closed = sum(row["outward"] == 0 for row in found)
    said, thai = told("communities"), told("communities", "th")
    assert said.startswith(f"{len(found)} groups deal")
    assert f"{first['size']} parties of {len(first['countries'])} countries, {first['inside']} links inside" in said
    assert f"{closed} groups have no link to others. The parting is clear." in said
    assert f"{closed} กลุ่มไม่มีความเชื่อมโยงกับภายนอกกลุ่ม; การแบ่งกลุ่มชัดเจน" in thai
    assert told("communities", level="country").endswith("The parting is weak.")


def test_a_chain_is_told_step_by_step_and_that_none_is_known_is_not_that_there_is_none() -> None:
    (chain,) = rows("shortest-chain")
    said, thai = told("shortest-chain"), told("shortest-chain", "th")
    assert f"in {chain['steps']} steps, over {chain['chain'][1]} and then {chain['chain'][2]}" in said
    assert f"ใน {chain['steps']} ขั้น ผ่าน {chain['chain'][1]} และ {chain['chain'][2]} ตามลำดับ" in thai
    assert f"{len(chain['statuses'])} active or signed" in said
    assert "in 1 step, directly" in told("shortest-chain", country="VNM")
    assert "does not mean" in told("shortest-chain", country="NZL")
    planned = [{**chain, "statuses": ["active", "in talks", ""]}, chain]
    assert "1 active or signed, 1 in talks. 1 other is as near." in sentence("shortest-chain", planned, [], "en")


def test_points_on_which_the_network_hangs_are_counted_by_sort() -> None:
    found = rows("single-points")
    sorts = Counter(row["sort"] for row in found)
    thin = sum(row["sort"] == "tie" and len(row["link_ids"]) == 1 for row in found)
    first = max((row for row in found if row["sort"] == "party"), key=lambda row: row["cut_off"])
    said, thai = told("single-points"), told("single-points", "th")
    assert f"{sorts['party']} parties and {sorts['tie']} ties" in said
    assert f"cut off most: {first['point']} ({len(first['who'])})" in said
    assert f"{thin} ties rest on a single link." in said
    assert f"คู่ภาคี {sorts['party']} ราย และความสัมพันธ์ {sorts['tie']} คู่" in thai
    assert "hangs on 1 tie, without" in told("single-points", sector="rice")
    assert told("single-points", level="country") == ""


@pytest.mark.parametrize(
    ("party", "name", "name_th"),
    [("diprom", "Department of Industrial Promotion", "กรมส่งเสริมอุตสาหกรรม"), ("THA", "Thailand", "ไทย")],
)
def test_what_is_lost_without_a_party_is_told_with_its_name(party: str, name: str, name_th: str) -> None:
    said, thai = told("without-party", party=party), told("without-party", "th", party=party)
    assert said.startswith(f"Without {name}, ")
    assert thai.startswith(f"หากไม่มี{name_th} ")
    for row in rows("without-party", party=party):
        if row["lost"] > 0:
            assert f"{row['before'] - row['after']} of {row['before']} {row['measure']}" in said
            assert f"{row['measure_th']}ลดจาก {row['before']} เหลือ {row['after']}" in thai
        elif row["lost"] < 0:
            assert f"{row['measure']} go from {row['before']} to {row['after']}" in said
        else:
            assert f"{row['measure']} ({row['after']})" in said.partition("As before")[2]


def test_a_party_without_which_nothing_changes_is_told_so() -> None:
    assert "every count stays as it is" in told("without-party", party="moit-vn", sector="sugar")
    assert told("without-party", "th", party="moit-vn", sector="sugar").endswith("ทุกตัวเลขยังคงเท่าเดิม")


def test_the_back_test_says_where_counting_links_does_better_than_the_score() -> None:
    found = {row["method"]: row for row in rows("next-best-back-test")}
    score, degree = found["all parts"], found["degree only"]
    said, thai = told("next-best-back-test"), told("next-best-back-test", "th")
    assert said.startswith(f"Of {score['candidates']} candidates {len(score['pairs'])} pairs came true")
    assert f"by the score {score['top_ten']:g}, by the count of links alone 3.7" in said
    assert degree["average_precision"] > score["average_precision"]
    assert "by the count of links alone does better than by the score" in said
    assert f"{len(score['undated_ids'])} links without a date are left out." in said
    assert f"{score['candidates']} คู่ มี {len(score['pairs'])} คู่" in thai
    assert "nothing to test by" in told("next-best-back-test", cut_off="2026-01-01")


def test_parts_are_told_with_their_weight_and_what_is_not_known() -> None:
    found = rows("next-best-parts")
    whole = sum(not row["not_known"] for row in found)
    every = found[0]["known"] + found[0]["not_known"]
    said, thai = told("next-best-parts"), told("next-best-parts", "th")
    assert f"mean of {len(found)} parts" in said
    assert f"Of {every} candidates, {whole} parts are known for all" in said
    assert all(f" {row['known']}" in said for row in found if row["not_known"])
    assert f"จากตัวเลือก {every} คู่ ทราบค่าครบทุกคู่ {whole} ส่วน" in thai
    assert "mean of 8 parts: need" in told("next-best-parts", weight_supply="0")


def test_sensitivity_names_those_that_stay_in_front_and_calls_the_score_no_forecast() -> None:
    found = rows("next-best-sensitivity")
    firm = [row for row in found[:10] if row["in_top_ten"] == row["trials"]]
    moved = Counter(row["most_moving"] for row in found)["channel"]
    wide = max(found, key=lambda row: row["worst"] - row["best"])
    said, thai = told("next-best-sensitivity"), told("next-best-sensitivity", "th")
    assert f"{len(firm)} of 10 listed in front stay" in said
    assert all(f"{row['member']} × {row['sub_sector']}" in said for row in firm[:3])
    assert f"existing channel ({moved} of {len(found)} listed)" in said
    assert f"rank {wide['best']} to {wide['worst']}." in said
    assert said.endswith("it is no forecast.")
    assert f"{len(firm)} จาก 10 อันดับแรก" in thai
    assert thai.endswith("ไม่ใช่การพยากรณ์")
    assert "swing" not in told("next-best-sensitivity", sector="rice")


def test_the_first_candidates_are_told_with_their_scores() -> None:
    first = rows("next-best-links")[0]
    assert told("next-best-links").startswith(f"First come {first['member']} × {first['sub_sector']} (")
    assert told("next-best-links", most="1").startswith("First comes ")
