"""Joint ventures, stakes, purchases and subsidiaries between food firms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.facts import Fact
from graph.vocabulary import Form, Status
from loaders.loader import loader
from loaders.partnership_rows import partnership, party
from loaders.row import Row
from loaders.sources.agency_links import dated_page

_FORMS: Mapping[str, Form] = {
    "minority_stake": Form.EQUITY,
    "acquisition": Form.EQUITY,
    "joint_venture": Form.JOINT_VENTURE,
    "subsidiary": Form.INVESTMENT,
}
# What the source writes is kept in the note; a report or a board's approval is not yet a deal.
_STATUSES: Mapping[str, Status] = {
    "active_at_source": Status.ACTIVE,
    "reported": Status.ANNOUNCED,
    "ended: bought out": Status.ENDED,
    "raised to 26.2 in 2012-08": Status.ACTIVE,
    "approved by Beingmate board": Status.ANNOUNCED,
}


@loader(
    "links/food_firm_links_evidence.csv",
    columns=(
        "link_id",
        "source_firm",
        "target_firm",
        "relation",
        "start",
        "end",
        "status",
        "food_segment",
        "evidence_url",
    ),
    optional=(
        "source_iso2",
        "target_iso2",
        "vehicle",
        "stake_pct",
        "amount",
        "isic4",
        "evidence_date",
        "evidence_note",
    ),
    key=("link_id",),
    after=("agency_links",),
    cite=dated_page,
)
def firm_links(row: Row) -> Iterator[Fact]:
    """One link a row: who holds what of whom, through which company, for how much, since when."""
    source, new = party(row, "source_firm", "firm", row.optional("source_iso2"))
    yield from new
    target, new = party(row, "target_firm", "firm", row.optional("target_iso2"))
    yield from new
    stake = row.number("stake_pct")
    name = row.text("relation").replace("_", " ")
    if stake is not None:
        name += f" ({stake:g}%)"
    printed = row.text("status")
    notes = [row.optional("evidence_note"), f"status in the file: {printed}" if printed in _STATUSES else ""]
    yield from partnership(
        row,
        row.text("link_id"),
        [(row.text("source_firm"), source), (row.text("target_firm"), target)],
        name=name,
        form=row.word("relation", Form, _FORMS),
        status=row.word("status", Status, _STATUSES),
        words=row.parts("food_segment"),
        sector_column="food_segment",
        start=row.date("start"),
        until=row.date("end"),
        stake_pct=stake,
        isic=row.parts("isic4", sep="|"),
        amount=row.optional("amount"),
        vehicle=row.optional("vehicle"),
        note="; ".join(filter(None, notes)),
    )
