"""Products and the activities that may make them."""

from __future__ import annotations

import pytest

from graph.model import Activity, ProducedBy, Product
from graph.vocabulary import Confidence
from loaders.row import CellError
from loaders.sources.hs_isic import hs_isic
from tests.loaders.literal import edges, everything, row

KNOWN = (Product(id="0101"), Product(id="010121"), Product(id="01"), Activity(id="0141"), Activity(id="0142"))
CELLS = {"hs2007": "010121", "isic3": "0121", "isic4_candidates": "0141|0142"}


def test_each_candidate_is_an_edge_and_only_inferred() -> None:
    found = edges(hs_isic, row(CELLS, KNOWN))
    assert [(e.source.id, e.target.id) for e in found] == [("010121", "0141"), ("010121", "0142")]
    assert {e.confidence for e in found} == {Confidence.INFERRED}


def test_one_candidate_is_stated() -> None:
    found = edges(hs_isic, row({**CELLS, "isic4_candidates": "0141"}, KNOWN))
    assert [e.confidence for e in found] == [Confidence.STATED]


def test_a_dropped_code_falls_to_its_heading_and_is_told() -> None:
    dropped = row({**CELLS, "hs2007": "010110"}, KNOWN)
    assert {e.source.id for e in edges(hs_isic, dropped)} == {"0101"}
    assert [column for column, _ in dropped.notices] == ["hs2007"]


def test_a_code_without_a_candidate_is_told() -> None:
    without = row({**CELLS, "isic3": "9999", "isic4_candidates": ""}, KNOWN)
    assert edges(hs_isic, without) == []
    assert without.notices == [("isic4_candidates", "no activity of ISIC Rev.4 for ISIC Rev.3 9999")]


@pytest.mark.parametrize(
    ("column", "cell"), [("hs2007", "990101"), ("hs2007", "horse"), ("isic4_candidates", "0141|0999")]
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(hs_isic(row({**CELLS, column: cell}, KNOWN)))
    assert refused.value.column == column


def test_the_bundled_table_is_told_in_two_lines() -> None:
    told = everything()
    told_of = [p for p in told.facts.problems if "hs2007_to_isic" in p.place.file]
    assert [p.place.column for p in told_of] == ["hs2007", "isic4_candidates"]
    assert told_of[0].message.endswith("(and in 107 more rows)")
    assert len({e.source for e in told.facts.edges_of(ProducedBy)}) > 600
