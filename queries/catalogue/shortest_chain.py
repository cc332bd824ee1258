# title     What is the shortest documented chain from a firm to a partner abroad?
# title_th  จากบริษัทหนึ่งไปถึงพันธมิตรในต่างประเทศ มีเส้นทางความสัมพันธ์ที่สั้นที่สุดอย่างไร
# asks      Every firm, agency or state of the country that the fewest documented steps lead to, with each step: a shared link, a body and its parent, or a programme and who runs it; a state or group of states is an end, never a step between.
# topic     network
# param     firm: text = "Central Group" -- firm by id, ticker, English or Thai name -- บริษัท ระบุด้วยรหัส ชื่อย่อหลักทรัพย์ หรือชื่อ
# param     country: country = "CHN" -- where the partner is, by ISO code or name -- ประเทศของพันธมิตร ระบุด้วยรหัสหรือชื่อ
# param     plans: text = "no" -- yes to count links that are only planned or in talks -- yes หากนับรวมแผนและการหารือ
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    firm: text -- firm -- บริษัท
# column    partner: text -- partner -- พันธมิตร
# column    kind: text -- kind -- ประเภท
# column    steps: integer -- steps -- จำนวนขั้น
# column    chain: list -- chain -- เส้นทาง
# column    kinds: list (detail) -- kinds -- ประเภทของแต่ละราย
# column    ties: list -- ties -- ความสัมพันธ์แต่ละขั้น
# column    statuses: list (detail) -- statuses -- สถานะแต่ละขั้น
# column    link_ids: list -- ids of the links -- รหัสความเชื่อมโยง
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
# show      Partner -- พันธมิตร -- partner, kind
# show      Steps -- ขั้น -- steps
# show      Chain -- เส้นทาง -- chain
# show      Ties -- ความสัมพันธ์ -- ties
# show      Links -- ความเชื่อมโยง -- link_ids
"""The shortest documented chain from a firm to a partner abroad."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record


def answer(store: Reader, *, firm: str, country: str, plans: str, as_of: date) -> Iterable[Record]:
    """A row for each partner at the end of a shortest chain; one row that says so where there is none."""
    from queries.chains import shortest_chains

    return shortest_chains(store, firm, country, with_plans=plans.casefold() == "yes", day=as_of)
