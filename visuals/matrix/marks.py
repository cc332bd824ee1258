"""How a cell's state is marked: a shape of its own for each, so that no colour is needed to tell them apart."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from graph.vocabulary import Cell
from visuals.matrix.matrix import STEPS
from visuals.picture import Text
from visuals.style import LINES


class Mark(NamedTuple):
    """A mark in a box of 10 by 10: paths that are filled and paths that are only lines, its colour and its words."""

    words: Text
    colour: str
    filled: str = ""
    lines: str = ""
    dash: str = ""


def _mark(state: Cell, colour: str, filled: str = "", lines: str = "", dash: str = "") -> tuple[str, Mark]:
    return state.value, Mark(Text(state.en, state.th), colour, filled, lines, dash)


_RING = "M5 1.4a3.6 3.6 0 1 1 0 7.2a3.6 3.6 0 1 1 0-7.2z"
_DOT = "M5 1a4 4 0 1 1 0 8a4 4 0 1 1 0-8z"
_INK, _GREY = "#17212b", "#3d4a55"
MARKS: dict[str, Mark] = dict(
    (
        _mark(Cell.RUNNING, LINES["active"].light, _DOT),
        _mark(Cell.COMPLETED, _GREY, "M1.4 1.4h7.2v7.2h-7.2z"),
        _mark(Cell.PLANNED, LINES["announced"].light, "M5 1.4a3.6 3.6 0 0 0 0 7.2z", _RING),
        _mark(Cell.DISPUTED, LINES["disputed"].light, "", "M5 .8L9.2 5L5 9.2L.8 5z"),
        _mark(Cell.ENDED, _GREY, "", "M1.8 1.8L8.2 8.2M8.2 1.8L1.8 8.2"),
        _mark(Cell.LATER, _GREY, "", "M3 1.5L7 5L3 8.5"),
        _mark(Cell.NONE, _INK, "", _RING),
        _mark(Cell.UNCLEAR, _INK, "", _RING, "1.6 1.3"),
        _mark(Cell.ELSEWHERE, _INK, "M5 3.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0-2.8z", _RING),
        _mark(Cell.SILENT, "#8a9299"),
    )
)
"""Every state a cell may be in, the most advanced first."""

UNSEARCHED = Cell.SILENT.value
"""The state that is hatched rather than marked: a mark would look like something found."""
SHADES = ("#ffffff", "#eaf3f8", "#c6dfee", "#8fc1de", "#4a98c9", "#1a659c")
"""Grounds of cells: white where there is no figure, then light to dark; one hue, so that it prints in grey as well."""
DARK_FROM = 4
"""The shade from which text and marks on it are white."""
HATCHES = ("#a9b3bc", "#54788f", "#e3edf4")
"""The lines over a cell in which nobody looked: on light, middling and dark ground."""
STANDS_OUT = "#d55e00"
"""The frame of a cell of high need in which nothing runs."""
WORDS: dict[str, Text] = {
    "fit": Text("Fit of trade", "ความสอดคล้องทางการค้า"),
    "fit_note": Text(
        "points the sub-sector adds to the trade complementarity index",
        "คะแนนที่สาขาย่อยเพิ่มให้ดัชนีความสอดคล้องทางการค้า",
    ),
    "no_figure": Text("no figure", "ไม่มีข้อมูล"),
    "state": Text("Links", "ความเชื่อมโยง"),
    "stands_out": Text("need is high, nothing runs", "ความต้องการสูง แต่ยังไม่มีสิ่งที่ดำเนินการ"),
    "unsearched": Text(Cell.SILENT.en, Cell.SILENT.th),
    "sector": Text("Sub-sector", "สาขาย่อย"),
    "trade": Text("Trade", "การค้า"),
    "search": Text("Search", "การค้นหา"),
    "unknowns": Text("Not known", "สิ่งที่ยังไม่ทราบ"),
    "no_link": Text("No link is known here.", "ยังไม่ทราบความเชื่อมโยงในช่องนี้"),
    "no_search": Text("Nobody has searched here.", "ยังไม่มีผู้ค้นหาในช่องนี้"),
    "keys": Text("Arrow keys move, Enter opens a cell, Escape closes it.", "ใช้ปุ่มลูกศรเลื่อน Enter เปิดช่อง Escape ปิด"),
    "cells_drawn": Text("{cells} cells, {links} links", "{cells} ช่อง {links} ความเชื่อมโยง"),
    "stands_out_only": Text("show only high need without a link", "แสดงเฉพาะช่องที่ต้องการสูงแต่ไม่มีความเชื่อมโยง"),
    "link": Text("Id", "รหัส"),
    "what": Text("What it is", "เนื้อหา"),
    "says": Text("Says, in our words", "สาระสำคัญ"),
    "member": Text("Member", "สมาชิก"),
    "matrix": Text("Matrix", "ตาราง"),
    "cells": Text("Cells", "ช่อง"),
    "about": Text("About", "เกี่ยวกับ"),
}


def hatch_of(shade: int) -> str:
    """The colour of the lines on a ground of that shade."""
    return HATCHES[2 if shade >= DARK_FROM else 1 if shade >= 2 else 0]


def ranges() -> list[str]:
    """What each shade from 1 on stands for, in points."""
    return [f"< {STEPS[0]:g}", *(f"{a:g}–{b:g}" for a, b in pairwise(STEPS)), f"≥ {STEPS[-1]:g}"]
