"""Sentences on what a programme is said to have brought and what other members run, in English and Thai."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.store import Record
from graph.vocabulary import Comparator, Status
from queries.sentences.networks import by_source, figures
from queries.sentences.wording import NAMED, Sentence, by_step, counted, listed, nothing, some

_AMOUNT = re.compile(r"(?:(more than|at least|about|less than) )?([\d.,]+) (.+)")
_UNITS_TH = {"firms": "กิจการ", "million THB": "ล้านบาท", "countries": "ประเทศ"}
_TWO_SIDED = "two-sided: joins a programme of either side"
_SAME, _NEAR = "same form and sub-sector", "same form, wider or narrower sector"


def figures_of_programme(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many figures how many sources give, the most telling of each, and how they may be read."""
    if not rows:
        return nothing(language)
    sources = len({row["address"] or row["source"] for row in rows})
    subjects = len({row["about"] for row in rows})
    phrases = [(about, told) for (about, _), given in by_source(rows).items() if (told := figures(given, language))]
    bounds = sum(row["comparator"] in (">", ">=", "<", "~") for row in rows)
    rises = sum(row["reading"] is not None for row in rows)
    timeless = sum(row["period"] in (None, "not given") for row in rows)
    if language == "th":
        # the name of a subject has no Thai in the rows, so it is told only to tell subjects apart
        many = len(phrases) > 1
        given = [f"{about}: {told}" if many else told for about, told in phrases[:NAMED]]
        return (
            f"แหล่งข้อมูล {sources} แห่งให้ตัวเลข {len(rows)} รายการใน {subjects} เรื่อง"
            + "".join(f"; {each}" for each in given)
            + (f"; {bounds} รายการเป็นค่าขอบเขต ไม่ใช่จำนวนนับ" if bounds else "")
            + (f"; {rises} รายการอาจเป็นส่วนที่เพิ่มขึ้น ไม่ใช่ยอดรวม" if rises else "")
            + (f"; ไม่ทราบช่วงเวลา {timeless} รายการ" if timeless else "")
        )
    return (
        f"{counted(sources, 'source gives', 'sources give')} {counted(len(rows), 'figure', 'figures')} "
        f"on {counted(subjects, 'subject', 'subjects')}."
        + "".join(f" {about[:1].upper()}{about[1:]}: {told}." for about, told in phrases[:NAMED])
        + (f" {counted(bounds, 'figure is a bound', 'figures are bounds')}, not counts." if bounds else "")
        + (f" {rises} may be an increase, not a total." if rises else "")
        + (f" For {timeless} no period is given." if timeless else "")
    )


def programme_funnel(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many joined, were matched and sold by the source that tells most, and what it leaves open."""
    if not rows:
        return nothing(language)
    row = max(rows, key=lambda each: sum(each[name] is not None for name in ("joined", "matched", "sales")))
    others = len(rows) - 1
    amount = {name: _amount(row[name], language) for name in ("joined", "matched", "sales", "growth")}
    share = row["share_percent"]
    left = _left_open(row["unknowns"] or (), language)
    if language == "th":
        of_those = f" (ร้อยละ {share:g} ของผู้เข้าร่วม)" if share is not None else ""
        told = [
            f"เข้าร่วม{amount['joined']}" if row["joined"] else "",
            f"จับคู่ได้{amount['matched']}{of_those}" if row["matched"] else "",
            f"ยอดขาย{amount['sales']}" if row["sales"] else "",
            f"เพิ่มขึ้น{amount['growth']}" if row["growth"] else "",
        ]
        return (
            f"แหล่งข้อมูลหนึ่งระบุว่า {' '.join(filter(None, told))}"
            + (f"; ยังไม่ทราบ: {', '.join(left)}" if left else "")
            + (f"; มีตัวเลขจากแหล่งหรือช่วงเวลาอื่นอีก {others} ชุด ซึ่งไม่นำมารวมกัน" if others else "")
        )
    of_those = f" ({share:g} per cent of those)" if share is not None else ""
    told = [
        f"{amount['joined']} joined" if row["joined"] else "",
        f"{amount['matched']} were matched{of_those}" if row["matched"] else "",
        f"sales came to {amount['sales']}" if row["sales"] else "",
        f"growth came to {amount['growth']}" if row["growth"] else "",
    ]
    stand = counted(others, "other account stands", "other accounts stand")
    return (
        f"One source says of the {row['about']}: {listed(list(filter(None, told)), 'en')}."
        + (f" Not known: {listed(left, 'en')}." if left else "")
        + (f" {stand} beside it, never added up." if others else "")
    )


def _amount(text: str | None, language: str) -> str:
    """An amount as the rows have it ("more than 200 firms"), with its bound and unit in that language."""
    found = _AMOUNT.fullmatch(text or "")
    if not found:
        return f" {text}" if language == "th" else text or ""
    bound, number, unit = found.groups()
    value = f"{float(number.replace(',', '')):,.10g}"
    if language != "th":
        return f"{bound + ' ' if bound else ''}{value} {unit.replace('THB', 'baht').replace('percent', 'per cent')}"
    told = next((word.th for word in Comparator if word.en == bound), "")
    return f"{told}ร้อยละ {value}" if unit == "percent" else f"{told or ''} {value} {_UNITS_TH.get(unit, unit)}"


_OPEN = (
    ("how many joined", "how many joined", "จำนวนผู้เข้าร่วม"),
    ("how many were matched", "how many were matched", "จำนวนที่จับคู่ได้"),
    ("the share of those matched", "the share matched (both are bounds)", "สัดส่วนที่จับคู่ได้ (ตัวเลขทั้งสองเป็นค่าขอบเขต)"),
    ("whether the figure of those joined", "whether those who joined are a total", "ผู้เข้าร่วมเป็นยอดรวมหรือไม่"),
    ("what the growth is measured against", "what growth is measured against", "ฐานที่ใช้เทียบการเติบโต"),
    ("the period", "the period", "ช่วงเวลา"),
)


def _left_open(unknowns: Sequence[str], language: str) -> list[str]:
    """What a source leaves open, in the words of the reader."""
    return [th if language == "th" else en for said, en, th in _OPEN if any(each.startswith(said) for each in unknowns)]


def foreign_initiatives(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many initiatives others run, which the country has its like of, and which it has not."""
    if not rows:
        return nothing(language)
    shared = [row for row in rows if row["likeness"] == _TWO_SIDED]
    others = [row for row in rows if row["likeness"] != _TWO_SIDED]
    alike = Counter(row["likeness"] for row in others)
    like = alike[_SAME] + alike[_NEAR]
    lacking = [str(row["what"] or row["initiative"]) for row in others if row["likeness"] not in (_SAME, _NEAR)]
    named = f": {listed(lacking, language)}" if len(lacking) <= NAMED else ""
    steps = by_step((row["status"] for row in others), language)
    joined = some([_joined(row, language) for row in shared], language)
    if language == "th":
        parts = [
            f"สมาชิกอื่นมีโครงการริเริ่ม {len(others)} รายการ: {steps}" if others else "ไม่พบโครงการริเริ่มของสมาชิกอื่น",
            f"ประเทศนี้มีรูปแบบเดียวกัน {like} รายการ: สาขาย่อยเดียวกัน {alike[_SAME]} สาขาที่กว้างหรือแคบกว่า {alike[_NEAR]}"
            if like
            else "",
            f"ไม่พบรายการที่คล้ายกันของประเทศนี้ {len(lacking)} รายการ{named}" if lacking else "",
            f"ประเทศนี้ร่วมเชื่อมโครงการของสองฝ่าย {len(shared)} รายการ: {joined}" if shared else "",
            "ไม่มีแหล่งข้อมูลใดระบุว่ารายการใดเป็นต้นแบบ" if like else "",
        ]
        return "; ".join(filter(None, parts))
    has = f"{alike[_SAME]} in the same sub-sector, {alike[_NEAR]} in a wider or narrower one"
    parts = [
        f"Other members have {counted(len(others), 'initiative', 'initiatives')}: {steps}."
        if others
        else "No initiative of other members is known.",
        f"The country has its own of that form for {like}: {has}." if like else "",
        f"For {len(lacking)} none of its own is known{named}." if lacking else "",
        f"{counted(len(shared), 'link of its own joins', 'links of its own join')} programmes of two sides: {joined}."
        if shared
        else "",
        "Which was the model no source says." if like else "",
    ]
    return " ".join(filter(None, parts))


def _joined(row: Record, language: str) -> str:
    """Which programmes a link joins, and how far it has come."""
    status = next((word.label(language) for word in Status if word == row["status"]), "")
    return f"{listed(row['platforms'], language) or row['initiative']}{f' ({status})' if status else ''}"


SENTENCES: dict[str, Sentence] = {
    "figures-of-programme": figures_of_programme,
    "programme-funnel": programme_funnel,
    "foreign-initiatives": foreign_initiatives,
}
