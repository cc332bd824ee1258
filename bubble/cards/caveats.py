"""What a reader must know before relying on an answer: one line for each thing that the data do not settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bubble.cards.known import Link
from bubble.cards.words import WORDS, day
from bubble.documents.blocks import Notice, Run
from bubble.unknowns import told_in
from graph.store import Answer, Reader, Record
from graph.vocabulary import Cell, Confidence, Status
from queries import Question, ask
from visuals.picture import Text, shown

PLANS = (Status.IN_TALKS, Status.ANNOUNCED, Status.EXPECTED)
"""The statuses of what is wished or talked of: never a deal."""
_CELLS = "cells-of-matrix"
_DISAGREEING = "disagreeing-sources"
_ABSENT = ("state", "absence")
_OF_LINKS = {"links", "absence", "partners", "network", "planning"}
_SOME = 3
_NAMED = 4


@dataclass(frozen=True)
class Said:
    """All that caveats are drawn from: the question, its typed values, its answer, and what is known of its links."""

    store: Reader
    asked: Question
    values: Mapping[str, Any]
    answer: Answer
    links: Mapping[str, Link]
    evidence: Sequence[Record]
    data_date: str
    language: str

    def text(self, en: str, th: str) -> str:
        """The words in the language of the card."""
        return Text(en, th).of(self.language)


def caveats(said: Said) -> Notice:
    """The notice: plans, coverage, what is not known, age, conflicts, how sure it is, what the engine remarked."""
    lines = [
        ("Plans", "แผน", _plans(said)),
        ("Coverage", "ความครอบคลุม", _coverage(said)),
        ("Not known", "สิ่งที่ยังไม่ทราบ", _unknowns(said)),
        ("Age", "ความเป็นปัจจุบัน", _age(said)),
        ("Conflicts", "ข้อมูลขัดแย้ง", _conflicts(said)),
        ("Certainty", "ความแน่ชัด", _certainty(said)),
        ("Remarks", "หมายเหตุ", "; ".join(map(shown, said.answer.warnings))),
    ]
    items = [
        (Run(said.text(en, th) + (" – " if said.language == "th" else ": "), bold=True), Run(told))
        for en, th, told in lines
        if told
    ]
    return Notice(WORDS["caveats"].of(said.language), tuple(items))


def _plans(said: Said) -> str:
    """How many of what the answer lists are plans or talks; the rows tell first, they may be of another day."""
    rows = said.answer
    if "status" in rows.columns and ("links" not in rows.columns or "legs" in rows.columns):
        key = next((name for name in ("link", "initiative") if name in rows.columns), None)
        statuses = {str(row[key]) if key else str(place): row["status"] for place, row in enumerate(rows)}
        every, planned = len(statuses), sum(status in PLANS for status in statuses.values())
    else:
        every, planned = len(said.links), sum(link.status in PLANS for link in said.links.values())
    if not planned:
        return ""
    if every == 1:
        return said.text(
            "It is only announced, expected or in talks. A plan is not a deal.",
            "รายการนี้เป็นเพียงการประกาศ การคาดหวัง หรืออยู่ระหว่างหารือ แผนยังไม่ใช่ข้อตกลง",
        )
    return said.text(
        f"{planned:,} of {every:,} are only announced, expected or in talks. A plan is not a deal: "
        "none of them counts as running.",
        f"{planned:,} จาก {every:,} รายการเป็นเพียงการประกาศ การคาดหวัง หรืออยู่ระหว่างหารือ "
        "แผนยังไม่ใช่ข้อตกลง จึงไม่นับว่าดำเนินการอยู่",
    )


def _coverage(said: Said) -> str:
    """Where nobody looked, apart from where a search found none."""
    column = next((name for name in _ABSENT if name in said.answer.columns), None)
    if column and said.answer and said.asked.topic != "planning" and said.asked.name != "links-with-members":
        return _absences(said, [row[column] for row in said.answer], of_answer=True)
    if said.asked.topic not in _OF_LINKS or not (said.links or not said.answer):
        return ""
    taken = {"sector", "country", "as_of"} & said.values.keys()
    if "sector" not in taken:
        return said.text(
            "The data hold what searches have found. A link that is missing here may never have been looked for.",
            "ข้อมูลชุดนี้มีเฉพาะสิ่งที่ค้นพบ ความเชื่อมโยงที่ไม่ปรากฏอาจเป็นเพราะยังไม่มีผู้ค้นหา",
        )
    values = {name: said.values[name] for name in taken}
    return _absences(said, [row["state"] for row in ask(said.store, _CELLS, values)], of_answer=False)


def _absences(said: Said, states: Sequence[str | None], *, of_answer: bool) -> str:
    count = Counter(states)
    silent, none, unclear = count[Cell.SILENT], count[Cell.NONE], count[Cell.UNCLEAR]
    if not silent and not none and not unclear:
        return ""
    en = (
        "of the answer's {n:,} pairs of member and sub-sector"
        if of_answer
        else "of {n:,} pairs of member and sub-sector"
    )
    th = "จากคู่ประเทศสมาชิกกับสาขาย่อย {n:,} คู่" + ("ในคำตอบ" if of_answer else "")
    every = len(states)
    return said.text(
        f"nobody looked in {silent:,} {en.format(n=every)}: that is not “none found”. "
        f"A search found none in {none:,} and was unclear in {unclear:,}.".replace("nobody", "Nobody", 1),
        f"{th.format(n=every)} มี {silent:,} คู่ที่ยังไม่มีผู้ค้นหา ซึ่งต่างจาก “ค้นแล้วไม่พบ” "
        f"ค้นแล้วไม่พบ {none:,} คู่ และค้นแล้วยังไม่ชัดเจน {unclear:,} คู่",
    )


def _unknowns(said: Said) -> str:
    """What most rows say is not known, with how many say it."""
    told: Counter[str] = Counter()
    for row in said.answer:
        value: Any = row.get("unknowns")
        parts: list[Any] = [*value] if isinstance(value, list) else [value]
        told.update({part for part in parts if isinstance(part, str) and part})
    if not told:
        return ""
    every = len(said.answer)
    first = sorted(told, key=lambda part: (-told[part], part))[:_SOME]
    named = "; ".join(
        told_in(shown(part), said.language)
        + (
            said.text(f" ({told[part]:,} of {every:,} rows)", f" ({told[part]:,} จาก {every:,} แถว)")
            if every > 1
            else ""
        )
        for part in first
    )
    rest = len(told) - len(first)
    return (
        named
        + (
            said.text(f"; {rest:,} more in the column “unknowns”", f"; และอีก {rest:,} ข้อในคอลัมน์ “unknowns”")
            if rest
            else ""
        )
        + ("" if said.language == "th" else ".")
    )


def _age(said: Said) -> str:
    """The date of the data, the year of figures, and how long ago the links were last heard of."""
    told: list[str] = []
    if said.data_date:
        when = day(said.data_date, said.language)
        told.append(said.text(f"Data of {when}.", f"ข้อมูล ณ วันที่ {when}"))
    years = sorted({row["year"] for row in said.answer if isinstance(row.get("year"), int)})
    if years:
        span = f"{years[0]}" if len(years) == 1 else f"{years[0]}–{years[-1]}"
        told.append(said.text(f"Trade figures of {span}.", f"ตัวเลขการค้าปี ค.ศ. {span}"))
    heard = sorted(link.heard for link in said.links.values() if link.heard)
    if heard:
        count, middle, oldest = len(said.links), heard[(len(heard) - 1) // 2], heard[0]
        undated = count - len(heard)
        if count == 1:
            told.append(
                said.text(f"Last heard of: {day(oldest, 'en')}.", f"ข่าวล่าสุดของความเชื่อมโยง: {day(oldest, 'th')}")
            )
        else:
            told.append(
                said.text(
                    f"Half of the links were last heard of in or before {day(middle, 'en')}, the oldest in "
                    f"{day(oldest, 'en')}" + (f"; {undated:,} of {count:,} carry no date." if undated else "."),
                    f"ความเชื่อมโยงกึ่งหนึ่งมีข่าวล่าสุดไม่เกิน {day(middle, 'th')} เก่าที่สุด {day(oldest, 'th')}"
                    + (f" และ {undated:,} จาก {count:,} รายการไม่มีวันที่" if undated else ""),
                )
            )
    return " ".join(told)


def _conflicts(said: Said) -> str:
    """The links of the answer on which sources disagree, and how many rest on one source alone."""
    told: list[str] = []
    if said.links or said.asked.name == "agreements-of-members":
        rows = ask(said.store, _DISAGREEING)
        kept = {str(row["id"]): row for row in rows if row["id"] in said.links or _of_agreement(said, row)}
        if kept and said.asked.name != _DISAGREEING:
            named = ", ".join(shown(id) for id in list(kept)[:_NAMED]) + (
                said.text(" and others", " และอื่น ๆ") if len(kept) > _NAMED else ""
            )
            told.append(
                said.text(
                    f"Sources disagree on {len(kept):,}: {named} (bubble ask {_DISAGREEING}).",
                    f"แหล่งข้อมูลให้ข้อมูลขัดแย้งกัน {len(kept):,} รายการ: {named} (ดูด้วย bubble ask {_DISAGREEING})",
                )
            )
    if said.links:
        source_of: dict[str, set[str]] = {}
        for row in said.evidence:
            source_of.setdefault(row["id"], set()).add(row["source_id"])
        single = sum(
            len({source for id in link.evidence for source in source_of.get(id, ())}) == 1
            for link in said.links.values()
        )
        if single == len(said.links) == 1:
            told.append(
                said.text(
                    "The link rests on one source only, so nothing could contradict it.",
                    "ความเชื่อมโยงนี้มีแหล่งข้อมูลเพียงแห่งเดียว จึงไม่มีสิ่งใดให้เทียบ",
                )
            )
        elif single:
            told.append(
                said.text(
                    f"{single:,} of {len(said.links):,} links rest on one source only, so nothing could contradict it.",
                    f"ความเชื่อมโยง {single:,} จาก {len(said.links):,} รายการมีแหล่งข้อมูลเพียงแห่งเดียว จึงไม่มีสิ่งใดให้เทียบ",
                )
            )
    return " ".join(told)


def _of_agreement(said: Said, row: Record) -> bool:
    if row["kind"] != "agreement" or said.asked.name != "agreements-of-members":
        return False
    return any(row["id"] == f"{each['agreement']} – {each['code']}" for each in said.answer)


def _certainty(said: Said) -> str:
    """How much of the evidence is not stated by its source, and, in Thai, that its words are English."""
    sure = {row["id"]: row["confidence"] for row in said.evidence}
    count = Counter(sure.values())
    inferred, general = count[Confidence.INFERRED], count[Confidence.GENERAL]
    told: list[str] = []
    if inferred or general:
        told.append(
            said.text(
                f"Of {len(sure):,} passages {inferred:,} are inferred from their source and {general:,} are general "
                "knowledge without a source.",
                f"หลักฐาน {len(sure):,} รายการ เป็นการอนุมานจากแหล่งข้อมูล {inferred:,} รายการ "
                f"และเป็นความรู้ทั่วไปที่ไม่มีแหล่งอ้างอิง {general:,} รายการ",
            )
        )
    english = sum(bool(row["gloss"]) and not row["gloss_th"] for row in said.evidence)
    if said.language == "th" and english:
        told.append(f"สาระของหลักฐาน {english:,} รายการมีเฉพาะภาษาอังกฤษตามที่บันทึกไว้ในข้อมูล")
    return " ".join(told)
