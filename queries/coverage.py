"""How well links are sourced, counted by member and by sub-sector in one pass over lean rows.

In Cypher the distinct pages of a member had to be told apart in lists, which grows with the square of its links.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from graph.store import Reader, Record

_MEMBERS = """
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
RETURN DISTINCT m.id AS id, m.name AS name, m.name_th AS name_th
"""
_SECTORS = """
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
RETURN DISTINCT s.id AS id, s.name AS name, s.name_th AS name_th
"""
_LINKS = """
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE any(id IN p.sectors WHERE id IN wanted) AND (p.start IS NULL OR p.start <= $as_of)
OPTIONAL MATCH (p)-[:EVIDENCED_BY]->(:Evidence)-[:READ_IN]->(source:Source)
RETURN p.id AS link, p.countries AS countries, p.open_sides AS open_sides, p.sectors AS sectors,
       p.confidence AS confidence, p.start IS NULL AS undated, source.id AS page,
       coalesce(source.language, 'not recorded') AS language
ORDER BY link, page
"""


@dataclass
class _Link:
    """A link, the pages it was read on, and their languages."""

    row: Record
    pages: set[str] = field(default_factory=set[str])
    languages: set[str] = field(default_factory=set[str])


@dataclass
class _Counted:
    """The links of a member or sub-sector, counted."""

    links: int = 0
    by_pages: Counter[bool] = field(default_factory=Counter[bool])
    """Whether a link rests on more than one page; one without a page is not counted."""
    pages: set[str] = field(default_factory=set[str])
    languages: Counter[str] = field(default_factory=Counter[str])
    confidence: Counter[str | None] = field(default_factory=Counter[str | None])
    undated: list[str] = field(default_factory=list[str])

    def add(self, link: _Link) -> None:
        """Count one more link."""
        self.links += 1
        if link.pages:
            self.by_pages[len(link.pages) > 1] += 1
        self.pages |= link.pages
        self.languages.update(link.languages)
        self.confidence[link.row["confidence"]] += 1
        if link.row["undated"]:
            self.undated.append(link.row["link"])


def coverage(store: Reader, sector: str, day: date) -> list[Record]:
    """A row for each member and each sub-sector: its links known on a day, and what they rest on."""
    members = {row["id"]: row for row in store.ask(_MEMBERS)}
    sectors = {row["id"]: row for row in store.ask(_SECTORS, {"sector": sector})}
    of_member = {id: _Counted() for id in members}
    of_sector = {id: _Counted() for id in sectors}
    for link in _links(store, sector, day):
        own = [of_member[id] for id in link.row["countries"] or () if id in members]
        if len(own) > 1 or (len(own) == 1 and (link.row["open_sides"] or 0) > 0):
            for counted in (*own, *(of_sector[id] for id in link.row["sectors"] if id in sectors)):
                counted.add(link)
    rows = [_row("member", members[id], counted) for id, counted in of_member.items()]
    rows += [_row("sub-sector", sectors[id], counted) for id, counted in of_sector.items()]
    return sorted(rows, key=lambda row: (row["of"], -row["links"], row["name"], row["id"]))


def _links(store: Reader, sector: str, day: date) -> list[_Link]:
    """The links in order of id."""
    found: dict[str, _Link] = {}
    for row in store.ask(_LINKS, {"sector": sector, "as_of": day}):
        link = found.setdefault(row["link"], _Link(row))
        link.languages.add(row["language"])
        if row["page"] is not None:
            link.pages.add(row["page"])
    return list(found.values())


def _row(of: str, named: Record, counted: _Counted) -> Record:
    languages = sorted(counted.languages.items(), key=lambda pair: (-pair[1], pair[0]))
    if not counted.links:
        unknowns = ["no link is known; cells-of-matrix tells where anybody searched"]
    else:
        unknowns = [f"when {len(counted.undated)} of them began"] if counted.undated else []
    return {
        "of": of,
        "id": named["id"],
        "name": named["name"],
        "name_th": named["name_th"],
        "links": counted.links,
        "one_source": counted.by_pages[False],
        "more_sources": counted.by_pages[True],
        "sources": len(counted.pages),
        "languages": [f"{language}: {used}" for language, used in languages],
        "stated": counted.confidence["stated"],
        "inferred": counted.confidence["inferred"],
        "general": counted.confidence["general knowledge"],
        "undated": len(counted.undated),
        "undated_ids": counted.undated,
        "unknowns": unknowns,
    }
