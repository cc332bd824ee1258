# title     In which foods does a country have a revealed comparative advantage?
# title_th  ประเทศหนึ่งมีความได้เปรียบโดยเปรียบเทียบที่ปรากฏในอาหารใดบ้าง
# asks      The Balassa index by sub-sector and item: the share in the country's food exports over the share in the world's, in quantities, not values; above 1 is an advantage.
# topic     trade
# param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ
# param     year: integer = 0 -- year; 0 for the newest -- ปี ค.ศ. 0 หมายถึงปีล่าสุด
# column    level: text -- sub-sector or item -- ระดับ
# column    name: text -- name -- ชื่อ
# column    name_th: text (detail) -- name, in Thai where known -- ชื่อ (ไทย)
# column    id: text (detail) -- id -- รหัส
# column    sector: text (detail) -- sub-sector (id) -- สาขาย่อย (รหัส)
# column    advantage: number -- RCA on quantities, against the world -- ดัชนี RCA เชิงปริมาณ เทียบกับโลก
# column    advantage_among_members: number (detail) -- RCA on quantities, against the RCEP members with data -- ดัชนี RCA เชิงปริมาณ เทียบกับสมาชิก RCEP ที่มีข้อมูล
# column    exports: number -- exports -- ส่งออก
# column    share: number -- share in the country's food exports, % -- สัดส่วนในการส่งออกอาหารของประเทศ ร้อยละ
# column    world_share: number -- share in the world's food exports, % -- สัดส่วนในการส่งออกอาหารของโลก ร้อยละ
# column    of_world: number -- part of the world's exports of it, % -- ส่วนแบ่งในการส่งออกของโลก ร้อยละ
# column    items: integer -- items with exports -- จำนวนรายการที่มีตัวเลขส่งออก
# column    of_items: integer -- items in all -- จำนวนรายการทั้งหมด
# column    year: integer -- year -- ปี
# column    unit: text -- unit -- หน่วย
# column    dataset: text -- dataset -- ชุดข้อมูล
# column    unknowns: list -- not known -- สิ่งที่ไม่ทราบ
# column    sources: list (detail) -- sources -- แหล่งข้อมูล
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# show      Sub-sector or item -- สาขาย่อยหรือรายการ -- level, name
# show      RCA -- ดัชนี RCA -- advantage
# show      Exports, 1,000 t -- ส่งออก พันตัน -- exports
# show      Share here, in the world, % -- สัดส่วนในประเทศ ในโลก ร้อยละ -- share, world_share
# show      Of the world's, % -- ส่วนแบ่งในโลก ร้อยละ -- of_world
# show      Items -- รายการ -- items, of_items
# show      Year -- ปี -- year
"""What a country sells more of than the world does, measured in tonnes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import fsum

from graph.store import Reader, Record
from queries.trade import indices
from queries.trade.balance import DATASET, UNIT, WORLD, exports_of
from queries.trade.complementarity import Book, carried_over, read_book, unknown
from queries.trade.showing import balance_evidence, falling, lines, missing, rounded, sources


def answer(store: Reader, *, country: str, sector: str, year: int) -> Iterable[Record]:
    """Sub-sectors, then items, the strongest advantage first."""
    book = read_book(store, year or None)
    evidence = balance_evidence(store, [country], book.year)
    found = list(_rows(book, country, sector, evidence, sources(store, evidence)))
    if country not in book.figures:
        return found[:1]
    return sorted(found, key=lambda r: (r["level"] != "sub-sector", falling(r["advantage"]), r["name"]))


def _rows(book: Book, country: str, sector: str, evidence: list[str], read_in: list[str]) -> Iterator[Record]:
    held = book.figures.get(country, {})
    own, world, group = exports_of(held), exports_of(book.figures.get(WORLD, {})), _members_exports(book)
    own_total, world_total, group_total = (fsum(side.values()) for side in (own, world, group))
    for line in lines(book.tree, sector):
        exports, of_world, of_group = (_over(side, line.items) for side in (own, world, group))
        reason = unknown(book, [country], line.items)
        yield {
            "level": line.level,
            "name": line.name,
            "name_th": line.name_th,
            "id": line.id,
            "sector": line.sector,
            "advantage": rounded(indices.comparative_advantage(exports, own_total, of_world, world_total), 2),
            "advantage_among_members": rounded(
                indices.comparative_advantage(exports, own_total, of_group, group_total), 2
            ),
            "exports": rounded(exports, 3),
            "share": rounded(indices.share(exports, own_total), 2),
            "world_share": rounded(indices.share(of_world, world_total), 2),
            "of_world": rounded(indices.share(exports, of_world), 2),
            "items": sum(item in own for item in line.items),
            "of_items": len(line.items),
            "year": book.year,
            "unit": UNIT,
            "dataset": DATASET,
            "unknowns": [reason]
            if reason
            else [
                *missing(held, line.items, book.tree.items, ("exports",), book.year),
                *filter(None, [carried_over(book, line.items)]),
            ],
            "sources": read_in,
            "evidence": evidence,
        }


def _members_exports(book: Book) -> dict[str, float]:
    """What the members that have data export together, by item."""
    total: dict[str, float] = {}
    for member in sorted(book.members):
        for item, value in exports_of(book.figures.get(member, {})).items():
            total[item] = total.get(item, 0) + value
    return total


def _over(figures: Mapping[str, float], items: Iterable[str]) -> float | None:
    held = [figures[item] for item in items if item in figures]
    return fsum(held) if held else None
