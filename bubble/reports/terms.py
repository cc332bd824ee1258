"""The set phrases of answers, in Thai: reasons, changes, what is not known. Words of closed lists have their own labels.

A phrase that is not here stays as it is: names, and what a source says, are not translated by us.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from bubble.present import plain
from graph.store import Reader, Record
from graph.vocabulary import Cell, Confidence, Form, Status, Word
from visuals.picture import shown

_OF_COLUMN: Mapping[str, type[Word]] = {
    "absence": Cell,
    "state": Cell,
    "status": Status,
    "before": Status,
    "after": Status,
    "shown": Status,
    "side": Status,
    "bubble": Status,
    "form": Form,
    "confidence": Confidence,
}
"""Columns whose values are words of a closed list."""
_ENGLISH: Mapping[str, str] = {
    "channel": "existing channel",
    "neighbours": "shared neighbours",
    "white_space": "white space",
    "intent": "announced intent",
}
"""Values that are names of ours rather than words."""
_THAI: Mapping[str, str] = {
    # claims to check
    "one source only": "มีแหล่งข้อมูลเดียว",
    "told only by a party to it": "คู่ภาคีเป็นผู้ให้ข้อมูลฝ่ายเดียว",
    "no date": "ไม่ทราบวันที่",
    "older than a year": "ข้อมูลเก่ากว่าหนึ่งปี",
    # changes
    "began": "เริ่มต้น",
    "may have begun": "อาจเริ่มต้นในช่วงนี้",
    "over again": "เริ่มและสิ้นสุดในช่วงนี้",
    "written about": "มีหลักฐานใหม่",
    "only the record is new": "ใหม่เฉพาะการบันทึก",
    # programmes
    "runs it": "ผู้ดำเนินโครงการ",
    "none known": "ไม่ทราบว่ามี",
    "not given": "ไม่ได้ระบุ",
    "online business platform (unnamed)": "แพลตฟอร์มธุรกิจออนไลน์ (ไม่ระบุชื่อ)",
    "the share of those matched: both figures are bounds, not counts": "สัดส่วนของผู้ที่จับคู่ได้: ตัวเลขทั้งสองเป็นขอบเขต มิใช่จำนวนนับ",
    "whether the figure of those joined is a total: it is read as increase": "จำนวนผู้เข้าร่วมเป็นยอดรวมหรือไม่: อ่านความได้ว่าเป็นจำนวนที่เพิ่มขึ้น",
    "what the growth is measured against": "อัตราเพิ่มเทียบกับฐานใด",
    "the period": "ช่วงเวลา",
    # the next link
    "nobody searched for links with this member in this sub-sector": "ยังไม่มีผู้ค้นหาความเชื่อมโยงกับสมาชิกนี้ในสาขาย่อยนี้",
    "counterpart: no agency of the member is known from a running link with the country": "หน่วยงานคู่ร่วมมือ: ไม่ทราบหน่วยงานของสมาชิกจากความเชื่อมโยงที่ดำเนินอยู่",
    "supply and need: no item of FAO's food balance falls in this sub-sector": "อุปทานและความต้องการ: ไม่มีรายการในบัญชีสมดุลอาหารของ FAO ที่ตรงกับสาขาย่อยนี้",
    "evidence: no running link of the two countries to judge by": "หลักฐาน: ไม่มีความเชื่อมโยงที่ดำเนินอยู่ระหว่างสองประเทศให้พิจารณา",
    "what the other side says in its own words: one page tells of both": "ถ้อยคำของอีกฝ่ายเอง: หน้าเดียวกันเล่าถึงทั้งสองฝ่าย",
    # disagreement
    "link": "ความเชื่อมโยง",
    "agreement": "ความตกลง",
    "figure": "ตัวเลข",
    "status": "สถานะ",
    "membership": "การเป็นภาคี",
    "in force since": "วันที่มีผลบังคับใช้",
    # coverage
    "member": "สมาชิก",
    "sub-sector": "สาขาย่อย",
    # trade
    "actual exports by item in tonnes: the food balance names no partner": "การส่งออกจริงรายสินค้าเป็นตัน: บัญชีสมดุลอาหารไม่ระบุคู่ค้า",
    "ease of trade: actual over expected trade of the pair, in one unit": "ความสะดวกทางการค้า: การค้าจริงเทียบกับที่คาดหมายในหน่วยเดียวกัน",
    "tariff advantage and projected growth by item": "แต้มต่อทางภาษีและการเติบโตที่คาดการณ์รายสินค้า",
    # parts of the score
    "supply": "อุปทาน",
    "need": "ความต้องการ",
    "channel": "ช่องทางที่มีอยู่",
    "experience": "ประสบการณ์",
    "neighbours": "เพื่อนร่วมเครือข่าย",
    "white_space": "พื้นที่ว่าง",
    "intent": "ความตั้งใจที่ประกาศ",
    "evidence": "หลักฐาน",
}
_UNITS = {"firms": "ราย", "million THB": "ล้านบาท", "percent": "%"}
_BOUNDS = {"more than": "มากกว่า", "at least": "ไม่น้อยกว่า", "about": "ประมาณ", "less than": "น้อยกว่า", "not before": "ไม่ก่อน"}
_BOUND = "|".join(_BOUNDS)
_AMOUNT = rf"(?:({_BOUND}) )?([\d.,-]+)"
_MEASURED = re.compile(rf"{_AMOUNT} ({'|'.join(_UNITS)})")
_SHARE = re.compile(rf"{_AMOUNT} of {_AMOUNT} ({'|'.join(_UNITS)})")
_BEFORE = re.compile(r"not before (\d{4}(?:-\d{2}){0,2})")
_TURNED = re.compile(r"(\w[\w ]*) to (\w[\w ]*)")
_NONE_FOUND = re.compile(r"none found on (\S+) in (.+) \((\w+)\); elsewhere nobody searched")
_SEARCHED = re.compile(r"searched on (\S+) in (.+) \((\w+)\), unclear")
_NO_ROWS = re.compile(r"(?:(supply and need|supply|need): )?no data: FAO's food balance of (\d+) has no rows for (.+)")
_NO_NEED = re.compile(
    r"(supply|need): the (member|country) imports none of the sub-sector's items of which the other side's exports are known"
)
_STALE = re.compile(r"the figures of (\d+) of (\d+) items of (\d+) are those of (\d+) at the source")
_COUNTED = re.compile(r"(\d+): (.+)")
_TH = {
    "supply and need": "อุปทานและความต้องการ",
    "supply": "อุปทาน",
    "need": "ความต้องการ",
    "member": "สมาชิก",
    "country": "ประเทศ",
    "none": "ไม่พบ",
    "unclear": "ไม่ชัดเจน",
    "stored public web pages": "หน้าเว็บสาธารณะที่จัดเก็บไว้",
}


_NAMED = """
MATCH (n) WHERE n.name_th IS NOT NULL AND any(label IN labels(n) WHERE label IN $kinds)
RETURN DISTINCT n.name AS name, n.name_th AS name_th
"""
_KINDS = ("Sector", "Country", "Agency", "Firm", "Programme", "Agreement", "Bloc", "Group")


@dataclass(frozen=True)
class Wording:
    """How values of answers are worded in a language. `names`: Thai names of what has one, where one name means one."""

    language: str
    names: Mapping[str, str] = field(default_factory=dict[str, str])

    def of(self, row: Record, column: str) -> list[str]:
        """The values of a column, one by one where it holds a list; nothing for what has none."""
        twin = row.get(f"{column}_th") if self.language == "th" else None
        value: Any = twin or row[column]
        held = cast("list[Any]", value) if isinstance(value, list | tuple) else [value]
        told = [plain(each) for each in held if each is not None]
        return [shown(self.names.get(each) or term(each, column, self.language)) for each in told]


def wording_of(store: Reader, language: str) -> Wording:
    """The wording for a language, with the names that the graph holds in it."""
    if language == "en":
        return Wording(language)
    found: dict[str, set[str]] = {}
    for row in store.ask(_NAMED, {"kinds": list(_KINDS)}):
        found.setdefault(row["name"], set()).add(row["name_th"])
    return Wording(language, {name: min(twins) for name, twins in found.items() if len(twins) == 1})


def term(text: str, column: str, language: str) -> str:
    """A value of an answer as a reader of the language sees it."""
    words = _OF_COLUMN.get(column)
    if words is not None and text in {word.value for word in words}:
        return words(text).label(language)
    if language == "th" and text in _THAI:
        return _THAI[text]
    turned = _TURNED.fullmatch(text)
    if turned and {*turned.groups()} <= {word.value for word in Status}:
        before, after = (Status(word).label(language) for word in turned.groups())
        return f"{before} → {after}"
    return _in_thai(text) if language == "th" else _ENGLISH.get(text, text)


def _in_thai(text: str) -> str:
    """A phrase with names and numbers in it."""
    if found := _MEASURED.fullmatch(text):
        return _amount(found[1], found[2], found[3])
    if found := _SHARE.fullmatch(text):
        return f"{_amount(found[1], found[2], found[5])} จาก{_amount(found[3], found[4], found[5])}"
    if found := _BEFORE.fullmatch(text):
        return f"ไม่ก่อน {found[1]}"
    if found := _NONE_FOUND.fullmatch(text):
        return f"ค้นแล้วไม่พบเมื่อ {found[1]} ใน{_TH.get(found[2], found[2])} ({found[3]}) แหล่งอื่นยังไม่มีผู้ค้นหา"
    if found := _SEARCHED.fullmatch(text):
        return f"ค้นเมื่อ {found[1]} ใน{_TH.get(found[2], found[2])} ({found[3]}) ยังไม่ชัดเจน"
    if found := _NO_ROWS.fullmatch(text):
        what = f"{_TH[found[1]]}: " if found[1] else ""
        return f"{what}ไม่มีข้อมูล: บัญชีสมดุลอาหารของ FAO ปี {found[2]} ไม่มีข้อมูลของ {found[3]}"
    if found := _NO_NEED.fullmatch(text):
        return f"{_TH[found[1]]}: {_TH[found[2]]}ไม่นำเข้าสินค้าในสาขาย่อยนี้ที่ทราบการส่งออกของอีกฝ่าย"
    if found := _STALE.fullmatch(text):
        return f"ข้อมูลปี {found[3]} ของ {found[1]} จาก {found[2]} รายการเป็นข้อมูลปี {found[4]} ตามต้นทาง"
    if found := _COUNTED.fullmatch(text):
        rest = ", ".join(f"{_TH.get(w, w)} {n}" for n, _, w in (p.partition(" ") for p in found[2].split(", ")))
        return f"{found[1]}: {rest}"
    return text


def _amount(bound: str | None, value: str, unit: str) -> str:
    told = _BOUNDS[bound] if bound else ""
    if unit == "percent":
        return f"{told}ร้อยละ {value}"
    return f"{told} {value} {_UNITS[unit]}".strip()
