"""What is left when a party goes: parts of the network, members and sub-sectors reached, before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import networkx as nx

from queries.structure.links import Link, Named, Party
from queries.structure.ties import network_of

Cell = tuple[str, str]
"""A member and a sub-sector."""


@dataclass(frozen=True)
class Standing:
    """What a set of running links reaches."""

    links: frozenset[str]
    parties: frozenset[str]
    parts: int
    largest: int
    members: frozenset[str]
    sectors: frozenset[str]
    cells: frozenset[Cell]


def standing(
    links: Iterable[Link], parties: Mapping[str, Party], members: Iterable[str], level: str = "party"
) -> Standing:
    """What these links reach: a cell is a member and a sub-sector that a link of it names."""
    links = list(links)
    inside = set(members)
    ties = network_of(links, parties, level)
    parts = [len(part) for part in nx.connected_components(ties)]
    cells = {(code, sector) for link in links for code in link.countries if code in inside for sector in link.sectors}
    return Standing(
        frozenset(link.id for link in links),
        frozenset(ties),
        len(parts),
        max(parts, default=0),
        frozenset(code for code, _ in cells),
        frozenset(sector for _, sector in cells),
        frozenset(cells),
    )


def without(links: Iterable[Link], parties: Mapping[str, Party], gone: Iterable[str]) -> list[Link]:
    """The links that stand once these parties are gone: with two parties left, and only the countries of those left.

    A link that one party holds in a place abroad goes with that party.
    """
    lost = set(gone)
    left: list[Link] = []
    for link in links:
        if not lost.intersection(link.parties):
            left.append(link)
            continue
        staying = tuple(key for key in link.parties if key not in lost)
        if len(staying) < 2:
            continue
        homes = {parties[key].home for key in link.parties}
        kept = {parties[key].home for key in staying} | (set(link.countries) - homes)
        left.append(replace(link, parties=staying, countries=tuple(sorted(kept - {""}))))
    return left


def bodies_of(party: Party, parties: Mapping[str, Party], level: str) -> list[str]:
    """Who goes with a party: itself, and at the level of countries all bodies of its country."""
    if level == "country" and party.home:
        return sorted({party.key, *(key for key, other in parties.items() if other.home == party.home)})
    return [party.key]


def names_of(ids: Iterable[str], known: Mapping[str, Named]) -> list[str]:
    """Names in order of the ids."""
    return [known[id].name for id in sorted(ids)]


@dataclass(frozen=True)
class Loss:
    """One count before and after, its name in English and Thai, and what is no longer reached."""

    measure: tuple[str, str]
    before: int
    after: int
    what: list[str]


def losses(
    before: Standing,
    after: Standing,
    parties: Mapping[str, Party],
    members: Mapping[str, Named],
    sectors: Mapping[str, Named],
) -> list[Loss]:
    """Every count that may change when a party goes; the parts may grow more, all others only shrink."""
    cells = sorted(before.cells - after.cells)
    return [
        Loss(("links", "ความเชื่อมโยง"), len(before.links), len(after.links), sorted(before.links - after.links)),
        Loss(
            ("parties tied to another", "คู่ภาคีที่มีความสัมพันธ์กับรายอื่น"),
            len(before.parties),
            len(after.parties),
            sorted(parties[key].name for key in before.parties - after.parties),
        ),
        Loss(
            ("parties in the largest part that hangs together", "คู่ภาคีในส่วนที่ใหญ่ที่สุดซึ่งเชื่อมถึงกัน"),
            before.largest,
            after.largest,
            [],
        ),
        Loss(("parts that are not tied to one another", "จำนวนส่วนที่ไม่เชื่อมถึงกัน"), before.parts, after.parts, []),
        Loss(
            ("members reached", "สมาชิกที่เข้าถึง"),
            len(before.members),
            len(after.members),
            names_of(before.members - after.members, members),
        ),
        Loss(
            ("sub-sectors reached", "สาขาย่อยที่เข้าถึง"),
            len(before.sectors),
            len(after.sectors),
            names_of(before.sectors - after.sectors, sectors),
        ),
        Loss(
            ("pairs of member and sub-sector reached", "คู่ของสมาชิกกับสาขาย่อยที่เข้าถึง"),
            len(before.cells),
            len(after.cells),
            [f"{members[code].name}: {sectors[sector].name}" for code, sector in cells],
        ),
    ]
