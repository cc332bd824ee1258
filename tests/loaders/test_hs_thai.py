"""Thai titles of HS chapters."""

from __future__ import annotations

import pytest

from graph.kinds import Ref
from loaders.row import CellError
from loaders.sources.hs_thai import hs_thai
from tests.loaders.literal import edges, everything, nodes, row

CELLS = {"hs2": "39", "name_th": "พลาสติกและของทำด้วยพลาสติก", "name_en": "Plastics"}


def test_a_chapter_gets_its_thai_name_and_hangs_on_all_goods() -> None:
    chapter = nodes(hs_thai, row(CELLS))[0]
    assert (chapter.id, chapter.name, chapter.name_th) == ("39", "Plastics", "พลาสติกและของทำด้วยพลาสติก")
    assert edges(hs_thai, row(CELLS))[0].target.id == "TOTAL"


@pytest.mark.parametrize(("column", "cell"), [("hs2", "3901"), ("hs2", "xx"), ("name_th", "")])
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(hs_thai(row({**CELLS, column: cell})))
    assert refused.value.column == column


def test_every_bundled_chapter_has_both_names() -> None:
    facts = everything().facts
    chapters = [facts.nodes[Ref("Product", f"{n:02}")] for n in range(1, 25)]
    assert all(c.name_th for c in chapters)
    assert (chapters[0].name, chapters[0].aliases) == ("Animals; live", ("Live animals",))
