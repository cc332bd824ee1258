"""How good a ranking is, once it is known what came true: hits, precision, reciprocal rank, area under the curve."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from queries.planning.score import Cell

DIGITS = 4


@dataclass(frozen=True)
class Quality:
    """Measures of one ranking; those level share their places, so that no order among them is made up.

    hits: by how many of the first, how many of them came true, on average over the orders of those that are level.
    average_precision: the mean over what came true of the share of hits down to its place (level ones in order of
    id). reciprocal_rank: the mean of one over the place of each that came true, places shared by level ones being their
    mean. area: the chance that one that came true stands before one that did not, a draw counted half (AUC).
    """

    hits: Mapping[int, float]
    average_precision: float
    reciprocal_rank: float
    area: float


def quality(scores: Mapping[Cell, float | None], came_true: set[Cell], tops: tuple[int, ...]) -> Quality:
    """How well scores put before the others what came true; a candidate without a score stands behind all with one."""
    known = {cell: -1.0 if value is None else value for cell, value in scores.items()}
    order = sorted(known, key=lambda cell: (-known[cell], cell))
    places = _shared_places(order, known)
    true = [cell for cell in order if cell in came_true]
    false = len(order) - len(true)
    above = {cell: place for place, cell in enumerate(true, 1)}
    position = {cell: place for place, cell in enumerate(order, 1)}
    ranks = fsum(places[cell] for cell in true)
    # Mann and Whitney: pairs in which the one that came true stands behind, out of all pairs.
    behind = ranks - len(true) * (len(true) + 1) / 2
    return Quality(
        {top: round(_hits(order, known, came_true, top), DIGITS) for top in tops},
        round(fsum(above[cell] / position[cell] for cell in true) / len(true), DIGITS) if true else 0.0,
        round(fsum(1 / places[cell] for cell in true) / len(true), DIGITS) if true else 0.0,
        round(1 - behind / (len(true) * false), DIGITS) if true and false else 0.0,
    )


def _shared_places(order: list[Cell], known: Mapping[Cell, float]) -> dict[Cell, float]:
    """The place of each, level ones sharing the mean of theirs."""
    levels: dict[float, list[int]] = {}
    for place, cell in enumerate(order, 1):
        levels.setdefault(known[cell], []).append(place)
    return {cell: fsum(levels[known[cell]]) / len(levels[known[cell]]) for cell in order}


def _hits(order: list[Cell], known: Mapping[Cell, float], came_true: set[Cell], top: int) -> float:
    """How many of the first came true, level ones at the edge counted by their share."""
    if top >= len(order):
        return float(len(came_true.intersection(order)))
    edge = known[order[top - 1]]
    before = [cell for cell in order if known[cell] > edge]
    level = [cell for cell in order if known[cell] == edge]
    room = top - len(before)
    return len(came_true.intersection(before)) + room * len(came_true.intersection(level)) / len(level)
