# title     Who is the counterpart of an agency in each member, and through what?
# title_th  หน่วยงานหนึ่งมีหน่วยงานคู่เทียบใดในสมาชิกแต่ละประเทศ และติดต่อผ่านช่องทางใด
# asks      For each member: bodies that share a link with the agency, legs of its programmes that reach the member, links of its sister bodies, and bodies of the same duty to which no channel is known.
# topic     partners
# param     agency: text = "DIPROM" -- agency by id, acronym, English or Thai name -- หน่วยงาน ระบุด้วยรหัส ชื่อย่อ หรือชื่อ
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    agency: text (detail) -- agency -- หน่วยงาน
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
# column    channel: text -- channel -- ช่องทาง
# column    counterpart: text -- counterpart -- หน่วยงานคู่เทียบ
# column    kind: text -- kind -- ประเภท
# column    duty: text -- what it does -- ภารกิจ
# column    through: text -- through -- ผ่าน
# column    statuses: list -- statuses -- สถานะ
# column    links: list -- ids of the links -- รหัสความเชื่อมโยง
# column    last: text -- latest start -- เริ่มล่าสุด
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
# show      Member -- สมาชิก -- member
# show      Channel -- ช่องทาง -- channel, through
# show      Counterpart -- หน่วยงานคู่เทียบ -- counterpart, duty
# show      Statuses -- สถานะ -- statuses
# show      Latest start -- เริ่มล่าสุด -- last
# show      Links -- ความเชื่อมโยง -- links
"""The counterparts of an agency in each member."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record


def answer(store: Reader, *, agency: str, as_of: date) -> Iterable[Record]:
    """A row for each channel to a counterpart, member by member; or one that says none is known."""
    from queries.counterparts import counterparts

    return counterparts(store, agency, as_of)
