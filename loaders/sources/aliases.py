"""Other names of countries, bodies, agreements and terms, in many languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.errors import nearest, one_line
from graph.facts import Fact
from graph.kinds import Node
from graph.model import (
    Agency,
    Agreement,
    Bloc,
    Capability,
    Country,
    Event,
    Group,
    NamedIn,
    Person,
    Programme,
    Sector,
)
from graph.vocabulary import Confidence
from loaders.loader import Citation, loader
from loaders.row import CellError, Row

_BY_PREFIX: dict[str, type[Node]] = {
    "cty": Country,
    "org": Agency,
    "sec": Sector,
    "per": Person,
    "ev": Event,
    "grp": Group,
    "cap": Capability,
}
_BY_KIND: dict[str, type[Node]] = {
    "bloc": Bloc,
    "agreement": Agreement,
    "programme": Programme,
    "platform": Programme,
}


def kind_of(row: Row, column: str, subkind: str) -> type[Node]:
    """The node kind that a prefixed id ("org:diprom") and the row's own word for it ("agency") mean."""
    prefix = row.text(column).partition(":")[0]
    kind = _BY_KIND.get(subkind) or _BY_PREFIX.get(prefix)
    if kind is None:
        known = [*_BY_PREFIX, "fw"]
        raise CellError(
            column,
            f"expected an id that begins with one of {', '.join(known)} and a colon, "
            f"found {one_line(row.text(column))!r}{nearest(prefix, known)}",
        )
    return kind


def _basis(row: Row) -> Citation | None:
    seen = row.optional("basis") == "seen"
    return Citation(confidence=Confidence.STATED if seen else Confidence.GENERAL)


@loader(
    "partnerships/aliases.csv",
    columns=("canonical_id", "kind", "name", "language", "type"),
    optional=("basis",),
    key=("canonical_id", "name", "language"),
    after=("agencies", "countries", "sectors"),
    cite=_basis,
)
def aliases(row: Row) -> Iterator[Fact]:
    """One name of one thing a row; the official English and Thai ones name what has no name yet."""
    kind = kind_of(row, "canonical_id", row.text("kind"))
    name, language = row.text("name"), row.text("language")
    id = row.text("canonical_id").partition(":")[2]
    if kind is Country:
        id = row.country_of("canonical_id", id).id
    given: dict[str, Any] = {"aliases": (name,)}
    if row.text("type") == "official" and language in ("en", "th"):
        given = {"name" if language == "en" else "name_th": name}
    node = kind(id=id, **given)
    yield node
    yield NamedIn(source=node.ref, target=row.evidence, named_as=name, source_id=row.text("canonical_id"))
