"""The tree of sectors, the items of FAO's food balance that fall in each, and the members of RCEP."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.store import Reader

_MEMBERS = """
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
RETURN m.id AS id, m.name AS name, m.name_th AS name_th ORDER BY id
"""
_SECTORS = """
MATCH (s:Sector)
OPTIONAL MATCH (s)-[:PART_OF]->(up:Sector)
RETURN s.id AS id, s.name AS name, s.name_th AS name_th, up.id AS up ORDER BY id, up
"""
_ITEMS = """
MATCH (p:Product)-[:FALLS_IN]->(s:Sector)
WHERE p.classification = 'FAO'
RETURN p.id AS id, p.name AS name, s.id AS sector ORDER BY id, sector
"""


@dataclass(frozen=True)
class Named:
    """A country or sector as it is shown."""

    id: str
    name: str
    name_th: str


@dataclass(frozen=True)
class Tree:
    """Sectors in a tree with the items of the food balance in each."""

    sectors: Mapping[str, Named]
    above: Mapping[str, frozenset[str]]
    """By sector: itself and the sectors it is part of."""
    items: Mapping[str, str]
    """Names of items by id."""
    sector_of: Mapping[str, str]
    """The sector that an item falls in, the most precise one the data name."""

    def items_of(self, sector: str) -> tuple[str, ...]:
        """The items that fall in a sector or below it, by id."""
        return tuple(item for item, own in self.sector_of.items() if sector in self.above.get(own, ()))

    def below(self, sector: str) -> tuple[str, ...]:
        """A sector and those below it, itself first, the others by name."""
        found = [id for id, above in self.above.items() if sector in above and id != sector]
        return (sector, *sorted(found, key=lambda id: (self.sectors[id].name, id)))


def members(store: Reader) -> dict[str, Named]:
    """The members of RCEP by code."""
    return {row["id"]: _named(row["id"], row["name"], row["name_th"]) for row in store.ask(_MEMBERS)}


def tree(store: Reader) -> Tree:
    """The sectors and the items that fall in them."""
    sectors: dict[str, Named] = {}
    parents: dict[str, set[str]] = {}
    for row in store.ask(_SECTORS):
        sectors[row["id"]] = _named(row["id"], row["name"], row["name_th"])
        parents.setdefault(row["id"], set()).update({row["up"]} - {None})
    items: dict[str, str] = {}
    sector_of: dict[str, str] = {}
    for row in store.ask(_ITEMS):
        items[row["id"]] = row["name"]
        sector_of.setdefault(row["id"], row["sector"])
    return Tree(sectors, {id: _above(id, parents) for id in sectors}, items, sector_of)


def _named(id: str, name: str, name_th: str | None) -> Named:
    return Named(id, name, name_th or name)


def _above(id: str, parents: Mapping[str, set[str]]) -> frozenset[str]:
    found, waiting = {id}, [id]
    while waiting:
        new = parents.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found)
