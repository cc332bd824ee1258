"""What stands beside an answer in a file: what was asked, of which state of the graph, with what remarks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bubble import __version__
from graph.errors import GraphError
from graph.store import Answer, Reader
from queries import Question

LABELS = {
    "title": ("Question", "คำถาม"),
    "asks": ("What it asks", "สิ่งที่ถาม"),
    "name": ("Its name", "ชื่อเรียก"),
    "params": ("Parameters", "พารามิเตอร์"),
    "rows": ("Rows", "จำนวนแถว"),
    "remarks": ("Remarks", "หมายเหตุ"),
    "data_date": ("Data of", "ข้อมูล ณ วันที่"),
    "content_hash": ("Content of the graph (SHA-256)", "รหัสเนื้อหาของกราฟ (SHA-256)"),
    "version": ("Made with", "จัดทำด้วย"),
    "query": ("Query", "คำสั่งค้น"),
}
"""What each line says, in the order of the lines: English and Thai."""


@dataclass(frozen=True)
class About:
    """The lines by name; `asked` is the question where it was one."""

    values: Mapping[str, str]
    asked: Question | None = None

    def lines(self) -> list[tuple[str, str, str]]:
        """English label, Thai label and value of each line that says something."""
        return [(*labels, self.values[name]) for name, labels in LABELS.items() if self.values.get(name)]


def about(store: Reader, answer: Answer, text: str, params: Mapping[str, Any], asked: Question | None = None) -> About:
    """What was asked, as it is told beside the answer."""
    cut = "; the answer was cut here, there were more" if answer.cut else ""
    told = {
        "rows": f"{len(answer):,}{cut}",
        "params": "; ".join(f"{name} = {_shown(value)}" for name, value in params.items()),
        "remarks": "; ".join(answer.warnings),
        "version": f"Bubble {__version__}",
        "query": text,
    }
    if asked:
        told |= {"title": f"{asked.title} · {asked.title_th}", "asks": asked.asks, "name": asked.name}
    return About({**told, **state_of(store)}, asked)


def state_of(store: Reader) -> dict[str, str]:
    """`data_date` and `content_hash` of the graph; one that somebody else made has no such record."""
    try:
        rows: Sequence[Mapping[str, Any]] = store.ask(
            "MATCH (b:Build) RETURN toString(b.data_date) AS day, b.content_hash AS hash LIMIT 1"
        )
    except GraphError:
        return {}
    return {"data_date": rows[0]["day"] or "", "content_hash": rows[0]["hash"] or ""} if rows else {}


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
