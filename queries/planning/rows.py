"""The rows of the questions about the next link: every part with its points, and what is not known in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from graph.store import Record
from queries.planning.back_test import BackTest
from queries.planning.candidates import Candidate, counterpart
from queries.planning.known import Known
from queries.planning.parts import NAMES, PARTS, UNKNOWN, UNKNOWN_TH, Weights
from queries.planning.score import Cell, Score
from queries.planning.sensitivity import TOP, Moves


def best_row(rank: int, candidate: Candidate, score: Score, known: Known) -> Record:
    """A row of next-best-links."""
    member, sector = known.members[candidate.member], known.sectors[candidate.sector]
    partner = counterpart(candidate, known)
    trade = known.trade.get(candidate.cell)
    row: Record = {
        "rank": rank,
        "member": member.name,
        "member_th": member.name_th,
        "member_id": member.id,
        "sub_sector": sector.name,
        "sub_sector_th": sector.name_th,
        "sub_sector_id": sector.id,
        "score": score.value,
        "low": score.low,
        "high": score.high,
        "known": score.known,
        "absence": candidate.absence,
    }
    for name in NAMES:
        value = candidate.values[name]
        row[name] = None if value is None else round(value, 4)
        row[f"{name}_weighted"] = score.weighted[name]
    return row | {
        "supply_matched": trade.outward.matched if trade else None,
        "need_matched": trade.inward.matched if trade else None,
        "counterpart": partner[0].name if partner else None,
        "counterpart_th": partner[0].name_th if partner else None,
        "counterpart_id": partner[0].id if partner else None,
        "counterpart_links": partner[1] if partner else [],
        "link_ids": [link.id for link in candidate.in_cell],
        "channel_ids": [link.id for link in candidate.channel],
        "agreements": list(candidate.agreements),
        "trade_year": trade.year if trade else None,
        "enquiry": candidate.enquiry.id if candidate.enquiry else None,
        "unknowns": unknowns(candidate, partner is not None),
    }


def unknowns(candidate: Candidate, has_counterpart: bool) -> list[str]:
    """What is not known of a candidate, and what was searched."""
    told: list[str] = []
    enquiry = candidate.enquiry
    if enquiry is None:
        told.append("nobody searched for links with this member in this sub-sector")
    elif candidate.absence == "none found":
        told.append(f"none found on {enquiry.day} in {enquiry.place} ({enquiry.id}); elsewhere nobody searched")
    elif candidate.absence == "searched, unclear":
        told.append(f"searched on {enquiry.day} in {enquiry.place} ({enquiry.id}), unclear")
    missing = [name for name in ("supply", "need") if candidate.values[name] is None]
    if missing:
        told.append(f"{' and '.join(missing)}: {candidate.trade_unknown or _no_need(missing)}")
    if candidate.values["evidence"] is None:
        told.append("evidence: no running link of the two countries to judge by")
    if not has_counterpart:
        told.append("counterpart: no agency of the member is known from a running link with the country")
    return told


def _no_need(missing: list[str]) -> str:
    buyer = {"supply": "the member", "need": "the country"}
    whom = " and ".join(buyer[name] for name in missing)
    return f"{whom} imports none of the sub-sector's items of which the other side's exports are known"


def part_rows(found: Mapping[Cell, Candidate], weights: Weights) -> Iterator[Record]:
    """The rows of next-best-parts."""
    total = sum(weights.values())
    for part in PARTS:
        every = [candidate.values[part.name] for candidate in found.values()]
        held = [value for value in every if value is not None]
        yield {
            "part": part.name,
            "means": part.means,
            "means_th": part.means_th,
            "weight": weights[part.name],
            "share": round(weights[part.name] / total, 4),
            "known": len(held),
            "not_known": len(every) - len(held),
            "lowest": round(min(held), 4) if held else None,
            "middle": round(median(held), 4) if held else None,
            "highest": round(max(held), 4) if held else None,
            "unknowns": [UNKNOWN],
            "unknowns_th": [UNKNOWN_TH],
        }


def moves_row(candidate: Candidate, moved: Moves, known: Known) -> Record:
    """A row of next-best-sensitivity."""
    member, sector = known.members[candidate.member], known.sectors[candidate.sector]
    trials, stays = len(moved.moved), moved.in_top
    row: Record = {
        "rank": moved.rank,
        "member": member.name,
        "member_th": member.name_th,
        "sub_sector": sector.name,
        "sub_sector_th": sector.name_th,
        "best": moved.best,
        "worst": moved.worst,
        "in_top_ten": stays,
        "trials": trials,
        "most_moving": moved.most_moving or None,
    }
    for name in NAMES:
        row[f"{name}_halved"] = moved.moved.get((name, 0.5))
        row[f"{name}_doubled"] = moved.moved.get((name, 2.0))
    part = f", most by the weight of {moved.most_moving}" if moved.most_moving else ""
    part_th = f" โดยขึ้นกับน้ำหนักของ {moved.most_moving} มากที่สุด" if moved.most_moving else ""
    return row | {
        "channel_ids": [link.id for link in candidate.channel],
        "meaning": f"Its rank moves between {moved.best} and {moved.worst}{part}; "
        f"in {stays} of {trials} trials it is among the first {TOP}.",
        "meaning_th": f"อันดับเปลี่ยนระหว่าง {moved.best} ถึง {moved.worst}{part_th} "
        f"และอยู่ใน {TOP} อันดับแรก {stays} จาก {trials} ครั้ง",
    }


def test_rows(test: BackTest) -> Iterator[Record]:
    """The rows of next-best-back-test."""
    unknown = [
        f"{len(test.undated)} links without a start date are left out on both sides",
        f"searches were all made after {test.cut_off}, so white space and intent know only what links tell",
        "the status and confidence of a link are those of today, also for links that were there before",
    ]
    for method in test.methods:
        found = method.quality
        yield {
            "method": method.name,
            "top_ten": found.hits[10],
            "top_twenty": found.hits[20],
            "reciprocal_rank": found.reciprocal_rank,
            "average_precision": found.average_precision,
            "area": found.area,
            "came_true": len(test.came_true),
            "candidates": test.candidates,
            "unscored": method.unscored,
            "undated": len(test.undated),
            "trade_year": test.trade_year,
            "pairs": [f"{member} {sector}: {', '.join(ids)}" for (member, sector), ids in test.came_true.items()],
            "link_ids": sorted({id for ids in test.came_true.values() for id in ids}),
            "undated_ids": list(test.undated),
            "means": method.means,
            "means_th": method.means_th,
            "unknowns": unknown,
        }
