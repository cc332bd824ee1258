"""A user's own facts, a file for each kind."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from loaders.kind_files import fact_of, kind_named
from loaders.loader import Citation, loader
from loaders.row import Row


def _given(row: Row) -> Citation | None:
    return Citation(
        address=row.optional("evidence_address"),
        title=row.optional("evidence_title"),
        gloss=row.optional("evidence_gloss"),
        published=row.date("evidence_date"),
    )


@loader("kinds/*.csv", columns=(), after=("firm_links", "enquiries", "food_balance"), cite=_given)
def kinds(row: Row) -> Iterator[Fact]:
    """One node or edge a row, in a file named after its kind; columns as `bubble template KIND` prints them."""
    yield fact_of(kind_named(row), row)
