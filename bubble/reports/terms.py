"""Values of answers as a report words them: phrases with figures in Thai too, names by their Thai names.

A phrase that is not here stays as it is: names, and what a source says, are not translated by us.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from bubble.present import plain
from bubble.thai_cells import in_thai
from bubble.thai_names import names_for
from bubble.unknowns import told_in
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
    # programmes
    "none known": "ไม่ทราบว่ามี",
    "not given": "ไม่ได้ระบุ",
    "online business platform (unnamed)": "แพลตฟอร์มธุรกิจออนไลน์ (ไม่ระบุชื่อ)",
    # disagreement
    "status": "สถานะ",
    "membership": "การเป็นภาคี",
    "in force since": "วันที่มีผลบังคับใช้",
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
_BOUNDS = {
    "more than": "มากกว่า",
    "at least": "ไม่น้อยกว่า",
    "about": "ประมาณ",
    "less than": "น้อยกว่า",
    "not before": "ไม่ก่อน",
}
_BOUND = "|".join(_BOUNDS)
_AMOUNT = rf"(?:({_BOUND}) )?([\d.,-]+)"
_MEASURED = re.compile(rf"{_AMOUNT} ({'|'.join(_UNITS)})")
_SHARE = re.compile(rf"{_AMOUNT} of {_AMOUNT} ({'|'.join(_UNITS)})")
_BEFORE = re.compile(r"not before (\d{4}(?:-\d{2}){0,2})")
_TURNED = re.compile(r"(\w[\w ]*) to (\w[\w ]*)")
_COUNTED = re.compile(r"(\d+): (.+)")
_TH = {
    "none": "ไม่พบ",
    "unclear": "ไม่ชัดเจน",
}


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
        return [shown(self._name(each) or term(each, column, self.language)) for each in told]

    def _name(self, text: str) -> str:
        """The Thai name, also of one thing of another: a programme (its members), a member: an agreement."""
        whole, bracket, part = text.removesuffix(")").partition(" (")
        if bracket and text not in self.names and {whole, part} <= set(self.names):
            return f"{self.names[whole]} ({self.names[part]})"
        whole, colon, part = text.partition(": ")
        if colon and {whole, part} <= set(self.names):
            return f"{self.names[whole]}: {self.names[part]}"
        return self.names.get(text, "")


def wording_of(store: Reader, language: str) -> Wording:
    """The wording for a language, with the names that the graph holds in it."""
    return Wording(language, names_for(store, language))


def term(text: str, column: str, language: str) -> str:
    """A value of an answer as a reader of the language sees it."""
    words = _OF_COLUMN.get(column)
    if words is not None and text in {word.value for word in words}:
        return words(text).label(language)
    if language == "th" and (told := _THAI.get(text) or in_thai(column, text)) != text:
        return str(told)
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
    if found := _COUNTED.fullmatch(text):
        rest = ", ".join(f"{_TH.get(w, w)} {n}" for n, _, w in (p.partition(" ") for p in found[2].split(", ")))
        return f"{found[1]}: {rest}"
    return told_in(text, "th")


def _amount(bound: str | None, value: str, unit: str) -> str:
    told = _BOUNDS[bound] if bound else ""
    if unit == "percent":
        return f"{told}ร้อยละ {value}"
    return f"{told} {value} {_UNITS[unit]}".strip()
