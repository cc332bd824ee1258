"""Sentences on what a country trades, with whom more than expected, and what is not used of it; English and Thai."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.store import Record
from queries.sentences.wording import NAMED, Sentence, counted, listed, named, some

_UNITS = {
    "US$": (1e6, "million US$", "ล้านดอลลาร์สหรัฐ"),
    "thousand US$": (1e3, "million US$", "ล้านดอลลาร์สหรัฐ"),
    "tonnes": (1, "tonnes", "ตัน"),
}
"""By what a flow is divided to be read, and the unit then."""
_TOP = 2
"""So many members are named each way."""


def trade_intensity(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """With how many members trade is more than one would expect, in the first file that says; then the next file's."""
    files: dict[str, list[Record]] = {}
    for row in rows:
        files.setdefault(row["goods"], []).append(row)
    compared = next((own for own in files.values() if any(r["intensity"] is not None for r in own)), None)
    others = [own for own in files.values() if own is not compared]
    told = [_intensity(compared, language)] if compared else []
    told += [_flows(own, language) for own in others if any(row["flow"] for row in own)][:1]
    return "; ".join(told) if language == "th" else " ".join(f"{one}." for one in told)


def _goods(row: Record, language: str) -> str:
    """The goods without the codes that say what is meant by them."""
    name = named(row, "goods", language)
    return name.partition(" พิกัด")[0] if language == "th" else name.partition(",")[0]


def _intensity(own: Sequence[Record], language: str) -> str:
    """With how many members the index is above one, both ways, and with whom it is highest."""
    parts: list[str] = []
    for way, en, to, th in (
        ("to the member", "sold to", "to", "ขายให้"),
        ("from the member", "bought from", "from", "ซื้อจาก"),
    ):
        known = sorted((r for r in own if r["direction"] == way and r["intensity"] is not None), key=_by("intensity"))
        if not known:
            continue
        above = sum(row["intensity"] > 1 for row in known)
        top = listed([f"{named(row, 'member', language)} {row['intensity']:g}" for row in known[:_TOP]], language)
        parts.append(
            f"{th} {above} จาก {len(known)} ประเทศ มากที่สุด{th}{top}"
            if language == "th"
            else f"{en} {above} of {counted(len(known), 'member', 'members')}, most {to} {top}"
        )
    goods, year = _goods(own[0], language), own[0]["year"]
    if language == "th":
        return f"{goods} ปี ค.ศ. {year} การค้ามากกว่าที่ควรคาด (ดัชนีมากกว่า 1): {'; '.join(parts)}"
    return f"{_upper(goods)}, {year}: more than one would expect (index above 1) is {'; '.join(parts)}"


def _flows(own: Sequence[Record], language: str) -> str:
    """The largest flow of a file each way, in its unit and year, and with how many members there are figures."""
    unit = str(own[0]["unit"])
    divisor, en, th = _UNITS.get(unit, (1, unit, unit))
    parts: list[str] = []
    for way, word, word_th in (("to the member", "sold to", "ขายให้"), ("from the member", "bought from", "ซื้อจาก")):
        known = sorted((row for row in own if row["direction"] == way and row["flow"]), key=_by("flow"))
        if known:
            member, value = named(known[0], "member", language), _amount(known[0]["flow"] / divisor)
            parts.append(f"{word_th}{member} {value}" if language == "th" else f"{word} {member} {value}")
    goods, year = _goods(own[0], language), own[0]["year"]
    members = len({row["code"] for row in own if row["flow"] is not None})
    if language == "th":
        return f"{goods} ปี ค.ศ. {year} ({th}; มีตัวเลข {members} ประเทศ) มากที่สุด {' '.join(parts)}"
    figures = f"figures for {counted(members, 'member', 'members')}"
    return f"{_upper(goods)}, {year}, {en}, {figures}: most {' and '.join(parts)}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _amount(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 else f"{value:.2g}"


def trade_structure(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Exports and imports of the whole, the largest sub-sectors, and of how many items more is made than used."""
    sectors = [row for row in rows if row["level"] == "sub-sector"]
    whole = max(sectors, key=lambda row: row["of_items"], default=None)
    thai = language == "th"
    if not rows:
        return ""
    if whole is None or (whole["exports"] is None and whole["imports"] is None):
        return "ไม่มีตัวเลขการค้าอาหารของประเทศนี้ในปีดังกล่าว" if thai else "There are no figures of this country's food trade."
    items = [row for row in rows if row["level"] == "item"]
    parts = [row for row in sectors if row is not whole and _is_narrow(row, items)]
    sold, bought = (_largest(parts, column, language) for column in ("exports", "imports"))
    rated = [row["self_sufficiency"] for row in items if row["self_sufficiency"] is not None]
    alone = whole["self_sufficiency"]
    enough = sum(ratio >= 100 for ratio in rated)
    if thai:
        return (
            _whole_th(whole)
            + (f"; ส่งออกมากที่สุด: {sold}" if sold else "")
            + (f"; นำเข้ามากที่สุด: {bought}" if bought else "")
            + (f"; ผลิตได้ไม่น้อยกว่าที่ใช้ {enough} จาก {len(rated)} รายการสินค้าที่คำนวณได้" if rated and not alone else "")
            + (f"; อัตราการพึ่งพาตนเองร้อยละ {alone:,.0f}" if alone else "")
        )
    ratio = f"{enough} of {counted(len(rated), 'item', 'items')} with a ratio {'is' if enough == 1 else 'are'}"
    return (
        _whole(whole)
        + (f" Most exported: {sold}." if sold else "")
        + (f" Most imported: {bought}." if bought else "")
        + (f" {ratio} made in at least the quantity used." if rated and not alone else "")
        + (f" Self-sufficiency: {alone:,.0f} %." if alone else "")
    )


def _whole(whole: Record) -> str:
    net = whole["net"]
    more = "" if not net else f"; {abs(net):,.0f} more {'go out' if net > 0 else 'come in'}"
    base = (
        ""
        if net is None or whole["of_items"] == 1
        else f", over {whole['items']} of {counted(whole['of_items'], 'item', 'items')} with both"
    )
    return (
        f"{whole['name']}, {whole['year']}, thousand tonnes of primary equivalent: "
        f"exports {_known(whole['exports'], 'not known')}, imports {_known(whole['imports'], 'not known')}{more}{base}."
    )


def _whole_th(whole: Record) -> str:
    net = whole["net"]
    return (
        f"{named(whole, 'name', 'th')} ปี ค.ศ. {whole['year']} (พันตัน เทียบเท่าสินค้าขั้นปฐม): "
        f"ส่งออก {_known(whole['exports'], 'ไม่ทราบ')} นำเข้า {_known(whole['imports'], 'ไม่ทราบ')}"
        + (f" {'ส่งออก' if net > 0 else 'นำเข้า'}สุทธิ {abs(net):,.0f}" if net else "")
        + (
            f" จาก {whole['items']} ใน {whole['of_items']} รายการที่มีตัวเลขทั้งสองด้าน"
            if net is not None and whole["of_items"] > 1
            else ""
        )
    )


def _known(value: float | None, else_: str) -> str:
    return else_ if value is None else _amount(value)


def _is_narrow(row: Record, items: Sequence[Record]) -> bool:
    """Whether items fall in the sub-sector itself; one that only gathers others would be told twice."""
    own = sum(item["sector"] == row["id"] for item in items)
    return bool(2 * own > row["of_items"])


def _largest(rows: Sequence[Record], column: str, language: str) -> str:
    known = sorted((row for row in rows if row[column]), key=_by(column))[:_TOP]
    return ", ".join(f"{named(row, 'name', language)} {_amount(row[column])}" for row in known)


def unrealised_potential(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """That the data don't suffice, for how many they would, and what market shares and demand alone let expect."""
    if not rows:
        return ""
    own = rows[0]["seller"]
    known = [row for row in rows if row["unrealised"] is not None]
    sells = [row for row in rows if row["seller"] == own]
    buys = [row for row in rows if row["seller"] != own]
    held = {row["code"] for row in rows if row["expected"] is not None}
    side = {row["code"]: named(row, "buyer" if row["seller"] == own else "seller", language) for row in rows}
    without = [name for code, name in side.items() if code not in held]
    shares = _shares(named(rows[0], "seller", language), sells, buys, language)
    if language == "th":
        return (
            (
                f"คำนวณศักยภาพที่ยังไม่ได้ใช้ได้ {len(known)} จาก {len(rows)} คู่"
                if known
                else f"ข้อมูลไม่เพียงพอที่จะบอกศักยภาพการส่งออกที่ยังไม่ได้ใช้ ทั้ง {len(side)} ประเทศ เพราะขาดการส่งออกจริงรายสินค้าเป็นตัน"
            )
            + (f"; {shares}" if shares else "; ไม่มีตัวเลขอาหารที่ใช้คำนวณการคาดหมายจากส่วนแบ่งตลาดและความต้องการ")
            + (f"; ไม่มีตัวเลขของ{some(without, 'th')}" if shares and without else "")
        )
    return (
        (
            f"Unused potential is known for {len(known)} of {counted(len(rows), 'flow', 'flows')}."
            if known
            else "The data do not suffice to tell unused export potential with any of "
            f"{counted(len(side), 'member', 'members')}: actual exports by item in tonnes are lacking."
        )
        + (
            f" {shares}."
            if shares
            else " Nor are there figures of food of which to reckon what market shares let expect."
        )
        + (f" No figures: {some(without, 'en')}." if shares and without else "")
    )


def _shares(country: str, sells: Sequence[Record], buys: Sequence[Record], language: str) -> str:
    """What market shares and demand let expect, each way; empty where there are no figures."""
    out, back = _expected(sells, "buyer", language), _expected(buys, "seller", language)
    if not out and not back:
        return ""
    year = sells[0]["year"]
    if language == "th":
        ways = [f"ขายให้{out}" if out else "", f"ซื้อจาก{back}" if back else ""]
        return (
            f"ส่วนแบ่งตลาดและความต้องการ{f'ปี ค.ศ. {year} ' if year else ''}ทำให้คาดหมาย "
            f"(พันตัน เทียบเท่าสินค้าขั้นปฐม) ว่า{country}{' และ'.join(filter(None, ways))}"
        )
    ways = [f"to sell most to {out}" if out else "", f"to buy most from {back}" if back else ""]
    return (
        f"Market shares and demand{f' of {year}' if year else ''} alone let expect, in thousand tonnes of primary "
        f"equivalent, {country} {' and '.join(filter(None, ways))}"
    )


def _expected(rows: Sequence[Record], side: str, language: str) -> str:
    known = sorted((row for row in rows if row["expected"]), key=_by("expected"))[:NAMED]
    return ", ".join(f"{named(row, side, language)} {_amount(row['expected'])}" for row in known)


def _by(column: str) -> Callable[[Record], float]:
    return lambda row: -row[column]


SENTENCES: dict[str, Sentence] = {
    "trade-intensity": trade_intensity,
    "trade-structure": trade_structure,
    "unrealised-potential": unrealised_potential,
}
