"""The counterparts of an agency, from a few lean readings joined by member.

In Cypher every member looked through all counterparts of the agency for its own, and every link through all flows of a
country for its seat.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.store import Reader, Record

_AGENCIES = """
MATCH (a:Agency)-[:BASED_IN]->(home:Country)
OPTIONAL MATCH (a)-[:PART_OF]->(parent:Agency)
RETURN a.id AS id, a.name AS name, a.name_th AS name_th, a.acronym AS acronym, a.aliases AS aliases, a.duty AS duty,
       home.id AS home, parent.id AS parent
ORDER BY name, id, home, parent
"""
_MEMBERS = """
MATCH (m:Country)-[:MEMBER_OF]->(:Bloc {id: 'rcep'})
WITH DISTINCT m
MATCH (m)-[:MEMBER_OF]->(b:Bloc)
RETURN m.id AS id, m.name AS name, m.name_th AS name_th, b.id AS bloc
ORDER BY name, id, bloc
"""
_LINKS = """
UNWIND $bodies AS id
MATCH (body:Agency {id: id})-[:JOINS {role: 'party'}]->(w:Partnership)<-[:JOINS {role: 'party'}]-(other)
WHERE w.start IS NULL OR w.start <= $as_of
OPTIONAL MATCH (other:Agency|Firm)-[:BASED_IN]->(seat:Country)
WITH body, w, other, CASE labels(other)[0] WHEN 'Country' THEN other.id ELSE seat.id END AS code,
     left(toString(w.until), CASE w.until_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS until
RETURN body.id AS body, code, labels(other)[0] AS kind, other.id AS other, other.name AS name, other.duty AS duty,
       w.id AS link, w.evidence AS evidence,
       left(toString(w.start), CASE w.start_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END) AS since,
       CASE WHEN w.status IN ['active', 'signed'] AND until < left(toString($as_of), coalesce(size(until), 0))
            THEN 'ended'
            WHEN w.status IN ['ended', 'completed'] AND until > left(toString($as_of), coalesce(size(until), 0))
            THEN 'active'
            ELSE w.status END AS status
ORDER BY name, other, kind, body, code, link
"""
_LEGS = """
UNWIND $agencies AS id
MATCH (a:Agency {id: id})-[:RUNS]->(:Programme)<-[:PART_OF*0..2]-(leg:Programme)-[c:COVERS]->(reached:Country|Bloc)
RETURN DISTINCT a.id AS agency, leg.name AS leg, reached.id AS reached, c.status AS status, c.evidence AS evidence
ORDER BY agency, leg, reached, status
"""
_PLANNED = {"in talks", "announced", "expected"}
_REAL = {"active", "signed", "completed"}
_DIRECT, _LEG, _SISTER, _PEER, _NONE = range(5)
_CHANNELS = (
    "direct link",
    "leg of its programme",
    "through a sister body",
    "same duty, no channel known",
    "none known",
)
_UNSEARCHED = "no row of the data {}, and searches were made by sub-sector, not by agency"
_UNKNOWN = (
    "whether anything has been agreed: no link here is known to",
    "which body stands on the other side of the programme",
    "whether the agency itself takes part",
    f"whether the two have met: {_UNSEARCHED.format('names both')}",
    f"who its counterpart is: {_UNSEARCHED.format('tells')}",
)


@dataclass
class _Agency:
    """An agency at one seat, with the bodies it is part of."""

    row: Record
    parents: set[str]

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.row["id"])

    def is_called(self, text: str) -> bool:
        """Whether a text is its id, acronym, name or another name."""
        row = self.row
        names = (row["id"].lower(), (row["acronym"] or "").lower(), row["name"].lower(), row["name_th"] or "")
        return text.lower() in names or text in (row["aliases"] or ())

    def is_sister(self, other: _Agency) -> bool:
        """Whether another body of its country has its duty, is above it, or is under the same body."""
        if other.id == self.id or other.row["home"] != self.row["home"]:
            return False
        return self.shares_duty(other) or other.id in self.parents or not self.parents.isdisjoint(other.parents)

    def shares_duty(self, other: _Agency) -> bool:
        """Whether both are known to have the same duty."""
        return self.row["duty"] is not None and self.row["duty"] == other.row["duty"]


def counterparts(store: Reader, name: str, day: date) -> list[Record]:
    """A row for each channel from the agencies of that name to each member; where there is none, a row that says so."""
    members = store.ask(_MEMBERS)
    seats = {row["id"]: row for row in members}
    blocs: defaultdict[str, set[str]] = defaultdict(set)
    for row in members:
        blocs[row["id"]].add(row["bloc"])
    agencies = _agencies(store)
    asked = [each for each in agencies if each.row["home"] in seats and each.is_called(name)]
    bodies = {each.id: [each, *(other for other in agencies if each.is_sister(other))] for each in asked}
    joined: defaultdict[str, list[Record]] = defaultdict(list)
    for row in store.ask(_LINKS, {"bodies": sorted({b.id for held in bodies.values() for b in held}), "as_of": day}):
        joined[row["body"]].append(row)
    legs: defaultdict[str, list[Record]] = defaultdict(list)
    for row in store.ask(_LEGS, {"agencies": sorted(bodies)}):
        legs[row["agency"]].append(row)
    found: list[Record] = []
    for each in asked:
        linked = _linked(each, bodies[each.id], joined)
        peers: defaultdict[str, list[_Agency]] = defaultdict(list)
        for other in agencies:
            if each.shares_duty(other):
                peers[other.row["home"]].append(other)
        for code, member in seats.items():
            if code == each.row["home"]:
                continue
            own = linked.get(code, [])
            met = {channel["other"] for channel in own}
            channels = [
                *own,
                *_reaching(legs[each.id], code, blocs[code]),
                *(_peer(peer) for peer in peers[code] if peer.id not in met),
            ]
            found += [_row(each, member, channel) for channel in channels or [{"rank": _NONE}]]
    return _in_order(found)


def _agencies(store: Reader) -> list[_Agency]:
    found: dict[tuple[str, str], _Agency] = {}
    for row in store.ask(_AGENCIES):
        agency = found.setdefault((row["id"], row["home"]), _Agency(row, set()))
        if row["parent"] is not None:
            agency.parents.add(row["parent"])
    return list(found.values())


def _linked(agency: _Agency, bodies: Iterable[_Agency], joined: Mapping[str, list[Record]]) -> dict[str, list[Record]]:
    """By member, those that share links with the agency or a sister body, each with the links it shares."""
    held: dict[tuple[str, str, str, str], Record] = {}
    for body in bodies:
        is_own = body.id == agency.id
        for row in joined.get(body.id, ()):
            if row["other"] == agency.id or row["code"] is None:
                continue
            channel = held.setdefault(
                (body.id, row["code"], row["kind"], row["other"]),
                {
                    "rank": _DIRECT if is_own else _SISTER,
                    "code": row["code"],
                    "other": row["other"],
                    "counterpart": row["name"],
                    "kind": row["kind"],
                    "duty": row["duty"],
                    "through": None if is_own else body.row["name"],
                    "statuses": [],
                    "links": [],
                    "last": None,
                    "evidence": [],
                },
            )
            channel["statuses"].append(row["status"])
            channel["links"].append(row["link"])
            channel["last"] = max(channel["last"] or "", row["since"] or "") or None
            channel["evidence"] += [id for id in row["evidence"] or () if id not in channel["evidence"]]
    found: dict[str, list[Record]] = {}
    for channel in held.values():
        found.setdefault(channel["code"], []).append(channel)
    return found


def _reaching(legs: Iterable[Record], code: str, blocs: set[str]) -> Iterator[Record]:
    """Legs that reach the member; what is said of the member itself goes before what is said of its groups."""
    named = [leg for leg in legs if leg["reached"] == code]
    for leg in named or [leg for leg in legs if leg["reached"] in blocs]:
        yield {"rank": _LEG, "through": leg["leg"], "statuses": [leg["status"]], "evidence": leg["evidence"]}


def _peer(peer: _Agency) -> Record:
    return {"rank": _PEER, "counterpart": peer.row["name"], "kind": "Agency", "duty": peer.row["duty"]}


def _row(agency: _Agency, member: Record, channel: Record) -> Record:
    rank, statuses = channel["rank"], channel.get("statuses", [])
    is_planned = rank == _DIRECT and _PLANNED.issuperset(statuses)
    return {
        "agency": agency.row["name"],
        "member": member["name"],
        "member_th": member["name_th"],
        "code": member["id"],
        "channel": "direct, only planned or in talks" if is_planned else _CHANNELS[rank],
        "counterpart": channel.get("counterpart"),
        "kind": channel.get("kind"),
        "duty": channel.get("duty"),
        "through": channel.get("through"),
        "statuses": statuses,
        "links": channel.get("links", []),
        "last": channel.get("last"),
        "evidence": channel.get("evidence", []),
        "unknowns": [] if rank == _DIRECT and not _REAL.isdisjoint(statuses) else [_UNKNOWN[rank]],
        "rank": rank,
    }


def _in_order(rows: Iterable[Record]) -> list[Record]:
    """By agency, member, kind of channel and name, what has no name last."""
    ordered = sorted(
        rows,
        key=lambda row: (
            row["agency"],
            row["member"],
            row["rank"],
            row["counterpart"] is None,
            row["counterpart"] or "",
            row["through"] is None,
            row["through"] or "",
        ),
    )
    return [{name: value for name, value in row.items() if name != "rank"} for row in ordered]
