"""A chart as one HTML file that opens offline: the figure's own marks in the page, each opening on its links."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from visuals.cards.page import page
from visuals.cards.payload import cards_of, facts_of
from visuals.charts.chart import Chart, Part
from visuals.charts.figure import caption_of
from visuals.charts.look import Entry, dark_style
from visuals.charts.words import WORDS
from visuals.labels import Box
from visuals.payload import JSON
from visuals.policy import raw
from visuals.svg import number, tag

TEMPLATE = Path(__file__).parent / "template" / "chart"
LANGUAGES = ("en", "th")
SHAPES: dict[str, tuple[float, float]] = {"wide": (830.0, 430.0), "tall": (350.0, 560.0)}
"""The measures of the chart for a window that is wide, and for one that is narrow."""


def page_of(chart: Chart, language: str = "en") -> str:
    """The page as text, opening in that language; the same chart always gives the same bytes."""
    return page(
        TEMPLATE,
        _data(chart),
        WORDS,
        look=dark_style(),
        language=language,
        languages=LANGUAGES,
        title=chart.title.of(language),
        titles={each: chart.title.of(each) for each in LANGUAGES},
        answers={each: chart.answer.of(each) for each in LANGUAGES},
        captions={each: caption_of(chart, each) for each in LANGUAGES},
        notes={each: [note.of(each) for note in chart.notes] for each in LANGUAGES},
        heads={each: [head.of(each) for head in chart.columns] for each in LANGUAGES},
        rows={each: [[cell.of(each) for cell in row] for row in chart.rows] for each in LANGUAGES},
        charts=[(each, shape, raw(_drawn(chart, each, shape))) for each in LANGUAGES for shape in SHAPES],
        legend=[
            (entry.tag, raw(_sample(entry)), {each: entry.words.of(each) for each in LANGUAGES})
            for entry in chart.legend()
        ],
    )


def _drawn(chart: Chart, language: str, shape: str) -> str:
    """The chart for a language and a shape of window."""
    wide, high = SHAPES[shape]
    return tag(
        "svg",
        *chart.body(Box(2, 2, wide - 4, high - 4), language),
        viewBox=f"0 0 {number(wide)} {number(high)}",
        role="group",
        aria_label=chart.title.of(language),
        aria_describedby="keys",
    )


def _sample(entry: Entry) -> str:
    return tag("svg", entry.draw(0, 0.5), viewBox="0 0 16 10", aria_hidden="true")


def _data(chart: Chart) -> JSON:
    """What the script reads: everything in both languages, as pairs."""
    return {
        "title": list(chart.title),
        "parts": [_part(part) for part in chart.parts],
        "tags": {key: chart.tag_of(key) for key in chart.links},
        **cards_of(chart.links, chart.passages),
    }


def _part(part: Part) -> list[Any]:
    return [list(part.name), list(part.said), list(part.links), facts_of(part.facts), list(part.unknowns)]
