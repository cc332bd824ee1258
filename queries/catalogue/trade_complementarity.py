# title     How well does what one side sells fit what the other buys?
# title_th  สิ่งที่ฝ่ายหนึ่งขายสอดคล้องกับสิ่งที่อีกฝ่ายหนึ่งซื้อเพียงใด
# asks      The trade complementarity index of the country with every RCEP member, in both directions, over all items of the sector and by sub-sector, beside the quantities it stands on.
# topic     trade
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ
# param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     year: integer = 0 -- year; 0 for the newest -- ปี ค.ศ. 0 หมายถึงปีล่าสุด
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
# column    sub_sector: text -- sub-sector -- สาขาย่อย
# column    sub_sector_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
# column    sector: text (detail) -- sub-sector (id) -- สาขาย่อย (รหัส)
# column    sells_index: number -- the country sells: index, 0 to 100 -- ประเทศขาย: ดัชนี (0 ถึง 100)
# column    sells_supply: number -- the country's exports -- การส่งออกของประเทศ
# column    sells_need: number -- the member's imports -- การนำเข้าของสมาชิก
# column    sells_matched: number -- matched, item by item the lesser -- ส่วนที่ตรงกัน รายรายการใช้ค่าที่น้อยกว่า
# column    sells_points: number (detail) -- points it adds to the index over all items -- คะแนนที่เพิ่มให้ดัชนีรวมทุกรายการ
# column    sells_items: integer (detail) -- items with both figures -- จำนวนรายการที่มีตัวเลขทั้งสองด้าน
# column    buys_index: number -- the country buys: index, 0 to 100 -- ประเทศซื้อ: ดัชนี (0 ถึง 100)
# column    buys_supply: number -- the member's exports -- การส่งออกของสมาชิก
# column    buys_need: number -- the country's imports -- การนำเข้าของประเทศ
# column    buys_matched: number -- matched, item by item the lesser -- ส่วนที่ตรงกัน รายรายการใช้ค่าที่น้อยกว่า
# column    buys_points: number (detail) -- points it adds to the index over all items -- คะแนนที่เพิ่มให้ดัชนีรวมทุกรายการ
# column    buys_items: integer (detail) -- items with both figures -- จำนวนรายการที่มีตัวเลขทั้งสองด้าน
# column    of_items: integer -- items in the sub-sector -- จำนวนรายการในสาขาย่อย
# column    year: integer -- year -- ปี
# column    unit: text -- unit -- หน่วย
# column    dataset: text -- dataset -- ชุดข้อมูล
# column    unknowns: list -- not known -- สิ่งที่ไม่ทราบ
# column    sources: list (detail) -- sources -- แหล่งข้อมูล
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# show      Member -- สมาชิก -- member
# show      Sub-sector -- สาขาย่อย -- sub_sector
# show      Sells: index -- ขาย: ดัชนี -- sells_index
# show      Supply, need, matched -- อุปทาน ความต้องการ ส่วนที่ตรงกัน -- sells_supply, sells_need, sells_matched
# show      Buys: index -- ซื้อ: ดัชนี -- buys_index
# show      Supply, need, matched -- อุปทาน ความต้องการ ส่วนที่ตรงกัน -- buys_supply, buys_need, buys_matched
# show      Not known -- สิ่งที่ไม่ทราบ -- unknowns
"""The index says how alike two make-ups are, not how much: quantities stand beside it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.store import Reader, Record
from queries.trade.balance import DATASET, UNIT
from queries.trade.complementarity import LEAST_ITEMS, Book, Cell, Match, cells, read_book
from queries.trade.showing import balance_evidence, falling, rounded, sources


def answer(store: Reader, *, sector: str, country: str, year: int) -> Iterable[Record]:
    """The sector as a whole, then its sub-sectors; within each the best fit for what the country sells first."""
    book = read_book(store, year or None)
    found = cells(book, country)
    evidence = balance_evidence(store, [country, *book.members], book.year)
    read_in = sources(store, evidence)
    listed = [id for id in book.tree.below(sector) if book.tree.items_of(id) or id == sector]
    without = sum(not book.tree.items_of(id) for id in book.tree.below(sector) if id != sector)
    rows: list[Record] = []
    for id in listed:
        of_sector = [found[member, id] for member in book.members if member != country]
        of_sector.sort(
            key=lambda c: (falling(c.outward.index), falling(c.outward.matched), book.members[c.member].name)
        )
        for cell in of_sector:
            told = _unknowns(cell)
            if id == sector and without:
                told.append(f"{without} sub-sectors that no FAO item falls in are not listed")
            rows.append({**_row(book, cell), "unknowns": told, "sources": read_in, "evidence": evidence})
    return rows


def _row(book: Book, cell: Cell) -> Record:
    member, sector = book.members[cell.member], book.tree.sectors[cell.sector]
    return {
        "member": member.name,
        "member_th": member.name_th,
        "code": member.id,
        "sub_sector": sector.name,
        "sub_sector_th": sector.name_th,
        "sector": sector.id,
        **_side("sells", cell.outward),
        **_side("buys", cell.inward),
        "of_items": cell.outward.of_items,
        "year": cell.year,
        "unit": UNIT,
        "dataset": DATASET,
    }


def _side(name: str, match: Match) -> Record:
    return {
        f"{name}_index": rounded(match.index),
        f"{name}_supply": rounded(match.supply, 3),
        f"{name}_need": rounded(match.need, 3),
        f"{name}_matched": rounded(match.matched, 3),
        f"{name}_points": rounded(match.contribution, 2),
        f"{name}_items": match.items,
    }


def _unknowns(cell: Cell) -> list[str]:
    if cell.unknown:
        return [cell.unknown]
    told: list[str] = [cell.note] if cell.note else []
    if cell.outward.of_items < LEAST_ITEMS:
        told.append("a single item has no make-up, so no index; read the quantities")
        return told
    for words, side in (("selling", cell.outward), ("buying", cell.inward)):
        if side.items < side.of_items:
            told.append(f"{words}: {side.of_items - side.items} of {side.of_items} items lack a figure on one side")
    return told
