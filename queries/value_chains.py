"""What links and trade data say of chains over three members; no leg is inferred from the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from graph.store import Reader, Record

# Asked before the trade and given to it: a list among the parameters is looked up, one made inside is searched through.
_PRODUCTS = """
MATCH (:Sector {id: $sector})<-[:PART_OF*0..8]-(:Sector)<-[:FALLS_IN]-(:Product)<-[:PART_OF*0..4]-(product:Product)
RETURN DISTINCT product.id AS id
ORDER BY id
"""
_TRADE = """
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {{id: 'rcep'}})
WHERE m.id <> $country
MATCH (c:Country {{id: $country}})
MATCH {way}
WHERE x.product IN $products
RETURN m.id AS member, x.dataset AS dataset, x.year AS year, x.unit AS unit,
       x.product AS product, x.value AS value, x.evidence AS evidence
ORDER BY member, dataset, year, unit, product
"""
_LINKS = """
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN wanted AND $country IN p.countries AND p.status IN ['active', 'signed', 'ended', 'completed']
  AND (p.start IS NULL OR p.start <= $as_of)
WITH DISTINCT p,
     left(toString(p.until), CASE p.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
WHERE (p.status IN ['active', 'signed'] AND (until IS NULL OR until >= left(toString($as_of), size(until))))
   OR (p.status IN ['ended', 'completed'] AND until > left(toString($as_of), size(until)))
MATCH (x)-[:JOINS {role: 'party'}]->(p)
OPTIONAL MATCH (x:Agency|Firm)-[:BASED_IN]->(seat:Country)
WITH p, x, seat ORDER BY p.id, x.name
RETURN p.id AS id, p.name AS name, p.countries AS countries, p.evidence AS evidence,
       collect(CASE WHEN seat.id = $country THEN x.name END) AS bodies
ORDER BY id
"""
_MEMBERS = """
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
RETURN m.id AS id, m.name AS name, m.name_th AS name_th
ORDER BY name
"""


@dataclass
class _Leg:
    """One half of a chain: figures of trade, and running links of which the direction is not stated."""

    figures: list[str] = field(default_factory=list[str])
    links: list[Record] = field(default_factory=list[Record])
    evidence: list[str] = field(default_factory=list[str])

    @property
    def kind(self) -> str:
        """What the leg rests on."""
        return " and ".join(k for k, held in (("trade", self.figures), ("link", self.links)) if held)

    @property
    def basis(self) -> list[str]:
        """The figures, then the links by id."""
        return self.figures + [f"{link['id']}: {link['name']}" for link in self.links]


def value_chains(store: Reader, sector: str, country: str, day: date) -> list[Record]:
    """A row for each supplying and buying member of whom one leg at least is trade; or one that says there is none."""
    members = {row["id"]: row for row in store.ask(_MEMBERS)}
    links = store.ask(_LINKS, {"sector": sector, "country": country, "as_of": day})
    given = {"country": country, "products": [row["id"] for row in store.ask(_PRODUCTS, {"sector": sector})]}
    supply = _legs(store.ask(_TRADE.format(way="(m)-[x:EXPORTS]->(c)"), given))
    sale = _legs(store.ask(_TRADE.format(way="(m)<-[x:EXPORTS]-(c)"), given))
    for link in links:
        for id in link["countries"]:
            if id in members and id != country:
                supply[id].links.append(link)
                sale[id].links.append(link)
    bodies = sorted({name for link in links for name in link["bodies"]})
    pairs = [
        (a, b)
        for a, b in product(members, members)
        if a != b and a in supply and b in sale and (supply[a].figures or sale[b].figures)
    ]
    if not pairs:
        return [_none()]
    pairs.sort(key=lambda pair: (not (supply[pair[0]].figures and sale[pair[1]].figures),))
    return [_row(members[a], supply[a], bodies, members[b], sale[b]) for a, b in pairs]


def _legs(trade: Iterable[Record]) -> defaultdict[str, _Leg]:
    """Trade one way by member: of each dataset and unit the newest year, its products summed."""
    held: defaultdict[tuple[str, str, str], defaultdict[int, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for row in trade:
        if row["value"]:
            held[row["member"], row["dataset"], row["unit"]][row["year"]].append(row)
    legs: defaultdict[str, _Leg] = defaultdict(_Leg)
    for (member, dataset, unit), years in held.items():
        year, rows = max(years.items())
        goods = ", ".join(sorted({row["product"] for row in rows}))
        total = "traded" if "not stated" in unit else f"{_shown(sum(row['value'] for row in rows))} {unit}"
        legs[member].figures.append(f"{total}, {year}, {dataset} (products {goods})")
        known = legs[member].evidence
        known += sorted({id for row in rows for id in row["evidence"] or ()} - set(known))
    return legs


def _shown(value: float) -> str:
    """A figure to whole units; below ten to two digits, so that little is not shown as nothing."""
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def _row(supplier: Record, supply: _Leg, bodies: list[str], buyer: Record, sale: _Leg) -> Record:
    links = {link["id"]: link for link in supply.links + sale.links}
    evidence = [*supply.evidence, *sale.evidence, *(id for link in links.values() for id in link["evidence"])]
    unknown = ["whether what is bought from one is what is sold to the other: trade data do not follow goods"]
    for leg, words in ((supply, f"{supplier['name']} supplies"), (sale, f"{buyer['name']} buys")):
        if not leg.figures:
            unknown.append(
                f"whether {words}: its links do not say which way goods go, and the trade data hold no figure"
            )
    if not bodies:
        unknown.append("which bodies process: no running link in the sector names one")
    return {
        "supplier": supplier["name"],
        "supplier_th": supplier["name_th"],
        "supply": supply.kind,
        "supply_basis": supply.basis,
        "processors": bodies,
        "buyer": buyer["name"],
        "buyer_th": buyer["name_th"],
        "sale": sale.kind,
        "sale_basis": sale.basis,
        "link_ids": list(links),
        "evidence": list(dict.fromkeys(evidence)),
        "unknowns": unknown,
    }


def _none() -> Record:
    empty: Record = dict.fromkeys(("supplier", "supplier_th", "supply", "buyer", "buyer_th", "sale"))
    empty |= {name: [] for name in ("supply_basis", "processors", "sale_basis", "link_ids", "evidence")}
    empty["unknowns"] = ["who supplies and who buys: the trade data hold no figure for these products"]
    return empty
