"""Programmes from left to right: who runs them, their legs, the links under them, the counterparts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from graph.kinds import Ref
from queries.sentences import sentence
from queries.sentences.networks import by_source, figures
from visuals.arrangements import Band, Layers
from visuals.picture import Fact, Picture, Text
from visuals.view import Answers, view

RELATIONS, FIGURES = "behind-programmes", "figures-of-programme"
ABOVE, PROGRAMME, LEG, UNDER, COUNTERPART, AMONG = range(6)
HEADINGS = (
    Text("Runs it or stands above it", "ผู้ดำเนินการหรือแผนงานที่กำกับ"),
    Text("Programme", "โครงการ"),
    Text("Leg or platform", "โครงการย่อยหรือแพลตฟอร์ม"),
    Text("Link or event under it", "ความเชื่อมโยงหรือเหตุการณ์ภายใต้โครงการ"),
    Text("Counterpart", "คู่ความร่วมมือ"),
    Text("Programme among counterparts", "โครงการระหว่างคู่ความร่วมมือ"),
)
JOINING = ("JOINS", "TOOK_PART_IN")


@view(
    "programmes",
    en="What stands behind Industry Bubble and the other programmes, and how far has each come?",
    th="เบื้องหลังอินดัสตรีบับเบิลและโครงการอื่นมีสิ่งใดบ้าง และแต่ละเรื่องก้าวหน้าเพียงใด",
    asks=(RELATIONS, FIGURES),
)
def programmes(picture: Picture, answers: Answers) -> None:
    """Each relation as a line, but for the home side of links, which is told in the panel of the link."""
    rows = answers[RELATIONS]
    told, reported = ([dict(row) for row in answers[name]] for name in (RELATIONS, FIGURES))
    picture.say(*(sentence(RELATIONS, told, reported, language) for language in ("en", "th")))
    home = {row["country"] for row in rows if row["relation"] == "RUNS"}
    at_home: dict[str, list[Text]] = defaultdict(list)
    drawn: list[Mapping[str, Any]] = []
    for row in rows:
        if row["relation"] in JOINING and row["country"] in home:
            at_home[row["other_id"]].append(Text(row["name"] or row["id"], row["name_th"] or ""))
        elif not (row["relation"] == "COVERS" and row["other_country"] in home):
            drawn.append(row)
    # a link of home sides alone has no line to a counterpart, and is drawn under its programme all the same
    columns: list[list[str]] = [[] for _ in HEADINGS]
    seats = _countries(rows)
    place = _places(drawn)
    for row in drawn:
        keys = [_node(picture, row, side, at_home, seats) for side in ("", "other_") if row[f"{side}id"]]
        for side, key in zip(("", "other_"), keys, strict=False):
            columns[place[row[f"{side}kind"], row[f"{side}id"]]].append(key)
        if len(keys) > 1:
            _edge(picture, row, keys[0], keys[1])
    _tell_figures(picture, answers[FIGURES], rows)
    picture.arrange(Layers(HEADINGS, [Band(Text(""), columns)]))


def _places(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], int]:
    """The column of each node: of a programme by what hangs on it, of everything else by how it is related."""
    above = {row["id"]: row["other_id"] for row in rows if row["relation"] == "PART_OF"}
    height: dict[str, int] = defaultdict(int)
    for _ in above:
        for part, whole in above.items():
            height[whole] = max(height[whole], height[part] + 1)
    used = {row["other_id"] for row in rows if row["relation"] == "USES" and row["other_kind"] == "Programme"}
    under = {row["id"] for row in rows if row["relation"] == "UNDER"}
    fixed = {"Capability": UNDER, "Event": UNDER, "Country": COUNTERPART, "Bloc": COUNTERPART}
    runs = {row["id"] for row in rows if row["relation"] == "RUNS"}
    places: dict[tuple[str, str], int] = {}
    for row in rows:
        for kind, id in ((row["kind"], row["id"]), (row["other_kind"], row["other_id"])):
            if kind == "Programme":
                is_leg = id in used or (height[id] == 0 and height.get(above.get(id, ""), 0) == 1)
                places[kind, id] = ABOVE if height[id] > 1 else LEG if is_leg else PROGRAMME
            elif kind == "Partnership":
                places[kind, id] = UNDER if id in under else AMONG
            elif kind is not None:
                places[kind, id] = fixed.get(kind, ABOVE if id in runs else COUNTERPART)
    return places


def _countries(rows: Sequence[Mapping[str, Any]]) -> dict[str, Text]:
    """The names of the countries that stand in the answer."""
    return {
        row[f"{side}id"]: Text(row[f"{side}name"], row[f"{side}name_th"] or "")
        for row in rows
        for side in ("", "other_")
        if row[f"{side}kind"] == "Country"
    }


def _node(
    picture: Picture,
    row: Mapping[str, Any],
    side: str,
    at_home: Mapping[str, Sequence[Text]],
    seats: Mapping[str, Text],
) -> str:
    kind, id = row[f"{side}kind"], row[f"{side}id"]
    names = at_home.get(id, ()) if kind in ("Partnership", "Event") else ()
    facts = [
        Fact(
            "Home side",
            "ฝ่ายไทย",
            "; ".join(name.of("en") for name in names),
            "; ".join(name.of("th") for name in names),
        )
    ]
    return picture.node(
        Ref(kind, id),
        row[f"{side}name"] or id,
        row[f"{side}name_th"] or "",
        group=row[f"{side}country"] or "",
        facts=facts if names else (),
        seat=seats.get(row[f"{side}country"] or ""),
        muted=row["relation"] is None,
    )


def _edge(picture: Picture, row: Mapping[str, Any], source: str, target: str) -> None:
    picture.edge(
        row["relation"],
        source,
        target,
        id=f"{row['id']}>{row['other_id']}",
        status=row["status"] or "",
        form=row["form"] or "",
        since=row["since"] or "",
        until=row["until"] or "",
        confidence=row["confidence"] or "",
        evidence=row["evidence"],
    )


def _tell_figures(picture: Picture, rows: Sequence[Mapping[str, Any]], relations: Sequence[Mapping[str, Any]]) -> None:
    """What was reported of a programme, in its panel: a line for each source."""
    programmes = {
        row[f"{side}name"]: (row[f"{side}id"], row[f"{side}name"])
        for row in relations
        for side in ("", "other_")
        if row[f"{side}kind"] == "Programme"
    }
    for (about, source), own in by_source(dict(row) for row in rows).items():
        told = [figures(own, language) for language in ("en", "th")]
        if about in programmes and told[0]:
            id, name = programmes[about]
            label = ("Figures of one source", "ตัวเลขจากแหล่งข้อมูลหนึ่ง")
            facts = [Fact(*label, f"{told[0]} ({source})", f"{told[1]} ({source})")]
            picture.node(Ref("Programme", id), name, facts=facts)
