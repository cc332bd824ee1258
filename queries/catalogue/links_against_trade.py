# title     Where do links and trade not go together?
# title_th  ความเชื่อมโยงกับการค้าไม่สอดคล้องกันที่ใด
# asks      Member by sub-sector: running links where what could be traded falls or complementarity is low, links where trade is not known, and high complementarity without a running link, with what was searched.
# topic     trade
# param     country: country = "THA" -- country by ISO code or name -- ประเทศ ระบุด้วยรหัสหรือชื่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors are listed -- สาขา ระบุด้วยรหัสหรือชื่อ
# param     low: number = 30 -- complementarity below this is low -- ความสอดคล้องต่ำกว่าค่านี้ถือว่าต่ำ
# param     high: number = 75 -- complementarity from this on is high -- ความสอดคล้องตั้งแต่ค่านี้ถือว่าสูง
# param     as_of: date = "" -- links as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    finding: text -- finding -- ข้อค้นพบ
# column    member: text -- member -- สมาชิก
# column    member_th: text (detail) -- member, in Thai -- สมาชิก (ไทย)
# column    code: text (detail) -- ISO 3166 alpha-3 -- รหัสประเทศ
# column    sub_sector: text -- sub-sector -- สาขาย่อย
# column    sub_sector_th: text (detail) -- sub-sector, in Thai -- สาขาย่อย (ไทย)
# column    sector: text (detail) -- sub-sector (id) -- สาขาย่อย (รหัส)
# column    running: integer -- running links -- ความเชื่อมโยงที่ดำเนินอยู่
# column    links: list -- links and their status -- ความเชื่อมโยงและสถานะ
# column    broader: list (detail) -- running links that serve a wider sector -- ความเชื่อมโยงที่สนับสนุนสาขาที่กว้างกว่า
# column    sells_index: number -- the country sells: index -- ประเทศขาย: ดัชนี
# column    buys_index: number -- the country buys: index -- ประเทศซื้อ: ดัชนี
# column    sells_matched: number -- the country sells: matched -- ประเทศขาย: ส่วนที่ตรงกัน
# column    buys_matched: number -- the country buys: matched -- ประเทศซื้อ: ส่วนที่ตรงกัน
# column    direction: text -- direction the finding speaks of -- ทิศทางของข้อค้นพบ
# column    growth: number -- growth of the match in that direction, % a year -- อัตราเติบโตของส่วนที่ตรงกันในทิศทางนั้น ร้อยละต่อปี
# column    growth_years: text (detail) -- years of the growth -- ช่วงปีของอัตราเติบโต
# column    year: integer -- year -- ปี
# column    unit: text -- unit -- หน่วย
# column    dataset: text (detail) -- dataset -- ชุดข้อมูล
# column    unknowns: list -- not known -- สิ่งที่ไม่ทราบ
# column    sources: list (detail) -- sources -- แหล่งข้อมูล
# column    evidence: list (detail) -- evidence ids of the trade figures -- รหัสหลักฐานของตัวเลขการค้า
# show      Finding -- ข้อค้นพบ -- finding
# show      Member -- สมาชิก -- member
# show      Sub-sector -- สาขาย่อย -- sub_sector
# show      Links -- ความเชื่อมโยง -- links
# show      Sells: index, matched -- ขาย: ดัชนี ส่วนที่ตรงกัน -- sells_index, sells_matched
# show      Buys: index, matched -- ซื้อ: ดัชนี ส่วนที่ตรงกัน -- buys_index, buys_matched
# show      Direction, growth % a year -- ทิศทาง เติบโตร้อยละต่อปี -- direction, growth
"""Links set against what the food balance says could be traded; actual trade by sub-sector is not in the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from graph.store import Reader, Record
from queries.trade import indices
from queries.trade.balance import DATASET, UNIT, Series, newest_year, series
from queries.trade.complementarity import LEAST_ITEMS, Book, Cell, Match, cells, read_book
from queries.trade.links import RUNNING, Link, links_on, of_cell, searches
from queries.trade.showing import balance_evidence, falling, rounded, sources

FALLS = "link, though what could be traded falls"
LOW = "link, though complementarity is low"
DARK = "link, trade not known"
HIGH = "high complementarity, no running link"
FINDINGS = (FALLS, LOW, DARK, HIGH)
SELLS, BUYS = "sells", "buys"


def answer(store: Reader, *, country: str, sector: str, low: float, high: float, as_of: date) -> Iterable[Record]:
    """Finding by finding, the largest match first; a cell may stand under two."""
    book = read_book(store, newest_year(store, as_of.year))
    held = series(store, [country, *book.members])
    links, looked = links_on(store, country, as_of), searches(store, country, as_of)
    evidence = balance_evidence(store, [country, *book.members], book.year)
    shared: Record = {"sources": sources(store, evidence), "evidence": evidence}
    wanted = [id for id in book.tree.below(sector) if _is_narrow(book, id)]
    found: list[Record] = []
    for (member, id), cell in cells(book, country).items():
        if id not in wanted:
            continue
        own = of_cell(links, member, book.tree.below(id))
        running = [link for link in own if link.status in RUNNING]
        shown: Record = {
            **_names(book, cell),
            "running": len(running),
            "links": [link.shown for link in own],
            "broader": _broader(book, links, cell, own),
            **_figures(cell),
            "unknowns": _unknowns(cell, looked.get((member, id)), running=bool(running)),
            **shared,
        }
        for finding, direction, moved in _findings(book, held, cell, country, linked=bool(running), low=low, high=high):
            found.append({"finding": finding, **shown, **_movement(direction, moved)})
    return sorted(found, key=_place)


def _place(row: Record) -> tuple[int, float, str, str]:
    match = row["sells_matched"] if row["direction"] == SELLS else row["buys_matched"]
    return FINDINGS.index(row["finding"]), falling(match), row["member"], row["sub_sector"]


Finding = tuple[str, str | None, indices.Trend | None]
"""What was found, in which direction, and how what could be traded that way moved."""


def _findings(
    book: Book,
    held: dict[tuple[str, str], Series],
    cell: Cell,
    country: str,
    *,
    linked: bool,
    low: float,
    high: float,
) -> Iterator[Finding]:
    fits = {d: fit for d, match in ((SELLS, cell.outward), (BUYS, cell.inward)) if (fit := _fit(match)) is not None}
    if not linked:
        if fitting := [d for d, fit in fits.items() if fit >= high]:
            direction = _larger(cell, fitting)
            yield HIGH, direction, indices.trend(_matched_by_year(book, held, cell, _ends(cell, country, direction)))
        return
    if not fits:
        yield DARK, None, None
        return
    direction = _larger(cell, list(fits))
    moved = indices.trend(_matched_by_year(book, held, cell, _ends(cell, country, direction)))
    if moved and moved.slope < 0:
        yield FALLS, direction, moved
    if max(fits.values()) < low:
        yield LOW, direction, moved


def _fit(match: Match) -> float | None:
    """The index; for a single item, which has none, the part of the need that the supply could meet, in percent."""
    if match.of_items >= LEAST_ITEMS:
        return match.index
    return indices.share(match.matched, match.need)


def _larger(cell: Cell, directions: list[str]) -> str:
    """That of the directions in which more could be traded."""
    matched = {SELLS: cell.outward.matched or 0, BUYS: cell.inward.matched or 0}
    return max(directions, key=lambda direction: matched[direction])


def _ends(cell: Cell, country: str, direction: str) -> tuple[str, str]:
    """Seller and buyer."""
    return (country, cell.member) if direction == SELLS else (cell.member, country)


def _matched_by_year(
    book: Book, held: dict[tuple[str, str], Series], cell: Cell, ends: tuple[str, str]
) -> dict[int, float]:
    """What could be traded in each year up to the cell's, over the items that have both figures in every year.

    An item that comes in later would look like growth.
    """
    pairs = [(held.get((ends[0], i)), held.get((ends[1], i))) for i in book.tree.items_of(cell.sector)]
    shared = [(s.exports, n.imports, s.exports.keys() & n.imports.keys()) for s, n in pairs if s and n]
    years = {year for _, _, both in shared for year in both if cell.year is None or year <= cell.year}
    steady = [(supply, need) for supply, need, both in shared if years <= both]
    if not steady:
        return {}
    return {year: sum(min(supply[year], need[year]) for supply, need in steady) for year in years}


def _is_narrow(book: Book, sector: str) -> bool:
    """Whether items fall in the sector itself; one that only gathers others, as food processing does, says little."""
    own = sum(id == sector for id in book.tree.sector_of.values())
    return 2 * own > len(book.tree.items_of(sector))


def _names(book: Book, cell: Cell) -> Record:
    member, sector = book.members[cell.member], book.tree.sectors[cell.sector]
    return {
        "member": member.name,
        "member_th": member.name_th,
        "code": member.id,
        "sub_sector": sector.name,
        "sub_sector_th": sector.name_th,
        "sector": sector.id,
    }


def _broader(book: Book, links: list[Link], cell: Cell, own: list[Link]) -> list[str]:
    wider = of_cell(links, cell.member, book.tree.above[cell.sector] - {cell.sector})
    return [link.shown for link in wider if link.status in RUNNING and link not in own]


def _figures(cell: Cell) -> Record:
    return {
        "sells_index": rounded(cell.outward.index),
        "buys_index": rounded(cell.inward.index),
        "sells_matched": rounded(cell.outward.matched, 3),
        "buys_matched": rounded(cell.inward.matched, 3),
        "year": cell.year,
        "unit": UNIT,
        "dataset": DATASET,
    }


def _movement(direction: str | None, moved: indices.Trend | None) -> Record:
    return {
        "direction": direction,
        "growth": rounded(moved.growth) if moved else None,
        "growth_years": f"{moved.first}-{moved.last}, {moved.years} years" if moved else None,
    }


def _unknowns(cell: Cell, looked: str | None, *, running: bool) -> list[str]:
    told = [cell.unknown] if cell.unknown else ["actual trade between the two in this sub-sector: in no file by item"]
    if cell.note and not cell.unknown:
        told.append(cell.note)
    if not running:
        told.append(looked or "links: nobody searched for one in this sub-sector")
    return told
