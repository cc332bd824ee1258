# title     Where does the network hang on one party or one tie?
# title_th  เครือข่ายพึ่งพาคู่ภาคีหรือความสัมพันธ์เพียงจุดเดียวที่ใด
# asks      Each party (articulation point) and each tie (bridge) without which others are cut off from the larger rest of the network: who is cut off, which members and sub-sectors with them, and the links it rests on.
# topic     network
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# param     statuses: text = "active, signed" -- statuses counted; a plan is not a deal -- สถานะที่นับ แผนยังไม่ใช่ข้อตกลง
# param     level: text = "party" -- party: each body by itself; country: all bodies of a country as one -- party แยกแต่ละหน่วยงาน country รวมทั้งประเทศ
# param     at_least: integer = 2 -- parties cut off, at least -- จำนวนรายที่ถูกตัดขาดอย่างน้อย
# param     most: integer = 200 -- points listed at most -- จำนวนจุดสูงสุดที่แสดง
# column    point: text -- party or tie -- คู่ภาคีหรือความสัมพันธ์
# column    point_th: text (detail) -- party or tie, in Thai where known -- คู่ภาคีหรือความสัมพันธ์ (ไทย)
# column    sort: text -- party or tie -- ชนิดของจุด
# column    ids: list -- ids of the parties -- รหัสคู่ภาคี
# column    cut_off: integer -- parties cut off -- จำนวนรายที่ถูกตัดขาด
# column    parts: integer -- parts it falls into -- จำนวนส่วนที่แยกออก
# column    who: list -- who is cut off -- ผู้ที่ถูกตัดขาด
# column    countries: list -- members among them -- สมาชิกในกลุ่มนั้น
# column    sub_sectors: list (detail) -- sub-sectors of the links cut off or lost -- สาขาย่อยของความเชื่อมโยงที่ขาดหรือสูญเสีย
# column    links: integer -- links it rests on -- ความเชื่อมโยงที่รองรับ
# column    link_ids: list -- ids of these links -- รหัสความเชื่อมโยง
# column    meaning: text -- what it means -- ความหมาย
# column    meaning_th: text (detail) -- what it means, in Thai -- ความหมาย (ไทย)
# column    unknowns: list (detail) -- not known -- สิ่งที่ยังไม่ทราบ
# show      Point -- จุด -- point, sort
# show      Cut off -- ถูกตัดขาด -- cut_off
# show      Members -- สมาชิก -- countries
# show      Links -- ความเชื่อมโยง -- links
# show      What it means -- ความหมาย -- meaning
"""Where the network hangs on one party or one tie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.store import Reader, Record


def answer(
    store: Reader, *, sector: str, as_of: date, statuses: str, level: str, at_least: int, most: int
) -> Iterator[Record]:
    """A row for each weak point, those that cut off most parties first."""
    from queries.structure.links import read_sectors
    from queries.structure.said import of_weak_point
    from queries.structure.seen import look
    from queries.structure.ties import link_ids
    from queries.structure.weak_points import weak_points

    seen = look(store, "single-points", sector=sector, as_of=as_of, statuses=statuses, level=level)
    sectors = read_sectors(store, sector)
    links = {link.id: link for link in seen.links}
    for point in weak_points(seen.ties, at_least, most):
        ends = [seen.parties[key] for key in (point.party, point.other) if key]
        ids: list[str] = (
            seen.ties.edges[point.party, point.other]["ids"] if point.other else link_ids(seen.ties, [point.party])
        )
        touched = {*ids, *(id for key in point.cut_off for id in link_ids(seen.ties, [key]))}
        homes = {seen.parties[key].home for key in point.cut_off}
        meaning, meaning_th = of_weak_point(point, seen.parties)
        yield {
            "point": " – ".join(party.name for party in ends),
            "point_th": " – ".join(party.name_th for party in ends),
            "sort": "tie" if point.other else "party",
            "ids": [party.id for party in ends],
            "cut_off": len(point.cut_off),
            "parts": point.pieces,
            "who": [seen.parties[key].name for key in point.cut_off],
            "countries": sorted(homes & seen.members.keys()),
            "sub_sectors": sorted({sectors[id].name for link in touched for id in links[link].sectors}),
            "links": len(ids),
            "link_ids": ids,
            "meaning": meaning,
            "meaning_th": meaning_th,
            "unknowns": list(dict.fromkeys(told for party in ends for told in seen.unknowns(party.key, ids))),
        }
