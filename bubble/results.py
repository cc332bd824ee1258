"""What an answer holds that can be drawn or made a network: nodes and edges, or links with their parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from bubble.catalogue import find
from bubble.found import Found, found_in
from bubble.linked import NEEDED, NothingToDrawError, links_in
from graph.errors import GraphError, one_line
from graph.kinds import Ref
from graph.model import EDGES, NODES
from graph.store import TIME_LIMIT, Answer, Reader, Record
from queries import Question, ask, catalogue
from queries.sentences import sentence

if TYPE_CHECKING:
    from graph.network import Network
    from visuals.picture import Arrangement, Fact, Picture

MOST_EDGES = 5_000
"""Edges beyond which a picture says nothing any more."""
READABLE = 150
"""Nodes up to which each stands in a box of its country with its name beside it."""
MOSTLY = 0.6
"""The share of nodes with a country from which on they stand by country."""
_SEATS = """
UNWIND $ids AS id
MATCH (n:{kind} {{id: id}})-[:BASED_IN]->(c:Country)
RETURN n.id AS id, c.id AS code, c.name AS name, c.name_th AS name_th
ORDER BY id, code
"""
_SECTORS = "MATCH (s:Sector) RETURN s.id AS id, s.name AS name, s.name_th AS name_th"
_NO_FACT = {"id", "name", "name_th", "evidence", "sectors", "countries", "programmes"}


def network_of(answer: Answer) -> Network:
    """The nodes and edges of an answer as a networkx.MultiDiGraph, like that of the whole graph.

    Raises GraphError for an answer that holds none, and for an edge without its ends.
    """
    from graph.network import Network

    found = found_in(answer, NEEDED)
    if not found.nodes:
        raise GraphError("the answer holds no nodes; return nodes and edges, as MATCH (a)-[r]->(b) RETURN a, r, b")
    twin = Network()
    for ref, held in found.nodes.items():
        twin.add_node((ref.kind, ref.id), **{**held, "kind": ref.kind})
    for (kind, id, source, target), held in found.edges.items():
        ends = (source.kind, source.id), (target.kind, target.id)
        twin.add_edge(*ends, key=(kind, id), **{**held, "kind": kind})
    return twin


def picture_of_answer(store: Reader, answer: Answer, title: str, title_th: str) -> Picture:
    """The answer drawn: as many edges as it holds, no more and no less, with what the graph knows of their evidence.

    Raises GraphError, which says what is needed, for an answer that holds nothing to draw.
    """
    from bubble.drawing import completed
    from visuals.picture import Picture

    found = found_in(answer, NEEDED)
    if not found.nodes:
        found = links_in(store, answer)
    if len(found.edges) > MOST_EDGES:
        raise GraphError(f"expected at most {MOST_EDGES:,} edges to draw, found {len(found.edges):,}; narrow the query")
    picture = Picture(title, title_th)
    keys = _dots(picture, store, found)
    sectors = {row["id"]: (row["name"], row["name_th"] or "") for row in store.ask(_SECTORS)}
    for (kind, id, source, target), held in found.edges.items():
        if kind not in EDGES:
            raise GraphError(f"the answer holds a {one_line(kind)}, which is no kind of edge of the model")
        _line(picture, (kind, id), (keys[source], keys[target]), held, sectors)
    _tell(picture, found)
    completed(store, picture)
    return picture


def picture_of_question(
    store: Reader, asked: Question, params: Mapping[str, Any], *, title: str | None = None, seconds: float = TIME_LIMIT
) -> Picture:
    """The answer to a question drawn, under its own title and sentence.

    Raises GraphError for an answer that holds nothing to draw.
    """
    answer = ask(store, asked, params, seconds=seconds)
    try:
        picture = picture_of_answer(store, answer, title or asked.title, "" if title else asked.title_th)
    except NothingToDrawError as error:
        why = f"{error}" if asked.name not in catalogue() else f"its answer names no links by their ids; {_way(asked)}"
        raise NothingToDrawError(f"{asked.name}: {why}") from None
    opening = find(asked.opening) if asked.opening else None
    taken = {param.name for param in opening.params} if opening else set[str]()
    first: Sequence[Record] = ask(store, opening, {k: v for k, v in params.items() if k in taken}) if opening else []
    told = [sentence(asked.name, answer, first, language) for language in ("en", "th")]
    if all(told):
        rest = picture.answer
        picture.say(*(f"{said} {drawn}" for said, drawn in zip(told, rest, strict=True)))
    return picture


def _way(asked: Question) -> str:
    """How else the answer of a bundled question is seen: in the view made for it, else as a table."""
    from visuals.view import views

    made = [view.name for view in views().values() if asked.name in view.asks]
    return f"there is a view for it: bubble draw {made[0]}" if made else f"see it with: bubble ask {asked.name}"


def _dots(picture: Picture, store: Reader, found: Found) -> dict[Ref[Any], str]:
    """The nodes drawn, each with the country it belongs to; by force alone where few belong to one."""
    from visuals.arrangements import Free
    from visuals.picture import Text

    seats: dict[Ref[Any], Mapping[str, Any]] = {}
    for kind in ("Agency", "Firm"):
        ids = [ref.id for ref in found.nodes if ref.kind == kind]
        for row in store.ask(_SEATS.format(kind=kind), {"ids": ids}) if ids else ():
            seats.setdefault(Ref(kind, row["id"]), row)
    keys: dict[Ref[Any], str] = {}
    for ref, held in found.nodes.items():
        if ref.kind not in NODES:
            raise GraphError(f"the answer holds a {one_line(ref.kind)}, which is no kind of node of the model")
        seat = seats.get(ref)
        keys[ref] = picture.node(
            ref,
            str(held.get("name") or ref.id),
            str(held.get("name_th") or ""),
            group=ref.id if ref.kind == "Country" else seat["code"] if seat else "",
            seat=Text(seat["name"], seat["name_th"] or "") if seat else None,
            facts=_facts(ref.kind, held),
        )
    seated = sum(ref in seats or ref.kind == "Country" for ref in found.nodes)
    if seated < MOSTLY * len(found.nodes) or not seats:
        picture.arrange(Free())
    elif len(found.nodes) <= READABLE:
        picture.arrange(_by_country(picture))
    return keys


def _by_country(picture: Picture) -> Arrangement:
    """The home country's nodes in the middle, those of each other around it, the largest boxes first."""
    from visuals.arrangements import Around, Stack
    from visuals.layout import HOME
    from visuals.payload import groups_of
    from visuals.words import WORDS

    names = groups_of(picture.dots.values())
    held: dict[str, list[str]] = {}
    for dot in picture.dots.values():
        held.setdefault(dot.group if dot.group in names else "", []).append(dot.key)
    middle = HOME if HOME in held else max(sorted(held), key=lambda code: len(held[code]))
    order = sorted(held, key=lambda code: (not code, -len(held[code]), code))
    stacks = {code: Stack(names.get(code, WORDS["outside"]), tuple(held[code])) for code in order}
    return Around(stacks[middle], [[stack for code, stack in stacks.items() if code != middle]])


def _facts(kind: str, held: Mapping[str, Any]) -> list[Fact]:
    """What the answer holds of a node, by the labels of its kind."""
    from visuals.picture import Fact

    told: list[Fact] = []
    for each in NODES[kind].properties():
        value: Any = _day(held, each.name) if f"{each.name}_precision" in held else held.get(each.name)
        if each.name in _NO_FACT or value in (None, "", [], ()):
            continue
        words = "; ".join(map(str, cast("list[object]", value))) if isinstance(value, (list, tuple)) else str(value)
        told.append(Fact(each.en, each.th, words))
    return told


def _tell(picture: Picture, found: Found) -> None:
    """The sentence under the title: how much the answer holds."""
    nodes, links = len(picture.dots), picture.link_count()
    alone = len(found.alone)
    picture.say(
        f"The answer holds {nodes} {'node' if nodes == 1 else 'nodes'} and {links} {'link' if links == 1 else 'links'}."
        + (
            f" Not drawn: {alone} {'link' if alone == 1 else 'links'} of which one party is known at most."
            if alone
            else ""
        ),
        f"คำตอบมี {nodes} จุด และ {links} ความเชื่อมโยง"
        + (f" ไม่ได้วาด {alone} ความเชื่อมโยงที่ทราบคู่ภาคีไม่เกินหนึ่งราย" if alone else ""),
    )


def _line(
    picture: Picture,
    kind_and_id: tuple[str, str],
    ends: tuple[str, str],
    held: Mapping[str, Any],
    sectors: Mapping[str, tuple[str, str]],
) -> None:
    kind, id = kind_and_id
    label = str(held.get("name") or held.get("what") or EDGES[kind].en)
    label_th = "" if held.get("name") or held.get("what") else EDGES[kind].th
    picture.edge(
        kind,
        *ends,
        id=id,
        label=label,
        label_th=label_th,
        status=str(held.get("status") or ""),
        form=str(held.get("form") or ""),
        since=_day(held, "start") or _day(held, "since"),
        until=_day(held, "until"),
        confidence=str(held.get("confidence") or ""),
        sectors=[sectors.get(each, (each, "")) for each in _words(held.get("sectors"))],
        evidence=_words(held.get("evidence")),
    )


def _words(value: Any) -> list[str]:
    return [str(each) for each in cast("list[object]", value)] if isinstance(value, list) else []


def _day(held: Mapping[str, Any], name: str) -> str:
    """A date no finer than it is known."""
    known = {"year": 4, "month": 7}.get(str(held.get(f"{name}_precision")), 10)
    return str(held.get(name) or "")[:known]
