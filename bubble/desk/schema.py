"""What the graph may hold, as the desk tells it: every kind in both languages, its properties, what an edge joins."""

from __future__ import annotations

from graph.errors import GraphError, nearest, one_line
from graph.kinds import Edge, Node
from graph.model import EDGES, NODES


def overview() -> str:
    """A line for each kind of node, then of edge."""
    wide = max(map(len, (*NODES, *EDGES)))
    nodes = [f"{name:{wide}}  {kind.en} · {kind.th}" for name, kind in NODES.items()]
    edges = [f"{name:{wide}}  {_joined(kind)}  {kind.en} · {kind.th}" for name, kind in EDGES.items()]
    return "\n".join(["Nodes · โหนด", *nodes, "", "Edges · เส้นเชื่อม", *edges, ""])


def of_kind(name: str) -> str:
    """One kind: what it is, its properties with their types and labels, and for a node the edges that touch it.

    Raises GraphError with the nearest name for one that is not there.
    """
    known = {each.casefold(): each for each in (*NODES, *EDGES)}
    found = known.get(name.strip(":() ").casefold())
    if found is None:
        raise GraphError(f":schema: no kind is called {one_line(name, 60)}{nearest(name, [*NODES, *EDGES])}")
    kind: type[Node] | type[Edge] = NODES[found] if found in NODES else EDGES[found]
    lines = [f"{found}  {kind.en} · {kind.th}", " ".join((kind.__doc__ or "").split())]
    if issubclass(kind, Edge):
        lines.append(_joined(kind))
    rows = [
        (stored, type_.value, p.en, p.th, "one of " + ", ".join(p.words) if p.words and stored == p.name else "")
        for p in kind.properties()
        for stored, type_ in p.stored_as()
    ]
    wide, typed = (max(len(row[place]) for row in rows) for place in (0, 1))
    lines += [
        "",
        *(f"  {n:{wide}}  {t:{typed}}  {en} · {th}{'; ' * bool(words)}{words}" for n, t, en, th, words in rows),
    ]
    touching = [_joined(edge) for edge in EDGES.values() if any(found in ends for ends in edge.joins())]
    return "\n".join([*lines, *(["", *touching] if found in NODES else []), ""])


def _joined(edge: type[Edge]) -> str:
    source, target = ("any" if len(ends) == len(NODES) else "|".join(ends) for ends in edge.joins())
    return f"({source})-[:{edge.kind}]->({target})"
