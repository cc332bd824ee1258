"""The links of a country with each member, counted in one pass over lean rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record
from graph.vocabulary import Cell, Found, Status
from queries.on_day import STATUS, UNTIL

_MEMBERS = """
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
RETURN DISTINCT m.id AS id, m.name AS name, m.name_th AS name_th, m.latitude AS latitude, m.longitude AS longitude
"""
_COUNTRY = """
MATCH (m:Country {id: $country})
RETURN m.id AS id, m.name AS name, m.name_th AS name_th, m.latitude AS latitude, m.longitude AS longitude
"""
_LINKS = (
    """
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE p.reach IN ['named', 'every sector'] AND any(id IN p.sectors WHERE id IN wanted)
  AND (p.start IS NULL OR p.start <= $as_of)
WITH p, """
    + UNTIL
    + """
RETURN p.id AS link, p.countries AS countries, p.open_sides AS open_sides,
       """
    + STATUS
    + """
ORDER BY link
"""
)
_SEARCHES = """
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (:Country {id: $country})<-[:ABOUT {role: 'subject'}]-(q:Enquiry)-[:ABOUT {role: 'partner'}]->(m:Country)
MATCH (q)-[:ABOUT {role: 'sector'}]->(s:Sector)
WHERE s.id IN wanted AND q.searched_on <= $as_of
RETURN DISTINCT m.id AS member, s.id AS sector, q.found AS found, toString(q.searched_on) AS searched_on
ORDER BY member, sector, searched_on
"""
COUNTED: dict[str, tuple[str, ...]] = {
    "active": (Status.ACTIVE, Status.SIGNED),
    "completed": (Status.COMPLETED,),
    "in_talks": (Status.IN_TALKS,),
    "announced": (Status.ANNOUNCED, Status.EXPECTED),
    "disputed": (Status.DISPUTED,),
    "ended": (Status.ENDED, Status.FAILED),
}
"""The columns that count links, and the statuses each counts."""
_FOUND = {
    Found.NO.value: Cell.NONE,
    Found.UNCLEAR.value: Cell.UNCLEAR,
    Found.YES.value: Cell.ELSEWHERE,
}


def ties(store: Reader, country: str, sector: str, day: date) -> list[Record]:
    """A row for the country itself, then one for every other member, by the number of links on that day."""
    members = {row["id"]: row for row in store.ask(_MEMBERS)}
    asked = {"country": country, "sector": sector, "as_of": day}
    links = [link for link in store.ask(_LINKS, asked) if _is_between(link, members)]
    searches: dict[str, list[Record]] = {}
    for search in store.ask(_SEARCHES, asked):
        searches.setdefault(search["member"], []).append(search)
    own = members.pop(country, None) or store.ask(_COUNTRY, {"country": country})[0]
    ours = [link for link in links if country in link["countries"]]
    rows = [
        _row(
            member,
            [link for link in ours if member["id"] in link["countries"]],
            sum(member["id"] in link["countries"] for link in links),
            searches.get(member["id"], []),
        )
        for member in members.values()
    ]
    rows.sort(key=lambda row: (-row["links"], row["member"]))
    return [{**_row(own, ours, len(ours), []), "is_country": True, "absence": None}, *rows]


def _is_between(link: Record, members: Iterable[str]) -> bool:
    """Whether it joins two members, or one with a group of states or a party of an unknown country."""
    inside = len(set(link["countries"] or ()) & set(members))
    return inside > 1 or (inside == 1 and (link["open_sides"] or 0) > 0)


def _row(member: Record, links: list[Record], every: int, searches: list[Record]) -> Record:
    count = Counter(link["status"] for link in links)
    absence = None if links else _absence(searches)
    return {
        "member": member["name"],
        "member_th": member["name_th"],
        "code": member["id"],
        "is_country": False,
        "links": len(links),
        **{column: sum(count[status] for status in statuses) for column, statuses in COUNTED.items()},
        "all_links": every,
        "link_ids": [link["link"] for link in links],
        "absence": absence,
        "searched": len({search["sector"] for search in searches}),
        "searched_on": max((search["searched_on"] for search in searches), default=None),
        "latitude": member["latitude"],
        "longitude": member["longitude"],
        "unknowns": ["no search for a link between the two was made"] if absence == Cell.SILENT.value else [],
    }


def _absence(searches: list[Record]) -> str:
    """What is known where there is no link: the surest that any search found."""
    found = {search["found"] for search in searches}
    return next((cell.value for word, cell in _FOUND.items() if word in found), Cell.SILENT.value)
