"""What a Neo4j server answers is drawn as what the embedded engine answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bubble.drawing import picture_of
from bubble.results import picture_of_answer
from graph.store import Reader
from graph.stores.bolt import Neo4jStore
from tests.bubble.test_draw import FORMS
from tests.built import bundled
from tests.neo4j_server import Server
from visuals.picture import Picture
from visuals.view import named, views

pytestmark = pytest.mark.xdist_group("neo4j")


@pytest.fixture(scope="module")
def server(neo4j_server: Server) -> Iterator[Neo4jStore]:
    """The whole bundled graph on the server."""
    facts = bundled().made.gathered.facts
    with neo4j_server.store() as store:
        store.declare()
        store.replace(facts.nodes.values(), facts.edges.values())
        yield store


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_in_any_form_is_drawn_the_same_from_both_engines(form: str, server: Neo4jStore) -> None:
    def drawn(store: Reader) -> tuple[object, ...]:
        picture = picture_of_answer(store, store.ask(FORMS[form]), "t", "")
        # the order of an unordered answer is the engine's own
        links = sorted((link for link in picture.links.values()), key=str)
        return sorted(picture.dots), links, sorted(picture.passages), picture.answer

    assert drawn(server) == drawn(bundled().store)


@pytest.mark.parametrize("name", sorted(name for name, view in views().items() if view.canvas is Picture))
def test_every_view_is_drawn_the_same_from_both_engines(name: str, server: Neo4jStore) -> None:
    def drawn(store: Reader) -> tuple[object, ...]:
        picture = picture_of(store, named(name), {})
        assert isinstance(picture, Picture)
        return list(picture.dots.values()), list(picture.links.values()), picture.passages, picture.answer

    assert drawn(server) == drawn(bundled().store)
