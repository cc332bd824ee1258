"""Members as parts of a chart: the row that tells of a country's links with one of them, as panel and table show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.vocabulary import Cell
from visuals.charts.chart import Part
from visuals.charts.words import WORDS
from visuals.payload import label_of
from visuals.picture import Fact, Text, shown

COUNTS = (
    ("active", "active or signed", "ดำเนินการหรือลงนามแล้ว"),
    ("completed", "completed", "เสร็จสิ้น"),
    ("in_talks", "in talks", "อยู่ระหว่างหารือ"),
    ("announced", "only announced or hoped for", "เพียงประกาศหรือคาดหวัง"),
    ("disputed", "disputed", "มีข้อโต้แย้ง"),
    ("ended", "ended or failed", "สิ้นสุดหรือไม่สำเร็จ"),
)
"""The columns that count links by status, with their words."""


def part_of(row: Mapping[str, Any], own: Mapping[str, Any], more: Iterable[Fact] = ()) -> Part:
    """A member, or the country itself, that opens on its links."""
    name = name_of(row)
    if not row["is_country"]:
        name = Text(
            f"{shown(own['member'])} – {name.en}", f"{shown(own['member_th'] or own['member'])} – {name.of('th')}"
        )
    said = [f"{row[column]} {en}" for column, en, _ in COUNTS if row[column]]
    said_th = [f"{th} {row[column]}" for column, _, th in COUNTS if row[column]]
    absent = label_of(Cell, row["absence"]) if row["absence"] else Text("")
    return Part(
        name,
        Text(
            f"{row['links']} links: {', '.join(said)}" if said else absent.en,
            f"{row['links']} ความเชื่อมโยง: {', '.join(said_th)}" if said else absent.th,
        ),
        tuple(row["link_ids"]),
        (*more, *facts_of(row)),
        tuple(shown(unknown) for unknown in row["unknowns"]),
    )


def name_of(row: Mapping[str, Any]) -> Text:
    """The member's name."""
    return Text(shown(row["member"]), shown(row["member_th"] or ""))


def absence_of(row: Mapping[str, Any]) -> Text:
    """Why a member has no link, in few words; empty where it has one."""
    state = row["absence"]
    if not state:
        return Text("")
    return WORDS["nobody_looked"] if state == Cell.SILENT else label_of(Cell, state)


def facts_of(row: Mapping[str, Any]) -> list[Fact]:
    """What else the panel tells of a member."""
    told = [
        ("Links with any member", "ความเชื่อมโยงกับสมาชิกทั้งหมด", row["all_links"]),
        ("Sub-sectors searched", "สาขาย่อยที่มีผู้ค้นหาแล้ว", row["searched"] or ""),
        ("Newest search", "การค้นหาครั้งล่าสุด", row["searched_on"] or ""),
    ]
    return [Fact(en, th, shown(value)) for en, th, value in told if value != ""]


def table(rows: Iterable[Mapping[str, Any]]) -> tuple[tuple[Text, ...], list[tuple[Text, ...]]]:
    """Heads and rows of the same as a table."""
    heads = (
        Text("Member", "สมาชิก"),
        Text("Links", "ความเชื่อมโยง"),
        *(Text(en, th) for _, en, th in COUNTS),
        Text("if none", "เมื่อไม่มี"),
        Text("with any member", "กับสมาชิกทั้งหมด"),
    )
    return heads, [
        (
            name_of(row),
            Text(str(row["links"])),
            *(Text(str(row[column])) for column, _, _ in COUNTS),
            label_of(Cell, row["absence"]) if row["absence"] else Text(""),
            Text(str(row["all_links"])),
        )
        for row in rows
    ]
