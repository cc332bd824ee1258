"""Which economic activity may make which product: HS 2007 led over ISIC Rev.3 to candidates in ISIC Rev.4."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Activity, ProducedBy
from graph.vocabulary import Confidence
from loaders.codes import hs_code, nearest_product
from loaders.loader import loader
from loaders.row import Row


@loader(
    "taxonomy/hs2007_to_isic*.csv",
    columns=("hs2007", "isic4_candidates"),
    optional=("hs_desc", "isic3", "isic3_desc"),
    after=("hs", "hs_thai", "isic"),
    bulk=True,
)
def hs_isic(row: Row) -> Iterator[Fact]:
    """One code a row with its candidates; codes that later editions dropped are led from their heading."""
    code = hs_code(row, "hs2007")
    product = nearest_product(row, "hs2007", code)
    if product.id != code:
        row.tell("hs2007", "codes of HS 2007 that the tree doesn't hold: their heading is used")
    candidates = row.parts("isic4_candidates", "|")
    if not candidates:
        row.tell("isic4_candidates", f"no activity of ISIC Rev.4 for ISIC Rev.3 {row.optional('isic3') or 'unknown'}")
    for candidate in candidates:
        yield ProducedBy(
            source=product,
            target=row.known("isic4_candidates", Activity.at(candidate)),
            confidence=Confidence.STATED if len(candidates) == 1 else Confidence.INFERRED,
            note="" if len(candidates) == 1 else "one of several candidates",
        )
