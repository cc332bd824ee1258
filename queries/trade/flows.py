"""Trade between two countries as each file reports it; one file's unit, year and goods never mix with another's."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import fsum

from graph.store import Reader
from queries.trade import indices

_YEARS = """
MATCH (:Country)-[x:EXPORTS]->(:Country)
WHERE x.dataset = $dataset AND x.unit = $unit
RETURN DISTINCT x.year AS year ORDER BY year DESC
"""
_FLOWS = """
MATCH (a:Country)-[x:EXPORTS]->(b:Country)
WHERE x.year IN $years AND x.dataset = $dataset AND x.unit = $unit AND a.id <> b.id
RETURN x.year AS year, a.id AS seller, b.id AS buyer, x.product AS product, x.value AS value, x.agreement AS agreement,
       x.evidence AS evidence
ORDER BY year, seller, buyer, product
"""


@dataclass(frozen=True)
class File:
    """A set of flows that may be compared with one another."""

    dataset: str
    unit: str
    goods: str
    goods_th: str
    whole_group: bool
    """Whether it holds the trade of every member with every other, which the intensity needs."""
    adds_up: bool = True
    """Whether its values may be summed over goods: they have one known unit."""
    absent: str = "the file has no row for this pair: not reported, which is not zero"


FILES = (
    File("penppml", "US$", "all goods", "สินค้าทั้งหมด", whole_group=True),
    File(
        "China customs",
        "thousand US$",
        "food and farm goods, HS chapters 01 to 24",
        "สินค้าเกษตรและอาหาร พิกัดศุลกากรตอนที่ 01 ถึง 24",
        whole_group=False,
        absent="China's customs tell only of China's own trade with eleven members",
    ),
    File("BACI", "tonnes", "shrimps and prawns, four HS subheadings", "กุ้ง พิกัดศุลกากรสี่ประเภทย่อย", whole_group=True),
    File(
        "FAO multilayer network 2010",
        "value as in source (unit not stated)",
        "food products into Australia",
        "สินค้าอาหารที่ส่งเข้าออสเตรเลีย",
        whole_group=False,
        adds_up=False,
        absent="the file tells only of what Australia buys",
    ),
)


@dataclass
class Flow:
    """What one country sent another in a year of a file."""

    values: list[float] = field(default_factory=list[float])
    goods: int = 0
    """Goods named, with and without a figure."""
    agreement: str = ""
    evidence: list[str] = field(default_factory=list[str])

    @property
    def value(self) -> float | None:
        """The sum over goods; None where no good has a figure."""
        return fsum(self.values) if self.values else None


@dataclass(frozen=True)
class Year:
    """All flows of a file in a year, by seller and buyer."""

    year: int
    flows: Mapping[tuple[str, str], Flow]

    def value(self, seller: str, buyer: str) -> float | None:
        """What the one sent the other; None where the file doesn't say."""
        flow = self.flows.get((seller, buyer))
        return flow.value if flow else None

    def intensity(self, seller: str, buyer: str, group: Collection[str]) -> float | None:
        """The trade intensity index with the trade within a group as the reference instead of the world's."""
        inside = {ends: f.value for ends, f in self.flows.items() if ends[0] in group and ends[1] in group}

        def total(ends: Collection[tuple[str, str]]) -> float:
            return fsum(inside[pair] or 0 for pair in ends)

        return indices.intensity(
            self.value(seller, buyer),
            total([pair for pair in inside if pair[0] == seller]),
            total([pair for pair in inside if pair[1] == buyer]),
            total(list(inside)),
        )


def read_years(store: Reader, file: File, last: int = 2) -> list[Year]:
    """The newest years of a file, the newest first; empty where the graph was built without it."""
    named = {"dataset": file.dataset, "unit": file.unit}
    years: dict[int, dict[tuple[str, str], Flow]] = {row["year"]: {} for row in store.ask(_YEARS, named)[:last]}
    for row in store.ask(_FLOWS, {**named, "years": list(years)}) if years else ():
        flow = years[row["year"]].setdefault((row["seller"], row["buyer"]), Flow())
        flow.goods += 1
        flow.agreement = flow.agreement or row["agreement"] or ""
        flow.evidence += [id for id in row["evidence"] or () if id not in flow.evidence]
        if row["value"] is not None:
            flow.values.append(row["value"])
    return [Year(year, flows) for year, flows in years.items()]
