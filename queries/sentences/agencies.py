"""Sentences on which bodies stand across from those of a country, and who offers what, in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from graph.store import Record
from queries.sentences.wording import NAMED, Sentence, by_step, counted, listed, most, nothing, some

_DIRECT, _PLANNED, _PEER = "direct link", "direct, only planned or in talks", "same duty, no channel known"
_INDIRECT = ("leg of its programme", "through a sister body")
_NOT_REAL = {"in talks", "announced", "expected", "failed"}


def counterparts_of_agency(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """With which members the agency has links of its own, where only plans, and which it reaches otherwise."""
    if not rows:
        return nothing(language)
    is_thai = language == "th"
    names = {row["code"]: str((row["member_th"] if is_thai else None) or row["member"] or row["code"]) for row in rows}
    own = [row for row in rows if row["channel"] in (_DIRECT, _PLANNED)]
    real = Counter(row["code"] for row in own if not _NOT_REAL.issuperset(row["statuses"]))
    planned = _others((row["code"] for row in own), real)
    indirect = _others((row["code"] for row in rows if row["channel"] in _INDIRECT), {*real, *planned})
    rest = _others(names, {*real, *planned, *indirect})
    peers = [row["code"] for row in rows if row["channel"] == _PEER]
    links = {link: status for row in own for link, status in zip(row["links"], row["statuses"], strict=False)}
    steps = by_step(links.values(), language)
    through = some([names[code] for code in indirect], language)
    if is_thai:
        told = some([f"{names[code]} (คู่ความร่วมมือ {number} ราย)" for code, number in real.most_common()], "th")
        parts = [
            f"หน่วยงานนี้มีความเชื่อมโยงโดยตรงที่คืบหน้าเกินกว่าแผนกับสมาชิก {len(real)} จาก {len(names)} ประเทศ: {told}"
            if real
            else f"หน่วยงานนี้ยังไม่มีความเชื่อมโยงโดยตรงที่คืบหน้าเกินกว่าแผนกับสมาชิกใดใน {len(names)} ประเทศ",
            f"มีเพียงแผนหรือการหารือกับอีก {len(planned)} ประเทศ" if planned else "",
            f"เข้าถึง{through}ผ่านโครงการหรือหน่วยงานในสังกัดเดียวกันเท่านั้น" if indirect else "",
            f"ไม่พบช่องทางกับอีก {len(rest)} ประเทศ" if rest else "",
            f"ความเชื่อมโยงโดยตรง {len(links)} รายการ: {steps}" if links else "",
            f"หน่วยงานภารกิจเดียวกัน {len(peers)} แห่งใน {len(set(peers))} ประเทศยังไม่พบช่องทาง" if peers else "",
            "ยังไม่มีผู้ค้นหาเป็นรายหน่วยงาน" if rest or peers else "",
        ]
        return "; ".join(filter(None, parts))
    who = listed(list(dict.fromkeys(row["agency"] for row in rows)), "en")
    of = counted(len(names), "member", "members")
    told = some([f"{names[c]} ({counted(n, 'counterpart', 'counterparts')})" for c, n in real.most_common()], "en")
    bodies, homes = counted(len(peers), "body", "bodies"), counted(len(set(peers)), "member", "members")
    parts = [
        f"{who} has direct links beyond plans with {len(real)} of {of}: {told}."
        if real
        else f"{who} has no direct link beyond plans with any of {of}.",
        f"With {len(planned)} more it has only plans or talks." if planned else "",
        f"Only its programmes or sister bodies reach {through}." if indirect else "",
        f"No channel is known to {len(rest)} more." if rest else "",
        f"{counted(len(links), 'direct link', 'direct links')}: {steps}." if links else "",
        f"{bodies} of the same duty in {homes} have no known channel." if peers else "",
        "Nobody searched by agency." if rest or peers else "",
    ]
    return " ".join(filter(None, parts))


def _others(codes: Iterable[str], known: Collection[str]) -> list[str]:
    """Each code once, without those already known."""
    return [code for code in dict.fromkeys(codes) if code not in known]


def overlapping_links(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many counterparts have several bodies across from them, who most, and with how many bodies anything runs."""
    if not rows:
        return nothing(language)
    links = len({link for row in rows for link in row["link_ids"]})
    name = "counterpart_th" if language == "th" else "counterpart"
    top = sorted(rows, key=lambda row: -row["bodies"])[:NAMED]
    stand_out = len(rows) <= NAMED or len({row["bodies"] for row in rows}) > 1
    told = listed([f"{row[name] or row['counterpart']} ({row['bodies']})" for row in top if stand_out], language)
    several, one = sum(row["running"] > 1 for row in rows), sum(row["running"] == 1 for row in rows)
    idle = len(rows) - several - one
    same = sum(bool(row["shared_sectors"]) for row in rows)
    if language == "th":
        runs = [
            f"กับสองแห่งขึ้นไป {several}" if several else "",
            f"กับแห่งเดียว {one}" if one else "",
            f"ไม่ทราบว่ามี {idle}" if idle else "",
        ]
        return (
            f"คู่ความร่วมมือต่างประเทศ {len(rows)} รายมีความเชื่อมโยง {links} รายการ"
            "กับหน่วยงานหรือบริษัทของประเทศนี้รายละตั้งแต่สองแห่งขึ้นไป"
            + (f" จำนวนหน่วยงานมากที่สุด: {told}" if told else "")
            + f"; รายการที่ดำเนินการหรือลงนามแล้ว: {' '.join(filter(None, runs))}"
            + (f"; ซ้อนกันในสาขาย่อยเดียวกัน {same} ราย" if same else "")
            + "; ไม่มีแหล่งข้อมูลใดระบุว่าหน่วยงานเหล่านี้ทราบถึงกันหรือไม่"
        )
    runs = [
        f"two or more with {several}" if several else "",
        f"one with {one}" if one else "",
        f"none known with {idle}" if idle else "",
    ]
    have = counted(len(rows), "counterpart abroad has", "counterparts abroad have")
    return (
        f"{have} links with two or more bodies of the country, {counted(links, 'link', 'links')} in all."
        + (f" Most bodies stand across from {told}." if told else "")
        + f" Bodies with a running link: {', '.join(filter(None, runs))}."
        + (f" With {same} they meet in the same sub-sector." if same else "")
        + " Whether the bodies know of each other no source says."
    )


def offers_and_seeks(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """What is offered to whom and how far that has come, what is sought, and of what it is only said to be there."""
    if not rows:
        return nothing(language)
    is_thai = language == "th"
    names = {row["party"]: str((row["party_th"] if is_thai else None) or row["party"]) for row in rows}
    offers = [row for row in rows if row["does"] == "offers"]
    sought = [row for row in rows if row["does"] == "seeks"]
    skills = Counter(row["party"] for row in rows if row["does"] not in ("offers", "seeks"))
    given = _given(offers, names, language)
    back = sum(bool(row["in_return"]) for row in offers)
    steps = by_step((row["status"] for row in offers), language)
    seekers = most(Counter(row["party"] for row in sought), names, language) or str(len(sought))
    held = most(skills, names, language) or str(skills.total())
    silent = [("สิ่งตอบแทน", "what comes in return")] if offers and not back else []
    silent += [] if sought else [("สิ่งที่แต่ละฝ่ายแสวงหา", "what anybody seeks")]
    if is_thai:
        parts = [
            f"พบข้อเสนอ {len(offers)} รายการ ({steps}): {given}" if offers else "ไม่พบข้อเสนอ",
            f"มีสิ่งตอบแทน {back} รายการ" if back else "",
            f"ฝ่ายที่แสวงหา: {seekers}" if sought else "",
            f"ไม่มีแหล่งข้อมูลใดระบุ{'หรือ'.join(th for th, _ in silent)}" if silent else "",
            f"ความเชี่ยวชาญที่ระบุเพียงว่ามีอยู่ ไม่ได้ระบุว่าเสนอให้: {held}" if skills else "",
        ]
        return "; ".join(filter(None, parts))
    parts = [
        f"{counted(len(offers), 'offer is', 'offers are')} known, {steps}: {given}."
        if offers
        else "No offer is known.",
        f"Something comes in return for {back}." if back else "",
        f"Sought by: {seekers}." if sought else "",
        f"No source says {', nor '.join(en for _, en in silent)}." if silent else "",
        f"Expertise said to be there, not to be on offer: {held}." if skills else "",
    ]
    return " ".join(filter(None, parts))


def _given(offers: Sequence[Record], names: Mapping[str, str], language: str) -> str:
    """Each offer and from whom to whom it goes; of many, only how many go from whom to whom."""
    ways: list[str] = []
    for row in offers:
        giver, taker = names[row["party"]], names.get(row["to"] or "", row["to"])
        if taker:
            giver += f"เสนอแก่{taker}" if language == "th" else f" to {taker}"
        ways.append(giver)
    if len(offers) > NAMED:
        return some([f"{way} ({number})" for way, number in Counter(ways).most_common()], language)
    name = "capability_th" if language == "th" else "capability"
    told = [f"{row[name] or row['capability']} ({way})" for row, way in zip(offers, ways, strict=True)]
    return ", ".join(told) if language == "th" else listed(told, "en")


SENTENCES: dict[str, Sentence] = {
    "counterparts-of-agency": counterparts_of_agency,
    "overlapping-links": overlapping_links,
    "offers-and-seeks": offers_and_seeks,
}
