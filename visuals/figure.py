"""A picture as a figure for print: hand-built SVG, text as text, the font inside, the same places as on the page.

No script, no outer reference; lines differ by dash, width and mark as well as by colour. Units are points.
"""

from __future__ import annotations

import math
import os
from itertools import groupby

from graph.vocabulary import Status
from visuals.bundles import ASIDE, Line, Scene, distinct, scene_of
from visuals.figure_areas import boxes
from visuals.figure_discs import disc_look, disc_names
from visuals.figure_legend import depth_below, description, legend_below, legend_beside
from visuals.figure_names import names
from visuals.files import write_whole
from visuals.frame import document, heading, measures
from visuals.labels import Box, lines_of
from visuals.large.tree import large_tree
from visuals.layout import WIDE, place
from visuals.payload import groups_of, label_of
from visuals.picture import Picture
from visuals.sheet import LEGEND, MARGIN, SMALL, SOFT, Sheet, look_of, sheet_of
from visuals.style import line_of, shape_of
from visuals.svg import Mark, block, dashes, mark, number, sign, tag, text_of
from visuals.words import WORDS, stamped

CROWD = 250  # so many lines are a crowd
FAINT = 0.35  # lines with less ink have no mark, which would be all that is seen of them
RATIOS = {"column": 1.15}  # how wide to how high a picture is on a sheet that is not as wide as the page


def write_figure(picture: Picture, path: str | os.PathLike[str], language: str = "en", size: str = "a4") -> None:
    """Write the picture as SVG in that language ("en" or "th"), on one of the sheets of `visuals.sheet.SIZES`."""
    write_whole(path, figure_of(picture, language, size))


def figure_of(picture: Picture, language: str = "en", size: str = "a4") -> str:
    """The figure as text, folded as the picture opens: a large one as discs. The same picture gives the same bytes."""
    wide, high = measures(size)
    head, top = heading(picture.title, picture.answer, language, size)
    foot = high - MARGIN
    scene = opened(picture, RATIOS.get(size, WIDE))
    foot -= 8
    room = Box(MARGIN, top, wide - 2 * MARGIN, foot - top)
    if size == "column":
        deep = depth_below(sheet_of(picture, scene, language, room))
        sheet = sheet_of(picture, scene, language, room._replace(h=room.h - deep - 6))
        legend = legend_below(sheet, foot - deep)
    else:
        sheet = sheet_of(picture, scene, language, room._replace(w=room.w - LEGEND))
        legend = legend_beside(sheet, wide - MARGIN - LEGEND + 14, top)
    told = caption_of(picture, scene, language)
    parts = [
        head,
        _regions(sheet),
        boxes(sheet),
        _lines(sheet),
        _units(sheet),
        disc_names(sheet) if scene.is_gathered else names(sheet),
        legend,
        block(lines_of(told, SMALL, wide - 2 * MARGIN, 2), MARGIN, foot + 12, SMALL, fill=SOFT),
    ]
    return document(
        parts,
        picture.title.of(language),
        description(sheet, told),
        text=_all_text(sheet),
        language=language,
        size=size,
    )


def opened(picture: Picture, ratio: float) -> Scene:
    """What the page of the picture opens with."""
    tree = large_tree(picture)
    layout = place(picture, ratio=ratio, tree=tree)
    if tree is None or not tree.groups:
        return scene_of(picture, layout)
    from visuals.large.gathered import gathered

    return gathered(picture, layout, tree)


def caption_of(picture: Picture, scene: Scene, language: str) -> str:
    """What is drawn of what is in the data, what is folded, and which data it is; as the page has it."""
    told = WORDS["drawn"].of(language).format(nodes=len(scene.units), links=picture.link_count())
    if picture.stamp is not None:
        told += " " + WORDS["in_data"].of(language).format(nodes=picture.stamp.nodes, links=picture.stamp.links)
    parts = [told]
    if scene.folds:
        inside = sum(len(unit.members) for unit in scene.folds)
        bundles = sum(line.is_bundle for line in scene.lines)
        words = WORDS["told_folds"].of(language)
        parts.append(words.format(count=len(scene.folds), nodes=inside, lines=bundles))
    if scene.is_gathered:
        inner = picture.link_count() - distinct(link for line in scene.lines for link in line.links)
        parts.append(WORDS["told_inside"].of(language).format(links=inner))
    return stamped(parts, picture.stamp, language)


def _regions(sheet: Sheet) -> str:
    parts: list[str] = []
    for region in sheet.scene.layout.regions:
        x, y = sheet.at(region.x, region.y)
        parts.append(tag("ellipse", cx=x, cy=y, rx=region.rx * sheet.scale, ry=region.ry * sheet.scale))
    return tag("g", *parts, fill="#f3f6f9", stroke="#ccd6df", stroke_width=0.5) if parts else ""


def _lines(sheet: Sheet) -> str:
    """Every line; those of one status and width share their look."""
    runs = groupby(sheet.scene.lines, lambda line: (line.status, _look(sheet, line)))
    parts = [tag("g", *(_line(sheet, line) for line in lines), **look) for (_, look), lines in runs]
    return tag("g", *parts, fill="none") if parts else ""


def _look(sheet: Sheet, line: Line) -> dict[str, object]:
    style = line_of(line.status)
    if line.is_bundle:
        wide = max(line.width * sheet.scale, 0.5)
        ink = line.ink or (0.8 if style.dash else min(0.5 + 0.08 * line.number, 0.85)) * (ASIDE if line.is_aside else 1)
    else:
        # many lines are thin and let each other through, a few are plain
        share = min(1.0, len(sheet.scene.lines) / CROWD)
        wide = max(style.width * (0.62 - 0.2 * share), 0.5)
        ink = 0.95 - (0.1 if style.dash else 0.45) * share
    return {
        "stroke": style.light,
        "stroke_width": wide,
        "stroke_opacity": ink,
        "stroke_dasharray": dashes(style, 0.5 * max(1.0, wide / style.width)),
    }


def _line(sheet: Sheet, line: Line) -> str:
    """A line that bows by its bend, with a title that tells its ends, status, and its date or number of links."""
    ax, ay, *_ = sheet.spot(line.source)
    bx, by, *_ = sheet.spot(line.target)
    if line.source == line.target:
        via = ax, ay
        path, middle = f"M{number(ax - 3)} {number(ay - 2)}a3.4 3.4 0 1 1 6 0", (ax, ay - 7)
    else:
        via = (ax + bx) / 2 - (by - ay) * line.bend, (ay + by) / 2 + (bx - ax) * line.bend
        turn = f"Q{number(via[0])} {number(via[1])} " if line.bend else "L"
        path = f"M{number(ax)} {number(ay)}{turn}{number(bx)} {number(by)}"
        middle = (ax + bx) / 4 + via[0] / 2, (ay + by) / 4 + via[1] / 2
    drawn = tag("path", tag("title", text_of(_told(sheet, line))), d=path, **_data_of(line))
    style = line_of(line.status)
    size = 1.9 if not line.is_bundle else max(1.9, line.width * sheet.scale)
    place_ = _clear_middle(sheet, line, via) if sheet.scene.is_gathered else middle
    if place_ is None or 0 < line.ink < FAINT:
        return drawn
    return drawn + mark(Mark(style.mark, *place_, math.atan2(by - ay, bx - ax)), size, style.light)


def _clear_middle(sheet: Sheet, line: Line, via: tuple[float, float]) -> tuple[float, float] | None:
    """The middle of what the discs at a line's ends leave of it, unless another disc covers it."""
    a, b = sheet.spot(line.source), sheet.spot(line.target)
    long = math.hypot(b.x - a.x, b.y - a.y) or 1.0
    t = min(max((a.r / long + 1 - b.r / long) / 2, 0.06), 0.94)
    x = (1 - t) ** 2 * a.x + 2 * t * (1 - t) * via[0] + t * t * b.x
    y = (1 - t) ** 2 * a.y + 2 * t * (1 - t) * via[1] + t * t * b.y
    discs = (sheet.spot(key) for key in sheet.scene.units)
    return None if any(math.hypot(disc.x - x, disc.y - y) < disc.r for disc in discs) else (x, y)


def _told(sheet: Sheet, line: Line) -> str:
    first, last = line.links[0].source, line.links[0].target
    if line.is_bundle:
        ends = " — ".join(sheet.scene.units[key].label.of(sheet.language) for key in (line.source, line.target))
        more = f"{line.number} {WORDS['links'].of(sheet.language)}"
    else:
        ends = " — ".join(sheet.picture.dots[key].label.of(sheet.language) for key in (first, last))
        more = line.links[0].since
    status = label_of(Status, line.status).of(sheet.language) if line.status else ""
    return " · ".join(part for part in (ends, status, more) if part)


def _data_of(line: Line) -> dict[str, object]:
    """What the line stands for, for who reads the file."""
    if line.is_bundle:
        return {"data_from": line.source, "data_to": line.target, "data_links": line.number}
    link = line.links[0]
    return {"data_id": link.id, "data_from": link.source, "data_to": link.target, "data_kind": link.kind}


def _units(sheet: Sheet) -> str:
    """Every node in the colour and shape of its kind; a folded group as a disc, one without links hollow."""
    parts: list[str] = []
    for unit in sheet.scene.units.values():
        x, y, r, *_ = sheet.spot(unit.key)
        name = tag("title", text_of(unit.label.of(sheet.language)))
        shape = "dot" if unit.is_fold else shape_of(unit.kind)
        is_disc = sheet.scene.is_gathered and not unit.is_hollow
        look = disc_look(unit.kind) if is_disc else look_of(unit.kind, is_hollow=unit.is_hollow)
        parts.append(tag("g", name, sign(shape, x, y, r, **look), data_key=unit.key))
    return tag("g", *parts) if parts else ""


def _all_text(sheet: Sheet) -> str:
    """All the words the figure may show, from which the scripts of the font follow."""
    picture = sheet.picture
    told = [picture.title, picture.answer, *groups_of(picture.dots.values()).values()]
    told += [dot.label for dot in picture.dots.values()]
    told += [area.heading for area in sheet.scene.layout.areas]
    return "".join(text.of(sheet.language) for text in told)
