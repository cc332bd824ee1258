"""Well-known agreements: the id that every file uses, names in English and Thai, and their id in HUGGO."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.model import Agreement
from graph.vocabulary import Confidence
from loaders.loader import Citation, loader
from loaders.row import Row


def _page(row: Row) -> Citation:
    address = row.optional("evidence_url")
    return Citation(address=address, confidence=Confidence.STATED if address else Confidence.GENERAL)


@loader(
    "agreements/agreement_names*.csv",
    columns=("id", "name_en", "name_th"),
    optional=("other_names", "huggo_id", "in_force", "evidence_url"),
    key=("id",),
    cite=_page,
)
def agreement_names(row: Row) -> Iterator[Fact]:
    """One agreement a row; its HUGGO id becomes another name, by which the memberships find it."""
    yield Agreement(
        id=row.text("id"),
        name=row.text("name_en"),
        name_th=row.optional("name_th"),
        aliases=(*row.parts("other_names"), *row.parts("huggo_id")),
        in_force=row.date("in_force"),
    )
