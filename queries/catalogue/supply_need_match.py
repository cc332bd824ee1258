# title     Which foods does one side sell that the other buys, and where is each heading?
# title_th  อาหารใดที่ฝ่ายหนึ่งขายและอีกฝ่ายหนึ่งซื้อ และแต่ละรายการมีแนวโน้มอย่างไร
# asks      Item by item and in both directions what one exports to anybody and the other imports from anybody, the lesser of the two, and the trend of both over the years there are.
# topic     trade
# param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     partner: country = "JPN" -- the other country -- ประเทศคู่ค้า ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     year: integer = 0 -- year; 0 for the newest -- ปี ค.ศ. 0 หมายถึงปีล่าสุด
# column    seller: text -- seller -- ผู้ขาย
# column    buyer: text -- buyer -- ผู้ซื้อ
# column    seller_th: text (detail) -- seller, in Thai -- ผู้ขาย (ไทย)
# column    buyer_th: text (detail) -- buyer, in Thai -- ผู้ซื้อ (ไทย)
# column    item: text -- item -- รายการ
# column    item_id: text (detail) -- item (id) -- รายการ (รหัส)
# column    sub_sector: text -- sub-sector -- สาขาย่อย
# column    sub_sector_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
# column    supply: number -- the seller's exports -- การส่งออกของผู้ขาย
# column    need: number -- the buyer's imports -- การนำเข้าของผู้ซื้อ
# column    matched: number -- matched, the lesser of the two -- ส่วนที่ตรงกัน (ค่าที่น้อยกว่า)
# column    supply_growth: number -- growth of supply, % a year (least squares) -- อัตราเติบโตของอุปทาน ร้อยละต่อปี
# column    need_growth: number -- growth of need, % a year (least squares) -- อัตราเติบโตของความต้องการ ร้อยละต่อปี
# column    supply_slope: number (detail) -- change of supply a year -- การเปลี่ยนแปลงของอุปทานต่อปี
# column    need_slope: number (detail) -- change of need a year -- การเปลี่ยนแปลงของความต้องการต่อปี
# column    supply_years: text (detail) -- years of supply -- ช่วงปีของอุปทาน
# column    need_years: text (detail) -- years of need -- ช่วงปีของความต้องการ
# column    year: integer -- year -- ปี
# column    unit: text -- unit -- หน่วย
# column    dataset: text -- dataset -- ชุดข้อมูล
# column    unknowns: list -- not known -- สิ่งที่ไม่ทราบ
# column    sources: list (detail) -- sources -- แหล่งข้อมูล
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# show      Seller to buyer -- ผู้ขาย ผู้ซื้อ -- seller, buyer
# show      Item -- รายการ -- item
# show      Supply 1,000 t, growth % a year -- อุปทาน พันตัน เติบโตร้อยละต่อปี -- supply, supply_growth
# show      Need 1,000 t, growth % a year -- ความต้องการ พันตัน เติบโตร้อยละต่อปี -- need, need_growth
# show      Matched -- ส่วนที่ตรงกัน -- matched
# show      Not known -- สิ่งที่ไม่ทราบ -- unknowns
"""Who exports what the other imports. That they trade it with one another is not said: the food balance names no partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.errors import GraphError
from graph.store import Reader, Record
from queries.trade import indices
from queries.trade.balance import DATASET, UNIT, Series, series
from queries.trade.complementarity import Book, carried_over, read_book, unknown
from queries.trade.showing import balance_evidence, falling, rounded, sources

NO_YEARS = Series({}, {})


def answer(store: Reader, *, country: str, partner: str, sector: str, year: int) -> Iterable[Record]:
    """What the country sells, then what it buys; the largest match first, items whose supply is not known last."""
    if country == partner:
        raise GraphError("supply-need-match: expected two countries, found the same one twice")
    book = read_book(store, year or None)
    held = series(store, [country, partner])
    evidence = balance_evidence(store, [country, partner], book.year)
    shared: Record = {"year": book.year, "unit": UNIT, "dataset": DATASET}
    shared |= {"sources": sources(store, evidence), "evidence": evidence}
    names = _names(store, (country, partner))
    reason = unknown(book, (country, partner), book.tree.items_of(sector))
    found: list[Record] = []
    for seller, buyer in ((country, partner), (partner, country)):
        ends = {
            "seller": names[seller][0],
            "buyer": names[buyer][0],
            "seller_th": names[seller][1],
            "buyer_th": names[buyer][1],
        }
        if reason:
            found.append({**dict.fromkeys(COLUMNS), **ends, **shared, "unknowns": [reason]})
            continue
        rows: list[Record] = [{**ends, **row, **shared} for row in _rows(book, held, (seller, buyer), sector)]
        found += sorted(rows, key=lambda r: (falling(r["matched"]), falling(r["need"]), r["item"]))
    return found


COLUMNS = (
    "item",
    "item_id",
    "sub_sector",
    "sub_sector_th",
    "supply",
    "need",
    "matched",
    "supply_growth",
    "need_growth",
    "supply_slope",
    "need_slope",
    "supply_years",
    "need_years",
)
"""What is empty where there is no food balance to match."""


def _rows(book: Book, held: Mapping[tuple[str, str], Series], ends: tuple[str, str], sector: str) -> Iterator[Record]:
    seller, buyer = ends
    for item in book.tree.items_of(sector):
        sold, bought = book.figures[seller].get(item), book.figures[buyer].get(item)
        supply, need = sold and sold.exports, bought and bought.imports
        if need == 0 or supply == 0:
            continue
        sub_sector = book.tree.sectors[book.tree.sector_of[item]]
        up = indices.trend(held.get((seller, item), NO_YEARS).exports)
        wanted = indices.trend(held.get((buyer, item), NO_YEARS).imports)
        yield {
            "item": book.tree.items[item],
            "item_id": item,
            "sub_sector": sub_sector.name,
            "sub_sector_th": sub_sector.name_th,
            "supply": rounded(supply, 3),
            "need": rounded(need, 3),
            "matched": rounded(None if supply is None or need is None else min(supply, need), 3),
            "supply_growth": rounded(up and up.growth),
            "need_growth": rounded(wanted and wanted.growth),
            "supply_slope": rounded(up and up.slope, 3),
            "need_slope": rounded(wanted and wanted.slope, 3),
            "supply_years": _years(up),
            "need_years": _years(wanted),
            "unknowns": [
                *_unknowns(book, (supply, need), up, wanted),
                *filter(None, [carried_over(book, [item])]),
            ],
        }


def _years(trend: indices.Trend | None) -> str | None:
    return f"{trend.first}-{trend.last}, {trend.years} years" if trend else None


def _unknowns(
    book: Book,
    figures: tuple[float | None, float | None],
    up: indices.Trend | None,
    wanted: indices.Trend | None,
) -> Iterator[str]:
    for words, figure in zip(("the seller's exports", "the buyer's imports"), figures, strict=True):
        if figure is None:
            yield f"{words}: no data in FAO's food balance of {book.year}"
    for words, trend in (("supply", up), ("need", wanted)):
        if trend is None:
            yield f"trend of {words}: fewer than three years with data"
        elif trend.growth is None:
            yield f"growth of {words} in percent: a year of zero among {trend.first}-{trend.last}"


def _names(store: Reader, codes: tuple[str, str]) -> dict[str, tuple[str, str]]:
    rows = store.ask(
        "MATCH (c:Country) WHERE c.id IN $codes RETURN c.id AS id, c.name AS name, c.name_th AS name_th ORDER BY id",
        {"codes": list(codes)},
    )
    return {row["id"]: (row["name"], row["name_th"] or row["name"]) for row in rows}
