"""Places of a lattice inside an ellipse, each taken once: whoever comes gets the nearest free one."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence

MIDDLE = 44.0  # so far from the middle the places begin: a country stands in it
RIM = 14.0  # between the last place and the rim
CLEAR = complex(70, 30)  # so far they stay from places that are taken already


class Lattice:
    """At least `count` places inside the half axes, none on the country in the middle or near a place taken."""

    def __init__(self, inner: complex, count: int, step: complex, taken: Sequence[complex] = ()) -> None:
        self.step = step
        while True:
            self.rows = self._filled(inner, taken)
            if sum(map(len, self.rows)) >= count * 1.1:
                break
            self.step *= 0.96

    def _filled(self, inner: complex, taken: Sequence[complex]) -> list[list[float]]:
        """The free places of each row from left to right; the middle row is in the middle of the list."""
        reach = int(inner.imag / self.step.imag) + 1
        columns = int(inner.real / self.step.real) + 1
        rows: list[list[float]] = []
        for row in range(-reach, reach + 1):
            y = row * self.step.imag
            near = [t.real for t in taken if abs(y - t.imag) <= CLEAR.imag]
            across = [(column + (row % 2) / 2) * self.step.real for column in range(-columns, columns + 1)]
            rows.append(
                [
                    x
                    for x in across
                    if (x / (inner.real - RIM)) ** 2 + (y / (inner.imag - RIM)) ** 2 <= 1
                    and math.hypot(x, y) > MIDDLE
                    and all(abs(x - t) > CLEAR.real for t in near)
                ]
            )
        return rows

    def take(self, target: complex) -> complex:
        """The free place nearest to the target, which is free no longer."""
        high, middle = self.step.imag, len(self.rows) // 2
        nearest = round(target.imag / high) + middle
        best: tuple[float, int, int] | None = None
        for away in range(len(self.rows) + abs(nearest - middle)):
            if best is not None and (away - 0.5) * high > best[0]:
                break
            for row in sorted({nearest - away, nearest + away}):
                if not 0 <= row < len(self.rows):
                    continue
                free = self.rows[row]
                at = bisect_left(free, target.real)
                for index in range(max(at - 1, 0), min(at + 1, len(free))):
                    gap = math.hypot(free[index] - target.real, (row - middle) * high - target.imag)
                    best = min(best or (gap, row, index), (gap, row, index))
        if best is None:
            raise AssertionError("more places are taken than were asked for")
        _, row, index = best
        return complex(self.rows[row].pop(index), (row - middle) * high)
