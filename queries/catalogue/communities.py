# title     Which groups deal with one another more than with the rest?
# title_th  กลุ่มใดร่วมมือกันเองมากกว่ากับรายอื่น
# asks      The groups that the network of links serving the sector falls into (Louvain's method, the same every time): their parties, countries and sub-sectors, their links inside and to others, and how clear the parting is (modularity).
# topic     network
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# param     statuses: text = "active, signed" -- statuses counted; a plan is not a deal -- สถานะที่นับ แผนยังไม่ใช่ข้อตกลง
# param     level: text = "party" -- party: each body by itself; country: all bodies of a country as one -- party แยกแต่ละหน่วยงาน country รวมทั้งประเทศ
# param     at_least: integer = 3 -- parties of a group, at least -- จำนวนคู่ภาคีในกลุ่มอย่างน้อย
# column    community: integer -- group -- กลุ่มที่
# column    around: text -- around -- ศูนย์กลาง
# column    around_th: text (detail) -- around, in Thai where known -- ศูนย์กลาง (ไทย)
# column    parties: list (detail) -- parties, those with most partners inside first -- คู่ภาคี เรียงตามจำนวนคู่ภาคีในกลุ่ม
# column    ids: list (detail) -- ids of the parties -- รหัสคู่ภาคี
# column    size: integer -- parties -- จำนวนคู่ภาคี
# column    countries: list -- countries -- ประเทศ
# column    sub_sectors: list -- sub-sectors most of its links serve -- สาขาย่อยหลัก
# column    inside: integer -- links inside -- ความเชื่อมโยงภายใน
# column    outward: integer -- links to others -- ความเชื่อมโยงกับภายนอก
# column    modularity: number (detail) -- modularity of the parting -- ค่ามอดุลาริตีของการแบ่งกลุ่ม
# column    method: text (detail) -- method of parting -- วิธีแบ่งกลุ่ม
# column    link_ids: list (detail) -- ids of the links inside -- รหัสความเชื่อมโยงภายใน
# column    outward_ids: list (detail) -- ids of the links to others -- รหัสความเชื่อมโยงกับภายนอก
# column    meaning: text -- what it means -- ความหมาย
# column    meaning_th: text (detail) -- what it means, in Thai -- ความหมาย (ไทย)
# column    unknowns: list (detail) -- not known -- สิ่งที่ยังไม่ทราบ
# show      Group -- กลุ่มที่ -- community
# show      Countries -- ประเทศ -- countries
# show      Sub-sectors -- สาขาย่อย -- sub_sectors
# show      What it means -- ความหมาย -- meaning
"""Which groups deal with one another more than with the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.store import Reader, Record

_MOST_SECTORS = 3


def answer(store: Reader, *, sector: str, as_of: date, statuses: str, level: str, at_least: int) -> Iterator[Record]:
    """A row for each group, the largest first."""
    from collections import Counter

    from queries.structure.communities import communities, method_for
    from queries.structure.links import read_sectors
    from queries.structure.said import of_community
    from queries.structure.seen import look

    seen = look(store, "communities", sector=sector, as_of=as_of, statuses=statuses, level=level)
    sectors = read_sectors(store, sector)
    links = {link.id: link for link in seen.links}
    groups, modularity = communities(seen.ties)
    for number, group in enumerate((g for g in groups if len(g.parties) >= at_least), 1):
        homes = sorted({seen.parties[key].home for key in group.parties} - {""})
        served = Counter(id for link in group.inside for id in links[link].sectors)
        first = sorted(served.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_SECTORS]
        countries = [seen.parties[f"Country:{code}"] for code in homes]
        meaning, meaning_th = of_community(group, countries, seen.parties, modularity)
        homeless = sum(not seen.parties[key].home for key in group.parties)
        undated = sum(links[link].start is None for link in group.inside)
        yield {
            "community": number,
            "around": seen.parties[group.parties[0]].name,
            "around_th": seen.parties[group.parties[0]].name_th,
            "parties": [seen.parties[key].name for key in group.parties],
            "ids": [seen.parties[key].id for key in group.parties],
            "size": len(group.parties),
            "countries": homes,
            "sub_sectors": [sectors[id].name for id, _ in first],
            "inside": len(group.inside),
            "outward": len(group.outward),
            "modularity": modularity,
            "method": method_for(seen.ties),
            "link_ids": list(group.inside),
            "outward_ids": list(group.outward),
            "meaning": meaning,
            "meaning_th": meaning_th,
            "unknowns": [
                *([f"{homeless} parties are groups of states or of a country not known"] if homeless else []),
                *(
                    [f"{undated} of {len(group.inside)} links without a start date: they count on every day"]
                    if undated
                    else []
                ),
            ],
        }
