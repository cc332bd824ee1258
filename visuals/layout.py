"""Where everything stands: positions computed here, with no chance in them, so that a picture never moves by itself.

A picture that is given the groups of visuals/large/tree.py has a circle for each, the inner ones inside the outer ones;
one whose view arranged it stands as the view said (visuals/arrangements). Of the others, one whose nodes name their
countries gets the members in fixed places around Thailand, each with its bodies packed around it; the rest get a force
layout (visuals/forces.py). Units are px at zoom 1, y grows downwards.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from visuals.lattice import Lattice
from visuals.picture import Dot, Picture, Text
from visuals.ring import HOME, OUTSIDE, RING, ring
from visuals.style import radius_of

if TYPE_CHECKING:
    from visuals.large.tree import Tree

__all__ = ["HOME", "OUTSIDE", "RING", "WIDE", "Area", "Layout", "Region", "Room", "Spot", "free", "place", "places"]

GOLDEN = math.pi * (3 - math.sqrt(5))
STEP = 15.0  # between bodies of one country
WIDE = 1.6  # how wide to how high a picture is
BUSY = 3  # links from which a body of the home country counts as busy
HUBS = 20  # of the busiest so many get room for their names
ROOM = complex(176, 84)  # between those
STEPS = complex(52, 45)  # between the others
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
    """Where each node stands, by key, the regions of the countries, the areas with a heading, the circles of groups."""

    spots: dict[str, Spot]
    regions: tuple[Region, ...]
    areas: tuple[Area, ...] = ()
    groups: Mapping[str, Spot] = {}


def place(picture: Picture, *, ratio: float = WIDE, tree: Tree | None = None) -> Layout:
    """The layout of a picture for a frame of that width to height; the same picture always gets the same one."""
    return places(picture, (ratio,), tree)[0]


def places(picture: Picture, ratios: Sequence[float], tree: Tree | None = None) -> list[Layout]:
    """The layouts of a picture for several frames, which share what takes long; the groups are those of the tree."""
    weights = picture.weights()
    radii = {dot.key: radius_of(dot.kind, weights[dot.key]) for dot in picture.dots.values()}
    if picture.arrangement is not None and tree is None:
        return [picture.arrangement.place(picture, ratio) for ratio in ratios]
    if tree is not None and tree.groups:
        from visuals.large.circles import nested

        return [_layout(picture, radii, at, circles=found) for at, found in nested(picture, tree, radii, ratios)]
    groups: dict[str, list[Dot]] = defaultdict(list)
    for dot in sorted(picture.dots.values(), key=lambda dot: (dot.kind != "Country", -weights[dot.key], dot.key)):
        groups[dot.group if dot.group in RING or dot.group == HOME else OUTSIDE].append(dot)
    if set(groups) <= {OUTSIDE}:
        return [_layout(picture, radii, places_) for places_ in _free(picture, radii, ratios)]
    return [_layout(picture, radii, *_grouped(picture, groups, ratio)) for ratio in ratios]


def _layout(
    picture: Picture,
    radii: Mapping[str, float],
    places: dict[str, complex],
    regions: tuple[Region, ...] = (),
    *,
    circles: Mapping[str, tuple[complex, float]] | None = None,
) -> Layout:
    """Places as they are told: rounded, those that a view has fixed in their stead."""
    for dot in picture.dots.values():
        if dot.fixed is not None:
            places[dot.key] = complex(*dot.fixed)
    spots = {key: Spot(_round(places[key].real), _round(places[key].imag), radii[key]) for key in picture.dots}
    groups = {
        id: Spot(_round(middle.real), _round(middle.imag), _round(radius))
        for id, (middle, radius) in (circles or {}).items()
    }
    return Layout(spots, regions, groups=groups)


def free(picture: Picture, ratio: float) -> Layout:
    """Every node where its links pull it, whatever its country."""
    weights = picture.weights()
    radii = {key: radius_of(dot.kind, weights[key]) for key, dot in picture.dots.items()}
    return _layout(picture, radii, _free(picture, radii, (ratio,))[0])


def _round(value: float) -> float:
    return round(value, 1) + 0.0  # no "-0.0"


def _free(picture: Picture, radii: Mapping[str, float], ratios: Sequence[float]) -> list[dict[str, complex]]:
    """A force layout for a picture without countries, stretched to each frame."""
    if not picture.dots:
        return [{} for _ in ratios]
    from visuals.forces import part, settle  # brings an array library, which pictures of countries do without

    number = {key: index for index, key in enumerate(picture.dots)}
    pairs = [(number[link.source], number[link.target]) for link in picture.links.values()]
    room = [radii[key] for key in picture.dots]
    at = settle([range(len(room))], pairs, room)
    found: list[dict[str, complex]] = []
    for ratio in ratios:
        stretched = part(at.real * math.sqrt(ratio) + 1j * at.imag / math.sqrt(ratio), room)
        found.append(dict(zip(picture.dots, stretched.tolist(), strict=True)))
    return found


def _grouped(
    picture: Picture, groups: dict[str, list[Dot]], ratio: float
) -> tuple[dict[str, complex], tuple[Region, ...]]:
    """The members on an ellipse, their bodies around them, the home country's inside it; the busiest come first."""
    packed = {code: _packed(groups.get(code, [])) for code in RING}
    reach = {code: _reach(packed[code]) for code in RING}
    middles, inner = ring(reach, len(groups.get(HOME, [])), ratio)
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
    wide = Lattice(inner * 0.8, len(hubs), ROOM * 2 if apart else ROOM)
    for dot in hubs:
        home[dot.key] = wide.take(_towards(pulls[dot.key], inner, 0.6))
    near = [slot for slot in home.values() if slot]
    rest = [dot for dot in bodies if dot.key not in home]
    free = Lattice(inner, len(rest), STEPS, near)
    for dot in rest:
        home[dot.key] = free.take(_towards(pulls[dot.key], inner, 1.0))
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
