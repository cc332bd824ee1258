"""Numbered sources: each source once, every passage under it, numbers by evidence."""

from __future__ import annotations

import pytest

from bubble.documents.sources import evidence_of_links, sources_of
from bubble.documents.words import link_of, readable_address
from queries import ask
from tests.built import bundled


@pytest.mark.parametrize("language", ["en", "th"])
def test_every_piece_of_evidence_gets_the_number_of_its_source_in_the_order_of_first_mention(language: str) -> None:
    store = bundled().store
    evidence = [id for row in ask(store, "links-serving-sector") for id in row["evidence"]]
    cited = sources_of(store, evidence, language)
    assert set(cited.numbers) == set(evidence)
    assert [entry.number for entry in cited.sources.entries] == [*range(1, len(cited.sources.entries) + 1)]
    first = dict.fromkeys(number for id in evidence for number in cited.numbers[id])
    assert [*first] == sorted(first), "numbered as they are first met"


def test_a_source_that_is_read_twice_has_one_number_and_both_passages() -> None:
    store = bundled().store
    rows = ask(store, "evidence-of-link", {"link": "p001"})
    cited = sources_of(store, [row["evidence"] for row in rows])
    told = [passage.text for entry in cited.sources.entries for passage in entry.passages]
    assert told == list(dict.fromkeys(row["says"] for row in rows))
    assert all(entry.address.startswith("http") for entry in cited.sources.entries)
    assert cited.of(row["evidence"] for row in rows) == tuple(entry.number for entry in cited.sources.entries)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://example.org/%E0%B8%81%E0%B8%A3%E0%B8%A1/x?q=%E3%82%BF", "https://example.org/กรม/x?q=タ"),
        ("https://example.org/a%2Fb%20c%3F%23", "https://example.org/a%2Fb%20c%3F%23"),
        ("https://example.org/%E2%80%AEmoc", "https://example.org/%E2%80%AEmoc"),
        ("https://example.org/%FF%E0", "https://example.org/%FF%E0"),
        ("first_source_claims.json", "first_source_claims.json"),
    ],
)
def test_an_address_is_told_in_letters_where_it_stays_the_same_address(address: str, told: str) -> None:
    assert readable_address(address) == told
    assert link_of(told).upper() == link_of(address).upper()


def test_rows_of_a_data_file_without_words_are_counted_as_one_passage() -> None:
    store = bundled().store
    evidence = [id for row in ask(store, "tariff-cuts") for id in row["evidence"] or ()]
    cited = sources_of(store, evidence)
    assert sum(len(entry.passages) for entry in cited.sources.entries) == len(cited.sources.entries) < len(evidence)
    assert "rows of this source" in cited.sources.entries[0].passages[0].text
    assert cited.sources.entries[0].passages[0].locator.count(".csv") == 1


def test_confidence_is_worded_in_the_language_and_unknown_ids_have_no_source() -> None:
    store = bundled().store
    thai = sources_of(store, ["no such evidence", *evidence_of_links(store, ["p001"])["p001"]], "th")
    assert "no such evidence" not in thai.numbers
    assert {passage.confidence for entry in thai.sources.entries for passage in entry.passages} == {"แหล่งข้อมูลระบุ"}
    assert sources_of(store, []).sources.entries == ()
    assert evidence_of_links(store, ["no such link"]) == {}
