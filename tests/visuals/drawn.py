"""A small picture with all that page and figure must show: parallel links, every status, both languages."""

from __future__ import annotations

import graph.model  # noqa: F401  the kinds register themselves
from graph.kinds import Ref
from graph.vocabulary import Form, Status
from visuals.picture import Fact, Picture


def small_picture() -> Picture:
    """Thailand, Japan, New Zealand, and Brunei without a link; ten bodies, every status once, two parallel links."""
    picture = Picture(
        "Who works with whom on food?",
        "ใครร่วมมือกับใครด้านอาหาร",
        answer="Japan most, Brunei not at all.",
        answer_th="ญี่ปุ่นมากที่สุด บรูไนยังไม่มี",
    )
    for code, name, name_th in (
        ("THA", "Thailand", "ไทย"),
        ("JPN", "Japan", "ญี่ปุ่น"),
        ("NZL", "New Zealand", "นิวซีแลนด์"),
    ):
        picture.node(Ref("Country", code), name, name_th, size=3, group=code)
    picture.node(Ref("Country", "BRN"), "Brunei", "บรูไน", size=0, group="BRN", muted=True)
    diprom = picture.node(
        Ref("Agency", "diprom"),
        "Department of Industrial Promotion",
        "กรมส่งเสริมอุตสาหกรรม",
        size=9,
        group="THA",
        facts=[Fact("Acronym", "ชื่อย่อ", "DIPROM", "กสอ."), Fact("Website", "เว็บไซต์", "https://www.diprom.go.th/")],
    )
    jetro = picture.node(Ref("Agency", "jetro"), "JETRO", "เจโทร", size=4, group="JPN")
    firm = picture.node(Ref("Firm", "kiwi"), "Kiwi Foods", "กีวีฟู้ดส์", size=1, group="NZL")
    bloc = picture.node(Ref("Bloc", "rcep"), "RCEP members", "สมาชิกอาร์เซ็ป", size=1)
    picture.evidence(
        "e1",
        gloss="Both sides met about food technology.",
        source="A newspaper",
        address="https://example.org/a?b=1&c=2",
        date="2020-12-01",
        speaker="Director-General",
        confidence="stated",
        locator="paragraph 3",
    )
    picture.evidence("e2", gloss="Signed in Bangkok.", source="A ministry", address="ftp://example.org/file")
    for index, status in enumerate(Status):
        picture.edge(
            "PARTNERS_WITH",
            diprom,
            (jetro, firm)[index % 2],
            id=f"p{index}",
            label=f"link {index}",
            label_th=f"ความเชื่อมโยง {index}",
            status=status,
            form=list(Form)[index],
            since=f"20{10 + index}",
            confidence="stated",
            sectors=[("Food", "อาหาร")],
            evidence=["e1", "e2"] if index == 0 else ["e2"],
        )
    picture.edge("PARTNERS_WITH", bloc, diprom, id="p-plan", status=Status.ANNOUNCED, evidence=["e1"])
    picture.edge("PARTNERS_WITH", jetro, diprom, id="p-back", status=Status.ACTIVE, evidence=["e1"])
    picture.drawn_from(nodes=120, links=345, date="2026-11-22", content_hash="0123456789abcdef0123456789abcdef")
    return picture
