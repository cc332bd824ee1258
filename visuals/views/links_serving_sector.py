"""The headline picture: which RCEP links serve the food and agro-industry sectors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from graph.kinds import Ref
from graph.model import Country, PartnersWith
from queries.sentences import sentence
from visuals.layout import HOME
from visuals.payload import groups_of
from visuals.picture import Fact, Picture
from visuals.view import Answers, view

SHOWN = 12
LINKS, MEMBERS = "links-serving-sector", "members-serving-sector"
SIDES = "sides-of-links"


@view(
    LINKS,
    en="Which RCEP links serve the food and agro-industry sectors?",
    th="ความเชื่อมโยงใดในกลุ่ม RCEP สนับสนุนสาขาอาหารและเกษตรอุตสาหกรรม",
    asks=(LINKS, MEMBERS, SIDES),
)
def links_serving_sector(picture: Picture, answers: Answers) -> None:
    """The members in fixed places, each with its bodies around it, joined by every link that serves the sector."""
    rows, members = answers[LINKS], answers[MEMBERS]
    picture.say(*(sentence(LINKS, [dict(r) for r in rows], [dict(m) for m in members], lang) for lang in ("en", "th")))
    for member in members:
        picture.node(
            Country.at(member["code"]),
            member["member"],
            member["member_th"],
            group=member["code"],
            facts=_member_facts(member),
            muted=not member["links"],
        )
    sides: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for side in answers[SIDES]:
        sides[side["link"]].append(side)
    for row in rows:
        _draw_link(picture, row, sides[row["link"]])
    picture.open_folded(groups_of(picture.dots.values()), apart=_busiest(picture))


def _busiest(picture: Picture) -> list[str]:
    """The Thai bodies with most links: so many that their names can be read; the others open with their country."""
    weights = picture.weights()
    bodies = [dot.key for dot in picture.dots.values() if dot.group == HOME and dot.kind != "Country"]
    return sorted(bodies, key=lambda key: (-weights[key], key))[:SHOWN]


def _member_facts(member: Mapping[str, Any]) -> list[Fact]:
    told = [
        ("Links by name", "ความเชื่อมโยงที่ระบุสาขา", member["links"]),
        ("Active or signed", "ดำเนินการหรือลงนามแล้ว", member["active"]),
        ("Only announced", "เพียงประกาศ", member["announced"]),
        ("Industry Bubble", "อินดัสตรีบับเบิล", member["bubble"]),
        ("Searched, none found", "ค้นแล้วไม่พบ", "; ".join(member["none_found"])),
        ("Sub-sectors nobody searched", "สาขาย่อยที่ยังไม่มีผู้ค้นหา", member["not_researched"]),
    ]
    return [Fact(en, th, str(value)) for en, th, value in told if value != ""]


def _body_facts(side: Mapping[str, Any]) -> list[Fact]:
    """What one may also search a body by, and where it can be found."""
    told = [
        ("Acronym", "ชื่อย่อ", side["acronym"]),
        ("Other names", "ชื่ออื่น", "; ".join(side["aliases"] or [])),
        ("Website", "เว็บไซต์", side["website"]),
    ]
    return [Fact(en, th, str(value)) for en, th, value in told if value]


def _draw_link(picture: Picture, row: Mapping[str, Any], sides: Sequence[Mapping[str, Any]]) -> None:
    """One link as a line between each two of its sides; a mere place is named as one."""
    places = [side["name"] for side in sides if side["role"] == "place"]
    where = f" (place: {', '.join(places)})" if places else ""
    keys = [
        picture.node(
            Ref(side["kind"], side["id"]),
            side["name"] or side["id"],
            side["name_th"] or "",
            group=side["country"] or "",
            facts=_body_facts(side),
        )
        for side in sides
    ]
    for first, second in combinations(dict.fromkeys(keys), 2):
        picture.edge(
            PartnersWith,
            first,
            second,
            id=row["link"],
            label=(row["what"] or row["link"]) + where,
            status=row["status"],
            form=row["form"],
            since=row["since"] or "",
            until=row["until"] or "",
            confidence=row["confidence"] or "",
            sectors=list(zip(row["sectors"], row["sectors_th"], strict=False)) or [(row["reach"], "ทุกสาขา")],
            evidence=row["evidence"],
        )
