"""The tree of the Harmonized System."""

from __future__ import annotations

import pytest

from graph.kinds import Ref
from graph.model import PartOf, Product
from loaders.row import CellError
from loaders.sources.hs import hs
from tests.loaders.literal import edges, everything, nodes, row

HEADING = {"section": "I", "hscode": "0201", "description": "Meat of bovine animals", "parent": "02", "level": "4"}
CHAPTER = {"section": "I", "hscode": "02", "description": "Meat", "parent": "TOTAL", "level": "2"}


def test_a_heading_hangs_on_its_chapter() -> None:
    assert nodes(hs, row(HEADING)) == [
        Product(id="0201", code="0201", name="Meat of bovine animals", level=4, classification="HS")
    ]
    assert [(e.source.id, e.target.id) for e in edges(hs, row(HEADING))] == [("0201", "02")]


def test_a_chapter_hangs_on_all_goods() -> None:
    chapter, root = nodes(hs, row(CHAPTER))
    assert (chapter.id, chapter.note, root.id, root.name) == (
        "02",
        "section I of the Harmonized System",
        "TOTAL",
        "All goods",
    )
    assert edges(hs, row(CHAPTER))[0].target == root.ref


@pytest.mark.parametrize(
    ("column", "cell"), [("hscode", "2O1"), ("level", "6"), ("parent", "03"), ("parent", "TOTAL"), ("description", "")]
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(hs(row({**HEADING, column: cell})))
    assert refused.value.column == column


def test_the_bundled_tree_leads_from_every_code_to_all_goods() -> None:
    facts = everything().facts
    up = {e.source: e.target for e in facts.edges_of(PartOf) if e.source.kind == "Product"}
    codes = [n.ref for n in facts.nodes.values() if isinstance(n, Product) and n.classification == "HS"]
    assert len(codes) >= 1187
    for code in codes:
        end, steps = code, 0
        while end in up:
            end, steps = up[end], steps + 1
        assert end == Ref("Product", "TOTAL")
        assert steps <= 3
