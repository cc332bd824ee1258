"""Items of FAO's food balance, their groups, and the policy sector each falls in."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.kinds import Ref
from graph.model import FallsIn, PartOf, Product, Sector
from graph.vocabulary import Confidence
from loaders.codes import nearest_product
from loaders.loader import Citation, loader
from loaders.names import slug
from loaders.row import Row
from loaders.sources.sectors import sector_id

CLASSIFICATION = "FAO"


def item(code: str) -> Ref[Product]:
    """The product that stands for an item of the food balance."""
    return Product.at(f"fao-{code}")


def _basis(row: Row) -> Citation:
    known = "general knowledge" in row.optional("mapping")
    return Citation(confidence=Confidence.GENERAL if known else Confidence.INFERRED, note=row.optional("mapping"))


@loader(
    "trade/fao_items*.csv",
    columns=("fao_item", "name", "sector"),
    optional=("group", "hs_headings", "mapping"),
    after=("hs", "hs_thai", "sectors"),
    cite=_basis,
)
def fao_items(row: Row) -> Iterator[Fact]:
    """One item a row; the HS headings that correspond to it are named in its note."""
    code = row.text("fao_item")
    headings = row.parts("hs_headings")
    for heading in headings:
        nearest_product(row, "hs_headings", heading)
        row.known("hs_headings", Product.at(heading))
    product = Product(
        id=item(code).id,
        code=code,
        name=row.text("name"),
        classification=CLASSIFICATION,
        note=f"corresponds to HS {', '.join(headings)}" if headings else "",
    )
    yield product
    sector = row.known("sector", Sector.at(sector_id(row, "sector", row.text("sector"))))
    yield FallsIn(source=product.ref, target=sector)
    if row.optional("group"):
        group = Product(
            id=f"fao-group-{slug(row.text('group'))}", name=row.text("group"), classification=CLASSIFICATION
        )
        yield group
        yield PartOf(source=product.ref, target=group.ref, confidence=Confidence.STATED)
