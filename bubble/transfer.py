"""Taking the whole graph out into a file or folder, and putting one in the place of the graph, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bubble.places import connect, graph_file, is_address, open_store
from graph.errors import GraphError, one_line
from graph.facts import Fact, Facts, Origin, Place
from graph.format import Format, facts_of, format_at, gathered
from graph.kinds import Edge
from graph.model import Build
from graph.store import Store
from graph.stores.embedded import EmbeddedStore
from graph.swap import beside
from graph.writer import content_hash, write

MOST_TOLD = 50
SAID = {
    True: "The content is as it was built.",
    False: "The content was changed since it was built.",
    None: "It holds no record of a build, so nothing tells whether the content was changed.",
}
"""What `Moved.as_built` means, in words."""


@dataclass(frozen=True)
class Moved:
    """What was taken out or put in: how many nodes and edges, and whether the content is as it was built.

    as_built: None where there is no record of a build to compare with.
    """

    nodes: int
    edges: int
    as_built: bool | None = None


def export_graph(graph: str | Path | None, place: Path, form: Format, tell: Callable[[str], None]) -> Moved:
    """Write the graph to a place. It takes the place of a former export of the same form and of nothing else.

    Raises GraphError, and whatever was there stays as it was.
    """
    if place.exists() and not form.is_ours(place):
        raise GraphError(
            f"{one_line(place)}: is no {form.name} export, so it is left as it is; choose another place or remove it"
        )
    counted: Counter[bool] = Counter()

    def told(facts: Iterable[Fact]) -> Iterator[Fact]:
        kind = ""
        for fact in facts:
            if fact.kind != kind:
                kind = fact.kind
                tell(f"writing {kind}")
            counted[isinstance(fact, Edge)] += 1
            yield fact

    with open_store(graph) as store, beside(place) as written:
        form.write(told(_of_one_graph(store)), written)
    return Moved(counted[False], counted[True])


def import_graph(graph: str | Path | None, place: Path, tell: Callable[[str], None]) -> Moved:
    """Put what was exported in the place of the graph, once all of it is known to be sound.

    Raises GraphError with a line for each fact that can't be taken; the graph is then as it was.
    """
    form = format_at(place)
    if form.read is None:
        raise GraphError(f"{one_line(place)}: {form.name} is for another program; export as jsonl, parquet or csv")
    tell(f"reading {form.name}")
    try:
        facts = gathered(form.read(place))
    except OSError as error:
        raise GraphError(f"{one_line(place)}: can't be read: {error.strerror or error}") from None
    if facts.problems:
        lines = [str(problem) for problem in facts.problems[:MOST_TOLD]]
        if len(facts.problems) > MOST_TOLD:
            lines.append("and more")
        raise GraphError("\n".join(lines) + "; nothing was imported, the graph is as it was")
    if not facts.nodes:
        raise GraphError(f"{one_line(place)}: expected a graph, found no node in it; the graph is as it was")
    return _put(facts, graph, tell)


def needs_address(address: str) -> None:
    """Raise GraphError for what is no server's address."""
    if not is_address(address):
        raise GraphError(f"{one_line(address)}: expected a server's address as neo4j://host or bolt://host:7687")


def copy_graph(source: str | Path | None, target: str | Path | None, tell: Callable[[str], None]) -> Moved:
    """Put a copy of one graph in the place of another; each is a file or a server.

    Raises GraphError, and the target stays as it was.
    """
    facts = Facts()
    tell("reading")
    with open_store(source) as store:
        for fact in _of_one_graph(store):
            facts.add(fact, Origin(Place(one_line(source or graph_file()))))
    if not facts.nodes:
        raise GraphError(f"{one_line(source or graph_file())}: expected a graph, found none; the target is as it was")
    return _put(facts, target, tell)


def _of_one_graph(store: Store) -> Iterator[Fact]:
    """Every fact of the graph in a store. Raises GraphError where another one takes its place meanwhile."""
    text = "MATCH (b:Build) RETURN b.content_hash AS content"
    before = store.ask(text)
    yield from facts_of(store)
    after = store.ask(text)
    if list(before) != list(after) or not after.of_one_graph:
        raise GraphError(
            "another graph was put in place while this one was being read; run this again when that has ended"
        )


def _put(facts: Facts, graph: str | Path | None, tell: Callable[[str], None]) -> Moved:
    """Facts in the place of the graph in a file or on a server."""
    tell(f"writing {len(facts.nodes) + len(facts.edges):,} facts")
    if is_address(graph):
        with connect(str(graph)) as server:
            write(facts, server)
    else:
        store = EmbeddedStore()
        write(facts, store)
        store.save(graph_file(graph))
    built = next((node for node in facts.nodes.values() if isinstance(node, Build)), None)
    as_built = None if built is None else built.content_hash == content_hash(facts)
    return Moved(len(facts.nodes), len(facts.edges), as_built)
