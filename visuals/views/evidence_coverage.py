"""Evidence coverage: on how many sources each link rests, how old the last word of it is, and who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from visuals.cards.card import EVIDENCE, LINKS, read_cards
from visuals.charts.chart import Part
from visuals.charts.coverage import GROUPS, ONE, PARTY, SEVERAL, UNDATED, Coverage, Dot, Row
from visuals.picture import Text, shown
from visuals.view import Answers, view

COVERAGE, CHECK = "evidence-coverage", "claims-to-check"
REASONS = {
    "one source only": Text("one source only", "มีเพียงแหล่งเดียว"),
    "told only by a party to it": Text("told only by a party to it", "มีเพียงคำบอกของคู่ภาคีเอง"),
    "no date": Text("no date", "ไม่ทราบวันที่"),
    "older than a year": Text("older than a year", "เก่ากว่าหนึ่งปี"),
}


@view(
    COVERAGE,
    en="How well is each link sourced?",
    th="ความเชื่อมโยงแต่ละรายการมีแหล่งข้อมูลรองรับดีเพียงใด",
    asks=(COVERAGE, CHECK, LINKS, EVIDENCE),
    canvas=Coverage,
)
def evidence_coverage(chart: Coverage, answers: Answers) -> None:
    """A row of dots for each member, one dot a link, the best sourced first."""
    links = {row["link"]: row for row in answers[LINKS] if row["reach"] == "by name"}
    reasons = {row["link"]: row for row in answers[CHECK]}
    chart.links, chart.passages = read_cards(answers, links)
    dots: dict[str, Dot] = {}
    for member in answers[COVERAGE]:
        if member["of"] == "member":
            own = [link for link in links.values() if member["id"] in link["members"]]
            _open(chart, dots, own, reasons)
            row = sorted((dots[link["link"]] for link in own), key=_place)
            name = Text(shown(member["name"]), shown(member["name_th"] or ""))
            chart.dots.append(Row(name, tuple(row)))
    chart.say(*_answer(dots.values(), reasons))
    _table(chart, answers[COVERAGE])
    chart.note(
        "A dot is a link that names the sector; one that joins several members stands in the row of each. Age: since "
        "the newest day that its evidence tells of. Pages count as sources; two pages of one publisher are two.",
        "หนึ่งจุดคือหนึ่งความเชื่อมโยงที่ระบุสาขา หากมีสมาชิกหลายประเทศจะแสดงในแถวของทุกประเทศ อายุนับจากวันล่าสุดที่หลักฐานกล่าวถึง "
        "นับหน้าเอกสารเป็นแหล่งข้อมูล สองหน้าของผู้เผยแพร่เดียวกันนับเป็นสอง",
    )


def _open(
    chart: Coverage,
    dots: dict[str, Dot],
    links: Sequence[Mapping[str, Any]],
    reasons: Mapping[str, Mapping[str, Any]],
) -> None:
    """Parts for the links that have none yet."""
    found: list[tuple[Dot, Mapping[str, Any]]] = []
    for link in links:
        if link["link"] not in dots:
            check = reasons.get(link["link"], {"reasons": [], "months_old": 0, "last_evidence": link["last_evidence"]})
            group = _group(check["reasons"])
            months = None if "no date" in check["reasons"] else check["months_old"]
            found.append((Dot(0, group, months, link["confidence"] != "stated"), {**link, **check}))
    for dot, link in sorted(found, key=lambda pair: _place(pair[0])):
        chart.groups[link["link"]] = dot.group
        dots[link["link"]] = dot._replace(part=len(chart.parts))
        chart.parts.append(_part(link, dot.group))


def _group(reasons: Sequence[str]) -> str:
    if "told only by a party to it" in reasons:
        return PARTY
    if "one source only" not in reasons:
        return SEVERAL
    return UNDATED if "no date" in reasons else ONE


def _place(dot: Dot) -> tuple[int, int, bool, int]:
    return list(GROUPS).index(dot.group), -1 if dot.months is None else dot.months, dot.is_inferred, dot.part


def _part(link: Mapping[str, Any], group: str) -> Part:
    told = [REASONS.get(reason, Text(shown(reason))) for reason in link["reasons"]] or [GROUPS[group]]
    last = shown(link["last_evidence"] or "–")
    countries = shown(", ".join(link["countries"] or ()))
    said = Text(
        f"{countries} · {'; '.join(each.en for each in told)} · last heard of: {last}",
        f"{countries} · {'; '.join(each.of('th') for each in told)} · ข่าวล่าสุด: {last}",
    )
    unknowns = tuple(shown(unknown) for unknown in link.get("unknowns", ()))
    return Part(Text(shown(link["what"] or link["link"])), said, (link["link"],), (), unknowns)


def _answer(dots: Iterable[Dot], reasons: Mapping[str, Mapping[str, Any]]) -> tuple[str, str]:
    """How many links rest on more than one source, are old, or known only from a party to them."""
    every = list(dots)
    count = Counter(dot.group for dot in every)
    old = sum("older than a year" in row["reasons"] for row in reasons.values())
    undated = sum(dot.months is None for dot in every)
    inferred = sum(dot.is_inferred for dot in every)
    told = (
        f"{count[SEVERAL]} of {len(every)} links rest on more than one source. Of {old} the last word is more than a "
        f"year old, {undated} have no date, {count[PARTY]} are known only from a party to them, "
        f"{inferred} are inferred."
    )
    told_th = (
        f"ความเชื่อมโยง {count[SEVERAL]} จาก {len(every)} รายการมีมากกว่าหนึ่งแหล่งข้อมูล ข่าวล่าสุดของ {old} รายการเก่ากว่าหนึ่งปี "
        f"{undated} รายการไม่ทราบวันที่ {count[PARTY]} รายการมีเพียงคำบอกของคู่ภาคีเอง และ {inferred} รายการเป็นการอนุมาน"
    )
    return told, told_th


def _table(chart: Coverage, rows: Sequence[Mapping[str, Any]]) -> None:
    heads = (
        ("Member or sub-sector", "สมาชิกหรือสาขาย่อย"),
        ("Links", "ความเชื่อมโยง"),
        ("On one source", "แหล่งข้อมูลเดียว"),
        ("On more", "มากกว่าหนึ่งแหล่ง"),
        ("Stated", "แหล่งข้อมูลระบุ"),
        ("Inferred", "อนุมาน"),
        ("Without a start", "ไม่ทราบวันเริ่ม"),
    )
    chart.columns = tuple(Text(*head) for head in heads)
    counted = ("links", "one_source", "more_sources", "stated", "inferred", "undated")
    chart.rows = [
        (
            Text(shown(row["name"]), shown(row["name_th"] or "")),
            *(Text(str(row[column])) for column in counted),
        )
        for row in rows
    ]
