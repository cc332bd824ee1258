"""A large picture as it opens: each of its outermost groups as a disc, the links between two of them as a ribbon.

The page's scene.js (narrow, fanOut) and discs.js do the same while the reader opens groups; here it is for paper.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping

from graph.vocabulary import Status
from visuals.bundles import Line, Scene, Unit, distinct
from visuals.large.tree import Group, Tree
from visuals.layout import HOME, Layout, Spot
from visuals.payload import used
from visuals.picture import Link, Picture
from visuals.style import line_of

RIBBON = 12.0  # how much wider than 1 the widest ribbon is, whatever it holds
LEAST = 0.7  # the width of a status with hardly any share of its ribbon
MOST = 40  # links that the widest ribbon holds at least
BESIDE = 0.5  # between two lines of a ribbon
GROWTH, ACROSS = 0.7, 560.0  # widths are right where half of the picture is so many units wide
FAINT, STRONG = 0.08, 0.77  # how much ink the thinnest ties have, and how much more the strongest

Pair = tuple[str, str]


def gathered(picture: Picture, layout: Layout, tree: Tree) -> Scene:
    """The outermost groups of the tree with all that lies between them, in the places of the layout."""
    top = {id: tree.around(id)[0] for id in tree.groups}
    heads = {id: _head(group, picture, tree) for id, group in tree.groups.items() if not group.parent}
    owner = {key: heads[top[group]] for key, group in tree.home.items()}
    between: dict[Pair, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    touching: dict[str, list[Link]] = defaultdict(list)
    leaving: dict[str, list[Link]] = defaultdict(list)
    for link in picture.links.values():
        a, b = sorted((owner[link.source], owner[link.target]))
        for end in {a, b}:
            touching[end].append(link)
        if a != b:
            between[a, b][link.status].append(link)
            for end in (a, b):
                leaving[end].append(link)
    members: dict[str, list[str]] = defaultdict(list)
    for key, head in owner.items():
        members[head].append(key)
    units: dict[str, Unit] = {}
    for id, key in heads.items():
        group, dot, all_links = tree.groups[id], picture.dots.get(key), distinct(touching[key])
        kind, is_hollow = (dot.kind, dot.muted and not all_links) if dot else ("", False)
        inside = tuple(members[key])
        units[key] = Unit(
            key, kind, group.label, group.country, True, inside, distinct(leaving[key]), all_links, is_hollow
        )
    spots = {key: layout.groups[id] for id, key in heads.items()}
    lines = _ribbons(between, spots, {key for key, unit in units.items() if unit.group == HOME})
    return Scene(units, lines, Layout(spots, (), groups=layout.groups), is_gathered=True)


def _head(group: Group, picture: Picture, tree: Tree) -> str:
    """The key of what stands for a group: its country's node where that lies in it, else one of its own."""
    country = f"Country:{group.country}"
    own = bool(group.country) and country in picture.dots and tree.path(country)[0] == group.id
    return country if own else f"group:{group.id}"


def _ribbons(
    between: Mapping[Pair, Mapping[str, list[Link]]], spots: Mapping[str, Spot], home: set[str]
) -> tuple[Line, ...]:
    """The lines of each pair side by side, in the order of the statuses; those between others than home come first."""
    counts = {pair: {status: distinct(links) for status, links in by.items()} for pair, by in between.items()}
    most = max([MOST, *(sum(count.values()) for count in counts.values())])
    grain = GROWTH * max(1.0, max((abs(spot.x) for spot in spots.values()), default=0.0) / ACROSS)
    order = used(Status, {status for by in between.values() for status in by})
    lines: list[Line] = []
    for (first, last), by in between.items():
        count = counts[first, last]
        total = sum(count.values())
        share = math.sqrt(total / most)
        wide = {status: max((1 + RIBBON * share) * count[status] / total, LEAST) for status in by}
        a, b = spots[first], spots[last]
        long = math.hypot(b.x - a.x, b.y - a.y) / grain or 1.0
        reach = -(sum(wide.values()) + BESIDE * (len(by) - 1)) / 2
        for status in sorted(by, key=order.index):
            bend = 0.0 if len(by) == 1 else 2 * (reach + wide[status] / 2) / long
            reach += wide[status] + BESIDE
            is_aside = bool(home) and not home & {first, last}
            lines.append(
                Line(
                    first,
                    last,
                    status,
                    tuple(by[status]),
                    count[status],
                    True,
                    is_aside,
                    bend,
                    wide[status] * grain,
                    ink=FAINT + STRONG * share,
                )
            )
    lines.sort(key=lambda line: (not line.is_aside, bool(line_of(line.status).dash), -line.number))
    return tuple(lines)
