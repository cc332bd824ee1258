"""A figure's legend and its description in words: what each line and node means, and how many there are."""

from __future__ import annotations

from collections import Counter

from graph.kinds import NODES
from graph.vocabulary import Status
from visuals.labels import lines_of
from visuals.payload import groups_of, label_of, used
from visuals.picture import Picture
from visuals.sheet import ENTRY, LEGEND, MARGIN, SIZES, by_status, tally
from visuals.style import line_of, shape_of
from visuals.svg import Mark, block, dashes, mark, number, sign, tag
from visuals.words import WORDS, caption

ROW = 12.0
COLUMNS = 3  # where the legend stands below the picture


def legend_beside(picture: Picture, language: str, x: float, y: float) -> str:
    """The legend as one column, statuses above kinds."""
    parts: list[str] = []
    for name, entries in (("status", _statuses(picture, language)), ("kind", _kinds(picture, language))):
        if not entries:
            continue
        parts.append(block([WORDS[name].of(language)], x, y + 8, 7.4, weight=700))
        y += ROW
        for drawn, label in entries:
            lines = lines_of(label, ENTRY, LEGEND - 42, 2)
            parts.append(tag("g", drawn, block(lines, 27, 0, ENTRY), transform=_moved(x, y + 8)))
            y += ROW + (len(lines) - 1) * ENTRY * 1.2
        y += ROW
    return tag("g", *parts) if parts else ""


def legend_below(picture: Picture, language: str, y: float) -> str:
    """The legend in columns under the picture."""
    across = (SIZES["column"][0] - 2 * MARGIN) / COLUMNS
    parts: list[str] = []
    for index, (drawn, label) in enumerate(_statuses(picture, language) + _kinds(picture, language)):
        place = _moved(MARGIN + (index % COLUMNS) * across, y + (index // COLUMNS) * ROW)
        parts.append(tag("g", drawn, block(lines_of(label, ENTRY, across - 32, 1), 27, 0, ENTRY), transform=place))
    return tag("g", *parts) if parts else ""


def description(picture: Picture, language: str) -> str:
    """The picture in words, for who cannot see it: answer, counts by status and by country."""
    counts = by_status(picture)
    statuses = ", ".join(f"{label_of(Status, s).of(language)} {counts[s]}" for s in used(Status, counts))
    totals = tally(picture)
    by_country = ", ".join(
        f"{name.of(language)} {totals[code].total() if code in totals else 0}"
        for code, name in groups_of(picture.dots.values()).items()
    )
    parts = (
        picture.answer.of(language),
        caption(len(picture.dots), picture.link_count(), picture.stamp, language),
        statuses,
        by_country,
    )
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _statuses(picture: Picture, language: str) -> list[tuple[str, str]]:
    """A sample of each line with its words and count."""
    counts = by_status(picture)
    entries: list[tuple[str, str]] = []
    for status in used(Status, counts):
        line = line_of(status)
        drawn = tag(
            "path",
            d="M0-2.3h22",
            fill="none",
            stroke=line.light,
            stroke_width=line.width * 0.55,
            stroke_dasharray=dashes(line, 0.5),
        )
        drawn += mark(Mark(line.mark, 11, -2.3, 0.0), 2.0, line.light)
        entries.append((drawn, f"{label_of(Status, status).of(language)} {counts[status]}"))
    return entries


def _kinds(picture: Picture, language: str) -> list[tuple[str, str]]:
    """A sample of each kind of node with its words and count."""
    counts = Counter(dot.kind for dot in picture.dots.values())
    return [
        (
            sign(shape_of(kind), 11, -2.3, 3.0, fill=node.colour),
            f"{node.th if language == 'th' else node.en} {counts[kind]}",
        )
        for kind, node in NODES.items()
        if kind in counts
    ]


def _moved(x: float, y: float) -> str:
    return f"translate({number(x)} {number(y)})"
