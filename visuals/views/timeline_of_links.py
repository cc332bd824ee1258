"""The timeline: when a country's links with each member began, plans told apart from deals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from graph.vocabulary import Status
from visuals.cards.card import EVIDENCE, LINKS, read_cards
from visuals.charts.chart import Part
from visuals.charts.ties import absence_of, name_of
from visuals.charts.timeline import Event, Lane, Timeline, span
from visuals.payload import label_of
from visuals.picture import Text, shown
from visuals.view import Answers, view

MEMBERS = "links-with-members"
PLANS = (Status.IN_TALKS, Status.ANNOUNCED, Status.EXPECTED)
RECENT = 3
"""How many of the newest years the answer sums up."""


@view(
    "timeline-of-links",
    en="When did a country's links with each member begin?",
    th="ความเชื่อมโยงของประเทศหนึ่งกับสมาชิกแต่ละประเทศเริ่มขึ้นเมื่อใด",
    asks=(MEMBERS, LINKS, EVIDENCE),
    canvas=Timeline,
)
def timeline_of_links(chart: Timeline, answers: Answers) -> None:
    """A lane for each member with a sign where each link began; what has no date is counted, not drawn."""
    own = next(row for row in answers[MEMBERS] if row["is_country"])
    links = {row["link"]: row for row in answers[LINKS]}
    chart.ask(
        f"When did {own['member']}'s links with each member begin?",
        f"ความเชื่อมโยงของ{own['member_th']}กับสมาชิกแต่ละประเทศเริ่มขึ้นเมื่อใด",
    )
    ours = {link: links[link] for link in own["link_ids"] if link in links}
    chart.links, chart.passages = read_cards(answers, ours)
    parts: dict[str, int] = {}
    for row in answers[MEMBERS]:
        if not row["is_country"]:
            chart.lanes.append(_lane(chart, row, [ours[link] for link in row["link_ids"] if link in ours], parts))
    loose = [link for link in ours.values() if not any(link["link"] in lane["link_ids"] for lane in _others(answers))]
    if loose:
        name = Text("Groups of states", "กลุ่มประเทศ")
        row = {"member": name.en, "member_th": name.th, "link_ids": [link["link"] for link in loose], "absence": None}
        chart.lanes.append(_lane(chart, row, loose, parts))
    chart.say(*_answer(own, list(ours.values())))
    chart.columns = tuple(
        Text(*told)
        for told in (
            ("Since", "ตั้งแต่"),
            ("Until", "ถึง"),
            ("Status", "สถานะ"),
            ("Countries", "ประเทศ"),
            ("What", "เนื้อหา"),
            ("Id", "รหัส"),
        )
    )
    chart.rows = [_row(link) for link in sorted(ours.values(), key=lambda r: (r["since"] or "9", r["link"]))]
    chart.note(
        "A link that joins several members stands in the lane of each. A plan or talks stand at the date their source "
        "gives. Links without a date are counted at the right, not drawn.",
        "ความเชื่อมโยงที่มีสมาชิกหลายประเทศแสดงในแถวของทุกประเทศ แผนและการหารือแสดงตามวันที่ที่แหล่งข้อมูลระบุ "
        "ความเชื่อมโยงที่ไม่ทราบวันที่แสดงเป็นจำนวนทางขวา ไม่ได้วาดบนเส้นเวลา",
    )


def _others(answers: Answers) -> list[Mapping[str, Any]]:
    return [row for row in answers[MEMBERS] if not row["is_country"]]


def _lane(
    chart: Timeline, member: Mapping[str, Any], links: Sequence[Mapping[str, Any]], parts: dict[str, int]
) -> Lane:
    """The links of a member; one that stands in an earlier lane too opens the same part."""
    events: list[Event] = []
    for link in sorted(links, key=lambda link: (link["since"] or "", link["link"])):
        if link["since"]:
            if link["link"] not in parts:
                parts[link["link"]] = len(chart.parts)
                chart.parts.append(_part(link))
            ended = span(link["until"]) if link["until"] else None
            events.append(Event(parts[link["link"]], link["status"], span(link["since"]), ended))
    undated = tuple(link["link"] for link in links if not link["since"])
    part = None
    if undated:
        part = len(chart.parts)
        name = name_of(member)
        said = Text(f"{len(undated)} links without a date", f"ไม่ทราบวันที่ {len(undated)} ความเชื่อมโยง")
        chart.parts.append(Part(name, said, undated))
    return Lane(name_of(member), tuple(events), len(undated), part, absence_of(member))


def _part(link: Mapping[str, Any]) -> Part:
    when = link["since"] + (f" – {link['until']}" if link["until"] else "")
    status = label_of(Status, link["status"])
    countries = ", ".join(link["countries"] or ())
    name = Text(shown(link["what"] or link["link"]))
    told = (f"{shown(when)} · {word} · {shown(countries)}" for word in (status.en, status.of("th")))
    return Part(name, Text(*told), (link["link"],))


def _row(link: Mapping[str, Any]) -> tuple[Text, ...]:
    return (
        Text(shown(link["since"] or "–")),
        Text(shown(link["until"] or "")),
        label_of(Status, link["status"]),
        Text(shown(", ".join(link["countries"] or ()))),
        Text(shown(link["what"] or "")),
        Text(shown(link["link"])),
    )


def _answer(own: Mapping[str, Any], links: Sequence[Mapping[str, Any]]) -> tuple[str, str]:
    """How many began lately, how many of those are plans, the busiest year, and how many have no date."""
    dated = [link for link in links if link["since"]]
    years = Counter(int(link["since"][:4]) for link in dated)
    undated = len(links) - len(dated)
    if not years:
        return (
            f"{own['member']} has {len(links)} links; none has a date.",
            f"{own['member_th']}มีความเชื่อมโยง {len(links)} รายการ ไม่ทราบวันที่ทั้งหมด",
        )
    newest, oldest = max(years), min(years)
    start = newest - RECENT + 1
    recent = [link for link in dated if int(link["since"][:4]) >= start]
    plans = sum(link["status"] in PLANS for link in recent)
    busiest = max(years, key=lambda year: (years[year], year))
    told = (
        f"{len(recent)} of {own['member']}'s {len(dated)} dated links began in {start} to {newest}, and {plans} of "
        f"those are still only talks or plans; the busiest year was {busiest} ({years[busiest]}), the oldest link is "
        f"of {oldest}. {undated} more have no date."
    )
    told_th = (
        f"ความเชื่อมโยงของ{own['member_th']}ที่ทราบวันที่ {len(dated)} รายการ เริ่มในปี {start} ถึง {newest} จำนวน "
        f"{len(recent)} รายการ โดย {plans} รายการยังเป็นเพียงการหารือหรือแผน ปีที่เริ่มมากที่สุดคือ {busiest} "
        f"({years[busiest]} รายการ) รายการแรกเริ่มปี {oldest} และอีก {undated} รายการไม่ทราบวันที่"
    )
    return told, told_th
