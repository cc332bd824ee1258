"""Memberships, agreements and parent bodies that nobody looked up: kept apart as general knowledge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.facts import Fact
from graph.kinds import Ref
from graph.model import Agency, BasedIn, Country, MemberOf, PartOf, PartyTo
from graph.vocabulary import Confidence, Form, Status
from loaders.loader import Citation, loader
from loaders.names import slug
from loaders.partnership_rows import partnership, party
from loaders.row import Row

_KEY = ("source_entity", "target_entity", "relation")


def _unsourced(row: Row) -> Citation | None:
    return Citation(
        address=row.optional("evidence_address"),
        title=row.optional("evidence_title"),
        language=row.optional("language"),
        gloss=row.text("relation"),
        confidence=row.word("confidence", Confidence),
    )


@loader(
    "partnerships/partnerships_general_knowledge.csv",
    columns=("source_entity", "source_kind", "target_entity", "target_kind", "relation", "status", "confidence"),
    optional=("sectors", "start_date", "end_date", "evidence_title", "evidence_address", "language", "note"),
    key=_KEY,
    after=("parties", "sector_words", "rcep_status", "memberships"),
    cite=_unsourced,
)
def general_knowledge(row: Row) -> Iterator[Fact]:
    """One fact a row: who belongs to what since when, by general knowledge only."""
    source, new = party(row, "source_entity", row.text("source_kind"))
    yield from new
    target, new = party(row, "target_entity", row.text("target_kind"))
    yield from new
    relation, note = row.text("relation"), row.optional("note")
    status, start = row.word("status", Status), row.date("start_date")
    if relation == "part of":
        yield from _part_of(source, target)
    elif relation == "member":
        for one in source:
            yield MemberOf(source=one, target=target[0], status=status, note=note)
    elif relation == "signed":
        for one in source:
            yield PartyTo(source=one, target=target[0], signed=start, note=note)
    elif relation.startswith(("member, entry into force", "signatory")):
        doubtful = relation.startswith("signatory")
        for one in source:
            yield PartyTo(
                source=one,
                target=target[0],
                in_force=None if doubtful else start,
                status=Status.DISPUTED if doubtful else status,
                note="; ".join(filter(None, (relation, note))),
            )
    else:
        yield from partnership(
            row,
            slug("gk " + " ".join(row.text(column) for column in _KEY)),
            [(row.text("source_entity"), source), (row.text("target_entity"), target)],
            name=relation,
            form=Form.TALKS if "negotiations" in relation else Form.AGREEMENT,
            status=status,
            words=row.parts("sectors"),
            start=start,
            until=row.date("end_date"),
            note=note,
        )


def _part_of(source: list[Ref[Any]], target: list[Ref[Any]]) -> Iterator[Fact]:
    """A parent that is an agency is the next branch of the tree; one that is a state is where the agency belongs."""
    for child in source:
        for parent in target:
            if parent.kind == Agency.kind and parent != child:
                yield PartOf(source=child, target=parent)
            elif parent.kind == Country.kind:
                yield BasedIn(source=child, target=parent)
