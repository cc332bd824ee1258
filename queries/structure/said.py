"""What a figure of the network means here: one plain sentence in English, one in Thai."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from queries.structure.brokerage import Broker
from queries.structure.communities import Community
from queries.structure.links import Party
from queries.structure.weak_points import WeakPoint

Said = tuple[str, str]
"""English and Thai."""
_FREE, _BOUND = 0.3, 0.7
"""Constraint below which a party is free to choose with whom it deals, and from which it depends on the same few."""
_NAMED = 3


def of_broker(broker: Broker, name: str, name_th: str) -> Said:
    """What the measures of one party mean."""
    share = f"{100 * broker.betweenness:.1f}"
    partners, own = broker.partners, f"{round(broker.effective_size, 1):g}"
    if partners == 1:
        return (
            f"{name} has one partner only: everything it learns of the network comes through that one.",
            f"{name_th} มีคู่ภาคีเพียงรายเดียว จึงเข้าถึงเครือข่ายได้ผ่านคู่ภาคีรายนั้นเท่านั้น",
        )
    if broker.constraint >= _BOUND:
        tail, tail_th = "its ties lead to the same few", "แต่ความสัมพันธ์กระจุกอยู่กับคู่ภาคีกลุ่มเดิมไม่กี่ราย"
    elif broker.constraint < _FREE:
        tail, tail_th = "it is free to choose between them", "จึงมีอิสระในการเลือกคู่ร่วมมือ"
    else:
        tail, tail_th = "it depends on a few of them", "แต่ยังพึ่งพาคู่ภาคีไม่กี่รายในกลุ่มนี้"
    en = (
        f"{share} % of the pairs of other parties reach one another shortest through {name}; "
        f"of its {partners} partners {own} bring contacts that the others don't, and {tail}."
    )
    th = (
        f"ร้อยละ {share} ของคู่ภาคีอื่นติดต่อถึงกันโดยเส้นทางสั้นที่สุดผ่าน {name_th} ในบรรดาคู่ภาคี {partners} ราย "
        f"เทียบเท่า {own} รายที่นำไปสู่เครือข่ายที่ไม่ซ้ำกัน {tail_th}"
    )
    return en, th


def of_weak_point(point: WeakPoint, parties: Mapping[str, Party]) -> Said:
    """What is lost with one party or tie."""
    one = parties[point.party]
    cut, count = listed(point.cut_off, parties), len(point.cut_off)
    if point.other:
        other = parties[point.other]
        en = f"Only the tie of {one.name} and {other.name} holds {cut[0]} to the rest"
        th = (
            f"ความสัมพันธ์ระหว่าง {one.name_th} กับ {other.name_th} เป็นเส้นเดียวที่เชื่อม {cut[1]} กับส่วนที่เหลือ "
            f"หากสิ้นสุดลงจะมี {count} รายถูกตัดขาด"
        )
        return f"{en}: if it ends, {_are(count)} cut off.", th
    return (
        f"Without {one.name} what hangs together falls into {point.pieces} parts: {_are(count)} cut off, {cut[0]}.",
        f"หากไม่มี {one.name_th} เครือข่ายส่วนนี้จะแยกออกเป็น {point.pieces} ส่วน และมี {count} รายถูกตัดขาด ได้แก่ {cut[1]}",
    )


def _are(count: int) -> str:
    return "1 party is" if count == 1 else f"{count} parties are"


def of_community(group: Community, countries: Sequence[Party], parties: Mapping[str, Party], modularity: float) -> Said:
    """What a group of parties is."""
    first = parties[group.parties[0]]
    inside, outward = len(group.inside), len(group.outward)
    size, lands = len(group.parties), len(countries)
    sharp = modularity >= 0.3
    states = "1 country" if lands == 1 else f"{lands} countries"
    en = (
        f"{size} parties of {states} around {first.name} share {inside} links, and have {outward} with parties "
        f"outside; the parting of the whole network into groups is {'clear' if sharp else 'weak'} "
        f"(modularity {modularity:g})."
    )
    th = (
        f"คู่ภาคี {size} รายจาก {lands} ประเทศ โดยมี {first.name_th} เป็นศูนย์กลาง "
        f"มีความเชื่อมโยงภายในกลุ่ม {inside} รายการ และกับภายนอก {outward} รายการ "
        f"การแบ่งกลุ่มของทั้งเครือข่าย{'ชัดเจน' if sharp else 'ไม่ชัดเจน'} "
        f"(ค่ามอดุลาริตี {modularity:g})"
    )
    return en, th


def of_loss(what: Said, before: int, after: int, name: str, name_th: str) -> Said:
    """What one count was with a party and is without it."""
    if before == after:
        return (
            f"Without {name} {what[0]} stay as they are: {before}.",
            f"หากไม่มี {name_th} {what[1]}ยังคงเท่าเดิมคือ {before}",
        )
    return (
        f"Without {name} {what[0]} go from {before} to {after}.",
        f"หากไม่มี {name_th} {what[1]}เปลี่ยนจาก {before} เป็น {after}",
    )


def listed(keys: Sequence[str], parties: Mapping[str, Party]) -> Said:
    """The first few names, and how many more."""
    names, more = [parties[key] for key in keys[:_NAMED]], len(keys) - _NAMED
    en, th = ", ".join(p.name for p in names), ", ".join(p.name_th for p in names)
    if more > 0:
        return f"{en} and {more} more", f"{th} และอีก {more} ราย"
    return en, th
