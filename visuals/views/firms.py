"""Firms and what they own or have founded across borders: the home country's in the middle, the others by country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from graph.kinds import Ref
from graph.model import PartnersWith
from queries.sentences import sentence
from visuals.arrangements import Around, Stack
from visuals.layout import HOME
from visuals.picture import Picture, Text
from visuals.view import Answers, view

FIRMS = "firms-across-borders"
UNKNOWN = Text("Country not known", "ไม่ทราบประเทศ")


@view(
    "firms",
    en="Who owns a share in whom across borders, and who has founded what together?",
    th="ใครถือหุ้นในกิจการของใครข้ามพรมแดน และใครตั้งกิจการร่วมกัน",
    asks=(FIRMS,),
)
def firms(picture: Picture, answers: Answers) -> None:
    """A line for each two sides of a link, with the share on it where that is known."""
    rows = answers[FIRMS]
    picture.say(*(sentence(FIRMS, [dict(row) for row in rows], [], lang) for lang in ("en", "th")))
    links: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    boxes: dict[str, list[str]] = defaultdict(list)
    names: dict[str, Text] = {"": UNKNOWN}
    for row in rows:
        links[row["link"]].append(row)
        names.setdefault(row["country"] or "", Text(row["country_name"] or "", row["country_name_th"] or ""))
    for sides in links.values():
        keys = [_node(picture, side) for side in sides]
        for side, key in zip(sides, keys, strict=True):
            boxes[side["country"] or ""].append(key)
        for first, second in combinations(dict.fromkeys(keys), 2):
            _edge(picture, sides, first, second)
    order = sorted(boxes, key=lambda code: (-len(set(boxes[code])), code))
    stacks = {code: Stack(names[code], tuple(dict.fromkeys(boxes[code]))) for code in order}
    if stacks:
        middle = HOME if HOME in stacks else order[0]
        picture.arrange(Around(stacks[middle], [[stack for code, stack in stacks.items() if code != middle]]))


def _node(picture: Picture, side: Mapping[str, Any]) -> str:
    return picture.node(
        Ref(side["kind"], side["id"]),
        side["name"] or side["id"],
        side["name_th"] or "",
        group=side["country"] or "",
        seat=Text(side["country_name"] or "", side["country_name_th"] or ""),
    )


def _edge(picture: Picture, sides: Sequence[Mapping[str, Any]], first: str, second: str) -> None:
    link = sides[0]
    places = [side["name"] for side in sides if side["role"] == "place"]
    told = [link["what"] or link["link"], link["vehicle"], link["amount"], *(f"place: {name}" for name in places)]
    picture.edge(
        PartnersWith,
        first,
        second,
        id=link["link"],
        label="; ".join(str(part) for part in told if part),
        status=link["status"],
        form=link["form"],
        since=link["since"] or "",
        until=link["until"] or "",
        confidence=link["confidence"] or "",
        evidence=link["evidence"],
        on_line=f"{link['share']:g}%" if link["share"] is not None else "",
    )
