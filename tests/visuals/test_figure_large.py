"""The figure of a large picture: what its page opens with, discs of groups and ribbons between them, nothing lost."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.visuals.conftest import Browser
from tests.visuals.generated import generated
from tests.visuals.test_figure import SVG, parsed
from tests.visuals.test_large import without_sectors
from visuals.canvas import content
from visuals.figure import figure_of
from visuals.large.tree import LARGE, tree_of
from visuals.layout import HOME
from visuals.page import write_page
from visuals.payload import layouts_of
from visuals.picture import Picture
from visuals.sheet import SIZES
from visuals.vendored import width


@pytest.fixture(scope="module")
def pictures() -> dict[str, Picture]:
    return {
        "countries": generated(3000, 6000),
        "communities": without_sectors(generated(3000, 6000, countries=())),
        "no links": generated(2500, 0),
    }


def discs(root: ET.Element) -> dict[str, tuple[float, float, float]]:
    """The middle and radius of each disc by the key of its group."""
    found: dict[str, tuple[float, float, float]] = {}
    for group in root.iter(f"{SVG}g"):
        circle = group.find(f"{SVG}circle")
        if circle is not None and group.get("data-key"):
            found[group.get("data-key", "")] = tuple(float(circle.get(name, "0")) for name in ("cx", "cy", "r"))  # type: ignore[assignment]
    return found


def ribbons(root: ET.Element) -> Counter[tuple[str, ...]]:
    """How many links there are between every two groups, lines of one pair added up."""
    found: Counter[tuple[str, ...]] = Counter()
    for path in root.iter(f"{SVG}path"):
        if path.get("data-links"):
            found[path.get("data-from", ""), path.get("data-to", "")] += int(path.get("data-links", "0"))
    return found


def test_the_figure_draws_the_outermost_groups_in_the_places_of_the_page(pictures: dict[str, Picture]) -> None:
    for name, picture in pictures.items():
        tree, layout = tree_of(picture), layouts_of(picture).wide
        found = discs(parsed(figure_of(picture)))
        tops = [id for id, group in tree.groups.items() if not group.parent]
        assert len(found) == len(tops), name
        middles = [layout.groups[id] for id in tops]
        drawn = list(found.values())
        scale = drawn[0][2] / middles[0].r
        for (x, y, r), spot in zip(drawn, middles, strict=True):
            assert r == pytest.approx(spot.r * scale, abs=0.1)
            assert x - drawn[0][0] == pytest.approx((spot.x - middles[0].x) * scale, abs=0.2)
            assert y - drawn[0][1] == pytest.approx((spot.y - middles[0].y) * scale, abs=0.2)


def test_every_link_is_in_a_ribbon_or_inside_a_group(pictures: dict[str, Picture]) -> None:
    picture = pictures["countries"]
    wanted: Counter[tuple[str, ...]] = Counter()
    for link in picture.links.values():
        ends = sorted(f"Country:{picture.dots[key].group}" for key in (link.source, link.target))
        wanted[tuple(ends)] += 1
    figure = figure_of(picture)
    between = Counter({pair: number for pair, number in wanted.items() if len(set(pair)) == 2})
    assert ribbons(parsed(figure)) == between
    assert f"{picture.link_count() - between.total()} of the links lie inside one group" in figure
    assert "15 groups folded (3000 nodes" in figure


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["countries", "communities", "no links"])
def test_names_and_counts_are_readable_on_the_sheet_and_over_no_other(
    name: str, size: str, language: str, pictures: dict[str, Picture]
) -> None:
    picture = pictures[name]
    root = parsed(figure_of(picture, language, size))
    left, _, across, high = map(float, root.attrib["viewBox"].split())
    wide = left + across
    middled = [text for text in root.iter(f"{SVG}text") if text.get("text-anchor") == "middle"]
    boxes: list[tuple[float, float, float, float, str]] = []
    for text in middled:
        points, words = float(text.get("font-size", "0")), text.text or ""
        long = width(words, points, int(text.get("font-weight", "400")))
        x, y = float(text.get("x", "0")) - long / 2, float(text.get("y", "0"))
        assert points >= 6.5
        assert x > left
        assert x + long < wide
        assert points < y < high
        boxes.append((x, y - points * 0.7, x + long, y + points * 0.1, words))
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3], (a[4], b[4])
    told = " ".join(words for *_, words in boxes)
    groups = [group for group in tree_of(picture).groups.values() if not group.parent]
    if size == "half":  # too small for every name, as docs/pictures.md says
        return
    for group in groups:
        assert f"{group.count:,}" in told, group.label
    named = sum(group.label.of(language).split()[-1] in told for group in groups)
    assert named == len(groups) if name != "communities" else named >= 0.8 * len(groups)


def test_the_page_opens_with_what_the_figure_shows(
    tmp_path: Path, browser: Browser, pictures: dict[str, Picture]
) -> None:
    for name, picture in pictures.items():
        write_page(picture, tmp_path / "large.html")
        browser.open(tmp_path / "large.html")
        drawn = browser.drawn()
        root = parsed(figure_of(picture))
        assert set(drawn["nodes"]) == set(discs(root)), name
        shown: Counter[tuple[str, ...]] = Counter()
        for line in drawn["lines"]:
            shown[line["from"], line["to"]] += line["count"]
        assert ribbons(root) == shown, name


def test_a_picture_that_is_not_large_is_drawn_whole() -> None:
    picture = generated(LARGE, 2500, countries=(HOME, "JPN"))
    assert len(discs(parsed(figure_of(picture)))) < LARGE, "squares and diamonds too"
    assert sum(bool(g.get("data-key")) for g in parsed(figure_of(picture)).iter(f"{SVG}g")) == LARGE


def test_twenty_thousand_nodes_take_seconds_and_are_the_same_bytes_each_time() -> None:
    picture = generated(20_000, 40_000)
    begun = time.process_time()
    figure = figure_of(picture, "th")
    assert time.process_time() - begun < 20
    assert figure_of(picture, "th") == figure
    assert len(figure) < 1_000_000


def test_a_large_figure_becomes_pdf_and_png(pictures: dict[str, Picture]) -> None:
    for ending, first in ((".pdf", b"%PDF"), (".png", b"\x89PNG")):
        made = content(pictures["countries"], ending, "th", "a4")
        assert isinstance(made, bytes)
        assert made.startswith(first)
