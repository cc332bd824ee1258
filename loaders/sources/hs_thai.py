"""Titles of HS chapters in Thai and English."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import one_line
from graph.facts import Fact
from graph.model import PartOf, Product
from loaders.codes import HS_CHAPTER, hs_code
from loaders.loader import loader
from loaders.row import CellError, Row
from loaders.sources.hs import ALL_GOODS, CLASSIFICATION


@loader("taxonomy/hs_chapters*.csv", columns=("hs2", "name_th"), optional=("name_en",), after=("hs",))
def hs_thai(row: Row) -> Iterator[Fact]:
    """One chapter a row; one that the tree doesn't hold yet is added to it."""
    code = hs_code(row, "hs2")
    if len(code) != HS_CHAPTER:
        raise CellError("hs2", f"expected a chapter's two digits, found {one_line(code)!r}")
    chapter = Product(
        id=code,
        code=code,
        name=row.optional("name_en"),
        name_th=row.text("name_th"),
        level=HS_CHAPTER,
        classification=CLASSIFICATION,
    )
    yield chapter
    yield ALL_GOODS
    yield PartOf(source=chapter.ref, target=ALL_GOODS.ref)
