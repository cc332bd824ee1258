"""A link as a panel tells it, with its evidence, read from the answers that hold both."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from visuals.picture import Fact, Passage, Text, shown

LINKS, EVIDENCE = "links-serving-sector", "evidence-serving-sector"
"""The questions whose answers cards are read from."""
_PASSAGE = ("evidence", "says", "source", "address", "dated", "speaker", "confidence", "locator")


@dataclass(frozen=True)
class Card:
    """A link; status and form are words of the vocabulary, evidence names passages."""

    id: str
    what: Text
    parties: Text
    status: str
    form: str
    since: str
    evidence: tuple[str, ...]


def read_cards(
    answers: Mapping[str, Sequence[Mapping[str, Any]]], wanted: Collection[str]
) -> tuple[dict[str, Card], dict[str, Passage]]:
    """The cards of the wanted links by id, and the passages they name."""
    cards = {shown(row["link"]): _card(row) for row in answers[LINKS] if row["link"] in wanted}
    named = {evidence for card in cards.values() for evidence in card.evidence}
    passages = {
        shown(row["evidence"]): Passage(*(shown(row[name] or "") for name in _PASSAGE))
        for row in answers[EVIDENCE]
        if shown(row["evidence"]) in named
    }
    return cards, passages


def search_of(cell: Mapping[str, Any]) -> tuple[Fact, ...]:
    """The last search that looked for links of a member in a sub-sector, as facts; none where nobody looked."""
    if not cell["enquiry"]:
        return ()
    told = [
        ("Searched on", "ค้นเมื่อ", cell["searched_on"]),
        ("Where", "ค้นที่ใด", cell["searched_in"]),
        ("Words searched for", "คำค้น", cell["words"]),
        ("Results read", "จำนวนผลลัพธ์ที่อ่าน", cell["results_read"]),
        ("Found", "ผลการค้น", cell["found"]),
        ("Note", "หมายเหตุ", cell["note"]),
        ("Id of the search", "รหัสการค้นหา", cell["enquiry"]),
    ]
    return tuple(Fact(en, th, shown(value)) for en, th, value in told if value not in (None, ""))


def _card(row: Mapping[str, Any]) -> Card:
    return Card(
        shown(row["link"]),
        Text(shown(row["what"] or "")),
        Text(*(shown(" · ".join(row[name] + row["places"])) for name in ("parties", "parties_th"))),
        shown(row["status"] or ""),
        shown(row["form"] or ""),
        shown(row["since"] or ""),
        tuple(shown(each) for each in row["evidence"]),
    )
