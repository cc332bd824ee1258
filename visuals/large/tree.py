"""The groups of a large picture: by country, then by sector, then by who is linked with whom.

A group that holds more than can be read at once is split again, so that whoever opens one never sees a hairball.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from visuals.large.communities import communities
from visuals.picture import Dot, Picture, Text
from visuals.ring import HOME, OUTSIDE, RING
from visuals.words import WORDS

LARGE = 2_000
"""Nodes beyond which a picture opens with its groups closed."""
MOST = 300
"""Nodes or groups that an opened group shows at most."""
FEWEST = 8  # a community of fewer is none; it goes with the other small ones
READABLE = 60  # communities that may stand beside each other; the smallest go with the other small ones
PARTS = 12  # into at least how many communities a very large group is split
REST = "-"  # the id of the part that holds what belongs to no other
ENOUGH = 0.6  # the share of nodes whose country or sector must be known for a split by it


@dataclass(frozen=True)
class Group:
    """A group: its id, which holds those of the groups around it, its name, the group around it, its country.

    `parent` is the id of the group around it, empty at the top. `count` nodes are in it and in the groups inside it.
    """

    id: str
    label: Text
    parent: str
    way: str
    country: str
    count: int


@dataclass(frozen=True)
class Tree:
    """The groups by id, outer ones before those inside them, and the innermost group of each node."""

    groups: Mapping[str, Group]
    home: Mapping[str, str]

    def path(self, key: str) -> tuple[str, ...]:
        """The groups around a node, from the outermost to the innermost."""
        return self.around(self.home[key])

    def around(self, id: str) -> tuple[str, ...]:
        """A group and those around it, from the outermost to the innermost."""
        found: list[str] = []
        at = id
        while at:
            found.append(at)
            at = self.groups[at].parent
        return tuple(reversed(found))

    def inside(self) -> dict[str, list[str]]:
        """The groups right inside each group, in order; those at the top under the empty id."""
        found: dict[str, list[str]] = defaultdict(list)
        for group in self.groups.values():
            found[group.parent].append(group.id)
        return found

    def members(self) -> dict[str, list[str]]:
        """The nodes right inside each group, in the order of the picture."""
        found: dict[str, list[str]] = defaultdict(list)
        for key, group in self.home.items():
            found[group].append(key)
        return found


Part = tuple[str, Text, list[Dot]]
"""The id of a part within its whole, its name and its nodes."""


def tree_of(picture: Picture) -> Tree:
    """The groups of a picture; the same picture always gets the same ones."""
    return _Grower(picture).grown()


def large_tree(picture: Picture) -> Tree | None:
    """The groups of a picture that opens with them closed; none for one that opens whole."""
    return tree_of(picture) if len(picture.dots) > LARGE else None


def country_of(dot: Dot) -> str:
    """The member whose node it is, empty for all others."""
    return dot.group if dot.group == HOME or dot.group in RING else OUTSIDE


class _Grower:
    """Splits a picture's nodes into groups, and these again while they are too large."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.degree = Counter(end for link in picture.links.values() for end in {link.source, link.target})
        self.groups: dict[str, Group] = {}
        self.home: dict[str, str] = {}
        self.names = {dot.group: dot.label for dot in picture.dots.values() if is_head(dot)}
        self.sectors = _sectors(picture)
        self.near: dict[str, list[str]] = defaultdict(list)
        for link in picture.links.values():
            self.near[link.source].append(link.target)

    def grown(self) -> Tree:
        dots = list(self.picture.dots.values())
        ways = (("country", self._by_country), ("sector", self._by_sector), ("community", self._by_links))
        self._split(dots, "", "", ways)
        return Tree(self.groups, {key: self.home[key] for key in self.picture.dots})

    def _split(
        self,
        dots: list[Dot],
        around: str,
        country: str,
        ways: tuple[tuple[str, Callable[[list[Dot]], list[Part]]], ...],
    ) -> None:
        """Put nodes into groups within the one around them, by the first way that parts them."""
        heads = [dot for dot in dots if around and is_head(dot)]
        for head in heads:
            self.home[head.key] = around
        rest = [dot for dot in dots if dot.key not in self.home] if heads else dots
        for index, (way, parts_of) in enumerate(ways):
            parts = parts_of(rest)
            if len(parts) < 2 or len(parts) > MOST:
                continue
            left = ways if way == "community" else ways[index + 1 :]
            for id, label, members in parts:
                path = f"{around}/{id}" if around else id
                code = id.removeprefix(REST) if way == "country" else country
                self.groups[path] = Group(path, label, around, way, code, len(members))
                if len(members) > MOST:
                    self._split(members, path, code, left)
                else:
                    self.home.update(dict.fromkeys((dot.key for dot in members), path))
            return
        self.home.update(dict.fromkeys((dot.key for dot in rest), around))

    def _by_country(self, dots: list[Dot]) -> list[Part]:
        parts: dict[str, list[Dot]] = defaultdict(list)
        for dot in dots:
            parts[country_of(dot)].append(dot)
        if len(parts[OUTSIDE]) > (1 - ENOUGH) * len(dots):
            return []
        order = [code for code in (HOME, *RING) if parts[code]]
        names = {OUTSIDE: WORDS["outside"]} | self.names
        return [(code or REST, names.get(code, Text(code)), parts[code]) for code in order]

    def _by_sector(self, dots: list[Dot]) -> list[Part]:
        parts: dict[Text, list[Dot]] = defaultdict(list)
        for dot in dots:
            parts[self.sectors.get(dot.key, Text(""))].append(dot)
        if len(parts.get(Text(""), ())) > (1 - ENOUGH) * len(dots):
            return []
        order = sorted(parts, key=lambda name: (name == Text(""), -len(parts[name]), name))
        return [("|".join(name) or REST, name if any(name) else WORDS["no_sector"], parts[name]) for name in order]

    def _by_links(self, dots: list[Dot]) -> list[Part]:
        """Communities, each named by its best linked node; what is in none goes together, by name."""
        number = {dot.key: index for index, dot in enumerate(dots)}
        pairs = [
            (number[dot.key], number[other]) for dot in dots for other in self.near.get(dot.key, ()) if other in number
        ]
        parts: dict[int, list[Dot]] = defaultdict(list)
        most = max(MOST, -(-len(dots) // PARTS))
        for dot, part in zip(dots, communities(len(dots), pairs, most), strict=True):
            parts[part].append(dot)
        by_size = sorted(parts.values(), key=len, reverse=True)
        large = [part for part in by_size[:READABLE] if len(part) >= FEWEST]
        small = [dot for part in by_size[len(large) :] for dot in part]
        return [self._community(part) for part in large] + _others(small, alone=not large)

    def _community(self, dots: list[Dot]) -> Part:
        hub = max(dots, key=lambda dot: (self.degree[dot.key], dot.key))
        around = WORDS["around"]
        return hub.key, Text(*(around.of(code).format(name=hub.label.of(code)) for code in ("en", "th"))), dots


def _others(dots: list[Dot], *, alone: bool) -> list[Part]:
    """What belongs to no community, in parts of at most `MOST`, by name where there are several."""
    if len(dots) <= MOST and not alone:
        return [(REST, WORDS["outside"], dots)] if dots else []
    dots = sorted(dots, key=lambda dot: (dot.label.of("en"), dot.key))
    parts = min(-(-len(dots) // MOST), READABLE)
    step = -(-len(dots) // parts)
    found: list[Part] = []
    for start in range(0, len(dots), step):
        some = dots[start : start + step]
        first, last = some[0].label, some[-1].label
        name = Text(f"{first.of('en')} – {last.of('en')}", f"{first.of('th')} – {last.of('th')}")
        found.append((f"{REST}{start // step + 1}", name, some))
    return found


def is_head(dot: Dot) -> bool:
    """Whether the node is the country that its group names."""
    return dot.kind == "Country" and dot.id == dot.group != ""


def _sectors(picture: Picture) -> dict[str, Text]:
    """The sector that most links of each node serve."""
    serving: dict[str, list[Text]] = defaultdict(list)
    for link in picture.links.values():
        serving[link.source] += link.sectors
        serving[link.target] += link.sectors
    counts = {key: Counter(sectors) for key, sectors in serving.items() if sectors}
    return {key: min(found, key=lambda name: (-found[name], name)) for key, found in counts.items()}
