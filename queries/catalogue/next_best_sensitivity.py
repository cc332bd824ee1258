# title     How far does the ranking of next links hang on its weights?
# title_th  อันดับความเชื่อมโยงถัดไปขึ้นกับน้ำหนักมากเพียงใด
# asks      For the first candidates of next-best-links, the rank under each weight halved and doubled in turn, the best and worst of them, and in how many of these trials the candidate stays in the first ten.
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
# param     most: integer = 20 -- candidates listed -- จำนวนตัวเลือกที่แสดง
# column    rank: integer -- rank -- อันดับ
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    sub_sector: text -- sub-sector -- สาขาย่อย
# column    sub_sector_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
# column    best: integer -- best rank -- อันดับดีที่สุด
# column    worst: integer -- worst rank -- อันดับแย่ที่สุด
# column    in_top_ten: integer -- trials in the first ten -- จำนวนครั้งที่อยู่ในสิบอันดับแรก
# column    trials: integer -- trials -- จำนวนการทดลอง
# column    most_moving: text -- part that moves it most -- ส่วนประกอบที่มีผลมากที่สุด
# column    supply_halved: integer (detail) -- rank with the weight of supply halved -- อันดับเมื่อลดน้ำหนักของอุปทานลงครึ่งหนึ่ง
# column    supply_doubled: integer (detail) -- rank with the weight of supply doubled -- อันดับเมื่อเพิ่มน้ำหนักของอุปทานเป็นสองเท่า
# column    need_halved: integer (detail) -- rank with the weight of need halved -- อันดับเมื่อลดน้ำหนักของความต้องการลงครึ่งหนึ่ง
# column    need_doubled: integer (detail) -- rank with the weight of need doubled -- อันดับเมื่อเพิ่มน้ำหนักของความต้องการเป็นสองเท่า
# column    channel_halved: integer (detail) -- rank with the weight of existing channel halved -- อันดับเมื่อลดน้ำหนักของช่องทางที่มีอยู่ลงครึ่งหนึ่ง
# column    channel_doubled: integer (detail) -- rank with the weight of existing channel doubled -- อันดับเมื่อเพิ่มน้ำหนักของช่องทางที่มีอยู่เป็นสองเท่า
# column    experience_halved: integer (detail) -- rank with the weight of experience in the sub-sector halved -- อันดับเมื่อลดน้ำหนักของประสบการณ์ในสาขาย่อยลงครึ่งหนึ่ง
# column    experience_doubled: integer (detail) -- rank with the weight of experience in the sub-sector doubled -- อันดับเมื่อเพิ่มน้ำหนักของประสบการณ์ในสาขาย่อยเป็นสองเท่า
# column    neighbours_halved: integer (detail) -- rank with the weight of shared neighbours halved -- อันดับเมื่อลดน้ำหนักของเพื่อนร่วมเครือข่ายลงครึ่งหนึ่ง
# column    neighbours_doubled: integer (detail) -- rank with the weight of shared neighbours doubled -- อันดับเมื่อเพิ่มน้ำหนักของเพื่อนร่วมเครือข่ายเป็นสองเท่า
# column    white_space_halved: integer (detail) -- rank with the weight of white space halved -- อันดับเมื่อลดน้ำหนักของพื้นที่ว่างลงครึ่งหนึ่ง
# column    white_space_doubled: integer (detail) -- rank with the weight of white space doubled -- อันดับเมื่อเพิ่มน้ำหนักของพื้นที่ว่างเป็นสองเท่า
# column    intent_halved: integer (detail) -- rank with the weight of announced intent halved -- อันดับเมื่อลดน้ำหนักของความตั้งใจที่ประกาศลงครึ่งหนึ่ง
# column    intent_doubled: integer (detail) -- rank with the weight of announced intent doubled -- อันดับเมื่อเพิ่มน้ำหนักของความตั้งใจที่ประกาศเป็นสองเท่า
# column    agreement_halved: integer (detail) -- rank with the weight of agreements in force halved -- อันดับเมื่อลดน้ำหนักของความตกลงที่มีผลลงครึ่งหนึ่ง
# column    agreement_doubled: integer (detail) -- rank with the weight of agreements in force doubled -- อันดับเมื่อเพิ่มน้ำหนักของความตกลงที่มีผลเป็นสองเท่า
# column    evidence_halved: integer (detail) -- rank with the weight of evidence halved -- อันดับเมื่อลดน้ำหนักของหลักฐานลงครึ่งหนึ่ง
# column    evidence_doubled: integer (detail) -- rank with the weight of evidence doubled -- อันดับเมื่อเพิ่มน้ำหนักของหลักฐานเป็นสองเท่า
# column    channel_ids: list (detail) -- running links in other sub-sectors -- ความเชื่อมโยงในสาขาย่อยอื่นที่ดำเนินอยู่
# column    meaning: text -- what it means -- ความหมาย
# column    meaning_th: text (detail) -- what it means, in Thai -- ความหมาย (ไทย)
# show      Rank -- อันดับ -- rank
# show      Member -- สมาชิก -- member
# show      Sub-sector -- สาขาย่อย -- sub_sector
# show      Best -- ดีที่สุด -- best
# show      Worst -- แย่ที่สุด -- worst
# show      In top ten -- อยู่ในสิบอันดับแรก -- in_top_ten
# show      What it means -- ความหมาย -- meaning
"""How far the ranking of next links hangs on its weights."""

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
    """A row for each of the first candidates, by rank."""
    from itertools import islice

    from queries.planning.candidates import candidates
    from queries.planning.known import read_known
    from queries.planning.rows import moves_row
    from queries.planning.score import read_weights
    from queries.planning.sensitivity import sensitivity

    chosen = read_weights("next-best-sensitivity", weights)
    known = read_known(store, country=country, sector=sector, as_of=as_of)
    found = candidates(known)
    moves = sensitivity({cell: each.values for cell, each in found.items()}, chosen, least_known)
    for cell, moved in islice(moves.items(), most):
        yield moves_row(found[cell], moved, known)
