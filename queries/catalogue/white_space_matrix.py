# title     Where is need high and no link, and where has nobody looked?
# title_th  ช่องว่างใดมีความต้องการสูงแต่ยังไม่มีความเชื่อมโยง และช่องใดยังไม่มีผู้ค้นหา
# asks      Every pair of member and sub-sector: how far links have come, what the search found where there is none, and how much of what the member buys abroad the country sells abroad.
# topic     absence
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ แสดงสาขาย่อยด้วย
# param     country: country = "THA" -- whose links and exports, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     as_of: date = "" -- links as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# param     year: integer = 0 -- year of the trade figures; 0 for the newest -- ปีของข้อมูลการค้า 0 หมายถึงปีล่าสุด
# param     high: number = 2 -- points of fit from which need counts as high -- คะแนนความสอดคล้องที่ถือว่ามีความต้องการสูง
# column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    sub_sector: text (detail) -- id of the sub-sector -- รหัสสาขาย่อย
# column    name: text -- sub-sector -- สาขาย่อย
# column    name_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
# column    parent: text (detail) -- id of the sector it is part of -- รหัสสาขาที่สังกัด
# column    state: text -- what is known -- สิ่งที่ทราบ
# column    running: integer (detail) -- active or signed -- ดำเนินการหรือลงนามแล้ว
# column    completed: integer (detail) -- completed -- เสร็จสิ้น
# column    planned: integer (detail) -- planned or in talks -- มีแผนหรืออยู่ระหว่างหารือ
# column    disputed: integer (detail) -- disputed -- มีข้อโต้แย้ง
# column    ended: integer (detail) -- ended or failed -- สิ้นสุดหรือไม่สำเร็จ
# column    links: list -- ids of the links -- รหัสความเชื่อมโยง
# column    statuses: list (detail) -- status of each link on that day -- สถานะของแต่ละความเชื่อมโยง ณ วันนั้น
# column    later: list (detail) -- links that began after the day -- ความเชื่อมโยงที่เริ่มหลังวันนั้น
# column    enquiry: text (detail) -- last enquiry -- รหัสการค้นหาล่าสุด
# column    searched_on: text (detail) -- searched on -- ค้นเมื่อ
# column    searched_in: text (detail) -- where -- ค้นที่ใด
# column    words: text (detail) -- words searched for -- คำค้น
# column    results_read: integer (detail) -- results read -- จำนวนผลลัพธ์ที่อ่าน
# column    found: text (detail) -- what the search found -- ผลการค้น
# column    note: text (detail) -- note of the search -- หมายเหตุการค้นหา
# column    mark: text (detail) -- state, points of fit, ! for white space -- สถานะ คะแนนความสอดคล้อง และ ! สำหรับช่องว่าง
# column    depth: integer (detail) -- level below the sector asked for -- ระดับใต้สาขาที่ถาม
# column    place: integer (detail) -- order down the tree -- ลำดับตามโครงสร้างสาขา
# column    white_space: boolean -- high need, nothing running or completed -- ความต้องการสูง แต่ไม่มีสิ่งที่ดำเนินการหรือเสร็จสิ้น
# column    fit: number -- points it adds to the trade complementarity index, country sells and member buys -- คะแนนที่เพิ่มให้ดัชนีความสอดคล้องทางการค้า เมื่อประเทศขายและสมาชิกซื้อ
# column    index: number (detail) -- trade complementarity index within the sub-sector, country sells -- ดัชนีความสอดคล้องทางการค้าในสาขาย่อย เมื่อประเทศขาย
# column    need: number -- what the member imports from anybody -- ปริมาณที่สมาชิกนำเข้าจากทุกประเทศ
# column    supply: number -- what the country exports to anybody -- ปริมาณที่ประเทศส่งออกไปทุกประเทศ
# column    fit_back: number (detail) -- points the other way, member sells and country buys -- คะแนนในทิศทางกลับ เมื่อสมาชิกขายและประเทศซื้อ
# column    index_back: number (detail) -- index within the sub-sector the other way -- ดัชนีในสาขาย่อยในทิศทางกลับ
# column    need_back: number (detail) -- what the country imports from anybody -- ปริมาณที่ประเทศนำเข้าจากทุกประเทศ
# column    supply_back: number (detail) -- what the member exports to anybody -- ปริมาณที่สมาชิกส่งออกไปทุกประเทศ
# column    items: text (detail) -- items of the food balance with figures of both -- จำนวนรายการที่มีข้อมูลของทั้งสองฝ่าย
# column    year: integer (detail) -- year of the trade figures -- ปีของข้อมูลการค้า
# column    unit: text (detail) -- unit of need and supply -- หน่วยของปริมาณ
# column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
# pivot     name -- code -- mark
# note      ● active or signed · ■ completed · ◐ only planned · ◇ disputed · ✕ ended · ○ searched, none found · ◌ searched, unclear · ◎ searched, links only in other sub-sectors · · nobody looked. The number is the points of fit; ! is high need with nothing running or completed.
# note_th   ● ดำเนินการหรือลงนามแล้ว · ■ เสร็จสิ้น · ◐ เพียงมีแผน · ◇ มีข้อโต้แย้ง · ✕ สิ้นสุดแล้ว · ○ ค้นแล้วไม่พบ · ◌ ค้นแล้วไม่ชัดเจน · ◎ ค้นแล้วพบเฉพาะในสาขาย่อยอื่น · · ยังไม่มีผู้ค้นหา ตัวเลขคือคะแนนความสอดคล้อง และ ! คือความต้องการสูงแต่ยังไม่มีสิ่งที่ดำเนินการหรือเสร็จสิ้น
"""The flagship: a picture and a workbook are made of the same rows (visuals/views/white_space_matrix.py)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record
from queries.white_space import matrix


def answer(store: Reader, *, sector: str, country: str, as_of: date, year: int, high: float) -> Iterable[Record]:
    """The cells of the matrix, sub-sector by sub-sector."""
    return matrix(store, sector=sector, country=country, as_of=as_of, year=year, high=high)
