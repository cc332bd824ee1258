"""The white-space matrix: members by sub-sectors, shaded by need, marked by what is known of links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from queries.sentences import sentence
from visuals.cards.card import EVIDENCE, LINKS, read_cards, search_of
from visuals.matrix.matrix import Head, Matrix, Square
from visuals.picture import Fact, Text, shown
from visuals.view import Answers, view

CELLS = "white-space-matrix"
OF_STATE = {
    "running": "running",
    "completed": "completed",
    "only planned or in talks": "planned",
    "disputed": "disputed",
    "ended": "ended",
}
"""The column that counts the links of a state."""


@view(
    CELLS,
    en="Where is need high and no link, and where has nobody looked?",
    th="ช่องว่างใดมีความต้องการสูงแต่ยังไม่มีความเชื่อมโยง และช่องใดยังไม่มีผู้ค้นหา",
    asks=(CELLS, LINKS, EVIDENCE),
    canvas=Matrix,
)
def white_space_matrix(matrix: Matrix, answers: Answers) -> None:
    """A row for each sub-sector, a column for each member; every cell opens on its links, trade and search."""
    cells = answers[CELLS]
    matrix.say(*(sentence(CELLS, [dict(c) for c in cells], [], language) for language in ("en", "th")))
    leads = {cell["parent"] for cell in cells}
    sums = {cell["parent"] for cell in cells if cell["sub_sector"] in leads}
    for key, cell in {c["sub_sector"]: c for c in cells}.items():
        label = Text(shown(cell["name"]), shown(cell["name_th"] or ""))
        matrix.rows.append(Head(shown(key), label, cell["depth"], key in leads))
    for key, cell in sorted({c["code"]: c for c in cells}.items(), key=lambda pair: pair[1]["member"]):
        matrix.columns.append(Head(key, Text(shown(cell["member"]), shown(cell["member_th"] or ""))))
    for cell in cells:
        matrix.squares[shown(cell["sub_sector"]), cell["code"]] = _square(cell, is_sum=cell["sub_sector"] in sums)
    for year, unit in {(c["year"], c["unit"]) for c in cells if c["fit"] is not None}:
        matrix.shaded_by = Text(
            f"FAO food balance {year}, quantities ({shown(unit)})",
            f"ดุลอาหารของ FAO ปี {year} ปริมาณ ({shown(unit)})",
        )
    wanted = {link for cell in cells for link in cell["links"]}
    matrix.links, matrix.passages = read_cards(answers, wanted)


def _square(cell: Mapping[str, Any], *, is_sum: bool) -> Square:
    return Square(
        shown(cell["sub_sector"]),
        cell["code"],
        cell["state"],
        cell[OF_STATE[cell["state"]]] if cell["state"] in OF_STATE else 0,
        cell["fit"],
        cell["white_space"],
        is_sum,
        tuple(shown(link) for link in cell["links"]),
        tuple(_trade(cell)) if cell["fit"] is not None else (),
        search_of(cell),
        tuple(shown(unknown) for unknown in cell["unknowns"]),
    )


def _trade(cell: Mapping[str, Any]) -> Sequence[Fact]:
    told = [
        ("Points of fit", "คะแนนความสอดคล้อง", cell["fit"]),
        ("Index within the sub-sector, 0 to 100", "ดัชนีในสาขาย่อย 0 ถึง 100", cell["index"]),
        (f"The member imports, {cell['unit']}", f"สมาชิกนำเข้า ({cell['unit']})", cell["need"]),
        (f"The country exports, {cell['unit']}", f"ประเทศส่งออก ({cell['unit']})", cell["supply"]),
        ("The other way: points of fit", "ทิศทางกลับ: คะแนนความสอดคล้อง", cell["fit_back"]),
        (f"The country imports, {cell['unit']}", f"ประเทศนำเข้า ({cell['unit']})", cell["need_back"]),
        (f"The member exports, {cell['unit']}", f"สมาชิกส่งออก ({cell['unit']})", cell["supply_back"]),
        ("Items with figures of both", "รายการที่มีข้อมูลทั้งสองฝ่าย", cell["items"]),
        ("Year", "ปี", cell["year"]),
    ]
    return [
        Fact(shown(en), shown(th), f"{value:,.12g}" if isinstance(value, float) else shown(value))
        for en, th, value in told
        if value is not None
    ]
