"""Links of a country with each member by sub-sector, as they stood on a day, and the searches that looked for some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.store import Reader
from queries.on_day import STATUS, UNTIL

RUNNING = ("active", "signed")
_LINKS = (
    """
MATCH (p:Partnership)
WHERE $country IN p.countries AND size(p.sectors) > 0 AND (p.start IS NULL OR p.start <= $as_of)
WITH p, """
    + UNTIL
    + """
RETURN p.id AS id, p.countries AS countries, p.sectors AS sectors,
       """
    + STATUS
    + """
ORDER BY id
"""
)
_SEARCHES = """
MATCH (:Country {id: $country})<-[:ABOUT {role: 'subject'}]-(q:Enquiry)-[:ABOUT {role: 'partner'}]->(m:Country)
MATCH (q)-[:ABOUT {role: 'sector'}]->(s:Sector)
WHERE q.searched_on <= $as_of
RETURN m.id AS member, s.id AS sector, q.found AS found, toString(q.searched_on) AS searched_on,
       q.searched_in AS searched_in, q.id AS id
ORDER BY member, sector, id
"""


@dataclass(frozen=True)
class Link:
    """A partnership that names sectors, with its status on the day."""

    id: str
    countries: frozenset[str]
    sectors: frozenset[str]
    status: str

    @property
    def shown(self) -> str:
        """Its id and how far it has come."""
        return f"{self.id} ({self.status})"


def links_on(store: Reader, country: str, as_of: date) -> list[Link]:
    """The links of a country that name a sector and were known on a day, by id."""
    return [
        Link(row["id"], frozenset(row["countries"]), frozenset(row["sectors"]), row["status"])
        for row in store.ask(_LINKS, {"country": country, "as_of": as_of})
    ]


def searches(store: Reader, country: str, as_of: date) -> dict[tuple[str, str], str]:
    """By member and sector what a search for links of the country found, with its day, place and id."""
    return {
        (row["member"], row["sector"]): f"searched on {row['searched_on']} in {row['searched_in']}: "
        f"{_FOUND.get(row['found'], row['found'])} ({row['id']})"
        for row in store.ask(_SEARCHES, {"country": country, "as_of": as_of})
    }


_FOUND: Mapping[str, str] = {
    "no": "no link found",
    "unclear": "unclear whether there is one",
    "yes": "links found, none that runs in this sub-sector",
}


def of_cell(links: Iterable[Link], member: str, sectors: Iterable[str]) -> list[Link]:
    """Those with a member that serve one of some sectors."""
    wanted = frozenset(sectors)
    return [link for link in links if member in link.countries and link.sectors & wanted]
