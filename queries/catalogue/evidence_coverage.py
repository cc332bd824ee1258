# title     How well are the links of each member and sub-sector sourced?
# title_th  ความเชื่อมโยงของสมาชิกและสาขาย่อยแต่ละรายการมีแหล่งข้อมูลรองรับเพียงใด
# asks      For each member and each sub-sector: links, how many rest on one page, in which languages, how sure they are, and how many carry no date; links without a date by id.
# topic     evidence
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    of: text -- member or sub-sector -- สมาชิกหรือสาขาย่อย
# column    id: text (detail) -- id -- รหัส
# column    name: text -- name -- ชื่อ
# column    name_th: text (detail) -- name, in Thai -- ชื่อ (ไทย)
# column    links: integer -- links -- ความเชื่อมโยง
# column    one_source: integer -- resting on one page -- อ้างอิงหน้าเดียว
# column    more_sources: integer -- resting on more -- อ้างอิงมากกว่าหนึ่งหน้า
# column    sources: integer -- pages in all -- จำนวนหน้าอ้างอิง
# column    languages: list -- languages: links -- ภาษาและจำนวนความเชื่อมโยง
# column    stated: integer -- stated -- แหล่งข้อมูลระบุ
# column    inferred: integer -- inferred -- อนุมาน
# column    general: integer (detail) -- general knowledge -- ความรู้ทั่วไป
# column    undated: integer -- without a start -- ไม่ทราบวันเริ่ม
# column    undated_ids: list (detail) -- ids of those without a start -- รหัสความเชื่อมโยงที่ไม่ทราบวันเริ่ม
# column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
# show      Of -- ของ -- of
# show      Name -- ชื่อ -- name
# show      Links -- จำนวน -- links
# show      One page -- หน้าเดียว -- one_source
# show      More -- มากกว่า -- more_sources
# show      Languages -- ภาษา -- languages
# show      Stated -- ระบุ -- stated
# show      Inferred -- อนุมาน -- inferred
# show      No date -- ไม่ทราบวัน -- undated
"""How well the links of each member and sub-sector are sourced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record


def answer(store: Reader, *, sector: str, as_of: date) -> Iterable[Record]:
    """A row for each member, then for each sub-sector, those with most links first."""
    from queries.coverage import coverage

    return coverage(store, sector, as_of)
