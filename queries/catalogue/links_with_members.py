# title     How many links has a country with each member, and where does each lie?
# title_th  ประเทศหนึ่งมีความเชื่อมโยงกับสมาชิกแต่ละประเทศเท่าใด และสมาชิกแต่ละประเทศอยู่ที่ใด
# asks      For the country and each member the links between them that serve the sector by name, counted by status; all links of the member; and where there is none, whether anybody looked.
# topic     partners
# param     country: country = "THA" -- whose links, by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
# column    is_country: boolean (detail) -- the country itself, all its links -- ประเทศที่ถามเอง รวมความเชื่อมโยงทั้งหมด
# column    links: integer -- links with the country -- ความเชื่อมโยงกับประเทศที่ถาม
# column    active: integer -- active or signed -- ดำเนินการหรือลงนามแล้ว
# column    completed: integer -- completed -- เสร็จสิ้น
# column    in_talks: integer -- in talks -- หารือ
# column    announced: integer -- only announced or hoped for -- เพียงประกาศหรือคาดหวัง
# column    disputed: integer -- disputed -- มีข้อโต้แย้ง
# column    ended: integer -- ended or failed -- สิ้นสุดหรือไม่สำเร็จ
# column    all_links: integer -- links with any member -- ความเชื่อมโยงกับสมาชิกทั้งหมด
# column    link_ids: list (detail) -- ids of the links with the country -- รหัสความเชื่อมโยงกับประเทศที่ถาม
# column    absence: text -- where there is none: what is known -- สิ่งที่ทราบเมื่อไม่มีความเชื่อมโยง
# column    searched: integer (detail) -- sub-sectors somebody searched -- สาขาย่อยที่มีผู้ค้นหาแล้ว
# column    searched_on: text (detail) -- newest search -- การค้นหาครั้งล่าสุด
# column    latitude: number (detail) -- middle of the state, degrees north -- จุดกึ่งกลางของประเทศ ละติจูด
# column    longitude: number (detail) -- middle of the state, degrees east -- จุดกึ่งกลางของประเทศ ลองจิจูด
# column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
# show      Member -- สมาชิก -- member
# show      Links -- ทั้งหมด -- links
# show      Active -- ดำเนินการ -- active
# show      Done -- เสร็จสิ้น -- completed
# show      Talks -- หารือ -- in_talks
# show      Plan only -- เพียงแผน -- announced
# show      Disputed -- โต้แย้ง -- disputed
# show      Over -- สิ้นสุด -- ended
# show      With any member -- กับสมาชิกทั้งหมด -- all_links
# show      If none -- เมื่อไม่มี -- absence
"""The links of a country member by member, as a map or a table by country needs them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record


def answer(store: Reader, *, country: str, sector: str, as_of: date) -> Iterable[Record]:
    """The country itself, then every other member, those with most links first."""
    from queries.ties import ties

    return ties(store, country, sector, as_of)
