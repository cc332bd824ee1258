# title     Who stands between the others?
# title_th  ใครเป็นตัวกลางเชื่อมคู่ภาคีรายอื่น
# asks      Each party of the network of links that serve the sector: with how many it is tied, how much runs through it (betweenness), how bound it is to the same few (Burt's constraint), and how many of its partners open a way of their own (effective size).
# topic     network
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# param     statuses: text = "active, signed" -- statuses counted; a plan is not a deal -- สถานะที่นับ แผนยังไม่ใช่ข้อตกลง
# param     level: text = "party" -- party: each body by itself; country: all bodies of a country as one -- party แยกแต่ละหน่วยงาน country รวมทั้งประเทศ
# param     most: integer = 40 -- parties listed at most -- จำนวนรายสูงสุดที่แสดง
# param     pivots: integer = 0 -- parties from which chains are searched; 0: all, or in a large network as many as take a second -- จำนวนคู่ภาคีที่ใช้เป็นจุดเริ่มค้นหาเส้นทาง 0 หมายถึงทั้งหมด หรือเท่าที่ใช้เวลาราวหนึ่งวินาที
# column    party: text -- party -- คู่ภาคี
# column    party_th: text (detail) -- party, in Thai where known -- คู่ภาคี (ไทย)
# column    kind: text (detail) -- kind -- ประเภท
# column    id: text -- id -- รหัส
# column    country: text -- country -- ประเทศ
# column    partners: integer -- distinct partners -- จำนวนคู่ภาคีที่ต่างกัน
# column    links: integer -- links -- ความเชื่อมโยง
# column    betweenness: number -- betweenness, 0 to 1 -- ค่าความเป็นตัวกลาง
# column    constraint: number -- constraint (Burt) -- ค่าข้อจำกัด (Burt)
# column    effective_size: number -- effective size -- ขนาดประสิทธิผล
# column    basis: text (detail) -- how betweenness was computed -- วิธีคำนวณค่าความเป็นตัวกลาง
# column    meaning: text -- what it means -- ความหมาย
# column    meaning_th: text (detail) -- what it means, in Thai -- ความหมาย (ไทย)
# column    link_ids: list (detail) -- ids of the links -- รหัสความเชื่อมโยง
# column    unknowns: list (detail) -- not known -- สิ่งที่ยังไม่ทราบ
# show      Party -- คู่ภาคี -- party, id, country
# show      Partners -- คู่ภาคีที่ต่างกัน -- partners
# show      Links -- ความเชื่อมโยง -- links
# show      Between -- ตัวกลาง -- betweenness
# show      Constraint -- ข้อจำกัด -- constraint
# show      Size -- ขนาด -- effective_size
# show      What it means -- ความหมาย -- meaning
"""Who stands between the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.store import Reader, Record


def answer(
    store: Reader, *, sector: str, as_of: date, statuses: str, level: str, most: int, pivots: int
) -> Iterator[Record]:
    """A row for each party, those through which most runs first."""
    from queries.structure.brokerage import brokers
    from queries.structure.said import of_broker
    from queries.structure.seen import look
    from queries.structure.ties import link_ids

    seen = look(store, "brokers", sector=sector, as_of=as_of, statuses=statuses, level=level)
    found, basis = brokers(seen.ties, most, pivots)
    for broker in found:
        party, ids = seen.parties[broker.party], link_ids(seen.ties, [broker.party])
        meaning, meaning_th = of_broker(broker, party.name, party.name_th)
        yield {
            "party": party.name,
            "party_th": party.name_th,
            "kind": party.kind,
            "id": party.id,
            "country": party.home or None,
            "partners": broker.partners,
            "links": broker.links,
            "betweenness": broker.betweenness,
            "constraint": broker.constraint,
            "effective_size": broker.effective_size,
            "basis": basis.said,
            "meaning": meaning,
            "meaning_th": meaning_th,
            "link_ids": ids,
            "unknowns": seen.unknowns(broker.party, ids),
        }
