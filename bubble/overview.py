"""What a graph holds, as a notebook shows the graph itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from bubble.catalogue import questions
from graph.errors import GraphError
from graph.store import Reader

_HELD = (
    "MATCH (b:Build) RETURN b.node_count AS nodes, b.edge_count AS edges, toString(b.data_date) AS data_date, "
    "b.content_hash AS content_hash, COUNT { MATCH (:Partnership) } AS links, COUNT { MATCH (:Evidence) } AS evidence, "
    "COUNT { MATCH (:Source) } AS sources LIMIT 1"
)
_LABELS = {
    "nodes": ("Nodes", "โหนด"),
    "edges": ("Edges", "เส้นเชื่อม"),
    "links": ("Partnerships", "ความเชื่อมโยง"),
    "evidence": ("Pieces of evidence", "หลักฐาน"),
    "sources": ("Sources", "แหล่งข้อมูล"),
    "data_date": ("Data of", "ข้อมูล ณ วันที่"),
    "content_hash": ("Content (SHA-256)", "รหัสเนื้อหา (SHA-256)"),
    "questions": ("Questions", "คำถาม"),
    "views": ("Views", "มุมมอง"),
}
_HINT = (
    'g.questions() lists the questions; g.ask("links-serving-sector") answers one; g.show("neighbourhood") draws.',
    'g.questions() แสดงรายการคำถาม g.ask("links-serving-sector") ตอบคำถาม g.show("neighbourhood") วาดภาพ',
)


@dataclass(frozen=True)
class Overview:
    """The lines by name, in one language."""

    values: Mapping[str, str]
    language: str

    def lines(self) -> list[tuple[str, str]]:
        """Label and value of each line that says something."""
        return [
            (words[self.language == "th"], self.values[name])
            for name, words in _LABELS.items()
            if self.values.get(name)
        ]

    def told(self) -> str:
        """As plain text."""
        return "\n".join(["Bubble graph", *(f"  {label}: {value}" for label, value in self.lines())])

    def html(self) -> str:
        """As a small table."""
        style = "text-align: left"
        rows = "".join(
            f'<tr><th scope="row" style="{style}">{escape(label)}</th><td style="{style}">{escape(value)}</td></tr>'
            for label, value in self.lines()
        )
        hint = escape(_HINT[self.language == "th"])
        return (
            f'<div class="bubble-graph" lang="{self.language}"><table><tbody>{rows}</tbody></table><p>{hint}</p></div>'
        )


def overview(store: Reader, language: str) -> Overview:
    """What the graph in the store holds; one that somebody else made, or that is closed, tells less."""
    from visuals.view import views

    try:
        rows = store.ask(_HELD)
    except GraphError:
        rows = None
    held = {name: _shown(value) for name, value in rows[0].items()} if rows else {}
    counts = {"questions": str(len(questions())), "views": str(len(views()))}
    return Overview({**held, **counts}, language)


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value or "")
