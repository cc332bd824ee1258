"""Which states are party to which trade agreements, and since when (HUGGO)."""

from __future__ import annotations

from collections.abc import Iterator

from graph.dates import PartialDate
from graph.facts import Fact
from graph.kinds import Ref
from graph.model import Agreement, PartyTo
from loaders.loader import loader
from loaders.names import slug
from loaders.row import Row

_NO_END = "9999"
_OTHER_LISTS = {"GPTAD": "gptadID", "DESTA": "destaID"}


@loader(
    "agreements/huggo_*.csv",
    columns=(
        "manyID",
        "Title",
        "stateID",
        "Signature",
        "Force",
        "End",
        "StateSignature",
        "StateRatification",
        "StateForce",
        "StateEnd",
    ),
    optional=("treatyID", "Begin", "StateName", "gptadID", "destaID", "Rat=Notif", "Succession", "Accession", "url"),
    after=("countries", "other_countries", "agreement_names"),
)
def memberships(row: Row) -> Iterator[Fact]:
    """One state's part in one agreement a row; an end in the year 9999 means that none is known."""
    agreement = Agreement(
        id=_agreement(row).id,
        name=row.text("Title"),
        aliases=tuple(dict.fromkeys(id for id in (row.text("manyID"), row.optional("treatyID")) if id)),
        signed=_date(row, "Signature") or _date(row, "Begin"),
        in_force=_date(row, "Force"),
        ended=_date(row, "End"),
        form="trade agreement",
        address=row.optional("url"),
        note="; ".join(f"{name} {row.optional(c)}" for name, c in _OTHER_LISTS.items() if row.optional(c)),
    )
    yield agreement
    yield PartyTo(
        source=row.country("stateID"),
        target=agreement.ref,
        signed=_date(row, "StateSignature"),
        ratified=_date(row, "StateRatification"),
        acceded=_date(row, "Accession"),
        in_force=_date(row, "StateForce"),
        until=_date(row, "StateEnd"),
        note="; ".join(_manner(row)),
    )


def _agreement(row: Row) -> Ref[Agreement]:
    """The well-known agreement with this HUGGO id, otherwise one named after the id."""
    id = row.text("manyID")
    return row.names.one(id, Agreement) or Agreement.at(slug(id))


def _date(row: Row, column: str) -> PartialDate | None:
    return None if _NO_END in row.optional(column).split(".") else row.date(column)


def _manner(row: Row) -> Iterator[str]:
    """How the state became a party, where the source says more than dates."""
    if row.boolean("Rat=Notif"):
        yield "ratified by notification"
    if row.optional("Succession") not in ("", "0"):
        yield f"succession {row.optional('Succession')}"
