"""What rows of trade have in common: rounding, the lines of an answer, where figures come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.store import Reader
from queries.trade.balance import DATASET, Figures
from queries.trade.sectors import Tree

SUB_SECTOR, ITEM = "sub-sector", "item"

_SOURCES = """
MATCH (e:Evidence)-[:READ_IN]->(s:Source)
WHERE e.id IN $ids
RETURN DISTINCT s.name AS name ORDER BY name
"""
_EVIDENCE = """
MATCH (c:Country)-[t:TRADES_IN {year: $year}]->(:Product)
WHERE c.id IN $places AND t.dataset = $dataset
UNWIND t.evidence AS id
RETURN DISTINCT id ORDER BY id
"""


@dataclass(frozen=True)
class Line:
    """A sub-sector, or one item, with the items that it stands for."""

    level: str
    id: str
    name: str
    name_th: str
    sector: str
    """The sub-sector, for an item the one it falls in."""
    items: tuple[str, ...]


def lines(tree: Tree, sector: str) -> Iterator[Line]:
    """A sector and the sub-sectors below it that items fall in, then its items one by one."""
    for id in tree.below(sector):
        named = tree.sectors[id]
        if items := tree.items_of(id):
            yield Line(SUB_SECTOR, id, named.name, named.name_th, id, items)
    for item in tree.items_of(sector):
        yield Line(ITEM, item, tree.items[item], tree.items[item], tree.sector_of[item], (item,))


def rounded(value: float | None, digits: int = 1) -> float | None:
    """A figure as it is shown; never minus zero."""
    return None if value is None else round(value, digits) + 0.0


def falling(value: float | None) -> float:
    """A key by which the largest comes first and what is not known last."""
    return float("inf") if value is None else -value


def missing(
    figures: Mapping[str, Figures],
    items: Iterable[str],
    names: Mapping[str, str],
    what: Iterable[str],
    year: int | None,
) -> list[str]:
    """For each figure asked for the items that have none, in words."""
    told: list[str] = []
    wanted = tuple(items)
    for column in what:
        without = [names[item] for item in wanted if getattr(figures.get(item), column, None) is None]
        if without:
            shown = "; ".join(without[:5]) + (f" and {len(without) - 5} more" if len(without) > 5 else "")
            told.append(f"no data on {column} of {year}: {shown}")
    return told


def balance_evidence(store: Reader, places: Iterable[str], year: int | None) -> list[str]:
    """Ids of the evidence that the food balance of these countries rests on."""
    if year is None:
        return []
    rows = store.ask(_EVIDENCE, {"places": sorted(places), "year": year, "dataset": DATASET})
    return [row["id"] for row in rows]


def sources(store: Reader, evidence: Iterable[str]) -> list[str]:
    """The names of the sources that pieces of evidence were read in."""
    return [row["name"] for row in store.ask(_SOURCES, {"ids": sorted(evidence)})]
