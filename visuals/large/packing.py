"""Circles beside each other and around each other: near what they are tied to, none over another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from visuals.forces import GOLDEN, Floats, Places, distance, points


def arrange(radii: Sequence[float], pulls: Sequence[Sequence[float]], gap: float, *, rounds: int = 120) -> Places:
    """A middle for each circle so that tied ones stand near each other, none overlaps and all keep together.

    `pulls` says how strongly each is tied to each other one. The first one given starts in the middle.
    """
    size = np.array(radii, np.float64) + gap / 2
    pull = np.array(pulls, np.float64)
    pull /= float(pull.max()) or 1.0
    order = sorted(range(len(size)), key=lambda i: (i > 0, -size[i]))
    index = np.arange(len(size))
    at = np.zeros((len(size), 2))
    at[order] = (float(size.mean()) * 1.9 * np.sqrt(index) * [np.cos(index * GOLDEN), np.sin(index * GOLDEN)]).T
    want = _wanted(size)
    for turn in range(rounds):
        across, down, far = _between(at)
        tied = pull * np.maximum(far - want, 0.0) * 0.12 * (1 - turn / rounds)
        move = (np.maximum(want - far, 0.0) * 0.5 - tied) / far
        at = at * 0.95 + np.column_stack([(across * move).sum(axis=1), (down * move).sum(axis=1)])
    return _apart(at, want)


def unlapped(places: Places, radii: Sequence[float], gap: float) -> Places:
    """Circles pushed apart until there is the gap between any two."""
    size = np.array(radii, np.float64) + gap / 2
    return _apart(np.column_stack([places.real, places.imag]), _wanted(size))


def _wanted(size: Floats) -> Floats:
    """How far apart every two circles must be."""
    want: Floats = size[:, None] + size[None, :]
    np.fill_diagonal(want, 0)
    return want


def _apart(at: Floats, want: Floats) -> Places:
    """Circles pushed apart until none overlaps; away from the middle too, once they jam."""
    for turn in range(600):
        across, down, far = _between(at)
        over = np.maximum(want - far, 0.0)
        if float(over.max()) < 0.5:
            break
        move = over * 0.52 / far
        at = at * (1.003 if turn > 60 else 1.0) + np.column_stack(
            [(across * move).sum(axis=1), (down * move).sum(axis=1)]
        )
    return points(at)


def _between(at: Floats) -> tuple[Floats, Floats, Floats]:
    """To every circle (row) from every other one (column): how far across, how far down, and the distance."""
    across = at[:, 0][:, None] - at[:, 0][None, :]
    down = at[:, 1][:, None] - at[:, 1][None, :]
    far = np.sqrt(across * across + down * down)
    np.fill_diagonal(far, 1.0)
    return across, down, np.maximum(far, 1e-6)


def enclosed(places: Places, radii: Sequence[float], *, held: bool = False) -> tuple[complex, float]:
    """The middle and the radius of a circle around circles, near the smallest there is (Bădoiu and Clarkson 2003).

    Where `held`, the middle is where it is: at nought.
    """
    at = np.column_stack([places.real, places.imag])
    room = np.array(radii, np.float64)
    middle: Floats = np.zeros(2) if held else at.mean(axis=0)
    for turn in range(0 if held else 24):
        far = int(np.argmax(distance(at - middle) + room))
        middle = middle + (at[far] - middle) / (turn + 3)
    return complex(*middle.tolist()), float((distance(at - middle) + room).max())
