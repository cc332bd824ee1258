# title     What could be traded with each member, and do links stand behind it?
# title_th  ค้าอะไรกับสมาชิกแต่ละประเทศได้บ้าง และมีความเชื่อมโยงรองรับหรือไม่
# asks      For each member and sub-sector, every item counted in one of them only, what could be traded at most, with its items; and how far the links that serve the sub-sector have come, or whether anybody looked.
# topic     trade
# param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     direction: text = "sells" -- sells: what the country sells and the member buys; buys: the other way -- sells หมายถึงประเทศขาย buys หมายถึงประเทศซื้อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ แสดงสาขาย่อยด้วย
# param     as_of: date = "" -- links as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# param     year: integer = 0 -- year of the trade figures; 0 for the newest -- ปีของข้อมูลการค้า 0 หมายถึงปีล่าสุด
# column    sub_sector: text -- sub-sector, without those listed apart -- สาขาย่อย ไม่รวมที่แสดงแยก
# column    sub_sector_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
# column    sector: text (detail) -- sub-sector (id) -- สาขาย่อย (รหัส)
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
# column    direction: text (detail) -- sells or buys -- ขายหรือซื้อ
# column    supply: number -- the seller's exports to anybody -- การส่งออกของผู้ขายไปทุกประเทศ
# column    need: number -- the buyer's imports from anybody -- การนำเข้าของผู้ซื้อจากทุกประเทศ
# column    matched: number -- what could be traded, item by item the lesser -- ส่วนที่ค้าได้ รายรายการใช้ค่าที่น้อยกว่า
# column    items: list (detail) -- its items, the largest first -- รายการ เรียงจากมากไปน้อย
# column    quantities: list (detail) -- what could be traded of each item -- ส่วนที่ค้าได้ของแต่ละรายการ
# column    state: text -- what is known of links -- สิ่งที่ทราบเกี่ยวกับความเชื่อมโยง
# column    links: list -- ids of the links -- รหัสความเชื่อมโยง
# column    statuses: list (detail) -- status of each link on that day -- สถานะของแต่ละความเชื่อมโยง ณ วันนั้น
# column    enquiry: text (detail) -- last enquiry -- รหัสการค้นหาล่าสุด
# column    searched_on: text (detail) -- searched on -- ค้นเมื่อ
# column    searched_in: text (detail) -- where -- ค้นที่ใด
# column    words: text (detail) -- words searched for -- คำค้น
# column    results_read: integer (detail) -- results read -- จำนวนผลลัพธ์ที่อ่าน
# column    found: text (detail) -- what the search found -- ผลการค้น
# column    note: text (detail) -- note of the search -- หมายเหตุการค้นหา
# column    year: integer -- year -- ปี
# column    unit: text -- unit -- หน่วย
# column    dataset: text -- dataset -- ชุดข้อมูล
# column    unknowns: list -- not known -- สิ่งที่ไม่ทราบ
# column    sources: list (detail) -- sources of the figures -- แหล่งข้อมูลของตัวเลข
# column    evidence: list (detail) -- evidence ids of the figures -- รหัสหลักฐานของตัวเลข
# show      Sub-sector -- สาขาย่อย -- sub_sector
# show      Member -- สมาชิก -- member
# show      Supply, need, 1,000 t -- อุปทาน ความต้องการ พันตัน -- supply, need
# show      Could be traded -- ส่วนที่ค้าได้ -- matched
# show      Links -- ความเชื่อมโยง -- state, links
# show      Not known -- สิ่งที่ไม่ทราบ -- unknowns
"""That they trade it with one another is not said: the food balance names no partner."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.errors import GraphError, nearest, one_line
from graph.store import Reader, Record
from queries.trade.possible import BUYS, SELLS, possible


def answer(store: Reader, *, country: str, direction: str, sector: str, as_of: date, year: int) -> Iterable[Record]:
    """The largest sub-sector first, in each the member with which most could be traded in all."""
    if direction not in (SELLS, BUYS):
        hint = nearest(direction, (SELLS, BUYS))
        raise GraphError(f"possible-flows: direction: expected sells or buys, found {one_line(direction)!r}{hint}")
    rows = possible(store, country=country, direction=direction, sector=sector, as_of=as_of, year=year)
    return [{**row, "direction": direction} for row in rows]
