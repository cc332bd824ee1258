"""From gathered facts to a graph in a store: derived edges laid, content hashed, each kind written by its statement."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from graph.derived import derive
from graph.facts import Facts, Origin, Place
from graph.kinds import Kind
from graph.model import EDGES, NODES, Build, Source
from graph.store import Store

Progress = Callable[[str, int], None]


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=_text)


def _silent(step: str, count: int) -> None:
    return None


def content_hash(facts: Facts) -> str:
    """The SHA-256 of what the facts say, whatever the order they came in and whatever engine keeps them."""
    lines = [_line(ref.kind, ref.id, node) for ref, node in facts.nodes.items() if ref.kind != Build.kind]
    lines += [_line(kind, id, edge) for (kind, id), edge in facts.edges.items()]
    whole = hashlib.sha256()
    for line in sorted(lines):
        whole.update(line.encode())
        whole.update(b"\n")
    return whole.hexdigest()


def _line(kind: str, id: str, fact: Kind) -> str:
    return _ENCODER.encode([kind, id, fact.encode()])


def complete(facts: Facts, *, version: str, folders: Iterable[str] = (), left_out: Iterable[str] = ()) -> Build:
    """Add all that is derived and the node that tells what was built; returns that node."""
    derive(facts)
    recorded = [n.accessed for n in facts.nodes.values() if isinstance(n, Source) and n.accessed]
    build = Build(
        id="build",
        name="Build of the graph",
        name_th="รอบการสร้างกราฟ",
        version=version,
        folders=tuple(folders),
        left_out=tuple(left_out),
        data_date=max(recorded, default=None),
        node_count=len(facts.nodes) + 1,
        edge_count=len(facts.edges),
    )
    build = replace(build, content_hash=content_hash(facts))
    facts.add(build, Origin(Place("build")))
    return build


def write(facts: Facts, store: Store, progress: Progress = _silent) -> None:
    """Put the facts in the place of all the store holds, in one step."""
    progress("kinds", len(NODES) + len(EDGES))
    store.declare()
    progress("facts", len(facts.nodes) + len(facts.edges))
    store.replace(facts.nodes.values(), facts.edges.values())
