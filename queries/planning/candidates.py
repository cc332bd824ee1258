"""The candidates for a next link: pairs of member and sub-sector without a running link, with the parts of a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.vocabulary import Confidence, Status
from queries.planning.known import Enquiry, Known, is_planned
from queries.planning.parts import HALF
from queries.planning.score import Cell
from queries.structure.links import RUNNING, Link, Party
from queries.structure.ties import network_of
from queries.trade.complementarity import Match

_INTENT = {Status.IN_TALKS: 1.0, Status.ANNOUNCED: 0.7, Status.EXPECTED: 0.4}
DIGITS = 6


@dataclass(frozen=True)
class Candidate:
    """A pair of member and sub-sector without a running link, and all that is known of it."""

    member: str
    sector: str
    absence: str
    values: Mapping[str, float | None]
    in_cell: tuple[Link, ...]
    """Links of the two countries in the sub-sector that don't run: planned, over or disputed."""
    channel: tuple[Link, ...]
    """Running links of the two countries in other sub-sectors."""
    enquiry: Enquiry | None
    agreements: tuple[str, ...]
    trade_unknown: str

    @property
    def cell(self) -> Cell:
        """Member and sub-sector."""
        return self.member, self.sector


def candidates(known: Known) -> dict[Cell, Candidate]:
    """Every candidate, by member and sub-sector."""
    pairs = {member: known.of_pair(member) for member in known.members}
    running = {member: tuple(link for link in links if link.status in RUNNING) for member, links in pairs.items()}
    served = {
        (member, sector): tuple(known.serving(links, sector))
        for sector in known.sectors
        for member, links in pairs.items()
    }
    empty = {cell: held for cell, held in served.items() if not any(link.status in RUNNING for link in held)}
    experience = _experience(known, empty)
    most_experience = max(experience.values(), default=0)
    neighbours = _neighbours(known)
    highest = max((neighbours.get(cell, 0.0) for cell in empty), default=0.0)
    most_links = max(map(len, running.values()), default=0)
    found: dict[Cell, Candidate] = {}
    for (member, sector), held in empty.items():
        channel, enquiry = running[member], known.enquiries.get((member, sector))
        absence = absence_of(held, enquiry)
        agreements = known.agreements.get(member, ())
        trade = known.trade.get((member, sector))
        values = {
            "supply": covered(trade.outward) if trade else None,
            "need": covered(trade.inward) if trade else None,
            "channel": _share(len(channel), most_links),
            "experience": _share(experience[member, sector], most_experience),
            "neighbours": _share(neighbours.get((member, sector), 0.0), highest),
            "white_space": _white_space(absence),
            "intent": _intent(held, enquiry),
            "agreement": float(bool(agreements)),
            "evidence": _stated(channel),
        }
        unknown = trade.unknown if trade else "the graph holds no trade of this pair"
        found[member, sector] = Candidate(member, sector, absence, values, held, channel, enquiry, agreements, unknown)
    return found


def absence_of(in_cell: Sequence[Link], enquiry: Enquiry | None) -> str:
    """What is known of a cell without a running link, in the words of the question members-without-link."""
    statuses = {link.status for link in in_cell}
    if any(map(is_planned, statuses)):
        return "only planned or in talks"
    if Status.DISPUTED in statuses:
        return "disputed"
    if Status.COMPLETED in statuses:
        return "completed"
    if statuses:
        return "ended"
    if enquiry is None:
        return "not researched"
    return {"no": "none found", "unclear": "searched, unclear"}.get(
        enquiry.found, "searched, links only in other sub-sectors"
    )


def covered(match: Match) -> float | None:
    """The share of a need that a supply could cover; None where either is not known or nothing is needed."""
    if match.matched is None or not match.need:
        return None
    return round(min(1.0, match.matched / match.need), DIGITS)


def counterpart(candidate: Candidate, known: Known) -> tuple[Party, list[str]] | None:
    """The member's agency that shares most running links with the country, and their ids; None where none is known.

    Of those level the one with most running links in all, then the first by id.
    """
    parties = known.parties
    shared = Counter(
        key
        for link in candidate.channel
        for key in link.parties
        if parties[key].kind == "Agency" and parties[key].home == candidate.member
    )
    if not shared:
        return None
    key = min(shared, key=lambda key: (-shared[key], -known.runs_of[key], key))
    return parties[key], [link.id for link in candidate.channel if key in link.parties]


def _experience(known: Known, cells: Iterable[Cell]) -> dict[Cell, int]:
    """How many links run in the sub-sector that either of the two countries has with others."""
    serving = {sector: known.serving(known.running, sector) for sector in known.sectors}
    return {
        (member, sector): sum(known.country in link.countries or member in link.countries for link in serving[sector])
        for member, sector in cells
    }


def _neighbours(known: Known) -> dict[Cell, float]:
    """The resource allocation index of the country and each member among the countries linked in a sub-sector."""
    found: dict[Cell, float] = {}
    own, running = f"Country:{known.country}", known.running
    for sector in known.sectors:
        ties = network_of(known.serving(running, sector), known.parties, "country")
        pairs = [(own, f"Country:{member}") for member in known.members if f"Country:{member}" in ties]
        if own in ties:
            for _, other, index in nx.resource_allocation_index(ties, pairs):
                found[other.partition(":")[2], sector] = round(index, DIGITS)
    return found


def _share(count: float, most: float) -> float:
    return round(count / most, DIGITS) if most else 0.0


def _white_space(absence: str) -> float | None:
    return {"none found": 1.0, "not researched": None}.get(absence, HALF)


def _intent(in_cell: Sequence[Link], enquiry: Enquiry | None) -> float | None:
    planned = [_INTENT[Status(link.status)] for link in in_cell if is_planned(link.status)]
    if planned:
        return max(planned)
    return 0.0 if enquiry else None


def _stated(channel: Sequence[Link]) -> float | None:
    if not channel:
        return None
    return _share(sum(link.confidence == str(Confidence.STATED) for link in channel), len(channel))
