"""Trade agreements between members: those of several left, those of two right, the members between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model import Agreement, Country, PartyTo
from queries.sentences import sentence
from visuals.arrangements import Band, Layers
from visuals.layout import HOME
from visuals.picture import Fact, Picture, Text
from visuals.view import Answers, view

AGREEMENTS = "agreements-of-members"
HEADINGS = (
    Text("Between several members", "ระหว่างหลายประเทศ"),
    Text("Members", "สมาชิก"),
    Text("Between two members", "ระหว่างสองประเทศ"),
)
LARGE = ("AUS", "CHN", "JPN", "KOR", "NZL")
"""The members outside ASEAN, which stand together."""


@view(
    "agreements",
    en="Which trade agreements bind RCEP members to each other, and since when?",
    th="ความตกลงการค้าใดผูกพันสมาชิก RCEP ระหว่างกัน และตั้งแต่เมื่อใด",
    asks=(AGREEMENTS,),
)
def agreements(picture: Picture, answers: Answers) -> None:
    """A line from each agreement to each member that is party to it; the year is that of its entry into force."""
    rows = answers[AGREEMENTS]
    picture.say(*(sentence(AGREEMENTS, [dict(row) for row in rows], [], lang) for lang in ("en", "th")))
    several: dict[str, None] = {}
    two: dict[str, list[str]] = {}
    members: dict[str, str] = {}
    for row in rows:
        text, member = _agreement(picture, row), _member(picture, row)
        members[row["code"]] = member
        if row["members"] > 2:
            several[text] = None
        else:
            two.setdefault(text, []).append(row["code"])
        picture.edge(
            PartyTo,
            member,
            text,
            id=f"{row['agreement']}>{row['code']}",
            status=row["status"] or "",
            since=row["since"] or "",
            until=row["until"] or "",
            evidence=row["evidence"] or [],
        )
    codes = sorted(members, key=lambda code: (code != HOME, code in LARGE, picture.dots[members[code]].label.en))
    place = {code: index for index, code in enumerate(codes)}
    pairs = sorted(two, key=lambda text: (sum(place[code] for code in two[text]), text))
    columns = [list(several), [members[code] for code in codes], pairs]
    picture.arrange(Layers(HEADINGS, [Band(Text(""), columns)], ordered=True))


def _agreement(picture: Picture, row: Mapping[str, Any]) -> str:
    year = (row["in_force"] or row["signed"] or "")[:4]
    mark = f"{year} · " if year else ""  # before the name, where a short column does not cut it off
    told = [
        ("Signed", "ลงนามเมื่อ", row["signed"]),
        ("In force since", "มีผลบังคับใช้ตั้งแต่", row["in_force"]),
        ("Ended", "สิ้นสุดเมื่อ", row["ended"]),
        ("Members party to it", "จำนวนสมาชิกที่เป็นภาคี", row["members"]),
        ("Address of the text", "ที่อยู่ของเอกสาร", row["address"]),
    ]
    return picture.node(
        Agreement.at(row["agreement"]),
        f"{mark}{row['name'] or row['agreement']}",
        f"{mark}{row['name_th']}" if row["name_th"] else "",
        facts=[Fact(en, th, str(value)) for en, th, value in told if value],
    )


def _member(picture: Picture, row: Mapping[str, Any]) -> str:
    return picture.node(Country.at(row["code"]), row["member"], row["member_th"] or "", group=row["code"])
