# title     What is the score of a next link made of?
# title_th  คะแนนของความเชื่อมโยงถัดไปประกอบด้วยอะไรบ้าง
# asks      Every part of the score of next-best-links: what it says in one sentence, its weight, for how many candidates it is known, and what values it takes there.
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
# column    part: text -- part -- ส่วนประกอบ
# column    means: text -- what it says -- ความหมาย
# column    means_th: text (detail) -- what it says, in Thai -- ความหมาย (ไทย)
# column    weight: number -- weight -- น้ำหนัก
# column    share: number -- share of all weight -- สัดส่วนของน้ำหนักทั้งหมด
# column    known: integer -- candidates for which it is known -- ตัวเลือกที่ทราบค่า
# column    not_known: integer -- candidates for which it is not known -- ตัวเลือกที่ไม่ทราบค่า
# column    lowest: number -- lowest value -- ค่าต่ำสุด
# column    middle: number -- median of the known values -- มัธยฐานของค่าที่ทราบ
# column    highest: number -- highest value -- ค่าสูงสุด
# column    unknowns: list (detail) -- how what is not known is treated -- การปฏิบัติต่อค่าที่ไม่ทราบ
# column    unknowns_th: list (detail) -- how what is not known is treated, in Thai -- การปฏิบัติต่อค่าที่ไม่ทราบ (ไทย)
# show      Part -- ส่วนประกอบ -- part
# show      What it says -- ความหมาย -- means
# show      Weight -- น้ำหนัก -- weight
# show      Known -- ทราบค่า -- known
# show      Not known -- ไม่ทราบค่า -- not_known
# show      Median -- มัธยฐาน -- middle
"""What the score of a next link is made of."""

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
    **weights: float,
) -> Iterator[Record]:
    """A row for each part, in the order of the columns of next-best-links."""
    from queries.planning.candidates import candidates
    from queries.planning.known import read_known
    from queries.planning.rows import part_rows
    from queries.planning.score import read_weights

    chosen = read_weights("next-best-parts", weights)
    known = read_known(store, country=country, sector=sector, as_of=as_of)
    yield from part_rows(candidates(known), chosen)
