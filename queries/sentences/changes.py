"""Sentences on what changed between two days and what rests on a single link, in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.store import Record
from queries.sentences.wording import Sentence, by_step, counted, most, named, nothing, some

_BEGAN, _MAY, _WRITTEN, _RECORDED = "began", "may have begun", "written about", "only the record is new"
_OVER = ("ended", "completed", "failed")
_EVERY = "every member"


def links_changed_between(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many links are new and how far they have come, how many came to an end, and what the dates leave open."""
    if not rows:
        return nothing(language)
    new = [row for row in rows if _BEGAN in row["changes"]]
    older = [row for row in rows if _BEGAN not in row["changes"]]
    changed = [row for row in older if any(" to " in change for change in row["changes"])]
    over = sum(row["after"] in _OVER for row in changed)
    other = len(changed) - over
    unsure = sum(_MAY in row["changes"] for row in older)
    written = sum(row["changes"] == [_WRITTEN] for row in older)
    recorded = sum(_RECORDED in row["changes"] for row in older)
    home = sum("THA" in (row["countries"] or ()) for row in rows)
    steps = by_step((row["after"] for row in new), language)
    if language == "th":
        parts = [
            f"ความเชื่อมโยงใหม่ {len(new)} รายการ: {steps}" if new else "ไม่มีความเชื่อมโยงที่ทราบว่าเริ่มใหม่ในช่วงนี้",
            f"รายการอื่นที่สิ้นสุดหรือเสร็จสิ้น {over} รายการ" if over else "",
            f"รายการอื่นที่เปลี่ยนสถานะเป็นอย่างอื่น {other} รายการ" if other else "",
            f"อาจเป็นรายการใหม่ {unsure} รายการ เพราะทราบวันเริ่มไม่ชัดเจน" if unsure else "",
            f"มีเพียงหลักฐานใหม่ {written} รายการ" if written else "",
            f"ใหม่เฉพาะการบันทึก {recorded} รายการ" if recorded else "",
            f"ไทยมีส่วนร่วม {home} จากทั้งหมด {len(rows)} รายการ",
        ]
        return "; ".join(filter(None, parts))
    fields = most(Counter(name for row in new for name in row["sub_sectors"]), {}, "en")
    parts = [
        f"{counted(len(new), 'link is', 'links are')} new: {steps}." if new else "No link is known to be new.",
        f"{counted(over, 'other', 'others')} came to an end." if over else "",
        f"{counted(other, 'other', 'others')} changed status otherwise." if other else "",
        f"{unsure} may be new, as the start is only roughly known." if unsure else "",
        f"{counted(written, 'other was', 'others were')} only written about." if written else "",
        f"Of {recorded} only the record is new." if recorded else "",
        f"Thailand takes part in {home} of {counted(len(rows), 'link', 'links')}.",
        f"Most new ones: {fields}." if fields else "",
    ]
    return " ".join(filter(None, parts))


def sectors_on_one_link(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Which sub-sectors rest on one link as a whole, how many with one member, and how sure it is that these run."""
    if not rows:
        return nothing(language)
    whole = [row for row in rows if row["member"] == _EVERY]
    pairs = [row for row in rows if row["member"] != _EVERY]
    names = {row["member"]: named(row, "member", language) for row in pairs}
    members = most(Counter(row["member"] for row in pairs), names, language)
    fields = some([named(row, "sub_sector", language) for row in whole], language)
    bare = sum(not row["others"] for row in pairs)
    links = {row["link"]: row for row in rows}
    endless = sum(row["until"] is None for row in links.values())
    carried = Counter(row["link"] for row in pairs)
    widest = min(carried, key=lambda link: (-carried[link], link), default="")
    several = carried[widest] > 1
    mostly = len(names) > 1
    if language == "th":
        partly = f" {'มากที่สุด' if mostly else ''}กับ{members}" if members else ""
    else:
        partly = f", {'most ' if mostly else ''}with {members}" if members else ""
    if language == "th":
        parts = [
            f"สาขาย่อย {len(whole)} สาขาพึ่งพาความเชื่อมโยงที่ดำเนินการอยู่เพียงรายการเดียวทั้งสาขา: {fields}" if whole else "",
            f"คู่สมาชิกกับสาขาย่อย {len(pairs)} คู่พึ่งพารายการที่ดำเนินการอยู่เพียงรายการเดียว{partly}" if pairs else "",
            f"{bare} คู่ไม่มีความเชื่อมโยงอื่นใดเลย" if bare else "",
            f"รายการ {widest} เพียงรายการเดียวรองรับ {carried[widest]} คู่" if several else "",
            f"{endless} จาก {len(links)} รายการไม่ทราบวันสิ้นสุด จึงไม่แน่ชัดว่ายังดำเนินการอยู่" if endless else "",
        ]
        return "; ".join(filter(None, parts))
    what = f" ({links[widest]['what']})" if several and links[widest]["what"] else ""
    alone = counted(len(whole), "sub-sector rests as a whole", "sub-sectors rest as a whole")
    pair = counted(len(pairs), "pair of member and sub-sector rests", "pairs of member and sub-sector rest")
    ends = f"{endless} of {counted(len(links), 'link', 'links')} {'has' if endless == 1 else 'have'} no known end"
    parts = [
        f"{alone} on one running link: {fields}." if whole else "",
        f"{pair} {'on one too' if whole else 'on one running link'}{partly}." if pairs else "",
        f"{counted(bare, 'has', 'have')} no other link." if bare else "",
        f"Link {widest}{what} alone carries {carried[widest]}." if several else "",
        f"{ends}, so whether {'it still runs' if endless == 1 else 'they still run'} is not sure." if endless else "",
    ]
    return " ".join(filter(None, parts))


SENTENCES: dict[str, Sentence] = {
    "links-changed-between": links_changed_between,
    "sectors-on-one-link": sectors_on_one_link,
}
