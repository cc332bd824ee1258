"""Sentences on what links rest on: pages, pieces of evidence, dates; in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.store import Record
from graph.vocabulary import Confidence
from queries.sentences.wording import NAMED, Sentence, counted, listed, most, named, nothing


def evidence_coverage(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Which members have links on more than one page, of how many all rest on one, and what has no date or no link."""
    members = [row for row in rows if row["of"] == "member"]
    linked = [row for row in members if row["links"]]
    if not rows:
        return nothing(language)
    names = {row["id"]: named(row, "name", language) for row in members}
    single = sum(row["one_source"] == row["links"] for row in linked)
    better = sorted((row for row in linked if row["more_sources"]), key=lambda r: (-r["more_sources"], r["id"]))
    of = " จาก " if language == "th" else " of "
    told = listed([f"{names[r['id']]} {r['more_sources']}{of}{r['links']}" for r in better[:NAMED]], language)
    undated = most({row["id"]: row["undated"] for row in members}, names, language)
    inferred = most({row["id"]: row["inferred"] for row in members}, names, language)
    unlinked = len(members) - len(linked)
    sectors = [row for row in rows if row["of"] != "member"]
    bare = sum(not row["links"] for row in sectors)
    if language == "th":
        parts = [
            f"สมาชิก {single} จาก {len(linked)} ประเทศมีความเชื่อมโยงที่อ้างอิงเพียงหน้าเดียวทุกรายการ" if linked else "",
            f"ที่อ้างอิงมากกว่าหนึ่งหน้ามากที่สุด: {told}" if told else "",
            f"อนุมานจากแหล่งข้อมูลมากที่สุด: {inferred}" if inferred else "",
            f"ไม่ทราบวันเริ่มมากที่สุด: {undated}" if undated else "",
            f"ไม่พบความเชื่อมโยงของสมาชิก {unlinked} จาก {len(members)} ประเทศ" if unlinked else "",
            f"ไม่พบความเชื่อมโยงใน {bare} จาก {len(sectors)} สาขาย่อย" if bare else "",
        ]
        return "; ".join(filter(None, parts))
    parts = [
        f"For {single} of {counted(len(linked), 'member', 'members')} every link rests on a single page."
        if linked
        else "",
        f"Most links on more than one page: {told}." if told else "",
        f"Most inferred ones: {inferred}." if inferred else "",
        f"Most without a known start: {undated}." if undated else "",
        f"No link is known of {unlinked} of {counted(len(members), 'member', 'members')}." if unlinked else "",
        f"No link is known in {bare} of {counted(len(sectors), 'sub-sector', 'sub-sectors')}." if bare else "",
    ]
    return " ".join(filter(None, parts))


def evidence_serving_sector(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """On how many pieces and pages the links rest, how sure they are, and how many have no date or speaker."""
    if not rows:
        return nothing(language)
    pieces = {row["evidence"]: row for row in rows}
    links = Counter(link for link, _ in {(row["link"], row["evidence"]) for row in rows})
    pages = len({row["address"] for row in rows if row["address"]})
    sure = Counter(row["confidence"] for row in pieces.values())
    single = sum(number == 1 for number in links.values())
    undated = sum(row["dated"] is None for row in pieces.values())
    said = sum(bool(row["speaker"]) for row in pieces.values())
    rest = len(pieces) - sum(sure[word] for word in Confidence)
    if language == "th":
        how = " ".join(f"{word.th} {sure[word]}" for word in Confidence if sure[word])
        return (
            f"ความเชื่อมโยง {len(links)} รายการมีหลักฐาน {len(pieces)} รายการจาก {pages} หน้าเว็บ: {how}"
            + (f" ไม่ระบุความเชื่อมั่น {rest}" if rest else "")
            + (f"; ความเชื่อมโยง {single} รายการมีหลักฐานเพียงรายการเดียว" if single else "")
            + (f"; หลักฐาน {undated} รายการไม่มีวันที่" if undated else "")
            + (f"; ทราบผู้ให้ข้อมูลเพียง {said} รายการ" if said else "; ไม่ทราบผู้ให้ข้อมูลของหลักฐานใด")
        )
    how = ", ".join(f"{sure[word]} {word.value}" for word in Confidence if sure[word])
    return (
        f"{counted(len(links), 'link rests', 'links rest')} on {counted(len(pieces), 'piece', 'pieces')} of evidence "
        f"from {counted(pages, 'page', 'pages')}: {how}"
        + (f", {rest} of no known confidence." if rest else ".")
        + (f" {counted(single, 'link rests', 'links rest')} on a single piece." if single else "")
        + (f" {counted(undated, 'piece carries', 'pieces carry')} no date." if undated else "")
        + (f" Who speaks is known for {said}." if said else " Who speaks is known for none.")
    )


SENTENCES: dict[str, Sentence] = {
    "evidence-coverage": evidence_coverage,
    "evidence-serving-sector": evidence_serving_sector,
}
