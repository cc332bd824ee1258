"""Sentences that answer what could be traded, in English and Thai."""

from __future__ import annotations

from collections.abc import Sequence

from graph.store import Record
from graph.vocabulary import Cell
from queries.sentences.wording import Sentence

LARGEST, NAMED = 20, 3
"""How many of the largest flows are counted by their links, and how many without a running link are named."""


def possible_flows(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many of the largest flows have a running link behind them, the largest that have none, who has no figures."""
    flows = sorted((row for row in rows if row["matched"]), key=lambda r: (-r["matched"], r["member"], r["sub_sector"]))
    largest = flows[:LARGEST]
    running = sum(row["state"] == Cell.RUNNING for row in largest)
    silent = sum(row["state"] == Cell.SILENT for row in largest)
    bare = [row for row in flows if row["state"] != Cell.RUNNING][:NAMED]
    known = {row["code"] for row in rows if row["matched"] is not None}
    is_thai = language == "th"
    name, sector = ("member_th", "sub_sector_th") if is_thai else ("member", "sub_sector")
    without = sorted({str(row[name] or row["member"]) for row in rows if row["code"] not in known})
    sells = not rows or rows[0]["direction"] == "sells"
    if not flows:
        return (
            f"ไม่มีตัวเลขอาหารที่ใช้เทียบกันได้{': ' + ', '.join(without) if without else ''}"
            if is_thai
            else f"There are no figures of food to match{' for ' + ', '.join(without) if without else ''}."
        )
    if is_thai:
        told = "; ".join(
            f"{row[sector] or row['sub_sector']}{'ไป' if sells else 'จาก'}{row[name] or row['member']} "
            f"{row['matched']:,.0f} พันตัน ({Cell(row['state']).th})"
            for row in bare
        )
        return (
            f"ในการค้าที่เป็นไปได้มากที่สุด {len(largest)} รายการ มีความเชื่อมโยงที่ดำเนินการอยู่รองรับ {running} รายการ "
            f"และยังไม่มีผู้ค้นหา {silent} รายการ"
            + (f" มากที่สุดที่ยังไม่มีความเชื่อมโยงที่ดำเนินการอยู่: {told}" if told else "")
            + (f"; ไม่มีตัวเลขอาหารของ{' และ'.join(without)}" if without else "")
        )
    told = "; ".join(
        f"{row[sector]} {'to' if sells else 'from'} {row[name]} {row['matched']:,.0f} thousand tonnes "
        f"({Cell(row['state']).en})"
        for row in bare
    )
    return (
        f"Of the {len(largest)} largest possible flows {running} have a running link behind them; "
        f"for {silent} nobody looked."
        + (f" Largest without a running link: {told}." if told else "")
        + (f" No figures of food for {' and '.join(without)}." if without else "")
    )


def trade_complementarity(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """With whom what is sold fits what is bought best over all items, and who has no figures."""
    root = rows[0]["sector"] if rows else ""
    whole = [row for row in rows if row["sector"] == root]
    name = "member_th" if language == "th" else "member"
    best = sorted((row for row in whole if row["sells_index"] is not None), key=lambda row: -row["sells_index"])
    told = ", ".join(f"{row[name] or row['member']} {row['sells_index']:g}" for row in best[:NAMED])
    back = sorted((row for row in whole if row["buys_index"] is not None), key=lambda row: -row["buys_index"])
    bought = ", ".join(f"{row[name] or row['member']} {row['buys_index']:g}" for row in back[:NAMED])
    without = sorted({str(row[name] or row["member"]) for row in whole if row["sells_index"] is None})
    if language == "th":
        return (
            f"สินค้าที่ขายสอดคล้องกับสิ่งที่สมาชิกซื้อมากที่สุด (ดัชนี 0–100): {told or 'ไม่มีตัวเลข'}; "
            f"สินค้าที่ซื้อสอดคล้องกับสิ่งที่สมาชิกขายมากที่สุด: {bought or 'ไม่มีตัวเลข'}"
            + (f"; ไม่มีตัวเลขของ{' และ'.join(without)}" if without else "")
        )
    return (
        f"What is sold fits best what is bought by (index of 0 to 100): {told or 'no figures'}. "
        f"What is bought fits best what is sold by: {bought or 'no figures'}."
        + (f" No figures: {', '.join(without)}." if without else "")
    )


def supply_need_match(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """The largest matches in each direction."""
    is_thai = language == "th"
    parts: list[str] = []
    for seller, buyer in dict.fromkeys((row["seller"], row["buyer"]) for row in rows):
        matched = [r for r in rows if (r["seller"], r["buyer"]) == (seller, buyer) and r["matched"]]
        matched.sort(key=lambda row: -row["matched"])
        if not matched:
            continue
        told = ", ".join(f"{row['item']} {row['matched']:,.0f}" for row in matched[:NAMED])
        first = matched[0]
        parts.append(
            f"{first['seller_th'] or seller}ไป{first['buyer_th'] or buyer} พันตัน: {told}"
            if is_thai
            else f"{seller} to {buyer}, in thousand tonnes: {told}"
        )
    if not parts:
        return "ไม่มีตัวเลขที่เทียบกันได้" if is_thai else "There are no figures to match."
    opening = "รายการที่ตรงกันมากที่สุด – " if is_thai else "The largest matches: "
    return opening + "; ".join(parts) + ("" if is_thai else ". What could be traded at most, not what is.")


def comparative_advantage(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """The sub-sectors with the highest index, and how many are above one."""
    sectors = [row for row in rows if row["level"] == "sub-sector" and row["advantage"] is not None]
    sectors.sort(key=lambda row: -row["advantage"])
    above = sum(row["advantage"] > 1 for row in sectors)
    name = "name_th" if language == "th" else "name"
    told = ", ".join(f"{row[name] or row['name']} {row['advantage']:g}" for row in sectors[:NAMED])
    if language == "th":
        return f"มีความได้เปรียบ (ดัชนีมากกว่า 1) ใน {above} จาก {len(sectors)} สาขาย่อยที่มีตัวเลข สูงที่สุด: {told}"
    return (
        f"There is an advantage (index above 1) in {above} of {len(sectors)} sub-sectors with figures. Highest: {told}."
    )


SENTENCES: dict[str, Sentence] = {
    "possible-flows": possible_flows,
    "trade-complementarity": trade_complementarity,
    "supply-need-match": supply_need_match,
    "comparative-advantage": comparative_advantage,
}
