"""Sentences that answer what could be traded; see queries/sentences.py."""

from __future__ import annotations

from collections.abc import Sequence

from graph.store import Record
from graph.vocabulary import Cell

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
