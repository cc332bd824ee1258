"""Scores and ranks from parts and weights: a weighted mean over what is known, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import GraphError
from queries.planning.parts import NAMES, PARTS, Values, Weights

Cell = tuple[str, str]
"""A member's code and a sub-sector's id."""
DIGITS = 4


@dataclass(frozen=True)
class Score:
    """A score from 0 to 1 with all it is made of.

    weighted: what each known part adds to the score; they sum to it. known: share of the weight that is known.
    low, high: what the score would be if all that is not known were 0, or were 1.
    """

    value: float | None
    weighted: Mapping[str, float | None]
    known: float
    low: float
    high: float


def read_weights(question: str, told: Mapping[str, float]) -> dict[str, float]:
    """The weight of each part, told under its name or as weight_NAME, as the questions' parameters are.

    Raises GraphError for one below zero or not finite, and where none is above zero.
    """
    given = {name.removeprefix("weight_"): weight for name, weight in told.items()}
    for name, weight in given.items():
        if not 0 <= weight < float("inf"):
            raise GraphError(f"{question}: weight_{name}: expected a number from 0 up, found {weight:g}")
    if not any(given.values()):
        raise GraphError(f"{question}: weights: expected at least one above 0, found {len(given)} of 0")
    return {name: float(given[name]) for name in NAMES}


def usual_weights() -> dict[str, float]:
    """The weights unless told."""
    return {part.name: part.weight for part in PARTS}


def score(values: Values, weights: Weights) -> Score:
    """The score of one candidate."""
    total = sum(weights.values())
    held = {name: value for name, value in values.items() if value is not None}
    known = sum(weights[name] for name in held)
    points = {name: weights[name] * value for name, value in held.items()}
    summed = sum(points.values())
    return Score(
        round(summed / known, DIGITS) if known else None,
        {name: round(points[name] / known, DIGITS) if name in points and known else None for name in values},
        round(known / total, DIGITS),
        round(summed / total, DIGITS),
        round((summed + total - known) / total, DIGITS),
    )


def ranked(values: Mapping[Cell, Values], weights: Weights, least_known: float = 0.0) -> list[Cell]:
    """Candidates by score, the best first; those of which too little is known behind all others; level ones by id."""
    total = sum(weights.values())
    places: list[tuple[bool, float, Cell]] = []
    for cell, parts in values.items():
        known = points = 0.0
        for name, value in parts.items():
            if value is not None:
                known += weights[name]
                points += weights[name] * value
        # Rounded as `score` does, so that those shown as level are level.
        value = round(points / known, DIGITS) if known else 0.0
        places.append((not known or round(known / total, DIGITS) < least_known, -value, cell))
    return [cell for _, _, cell in sorted(places)]
