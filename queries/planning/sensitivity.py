"""How far a ranking hangs on its weights: each halved and doubled in turn, the ranks before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from queries.planning.parts import Values, Weights
from queries.planning.score import Cell, ranked

FACTORS = (0.5, 2.0)
TOP = 10


@dataclass(frozen=True)
class Moves:
    """The rank of one candidate under the weights given, and under each weight halved and doubled."""

    rank: int
    moved: Mapping[tuple[str, float], int]
    """By part and factor."""

    @property
    def best(self) -> int:
        """The best rank in any trial."""
        return min(self.rank, *self.moved.values())

    @property
    def worst(self) -> int:
        """The worst rank in any trial."""
        return max(self.rank, *self.moved.values())

    @property
    def in_top(self) -> int:
        """In how many trials it is among the first ten."""
        return sum(rank <= TOP for rank in self.moved.values())

    @property
    def most_moving(self) -> str:
        """The part whose weight moves it farthest, the first of those level; empty where none moves it."""
        part, _ = max(self.moved, key=lambda trial: abs(self.moved[trial] - self.rank))
        return part if self.best != self.worst else ""


def sensitivity(values: Mapping[Cell, Values], weights: Weights, least_known: float) -> dict[Cell, Moves]:
    """By candidate, in order of rank, how its rank moves; parts without weight are left out, for half of 0 is 0."""
    first = {cell: place for place, cell in enumerate(ranked(values, weights, least_known), 1)}
    moved: dict[Cell, dict[tuple[str, float], int]] = {cell: {} for cell in first}
    for part in (name for name, weight in weights.items() if weight > 0):
        for factor in FACTORS:
            trial = {**weights, part: weights[part] * factor}
            for place, cell in enumerate(ranked(values, trial, least_known), 1):
                moved[cell][part, factor] = place
    return {cell: Moves(rank, moved[cell]) for cell, rank in first.items()}
