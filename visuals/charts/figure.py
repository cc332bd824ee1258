"""A chart as a figure for print: the sheet with heading, chart, legend, notes and caption. Units are points."""

from __future__ import annotations

from visuals.charts.chart import Chart
from visuals.charts.look import Entry
from visuals.charts.words import WORDS
from visuals.frame import document, heading, measures
from visuals.labels import LEADING, Box, lines_of
from visuals.sheet import MARGIN, SMALL, SOFT
from visuals.svg import block, tag
from visuals.vendored import width
from visuals.words import stamped

ENTRY, ROW = 7.2, 11.5
MOST_LINES, MOST_ROWS = 7, 6
"""Lines of notes and rows of the legend beyond which no room would be left for the chart."""


def figure_of(chart: Chart, language: str = "en", size: str = "a4") -> str:
    """The figure as text, on one of the sheets of `visuals.sheet.SIZES`; the same chart gives the same bytes."""
    wide, high = measures(size)
    room = wide - 2 * MARGIN
    head, top = heading(chart.title, chart.answer, language, size)
    lines = [line for note in chart.notes for line in lines_of(note.of(language), SMALL, room, 3)]
    lines = lines[:MOST_LINES] + lines_of(caption_of(chart, language), SMALL, room, 2)
    foot = high - 15 - (len(lines) - 1) * SMALL * LEADING
    rows = _rows(chart.legend(), language, room)[:MOST_ROWS]
    under = foot - SMALL - 4 - len(rows) * ROW
    parts = [
        head,
        tag("g", *chart.body(Box(MARGIN, top + 4, room, under - top - 18), language)),
        *(_legend(row, language, under + i * ROW, room - 20) for i, row in enumerate(rows)),
        block(lines, MARGIN, foot, SMALL, fill=SOFT),
    ]
    return document(
        parts,
        chart.title.of(language),
        description(chart, language),
        text=_all_text(chart, language),
        language=language,
        size=size,
    )


def description(chart: Chart, language: str) -> str:
    """The chart in words, for who cannot see it: the answer, then the table row by row."""
    rows = "; ".join(", ".join(cell.of(language) for cell in row if cell.of(language)) for row in chart.rows)
    return " ".join(filter(None, [chart.answer.of(language), caption_of(chart, language) + ".", rows]))


def caption_of(chart: Chart, language: str) -> str:
    """How many links of how many were drawn, and from what data."""
    told = WORDS["drawn"].of(language).format(links=len(chart.links))
    if chart.stamp is not None:
        told += " " + WORDS["of_all"].of(language).format(links=chart.stamp.links)
    return stamped([told], chart.stamp, language)


def _rows(entries: list[Entry], language: str, room: float) -> list[list[tuple[float, Entry]]]:
    """The legend in rows that fit, each entry with its place."""
    rows: list[list[tuple[float, Entry]]] = [[]]
    x = 0.0
    for entry in entries:
        needed = 20 + min(width(entry.words.of(language), ENTRY), room - 20) + 14
        if rows[-1] and x + needed - 14 > room:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += needed
    return rows


def _legend(row: list[tuple[float, Entry]], language: str, y: float, most: float) -> str:
    parts: list[str] = []
    for x, entry in row:
        at = MARGIN + x
        parts += [entry.draw(at, y - 7), block(lines_of(entry.words.of(language), ENTRY, most, 1), at + 20, y, ENTRY)]
    return tag("g", *parts) if parts else ""


def _all_text(chart: Chart, language: str) -> str:
    names = [part.name.of(language) for part in chart.parts]
    notes = [note.of(language) for note in chart.notes]
    return " ".join([chart.title.of(language), chart.answer.of(language), *names, *notes])
