"""What a question about the network looks at: the links of a sector on a day, who joins them, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.store import Reader
from queries.structure.links import Link, Named, Party, read_links, read_members, read_parties, read_statuses
from queries.structure.ties import Ties, network_of, read_level

_SEARCHES = """
MATCH (c:Country)<-[a:ABOUT]-(q:Enquiry)-[:ABOUT {role: 'sector'}]->(s:Sector)
WHERE a.role IN ['subject', 'partner']
MATCH (q)-[:ABOUT {role: 'subject'}]->(subject:Country)
RETURN DISTINCT c.id AS country, a.role AS role, subject.name AS subject, s.id AS sector, toString(q.searched_on) AS day
ORDER BY country, role, subject, sector, day
"""


@dataclass(frozen=True)
class Seen:
    """Links, their parties, the members of RCEP, and the network of ties between the parties."""

    links: list[Link]
    parties: Mapping[str, Party]
    members: Mapping[str, Named]
    ties: Ties
    searches: Mapping[str, str]
    """By country, what was searched for its links, in words."""

    def unknowns(self, party: str, ids: Iterable[str]) -> list[str]:
        """What is not known of a party and these links of it."""
        wanted = set(ids)
        own = [link for link in self.links if link.id in wanted]
        undated = sum(link.start is None for link in own)
        home = self.parties[party].home
        told: list[str] = []
        if undated:
            told.append(f"{undated} of {len(own)} links without a start date: they count on every day")
        if not home:
            told.append("a group of states" if party.startswith("Bloc:") else "its country is not known")
        else:
            country = self.parties[f"Country:{home}"].name
            told.append(self.searches.get(home, f"nobody searched for links of {country}"))
        return told


def look(store: Reader, question: str, *, sector: str, as_of: date, statuses: str, level: str) -> Seen:
    """The network of a sector on a day. Raises GraphError for a status or level there is not."""
    read_level(question, level)
    counted = read_statuses(question, statuses)
    members, parties = read_members(store), read_parties(store)
    links = read_links(store, sector=sector, as_of=as_of, statuses=counted, members=members)
    return Seen(links, parties, members, network_of(links, parties, level), read_searches(store))


def read_searches(store: Reader) -> dict[str, str]:
    """By country, which searches were made for its links: with whom, in how many sub-sectors, when."""
    made: dict[str, dict[tuple[str, str], list[tuple[str, str]]]] = {}
    for row in store.ask(_SEARCHES):
        place = made.setdefault(row["country"], {}).setdefault((row["role"], row["subject"]), [])
        place.append((row["sector"], row["day"]))
    told: dict[str, str] = {}
    for country, kinds in made.items():
        parts: list[str] = []
        for (role, subject), found in sorted(kinds.items(), key=lambda kind: kind[0][0] != "subject"):
            sectors, days = {sector for sector, _ in found}, sorted({day for _, day in found})
            when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
            whom = "with every partner asked about" if role == "subject" else f"only with {subject}"
            parts.append(f"searched {whom}, in {len(sectors)} sub-sectors ({when}); nobody searched the others")
        told[country] = "; ".join(parts)
    return told
