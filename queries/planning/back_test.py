"""The ranking put to the test: what was known on a day, against the links that began after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import fsum

from graph.store import Reader
from graph.vocabulary import Status
from queries.planning.candidates import Candidate, candidates
from queries.planning.known import Known, read_known
from queries.planning.parts import Weights
from queries.planning.quality import Quality, quality
from queries.planning.score import Cell, score
from queries.structure.links import RUNNING, Link, read_links

TOPS = (10, 20)
REAL = (*RUNNING, Status.COMPLETED, Status.ENDED)
"""The statuses of a link that came about; a plan, a failure and a dispute are not counted as come true."""


@dataclass(frozen=True)
class Method:
    """A way to rank, in English and Thai, and how well it did."""

    name: str
    means: str
    means_th: str
    quality: Quality
    unscored: int
    """Candidates it can't score, which stand behind all others."""


@dataclass(frozen=True)
class BackTest:
    """What was ranked, what came true and by which links, and how each method did."""

    cut_off: date
    trade_year: int | None
    candidates: int
    came_true: dict[Cell, tuple[str, ...]]
    undated: tuple[str, ...]
    """Links left out on both sides, since nobody can say whether they were there before."""
    methods: tuple[Method, ...]


def back_test(store: Reader, *, country: str, sector: str, cut_off: date, as_of: date, weights: Weights) -> BackTest:
    """Every method on the candidates of the cut-off, against the links of the country that began after it."""
    known = read_known(store, country=country, sector=sector, as_of=cut_off, dated_only=True)
    found = {cell: each for cell, each in candidates(known).items() if not _was_real(each.in_cell)}
    later = read_links(store, sector=sector, as_of=as_of, statuses=None)
    ours = [link for link in later if country in link.countries and set(link.countries) & known.members.keys()]
    came_true = _came_true(known, found, (link for link in ours if link.start and _began_after(link, cut_off)))
    degrees = _degrees(known)
    year = next((cell.year for cell in known.trade.values()), None)
    methods = (
        _method(
            "all parts",
            "the score of next-best-links from what was known at the cut-off",
            "คะแนนของ next-best-links จากข้อมูลที่ทราบ ณ วันตัดข้อมูล",
            {cell: score(each.values, weights).value for cell, each in found.items()},
            set(came_true),
        ),
        _method(
            "degree only",
            "running links of the country with the member, times those in the sub-sector (preferential attachment)",
            "จำนวนความเชื่อมโยงของประเทศกับสมาชิกคูณจำนวนความเชื่อมโยงในสาขาย่อย (preferential attachment)",
            {cell: float(degrees[cell]) for cell in found},
            set(came_true),
        ),
        _method(
            "trade only",
            "the mean of the parts supply and need, of those that are known",
            "ค่าเฉลี่ยของส่วนประกอบ supply และ need เฉพาะที่ทราบค่า",
            {cell: _trade(each) for cell, each in found.items()},
            set(came_true),
        ),
        _method(
            "by chance",
            "every candidate alike: what any order would give on average",
            "ทุกตัวเลือกเท่ากัน คือผลเฉลี่ยของการเรียงแบบสุ่ม",
            dict.fromkeys(found, 0.0),
            set(came_true),
        ),
    )
    return BackTest(
        cut_off, year, len(found), came_true, tuple(sorted(link.id for link in ours if not link.start)), methods
    )


def _method(
    name: str, means: str, means_th: str, scores: dict[Cell, float | None] | dict[Cell, float], true: set[Cell]
) -> Method:
    return Method(name, means, means_th, quality(scores, true, TOPS), sum(value is None for value in scores.values()))


def _was_real(links: Iterable[Link]) -> bool:
    """Whether any of the links had come about before: a cell that was linked is not to be predicted as new."""
    return any(link.status in REAL for link in links)


def _began_after(link: Link, cut_off: date) -> bool:
    """Whether a link began after a day for certain: its start, as far as it is known, is past that day's."""
    start = link.start or ""
    return start > cut_off.isoformat()[: len(start)]


def _came_true(known: Known, found: dict[Cell, Candidate], later: Iterable[Link]) -> dict[Cell, tuple[str, ...]]:
    """By candidate, the links that came about in it after the cut-off."""
    held: dict[Cell, list[str]] = {}
    for link in later:
        if link.status not in REAL:
            continue
        for member in sorted(set(link.countries) & known.members.keys()):
            for sector in known.sectors:
                if (member, sector) in found and set(known.sectors[sector].counted).intersection(link.sectors):
                    held.setdefault((member, sector), []).append(link.id)
    return {cell: tuple(sorted(ids)) for cell, ids in sorted(held.items())}


def _degrees(known: Known) -> dict[Cell, int]:
    """Running links of the country with the member, times running links of anybody in the sub-sector."""
    running = known.running
    of_member = {m: sum(link.status in RUNNING for link in known.of_pair(m)) for m in known.members}
    in_sector = {s: len(known.serving(running, s)) for s in known.sectors}
    return {(m, s): of_member[m] * in_sector[s] for m in known.members for s in known.sectors}


def _trade(candidate: Candidate) -> float | None:
    held = [value for value in (candidate.values["supply"], candidate.values["need"]) if value is not None]
    return round(fsum(held) / len(held), 6) if held else None
