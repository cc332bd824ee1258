"""The page a row of partnerships rests on, and every bundled row in the graph."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from graph.vocabulary import Confidence
from loaders.row import CellError
from loaders.run import BUNDLED
from loaders.sources.partnerships import page
from tests.built import bundled
from tests.loaders.literal import row

CELLS = {
    "relation": "MOU",
    "note": "a second text",
    "evidence_title": "Japan, Thailand jointly rev up SMEs",
    "evidence_address": "https://example.org/1",
    "language": "en",
    "confidence": "inferred",
}


def test_the_page_with_what_it_says_in_our_words() -> None:
    cited = page(row(CELLS))
    assert (cited.address, cited.title, cited.language) == (
        "https://example.org/1",
        "Japan, Thailand jointly rev up SMEs",
        "en",
    )
    assert (cited.gloss, cited.confidence, cited.note) == ("MOU; a second text", Confidence.INFERRED, "")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("(The Nation, no headline in excerpt)", "(The Nation, no headline in excerpt)"),
        ("Thai-Japanese Industrial Bubble (address slug)", "Thai-Japanese Industrial Bubble"),
    ],
)
def test_a_title_that_was_rebuilt_says_so(title: str, shown: str) -> None:
    cited = page(row({**CELLS, "evidence_title": title}))
    assert (cited.title, cited.note) == (shown, "title rebuilt")


def test_a_confidence_that_is_none_is_refused() -> None:
    with pytest.raises(
        CellError, match=r"^confidence: expected one of stated, inferred, general knowledge; found 'sure'$"
    ):
        page(row({**CELLS, "confidence": "sure"}))


def told() -> list[dict[str, str]]:
    with (BUNDLED / "partnerships/partnerships.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def held() -> dict[str, dict[str, Any]]:
    """Every partnership of the graph by its id and by the ids of the rows that were merged into it."""
    every = [r["p"] for r in bundled().store.ask("MATCH (p:Partnership) RETURN p")]
    return {id: p for p in every for id in (p["id"], *p.get("aliases", []))}


def as_written(known: dict[str, Any], name: str) -> str:
    length = {"year": 4, "month": 7}.get(known.get(f"{name}_precision", ""), 10)
    return known[name].isoformat()[:length] if known.get(name) else ""


def test_all_402_rows_are_in_the_graph_with_their_evidence_and_words() -> None:
    known = held()
    lost = [
        r["id"]
        for r in told()
        if f"partnerships/{r['id']}" not in known.get(r["id"], {}).get("evidence", [])
        or not {w.strip() for w in r["sectors"].split(";") if w.strip()} <= set(known[r["id"]].get("sector_words", []))
    ]
    assert lost == []
    assert len(told()) == 402


def test_what_a_row_says_is_what_the_graph_says() -> None:
    known = held()
    differing = {
        r["id"]
        for r in told()
        if (p := known[r["id"]])["id"] == r["id"]
        and (r["form"], r["status"], r["relation"], r["confidence"], r["start_date"], r["end_date"])
        != (p["form"], p["status"], p["name"], p["confidence"], as_written(p, "start"), as_written(p, "until"))
    }
    assert differing == {"p112"}, "only the declared correction"


def test_the_page_of_a_row_is_the_source_of_its_evidence() -> None:
    read_in = {
        r["e"]: r["s"]
        for r in bundled().store.ask("MATCH (e:Evidence)-[:READ_IN]->(s:Source) RETURN e.id AS e, s.id AS s")
    }
    wrong = [r["id"] for r in told() if read_in[f"partnerships/{r['id']}"] != r["evidence_address"]]
    assert wrong == []
