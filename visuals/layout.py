"""Where everything stands: positions computed here, with no chance in them, so that a picture never moves by itself.

A picture whose view arranged it stands as the view said (visuals/arrangements). Of the others, one whose nodes name
their countries gets the members in fixed places around Thailand, each with its bodies packed around it; the rest get a
force layout (visuals/forces.py). Units are px at zoom 1, y grows downwards.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from visuals.forces import spread
from visuals.picture import Dot, Picture, Text
from visuals.style import radius_of

HOME = "THA"
OUTSIDE = ""
# clockwise from just left of the top, as the bearings from Bangkok run; the west holds who is no member
RING = ("CHN", "KOR", "JPN", "PHL", "VNM", "KHM", "BRN", "NZL", "AUS", "IDN", "SGP", "MYS", OUTSIDE, "MMR", "LAO")
GOLDEN = math.pi * (3 - math.sqrt(5))
STEP = 15.0  # between bodies of one country
GAP = 30.0  # between two countries
WIDE = 1.6  # how wide to how high a picture is
BUSY = 3  # links from which a body of the home country counts as busy
HUBS = 20  # of the busiest so many get room for their names
ROOM = complex(176, 84)  # between those
STEPS = complex(52, 45)  # between the others
CLEAR = complex(70, 30)  # that stay so far from the busiest
LARGEST = 36.0  # where the first body stands beside the largest country


class Room(NamedTuple):
    """Where the name of a node goes: its side ("left", "right", "above", "below"), and how wide and high it may be."""

    side: str
    wide: float
    high: float


class Spot(NamedTuple):
    """The middle of a node, its radius, and the room kept for its name, where some is kept."""

    x: float
    y: float
    r: float
    room: Room | None = None


class Region(NamedTuple):
    """The ellipse that holds one country's bodies: its group, middle and half axes."""

    group: str
    x: float
    y: float
    rx: float
    ry: float


class Area(NamedTuple):
    """A box with a heading around some nodes: its middle and half axes, where the heading begins, whose links count.

    align: "left", "right" or "middle"; counted: the keys of the nodes whose links the heading counts, or none.
    """

    heading: Text
    x: float
    y: float
    rx: float
    ry: float
    align: str = "left"
    counted: tuple[str, ...] = ()


class Layout(NamedTuple):
    """Where each node stands, by key, the regions of the countries, and the areas with a heading."""

    spots: dict[str, Spot]
    regions: tuple[Region, ...]
    areas: tuple[Area, ...] = ()


def place(picture: Picture, *, ratio: float = WIDE) -> Layout:
    """The layout of a picture for a frame of that width to height; the same picture always gets the same one."""
    if picture.arrangement is not None:
        return picture.arrangement.place(picture, ratio)
    weights = picture.weights()
    groups: dict[str, list[Dot]] = defaultdict(list)
    for dot in sorted(picture.dots.values(), key=lambda dot: (dot.kind != "Country", -weights[dot.key], dot.key)):
        groups[dot.group if dot.group in RING or dot.group == HOME else OUTSIDE].append(dot)
    if set(groups) <= {OUTSIDE}:
        regions: tuple[Region, ...] = ()
        places = _free(picture, ratio)
    else:
        places, regions = _grouped(picture, groups, ratio)
    for dot in picture.dots.values():
        if dot.fixed is not None:
            places[dot.key] = complex(*dot.fixed)
    spots = {
        dot.key: Spot(_round(places[dot.key].real), _round(places[dot.key].imag), radius_of(dot.kind, weights[dot.key]))
        for dot in picture.dots.values()
    }
    return Layout(spots, regions)


def free(picture: Picture, ratio: float) -> Layout:
    """Every node where its links pull it, whatever its country."""
    weights = picture.weights()
    places = _free(picture, ratio)
    spots = {
        key: Spot(_round(places[key].real), _round(places[key].imag), radius_of(dot.kind, weights[key]))
        for key, dot in picture.dots.items()
    }
    return Layout(spots, ())


def _round(value: float) -> float:
    return round(value, 1) + 0.0  # no "-0.0"


def _free(picture: Picture, ratio: float) -> dict[str, complex]:
    """A force layout for a picture without countries."""
    pairs = [(link.source, link.target) for link in picture.links.values()]
    return spread(list(picture.dots), pairs, ratio)


def _grouped(
    picture: Picture, groups: dict[str, list[Dot]], ratio: float
) -> tuple[dict[str, complex], tuple[Region, ...]]:
    """The members on an ellipse, their bodies around them, the home country's inside it; the busiest come first."""
    packed = {code: _packed(groups.get(code, [])) for code in RING}
    reach = {code: _reach(packed[code]) for code in RING}
    middles, inner = _ring(reach, len(groups.get(HOME, [])), ratio)
    places: dict[str, complex] = {}
    regions: list[Region] = []
    for code in RING:
        if groups.get(code):
            places.update({key: middles[code] + offset for key, offset in packed[code].items()})
            middle, radius = middles[code], reach[code]
            regions.append(Region(code, _round(middle.real), _round(middle.imag), _round(radius), _round(radius)))
    if groups.get(HOME):
        places.update(_home(picture, groups[HOME], places, inner))
        regions.insert(0, Region(HOME, 0.0, 0.0, _round(inner.real), _round(inner.imag)))
    return places, tuple(regions)


def _packed(dots: Sequence[Dot]) -> dict[str, complex]:
    """Offsets from a country's middle: the country in it, its bodies on a sunflower's spiral, in the order given."""
    offsets: dict[str, complex] = {}
    first = 0.0
    for index, dot in enumerate(dots):
        if index == 0 and dot.kind == "Country":
            offsets[dot.key] = 0j
            first = (LARGEST / STEP) ** 2 - 1
            continue
        radius = STEP * math.sqrt(first + index)
        turn = index * GOLDEN
        offsets[dot.key] = complex(radius * math.cos(turn), radius * math.sin(turn))
    return offsets


def _reach(offsets: dict[str, complex]) -> float:
    return max((abs(offset) for offset in offsets.values()), default=0.0) + 22


def _ring(reach: dict[str, float], at_home: int, ratio: float) -> tuple[dict[str, complex], complex]:
    """The middle of each country on the ellipse, which is just large enough, and the half axes left inside."""
    wide, tall = math.sqrt(ratio), 1 / math.sqrt(ratio)
    turns = _even_turns(wide, tall, len(RING))
    units = [complex(wide * math.sin(t), -tall * math.cos(t)) for t in turns]
    size = 300.0
    for index, code in enumerate(RING):
        other = (index + 1) % len(RING)
        needed = max(reach[code], 52) + max(reach[RING[other]], 52) + GAP
        size = max(size, needed / abs(units[index] - units[other]))
    rim = max(*reach.values(), 52) + GAP / 2
    while True:
        inner = complex(size * wide - rim, size * tall - rim)
        if min(inner.real, inner.imag) > 80 and inner.real * inner.imag > at_home * 27**2:
            return {code: units[i] * size for i, code in enumerate(RING)}, inner
        size *= 1.04


def _even_turns(wide: float, tall: float, count: int) -> list[float]:
    """Angles, clockwise from the top, that part an ellipse into arcs of one length; the second is the top."""
    steps = 3600
    length = [0.0]
    for i in range(steps):
        turn = (i + 0.5) * 2 * math.pi / steps
        length.append(length[-1] + math.hypot(wide * math.cos(turn), tall * math.sin(turn)) * 2 * math.pi / steps)
    turns: list[float] = []
    for index in range(count):
        wanted = ((index - 1) % count) * length[-1] / count
        at = next(i for i in range(steps + 1) if length[i] >= wanted - 1e-9)
        turns.append(at * 2 * math.pi / steps)
    return turns


def _home(picture: Picture, dots: Sequence[Dot], places: dict[str, complex], inner: complex) -> dict[str, complex]:
    """The home country in the middle and each of its bodies towards its partners.

    Those that open apart from their folded country, else the busiest, come first and so far apart that their names
    fit between them; a body with a single partner country stands at the rim facing it, one with several further in.
    """
    pulls = _pulls(picture, {dot.key for dot in dots}, places, inner)
    home = {dot.key: 0j for dot in dots if dot.kind == "Country"}
    bodies = [dot for dot in dots if dot.key not in home]
    weights = picture.weights()
    apart = [dot for dot in bodies if dot.key in picture.opening.apart]
    hubs = apart or [dot for dot in bodies if weights[dot.key] >= BUSY][:HUBS]
    wide = _lattice(inner * 0.8, len(hubs), ROOM * 2 if apart else ROOM)
    for dot in hubs:
        home[dot.key] = _nearest(wide, _towards(pulls[dot.key], inner, 0.6))
    near = [slot for slot in home.values() if slot]
    rest = [dot for dot in bodies if dot.key not in home]
    free = _lattice(inner, len(rest), STEPS, near)
    for dot in rest:
        home[dot.key] = _nearest(free, _towards(pulls[dot.key], inner, 1.0))
    return home


def _pulls(
    picture: Picture, mine: set[str], places: dict[str, complex], inner: complex
) -> defaultdict[str, list[complex]]:
    """The directions of the partners of each body, as points of the unit circle."""
    pull: defaultdict[str, list[complex]] = defaultdict(list)
    for link in picture.links.values():
        for near, far in ((link.source, link.target), (link.target, link.source)):
            if near in mine and far in places:
                towards = complex(places[far].real / inner.real, places[far].imag / inner.imag)
                pull[near].append(towards / (abs(towards) or 1))
    return pull


def _towards(pulls: Sequence[complex], inner: complex, share: float) -> complex:
    """The point between the partners, that share of the way to the rim."""
    mean = sum(pulls, 0j) / len(pulls) if pulls else 0j
    return complex(mean.real * inner.real, mean.imag * inner.imag) * share


def _nearest(free: list[complex], target: complex) -> complex:
    """The free place nearest to the target, which is free no longer."""
    best = min(free, key=lambda slot: abs(slot - target))
    free.remove(best)
    return best


def _lattice(inner: complex, count: int, step: complex, taken: Sequence[complex] = ()) -> list[complex]:
    """At least `count` places of a lattice inside the half axes, none on the country in the middle or a place taken."""
    while True:
        found: list[complex] = []
        rows = int(inner.imag / step.imag) + 1
        columns = int(inner.real / step.real) + 1
        for row in range(-rows, rows + 1):
            for column in range(-columns, columns + 1):
                slot = complex((column + (row % 2) / 2) * step.real, row * step.imag)
                within = (slot.real / (inner.real - 14)) ** 2 + (slot.imag / (inner.imag - 14)) ** 2
                clear = all(abs(slot.real - t.real) > CLEAR.real or abs(slot.imag - t.imag) > CLEAR.imag for t in taken)
                if within <= 1 and abs(slot) > 44 and clear:
                    found.append(slot)
        if len(found) >= count * 1.1:
            return found
        step *= 0.96
