"""Questions on evidence, figures and tariffs: nothing mixed, nothing exact that was not, and silence told."""

from __future__ import annotations

import csv
from collections import Counter
from typing import Any

from graph.model import Partnership
from graph.store import Answer
from graph.vocabulary import Status
from loaders.run import BUNDLED
from queries import ask
from tests.built import bundled


def answer(name: str, **params: Any) -> Answer:
    return ask(bundled().store, name, params)


def cells(path: str) -> list[dict[str, str]]:
    with (BUNDLED / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def headline() -> dict[str, dict[str, Any]]:
    return {r["link"]: r for r in answer("links-serving-sector") if r["reach"] == "by name"}


def test_a_claim_is_to_be_checked_for_every_reason_that_holds_and_no_other() -> None:
    rows = {r["link"]: r for r in answer("claims-to-check")}
    for link, told in headline().items():
        reasons = rows[link]["reasons"] if link in rows else []
        assert ("one source only" in reasons) == (len(told["addresses"]) == 1), link
        assert ("no date" in reasons) == (told["last_evidence"] is None), link
        old = told["last_evidence"] is not None and told["last_evidence"] < "2025-11"[: len(told["last_evidence"])]
        assert ("older than a year" in reasons) == old, link
    assert set(rows) <= set(headline())


def test_only_a_party_tells_of_the_planned_extension() -> None:
    rows = {r["link"]: r for r in answer("claims-to-check")}
    assert "told only by a party to it" in rows["first-source-e39"]["reasons"]
    assert rows["first-source-e39"]["speakers"] == ["Nattapol Rangsitpol"]
    assert "told only by a party to it" not in rows["p087"]["reasons"]


def test_the_coverage_counts_the_links_of_the_members() -> None:
    rows = answer("evidence-coverage")
    members = {r["code"]: r["links"] for r in answer("members-serving-sector")}
    assert {r["id"]: r["links"] for r in rows if r["of"] == "member"} == members
    for r in rows:
        assert r["links"] == r["one_source"] + r["more_sources"] == r["stated"] + r["inferred"] + r["general"]
        assert r["undated"] == len(r["undated_ids"])
    start = {link: r["since"] for link, r in headline().items()}
    (japan,) = (r for r in rows if r["id"] == "JPN")
    assert japan["undated_ids"] == sorted(
        link for link, r in headline().items() if "JPN" in r["members"] and start[link] is None
    )


def test_the_share_of_those_matched_is_no_number_where_both_are_bounds() -> None:
    (row,) = answer("programme-funnel")
    assert row["matched_of_joined"] == "more than 35 of more than 200 firms"
    assert row["share_percent"] is None
    assert (row["sales"], row["growth"]) == ("more than 259.41 million THB", "more than 16.56 percent")
    assert row["period"] == "not given"
    assert "what the growth is measured against" in row["unknowns"]


def test_both_sides_are_told_where_two_rows_differ() -> None:
    rows = answer("disagreeing-sources")
    sides = {r["side"]: r["evidence"] for r in rows if r["id"] == "p067"}
    assert sides == {"announced": "partnerships/p067", "active": "food_firm_links_evidence/L07"}
    nodes = bundled().made.gathered.facts.nodes.values()
    disputed = {n.id for n in nodes if isinstance(n, Partnership) and n.status is Status.DISPUTED}
    assert {"p122", "p123", "p143"} <= disputed
    assert {r["id"] for r in rows if r["shown"] == "disputed" and r["kind"] == "link"} == disputed
    assert {r["id"] for r in rows if r["kind"] == "agreement"} == {"rcep – MMR", "rcep – MYS"}


def test_the_tariff_lines_are_those_of_the_schedules_at_the_rate_of_the_year() -> None:
    rows = answer("tariff-cuts", year=2026)
    for importer, file, chapters in (
        ("Australia", "australia", ("08", "20")),
        ("China", "china_for_asean", ("08", "20")),
    ):
        held = {
            r["hs_code"]: r
            for r in cells(f"agreements/rcep_tariff_schedule_{file}_even_chapters.csv")
            if r["chapter"] in chapters
        }
        lines = {r["line"]: r for r in rows if r["importer"] == importer and r["line"]}
        assert set(held) <= set(lines)
        for line, r in held.items():
            assert (lines[line]["base_rate"], lines[line]["rate"]) == (r["base_rate"], r["year_5"])
    banana = next(r for r in rows if r["importer"] == "China" and r["line"] == "0803.90.00")
    assert (banana["base_percent"], banana["rate_percent"], banana["free_from"]) == (10.0, 0.0, 2022)


def test_an_importer_without_a_schedule_is_unknown_and_never_free() -> None:
    rows = answer("tariff-cuts")
    unknown = {r["importer"] for r in rows if r["unknowns"] == ["its schedule is not in the data"]}
    assert len(unknown) == 12
    assert {r["importer"] for r in rows} - unknown == {"Australia", "China"}
    assert all(r["outcome"] is None and r["free_from"] is None for r in rows if r["line"] is None)
    seafood = answer("tariff-cuts", sector="seafood")
    said = [u for r in seafood if r["importer"] == "China" and r["line"] is None for u in r["unknowns"]]
    assert "03" in said[0]


def test_a_rate_that_is_no_share_of_the_value_is_shown_as_printed() -> None:
    rows = [r for r in answer("tariff-cuts", sector="agrifood") if r["line"]]
    odd = [r for r in rows if r["base_percent"] is None]
    assert odd
    assert all(r["base_rate"] for r in odd)
    assert Counter(r["outcome"] for r in rows)["free later"] > 50


def test_trade_of_two_units_or_sources_is_never_summed_in_a_chain() -> None:
    rows = answer("value-chains")
    shrimp = [
        r
        for r in cells("trade/baci_shrimp_hs6_2018.csv")
        if (r["exporter_iso3c"], r["importer_iso3c"]) == ("VNM", "THA")
    ]
    whole = sum(float(r["value_thousand_usd"]) for r in shrimp)
    vietnam = next(r for r in rows if r["supplier"] == "Vietnam")
    assert any(figure.startswith(f"{whole:,.0f} thousand US$, 2018, BACI") for figure in vietnam["supply_basis"])
    for r in rows:
        assert r["supplier"] != r["buyer"]
        for leg in ("supply", "sale"):
            kinds = set(r[leg].split(" and "))
            assert kinds <= {"trade", "link"}
            figures = [b for b in r[f"{leg}_basis"] if "(products " in b]
            assert bool(figures) == ("trade" in kinds)
            assert all(("tonnes" in f) != ("US$" in f) for f in figures)
        assert r["unknowns"]
    assert all("trade" in r["supply"] or "trade" in r["sale"] for r in rows)


def test_a_sector_without_trade_data_gives_no_chain_and_says_so() -> None:
    (row,) = answer("value-chains", sector="foodsafety")
    assert row["unknowns"] == ["who supplies and who buys: the trade data hold no figure for these products"]
