"""Writes land.json, the land of the Asia-Pacific as one path, from land-50m.json of the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m visuals.vendor.make_land package/land-50m.json

Land only: no border is drawn, so none that is disputed is. Projection and window are those of `visuals.charts.land`.
"""

from __future__ import annotations

import heapq
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from visuals.charts.land import WINDOW, projected

LEAST_ISLAND = 26.0  # square units; smaller islands are left out
LEAST_TURN = 7.0  # square units that a point must add to its shape to stay (Visvalingam and Whyatt 1993)
Point = tuple[float, float]


def main(atlas: Path) -> None:
    """Write the path beside this file."""
    rings = [ring for ring in _rings(json.loads(atlas.read_text("utf-8"))) if _is_near(ring)]
    shapes: list[str] = []
    for ring in rings:
        cut = _clipped([projected(*point) for point in ring])
        if len(cut) > 3 and abs(_area(cut)) >= LEAST_ISLAND:
            shapes.append(_drawn(_simplified(cut)))
    told = {
        "from": "Natural Earth 1:50m land (public domain), npm world-atlas 2.0.2",
        "path": "".join(shapes),
    }
    Path(__file__).with_name("land.json").write_text(json.dumps(told, separators=(",", ":")) + "\n", "utf-8")


def _rings(atlas: dict[str, Any]) -> Iterator[list[Point]]:
    """The rings of the land in degrees, from TopoJSON's shared and delta-coded arcs."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs: list[list[Point]] = []
    for arc in atlas["arcs"]:
        x = y = 0
        points: list[Point] = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    for polygon in atlas["objects"]["land"]["geometries"][0]["arcs"]:
        for ring in polygon:
            points = []
            for index in ring:
                part = arcs[index] if index >= 0 else arcs[~index][::-1]
                points += part[1:] if points else part
            yield points


def _is_near(ring: Sequence[Point]) -> bool:
    """Whether any of it lies on this side of the world, where the projection is sound."""
    return any(60 < east <= 180 and -58 < north < 70 for east, north in ring)


def _clipped(ring: list[Point]) -> list[Point]:
    """What of a ring lies in the window (Sutherland and Hodgman)."""
    left, top, right, bottom = WINDOW
    sides: list[tuple[int, float, Callable[[float, float], bool]]] = [
        (0, left, float.__ge__),
        (0, right, float.__le__),
        (1, top, float.__ge__),
        (1, bottom, float.__le__),
    ]
    for axis, edge, inside in sides:
        found: list[Point] = []
        for a, b in zip(ring[-1:] + ring[:-1], ring, strict=True):
            if inside(a[axis], edge) != inside(b[axis], edge):
                share = (edge - a[axis]) / (b[axis] - a[axis])
                found.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            if inside(b[axis], edge):
                found.append(b)
        ring = found
        if not ring:
            break
    return ring


def _simplified(ring: list[Point]) -> list[Point]:
    """The ring without the points that add least."""
    before = [*range(len(ring))[-1:], *range(len(ring) - 1)]
    after = [*range(1, len(ring)), 0]
    waiting = [(_turn(ring, before[i], i, after[i]), i) for i in range(len(ring))]
    heapq.heapify(waiting)
    gone: set[int] = set()
    current = {i: turn for turn, i in waiting}
    while waiting and len(ring) - len(gone) > 4:
        turn, i = heapq.heappop(waiting)
        if i in gone or turn != current[i]:
            continue
        if turn >= LEAST_TURN:
            break
        gone.add(i)
        a, b = before[i], after[i]
        after[a], before[b] = b, a
        for each in (a, b):
            current[each] = max(turn, _turn(ring, before[each], each, after[each]))
            heapq.heappush(waiting, (current[each], each))
    return [point for i, point in enumerate(ring) if i not in gone]


def _turn(ring: Sequence[Point], a: int, b: int, c: int) -> float:
    return abs(_area([ring[a], ring[b], ring[c]]))


def _area(ring: Sequence[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _drawn(ring: Sequence[Point]) -> str:
    """The ring as relative whole steps."""
    whole = [(round(x), round(y)) for x, y in ring]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(whole, whole[1:], strict=False)]
    told = "".join(
        f"{dx if i == 0 or dx < 0 else f' {dx}'}{dy if dy < 0 else f' {dy}'}" for i, (dx, dy) in enumerate(steps)
    )
    return f"M{whole[0][0]} {whole[0][1]}l{told}z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
