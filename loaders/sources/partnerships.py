"""Partnerships read from public pages, one page a row."""

from __future__ import annotations

from collections.abc import Iterator

from graph.facts import Fact
from graph.vocabulary import Confidence, Form, Status
from loaders.loader import Citation, loader
from loaders.partnership_rows import partnership, party, programmes_named
from loaders.row import Row

_REBUILT = "(address slug)"


def page(row: Row) -> Citation:
    """The page the row was read on; a title in brackets or marked as an address was rebuilt, not printed."""
    title = row.optional("evidence_title")
    rebuilt = title.startswith("(") or title.endswith(_REBUILT)
    return Citation(
        address=row.optional("evidence_address"),
        title=title.removesuffix(_REBUILT).strip(),
        language=row.optional("language"),
        gloss="; ".join(part for part in (row.optional("relation"), row.optional("note")) if part),
        confidence=row.word("confidence", Confidence),
        note="title rebuilt" if rebuilt else "",
    )


@loader(
    "partnerships/partnerships.csv",
    columns=(
        "id",
        "source_entity",
        "source_kind",
        "target_entity",
        "target_kind",
        "form",
        "relation",
        "sectors",
        "start_date",
        "end_date",
        "status",
        "evidence_address",
        "confidence",
    ),
    optional=("evidence_title", "language", "note", "checked"),
    key=("id",),
    after=("parties", "sector_words", "rcep_status", "memberships"),
    cite=page,
)
def partnerships(row: Row) -> Iterator[Fact]:
    """One partnership a row: two sides, what binds them, the sectors it serves, since when, how far it has come."""
    source, new = party(row, "source_entity", row.text("source_kind"))
    yield from new
    target, new = party(row, "target_entity", row.text("target_kind"))
    yield from new
    yield from partnership(
        row,
        row.text("id"),
        [(row.text("source_entity"), source), (row.text("target_entity"), target)],
        name=row.text("relation"),
        form=row.word("form", Form),
        status=row.word("status", Status),
        words=row.parts("sectors"),
        start=row.date("start_date"),
        until=row.date("end_date"),
        under=programmes_named(row, row.text("relation")),
        checked=row.optional("checked"),
        note=row.optional("note"),
    )
