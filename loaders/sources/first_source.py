"""A document taken apart claim by claim: its nodes, its relations and the figures it reports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph.errors import nearest, one_line
from graph.facts import Fact
from graph.kinds import Edge, Node, Ref
from graph.model import (
    About,
    AffectedBy,
    Agency,
    BasedIn,
    BasedOn,
    Benefits,
    Bloc,
    Capability,
    Country,
    Covers,
    Event,
    Group,
    HasExpertiseIn,
    HeldIn,
    HoldsPost,
    Measures,
    MemberOf,
    NamedIn,
    Observation,
    Offers,
    Partnership,
    PartOf,
    Person,
    Programme,
    Region,
    Runs,
    Sector,
    Seeks,
    Serves,
    Source,
    Targets,
    TookPartIn,
    UpgradesTo,
    Uses,
)
from graph.vocabulary import Comparator, Confidence, Form, Status
from loaders.loader import Citation, loader
from loaders.names import Meaning
from loaders.partnership_rows import partnership
from loaders.row import CellError, Row

FILES = "partnerships/*_claims.json"
_KINDS: Mapping[str, type[Node]] = {
    "per": Person,
    "org": Agency,
    "cty": Country,
    "plc": Region,
    "fw": Programme,
    "sec": Sector,
    "cap": Capability,
    "ev": Event,
    "grp": Group,
}
_WITH_FORM = (Agency, Programme, Capability, Group, Event)
_READING = re.compile(r'reading="([^"]+)"')


def _ids(row: Row) -> str:
    """What the ids of this document's nodes are remembered under: each document names its own."""
    return f"id in {row.file}"


def _confidence(text: str) -> Confidence:
    """The confidence a claim's wording begins with: "stated (title conflicts ...)" is stated."""
    return next((c for c in Confidence if text.startswith(c.value)), Confidence.INFERRED)


def _cite(row: Row) -> Citation | None:
    """The document, the passage by paragraph and characters, the speaker, in our words."""
    document = row.names.approved(row.file, "document")
    sure = row.optional("confidence") or row.optional("basis") or Confidence.STATED.value
    first, last = row.optional("locator.start"), row.optional("locator.end")
    where = f"paragraph {row.optional('locator.paragraph')}, characters {first}–{last}" if last else ""
    speaker = row.names.approved(row.optional("speaker"), _ids(row))
    said = _confidence(sure)
    return Citation(
        address=document.refs[0].id if document else row.optional("address"),
        title=row.optional("title_gloss"),
        language=row.optional("language"),
        gloss=row.optional("gloss"),
        speaker=speaker.reading if speaker else row.optional("speaker").strip("-"),
        locator=where,
        confidence=said,
        note=sure.removeprefix(said.value).strip(" ()"),
    )


@loader(
    FILES,
    columns=(),
    key=("_section", "id"),
    cite=_cite,
    after=("countries", "agencies", "aliases", "sectors", "sector_words", "parties", "agency_links"),
)
def first_source(row: Row) -> Iterator[Fact | Meaning]:
    """One claim an item: a thing named, a relation between two, or a figure."""
    section = row.text("_section")
    if section not in _SECTIONS:
        known = ", ".join(_SECTIONS)
        raise CellError(
            "_section", f"expected one of {known}; found {one_line(section)!r}{nearest(section, _SECTIONS)}"
        )
    yield from _SECTIONS[section](row)


def _source(row: Row) -> Iterator[Fact | Meaning]:
    source = Source(
        id=row.text("address"),
        name=row.text("title_gloss"),
        address=row.text("address"),
        language=row.optional("language"),
        published=row.date("published"),
        not_before=row.date("not_before"),
    )
    yield source
    yield Meaning(row.file, (source.ref,), of="document")


def _node(row: Row) -> Iterator[Fact | Meaning]:
    prefix, _, id = row.text("id").partition(":")
    kind = _KINDS.get(prefix)
    if kind is None or not id:
        raise CellError(
            "id", f"expected one of {', '.join(_KINDS)}, a colon and a name; found {one_line(row.text('id'))!r}"
        )
    subkind = row.optional("subkind")
    if prefix == "fw" and subkind.startswith("bloc"):
        kind = Bloc
    elif prefix == "cap" and "platform" in subkind:
        kind = Programme
    given: dict[str, Any] = {"form": subkind} if kind in _WITH_FORM else {}
    if kind is Agency:
        given = {}
    if kind is Country:
        id = _country(row, id)
    node = kind(id=id, name=row.text("name_en"), name_th=row.optional("name_th"), note=row.optional("note"), **given)
    yield node
    yield NamedIn(
        source=node.ref,
        target=row.evidence,
        source_id=row.text("id"),
        named_as=row.optional("name_th") or row.text("name_en"),
    )
    yield Meaning(row.text("id"), (node.ref,), of=_ids(row), reading=node.name)


def _country(row: Row, code: str) -> str:
    known = row.names.country(code)
    if known is None:
        raise CellError("id", f"expected an ISO 3166 country code after cty:, found {one_line(code)!r}")
    return known.id


def _end(row: Row, column: str) -> Ref[Any]:
    """The node an id of the document means."""
    known = row.names.approved(row.text(column), _ids(row))
    if known is None:
        hint = nearest(row.text(column), row.names.approved_names(_ids(row)))
        raise CellError(column, f"no node of this document has the id {one_line(row.text(column))!r}{hint}")
    return known.refs[0]


def _name(row: Row, column: str) -> str:
    known = row.names.approved(row.text(column), _ids(row))
    return known.reading if known else row.text(column)


def _edge(row: Row) -> Iterator[Fact | Meaning]:
    source, target, relation = _end(row, "source"), _end(row, "target"), row.text("relation")
    status = row.word("status", Status)
    if relation == "PARTNERS_WITH":
        yield from _partnership(row, source, target, status)
        return
    make = _RELATIONS.get(relation)
    if make is None:
        hint = nearest(relation, _RELATIONS)
        raise CellError("relation", f"expected one of {', '.join(_RELATIONS)}; found {one_line(relation)!r}{hint}")
    edge = make(row, source, target, {"source": source, "target": target, "status": status, "note": _remarks(row)})
    yield edge
    if target.kind == Event.kind and row.optional("date"):
        yield Event(id=target.id, held_as_printed=row.text("date"))


def _remarks(row: Row) -> str:
    """What the relation says beside its two ends."""
    via = row.names.approved(row.optional("via"), _ids(row))
    told = [f"via {via.reading}" if via else "", row.optional("attrs.note"), row.optional("attrs.verb")]
    return "; ".join(part for part in told if part)


def _partnership(row: Row, source: Ref[Any], target: Ref[Any], status: Status) -> Iterator[Fact]:
    via = _end(row, "via") if row.optional("via") else None
    id = row.file.rsplit("/", 1)[-1].removesuffix("_claims.json").replace("_", "-") + f"-{row.text('id')}"
    printed = [(_name(row, side), [ref]) for side, ref in (("source", source), ("target", target))]
    yield from partnership(
        row,
        id,
        printed,
        name=row.text("gloss"),
        form=Form.TALKS if status is Status.IN_TALKS else Form.PROGRAMME,
        status=status,
        under=[via] if via and via.kind == Programme.kind else [],
        note=_remarks(row),
    )
    about = Partnership.at(id)
    if via and via.kind == Event.kind:
        yield About(source=via, target=about, role="partnership")
    if row.optional("attrs.sector"):
        yield Serves(source=about, target=_end(row, "attrs.sector"), status=status)


def _observation(row: Row) -> Iterator[Fact | Meaning]:
    prefix = row.file.rsplit("/", 1)[-1].removesuffix("_claims.json").replace("_", "-")
    reading = _READING.search(row.optional("note"))
    figure = Observation(
        id=f"{prefix}-{row.text('id').removeprefix('ob:')}",
        name=row.text("gloss"),
        measure=row.text("measure"),
        value=row.number("value"),
        unit=row.optional("unit"),
        comparator=row.word("comparator", Comparator),
        reading=reading[1] if reading else "",
        note=row.optional("note"),
    )
    yield figure
    yield Measures(source=figure.ref, target=_end(row, "subject"))


_SECTIONS: Mapping[str, Callable[[Row], Iterator[Fact | Meaning]]] = {
    "source": _source,
    "nodes": _node,
    "edges": _edge,
    "observations": _observation,
}
Maker = Callable[[Row, Ref[Any], Ref[Any], dict[str, Any]], Edge]


def _plain(kind: type[Edge]) -> Maker:
    return lambda row, source, target, given: kind(**given)


def _to_country(row: Row) -> str:
    return _end(row, "attrs.to").id if row.optional("attrs.to") else ""


_RELATIONS: Mapping[str, Maker] = {
    "HOLDS_POST": lambda row, s, t, given: HoldsPost(post=row.optional("attrs.title"), **given),
    "PART_OF": _plain(PartOf),
    "MEMBER_OF": _plain(MemberOf),
    "LOCATED_IN": lambda row, s, t, given: HeldIn(**given) if s.kind == Event.kind else BasedIn(**given),
    "RUNS": _plain(Runs),
    "TARGETS": _plain(Targets),
    "AFFECTED_BY": _plain(AffectedBy),
    "COVERS": _plain(Covers),
    "FOCUSES_ON": lambda row, s, t, given: (
        About(role="focus", **given) if s.kind == Event.kind else Serves(scope=row.optional("attrs.scope"), **given)
    ),
    "ABOUT": lambda row, s, t, given: About(role="aim", **given),
    "BENEFITS": lambda row, s, t, given: Benefits(also=row.optional("attrs.also"), **given),
    "PARTICIPATED_IN": _plain(TookPartIn),
    "USES": _plain(Uses),
    "HAS_EXPERTISE_IN": _plain(HasExpertiseIn),
    "OFFERS": lambda row, s, t, given: Offers(to=_to_country(row), **given),
    "SEEKS": lambda row, s, t, given: Seeks(to=_to_country(row), **given),
    "UPGRADES_TO": _plain(UpgradesTo),
    "BASED_ON": _plain(BasedOn),
}
