# title     What does a country trade in a sector, and how far does it feed itself?
# title_th  ประเทศหนึ่งค้าอะไรในสาขาหนึ่ง และพึ่งพาตนเองได้เพียงใด
# asks      Exports and imports by sub-sector and item in thousand tonnes, their shares in all food items, the net position, self-sufficiency and import dependency.
# topic     trade
# param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ
# param     year: integer = 0 -- year; 0 for the newest -- ปี ค.ศ. 0 หมายถึงปีล่าสุด
# column    level: text -- sub-sector or item -- ระดับ
# column    name: text -- name -- ชื่อ
# column    name_th: text (detail) -- name, in Thai where known -- ชื่อ (ไทย)
# column    id: text (detail) -- id -- รหัส
# column    sector: text (detail) -- sub-sector (id) -- สาขาย่อย (รหัส)
# column    production: number (detail) -- production -- ผลผลิต
# column    exports: number -- exports -- ส่งออก
# column    export_share: number -- share in the country's food exports, % -- สัดส่วนในการส่งออกอาหารของประเทศ ร้อยละ
# column    imports: number -- imports -- นำเข้า
# column    import_share: number -- share in the country's food imports, % -- สัดส่วนในการนำเข้าอาหารของประเทศ ร้อยละ
# column    net: number -- net exports, over items with both figures -- ส่งออกสุทธิ เฉพาะรายการที่มีตัวเลขทั้งสองด้าน
# column    balance: number -- normalised balance, -1 to 1 -- ดุลการค้าต่อการค้ารวม (-1 ถึง 1)
# column    self_sufficiency: number -- self-sufficiency ratio, %, of a single item -- อัตราการพึ่งพาตนเอง ร้อยละ เฉพาะรายการเดียว
# column    import_dependency: number -- import dependency ratio, %, of a single item -- อัตราการพึ่งพาการนำเข้า ร้อยละ เฉพาะรายการเดียว
# column    items: integer -- items with exports and imports -- จำนวนรายการที่มีตัวเลขส่งออกและนำเข้า
# column    of_items: integer -- items in all -- จำนวนรายการทั้งหมด
# column    year: integer -- year -- ปี
# column    unit: text -- unit -- หน่วย
# column    dataset: text -- dataset -- ชุดข้อมูล
# column    unknowns: list -- not known -- สิ่งที่ไม่ทราบ
# column    sources: list (detail) -- sources -- แหล่งข้อมูล
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# show      Sub-sector or item -- สาขาย่อยหรือรายการ -- level, name
# show      Exports, 1,000 t -- ส่งออก พันตัน -- exports
# show      % of food -- ร้อยละ -- export_share
# show      Imports, 1,000 t -- นำเข้า พันตัน -- imports
# show      % of food -- ร้อยละ -- import_share
# show      Net, of all trade -- สุทธิ ต่อการค้ารวม -- net, balance
# show      Self-sufficient, dependent % -- พึ่งพาตนเอง พึ่งพานำเข้า ร้อยละ -- self_sufficiency, import_dependency
# show      Items -- รายการ -- items, of_items
# show      Year -- ปี -- year
"""What a country makes, buys and sells: quantities of FAO's food balance and the ratios made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import fsum

from graph.store import Reader, Record
from queries.trade import indices
from queries.trade.balance import DATASET, UNIT, Figures, exports_of, imports_of
from queries.trade.complementarity import carried_over, read_book, unknown
from queries.trade.showing import Line, balance_evidence, falling, lines, missing, rounded, sources

NO_TRADE = Figures(None, None, None)


def answer(store: Reader, *, country: str, sector: str, year: int) -> Iterable[Record]:
    """Sub-sectors, then items, those with the largest exports first."""
    book = read_book(store, year or None)
    own = book.figures.get(country, {})
    evidence = balance_evidence(store, [country], book.year)
    read_in = sources(store, evidence)
    sold, bought = fsum(exports_of(own).values()), fsum(imports_of(own).values())

    def rows() -> Iterator[Record]:
        for line in lines(book.tree, sector):
            held = {item: own.get(item, NO_TRADE) for item in line.items}
            exports, imports = _sum(exports_of(held)), _sum(imports_of(held))
            both = [f for f in held.values() if f.exports is not None and f.imports is not None]
            out, back = fsum(f.exports or 0 for f in both), fsum(f.imports or 0 for f in both)
            only = held[line.items[0]] if len(line.items) == 1 else NO_TRADE
            yield {
                "level": line.level,
                "name": line.name,
                "name_th": line.name_th,
                "id": line.id,
                "sector": line.sector,
                "production": rounded(only.production, 3),
                "exports": rounded(exports, 3),
                "export_share": rounded(indices.share(exports, sold), 2),
                "imports": rounded(imports, 3),
                "import_share": rounded(indices.share(imports, bought), 2),
                "net": rounded(out - back, 3) if both else None,
                "balance": rounded(indices.normalised_balance(out, back), 3) if both else None,
                "self_sufficiency": rounded(indices.self_sufficiency(*only), 2),
                "import_dependency": rounded(indices.import_dependency(*only), 2),
                "items": len(both),
                "of_items": len(line.items),
                "year": book.year,
                "unit": UNIT,
                "dataset": DATASET,
                "unknowns": _unknowns(line, held),
                "sources": read_in,
                "evidence": evidence,
            }

    def _unknowns(line: Line, held: dict[str, Figures]) -> list[str]:
        reason = unknown(book, [country], line.items)
        if reason:
            return [reason]
        told = missing(held, line.items, book.tree.items, ("exports", "imports"), book.year)
        told += filter(None, [carried_over(book, line.items)])
        if len(line.items) == 1:
            return [*told, *missing(held, line.items, book.tree.items, ("production",), book.year)]
        return [*told, "self-sufficiency is not said of several items: their tonnes are not alike"]

    found = list(rows())
    if country not in book.figures:
        return found[:1]
    return sorted(found, key=lambda r: (r["level"] != "sub-sector", falling(r["exports"]), r["name"]))


def _sum(figures: dict[str, float]) -> float | None:
    return fsum(figures.values()) if figures else None
