"""What a party is linked with, one or two steps away, from a few lean readings joined by link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from graph.errors import GraphError, one_line
from graph.store import Reader, Record
from queries.on_day import SINCE, STATUS, UNTIL

FARTHEST = 2
"""Steps beyond which a neighbourhood says nothing of its middle any more."""

_NAMED = """
MATCH (n:Country|Bloc|Agency|Firm)
WHERE n.id = $id OR toLower(n.id) = $word OR toLower(n.name) = $word OR toLower(n.name_th) = $word
   OR $given IN n.aliases OR toLower(coalesce(n.acronym, n.iso2, n.ticker)) = $word
RETURN labels(n)[0] AS kind, n.id AS id, toLower(n.id) = $word OR n.id = $id AS by_id
ORDER BY kind, id
"""
_NAMES = """
MATCH (n:Country|Bloc|Agency|Firm)
RETURN n.id AS id, n.name AS name, n.name_th AS name_th, coalesce(n.acronym, n.ticker) AS short
"""
_PARTY = """
MATCH (n:{kind} {{id: $id}})
OPTIONAL MATCH (n:Agency|Firm)-[:BASED_IN]->(seat:Country)
RETURN n.id AS id, n.name AS name, n.name_th AS name_th, n.aliases AS aliases,
       coalesce(n.acronym, n.iso2, n.ticker) AS short, n.website AS website, n.form AS form, seat.id AS country,
       seat.name AS country_name, seat.name_th AS country_name_th
"""
_OF_COUNTRY = """
MATCH (p:Partnership)
WHERE $id IN p.countries AND (p.start IS NULL OR p.start <= $as_of)
RETURN p.id AS link
"""
_LINKS = """
UNWIND $ids AS id
MATCH (x:{kind} {{id: id}})-[:JOINS]->(p:Partnership)
WHERE p.start IS NULL OR p.start <= $as_of
RETURN DISTINCT p.id AS link
"""
_TOLD = (
    """
UNWIND $links AS id
MATCH (p:Partnership {id: id})
WITH p, """
    + UNTIL
    + """
RETURN p.id AS link, p.name AS what, p.form AS form, p.sectors AS sectors, p.confidence AS confidence,
       p.evidence AS evidence, until,
       """
    + SINCE
    + """,
       """
    + STATUS
    + """
ORDER BY link
"""
)
_SIDES = """
UNWIND $links AS id
MATCH (x)-[j:JOINS]->(:Partnership {id: id})
OPTIONAL MATCH (x:Agency|Firm)-[:BASED_IN]->(seat:Country)
WITH id, x, j, CASE labels(x)[0] WHEN 'Country' THEN x ELSE seat END AS home
RETURN id AS link, labels(x)[0] AS kind, x.id AS id, x.name AS name, x.name_th AS name_th, j.role AS role,
       home.id AS country, home.name AS country_name, home.name_th AS country_name_th
ORDER BY link, j.side, kind, id
"""
_SECTORS = "MATCH (s:Sector) RETURN s.id AS id, s.name AS name, s.name_th AS name_th"

Party = tuple[str, str]
"""Kind and id."""


def party_named(store: Reader, where: str, given: str) -> Party:
    """The one country, group of states, agency or firm of that id, short name, English or Thai name.

    Raises GraphError for none, with the nearest names, and for several, with their ids.
    """
    kind, colon, rest = given.strip().partition(":")
    known = ("Country", "Bloc", "Agency", "Firm")
    is_full = bool(colon) and kind in known
    word = " ".join((rest if is_full else given).split())
    rows = [*store.ask(_NAMED, {"id": word, "word": word.casefold(), "given": word})]
    rows = [row for row in rows if row["kind"] == kind] if is_full else rows
    found = {(row["kind"], row["id"]) for row in rows if row["by_id"]} or {(row["kind"], row["id"]) for row in rows}
    if len(found) == 1:
        return next(iter(found))
    if found:
        told = ", ".join(f"{kind}:{id}" for kind, id in sorted(found))
        raise GraphError(f"{where}: {one_line(given)} may mean {told}; give one of these")
    names = {str(n).casefold(): str(n) for row in store.ask(_NAMES) for n in row.values() if n}
    near = [f'"{names[n]}"' for n in get_close_matches(word.casefold(), list(names), n=3, cutoff=0.55)]
    hint = f" (did you mean {' or '.join(near)}?)" if near else ""
    expected = "expected the id, short name, English or Thai name of a country, agency, firm or group of states"
    raise GraphError(f"{where}: {expected}, found {one_line(given)!r}{hint}")


def party(store: Reader, given: str) -> Record:
    """What is known of a party itself, and the links it joins with nobody else known."""
    kind, id = party_named(store, "party: of", given)
    row = store.ask(_PARTY.format(kind=kind), {"id": id})[0]
    if kind == "Country":
        row |= {"country": row["id"], "country_name": row["name"], "country_name_th": row["name_th"]}
    return {"kind": kind, **row}


def neighbourhood(store: Reader, given: str, steps: int, day: date) -> Iterator[Record]:
    """A row for each pair of parties that a link joins, the nearer first; a link of one known party has no other.

    A country in the middle stands for itself and for its agencies and firms; links among these are left out. A state or
    group of states among the counterparts is an end: from it no second step leads on.
    """
    if not 1 <= steps <= FARTHEST:
        raise GraphError(f"neighbourhood: steps: expected 1 or {FARTHEST}, found {one_line(steps)}")
    chosen = party_named(store, "neighbourhood: of", given)
    near = {chosen}
    home = chosen[1] if chosen[0] == "Country" else None
    sectors = {row["id"]: row for row in store.ask(_SECTORS)}
    told: set[tuple[str, frozenset[Party]]] = set()
    inside = set(near)
    for step in range(1, steps + 1):
        if home and step == 1:
            links, sides = _told(
                store, [row["link"] for row in store.ask(_OF_COUNTRY, {"id": home, "as_of": day})], day
            )
            near |= {(side["kind"], side["id"]) for own in sides.values() for side in own if side["country"] == home}
            inside |= near
        else:
            links, sides = _links_of(store, near, day)
        met: set[Party] = set()
        for link in links:
            for here, there in _pairs(sides[link["link"]], near):
                other: Party | None = (there["kind"], there["id"]) if there else None
                pair = frozenset({(here["kind"], here["id"])} | ({other} if other else set()))
                is_domestic = home is not None and step == 1 and other in inside
                if is_domestic or (link["link"], pair) in told or (other is None and step > 1):
                    continue
                told.add((link["link"], pair))
                if other:
                    met.add(other)
                yield _row(step, link, here, there, sectors)
        near = {other for other in met - inside if other[0] in ("Agency", "Firm")}
        inside |= met


def _links_of(store: Reader, near: set[Party], day: date) -> tuple[list[Record], dict[str, list[Record]]]:
    """The links that any of these joins, and who takes which side in each."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for kind, id in sorted(near):
        ids[kind].append(id)
    links = sorted(
        {
            row["link"]
            for kind, own in ids.items()
            for row in store.ask(_LINKS.format(kind=kind), {"ids": own, "as_of": day})
        }
    )
    return _told(store, links, day)


def _told(store: Reader, links: list[str], day: date) -> tuple[list[Record], dict[str, list[Record]]]:
    """What is told of these links, and who takes which side in each."""
    sides: defaultdict[str, list[Record]] = defaultdict(list)
    for row in store.ask(_SIDES, {"links": links}):
        sides[row["link"]].append(row)
    return [*store.ask(_TOLD, {"links": links, "as_of": day})], sides


def _pairs(sides: list[Record], near: set[Party]) -> Iterator[tuple[Record, Record | None]]:
    """Each side that is near with each of the others; alone where there is no other."""
    ours = [side for side in sides if (side["kind"], side["id"]) in near]
    for here in ours:
        others = [side for side in sides if (side["kind"], side["id"]) != (here["kind"], here["id"])]
        for there in others:
            yield here, there
        if not others:
            yield here, None


def _row(step: int, link: Record, here: Record, there: Record | None, sectors: dict[str, Record]) -> Record:
    ids: list[str] = link["sectors"] or []
    served = [sectors[id] for id in ids if id in sectors]
    row: Record = {"step": step, **link, "evidence": link["evidence"] or []}
    row["sectors"] = [sector["name"] for sector in served]
    row["sectors_th"] = [sector["name_th"] or sector["name"] for sector in served]
    for name in ("kind", "id", "name", "name_th", "country", "country_name", "country_name_th", "role"):
        row[name] = here[name]
        row[f"other_{name}"] = there[name] if there else None
    return row
