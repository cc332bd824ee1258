"""The map: where a country's links with the members lie, how many they are, and where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from queries.sentences import sentence
from visuals.cards.card import EVIDENCE, LINKS, read_cards
from visuals.charts.map import Map, Place
from visuals.charts.ties import absence_of, name_of, part_of, table
from visuals.view import Answers, view

MEMBERS = "links-with-members"


@view(
    "map-of-links",
    en="With which members does a country have many links, and with which few or none?",
    th="ประเทศหนึ่งมีความเชื่อมโยงกับสมาชิกใดมาก และกับสมาชิกใดน้อยหรือไม่มี",
    asks=(MEMBERS, LINKS, EVIDENCE),
    canvas=Map,
)
def map_of_links(chart: Map, answers: Answers) -> None:
    """Members as discs on the land, lines from the country by the number of links, and the same as bars."""
    rows = answers[MEMBERS]
    own = next(row for row in rows if row["is_country"])
    chart.ask(
        f"With which RCEP members does {own['member']} have many links, and with which few or none?",
        f"{own['member_th']}มีความเชื่อมโยงกับสมาชิก RCEP ใดมาก และกับสมาชิกใดน้อยหรือไม่มี",
    )
    chart.say(*(sentence(MEMBERS, [dict(row) for row in rows], [], language) for language in ("en", "th")))
    chart.links, chart.passages = read_cards(answers, {link for row in rows for link in row["link_ids"]})
    for row in rows:
        chart.parts.append(part_of(row, own))
        place = _place(row, len(chart.parts) - 1)
        if row["is_country"]:
            chart.home = place
        elif place is not None:
            chart.places.append(place)
    chart.columns, chart.rows = table(rows)
    chart.note(
        "A link that joins several members is drawn with each. A line is drawn as its most advanced link. Members "
        "stand at their middle points (mledoze/countries, ODbL); land: Natural Earth, public domain, equal-area, "
        "no borders.",
        "ความเชื่อมโยงที่มีสมาชิกหลายประเทศแสดงกับทุกประเทศ เส้นแสดงตามสถานะที่คืบหน้าที่สุด ตำแหน่งสมาชิกคือจุดกึ่งกลางของประเทศ "
        "(mledoze/countries, ODbL) แผ่นดิน: Natural Earth (สาธารณสมบัติ) เส้นโครงแผนที่แบบคงพื้นที่ ไม่แสดงเส้นเขตแดน",
    )


def _place(row: Mapping[str, Any], part: int) -> Place | None:
    """Where a member lies; none for one whose place is not known."""
    if row["latitude"] is None or row["longitude"] is None:
        return None
    where = row["longitude"], row["latitude"]
    return Place(name_of(row), *where, row["links"], row["all_links"], absence_of(row), part)
