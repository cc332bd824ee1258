"""The bundled graph, and one in which some links are gone: what a document is updated from."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bubble.filling.made import Maker
from graph.stores.embedded import EmbeddedStore
from tests.built import bundled

FEWER = "MATCH (p:Partnership) WHERE p.id IN ['p001', 'p003', 'p027', 'p034'] DETACH DELETE p"
DERIVED = "MATCH ()-[r:PARTNERS_WITH]->() WHERE r.id IN ['p001', 'p003', 'p027', 'p034'] DELETE r"


@cache
def maker() -> Maker:
    """What makes figures of the bundled graph."""
    return Maker(bundled().store)


@cache
def fewer_path() -> Path:
    """A graph of the same day from which four links are gone."""
    path = Path(mkdtemp(prefix="bubble-test-")) / "fewer.kgl"
    store = EmbeddedStore(bundled().path)
    store._graph.read_only(False)
    for text in (FEWER, DERIVED, "MATCH (b:Build) SET b.content_hash = 'another'"):
        store._graph.cypher(text)
    store.save(path)
    return path


@cache
def fewer() -> Maker:
    """What makes figures of it."""
    return Maker(EmbeddedStore(fewer_path()))
