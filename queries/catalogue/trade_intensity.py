# title     How much do a country and each member trade, and more than one would expect?
# title_th  ประเทศหนึ่งกับสมาชิกแต่ละประเทศค้าขายกันเท่าใด และมากกว่าที่ควรคาดหรือไม่
# asks      What each file says of trade between the two, in both directions, with its unit and year, and the trade intensity index where a file holds the trade of all members with one another.
# topic     trade
# param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# column    goods: text -- goods -- สินค้า
# column    goods_th: text (detail) -- goods, in Thai -- สินค้า (ไทย)
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
# column    direction: text -- direction -- ทิศทาง
# column    flow: number -- flow -- มูลค่าหรือปริมาณ
# column    unit: text -- unit -- หน่วย
# column    year: integer -- year -- ปี
# column    earlier_flow: number (detail) -- flow in the earlier year -- มูลค่าหรือปริมาณในปีก่อนหน้า
# column    earlier_year: integer (detail) -- earlier year of the file -- ปีก่อนหน้าในชุดข้อมูล
# column    change: number -- change since the earlier year, % -- การเปลี่ยนแปลงจากปีก่อนหน้า ร้อยละ
# column    intensity: number -- trade intensity index among the members -- ดัชนีความเข้มข้นทางการค้าในกลุ่มสมาชิก
# column    goods_with_data: integer (detail) -- goods with a figure -- จำนวนสินค้าที่มีตัวเลข
# column    of_goods: integer (detail) -- goods in the file for the pair -- จำนวนสินค้าในชุดข้อมูล
# column    agreement: text (detail) -- trade agreement in force, as the file names it -- ความตกลงทางการค้าตามชุดข้อมูล
# column    dataset: text -- dataset -- ชุดข้อมูล
# column    unknowns: list -- not known -- สิ่งที่ไม่ทราบ
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# show      Goods -- สินค้า -- goods
# show      Member, direction -- สมาชิก ทิศทาง -- member, direction
# show      Flow -- มูลค่าหรือปริมาณ -- flow, unit
# show      Year -- ปี -- year
# show      Change %, since -- เปลี่ยนแปลงร้อยละ ตั้งแต่ -- change, earlier_year
# show      Intensity -- ความเข้มข้น -- intensity
# show      Not known -- สิ่งที่ไม่ทราบ -- unknowns
"""Flows stand beside one another, each in the unit of its file; nothing is added up across files."""

from __future__ import annotations

from collections.abc import Iterable

from graph.store import Reader, Record
from queries.trade.flows import FILES, File, Flow, Year, read_years
from queries.trade.sectors import Named, members
from queries.trade.showing import falling, rounded

SOLD, BOUGHT = "to the member", "from the member"


def answer(store: Reader, *, country: str) -> Iterable[Record]:
    """File by file, what the country sells before what it buys, the most intense trade first."""
    group = members(store)
    found: list[Record] = []
    for file in FILES:
        years = read_years(store, file)
        for direction in (SOLD, BOUGHT):
            rows = [
                _row(file, years, direction, country=country, other=other, group=group)
                for id, other in group.items()
                if id != country
            ]
            rows.sort(key=lambda r: (falling(r["intensity"]), falling(r["flow"]), r["member"]))
            found += rows
    return found


def _row(
    file: File, years: list[Year], direction: str, *, country: str, other: Named, group: dict[str, Named]
) -> Record:
    seller, buyer = (country, other.id) if direction == SOLD else (other.id, country)
    newest, earlier = (years[0] if years else None), (years[1] if len(years) > 1 else None)
    flow = newest.flows.get((seller, buyer)) if newest else None
    value = flow.value if flow and file.adds_up else None
    before = earlier.value(seller, buyer) if earlier and file.adds_up else None
    may_compare = newest is not None and file.whole_group and country in group
    return {
        "goods": file.goods,
        "goods_th": file.goods_th,
        "member": other.name,
        "member_th": other.name_th,
        "code": other.id,
        "direction": direction,
        "flow": rounded(value, 3),
        "unit": file.unit,
        "year": newest.year if newest else None,
        "earlier_flow": rounded(before, 3),
        "earlier_year": earlier.year if earlier else None,
        "change": rounded(100 * (value / before - 1)) if value is not None and before else None,
        "intensity": rounded(newest.intensity(seller, buyer, group), 2) if newest and may_compare else None,
        "goods_with_data": len(flow.values) if flow else 0,
        "of_goods": flow.goods if flow else 0,
        "agreement": flow.agreement if flow else None,
        "dataset": file.dataset,
        "unknowns": _unknowns(file, newest, flow),
        "evidence": flow.evidence if flow else [],
    }


def _unknowns(file: File, newest: Year | None, flow: Flow | None) -> list[str]:
    if newest is None:
        return ["no data: the graph was built without this file"]
    if flow is None:
        return [f"no data: {file.absent}"]
    told: list[str] = []
    if not file.adds_up:
        told.append(f"{flow.goods} products reported without a unit, so neither summed nor compared")
    elif flow.value is None:
        told.append(f"no data: none of {flow.goods} rows has a figure")
    elif len(flow.values) < flow.goods:
        told.append(f"{flow.goods - len(flow.values)} of {flow.goods} goods without a figure are left out, not zero")
    if not file.whole_group:
        told.append("intensity: the file lacks the trade of the others with one another")
    return told
