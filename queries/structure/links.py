"""The links a network is made of, read lean: who joins each, what it serves, how far it has come on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.errors import GraphError, nearest, one_line
from graph.store import Reader
from graph.vocabulary import Status
from queries.on_day import STATUS, UNTIL

RUNNING = (Status.ACTIVE, Status.SIGNED)
"""The statuses of a link that runs; a plan is not a deal, and what is completed no longer runs."""

# Which links, and with which status, is the rule of the question links-serving-sector: across borders between members,
# begun by that day, serving the sector by name, "active" no longer where their end has passed.
_LINKS = (
    """
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE p.reach = 'named' AND (p.start IS NULL OR p.start <= $as_of) AND any(s IN p.sectors WHERE s IN wanted)
WITH p, [s IN p.sectors WHERE s IN wanted] AS sectors,
     """
    + UNTIL
    + """
RETURN p.id AS id, p.name AS name, p.confidence AS confidence, coalesce(p.countries, []) AS countries,
       p.open_sides AS open_sides, sectors,
       left(toString(p.start), CASE p.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS start,
       """
    + STATUS
    + """
ORDER BY id
"""
)
# By themselves: gathered link by link inside the query above they would take longer than all the rest of it.
_SIDES = """
MATCH (x)-[j:JOINS {role: 'party'}]->(p:Partnership)
WHERE p.reach = 'named'
RETURN p.id AS link, labels(x)[0] + ':' + x.id AS party
ORDER BY link, j.side, party
"""
_JOINING = "MATCH (x)-[:JOINS {role: 'party'}]->(:Partnership) WHERE x:Agency OR x:Firm OR x:Bloc WITH DISTINCT x"
_EVERY = "MATCH (x) WHERE x:Agency OR x:Firm OR x:Bloc"
_PARTIES = """
OPTIONAL MATCH (x)-[:BASED_IN]->(home:Country)
RETURN labels(x)[0] AS kind, x.id AS id, x.name AS name, x.name_th AS name_th, x.acronym AS acronym,
       x.aliases AS aliases, home.id AS home
ORDER BY kind, id
"""
_COUNTRIES = (
    "MATCH (c:Country) RETURN c.id AS id, c.name AS name, c.name_th AS name_th, c.aliases AS aliases ORDER BY id"
)
_MEMBERS = """
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
RETURN DISTINCT m.id AS id, m.name AS name, m.name_th AS name_th
ORDER BY id
"""
_SECTORS = """
MATCH (below:Sector)-[:PART_OF*0..8]->(s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
RETURN s.id AS id, s.name AS name, s.name_th AS name_th, collect(DISTINCT below.id) AS counted
ORDER BY id
"""


@dataclass(frozen=True)
class Party:
    """Somebody who joins links; `key` is kind and id, `home` the country's code, empty where it is not known."""

    key: str
    name: str
    name_th: str
    home: str
    other_names: tuple[str, ...] = ()

    @property
    def names(self) -> set[str]:
        """All names it is known by, in the way they are compared."""
        return {name.casefold() for name in (self.name, self.name_th, *self.other_names)}

    @property
    def kind(self) -> str:
        """Country, Bloc, Agency or Firm."""
        return self.key.partition(":")[0]

    @property
    def id(self) -> str:
        """Its id within the kind."""
        return self.key.partition(":")[2]

    @property
    def is_open(self) -> bool:
        """Whether it may reach further than one known country: a group of states, or a home not known."""
        return not self.home


@dataclass(frozen=True)
class Link:
    """One partnership across borders that serves the sector by name; `start` is cut to what is known of it."""

    id: str
    name: str
    status: str
    parties: tuple[str, ...]
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    start: str | None = None
    confidence: str = ""


@dataclass(frozen=True)
class Named:
    """A member or sub-sector with its names; `counted` are the ids a sub-sector stands for, its own among them."""

    id: str
    name: str
    name_th: str
    counted: tuple[str, ...] = ()


def read_members(store: Reader) -> dict[str, Named]:
    """The members of RCEP by code."""
    return {row["id"]: Named(row["id"], row["name"], row["name_th"] or row["name"]) for row in store.ask(_MEMBERS)}


def read_sectors(store: Reader, sector: str) -> dict[str, Named]:
    """The sector and all below it by id."""
    rows = store.ask(_SECTORS, {"sector": sector})
    return {r["id"]: Named(r["id"], r["name"], r["name_th"] or r["name"], tuple(sorted(r["counted"]))) for r in rows}


def read_parties(store: Reader, *, every: bool = False) -> dict[str, Party]:
    """Everybody who joins any link as a party, and every country, by key.

    every: also the agencies, firms and groups of states that join none.
    """
    found: dict[str, Party] = {}
    for row in store.ask(_COUNTRIES):
        key, others = f"Country:{row['id']}", _texts(row["aliases"])
        found[key] = Party(key, row["name"], row["name_th"] or row["name"], row["id"], others)
    for row in store.ask((_EVERY if every else _JOINING) + _PARTIES):
        key = f"{row['kind']}:{row['id']}"
        others = _texts([row["acronym"], *_texts(row["aliases"])])
        found[key] = Party(key, row["name"], row["name_th"] or row["name"], row["home"] or "", others)
    return found


def _texts(values: Iterable[str | None] | None) -> tuple[str, ...]:
    return tuple(value for value in values or () if value)


def read_links(
    store: Reader, *, sector: str, as_of: date, statuses: Iterable[str] | None = RUNNING, members: Iterable[str] = ()
) -> list[Link]:
    """The links across borders between members that serve the sector by name, known on a day, in order of id.

    statuses: those counted, every one where None. members: the codes of RCEP's members, read where left out.
    """
    inside = set(members) or set(read_members(store))
    wanted = None if statuses is None else set(statuses)
    sides: defaultdict[str, list[str]] = defaultdict(list)
    for row in store.ask(_SIDES):
        sides[row["link"]].append(row["party"])
    links: list[Link] = []
    for row in store.ask(_LINKS, {"sector": sector, "as_of": as_of}):
        if wanted is not None and row["status"] not in wanted:
            continue
        own = [code for code in row["countries"] if code in inside]
        if row["id"] in sides and (len(own) > 1 or (len(own) == 1 and row["open_sides"] > 0)):
            links.append(
                Link(
                    row["id"],
                    row["name"] or "",
                    row["status"],
                    tuple(dict.fromkeys(sides[row["id"]])),
                    tuple(row["countries"]),
                    tuple(sorted(row["sectors"])),
                    row["start"],
                    row["confidence"] or "",
                )
            )
    return links


def read_statuses(where: str, text: str) -> tuple[str, ...]:
    """Statuses written as "active, signed". Raises GraphError, with the nearest word, for one that there is not."""
    words = [status.value for status in Status]
    given = tuple(filter(None, (part.strip().casefold() for part in text.replace(";", ",").split(","))))
    for word in given:
        if word not in words:
            raise GraphError(
                f"{where}: statuses: expected {', '.join(words)}, parted by commas; found {one_line(word)!r}"
                f"{nearest(word, words)}"
            )
    if not given:
        raise GraphError(f"{where}: statuses: expected one or more of {', '.join(words)}; found none")
    return given


def party_named(where: str, text: str, parties: Mapping[str, Party]) -> Party:
    """The one party meant by an id, a kind and id as Agency:jetro, a name, an acronym or another name of it.

    Raises GraphError with the nearest name where there is none, and with the ids where there are several.
    """
    sought = " ".join(text.split()).casefold()
    for key, party in parties.items():
        if sought == key.casefold():
            return party
    named = [party for party in parties.values() if party.id.casefold() == sought]
    named = named or [party for party in parties.values() if sought in party.names]
    if len(named) == 1:
        return named[0]
    if named:
        raise GraphError(
            f"{where}: {one_line(text)} may mean {', '.join(sorted(p.key for p in named))}; give one of these"
        )
    known = [word for p in parties.values() for word in (p.id, p.name, p.name_th, *p.other_names)]
    raise GraphError(
        f"{where}: expected the id or name of an agency, firm, group or country, found {one_line(text)!r}"
        f"{nearest(text, known)}"
    )
