# title     Is there export potential that is not used, and do the data suffice to say so?
# title_th  มีศักยภาพการส่งออกที่ยังไม่ได้ใช้หรือไม่ และข้อมูลเพียงพอที่จะตอบได้หรือไม่
# asks      After the method of the International Trade Centre, potential minus actual exports with each member; where the data do not suffice, what is lacking, and the part that can be computed: what market shares and demand let expect.
# topic     trade
# param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     year: integer = 0 -- year; 0 for the newest -- ปี ค.ศ. 0 หมายถึงปีล่าสุด
# column    seller: text -- seller -- ผู้ขาย
# column    buyer: text -- buyer -- ผู้ซื้อ
# column    seller_th: text (detail) -- seller, in Thai -- ผู้ขาย (ไทย)
# column    buyer_th: text (detail) -- buyer, in Thai -- ผู้ซื้อ (ไทย)
# column    code: text (detail) -- the member's ISO 3166 alpha-3 -- รหัสประเทศของสมาชิก
# column    expected: number -- the buyer's imports times the seller's share in world exports -- การนำเข้าของผู้ซื้อคูณส่วนแบ่งตลาดโลกของผู้ขาย
# column    foremost: list -- items that make most of it -- รายการที่มีสัดส่วนมากที่สุด
# column    items: integer -- items it stands on -- จำนวนรายการที่ใช้คำนวณ
# column    of_items: integer -- items in all -- จำนวนรายการทั้งหมด
# column    actual: number -- actual exports in the same unit -- การส่งออกจริงในหน่วยเดียวกัน
# column    unrealised: number -- unrealised potential -- ศักยภาพที่ยังไม่ได้ใช้
# column    flows: list -- flows known in other units -- การค้าที่ทราบในหน่วยอื่น
# column    year: integer -- year -- ปี
# column    unit: text -- unit -- หน่วย
# column    dataset: text -- dataset -- ชุดข้อมูล
# column    unknowns: list -- what is lacking -- ข้อมูลที่ขาด
# column    sources: list (detail) -- sources -- แหล่งข้อมูล
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# show      Seller to buyer -- ผู้ขาย ผู้ซื้อ -- seller, buyer
# show      Expected of shares, 1,000 t -- คาดหมายจากส่วนแบ่งตลาด พันตัน -- expected
# show      Foremost -- รายการหลัก -- foremost
# show      Unrealised -- ศักยภาพที่ยังไม่ได้ใช้ -- unrealised
# show      Known flows -- การค้าที่ทราบ -- flows
# show      Lacking -- ข้อมูลที่ขาด -- unknowns
"""Potential minus actual, which no pair's data allow today; supply and demand alone stand where they can be computed.

ITC, Export Potential Map; Decreux and Spies, "Export Potential Assessments" (2016): potential is supply (share in world
exports, projected) times ease of trade (actual total trade over what shares let expect) times demand (imports,
projected), with tariff advantages; unrealised is potential minus actual exports of the product to the market.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import fsum

from graph.store import Reader, Record
from queries.trade import indices
from queries.trade.balance import DATASET, UNIT, WORLD, exports_of, imports_of
from queries.trade.complementarity import Book, carried_over, read_book, unknown
from queries.trade.flows import FILES, File, Year, read_years
from queries.trade.showing import balance_evidence, falling, rounded, sources

LACKING = (
    "actual exports by item in tonnes: the food balance names no partner",
    "ease of trade: actual over expected trade of the pair, in one unit",
    "tariff advantage and projected growth by item",
)
"""What ITC's method needs beyond supply and demand."""
FOREMOST = 3


def answer(store: Reader, *, country: str, sector: str, year: int) -> Iterable[Record]:
    """What the country sells, then what it buys, the largest expected trade first."""
    book = read_book(store, year or None)
    known = [(file, read[0]) for file in FILES if file.adds_up and (read := read_years(store, file, 1))]
    evidence = balance_evidence(store, [country, *book.members], book.year)
    shared: Record = {"sources": sources(store, evidence), "evidence": evidence}
    names = {id: (m.name, m.name_th) for id, m in book.members.items()}
    if country not in names:
        named = store.ask("MATCH (c:Country {id: $id}) RETURN c.name AS name, c.name_th AS name_th", {"id": country})
        names[country] = (named[0]["name"], named[0]["name_th"] or named[0]["name"])
    directions: list[list[Record]] = [
        [
            {**_names(names, ends), "code": member, **_row(book, known, ends, sector), **shared}
            for member in book.members
            if member != country
            for ends in [(country, member) if sells else (member, country)]
        ]
        for sells in (True, False)
    ]
    for rows in directions:
        rows.sort(key=lambda r: (falling(r["expected"]), r["seller"], r["buyer"]))
    return [row for rows in directions for row in rows]


def _plain(flow: float) -> str:
    """A flow in words; less than one is not rounded to nothing."""
    return f"{flow:,.0f}" if flow >= 1 or not flow else f"{flow:.3g}"


def _names(names: Mapping[str, tuple[str, str]], ends: tuple[str, str]) -> Record:
    (seller, seller_th), (buyer, buyer_th) = names[ends[0]], names[ends[1]]
    return {"seller": seller, "buyer": buyer, "seller_th": seller_th, "buyer_th": buyer_th}


def _row(book: Book, known: Iterable[tuple[File, Year]], ends: tuple[str, str], sector: str) -> Record:
    seller, buyer = ends
    items = book.tree.items_of(sector)
    supply, need = exports_of(book.figures.get(seller, {})), imports_of(book.figures.get(buyer, {}))
    world = exports_of(book.figures.get(WORLD, {}))
    expected = {
        item: value
        for item in items
        if (value := indices.market_share_potential(supply.get(item), world.get(item), need.get(item))) is not None
    }
    most = sorted((item for item in expected if expected[item] > 0), key=lambda i: (-expected[i], i))[:FOREMOST]
    reason = unknown(book, ends, items)
    return {
        "expected": rounded(fsum(expected.values()), 1) if expected else None,
        "foremost": [f"{book.tree.items[item]} {expected[item]:,.1f}" for item in most],
        "items": len(expected),
        "of_items": len(items),
        "actual": None,
        "unrealised": None,
        "flows": [
            f"{_plain(flow)} {file.unit} of {file.goods}, {year.year} ({file.dataset})"
            for file, year in known
            if (flow := year.value(seller, buyer)) is not None
        ],
        "year": book.year,
        "unit": UNIT,
        "dataset": DATASET,
        "unknowns": [*filter(None, [reason or carried_over(book, items)]), *LACKING],
    }
