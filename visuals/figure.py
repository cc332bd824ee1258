"""A picture as a figure for print: hand-built SVG, text as text, the font inside, the same places as on the page.

No script, no outer reference; lines differ by dash, width and mark as well as by colour. Units are points.
"""

from __future__ import annotations

import math
import os
from collections import defaultdict

from graph.kinds import NODES
from graph.vocabulary import Status
from visuals.figure_areas import boxes
from visuals.figure_legend import description, legend_below, legend_beside
from visuals.figure_names import names
from visuals.files import write_whole
from visuals.frame import document, heading, measures
from visuals.labels import Box, lines_of
from visuals.layout import Layout, place
from visuals.payload import bends_of, groups_of, label_of, used
from visuals.picture import Link, Picture
from visuals.sheet import LEGEND, MARGIN, SMALL, SOFT, Sheet, sheet_of
from visuals.style import line_of, shape_of
from visuals.svg import Mark, block, dashes, mark, number, sign, tag, text_of
from visuals.words import caption


def write_figure(picture: Picture, path: str | os.PathLike[str], language: str = "en", size: str = "a4") -> None:
    """Write the picture as SVG in that language ("en" or "th"): size "a4" (landscape), "slide" or "column"."""
    write_whole(path, figure_of(picture, language, size))


def figure_of(picture: Picture, language: str = "en", size: str = "a4") -> str:
    """The figure as text; the same picture always gives the same bytes."""
    wide, high = measures(size)
    head, top = heading(picture.title, picture.answer, language, wide)
    foot = high - MARGIN
    if size == "column":
        room = Box(MARGIN, top, wide - 2 * MARGIN, foot - top - 100)
        sheet = sheet_of(picture, _placed(picture, room), language, room)
        legend = legend_below(picture, language, foot - 78)
    else:
        room = Box(MARGIN, top, wide - 2 * MARGIN - LEGEND, foot - top - 8)
        sheet = sheet_of(picture, _placed(picture, room), language, room)
        legend = legend_beside(picture, language, wide - MARGIN - LEGEND + 14, top)
    told = caption(len(picture.dots), picture.link_count(), picture.stamp, language)
    parts = [
        head,
        _regions(sheet),
        boxes(sheet),
        _links(sheet),
        _dots(sheet),
        names(sheet),
        legend,
        block(lines_of(told, SMALL, wide - 2 * MARGIN, 1), MARGIN, foot + 8, SMALL, fill=SOFT),
    ]
    return document(
        parts,
        picture.title.of(language),
        description(picture, language),
        text=_all_text(picture, language),
        language=language,
        sheet=(wide, high),
    )


def _placed(picture: Picture, room: Box) -> Layout:
    """The layout: the page's, but an arrangement is made anew to fill its sheet."""
    return place(picture) if picture.arrangement is None else place(picture, ratio=room.w / room.h)


def _regions(sheet: Sheet) -> str:
    parts: list[str] = []
    for region in sheet.layout.regions:
        x, y = sheet.at(region.x, region.y)
        parts.append(tag("ellipse", cx=x, cy=y, rx=region.rx * sheet.scale, ry=region.ry * sheet.scale))
    return tag("g", *parts, fill="#f3f6f9", stroke="#ccd6df", stroke_width=0.5) if parts else ""


def _links(sheet: Sheet) -> str:
    """Every link, those of one status together; the broken lines above the solid ones."""
    bends = bends_of(sheet.picture, sheet.layout)
    by_status: dict[str, list[str]] = defaultdict(list)
    for place_, link in sheet.picture.links.items():
        by_status[link.status].append(_link(sheet, link, bends[place_]))
    parts: list[str] = []
    for status in sorted(used(Status, by_status), key=lambda s: bool(line_of(s).dash)):
        line = line_of(status)
        parts.append(
            tag(
                "g",
                *by_status[status],
                fill="none",
                stroke=line.light,
                stroke_width=max(line.width * 0.42, 0.5),
                stroke_opacity=0.85 if line.dash else 0.5,
                stroke_dasharray=dashes(line, 0.5),
            )
        )
    return tag("g", *parts) if parts else ""


def _link(sheet: Sheet, link: Link, bend: float) -> str:
    """A link as a line that bows by its bend, with a title that tells its ends, status and date."""
    first, last = sorted((link.source, link.target))
    ax, ay, *_ = sheet.spot(first)
    bx, by, *_ = sheet.spot(last)
    if first == last:
        path, middle = f"M{number(ax - 3)} {number(ay - 2)}a3.4 3.4 0 1 1 6 0", (ax, ay - 7)
    else:
        via = (ax + bx) / 2 - (by - ay) * bend, (ay + by) / 2 + (bx - ax) * bend
        turn = f"Q{number(via[0])} {number(via[1])} " if bend else "L"
        path = f"M{number(ax)} {number(ay)}{turn}{number(bx)} {number(by)}"
        middle = (ax + bx) / 4 + via[0] / 2, (ay + by) / 4 + via[1] / 2
    ends = " — ".join(sheet.picture.dots[key].label.of(sheet.language) for key in (link.source, link.target))
    status = label_of(Status, link.status).of(sheet.language) if link.status else ""
    told = " · ".join(part for part in (ends, status, link.since) if part)
    drawn = tag(
        "path",
        tag("title", text_of(told)),
        d=path,
        data_id=link.id,
        data_from=link.source,
        data_to=link.target,
        data_kind=link.kind,
    )
    line = line_of(link.status)
    return drawn + mark(Mark(line.mark, *middle, math.atan2(by - ay, bx - ax)), 1.9, line.light)


def _dots(sheet: Sheet) -> str:
    """Every node in the colour and shape of its kind; one without links hollow with a broken rim."""
    parts: list[str] = []
    for dot in sheet.picture.dots.values():
        look: dict[str, object] = (
            {"fill": "#ffffff", "stroke": SOFT, "stroke_width": 0.8, "stroke_dasharray": "2 1.5"}
            if dot.muted
            else {"fill": NODES[dot.kind].colour, "stroke": "#ffffff", "stroke_width": 0.5}
        )
        x, y, r, *_ = sheet.spot(dot.key)
        name = tag("title", text_of(dot.label.of(sheet.language)))
        parts.append(tag("g", name, sign(shape_of(dot.kind), x, y, r, **look), data_key=dot.key))
    return tag("g", *parts) if parts else ""


def _all_text(picture: Picture, language: str) -> str:
    """All the words the figure may show, from which the scripts of the font follow."""
    named = [group.of(language) for group in groups_of(picture.dots.values()).values()]
    told = [dot.label.of(language) for dot in picture.dots.values()]
    told += [area.heading.of(language) for area in place(picture).areas]
    return "".join([picture.title.of(language), picture.answer.of(language), *named, *told])
