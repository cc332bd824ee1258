"""Sentences on which links serve a sector, with whom, and where there are none, in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.store import Record
from queries.sentences.wording import Sentence

_DONE = ("active", "signed")


def links_serving_sector(rows: Sequence[Record], members: Sequence[Record], language: str) -> str:
    """How many links name the sector and how far they have come; opening: the rows of each member."""
    named = [r for r in rows if r["reach"] == "by name"]
    every = len(rows) - len(named)
    count = Counter(r["status"] for r in named)
    running, planned = sum(count[s] for s in _DONE), count["announced"] + count["expected"]
    over = count["ended"] + count["failed"]
    without = [m["member_th" if language == "th" else "member"] for m in members if not m["links"]]
    legs = [m["member_th" if language == "th" else "member"] for m in members if m["bubble"] == "active"]
    plans = [m for m in members if m["bubble"] == "announced"]
    if language == "th":
        lone = (
            f"สมาชิกที่ยังไม่มีความเชื่อมโยงของตนเอง: {', '.join(without)}"
            if without
            else (f"สมาชิกทั้ง {len(members)} ประเทศมีความเชื่อมโยงของตนเอง")
        )
        bubble = (
            f" อินดัสตรีบับเบิลดำเนินการกับ{' และ'.join(legs)} ส่วนการขยายไปยังสมาชิกอีก {len(plans)} ประเทศเป็นเพียงแผนที่ประกาศ"
            if legs
            else ""
        )
        return (
            f"ความเชื่อมโยงข้ามพรมแดน {len(named)} รายการสนับสนุนสาขานี้โดยระบุชื่อ: "
            f"ดำเนินการหรือลงนามแล้ว {running} เสร็จสิ้น {count['completed']} อยู่ระหว่างหารือ {count['in talks']} "
            f"เพียงประกาศ {planned} สิ้นสุดหรือไม่สำเร็จ {over} มีข้อโต้แย้ง {count['disputed']}; "
            f"อีก {every} รายการสนับสนุนทุกสาขา {lone}{bubble}"
        )
    lone = (
        f"Members without a link of their own: {', '.join(without)}."
        if without
        else (f"All {len(members)} members have a link of their own.")
    )
    bubble = (
        f" Industry Bubble runs with {' and '.join(legs)}; "
        f"its extension to {len(plans)} other members is only announced."
        if legs
        else ""
    )
    return (
        f"{len(named)} links across borders serve the sector by name: {running} active or signed, "
        f"{count['completed']} completed, {count['in talks']} in talks, {planned} only announced, "
        f"{over} ended or failed, {count['disputed']} disputed; {every} more serve every sector. {lone}{bubble}"
    )


def white_space_matrix(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many cells have a high need and nothing that runs, the highest, and in how many nobody looked."""
    white = sorted((r for r in rows if r["white_space"]), key=lambda r: (-r["fit"], r["member"]))
    looked = Counter(r["state"] for r in white)
    silent = sum(r["state"] == "not researched" for r in rows)
    none = looked["none found"] + looked["searched, unclear"] + looked["searched, links only in other sub-sectors"]
    planned = looked["only planned or in talks"]
    other = len(white) - none - planned - looked["not researched"]
    without = sorted({(r["member"], r["member_th"]) for r in rows} - _with_figures(rows))
    if language == "th":
        top = ", ".join(f"{r['member_th']} × {r['name_th']} ({r['fit']:g})" for r in white[:3])
        return (
            f"{len(white)} ช่องมีความต้องการสูงแต่ยังไม่มีสิ่งที่ดำเนินการหรือเสร็จสิ้น: ยังไม่มีผู้ค้นหา {looked['not researched']} "
            f"เพียงมีแผน {planned} ค้นแล้วไม่พบหรือไม่ชัดเจน {none} มีข้อโต้แย้งหรือสิ้นสุดแล้ว {other}"
            + (f"; สูงที่สุด {top}" if top else "")
            + f"; ยังไม่มีผู้ค้นหา {silent} จากทั้งหมด {len(rows)} ช่อง"
            + (f"; ไม่มีข้อมูลการค้าของ{' และ'.join(th or en for en, th in without)}" if without else "")
        )
    top = ", ".join(f"{r['member']} × {r['name']} ({r['fit']:g} points)" for r in white[:3])
    return (
        f"{len(white)} cells have a high need and nothing running or completed: "
        f"in {looked['not researched']} nobody looked, "
        f"{planned} are only planned, in {none} a search found none or was unclear, {other} are disputed or ended."
        + (f" Highest: {top}." if top else "")
        + f" Nobody has looked in {silent} of all {len(rows)} cells."
        + (f" No trade figures: {', '.join(en for en, _ in without)}." if without else "")
    )


def _with_figures(rows: Sequence[Record]) -> set[tuple[str, str]]:
    return {(r["member"], r["member_th"]) for r in rows if r["fit"] is not None}


def links_with_members(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """With how many members the country has links, with whom most and fewest, and what is known of the others."""
    own = next(row for row in rows if row["is_country"])
    members = [row for row in rows if not row["is_country"]]
    linked = [row for row in members if row["links"]]
    planned = own["in_talks"] + own["announced"]
    name = "member_th" if language == "th" else "member"
    top = ", ".join(f"{row[name]} {row['links']}" for row in linked[:3])
    few = ", ".join(f"{row[name]} {row['links']}" for row in linked[:2:-1][:3])
    none = {
        state: [row[name] for row in members if row["absence"] == state] for state in ("none found", "not researched")
    }
    other = [row[name] for row in members if row["absence"] not in (None, *none)]
    if language == "th":
        return (
            f"{own[name]}มีความเชื่อมโยงที่ระบุสาขานี้ {own['links']} รายการ กับสมาชิก {len(linked)} จาก {len(members)} ประเทศ "
            f"โดยดำเนินการหรือลงนามแล้ว {own['active']} รายการ และเพียงหารือหรือประกาศแผน {planned} รายการ"
            + (f" มากที่สุด: {top}" if top else "")
            + (f"; น้อยที่สุด: {few}" if few else "")
            + (f"; ค้นแล้วไม่พบ: {', '.join(none['none found'])}" if none["none found"] else "")
            + (f"; ค้นแล้วไม่ชัดเจน: {', '.join(other)}" if other else "")
            + (f"; ยังไม่มีผู้ค้นหา: {', '.join(none['not researched'])}" if none["not researched"] else "")
        )
    return (
        f"{own[name]} has {own['links']} links that name the sector, with {len(linked)} of {len(members)} members; "
        f"{own['active']} are active or signed, {planned} only in talks or announced."
        + (f" Most: {top}." if top else "")
        + (f" Fewest: {few}." if few else "")
        + (f" Searched, none found: {', '.join(none['none found'])}." if none["none found"] else "")
        + (f" Searched, unclear: {', '.join(other)}." if other else "")
        + (f" Nobody looked: {', '.join(none['not researched'])}." if none["not researched"] else "")
    )


SENTENCES: dict[str, Sentence] = {
    "links-serving-sector": links_serving_sector,
    "links-with-members": links_with_members,
    "white-space-matrix": white_space_matrix,
}
