"""A graph of any size that looks like ours, made up for measuring: nothing in it is said of anybody."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

import networkx as nx

import graph.model  # noqa: F401  the kinds register themselves
from graph.kinds import NODES, Ref
from graph.vocabulary import Confidence, Form, Status
from visuals.layout import RING, Spot
from visuals.picture import Fact, Picture

EDGES = {300: 450, 1000: 2000, 5000: 10_000, 20_000: 40_000}
MEMBERS = tuple(code for code in RING if code)
LATIN = tuple(a + b for a in "b d f g k l m n p r s t v z".split() for b in "a ae ai e i o oo u an en in or".split())
THAI = tuple(a + b + c for a in "กขคจชซดตทนบปพมยรลวสห" for b in "าีูอิ" for c in "นมงก")
SECTORS = (("Food", "อาหาร"), ("Agro-industry", "เกษตรอุตสาหกรรม"), ("Packaging", "บรรจุภัณฑ์"), ("Machinery", "เครื่องจักร"))


@dataclass(frozen=True)
class Body:
    """A node: its kind, its country and its name in both languages."""

    ref: Ref[Any]
    group: str
    en: str
    th: str


@dataclass(frozen=True)
class Line:
    """An edge with what a link of ours has."""

    id: str
    source: str
    target: str
    en: str
    th: str
    status: str
    form: str
    since: str
    sectors: tuple[tuple[str, str], ...]
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class Passage:
    """A piece of evidence; its text has as many different words as real text has."""

    id: str
    gloss: str
    source: str
    address: str
    date: str


@dataclass(frozen=True)
class Graph:
    """Bodies of fifteen countries, links mostly between Thailand's and the others', one in sixteen of them parallel."""

    bodies: list[Body]
    lines: list[Line]
    passages: list[Passage]

    def picture(self) -> Picture:
        """The graph as a picture of ours, with everything in it."""
        picture = Picture(
            "Who works with whom?", "ใครร่วมมือกับใคร", answer="Made up for measuring.", answer_th="ข้อมูลสมมติเพื่อวัดผล"
        )
        for body in self.bodies:
            facts = [Fact("Acronym", "ชื่อย่อ", body.ref.id.upper())]
            picture.node(body.ref, body.en, body.th, group=body.group, facts=facts)
        for passage in self.passages:
            picture.evidence(
                passage.id,
                gloss=passage.gloss,
                source=passage.source,
                address=passage.address,
                date=passage.date,
                confidence=Confidence.STATED,
            )
        for line in self.lines:
            picture.edge(
                "PARTNERS_WITH",
                line.source,
                line.target,
                id=line.id,
                label=line.en,
                label_th=line.th,
                status=line.status,
                form=line.form,
                since=line.since,
                confidence=Confidence.STATED,
                sectors=line.sectors,
                evidence=line.evidence,
            )
        picture.drawn_from(nodes=len(self.bodies), links=len(self.lines), date="2026-11-26", content_hash="0" * 32)
        return picture

    def tooltips(self) -> dict[str, str]:
        """What stands behind each link in words, by its id: for libraries that know no evidence, only a line of text."""
        passages = {passage.id: passage for passage in self.passages}
        return {
            line.id: "\n".join(
                [
                    f"{line.en} / {line.th}: {line.status}, {line.form}, {line.since}",
                    ", ".join(f"{en} / {th}" for en, th in line.sectors),
                    *(" | ".join(value for value in vars(passages[one]).values()) for one in line.evidence),
                ]
            )
            for line in self.lines
        }

    def networkx(self, spots: dict[str, Spot] | None = None) -> Any:
        """The graph as a user gives it to pyvis: names and colours, the other language and evidence as tooltips."""
        made: Any = nx.MultiGraph()
        tooltips = self.tooltips()
        for body in self.bodies:
            key = str(body.ref)
            place = {"x": spots[key].x, "y": spots[key].y, "size": spots[key].r} if spots else {}
            made.add_node(key, label=body.en, title=body.th, color=NODES[body.ref.kind].colour, **place)
        for line in self.lines:
            made.add_edge(line.source, line.target, key=line.id, title=tooltips[line.id])
        return made

    def plain(self, spots: dict[str, Spot]) -> dict[str, Any]:
        """The same as plain values, for libraries of other languages."""
        tooltips = self.tooltips()
        return {
            "nodes": [
                {
                    "id": str(body.ref),
                    "en": body.en,
                    "th": body.th,
                    "colour": NODES[body.ref.kind].colour,
                    **spots[str(body.ref)]._asdict(),
                }
                for body in self.bodies
            ],
            "links": [
                {"id": line.id, "source": line.source, "target": line.target, "title": tooltips[line.id]}
                for line in self.lines
            ],
        }


def made_graph(nodes: int) -> Graph:
    """The graph of that size, the same each time."""
    chance = random.Random(nodes)
    words = tuple(dict.fromkeys("".join(chance.choices(LATIN, k=chance.choice((1, 2, 2, 3)))) for _ in range(4000)))
    bodies = [Body(Ref("Country", code), code, code.title(), f"ประเทศ {code}") for code in ("THA", *MEMBERS)]
    while len(bodies) < nodes:
        kind = chance.choices(("Agency", "Firm", "Programme"), (5, 4, 1))[0]
        group = "THA" if chance.random() < 0.3 else MEMBERS[int(len(MEMBERS) * chance.random() ** 1.5)]
        name = " ".join(chance.choices(words, k=chance.randint(2, 4))).title()
        thai = "".join(chance.choices(THAI, k=chance.randint(4, 8)))
        bodies.append(Body(Ref(kind, f"b{len(bodies)}"), group, name, thai))
    lines: list[Line] = []
    passages: list[Passage] = []
    home = [str(body.ref) for body in bodies[15:] if body.group == "THA"]
    others = [str(body.ref) for body in bodies[15:] if body.group != "THA"]
    for index in range(EDGES.get(nodes, 2 * nodes)):
        if index % 16 == 15:
            source, target = lines[-1].source, lines[-1].target
            if index % 32 == 31:
                source, target = target, source
        else:
            source = home[int(len(home) * chance.random() ** 2)]
            target = others[int(len(others) * chance.random() ** 1.5)]
        if index % 8 != 7:
            gloss = " ".join(chance.choices(words, k=chance.randint(14, 26))).capitalize() + "."
            passages.append(
                Passage(
                    f"e{index}",
                    gloss,
                    " ".join(chance.choices(words, k=3)).title(),
                    f"https://example.org/{chance.choice(words)}/{index}",
                    f"20{chance.randint(10, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
                )
            )
        lines.append(
            Line(
                f"p{index}",
                source,
                target,
                " ".join(chance.choices(words, k=5)),
                "".join(chance.choices(THAI, k=9)),
                chance.choices(tuple(Status), (8, 9, 4, 4, 3, 2, 1, 1, 1)[: len(Status)])[0].value,
                chance.choice(tuple(Form)).value,
                f"20{chance.randint(10, 25)}",
                tuple(chance.sample(SECTORS, chance.randint(1, 2))),
                tuple(dict.fromkeys((passages[-1].id, chance.choice(passages).id))),
            )
        )
    return Graph(bodies, lines, passages)
