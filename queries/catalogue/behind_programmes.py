# title     What stands behind each programme?
# title_th  เบื้องหลังแต่ละโครงการมีสิ่งใดบ้าง
# asks      Each relation of the programmes: the legs of each, who runs it, what it uses, whom it covers and how far that has come, the links and events under it and who takes part in them; and programmes between other members.
# topic     programmes
# opening   figures-of-programme
# param     programme: text = "" -- only what hangs together with this programme, by id, English or Thai name; empty for all -- เฉพาะที่เกี่ยวข้องกับโครงการนี้ ระบุด้วยรหัสหรือชื่อ เว้นว่างหมายถึงทั้งหมด
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    relation: text -- relation -- ความสัมพันธ์
# column    kind: text -- kind -- ประเภท
# column    id: text (detail) -- id -- รหัส
# column    name: text -- name -- ชื่อ
# column    name_th: text (detail) -- Thai name -- ชื่อภาษาไทย
# column    country: text -- country -- ประเทศ
# column    other_kind: text -- kind of the other -- ประเภทอีกฝ่าย
# column    other_id: text (detail) -- id of the other -- รหัสอีกฝ่าย
# column    other_name: text -- other -- อีกฝ่าย
# column    other_name_th: text (detail) -- Thai name of the other -- ชื่ออีกฝ่าย (ไทย)
# column    other_country: text -- its country -- ประเทศของอีกฝ่าย
# column    role: text (detail) -- role -- บทบาท
# column    form: text -- form -- รูปแบบ
# column    status: text -- status -- สถานะ
# column    since: text -- since -- ตั้งแต่
# column    until: text -- until -- ถึง
# column    confidence: text -- confidence -- ความเชื่อมั่น
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# show      From -- จาก -- kind, name
# show      Relation -- ความสัมพันธ์ -- relation
# show      To -- ถึง -- other_kind, other_name
# show      Status, since -- สถานะ ตั้งแต่ -- status, since
"""The relations of programmes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record

_COLUMNS = (
    "relation kind id name name_th country other_kind other_id other_name other_name_th other_country role form status "
    "since until confidence evidence"
).split()


def answer(store: Reader, *, programme: str, as_of: date) -> Iterable[Record]:
    """A row for each relation."""
    from queries.programmes import behind_programmes

    return ({name: row[name] for name in _COLUMNS} for row in behind_programmes(store, programme, as_of))
