"""A graph of any size with five properties a fact, made up for measuring: nothing in it is said of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from graph.kinds import Edge, Node
from graph.model import Firm, OperatesIn, Sector
from graph.vocabulary import Confidence, Status

SECTORS = 100


def large_nodes(count: int) -> Iterator[Node]:
    """So many firms and sectors."""
    for i in range(SECTORS):
        yield Sector(id=f"s{i}", name=f"Sector {i}", name_th=f"สาขา {i}")
    for i in range(count - SECTORS):
        yield Firm(
            id=f"f{i}", name=f"Firm {i}", name_th=f"บริษัท {i}", ticker=f"T{i}", aliases=(f"F{i}", f"Firm no. {i}")
        )


def large_edges(nodes: int, count: int) -> Iterator[Edge]:
    """So many edges between them, none twice."""
    firms = nodes - SECTORS
    for i in range(count):
        firm, turn = i % firms, i // firms
        yield OperatesIn(
            source=Firm.at(f"f{firm}"),
            target=Sector.at(f"s{(firm + 7 * turn) % SECTORS}"),
            status=Status.ACTIVE,
            confidence=Confidence.STATED,
            evidence=(f"e{i}",),
            note=f"made up {i}",
        )
