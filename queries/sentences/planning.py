"""Sentences on which link to seek next, what the order of them rests on and how far it holds, in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.store import Record
from queries.sentences.wording import NAMED, Sentence, counted, listed, named

_PARTS = {
    "supply": ("supply", "อุปทาน"),
    "need": ("need", "ความต้องการ"),
    "channel": ("existing channel", "ช่องทางที่มีอยู่"),
    "experience": ("experience in the sub-sector", "ประสบการณ์ในสาขาย่อย"),
    "neighbours": ("shared neighbours", "เพื่อนร่วมเครือข่าย"),
    "white_space": ("white space", "พื้นที่ว่าง"),
    "intent": ("announced intent", "ความตั้งใจที่ประกาศ"),
    "agreement": ("agreements in force", "ความตกลงที่มีผล"),
    "evidence": ("evidence", "หลักฐาน"),
}
_SCORE, _DEGREE, _CHANCE = "all parts", "degree only", "by chance"
_METHODS = {
    _SCORE: ("by the score", "ตามคะแนน"),
    _DEGREE: ("by the count of links alone", "ตามจำนวนความเชื่อมโยงอย่างเดียว"),
    "trade only": ("by trade alone", "ตามการค้าอย่างเดียว"),
    _CHANCE: ("by chance", "โดยสุ่ม"),
}
TOP = 10


def next_best_links(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """The first three candidates with their scores, and that a score is no forecast."""
    first = [row for row in rows if row["score"] is not None][:NAMED]
    told = ", ".join(f"{_pair(row, language)} ({row['score']:.2f})" for row in first)
    if language == "th":
        return (f"อันดับแรก: {told} " if told else "ไม่มีตัวเลือกที่ให้คะแนนได้ ") + _ORDER_TH
    return (f"First {'comes' if len(first) == 1 else 'come'} {told}. " if told else "No pair can be scored. ") + _ORDER


_ORDER = "The score ranks what to look at; it is no forecast."
_ORDER_TH = "คะแนนเป็นการเรียงลำดับสิ่งที่ควรพิจารณา ไม่ใช่การพยากรณ์"


def next_best_parts(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How much each part weighs, how many are known for all candidates, and for how many the others are."""
    if not rows:
        return ""
    every = rows[0]["known"] + rows[0]["not_known"]
    weighing = sorted((row for row in rows if row["share"]), key=lambda row: -row["share"])
    weights: dict[float, list[str]] = {}
    for row in weighing:
        weights.setdefault(row["share"], []).append(_part(row["part"], language))
    partly = sorted((row for row in weighing if row["not_known"]), key=lambda row: row["known"])
    whole = len(weighing) - len(partly)
    known = ", ".join(f"{_part(row['part'], language)} {row['known']}" for row in partly)
    if language == "th":
        shares = "; ".join(
            f"{' '.join(names)} {'ส่วนละ' * (len(names) > 1)}ร้อยละ {100 * share:g}" for share, names in weights.items()
        )
        return (
            f"คะแนนเป็นค่าเฉลี่ยถ่วงน้ำหนักของ {len(weighing)} ส่วน: {shares}; จากตัวเลือก {every} คู่ ทราบค่าครบทุกคู่ {whole} ส่วน"
            + (f" ทราบเพียงบางคู่: {known}" if partly else "")
            + "; ค่าที่ไม่ทราบไม่นับเป็นศูนย์"
        )
    shares = "; ".join(
        f"{listed(names, 'en')} {100 * share:g} %{' each' * (len(names) > 1)}" for share, names in weights.items()
    )
    return (
        f"The score is the weighted mean of {counted(len(weighing), 'part', 'parts')}: {shares}. "
        f"Of {counted(every, 'candidate', 'candidates')}, {counted(whole, 'part is', 'parts are')} known for all"
        + (f"; for fewer: {known}." if partly else ".")
        + " What is not known is not counted as zero."
    )


def next_best_sensitivity(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Which candidates stay in front whatever the weights, which weight moves most, and the widest swing."""
    if not rows:
        return ""
    trials = rows[0]["trials"]
    front = [row for row in rows if row["rank"] <= TOP]
    firm = [row for row in front if row["in_top_ten"] == row["trials"]]
    moving = Counter(row["most_moving"] for row in rows if row["most_moving"]).most_common(1)
    told = ", ".join(_pair(row, language) for row in firm[:NAMED])
    more = len(firm) - NAMED
    widest = max(rows, key=lambda row: row["worst"] - row["best"])
    swing = _pair(widest, language) if widest["worst"] > widest["best"] else ""
    if language == "th":
        return (
            f"เมื่อลดหรือเพิ่มน้ำหนักทีละส่วน {trials} ครั้ง ตัวเลือก {len(firm)} จาก {len(front)} อันดับแรกยังอยู่ในสิบอันดับแรกทุกครั้ง"
            + (f": {told}{f' และอีก {more} คู่' if more > 0 else ''}" if told else "")
            + (f"; น้ำหนักที่มีผลมากที่สุดคือ{_part(moving[0][0], 'th')} ({moving[0][1]} จาก {len(rows)} คู่)" if moving else "")
            + (f"; เปลี่ยนมากที่สุด: {swing} อันดับ {widest['best']} ถึง {widest['worst']}" if swing else "")
            + f"; {_ORDER_TH}"
        )
    stay = "stays" if len(firm) == 1 else "stay"
    return (
        f"With each weight halved and doubled in turn, {trials} trials, {len(firm)} of {len(front)} listed in front "
        f"{stay} among the first ten every time"
        + (f": {told}{f' and {more} more' if more > 0 else ''}." if told else ".")
        + (f" Most is moved by {_part(moving[0][0], 'en')} ({moving[0][1]} of {len(rows)} listed)." if moving else "")
        + (f" The widest swing: {swing}, rank {widest['best']} to {widest['worst']}." if swing else "")
        + f" {_ORDER}"
    )


def next_best_back_test(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many of the links that came later each way of ranking had in front, and whether the score did best."""
    by_method = {row["method"]: row for row in rows}
    own = by_method.get(_SCORE)
    if own is None:
        return ""
    came, every, undated = own["came_true"], own["candidates"], own["undated"]
    thai = language == "th"
    left = ""
    if undated:
        links = counted(undated, "link without a date is", "links without a date are")
        left = f"; ไม่นับความเชื่อมโยงที่ไม่ทราบวันที่ {undated} รายการ" if thai else f" {links} left out."
    if not came:
        return (
            f"จาก {every} คู่ ไม่มีคู่ใดที่ทราบว่าเกิดขึ้นหลังวันตัดข้อมูล จึงทดสอบการจัดอันดับไม่ได้{left}"
            if thai
            else f"Of {every} pairs not one is known to have come true after the cut-off: nothing to test by.{left}"
        )
    tens = ", ".join(
        f"{_method(name, language)} {round(row['top_ten'], 1):g}"
        for name, row in by_method.items()
        if row["top_ten"] is not None
    )
    best = max(
        (row for row in rows if row["average_precision"] is not None),
        key=lambda row: row["average_precision"],
        default=None,
    )
    if thai:
        return (
            f"จาก {every} คู่ มี {came} คู่ที่เกิดขึ้นจริงหลังวันตัดข้อมูล"
            + (f" อยู่ในสิบอันดับแรก: {tens}" if every > TOP else "")
            + (f"; ตลอดทั้งรายการ {_verdict(own, best, 'th')}" if best else "")
            + left
        )
    pairs = "1 pair" if came == 1 else f"{came} pairs"
    return (
        f"Of {counted(every, 'candidate', 'candidates')} {pairs} came true after the cut-off."
        + (f" Among the first ten stood: {tens}." if every > TOP else "")
        + (f" Over the whole list {_verdict(own, best, 'en')}." if best else "")
        + left
    )


def _verdict(own: Record, best: Record, language: str) -> str:
    """By which way of ranking those that came true stand furthest in front, beside the score."""
    held, top = own["average_precision"], best["average_precision"]
    if best["method"] == _SCORE or held is None or held >= top:
        return (
            f"ไม่มีวิธีอื่นที่แม่นยำกว่าการเรียงตามคะแนน (ความแม่นยำเฉลี่ย {top:.2f})"
            if language == "th"
            else f"no other way does better than the score (average precision {top:.2f})"
        )
    name = _method(best["method"], language)
    if language == "th":
        return f"การเรียง{name}แม่นยำกว่าการเรียงตามคะแนน (ความแม่นยำเฉลี่ย {top:.2f} เทียบกับ {held:.2f})"
    return f"ranking {name} does better than by the score (average precision {top:.2f} against {held:.2f})"


def _pair(row: Record, language: str) -> str:
    return f"{named(row, 'member', language)} × {named(row, 'sub_sector', language)}"


def _part(name: str, language: str) -> str:
    en, th = _PARTS.get(name, (name, name))
    return th if language == "th" else en


def _method(name: str, language: str) -> str:
    en, th = _METHODS.get(name, (name, name))
    return th if language == "th" else en


SENTENCES: dict[str, Sentence] = {
    "next-best-links": next_best_links,
    "next-best-parts": next_best_parts,
    "next-best-sensitivity": next_best_sensitivity,
    "next-best-back-test": next_best_back_test,
}
