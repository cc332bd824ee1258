"""What an answer holds that can be drawn or made a network: nodes and edges, or parties joined by a link a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from graph.errors import GraphError, one_line
from graph.kinds import Ref
from graph.model import EDGES, NODES, PartnersWith
from graph.store import Answer, EdgeFound, NodeFound, Reader

if TYPE_CHECKING:
    from graph.network import Network
    from visuals.picture import Picture

MOST_EDGES = 50_000
"""Edges beyond which the page of a picture takes long to open; those of more than 2,000 nodes open as groups."""
PARTIES = PartnersWith.joins()[0]
_NEEDED = (
    "return nodes and edges, as MATCH (a)-[r]->(b) RETURN a, r, b, or a column link with the id of a link and "
    "two columns that name its parties"
)


@dataclass
class Found:
    """Nodes by reference, and edges with both ends; an edge that stands in several rows is one."""

    nodes: dict[Ref[Any], Mapping[str, Any]] = field(default_factory=dict[Ref[Any], Mapping[str, Any]])
    edges: dict[tuple[str, str, Ref[Any], Ref[Any]], Mapping[str, Any]] = field(
        default_factory=dict[tuple[str, str, Ref[Any], Ref[Any]], Mapping[str, Any]]
    )


def found_in(answer: Answer) -> Found:
    """The nodes and edges of an answer, wherever they stand in it: in a column, a list, a map or a path.

    Raises GraphError for an edge whose ends are not in the answer.
    """
    found, handles, waiting = Found(), dict[str, Ref[Any]](), list[EdgeFound]()
    for value in _all(answer):
        if isinstance(value, NodeFound):
            ref: Ref[Any] = Ref(_kind(value["_labels"]), str(value.get("id", value.handle)))
            handles[value.handle] = ref
            found.nodes[ref] = {k: v for k, v in value.items() if k != "_labels"}
        else:
            waiting.append(value)
    for edge in waiting:
        kind = edge["_type"]
        if edge.start not in handles or edge.end not in handles:
            raise GraphError(f"the answer holds a {one_line(kind)} without the nodes at its ends; {_NEEDED}")
        source, target = handles[edge.start], handles[edge.end]
        held = {k: v for k, v in edge.items() if k != "_type"}
        found.edges[kind, str(held.get("id", edge.handle)), source, target] = held
    return found


def _all(value: Any) -> Iterable[NodeFound | EdgeFound]:
    if isinstance(value, (NodeFound, EdgeFound)):
        yield value
    elif isinstance(value, dict):
        for each in cast("dict[str, Any]", value).values():
            yield from _all(each)
    elif isinstance(value, (list, tuple)):
        for each in cast("list[Any]", value):
            yield from _all(each)


def _kind(labels: list[str]) -> str:
    return next((label for label in labels if label in NODES), labels[0] if labels else "")


def network_of(answer: Answer) -> Network:
    """The nodes and edges of an answer as a networkx.MultiDiGraph, like that of the whole graph.

    Raises GraphError for an answer that holds none, and for an edge without its ends.
    """
    from graph.network import Network

    found = found_in(answer)
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
    """The answer drawn: as many edges as it holds, no more and no less.

    Raises GraphError, which says what is needed, for an answer that holds nothing to draw.
    """
    from visuals.picture import Picture

    found = found_in(answer)
    if not found.nodes:
        found = _parties(store, answer)
    if len(found.edges) > MOST_EDGES:
        raise GraphError(f"expected at most {MOST_EDGES:,} edges to draw, found {len(found.edges):,}; narrow the query")
    picture = Picture(title, title_th)
    keys = {ref: _dot(picture, ref, held) for ref, held in found.nodes.items()}
    for (kind, id, source, target), held in found.edges.items():
        if kind not in EDGES:
            raise GraphError(f"the answer holds a {one_line(kind)}, which is no kind of edge of the model")
        _line(picture, kind, id, (keys[source], keys[target]), held)
    return picture


def _dot(picture: Picture, ref: Ref[Any], held: Mapping[str, Any]) -> str:
    if ref.kind not in NODES:
        raise GraphError(f"the answer holds a {one_line(ref.kind)}, which is no kind of node of the model")
    name, name_th = str(held.get("name") or ref.id), str(held.get("name_th") or "")
    return picture.node(ref, name, name_th, group=ref.id if ref.kind == "Country" else "")


def _line(picture: Picture, kind: str, id: str, ends: tuple[str, str], held: Mapping[str, Any]) -> None:
    label = str(held.get("name") or held.get("what") or EDGES[kind].en)
    label_th = "" if held.get("name") or held.get("what") else EDGES[kind].th
    told_by: Any = held.get("evidence")
    evidence = [str(each) for each in cast("list[object]", told_by)] if isinstance(told_by, list) else []
    picture.edge(
        kind,
        *ends,
        id=id,
        label=label,
        label_th=label_th,
        status=str(held.get("status") or ""),
        form=str(held.get("form") or ""),
        since=_day(held, "start") or str(held.get("since") or ""),
        until=_day(held, "until"),
        confidence=str(held.get("confidence") or ""),
        evidence=evidence,
    )


def _day(held: Mapping[str, Any], name: str) -> str:
    """A date no finer than it is known."""
    known = {"year": 4, "month": 7}.get(str(held.get(f"{name}_precision")), 10)
    return str(held.get(name) or "")[:known]


def _parties(store: Reader, answer: Answer) -> Found:
    """A link for each row: its id in the column `link`, its parties in the two columns that name some in every row."""
    if "link" not in answer.columns or not answer:
        raise GraphError(f"the answer holds nothing to draw; {_NEEDED}")
    labels = "|".join(PARTIES)
    rows = store.ask(f"MATCH (n:{labels}) RETURN labels(n) AS kinds, n.id AS id, n.name AS name, n.name_th AS name_th")
    known: dict[str, set[Ref[Any]]] = {}
    held: dict[Ref[Any], Mapping[str, Any]] = {}
    for row in rows:
        ref: Ref[Any] = Ref(_kind(row["kinds"]), row["id"])
        held[ref] = {"name": row["name"], "name_th": row["name_th"]}
        for word in {row["id"], row["name"], row["name_th"]} - {None}:
            known.setdefault(word, set()).add(ref)
    naming = [c for c in answer.columns if c != "link" and all(isinstance(r[c], str) and r[c] in known for r in answer)]
    if len(naming) != 2:
        raise GraphError(
            f"expected two columns that name a party in every row, found {', '.join(naming) or 'none'}; {_NEEDED}"
        )
    found = Found()
    for row in answer:
        first, second = (_one(known[row[column]], row[column]) for column in naming)
        found.nodes |= {first: held[first], second: held[second]}
        found.edges[PartnersWith.kind, str(row["link"]), first, second] = row
    return found


def _one(refs: set[Ref[Any]], word: str) -> Ref[Any]:
    if len(refs) > 1:
        told = ", ".join(sorted(map(str, refs)))
        raise GraphError(f"{one_line(word)} may be {told}; return the ids, or the nodes themselves")
    return next(iter(refs))
