# title     Which link would be the best to seek next?
# title_th  ควรแสวงหาความเชื่อมโยงใดเป็นลำดับถัดไป
# asks      Every pair of member and sub-sector (groups of groups left out, as too broad to sign on) in which the country has no running link, ranked by a score whose parts and weights are all shown: trade fit in both directions, existing channel, experience, shared neighbours, white space, announced intent, agreements in force, evidence. What is not known is not counted as zero; next-best-parts says what each part means.
# topic     planning
# param     country: country = "THA" -- for whom, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are ranked -- สาขา ระบุด้วยรหัสหรือชื่อ จัดอันดับสาขาย่อย
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# param     weight_supply: number = 1 -- weight of supply -- น้ำหนักของอุปทาน
# param     weight_need: number = 1 -- weight of need -- น้ำหนักของความต้องการ
# param     weight_channel: number = 1 -- weight of existing channel -- น้ำหนักของช่องทางที่มีอยู่
# param     weight_experience: number = 1 -- weight of experience in the sub-sector -- น้ำหนักของประสบการณ์ในสาขาย่อย
# param     weight_neighbours: number = 1 -- weight of shared neighbours -- น้ำหนักของเพื่อนร่วมเครือข่าย
# param     weight_white_space: number = 1 -- weight of white space -- น้ำหนักของพื้นที่ว่าง
# param     weight_intent: number = 1 -- weight of announced intent -- น้ำหนักของความตั้งใจที่ประกาศ
# param     weight_agreement: number = 0.5 -- weight of agreements in force -- น้ำหนักของความตกลงที่มีผล
# param     weight_evidence: number = 0.5 -- weight of evidence -- น้ำหนักของหลักฐาน
# param     least_known: number = 0.5 -- share of the weight that must be known to stand in the front part -- สัดส่วนน้ำหนักขั้นต่ำที่ต้องทราบค่า
# param     most: integer = 50 -- candidates listed at most -- จำนวนตัวเลือกสูงสุดที่แสดง
# column    rank: integer -- rank -- อันดับ
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    member_id: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
# column    sub_sector: text -- sub-sector -- สาขาย่อย
# column    sub_sector_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
# column    sub_sector_id: text (detail) -- id of the sub-sector -- รหัสสาขาย่อย
# column    score: number -- score, 0 to 1 -- คะแนน 0 ถึง 1
# column    low: number -- score if all that is not known were 0 -- คะแนนหากส่วนที่ไม่ทราบเป็น 0
# column    high: number -- score if all that is not known were 1 -- คะแนนหากส่วนที่ไม่ทราบเป็น 1
# column    known: number -- share of the weight that is known -- สัดส่วนน้ำหนักที่ทราบค่า
# column    absence: text -- what is known of the pair -- สิ่งที่ทราบ
# column    supply: number (detail) -- supply, 0 to 1 -- อุปทาน 0 ถึง 1
# column    supply_weighted: number (detail) -- supply, points of the score -- อุปทาน คะแนนที่ได้
# column    need: number (detail) -- need, 0 to 1 -- ความต้องการ 0 ถึง 1
# column    need_weighted: number (detail) -- need, points of the score -- ความต้องการ คะแนนที่ได้
# column    channel: number (detail) -- existing channel, 0 to 1 -- ช่องทางที่มีอยู่ 0 ถึง 1
# column    channel_weighted: number (detail) -- existing channel, points of the score -- ช่องทางที่มีอยู่ คะแนนที่ได้
# column    experience: number (detail) -- experience in the sub-sector, 0 to 1 -- ประสบการณ์ในสาขาย่อย 0 ถึง 1
# column    experience_weighted: number (detail) -- experience in the sub-sector, points of the score -- ประสบการณ์ในสาขาย่อย คะแนนที่ได้
# column    neighbours: number (detail) -- shared neighbours, 0 to 1 -- เพื่อนร่วมเครือข่าย 0 ถึง 1
# column    neighbours_weighted: number (detail) -- shared neighbours, points of the score -- เพื่อนร่วมเครือข่าย คะแนนที่ได้
# column    white_space: number (detail) -- white space, 0 to 1 -- พื้นที่ว่าง 0 ถึง 1
# column    white_space_weighted: number (detail) -- white space, points of the score -- พื้นที่ว่าง คะแนนที่ได้
# column    intent: number (detail) -- announced intent, 0 to 1 -- ความตั้งใจที่ประกาศ 0 ถึง 1
# column    intent_weighted: number (detail) -- announced intent, points of the score -- ความตั้งใจที่ประกาศ คะแนนที่ได้
# column    agreement: number (detail) -- agreements in force, 0 to 1 -- ความตกลงที่มีผล 0 ถึง 1
# column    agreement_weighted: number (detail) -- agreements in force, points of the score -- ความตกลงที่มีผล คะแนนที่ได้
# column    evidence: number (detail) -- evidence, 0 to 1 -- หลักฐาน 0 ถึง 1
# column    evidence_weighted: number (detail) -- evidence, points of the score -- หลักฐาน คะแนนที่ได้
# column    supply_matched: number (detail) -- what the country could supply of the member's need, thousand tonnes -- ปริมาณที่ประเทศตอบสนองความต้องการของสมาชิกได้ พันตัน
# column    need_matched: number (detail) -- what the member could supply of the country's need, thousand tonnes -- ปริมาณที่สมาชิกตอบสนองความต้องการของประเทศได้ พันตัน
# column    counterpart: text -- agency with which most links run -- หน่วยงานคู่ร่วมมือหลัก
# column    counterpart_th: text (detail) -- that agency, in Thai where known -- หน่วยงานคู่ร่วมมือหลัก (ไทย)
# column    counterpart_id: text (detail) -- id of that agency -- รหัสหน่วยงาน
# column    counterpart_links: list (detail) -- running links with it -- ความเชื่อมโยงกับหน่วยงานนั้น
# column    link_ids: list (detail) -- links of the pair that don't run -- ความเชื่อมโยงของคู่นี้ที่ไม่ได้ดำเนินอยู่
# column    channel_ids: list (detail) -- running links in other sub-sectors -- ความเชื่อมโยงในสาขาย่อยอื่นที่ดำเนินอยู่
# column    agreements: list (detail) -- agreements in force -- ความตกลงที่มีผลบังคับใช้
# column    trade_year: integer (detail) -- year of the trade figures -- ปีของข้อมูลการค้า
# column    enquiry: text (detail) -- search that looked -- รหัสการค้นหา
# column    unknowns: list (detail) -- not known -- สิ่งที่ยังไม่ทราบ
# show      Rank -- อันดับ -- rank
# show      Member, sub-sector -- สมาชิก สาขาย่อย -- member, sub_sector
# show      Score, known -- คะแนน ส่วนที่ทราบ -- score, known
# show      Supply, need -- อุปทาน ความต้องการ -- supply, need
# show      Channel -- ช่องทาง -- channel
# show      What is known -- สิ่งที่ทราบ -- absence
# show      Counterpart -- หน่วยงานคู่ร่วมมือ -- counterpart
"""Which link would be the best to seek next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.store import Reader, Record


def answer(
    store: Reader,
    *,
    country: str,
    sector: str,
    as_of: date,
    least_known: float,
    most: int,
    **weights: float,
) -> Iterator[Record]:
    """A row for each candidate, the best first."""
    from queries.planning.candidates import candidates
    from queries.planning.known import read_known
    from queries.planning.rows import best_row
    from queries.planning.score import ranked, read_weights, score

    chosen = read_weights("next-best-links", weights)
    known = read_known(store, country=country, sector=sector, as_of=as_of)
    found = candidates(known)
    order = ranked({cell: each.values for cell, each in found.items()}, chosen, least_known)
    for rank, cell in enumerate(order[:most], 1):
        yield best_row(rank, found[cell], score(found[cell].values, chosen), known)
