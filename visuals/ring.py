"""The fixed places of the members: Thailand in the middle, the others on an ellipse around it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

HOME = "THA"
OUTSIDE = ""
# clockwise from just left of the top, as the bearings from Bangkok run; the west holds who is no member
RING = ("CHN", "KOR", "JPN", "PHL", "VNM", "KHM", "BRN", "NZL", "AUS", "IDN", "SGP", "MYS", OUTSIDE, "MMR", "LAO")
GAP = 30.0  # between two countries
LEAST = 52.0  # the room of a country with hardly any bodies


def ring(reach: Mapping[str, float], at_home: int, ratio: float) -> tuple[dict[str, complex], complex]:
    """The middle of each country on the ellipse, which is just large enough, and the half axes left inside.

    The countries stand at even distances, so each is found in the same direction whatever the data.
    """
    size, units = _ellipse(reach, ratio, [1.0] * len(RING))
    wide, tall = math.sqrt(ratio), 1 / math.sqrt(ratio)
    rim = max(*reach.values(), LEAST) + GAP / 2
    while True:
        inner = complex(size * wide - rim, size * tall - rim)
        if min(inner.real, inner.imag) > 80 and inner.real * inner.imag > at_home * 27**2:
            return {code: unit * size for code, unit in zip(RING, units, strict=True)}, inner
        size *= 1.04


def wide_ring(reach: Mapping[str, float], home: float, ratio: float) -> dict[str, complex]:
    """The middle of each country around a home of that radius, each with as much of the rim as it needs.

    The order is the same as ever, but where countries are of very unequal size no room is lost to the small ones.
    """
    rooms = [max(reach[code], LEAST) for code in RING]
    gaps = [room + rooms[(index + 1) % len(rooms)] + GAP for index, room in enumerate(rooms)]
    size, units = _ellipse(reach, ratio, gaps)
    while any(abs(unit) * size - room < home + GAP for unit, room in zip(units, rooms, strict=True)):
        size *= 1.04
    return {code: unit * size for code, unit in zip(RING, units, strict=True)}


def _ellipse(reach: Mapping[str, float], ratio: float, gaps: Sequence[float]) -> tuple[float, list[complex]]:
    """The size of the smallest ellipse that holds the countries at these gaps, and their places on one of size 1."""
    wide, tall = math.sqrt(ratio), 1 / math.sqrt(ratio)
    units = [complex(wide * math.sin(t), -tall * math.cos(t)) for t in _turns(wide, tall, gaps)]
    size = 300.0
    for index, code in enumerate(RING):
        other = (index + 1) % len(RING)
        needed = max(reach[code], LEAST) + max(reach[RING[other]], LEAST) + GAP
        size = max(size, needed / abs(units[index] - units[other]))
    return size, units


def _turns(wide: float, tall: float, gaps: Sequence[float]) -> list[float]:
    """Angles, clockwise from the top, that part an ellipse into arcs as long as the gaps; the second is the top."""
    steps = 3600
    length = [0.0]
    for i in range(steps):
        turn = (i + 0.5) * 2 * math.pi / steps
        length.append(length[-1] + math.hypot(wide * math.cos(turn), tall * math.sin(turn)) * 2 * math.pi / steps)
    turns: list[float] = []
    for index in range(len(gaps)):
        wanted = (sum(gaps[1:index]) if index else sum(gaps[1:])) * length[-1] / sum(gaps)
        at = next(i for i in range(steps + 1) if length[i] >= wanted - 1e-9)
        turns.append(at * 2 * math.pi / steps)
    return turns
