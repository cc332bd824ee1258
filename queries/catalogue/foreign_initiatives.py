# title     Which initiatives of other members resemble those of the country?
# title_th  ประเทศสมาชิกอื่นมีโครงการริเริ่มใดที่คล้ายคลึงกับของประเทศนี้
# asks      Each programme and technical cooperation that other members run among themselves, and each two-sided platform, beside the country's own of the same form and sub-sector; where it has none, that is said.
# topic     programmes
# param     country: country = "THA" -- compared with this country, by ISO code or name -- เปรียบเทียบกับประเทศ ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    initiative: text -- id -- รหัส
# column    what: text -- what it is -- เนื้อหา
# column    form: text -- form -- รูปแบบ
# column    members: list -- between -- ระหว่าง
# column    parties: list -- parties -- คู่ภาคี
# column    status: text -- status -- สถานะ
# column    since: text -- since -- ตั้งแต่
# column    sub_sectors: list -- sub-sectors -- สาขาย่อย
# column    platforms: list -- programmes it joins -- โครงการที่เชื่อมกัน
# column    likeness: text -- likeness -- ความคล้ายคลึง
# column    own_links: list -- the country's own of that form and sub-sector -- ของประเทศนี้ในรูปแบบและสาขาย่อยเดียวกัน
# column    near_links: list (detail) -- its own of that form in a wider or narrower sector -- ของประเทศนี้ในรูปแบบเดียวกัน สาขาที่กว้างหรือแคบกว่า
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
# show      Initiative -- โครงการ -- initiative, what
# show      Form -- รูปแบบ -- form
# show      Between -- ระหว่าง -- members
# show      Status, since -- สถานะ ตั้งแต่ -- status, since
# show      Sub-sectors -- สาขาย่อย -- sub_sectors
# show      Likeness -- ความคล้ายคลึง -- likeness
# show      Own -- ของประเทศนี้ -- own_links
"""Initiatives of other members beside the country's own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record


def answer(store: Reader, *, country: str, sector: str, as_of: date) -> Iterable[Record]:
    """A row for each initiative, the two-sided first."""
    from queries.initiatives import initiatives

    return initiatives(store, country, sector, as_of)
