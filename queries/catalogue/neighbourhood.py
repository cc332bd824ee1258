# title     Who is linked with whom around a country, agency or firm?
# title_th  ประเทศ หน่วยงาน หรือบริษัทหนึ่งเชื่อมโยงกับใครบ้าง
# asks      Each link of the chosen party with each of its counterparts; with steps=2 also the links of those counterparts. A country in the middle stands for itself and its agencies and firms; among counterparts it is an end. A link that names no other party has none here.
# topic     partners
# opening   party
# param     of: text = "DIPROM" -- country, agency, firm or group of states, by id, short name, English or Thai name -- ประเทศ หน่วยงาน บริษัท หรือกลุ่มประเทศ ระบุด้วยรหัส ชื่อย่อ หรือชื่อ
# param     steps: integer = "1" -- 1 for its own links, 2 for those of its counterparts as well -- 1 เฉพาะความเชื่อมโยงของตนเอง 2 รวมความเชื่อมโยงของคู่ความร่วมมือ
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    step: integer -- step -- ขั้น
# column    link: text -- id -- รหัส
# column    what: text -- what it is -- เนื้อหา
# column    form: text -- form -- รูปแบบ
# column    status: text -- status -- สถานะ
# column    since: text -- since -- ตั้งแต่
# column    until: text -- until -- ถึง
# column    sectors: list -- sub-sectors -- สาขาย่อย
# column    sectors_th: list (detail) -- sub-sectors, in Thai -- สาขาย่อย (ไทย)
# column    confidence: text -- confidence -- ความเชื่อมั่น
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# column    kind: text (detail) -- kind -- ประเภท
# column    id: text (detail) -- id of the nearer party -- รหัสฝ่ายที่ใกล้กว่า
# column    name: text -- party -- ฝ่ายที่ใกล้กว่า
# column    name_th: text (detail) -- Thai name -- ชื่อภาษาไทย
# column    country: text (detail) -- its country -- ประเทศ
# column    country_name: text (detail) -- name of its country -- ชื่อประเทศ
# column    country_name_th: text (detail) -- Thai name of its country -- ชื่อประเทศ (ไทย)
# column    role: text (detail) -- its role -- บทบาท
# column    other_kind: text (detail) -- kind of the counterpart -- ประเภทคู่ความร่วมมือ
# column    other_id: text (detail) -- id of the counterpart -- รหัสคู่ความร่วมมือ
# column    other_name: text -- counterpart -- คู่ความร่วมมือ
# column    other_name_th: text (detail) -- Thai name of the counterpart -- ชื่อคู่ความร่วมมือ (ไทย)
# column    other_country: text -- country of the counterpart -- ประเทศของคู่ความร่วมมือ
# column    other_country_name: text (detail) -- name of that country -- ชื่อประเทศของคู่ความร่วมมือ
# column    other_country_name_th: text (detail) -- Thai name of that country -- ชื่อประเทศของคู่ความร่วมมือ (ไทย)
# column    other_role: text -- its role -- บทบาทของคู่ความร่วมมือ
# show      Step -- ขั้น -- step
# show      Party -- ฝ่าย -- name
# show      Counterpart -- คู่ความร่วมมือ -- other_name, other_country
# show      What -- เนื้อหา -- form, what
# show      Status, since -- สถานะ ตั้งแต่ -- status, since
# show      Id -- รหัส -- link
"""The links around a party."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record


def answer(store: Reader, *, of: str, steps: int, as_of: date) -> Iterable[Record]:
    """A row for each pair of parties that a link joins."""
    from queries.neighbourhood import neighbourhood

    return neighbourhood(store, of, steps, as_of)
