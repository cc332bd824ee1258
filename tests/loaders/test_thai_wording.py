"""Our English words for links and passages in Thai: every one of the bundled data, and what is wrong in a file."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from graph.model import Evidence, EvidencedBy, Partnership
from loaders.names import Meaning
from loaders.row import CellError
from loaders.run import BUNDLED, gather
from loaders.sources.thai_wording import thai_wording
from loaders.wording import WORDING
from tests.loaders.literal import everything, row, written

FILE = "partnerships/thai_wording.csv"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def wordings() -> list[dict[str, str]]:
    with (BUNDLED / FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_link_and_every_passage_of_a_link_has_thai_words() -> None:
    facts = everything().facts
    links = [node for node in facts.nodes.values() if isinstance(node, Partnership)]
    assert [link.id for link in links if not link.name_th] == []
    told = {e.target for e in facts.edges_of(EvidencedBy) if e.source.kind == Partnership.kind}
    passages = [node for ref in told if isinstance(node := facts.nodes[ref], Evidence) and node.gloss]
    assert len(passages) > 400
    assert [passage.id for passage in passages if not passage.gloss_th] == []


def test_every_number_of_the_english_stands_in_the_thai() -> None:
    for told in wordings():
        missing = set(_NUMBER.findall(told["text"])) - set(_NUMBER.findall(told["text_th"]))
        assert not missing, (told["text"], told["text_th"])


def test_ids_stay_and_no_sentence_ends_with_a_full_stop() -> None:
    for told in wordings():
        ids = set(re.findall(r"\b(?:[pP]\d{2,3}|L\d{2})\b", told["text"]))
        assert ids <= set(re.findall(r"(?:[pP]\d{2,3}|L\d{2})(?!\d)", told["text_th"])), told
        assert not told["text_th"].endswith(".")
        assert told["text_th"] == " ".join(told["text_th"].split())


def test_a_row_says_how_an_english_wording_reads_in_thai() -> None:
    told = row({"text": "talks", "text_th": "การหารือ"})
    assert list(thai_wording(told)) == [Meaning("talks", (), of=WORDING, reading="การหารือ", place=told.place)]


@pytest.mark.parametrize("cells", [{"text": "talks", "text_th": "Talks!"}, {"text": "talks", "text_th": ""}])
def test_words_that_are_no_thai_are_refused(cells: dict[str, str]) -> None:
    with pytest.raises(CellError, match=r"^text_th: expected"):
        list(thai_wording(row(cells)))


def test_a_wording_that_fits_no_link_and_no_passage_is_told(tmp_path: Path) -> None:
    lines = "text,text_th\nno link is called like this,ไม่มีความเชื่อมโยงชื่อนี้\n"
    gathered = gather([written(tmp_path / "mine", FILE, lines)])
    (problem,) = [p for p in gathered.facts.problems if p.place.file.startswith("mine/")]
    assert problem.place.line == 2
    assert "no link is called so and no passage is worded so: 'no link is called like this'" in problem.message
