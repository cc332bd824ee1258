"""What of a picture is drawn: its nodes and links, and where groups are folded, each group as one with bundled links.

A bundle holds the links of one status between two units of which at least one is folded. The page's scene.js does the
same while the reader folds and opens; here it is done once, for paper.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from graph.vocabulary import Status
from visuals.layout import HOME, Layout, Spot
from visuals.payload import bends_of, groups_of, opening_of, used
from visuals.picture import Link, Picture, Text
from visuals.style import bundle_width, fold_radius, line_of

BESIDE = 3.5  # between two bundles of one pair, in units of the layout
ASIDE = 0.35  # how much of their ink the links between others keep where a home country is shown


class Unit(NamedTuple):
    """A node as drawn: one of the picture's, or a group folded into one.

    `members` are the keys of the nodes it stands for; `links` lead out of it, `all_links` are those inside it too.
    """

    key: str
    kind: str
    label: Text
    group: str
    is_fold: bool
    members: tuple[str, ...]
    links: int
    all_links: int
    is_hollow: bool


class Line(NamedTuple):
    """A line as drawn: one link, or the links of one status between two units.

    `number` is how many links these are; bend and width are in units of the layout. `ink` is how strong it is, 0 where
    that follows from the rest.
    """

    source: str
    target: str
    status: str
    links: tuple[Link, ...]
    number: int
    is_bundle: bool
    is_aside: bool
    bend: float
    width: float
    ink: float = 0.0


class Scene(NamedTuple):
    """All that is drawn, in the order in which it is drawn, and where.

    is_gathered: whether the units are the groups of a large picture, each as large as what it holds.
    """

    units: dict[str, Unit]
    lines: tuple[Line, ...]
    layout: Layout
    is_gathered: bool = False

    @property
    def folds(self) -> tuple[Unit, ...]:
        """The groups that are folded."""
        return tuple(unit for unit in self.units.values() if unit.is_fold)


def scene_of(picture: Picture, layout: Layout, folded: Iterable[str] | None = None) -> Scene:
    """The picture with these groups folded, else as it opens."""
    opening = opening_of(picture)
    folds = frozenset(opening["fold"] if folded is None else folded)
    owner = _owners(picture, folds, frozenset(opening["apart"]))
    heads = {head_of(group, picture) for group in folds}
    lines = _lines(picture, layout, owner, heads)
    units = _units(picture, owner, lines, heads)
    spots = {unit.key: _spot(unit, layout) for unit in units.values()}
    regions = tuple(region for region in layout.regions if region.group not in folds)
    return Scene(units, _fanned(lines, spots), layout._replace(spots=spots, regions=regions))


def head_of(group: str, picture: Picture) -> str:
    """The key of what stands for a folded group: its country's node, else one of its own."""
    country = f"Country:{group}"
    return country if group and country in picture.dots else f"group:{group}"


def distinct(links: Iterable[Link]) -> int:
    """How many links these are; lines of one kind and id are one link between more than two."""
    return len({(link.kind, link.id) for link in links})


def _owners(picture: Picture, folds: frozenset[str], apart: frozenset[str]) -> dict[str, str]:
    """The unit that stands for each node."""
    groups = groups_of(picture.dots.values())
    owner: dict[str, str] = {}
    for key, dot in picture.dots.items():
        group = dot.group if dot.group in groups else ""
        owner[key] = head_of(group, picture) if group in folds and key not in apart else key
    return owner


def _units(picture: Picture, owner: dict[str, str], lines: Sequence[Line], heads: set[str]) -> dict[str, Unit]:
    members: dict[str, list[str]] = defaultdict(list)
    for key, unit in owner.items():
        members[unit].append(key)
    outer: dict[str, list[Link]] = defaultdict(list)
    every: dict[str, list[Link]] = defaultdict(list)
    for line in lines:
        for end in {line.source, line.target}:
            outer[end] += line.links
    for link in picture.links.values():
        for end in {owner[link.source], owner[link.target]}:
            every[end].append(link)
    groups = groups_of(picture.dots.values())
    units: dict[str, Unit] = {}
    for key, inside in members.items():
        dot = picture.dots.get(key)
        group = dot.group if dot else key.removeprefix("group:")
        counts = distinct(outer[key]), distinct(every[key])
        is_fold = key in heads
        is_hollow = dot is not None and dot.muted and not counts[1]
        label = dot.label if dot else groups[group]
        units[key] = Unit(key, dot.kind if dot else "", label, group, is_fold, tuple(inside), *counts, is_hollow)
    return units


def _lines(picture: Picture, layout: Layout, owner: dict[str, str], heads: set[str]) -> list[Line]:
    """Every line, wide under thin and solid under broken, those between others first."""
    bends = bends_of(picture, layout)
    has_home = any(dot.group == HOME for dot in picture.dots.values())
    home = {owner[key] for key, dot in picture.dots.items() if dot.group == HOME}
    bundles: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
    lines: list[Line] = []
    for place, link in picture.links.items():
        a, b = owner[link.source], owner[link.target]
        if not heads & {a, b}:
            first, last = sorted((a, b))
            width = line_of(link.status).width
            lines.append(Line(first, last, link.status, (link,), 1, False, False, bends[place], width))
        elif a != b:
            bundles[min(a, b), max(a, b), link.status].append(link)
    for (first, last, status), links in bundles.items():
        count = distinct(links)
        is_aside = has_home and not home & {first, last}
        width = bundle_width(line_of(status).width, count)
        lines.append(Line(first, last, status, tuple(links), count, True, is_aside, 0.0, width))
    order = used(Status, (line.status for line in lines))
    ranks = {status: (bool(line_of(status).dash), order.index(status)) for status in order}
    lines.sort(key=lambda line: (not line.is_aside, ranks[line.status][0], -line.number, ranks[line.status][1]))
    return lines


def _fanned(lines: Sequence[Line], spots: dict[str, Spot]) -> tuple[Line, ...]:
    """The bundles of one pair side by side, in the order of the statuses."""
    pairs: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in lines:
        if line.is_bundle:
            pairs[line.source, line.target].append(line)
    bends: dict[tuple[str, str, str], float] = {}
    for (first, last), beside in pairs.items():
        a, b = spots[first], spots[last]
        long = math.hypot(b.x - a.x, b.y - a.y) or 1.0
        order = used(Status, (line.status for line in beside))
        reach = -(sum(line.width for line in beside) + BESIDE * (len(beside) - 1)) / 2
        for line in sorted(beside, key=lambda line: order.index(line.status)):
            bends[first, last, line.status] = 0.0 if len(beside) == 1 else 2 * (reach + line.width / 2) / long
            reach += line.width + BESIDE
    return tuple(
        line._replace(bend=bends[line.source, line.target, line.status]) if line.is_bundle else line for line in lines
    )


def _spot(unit: Unit, layout: Layout) -> Spot:
    """Where a unit stands: in its node's place, in the middle of its region, else among its members."""
    if not unit.is_fold:
        return layout.spots[unit.key]
    radius = fold_radius(unit.all_links)
    if unit.key in layout.spots:
        return layout.spots[unit.key]._replace(r=radius)
    for region in layout.regions:
        if region.group == unit.group:
            return Spot(region.x, region.y, radius)
    inside = [layout.spots[key] for key in unit.members]
    return Spot(sum(s.x for s in inside) / len(inside), sum(s.y for s in inside) / len(inside), radius)
