"""The tree of ISIC Rev.4."""

from __future__ import annotations

import pytest

from graph.model import Activity, PartOf
from loaders.row import CellError
from loaders.sources.isic import isic, section
from tests.loaders.literal import edges, everything, nodes, row


@pytest.mark.parametrize(
    ("code", "level", "parent"), [("C", 0, None), ("10", 2, "C"), ("101", 3, "10"), ("1010", 4, "101")]
)
def test_a_code_hangs_on_the_one_above_it(code: str, level: int, parent: str | None) -> None:
    found = row({"code": code, "description": "Manufacture"})
    assert nodes(isic, found) == [Activity(id=code, code=code, name="Manufacture", level=level)]
    assert [e.target.id for e in edges(isic, found)] == ([parent] if parent else [])


@pytest.mark.parametrize(
    ("division", "letter"), [("01", "A"), ("03", "A"), ("05", "B"), ("10", "C"), ("33", "C"), ("68", "L"), ("99", "U")]
)
def test_divisions_belong_to_the_published_sections(division: str, letter: str) -> None:
    assert section(division) == letter


@pytest.mark.parametrize("code", ["", "V", "1", "10101", "1O"])
def test_a_wrong_code_is_refused(code: str) -> None:
    with pytest.raises(CellError, match=r"^code: expected"):
        list(isic(row({"code": code, "description": "x"})))


def test_every_bundled_code_leads_to_a_section() -> None:
    facts = everything().facts
    up = {e.source.id: e.target.id for e in facts.edges_of(PartOf) if e.source.kind == "Activity"}
    codes = [n for n in facts.nodes.values() if isinstance(n, Activity)]
    assert len(codes) == 766
    assert sum(c.level == 0 for c in codes) == 21
    assert {c.id for c in codes if c.level} == set(up)
