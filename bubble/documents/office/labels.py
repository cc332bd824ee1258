"""What Word documents and slides count and name, in both languages."""

from __future__ import annotations

from visuals.picture import Text

LABELS: dict[str, Text] = {
    "figure": Text("Figure {number}", "ภาพที่ {number}"),
    "table": Text("Table {number}", "ตารางที่ {number}"),
    "cited": Text("Sources of this slide:", "แหล่งที่มาของสไลด์นี้:"),
    "made": Text("Made with Bubble {version}", "จัดทำด้วย Bubble {version}"),
}


def label(name: str, language: str, **values: object) -> str:
    """One of LABELS in that language, filled."""
    return LABELS[name].of(language).format(**values)
