"""The same facts make the same graph: hash and bytes."""

from __future__ import annotations

import random
from pathlib import Path

from graph.facts import Facts
from graph.stores.embedded import EmbeddedStore
from graph.writer import complete, content_hash, write
from loaders.run import gather
from tests.loaders.literal import COUNTRIES, folder_of


def facts_of(folder: Path) -> Facts:
    facts = gather(bundled=folder).facts
    complete(facts, version="1")
    return facts


def test_the_hash_says_what_is_in_the_graph_not_how_it_came(tmp_path: Path) -> None:
    facts = facts_of(folder_of(tmp_path, COUNTRIES))
    shuffled = Facts()
    order = list(facts.nodes.items())
    random.Random(1).shuffle(order)
    shuffled.nodes, shuffled.edges = dict(order), dict(reversed(facts.edges.items()))
    assert content_hash(shuffled) == content_hash(facts)
    del shuffled.nodes[order[0][0]]
    assert content_hash(shuffled) != content_hash(facts)


def test_the_same_input_gives_the_same_file(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "data", COUNTRIES)
    for name in ("one.kgl", "two.kgl"):
        store = EmbeddedStore()
        write(facts_of(folder), store)
        store.save(tmp_path / name)
    assert (tmp_path / "one.kgl").read_bytes() == (tmp_path / "two.kgl").read_bytes()


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    facts, store = facts_of(folder_of(tmp_path, COUNTRIES)), EmbeddedStore()
    for _ in range(2):
        write(facts, store)
        counts = (
            store.ask("MATCH (n) RETURN count(n) AS n")[0]["n"],
            store.ask("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"],
        )
        assert counts == (len(facts.nodes), len(facts.edges))
