"""Programmes and technical cooperation of other members, each beside the country's own of the same form.

Read once and compared in sets: in Cypher every pair was compared through lists of maps, slow on the embedded engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record
from queries.on_day import SINCE, STATUS, UNTIL

_LINKS = (
    """
MATCH (s:Sector)-[:PART_OF*0..8]->(:Sector {id: $sector})
WITH collect(DISTINCT s.id) AS wanted
MATCH (p:Partnership)
WHERE (p.start IS NULL OR p.start <= $as_of)
  AND (p.form IN ['programme', 'technical cooperation'] OR size(p.programmes) > 1)
OPTIONAL MATCH (p)-[:UNDER]->(joined:Programme)
WITH wanted, p, joined ORDER BY p.id, joined.name
WITH wanted, p, collect(DISTINCT joined.name) AS platforms
OPTIONAL MATCH (p)-[:SERVES]->(s:Sector) WHERE s.id IN wanted
WITH p, platforms, s ORDER BY p.id, s.name
WITH p, platforms, collect(DISTINCT s.id) AS sectors, collect(DISTINCT s.name) AS sub_sectors,
     """
    + UNTIL
    + """,
     """
    + SINCE
    + """
WHERE size(sectors) > 0 OR (size(platforms) > 1 AND p.reach = 'every sector')
RETURN p.id AS id, p.name AS name, p.form AS form, coalesce(p.countries, []) AS countries,
       coalesce(p.sectors, []) AS served, platforms, sectors, sub_sectors,
       since, p.evidence AS evidence,
       """
    + STATUS
    + """
ORDER BY id
"""
)
_PARTIES = """
MATCH (x)-[j:JOINS {role: 'party'}]->(p:Partnership)
WHERE p.id IN $ids
RETURN p.id AS link, x.name AS name
ORDER BY link, j.side, name
"""
_MEMBERS = "MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'}) RETURN DISTINCT m.id AS id"
_WIDER = """
MATCH (s:Sector)-[:PART_OF*1..8]->(wider:Sector)-[:PART_OF]->(:Sector)
RETURN DISTINCT s.id AS id, wider.id AS wider
"""
_TWO_SIDED = "two-sided: joins a programme of either side"
_SAME = "same form and sub-sector"
_NEAR = "same form, wider or narrower sector"
_NONE = "the country has none of this form there"
_ORDER = (_TWO_SIDED, _SAME, _NEAR, _NONE)


def initiatives(store: Reader, country: str, sector: str, day: date) -> list[Record]:
    """A row for each initiative of other members, and for each that joins programmes of two sides."""
    inside = {row["id"] for row in store.ask(_MEMBERS)}
    links = store.ask(_LINKS, {"sector": sector, "as_of": day})
    ours = [link for link in links if country in link["countries"]]
    shown = [
        link
        for link in links
        if len(link["platforms"]) > 1
        or (country not in link["countries"] and sum(code in inside for code in link["countries"]) > 1)
    ]
    parties = _parties(store, [link["id"] for link in shown])
    wider = _wider(store)
    rows: list[Record] = []
    for link in shown:
        if not parties.get(link["id"]):
            continue
        alike = [own for own in ours if own["form"] == link["form"] and own["id"] != link["id"]]
        same = [own for own in alike if not set(own["sectors"]).isdisjoint(link["sectors"])]
        near = [own for own in alike if set(own["sectors"]).isdisjoint(link["sectors"]) and _touch(own, link, wider)]
        members = [code for code in link["countries"] if code in inside]
        rows.append(_row(link, members, parties[link["id"]], same, near, own=country in link["countries"]))
    return sorted(rows, key=lambda row: (_ORDER.index(row["likeness"]), row["form"], row["initiative"]))


def _parties(store: Reader, ids: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in store.ask(_PARTIES, {"ids": list(ids)}):
        found.setdefault(row["link"], []).append(row["name"])
    return found


def _wider(store: Reader) -> dict[str, set[str]]:
    """By sector, those above it but the topmost, under which everything would be alike."""
    found: dict[str, set[str]] = {}
    for row in store.ask(_WIDER):
        found.setdefault(row["id"], set()).add(row["wider"])
    return found


def _touch(own: Record, other: Record, wider: dict[str, set[str]]) -> bool:
    """Whether a sub-sector of one lies above a sub-sector of the other."""
    above_own = set[str]().union(*(wider.get(id, ()) for id in own["served"]))
    above_other = set[str]().union(*(wider.get(id, ()) for id in other["served"]))
    return not (above_other.isdisjoint(own["sectors"]) and above_own.isdisjoint(other["sectors"]))


def _row(
    link: Record, members: list[str], parties: list[str], same: list[Record], near: list[Record], *, own: bool
) -> Record:
    if own:
        likeness, unknown = _TWO_SIDED, "who runs the programme on either side: the source names the parties only"
    elif same or near:
        likeness, unknown = _SAME if same else _NEAR, "whether one was modelled on the other: no source read says so"
    else:
        likeness, unknown = _NONE, "whether the country has one that was not found"
    return {
        "initiative": link["id"],
        "what": link["name"],
        "form": link["form"],
        "members": members,
        "parties": parties,
        "status": link["status"],
        "since": link["since"],
        "sub_sectors": link["sub_sectors"],
        "platforms": link["platforms"],
        "likeness": likeness,
        "own_links": [f"{each['id']} ({each['status']})" for each in same],
        "near_links": [f"{each['id']} ({each['status']})" for each in near],
        "evidence": link["evidence"],
        "unknowns": [unknown],
    }
