"""Everything one party is linked with: itself in the middle, its counterparts around it by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graph.kinds import Ref
from graph.model import PartnersWith
from queries.sentences import sentence
from visuals.arrangements import Around, Stack
from visuals.picture import Fact, Picture, Text
from visuals.view import Answers, view

LINKS, PARTY = "neighbourhood", "party"
UNKNOWN = Text("Country not known", "ไม่ทราบประเทศ")
GROUPS = Text("Groups of states", "กลุ่มประเทศ")
FURTHER = Text("{name}, one step further", "{name} ถัดไปอีกขั้น")


@view(
    LINKS,
    en="Who is linked with one party, and how far has each link come?",
    th="หน่วยงานหนึ่งเชื่อมโยงกับใคร และแต่ละความเชื่อมโยงก้าวหน้าเพียงใด",
    asks=(PARTY, LINKS),
)
def neighbourhood(picture: Picture, answers: Answers) -> None:
    """The party in the middle; a country with its bodies, its counterparts around, those with most links first."""
    (party,), rows = answers[PARTY], answers[LINKS]
    picture.ask(
        f"Who is linked with {picture_name(party, 'en')}, and how far has each link come?",
        f"{picture_name(party, 'th')} เชื่อมโยงกับใคร และแต่ละความเชื่อมโยงก้าวหน้าเพียงใด",
    )
    picture.say(*(sentence(LINKS, [dict(r) for r in rows], [dict(party)], lang) for lang in ("en", "th")))
    middle = [
        picture.node(
            Ref(party["kind"], party["id"]),
            party["name"],
            party["name_th"] or "",
            group=party["country"] or "",
            seat=_seat(party, ""),
            facts=_facts(party, rows),
            muted=not rows,
        )
    ]
    rings: dict[int, defaultdict[Text, list[str]]] = {1: defaultdict(list), 2: defaultdict(list)}
    for row in rows:
        here = _node(picture, row, "")
        if row["step"] == 1:
            middle.append(here)
        if row["other_id"]:
            there = _node(picture, row, "other_")
            rings[row["step"]][_heading(row)].append(there)
            _edge(picture, row, here, there)
    home = Text(party["name"] or "", party["name_th"] or "")
    picture.arrange(
        Around(
            Stack(home, tuple(dict.fromkeys(middle))),
            [
                [
                    _stack(picture, heading if step == 1 else _further(heading), keys)
                    for heading, keys in _most_first(ring)
                ]
                for step, ring in rings.items()
            ],
        )
    )


def picture_name(party: Mapping[str, Any], language: str) -> str:
    """The party's name, with the short one where it has one that a reader would look for."""
    name = str((party["name_th"] if language == "th" else "") or party["name"] or party["id"])
    short = party["short"] if party["kind"] == "Agency" else None
    return f"{name} ({short})" if short and short != name else name


def _most_first(ring: Mapping[Text, Sequence[str]]) -> list[tuple[Text, list[str]]]:
    """Boxes with most rows first, in each of them those with most links."""
    sizes = {heading: len(set(keys)) for heading, keys in ring.items()}
    return [
        (heading, sorted(dict.fromkeys(ring[heading]), key=lambda key: (-ring[heading].count(key), key)))
        for heading in sorted(ring, key=lambda heading: (-sizes[heading], heading.en))
    ]


def _stack(picture: Picture, heading: Text, keys: Sequence[str]) -> Stack:
    """A box of counterparts; one that holds the country alone is told by the country's own name."""
    is_country = len(keys) == 1 and picture.dots[keys[0]].kind == "Country"
    return Stack(Text("") if is_country else heading, tuple(keys), counted=not is_country)


def _heading(row: Mapping[str, Any]) -> Text:
    if row["other_country_name"]:
        return _seat(row, "other_")
    return GROUPS if row["other_kind"] == "Bloc" else UNKNOWN


def _further(heading: Text) -> Text:
    return Text(FURTHER.en.format(name=heading.en), FURTHER.th.format(name=heading.th or heading.en))


def _seat(row: Mapping[str, Any], side: str) -> Text:
    return Text(row[f"{side}country_name"] or "", row[f"{side}country_name_th"] or "")


def _node(picture: Picture, row: Mapping[str, Any], side: str) -> str:
    return picture.node(
        Ref(row[f"{side}kind"], row[f"{side}id"]),
        row[f"{side}name"] or row[f"{side}id"],
        row[f"{side}name_th"] or "",
        group=row[f"{side}country"] or "",
        seat=_seat(row, side),
    )


def _edge(picture: Picture, row: Mapping[str, Any], here: str, there: str) -> None:
    places = [row[f"{side}name"] for side in ("", "other_") if row[f"{side}role"] == "place"]
    where = f" (place: {', '.join(places)})" if places else ""
    picture.edge(
        PartnersWith,
        here,
        there,
        id=row["link"],
        label=(row["what"] or row["link"]) + where,
        status=row["status"],
        form=row["form"],
        since=row["since"] or "",
        until=row["until"] or "",
        confidence=row["confidence"] or "",
        sectors=list(zip(row["sectors"], row["sectors_th"], strict=True)),
        evidence=row["evidence"],
    )


def _facts(party: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> list[Fact]:
    lone = [f"{row['what'] or row['link']} ({row['status']})" for row in rows if row["other_id"] is None]
    told = [
        ("Short name", "ชื่อย่อ", party["short"]),
        ("Kind of agency", "ประเภทหน่วยงาน", party["form"]),
        ("Other names", "ชื่ออื่น", "; ".join(party["aliases"] or [])),
        ("Website", "เว็บไซต์", party["website"]),
        ("Links that name no counterpart", "ความเชื่อมโยงที่ไม่ระบุคู่ความร่วมมือ", "; ".join(lone)),
    ]
    return [Fact(en, th, str(value)) for en, th, value in told if value]
