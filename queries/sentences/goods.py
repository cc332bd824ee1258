"""Sentences on where goods of a sector could move: fit against links, tariffs, chains; in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.store import Record
from queries.sentences.wording import NAMED, Sentence, counted, listed, named, some

_HIGH, _FALLS = "high complementarity, no running link", "link, though what could be traded falls"
_LOW, _DARK = "link, though complementarity is low", "link, trade not known"
_NOBODY, _NONE = "links: nobody searched", ": no link found"
"""How a row that says what was searched begins, or goes on."""
_TOP = 2
"""So many of the largest are named."""
_NO_SCHEDULE = "its schedule is not in the data"
_FREE = "free already"
_NEVER = ("cut, never free", "not cut", "no commitment")


def links_against_trade(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Where fit is high and nothing runs, what was searched there, the largest, and where links run against trade."""
    count = Counter(row["finding"] for row in rows)
    running = _running(count[_FALLS], count[_LOW], count[_DARK], language)
    high = [row for row in rows if row["finding"] == _HIGH]
    return ("; " if language == "th" else " ").join(filter(None, (_high(high, language) if high else "", running)))


def _high(high: Sequence[Record], language: str) -> str:
    bare = [row for row in high if not row["links"]]
    silent = sum(_has(row, _NOBODY) for row in bare)
    none = sum(_has(row, _NONE) for row in bare)
    stalled, unclear = len(high) - len(bare), len(bare) - silent - none
    top = sorted((r for r in high if _match(r)), key=_match, reverse=True)[:_TOP]
    year = top[0]["year"] if top else None
    told = ", ".join(f"{_flow(row, language)} {_match(row):,.0f}" for row in top)
    if language == "th":
        parts = [
            f"ยังไม่มีผู้ค้นหา {silent}" if silent else "",
            f"ค้นแล้วไม่พบ {none}" if none else "",
            f"ค้นแล้วไม่ชัดเจนหรือพบเฉพาะสาขาย่อยอื่น {unclear}" if unclear else "",
            f"ความเชื่อมโยงที่มีไม่ได้ดำเนินการอยู่ {stalled}" if stalled else "",
        ]
        return (
            f"ความสอดคล้องสูงแต่ไม่มีความเชื่อมโยงที่ดำเนินการอยู่ {len(high)} คู่ของสมาชิกกับสาขาย่อย: {' '.join(filter(None, parts))}"
            + (f"; ค้าขายได้มากที่สุด (พันตัน เทียบเท่าสินค้าขั้นปฐม{f' ปี ค.ศ. {year}' if year else ''}): {told}" if told else "")
        )
    parts = [
        f"in {silent} nobody looked" if silent else "",
        f"in {none} a search found none" if none else "",
        f"in {unclear} it was unclear or met other sub-sectors only" if unclear else "",
        f"in {stalled} the links known don't run" if stalled else "",
    ]
    return (
        f"Complementarity is high but no link runs in {counted(len(high), 'pair', 'pairs')} of member and sub-sector: "
        f"{', '.join(filter(None, parts))}."
        + (
            f" Most could be traded, in thousand tonnes of primary equivalent{f', {year}' if year else ''}: {told}."
            if told
            else ""
        )
    )


def _running(falls: int, low: int, dark: int, language: str) -> str:
    if not falls + low + dark:
        return ""
    if language == "th":
        parts = [
            f"การค้าที่เป็นไปได้ลดลง {falls}" if falls else "",
            f"ความสอดคล้องต่ำ {low}" if low else "",
            f"ไม่มีตัวเลขการค้า {dark}" if dark else "",
        ]
        return f"คู่ที่มีความเชื่อมโยงดำเนินการอยู่แต่{' '.join(filter(None, parts))}"
    parts = [
        f"in {falls} though what could be traded falls" if falls else "",
        f"in {low} though complementarity is low" if low else "",
        f"in {dark} where trade is not known" if dark else "",
    ]
    return f"Links run {listed([part for part in parts if part], 'en')}."


def _has(row: Record, words: str) -> bool:
    return any(words in told for told in row["unknowns"] or ())


def _match(row: Record) -> float:
    """What could be traded in the direction the finding speaks of."""
    return row["buys_matched" if row["direction"] == "buys" else "sells_matched"] or 0


def _flow(row: Record, language: str) -> str:
    sector, member = named(row, "sub_sector", language), named(row, "member", language)
    if language == "th":
        return f"{sector}{'จาก' if row['direction'] == 'buys' else 'ไป'}{member}"
    return f"{sector} {'from' if row['direction'] == 'buys' else 'to'} {member}"


def tariff_cuts(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Of whose lines how many are nil in the year, how many later or never, and whose schedules the data lack."""
    lines = [row for row in rows if row["line"]]
    if not rows:
        return ""
    without = len({row["importer"] for row in rows if _has(row, _NO_SCHEDULE)})
    partly = len({row["importer"] for row in rows if not row["line"] and not _has(row, _NO_SCHEDULE)})
    later = [
        row["free_from"] for row in lines if row["free_from_year"] and not (_is_nil(row) or row["outcome"] == _FREE)
    ]
    dated = [year for year in later if year]
    never = sum(row["outcome"] in _NEVER and not _is_nil(row) for row in lines)
    told = _in_the_year(lines, language)
    if language == "th":
        return (
            (told or "ข้อมูลชุดนี้ไม่มีรายการพิกัดของสินค้าในสาขานี้")
            + (f"; ปลอดภาษีภายหลัง {len(later)} รายการ" if later else "")
            + (f" สุดท้ายในปี ค.ศ. {max(dated)}" if dated else "")
            + (f"; ไม่มีกำหนดปลอดภาษี {never} รายการ" if never else "")
            + (f"; ไม่ทราบอัตราของ{'อีก' * bool(told)} {without} ประเทศ เพราะไม่มีตารางลดภาษีในข้อมูลชุดนี้" if without else "")
            + (f"; ขาดพิกัดบางตอนของสินค้าเหล่านี้ใน {partly} ประเทศที่มีตาราง" if partly else "")
        )
    end = f", {'' if len(later) == 1 else 'the last '}from {max(dated)}" if dated else ""
    others = counted(without, f"{'other ' * bool(told)}importer", f"{'other ' * bool(told)}importers")
    return (
        (f"{told}." if told else "The data hold no tariff line on these products.")
        + (f" {counted(len(later), 'line becomes', 'lines become')} free later{end}." if later else "")
        + (f" {counted(never, 'line has', 'lines have')} no date from which nothing is charged." if never else "")
        + (f" Rates of {others} are not known: the data lack their schedules." if without else "")
        + (f" Chapters of these products are missing for {partly} with a schedule." if partly else "")
    )


def _is_nil(row: Record) -> bool:
    return bool(row["rate_percent"] == 0)


def _in_the_year(lines: Sequence[Record], language: str) -> str:
    """On how many lines of each importer nothing is charged in the year, counted from when RCEP came into force."""
    if not lines:
        return ""
    lists: dict[str, list[Record]] = {}
    for row in lines:
        lists.setdefault(named(row, "importer", language), []).append(row)
    years = {row["free_from"] - row["free_from_year"] + row["year_of_schedule"] for row in lines if _is_dated(row)}
    year = str(min(years)) if len(years) == 1 else ""
    rated = {name: own for name, own in lists.items() if any(row["rate"] is not None for row in own)}
    bare = [f"{name} {len(own)}" for name, own in lists.items() if name not in rated]
    nil = {name: sum(_is_nil(row) for row in own) for name, own in rated.items()}
    if language == "th":
        told = ", ".join(f"{name} {nil[name]} จาก {len(own)}" for name, own in rated.items())
        when = f"ในปี ค.ศ. {year}" if year else "ในปีที่ระบุ"
        return "; ".join(
            ([f"รายการพิกัดที่ปลอดภาษี{when}: {told}"] if told else [])
            + ([f"รายการพิกัดที่ไม่มีอัตรา{when}: {', '.join(bare)}"] if bare else [])
        )
    told = ", ".join(f"{name} {nil[name]} of {len(own)}" for name, own in rated.items())
    when = f"in {year}" if year else "in the year"
    return ". ".join(
        ([f"Tariff lines on which nothing is charged {when}: {told}"] if told else [])
        + ([f"Lines without a rate {when}: {', '.join(bare)}"] if bare else [])
    )


def _is_dated(row: Record) -> bool:
    return None not in (row["free_from"], row["free_from_year"], row["year_of_schedule"])


def value_chains(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many chains there are, on what their legs rest, which have links on both, and that goods are not followed."""
    if not rows:
        return ""
    chains = [row for row in rows if row["supplier"] and row["buyer"]]
    if not chains:
        return (
            "ข้อมูลชุดนี้ไม่มีตัวเลขการค้าของสินค้าในสาขานี้ จึงบอกห่วงโซ่ไม่ได้ ซึ่งไม่ได้หมายความว่าไม่มีอยู่จริง"
            if language == "th"
            else "The data hold no trade in these goods to tell a chain of, which does not mean that there is none."
        )
    linked = [row for row in chains if all("link" in (row[leg] or "") for leg in ("supply", "sale"))]
    traded = [row for row in chains if all("trade" in (row[leg] or "") for leg in ("supply", "sale"))]
    one_sided = sum(any("link" in (row[leg] or "") for leg in ("supply", "sale")) for row in chains) - len(linked)
    suppliers = len({row["supplier"] for row in chains})
    buyers = len({row["buyer"] for row in chains})
    pairs = [f"{named(row, 'supplier', language)} – {named(row, 'buyer', language)}" for row in linked]
    bodies = list(dict.fromkeys(name for row in chains for name in row["processors"]))
    if language == "th":
        return (
            f"พบห่วงโซ่ {len(chains)} คู่จากผู้จัดหา {suppliers} ประเทศถึงผู้ซื้อ {buyers} ประเทศ "
            f"มีตัวเลขการค้าทั้งสองช่วง{f' {len(traded)} คู่' if len(traded) < len(chains) else 'ทุกคู่'} "
            + _legs_th(len(linked), one_sided)
            + (f"; คู่ที่มีทั้งสองช่วง เช่น {', '.join(pairs[:NAMED])}" if pairs else "")
            + (f"; ในประเทศมี {len(bodies)} รายที่มีความเชื่อมโยงในสาขานี้" if bodies else "")
            + "; ข้อมูลไม่ระบุว่าสินค้าที่ซื้อเข้าคือสินค้าที่ขายออก"
        )
    return (
        f"{counted(len(chains), 'chain leads', 'chains lead')} from {counted(suppliers, 'supplier', 'suppliers')} "
        f"to {counted(buyers, 'buyer', 'buyers')}: {_of(len(traded), len(chains))} with trade figures on both legs, "
        f"{_legs(len(linked), one_sided)}."
        + (f" Links on both: {some(pairs, 'en')}." if pairs else "")
        + (f" In between, links in the sector name {some(bodies, 'en')}." if bodies else "")
        + " Whether the goods bought are those sold is not known."
    )


def _legs(both: int, one: int) -> str:
    parts = [f"{both} with running links on both" if both else "", f"{one} with running links on one" if one else ""]
    return ", ".join(filter(None, parts)) or "none with a running link"


def _legs_th(both: int, one: int) -> str:
    parts = [
        f"มีความเชื่อมโยงที่ดำเนินการอยู่ทั้งสองช่วง {both} คู่" if both else "",
        f"มีความเชื่อมโยงที่ดำเนินการอยู่ช่วงเดียว {one} คู่" if one else "",
    ]
    return " ".join(filter(None, parts)) or "ไม่มีคู่ใดที่มีความเชื่อมโยงที่ดำเนินการอยู่"


def _of(number: int, every: int) -> str:
    return f"{number}" if number < every else "all"


SENTENCES: dict[str, Sentence] = {
    "links-against-trade": links_against_trade,
    "tariff-cuts": tariff_cuts,
    "value-chains": value_chains,
}
