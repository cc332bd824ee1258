"""What was measured as one table, and each ratio beside what it must reach."""

from __future__ import annotations

from collections import defaultdict
from statistics import median
from typing import NamedTuple

from tests.bench_pictures.systems import DEFAULT, NEO4J_VIZ, OURS, PLACED, SIGMA

BEST = "best peer"
MEASURES = {
    "first": "first ms",
    "first_cpu": "its CPU ms",
    "drag": "drag CPU",
    "zoom": "zoom CPU",
    "kb": "KB",
    "made": "made s",
}


class Target(NamedTuple):
    """Ours is to be at most this share of another's measure, at a number of nodes."""

    nodes: int
    measure: str
    beside: str
    share: float


TARGETS = (
    Target(300, "first", DEFAULT, 1 / 25),
    Target(300, "first", NEO4J_VIZ, 0.5),
    Target(300, "first", SIGMA, 1.0),
    Target(1000, "first", DEFAULT, 1 / 60),
    Target(1000, "first", NEO4J_VIZ, 0.6),
    Target(1000, "first", SIGMA, 0.8),
    *(Target(1000, way, PLACED, 0.45) for way in ("drag", "zoom")),
    *(Target(1000, way, BEST, 1.0) for way in ("drag", "zoom")),
    *(Target(5000, way, PLACED, 0.25) for way in ("first", "drag", "zoom")),
    *(Target(5000, way, SIGMA, 0.8) for way in ("first", "drag", "zoom")),
    Target(300, "kb", DEFAULT, 0.5),
    Target(300, "kb", NEO4J_VIZ, 0.15),
    Target(1000, "kb", DEFAULT, 0.4),
    Target(1000, "kb", NEO4J_VIZ, 0.15),
    Target(5000, "made", DEFAULT, 1 / 5),
)
SECONDS_20K = 5.0


class Measured:
    """Every value of every system, by size and measure; what is told of it is the median."""

    def __init__(self) -> None:
        self._values: dict[tuple[int, str, str], list[float]] = defaultdict(list)

    def add(self, nodes: int, system: str, measure: str, value: float) -> None:
        """One more value."""
        self._values[nodes, system, measure].append(value)

    def get(self, nodes: int, system: str, measure: str) -> float | None:
        """The median, or None where it was not measured; of the best peer, the least of all peers but pyvis default."""
        if system == BEST:
            peers = {name for size, name, _ in self._values if size == nodes} - {OURS, DEFAULT}
            found = [value for name in peers if (value := self.get(nodes, name, measure)) is not None]
            return min(found, default=None)
        values = self._values.get((nodes, system, measure))
        return median(values) if values else None

    def systems(self, nodes: int) -> list[str]:
        """The systems measured at that size."""
        return list(dict.fromkeys(name for size, name, _ in self._values if size == nodes))

    def table(self, sizes: list[int]) -> str:
        """A line for each size and system."""
        lines = [f"{'nodes':>6}  {'system':14}" + "".join(f"{head:>12}" for head in MEASURES.values())]
        for nodes in sizes:
            for system in self.systems(nodes):
                cells = [_cell(self.get(nodes, system, measure)) for measure in MEASURES]
                lines.append(f"{nodes:6}  {system:14}" + "".join(f"{cell:>12}" for cell in cells))
        return "\n".join(lines)

    def verdicts(self, sizes: list[int]) -> str:
        """A line for each target of those sizes."""
        lines: list[str] = []
        for target in TARGETS:
            if target.nodes not in sizes:
                continue
            ours, other = (self.get(target.nodes, name, target.measure) for name in (OURS, target.beside))
            what = f"{target.nodes:6}  {MEASURES[target.measure]:11} to {target.beside:14}"
            if ours is None or other is None:
                lines.append(f"{what} not measured")
                continue
            said = "reached" if ours <= other * target.share else "NOT reached"
            cpu = [self.get(target.nodes, name, "first_cpu") for name in (OURS, target.beside)]
            also = f" (in CPU {cpu[0] / cpu[1]:.3f})" if target.measure == "first" and cpu[0] and cpu[1] else ""
            lines.append(f"{what} {ours / other:7.3f}   to reach {target.share:6.3f}   {said}{also}")
        made = self.get(20_000, OURS, "made")
        if made is not None:
            said = "reached" if made <= SECONDS_20K else "NOT reached"
            lines.append(f"{20_000:6}  made        {made:.1f} s   to reach {SECONDS_20K} s   {said}")
        return "\n".join(lines)


def _cell(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"
