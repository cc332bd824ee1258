"""The Harmonized System: chapters, headings and subheadings in a tree."""

from __future__ import annotations

from collections.abc import Iterator

from graph.errors import one_line
from graph.facts import Fact
from graph.model import PartOf, Product
from loaders.codes import HS_CHAPTER, HS_ROOT, hs_code
from loaders.loader import loader
from loaders.row import CellError, Row

CLASSIFICATION = "HS"
ALL_GOODS = Product(
    id=HS_ROOT, code=HS_ROOT, name="All goods", name_th="สินค้าทั้งหมด", level=0, classification=CLASSIFICATION
)


@loader(
    "taxonomy/hs_ch[0-9]*.csv",
    columns=("hscode", "description", "parent"),
    optional=("level", "section"),
    bulk=True,
)
def hs(row: Row) -> Iterator[Fact]:
    """One code a row, hung on the code it is part of; chapters hang on all goods."""
    code, parent = hs_code(row, "hscode"), row.text("parent")
    level = row.integer("level")
    if level not in (None, len(code)):
        raise CellError("level", f"expected {len(code)}, the digits of {code}, found {level}")
    chapter = len(code) == HS_CHAPTER
    if chapter != (parent == HS_ROOT) or not (chapter or code.startswith(parent)):
        expected = HS_ROOT if chapter else f"a code that {code} begins with"
        raise CellError("parent", f"expected {expected}, found {one_line(parent)!r}")
    section = row.optional("section")
    product = Product(
        id=code,
        code=code,
        name=row.text("description"),
        level=len(code),
        classification=CLASSIFICATION,
        note=f"section {section} of the Harmonized System" if chapter and section else "",
    )
    yield product
    if chapter:
        yield ALL_GOODS
    yield PartOf(source=product.ref, target=Product.at(parent))
