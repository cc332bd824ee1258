"""What was known on a day of a country's links with each member in each sub-sector: all that the parts stand on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from graph.store import Reader
from graph.vocabulary import Status
from queries.planning.score import Cell
from queries.structure.links import RUNNING, Link, Named, Party, read_links, read_members, read_parties, read_sectors
from queries.trade.balance import newest_year
from queries.trade.complementarity import Cell as Trade
from queries.trade.complementarity import complementarity_by_cell

_ENQUIRIES = """
MATCH (:Country {id: $country})<-[:ABOUT {role: 'subject'}]-(q:Enquiry)-[:ABOUT {role: 'partner'}]->(m:Country)
MATCH (q)-[:ABOUT {role: 'sector'}]->(s:Sector)
WHERE q.searched_on <= $as_of
RETURN m.id AS member, s.id AS sector, q.id AS id, q.found AS found, toString(q.searched_on) AS day,
       q.searched_in AS place
ORDER BY member, sector, day, id
"""
_AGREEMENTS = """
MATCH (:Country {id: $country})-[x:PARTY_TO]->(a:Agreement)<-[y:PARTY_TO]-(m:Country)
WHERE coalesce(x.in_force, a.in_force) <= $as_of AND coalesce(y.in_force, a.in_force) <= $as_of
  AND (a.ended IS NULL OR a.ended > $as_of) AND (x.until IS NULL OR x.until > $as_of)
  AND (y.until IS NULL OR y.until > $as_of)
RETURN DISTINCT m.id AS member, a.id AS agreement, a.name AS name
ORDER BY member, agreement
"""


@dataclass(frozen=True)
class Enquiry:
    """A search that was made: what it found (yes, no, unclear), when and where."""

    id: str
    found: str
    day: str
    place: str


@dataclass(frozen=True)
class Known:
    """Links, searches, agreements and trade of one country with every other member, as known on a day."""

    country: str
    members: Mapping[str, Named]
    """Every member but the country."""
    sectors: Mapping[str, Named]
    """The sub-sectors below the one asked about, without those that hold groups themselves: too broad to sign on."""
    parties: Mapping[str, Party]
    links: tuple[Link, ...]
    """Of any status and between any members; `running` are those that run."""
    trade: Mapping[Cell, Trade]
    enquiries: Mapping[Cell, Enquiry]
    agreements: Mapping[str, tuple[str, ...]]
    """By member, the names of the agreements in force."""

    @cached_property
    def running(self) -> list[Link]:
        """The links that run on the day."""
        return [link for link in self.links if link.status in RUNNING]

    @cached_property
    def runs_of(self) -> Counter[str]:
        """By party, how many links it joins that run on the day."""
        return Counter(key for link in self.running for key in link.parties)

    def of_pair(self, member: str) -> list[Link]:
        """The links, of any status, that join the country and a member."""
        return [link for link in self.links if self.country in link.countries and member in link.countries]

    def serving(self, links: list[Link], sector: str) -> list[Link]:
        """Those of the links that serve the sub-sector or one below it."""
        counted = set(self.sectors[sector].counted)
        return [link for link in links if not counted.isdisjoint(link.sectors)]


def read_known(store: Reader, *, country: str, sector: str, as_of: date, dated_only: bool = False) -> Known:
    """What was known on a day.

    dated_only: leave out the links without a start date, of which nobody can say whether they were there on that day.
    """
    members = read_members(store)
    every = read_sectors(store, sector)
    below = {id: named for id, named in every.items() if id != sector and not _is_broad(named, every)} or every
    links = read_links(store, sector=sector, as_of=as_of, statuses=None, members=members)
    enquiries = {
        (row["member"], row["sector"]): Enquiry(row["id"], row["found"], row["day"], row["place"] or "")
        for row in store.ask(_ENQUIRIES, {"country": country, "as_of": as_of})
    }
    agreements: dict[str, tuple[str, ...]] = {}
    for row in store.ask(_AGREEMENTS, {"country": country, "as_of": as_of}):
        agreements[row["member"]] = (*agreements.get(row["member"], ()), row["name"])
    return Known(
        country,
        {code: named for code, named in members.items() if code != country},
        below,
        read_parties(store),
        tuple(link for link in links if link.start or not dated_only),
        complementarity_by_cell(store, country, trade_year(store, as_of)),
        enquiries,
        agreements,
    )


def _is_broad(sector: Named, sectors: Mapping[str, Named]) -> bool:
    """Whether a sub-sector has sub-sectors with sub-sectors of their own, as food and food processing do."""
    return any(len(sectors[id].counted) > 1 for id in sector.counted if id != sector.id)


def trade_year(store: Reader, as_of: date) -> int | None:
    """The newest year of trade that was over on the day, the newest there is where all were; None without trade."""
    newest = newest_year(store)
    over = as_of.year if (as_of.month, as_of.day) == (12, 31) else as_of.year - 1
    return None if newest is None else min(newest, over)


def is_planned(status: str) -> bool:
    """Whether a status is a plan: talks, an announcement or a hope."""
    return status in (Status.IN_TALKS, Status.ANNOUNCED, Status.EXPECTED)
