"""A figure's legend and its description in words: what each line and node means, and how many there are."""

from __future__ import annotations

from collections import Counter

from graph.kinds import NODES
from graph.vocabulary import Status
from visuals.bundles import Scene
from visuals.figure_discs import disc_look
from visuals.labels import lines_of
from visuals.payload import groups_of, label_of, used
from visuals.picture import Picture
from visuals.sheet import ENTRY, LEGEND, MARGIN, SIZES, SOFT, Sheet, by_status, look_of, tally
from visuals.style import bundle_width, line_of, shape_of
from visuals.svg import Mark, block, dashes, mark, number, sign, tag
from visuals.words import WORDS

ROW = 12.0
COLUMNS = 3  # where the legend stands below the picture
Entry = tuple[str, str]
"""A sample as markup, and its words."""


def legend_beside(sheet: Sheet, x: float, y: float) -> str:
    """The legend as one column, statuses above kinds; only what occurs."""
    parts: list[str] = []
    for name, entries in _parts(sheet):
        parts.append(block([WORDS[name].of(sheet.language)], x, y + 8, 7.4, weight=700))
        y += ROW
        for drawn, label in entries:
            lines = lines_of(label, ENTRY, LEGEND - 42, 3)
            parts.append(tag("g", drawn, block(lines, 27, 0, ENTRY), transform=_moved(x, y + 8)))
            y += ROW + (len(lines) - 1) * ENTRY * 1.2
        y += ROW
    return tag("g", *parts) if parts else ""


def legend_below(sheet: Sheet, y: float) -> str:
    """The legend in columns, its top at `y`."""
    across = (SIZES["column"][0] - 2 * MARGIN) / COLUMNS
    entries: list[Entry] = []
    for name, part in _parts(sheet):
        lead = (
            f"{WORDS[name].of(sheet.language)}: " if name in ("bundles", "ribbons") else ""
        )  # here no heading says it
        entries += [(drawn, lead + label) for drawn, label in part]
    rows = -(-len(entries) // COLUMNS)
    parts: list[str] = []
    for index, (drawn, label) in enumerate(entries):
        place = _moved(MARGIN + (index // rows) * across, y + 10 + (index % rows) * ROW)
        parts.append(tag("g", drawn, block(lines_of(label, ENTRY, across - 32, 1), 27, 0, ENTRY), transform=place))
    return tag("g", *parts) if parts else ""


def depth_below(sheet: Sheet) -> float:
    """How high the legend in columns is."""
    return -(-sum(len(part) for _, part in _parts(sheet)) // COLUMNS) * ROW


def description(sheet: Sheet, told: str) -> str:
    """The picture in words, for who cannot see it: answer, what is drawn, counts by status and by country."""
    picture, language = sheet.picture, sheet.language
    counts = by_status(picture)
    statuses = [f"{label_of(Status, s).of(language)} {counts[s]}" for s in used(Status, counts)] if any(counts) else []
    totals = tally(picture)
    by_country = ", ".join(
        f"{name.of(language)} {totals[code].total() if code in totals else 0}"
        for code, name in groups_of(picture.dots.values()).items()
    )
    if sheet.scene.is_gathered:
        by_country = ", ".join(f"{unit.label.of(language)} {unit.all_links}" for unit in sheet.scene.folds)
    parts = (picture.answer.of(language), told, ", ".join(statuses), by_country)
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _parts(sheet: Sheet) -> list[tuple[str, list[Entry]]]:
    """The parts of the legend that have entries, under the names of their words."""
    parts = [
        ("status", _statuses(sheet.picture, sheet.language)),
        ("ribbons" if sheet.scene.is_gathered else "bundles", _widths(sheet)),
        ("kind", _kinds(sheet.scene, sheet.language)),
    ]
    return [(name, entries) for name, entries in parts if entries]


def _statuses(picture: Picture, language: str) -> list[Entry]:
    """A sample of each line with its words and count; nothing where no link has a status."""
    counts = by_status(picture)
    entries: list[Entry] = []
    for status in used(Status, counts) if any(counts) else []:
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


def _widths(sheet: Sheet) -> list[Entry]:
    """Samples of how wide bundles are: one link, the widest, and one between."""
    if sheet.scene.is_gathered:
        return _ribbons(sheet)
    most = max((line.number for line in sheet.scene.lines if line.is_bundle), default=0)
    if not most:
        return []
    counts = sorted({1, max(1, round(most / 4)), most})
    return [
        (
            tag("path", d="M0-2.3h22", fill="none", stroke=SOFT, stroke_width=bundle_width(2.2, count) * sheet.scale),
            f"{count}",
        )
        for count in counts
    ]


def _ribbons(sheet: Sheet) -> list[Entry]:
    """The thinnest and the widest ribbon between two groups, and one between, each with the number of its links."""
    found: dict[tuple[str, str], tuple[int, float]] = {}
    for line in sheet.scene.lines:
        number_, wide = found.get((line.source, line.target), (0, 0.0))
        found[line.source, line.target] = number_ + line.number, wide + line.width
    ranked = sorted(found.values())
    if not ranked:
        return []
    samples = {ranked[0], next(one for one in ranked if one[0] >= ranked[-1][0] / 4), ranked[-1]}
    return [
        (tag("path", d="M0-2.3h22", fill="none", stroke=SOFT, stroke_width=max(wide * sheet.scale, 0.5)), f"{count:,}")
        for count, wide in sorted(samples)
    ]


def _kinds(scene: Scene, language: str) -> list[Entry]:
    """A sample of each kind of node with its words and count; folded groups and nodes without links too."""
    drawn = Counter(unit.kind for unit in scene.units.values() if not unit.is_fold and not unit.is_hollow)
    entries: list[Entry] = []
    if scene.folds:
        kind = scene.folds[0].kind
        sample = sign("dot", 11, -2.3, 4.6, **(disc_look(kind) if scene.is_gathered else look_of(kind)))
        words = WORDS["disc" if scene.is_gathered else "folded"]
        entries.append((sample, f"{words.of(language)} {len(scene.folds)}"))
    for kind, node in NODES.items():
        if kind in drawn:
            sample = sign(shape_of(kind), 11, -2.3, 3.0, **look_of(kind))
            entries.append((sample, f"{node.th if language == 'th' else node.en} {drawn[kind]}"))
    hollow = sum(unit.is_hollow for unit in scene.units.values())
    if hollow:
        sample = sign("dot", 11, -2.3, 3.0, **look_of("", is_hollow=True))
        entries.append((sample, f"{WORDS['no_links'].of(language)} {hollow}"))
    return entries


def _moved(x: float, y: float) -> str:
    return f"translate({number(x)} {number(y)})"
