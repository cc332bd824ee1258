"""Pictures of any size, made up for measuring and for tests: nothing in them is said of anybody."""

from __future__ import annotations

import random
from collections.abc import Sequence

import graph.model  # noqa: F401  the kinds register themselves
from graph.kinds import Ref
from graph.vocabulary import Confidence, Form, Status
from visuals.layout import HOME, RING
from visuals.picture import Fact, Picture

MEMBERS = tuple(code for code in (HOME, *RING) if code)
KINDS = ("Firm", "Firm", "Firm", "Agency", "Programme")
SECTORS = tuple((f"Sector {i}", f"สาขา {i}") for i in range(12))
STATUSES, FORMS = tuple(Status), tuple(Form)


def generated(nodes: int, links: int, *, countries: Sequence[str] = MEMBERS, seed: int = 6) -> Picture:
    """So many nodes and links with evidence in both languages, a few hubs, links mostly within a circle of bodies.

    With no countries given the nodes name none, as the answer of a query may.
    """
    chance = random.Random(seed)
    picture = Picture(f"Who works with whom among {nodes} bodies?", f"ใครร่วมมือกับใครในบรรดา {nodes} หน่วยงาน")
    picture.say("Made up for measuring.", "สร้างขึ้นเพื่อการวัดผล")
    keys = [picture.node(Ref("Country", code), f"Country {code}", f"ประเทศ {code}", group=code) for code in countries]
    while len(keys) < nodes:
        i = len(keys)
        kind = KINDS[i % len(KINDS)]
        group = countries[int(len(countries) * chance.random() ** 1.6)] if countries else ""
        facts = [Fact("Acronym", "ชื่อย่อ", f"B{i}"), Fact("Website", "เว็บไซต์", f"https://example.org/{i}")]
        keys.append(picture.node(Ref(kind, f"b{i}"), f"Body no. {i}", f"หน่วยงานที่ {i}", group=group, facts=facts))
    circle = max(nodes // 60, 8)
    for i in range(links):
        first = int(nodes * chance.random() ** 1.4)
        near = chance.random() < 0.7
        second = (first + 1 + int(circle * chance.random() ** 2)) % nodes if near else int(nodes * chance.random() ** 3)
        passage = f"e{i % max(links // 3, 1)}"
        picture.evidence(
            passage,
            gloss=f"What was read about case {passage}, in a sentence of the length that such sentences have.",
            source=f"Source {i % 40}",
            address=f"https://example.org/read/{passage}",
            date=f"20{10 + i % 16}-0{1 + i % 9}-12",
            confidence=Confidence.STATED,
        )
        picture.edge(
            "PARTNERS_WITH",
            keys[first],
            keys[second],
            id=f"p{i}",
            label=f"Link no. {i}",
            label_th=f"ความเชื่อมโยงที่ {i}",
            status=STATUSES[int(len(STATUSES) * chance.random() ** 2)],
            form=FORMS[i % len(FORMS)],
            since=f"20{10 + i % 16}",
            confidence=Confidence.STATED,
            sectors=[SECTORS[first * len(SECTORS) // nodes]],
            evidence=[passage],
        )
    picture.drawn_from(nodes=nodes, links=links, date="2026-11-22", content_hash="0123456789abcdef" * 4)
    return picture
