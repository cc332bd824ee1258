# title     Would the ranking have found the links that came later?
# title_th  การจัดอันดับจะพบความเชื่อมโยงที่เกิดขึ้นภายหลังหรือไม่
# asks      Links that began after a cut-off, ranked from what was known before it: hits among the first ten and twenty, mean reciprocal rank, average precision and area under the curve of the score of next-best-links, of degree alone, of trade alone and of chance.
# topic     planning
# param     country: country = "THA" -- for whom, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are ranked -- สาขา ระบุด้วยรหัสหรือชื่อ จัดอันดับสาขาย่อย
# param     cut_off: date = "2018-12-31" -- what is known ends on this day -- วันตัดข้อมูล
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
# column    method: text -- method -- วิธี
# column    top_ten: number -- hits in the first ten -- พบในสิบอันดับแรก
# column    top_twenty: number -- hits in the first twenty -- พบในยี่สิบอันดับแรก
# column    reciprocal_rank: number -- mean reciprocal rank -- ค่าเฉลี่ยส่วนกลับของอันดับ
# column    average_precision: number -- average precision -- ความแม่นยำเฉลี่ย
# column    area: number -- area under the curve -- พื้นที่ใต้โค้ง
# column    came_true: integer -- pairs that came true -- คู่ที่เกิดขึ้นจริง
# column    candidates: integer -- candidates -- ตัวเลือกทั้งหมด
# column    unscored: integer -- candidates it can't score -- ตัวเลือกที่ให้คะแนนไม่ได้
# column    undated: integer -- links without a date, left out -- ความเชื่อมโยงที่ไม่ทราบวันที่และไม่นำมาใช้
# column    trade_year: integer -- year of the trade figures -- ปีของข้อมูลการค้า
# column    pairs: list (detail) -- pairs that came true, with the links -- คู่ที่เกิดขึ้นจริงพร้อมรหัสความเชื่อมโยง
# column    link_ids: list (detail) -- links that came later -- ความเชื่อมโยงที่เกิดขึ้นภายหลัง
# column    undated_ids: list (detail) -- links left out -- ความเชื่อมโยงที่ไม่นำมาใช้
# column    means: text -- how it ranks -- วิธีจัดอันดับ
# column    means_th: text (detail) -- how it ranks, in Thai -- วิธีจัดอันดับ (ไทย)
# column    unknowns: list (detail) -- not known -- สิ่งที่ยังไม่ทราบ
# show      Method -- วิธี -- method
# show      Top 10 -- สิบอันดับ -- top_ten
# show      Top 20 -- ยี่สิบอันดับ -- top_twenty
# show      MRR -- MRR -- reciprocal_rank
# show      AP -- AP -- average_precision
# show      AUC -- AUC -- area
# show      Came true -- เกิดจริง -- came_true
# show      Of -- จาก -- candidates
# show      Undated -- ไม่ทราบวันที่ -- undated
# show      How it ranks -- วิธีจัดอันดับ -- means
"""Whether the ranking would have found the links that came later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.store import Reader, Record


def answer(
    store: Reader,
    *,
    country: str,
    sector: str,
    cut_off: date,
    as_of: date,
    **weights: float,
) -> Iterator[Record]:
    """A row for each method."""
    from queries.planning.back_test import back_test
    from queries.planning.rows import test_rows
    from queries.planning.score import read_weights

    chosen = read_weights("next-best-back-test", weights)
    yield from test_rows(back_test(store, country=country, sector=sector, cut_off=cut_off, as_of=as_of, weights=chosen))
