"""Links between agencies, each with the page and date of its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.facts import Fact
from graph.kinds import Ref
from graph.model import Programme
from graph.vocabulary import Form, Status
from loaders.loader import Citation, loader
from loaders.names import slug
from loaders.partnership_rows import partnership, party
from loaders.row import Row

_FORMS: Mapping[str, Form] = {
    "mou": Form.MEMORANDUM,
    "planned": Form.PROGRAMME,
    "joint_centre": Form.TECHNICAL,
    "member": Form.MEMBERSHIP,
}
_STATUSES: Mapping[str, Status] = {
    "framework discussed": Status.IN_TALKS,
    "planned expansion": Status.ANNOUNCED,
    "active 2024": Status.ACTIVE,
}


def dated_page(row: Row) -> Citation | None:
    """The page the row was read on and its date."""
    return Citation(
        address=row.optional("evidence_url"),
        published=row.date("evidence_date"),
        gloss="; ".join(filter(None, (row.text("relation").replace("_", " "), row.optional("evidence_note")))),
    )


@loader(
    "agencies/agency_links_evidence.csv",
    columns=("link_id", "agency", "partner", "relation", "sectors", "start", "status", "evidence_url"),
    optional=("agency_iso2", "partner_iso2", "programme", "food_related", "evidence_date", "evidence_note"),
    key=("link_id",),
    after=("partnerships",),
    cite=dated_page,
)
def agency_links(row: Row) -> Iterator[Fact]:
    """One link a row: an agency, its partner, the programme it belongs to and the sectors it serves."""
    agency, new = party(row, "agency", "agency", row.optional("agency_iso2"))
    yield from new
    partner, new = party(row, "partner", "agency", row.optional("partner_iso2"))
    yield from new
    under: list[Ref[Programme]] = []
    if row.optional("programme"):
        known = row.names.one(row.text("programme"), Programme)
        programme = Programme(id=slug(row.text("programme")), name=row.text("programme"))
        if known is None:
            yield programme
        under = [known or programme.ref]
    words = row.parts("sectors")
    yield from partnership(
        row,
        row.text("link_id"),
        [(row.text("agency"), agency), (row.text("partner"), partner)],
        name=row.optional("programme") or row.text("relation").replace("_", " "),
        form=row.word("relation", Form, _FORMS),
        status=row.word("status", Status, _STATUSES),
        words=words,
        start=row.date("start"),
        under=under,
        note=row.optional("evidence_note"),
    )
