# title     Which country, agency or firm is meant, and what is known of it?
# title_th  ชื่อนี้หมายถึงประเทศ หน่วยงาน หรือบริษัทใด และมีข้อมูลใดบ้าง
# asks      The one party of that id, short name, English or Thai name, with its country, other names and website; an unknown name is told with the nearest ones.
# topic     partners
# param     of: text = "DIPROM" -- country, agency, firm or group of states, by id, short name, English or Thai name -- ประเทศ หน่วยงาน บริษัท หรือกลุ่มประเทศ ระบุด้วยรหัส ชื่อย่อ หรือชื่อ
# column    kind: text -- kind -- ประเภท
# column    id: text -- id -- รหัส
# column    name: text -- name -- ชื่อ
# column    name_th: text -- Thai name -- ชื่อภาษาไทย
# column    short: text -- short name -- ชื่อย่อ
# column    form: text -- kind of agency -- ประเภทหน่วยงาน
# column    country: text -- country -- ประเทศ
# column    country_name: text (detail) -- name of its country -- ชื่อประเทศ
# column    country_name_th: text (detail) -- Thai name of its country -- ชื่อประเทศ (ไทย)
# column    aliases: list -- other names -- ชื่ออื่น
# column    website: text -- website -- เว็บไซต์
"""A party by any of its names."""

from __future__ import annotations

from collections.abc import Iterable

from graph.store import Reader, Record

_COLUMNS = "kind id name name_th short form country country_name country_name_th aliases website".split()


def answer(store: Reader, *, of: str) -> Iterable[Record]:
    """The one row of the party."""
    from queries.neighbourhood import party

    row = party(store, of)
    return [{name: row[name] for name in _COLUMNS}]
