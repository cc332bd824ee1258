"""What Word documents and slides say around the words of a document, in both languages."""

from __future__ import annotations

from visuals.picture import Text

LABELS: dict[str, Text] = {
    "figure": Text("Figure {number}", "รูปที่ {number}"),
    "table": Text("Table {number}", "ตารางที่ {number}"),
    "page": Text("Page {page} of {pages}", "หน้า {page} จาก {pages}"),
    "sources_of_slide": Text("Sources on this slide:", "แหล่งที่มาของสไลด์นี้:"),
    "part": Text("{part}/{parts}", "{part}/{parts}"),
}


def label(name: str, language: str, **values: object) -> str:
    """One of LABELS in that language, filled."""
    return LABELS[name].of(language).format(**values)
