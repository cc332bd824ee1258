"""Sentences on how far links have come, where there are none, and what they rest on, in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.store import Record
from graph.vocabulary import Cell, Status
from queries.sentences.wording import Sentence, by_step, listed, named

_DONE = (Status.ACTIVE, Status.SIGNED)
_SEARCHED = (Cell.NONE, Cell.UNCLEAR, Cell.ELSEWHERE)


def links_by_status(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many links there are, and how many have come how far; the rows count them by form."""
    statuses = [row["status"] for row in rows for _ in range(row["links"])]
    undated = sum(row["undated"] for row in rows)
    if language == "th":
        return f"ความเชื่อมโยงที่ระบุสาขานี้มี {len(statuses)} รายการ: {by_step(statuses, 'th')}" + (
            f"; {undated} รายการไม่มีวันที่" if undated else ""
        )
    return f"{len(statuses)} links name the sector: {by_step(statuses, 'en')}" + (
        f"; {undated} carry no date." if undated else "."
    )


def members_by_status(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Which members have most running links, and which have none."""
    running: Counter[str] = Counter()
    names: dict[str, str] = {}
    for row in rows:
        names[row["code"]] = named(row, "member", language)
        running[row["code"]] += (row["links"] or 0) if row["status"] in _DONE else 0
    top = sorted((code for code in names if running[code]), key=lambda code: (-running[code], code))
    most = ", ".join(f"{names[code]} {running[code]}" for code in top[:3])
    bare = [names[code] for code in names if not running[code]]
    if language == "th":
        return (
            f"สมาชิก {len(top)} จาก {len(names)} ประเทศมีความเชื่อมโยงที่ดำเนินการหรือลงนามแล้ว"
            + (f" มากที่สุด: {most}" if most else "")
            + (f"; ยังไม่มี: {listed(bare, 'th')}" if bare else "")
        )
    return (
        f"{len(top)} of {len(names)} members have links that are active or signed."
        + (f" Most: {most}." if most else "")
        + (f" None: {listed(bare, 'en')}." if bare else "")
    )


def members_serving_sector(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Which members have most links, which none, and how many pairs nobody searched."""
    name = "member_th" if language == "th" else "member"
    linked = sorted((r for r in rows if r["links"]), key=lambda r: (-r["links"], r["member"]))
    most = ", ".join(f"{row[name]} {row['links']}" for row in linked[:3])
    bare = [str(row[name]) for row in rows if not row["links"]]
    silent = sum(row["not_researched"] for row in rows)
    if language == "th":
        return (
            f"สมาชิก {len(linked)} จาก {len(rows)} ประเทศมีความเชื่อมโยงที่ระบุสาขานี้"
            + (f" มากที่สุด: {most}" if most else "")
            + (f"; ยังไม่มี: {listed(bare, 'th')}" if bare else "")
            + f"; ยังไม่มีผู้ค้นหา {silent} คู่ของสมาชิกกับสาขาย่อย"
        )
    return (
        f"{len(linked)} of {len(rows)} members have links that name the sector."
        + (f" Most: {most}." if most else "")
        + (f" None: {listed(bare, 'en')}." if bare else "")
        + f" In {silent} sub-sectors of members nobody looked."
    )


def members_without_link(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """In how many pairs nobody looked, apart from those in which a search found none."""
    return _absence(Counter(row["absence"] for row in rows), len(rows), language)


def cells_of_matrix(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """In how many pairs something runs, and of the others in how many nobody looked."""
    count = Counter(row["state"] for row in rows)
    running = count.pop(Cell.RUNNING, 0)
    rest = _absence(count, count.total(), language)
    if language == "th":
        return f"จากคู่สมาชิกกับสาขาย่อย {len(rows)} คู่ มีความเชื่อมโยงที่ดำเนินการหรือลงนามแล้ว {running} คู่; {rest}"
    return f"Of {len(rows)} pairs of member and sub-sector {running} have a link that is active or signed. {rest}"


def _absence(count: Counter[str], every: int, language: str) -> str:
    searched = sum(count[state] for state in _SEARCHED)
    silent, planned = count[Cell.SILENT], count[Cell.PLANNED]
    other = every - searched - silent - planned
    if language == "th":
        return (
            f"{every} คู่ของสมาชิกกับสาขาย่อยยังไม่มีความเชื่อมโยงที่ดำเนินการอยู่: ยังไม่มีผู้ค้นหา {silent} "
            f"ค้นแล้วไม่พบ {count[Cell.NONE]} ค้นแล้วไม่ชัดเจนหรือพบเฉพาะสาขาย่อยอื่น {searched - count[Cell.NONE]} "
            f"มีเพียงแผนหรืออยู่ระหว่างหารือ {planned} เสร็จสิ้น สิ้นสุด หรือมีข้อโต้แย้ง {other}"
        )
    return (
        f"{every} pairs of member and sub-sector have no running link: in {silent} nobody looked, "
        f"in {count[Cell.NONE]} a search found none, in {searched - count[Cell.NONE]} it was unclear or met other "
        f"sub-sectors only, {planned} are only planned or in talks, {other} completed, over or disputed."
    )


def programme_legs(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """With which members the programme runs, with how many it is only announced, and of how many nothing is known."""
    name = "member_th" if language == "th" else "member"
    by_status: dict[str, list[str]] = {}
    for row in rows:
        by_status.setdefault(row["status"] or "", []).append(str(row[name] or row["member"]))
    running = [each for status in _DONE for each in by_status.get(status, [])]
    planned = [each for status in ("announced", "expected", "in talks") for each in by_status.get(status, [])]
    known = {*_DONE, "announced", "expected", "in talks", "runs it"}
    rest = sum(len(names) for status, names in by_status.items() if status not in known)
    runs = by_status.get("runs it", [])
    if language == "th":
        return (
            (f"{listed(runs, 'th')}เป็นผู้ดำเนินโครงการ " if runs else "")
            + (f"ดำเนินการแล้วกับ{listed(running, 'th')}" if running else "ยังไม่มีสมาชิกใดที่ดำเนินการแล้ว")
            + (f"; กับสมาชิกอีก {len(planned)} ประเทศเป็นเพียงแผนที่ประกาศหรืออยู่ระหว่างหารือ" if planned else "")
            + (f"; อีก {rest} ประเทศไม่ทราบหรือสิ้นสุดแล้ว" if rest else "")
        )
    return (
        (f"{listed(runs, 'en')} runs the programme. " if runs else "")
        + (f"It is running with {listed(running, 'en')}" if running else "It runs with no member yet")
        + (f"; with {len(planned)} other members it is only announced or in talks" if planned else "")
        + (f"; with {rest} nothing is known or it is over" if rest else "")
        + "."
    )


def evidence_of_link(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """What the link is, how far it has come, and on how many passages and sources that rests."""
    if not rows:
        return ""
    first = rows[0]
    pages = len({row["address"] or row["source"] for row in rows})
    status = Status(first["status"]).label(language) if first["status"] in {s.value for s in Status} else "?"
    if language == "th":
        return f"{first['link']} ({first['what']}): {status} มีหลักฐาน {len(rows)} รายการจากแหล่งข้อมูล {pages} แห่ง"
    passages = "1 passage" if len(rows) == 1 else f"{len(rows)} passages"
    sources = "1 source" if pages == 1 else f"{pages} sources"
    return f"{first['link']} ({first['what']}) is {status}; that rests on {passages} of {sources}."


def disagreeing_sources(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """On how many matters sources disagree."""
    kinds = Counter(kind for kind, _ in {(row["kind"], row["id"]) for row in rows})
    links, agreements, figures = kinds.pop("link", 0), kinds.pop("agreement", 0), kinds.total()
    if language == "th":
        parts = [f"ความเชื่อมโยง {links} รายการ", f"การเป็นภาคีความตกลง {agreements} รายการ"]
        parts += [f"ตัวเลข {figures} รายการ"] if figures else []
        return f"แหล่งข้อมูลให้ข้อมูลขัดแย้งกันใน{' '.join(parts)} ทุกฝ่ายแสดงไว้คู่กันและไม่นำมารวมกัน"
    parts = [f"{links} links", f"{agreements} memberships of agreements", *([f"{figures} figures"] if figures else [])]
    return f"Sources disagree on {listed(parts, 'en')}; every side stands beside the other, none is merged away."


def claims_to_check(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many links should be checked, and for which reasons."""
    count = Counter(reason for row in rows for reason in row["reasons"])
    thai = {
        "one source only": "มีแหล่งข้อมูลเดียว",
        "told only by a party to it": "เป็นคำกล่าวของคู่ภาคีเอง",
        "no date": "ไม่มีวันที่",
        "older than a year": "เก่ากว่าหนึ่งปี",
    }
    if language == "th":
        told = " ".join(
            f"{thai.get(reason, reason)} {count[reason]}" for reason in sorted(count, key=lambda r: -count[r])
        )
        return f"ความเชื่อมโยง {len(rows)} รายการควรตรวจสอบก่อน: {told} (รายการหนึ่งอาจมีหลายเหตุผล)"
    told = ", ".join(f"{count[reason]} {reason}" for reason in sorted(count, key=lambda r: -count[r]))
    return f"{len(rows)} links should be checked: {told}; a link may have several reasons."


SENTENCES: dict[str, Sentence] = {
    "links-by-status": links_by_status,
    "members-by-status": members_by_status,
    "members-serving-sector": members_serving_sector,
    "members-without-link": members_without_link,
    "cells-of-matrix": cells_of_matrix,
    "programme-legs": programme_legs,
    "evidence-of-link": evidence_of_link,
    "disagreeing-sources": disagreeing_sources,
    "claims-to-check": claims_to_check,
}
