"""Words of closed lists that stand in cells in English, as a reader of Thai sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from bubble.unknowns import told_in
from graph.vocabulary import Cell, Status

_STATUS = {**{str(word.value): word.th for word in Status}, "runs it": "ผู้ดำเนินโครงการ", "announced": "ประกาศแผนแล้ว"}
_CELL = {str(word.value): word.th for word in Cell}
_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "status": {"runs it": _STATUS["runs it"], "in force": "มีผลบังคับใช้"},
    "bubble": _STATUS,
    "statuses": _STATUS,
    "before": _STATUS,
    "after": _STATUS,
    "shown": _STATUS,
    "side": _STATUS,
    "state": _CELL,
    "absence": _CELL,
    "reach": {"by name": "ระบุชื่อสาขา", "every sector": "ทุกสาขา"},
    "searched_in": {"stored public web pages": "หน้าเว็บสาธารณะที่เก็บไว้"},
    "direction": {"sells": "ขาย", "buys": "ซื้อ"},
    "of": {"member": "สมาชิก", "sub-sector": "สาขาย่อย"},
    "level": {"sub-sector": "สาขาย่อย", "item": "รายการ"},
    "does": {"offers": "เสนอ", "seeks": "แสวงหา", "is expert in": "มีความเชี่ยวชาญ"},
    "changes": {
        "began": "เริ่มต้น",
        "may have begun": "อาจเริ่มต้นในช่วงนี้",
        "over again": "เริ่มและสิ้นสุดในช่วงนี้",
        "active to ended": "จากดำเนินการเป็นสิ้นสุด",
        "written about": "มีหลักฐานใหม่",
        "only the record is new": "ใหม่เฉพาะการบันทึก",
    },
    "reasons": {
        "one source only": "มีแหล่งข้อมูลเดียว",
        "told only by a party to it": "คู่ภาคีเป็นผู้ให้ข้อมูลฝ่ายเดียว",
        "no date": "ไม่ทราบวันที่",
        "older than a year": "ข้อมูลเก่ากว่าหนึ่งปี",
    },
    "finding": {
        "high complementarity, no running link": "สอดคล้องสูง แต่ไม่มีความเชื่อมโยงที่ดำเนินการอยู่",
        "link, though what could be traded falls": "มีความเชื่อมโยง แต่การค้าที่เป็นไปได้ลดลง",
        "link, trade not known": "มีความเชื่อมโยง แต่ไม่ทราบการค้า",
        "link, though complementarity is low": "มีความเชื่อมโยง แต่สอดคล้องต่ำ",
    },
    "outcome": {
        "free from the first year": "ปลอดภาษีตั้งแต่ปีแรก",
        "free later": "ปลอดภาษีภายหลัง",
        "free already": "ปลอดภาษีอยู่แล้ว",
        "no commitment": "ไม่ผูกพัน",
        "cut, never free": "ลดภาษีแต่ไม่ปลอดภาษี",
    },
    "channel": {
        "direct link": "ความเชื่อมโยงโดยตรง",
        "direct, only planned or in talks": "โดยตรง มีเพียงแผนหรืออยู่ระหว่างหารือ",
        "leg of its programme": "โครงการย่อยของหน่วยงาน",
        "through a sister body": "ผ่านหน่วยงานในสังกัดเดียวกัน",
        "same duty, no channel known": "หน้าที่เดียวกัน ไม่พบช่องทาง",
    },
    "kind": {
        "Agency": "หน่วยงาน",
        "Country": "ประเทศ",
        "Firm": "บริษัท",
        "Bloc": "กลุ่มประเทศ",
        "link": "ความเชื่อมโยง",
        "agreement": "ความตกลง",
        "figure": "ตัวเลข",
    },
}
_SEARCHES = {"none": "ไม่พบ", "unclear": "ไม่ชัดเจน"}
_OF_LINK = re.compile(r"(\S+) \((.+)\)")
_COUNTED = re.compile(r"(\d+)(?:: (.+))?")


def in_thai(column: str, value: Any) -> Any:
    """A cell's value with the words of closed lists in Thai; everything else as it is."""
    if isinstance(value, list):
        return [in_thai(column, each) for each in cast("Iterable[Any]", value)]
    if not isinstance(value, str):
        return value
    if column == "unknowns":
        return told_in(value, "th")
    known = _COLUMNS.get(column, {})
    if value in known:
        return known[value]
    if column == "searches" and (counted := _COUNTED.fullmatch(value)):
        parts = [part.split(" ", 1) for part in (counted[2] or "").split(", ") if " " in part]
        told = " ".join(f"{_SEARCHES.get(word, word)} {number}" for number, word in parts)
        return f"{counted[1]}: {told}" if told else counted[1]
    found = _OF_LINK.fullmatch(value) if column in {"links", "others", "statuses", "own_links"} else None
    return f"{found[1]} ({_STATUS.get(found[2], found[2])})" if found else value
