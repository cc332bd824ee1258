"""What every eye can tell apart: simulated colour blindness over the palette, contrast of lines and words.

The matrices are those of Machado, Oliveira and Fernandes (2009) for full severity, applied to linear RGB; the distance is
CIE 1976 in L*a*b*, where two patches side by side differ visibly from about 2.3 on. Ten times that is asked for, since lines
are thin and far apart.
"""

from __future__ import annotations

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

import graph.model  # noqa: F401  the kinds register themselves
from graph.kinds import NODES
from graph.vocabulary import Force, Status
from tests.visuals.conftest import Browser
from tests.visuals.drawn import small_picture
from visuals.figure import figure_of
from visuals.page import TEMPLATE
from visuals.sheet import INK, SOFT
from visuals.style import GROUNDS as GROUNDS_OF_NODES
from visuals.style import LINES, PLAIN, Line, radius_of, rim_of, shape_of

EYES = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
APART = 20.0
GROUNDS = {"light": "#ffffff", "dark": "#10161d"}


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    """The colour in L*a*b* as that eye sees it."""
    mixed = [sum(share * part for share, part in zip(row, linear(colour), strict=True)) for row in EYES[eye]]
    red, green, blue = (min(1.0, max(0.0, part)) for part in mixed)
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def nearest(first: str, second: str) -> float:
    """The distance of two colours to the eye that tells them apart worst."""
    return min(math.dist(seen(first, eye), seen(second, eye)) for eye in EYES)


def contrast(first: str, second: str) -> float:
    """The ratio of WCAG 2, 1 to 21."""
    lights = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(first), linear(second)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def look(line: Line) -> tuple[float, str]:
    """What tells a line without its colour: its rhythm and its mark. A width tells no status, it tells how many."""
    return sum(line.dash), line.mark


def variables(theme: str) -> dict[str, str]:
    """The colours of a theme in the page's style sheet."""
    style = (Path(TEMPLATE) / "page.css").read_text("utf-8")
    rule = style.split(':root[data-theme="dark"]' if theme == "dark" else ":root {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rule))


@pytest.mark.parametrize("theme", GROUNDS)
def test_two_statuses_differ_in_rhythm_or_mark_else_in_colour_for_every_eye(theme: str) -> None:
    lines = {**LINES, "": PLAIN}
    for (first, a), (second, b) in combinations(lines.items(), 2):
        if {first, second} == {Status.ACTIVE, Force.IN_FORCE}:
            continue  # the same, said of a link and of an agreement
        (rhythm, mark), (other, other_mark) = look(a), look(b)
        longer, shorter = max(rhythm, other), min(rhythm, other)
        if mark != other_mark or (longer and longer >= 1.3 * shorter):
            continue
        distance = nearest(getattr(a, theme), getattr(b, theme))
        assert distance >= APART, f"{first} and {second}: {distance:.1f}"


def test_two_kinds_differ_in_shape_or_size_else_in_colour_for_every_eye() -> None:
    for first, second in combinations(NODES, 2):
        if shape_of(first) != shape_of(second):
            continue
        least, most = sorted((radius_of(first, 1), radius_of(second, 1)))
        distance = nearest(NODES[first].colour, NODES[second].colour)
        assert distance >= APART or most >= 2 * least, f"{first} and {second}: {distance:.1f}"


@pytest.mark.parametrize("theme", GROUNDS)
def test_lines_stand_out_from_the_ground(theme: str) -> None:
    assert variables(theme)["ground"] == GROUNDS[theme]
    for status, line in {**LINES, "": PLAIN}.items():
        assert contrast(getattr(line, theme), GROUNDS[theme]) >= 3, status


@pytest.mark.parametrize("theme", GROUNDS)
def test_nodes_or_their_rims_stand_out_from_every_ground_they_stand_on(theme: str) -> None:
    assert GROUNDS_OF_NODES[theme][0] == GROUNDS[theme]
    for kind, node in NODES.items():
        rim = rim_of(node.colour, theme)
        for ground in GROUNDS_OF_NODES[theme]:
            assert contrast(rim or node.colour, ground) >= 3, (kind, rim, ground)
        assert not rim or seen(rim, "all colours")[0] != seen(node.colour, "all colours")[0]


def test_a_kind_that_stands_out_by_itself_has_no_rim() -> None:
    assert rim_of(NODES["Country"].colour, "light") == ""
    assert rim_of(NODES["Firm"].colour, "light") != ""
    assert rim_of(NODES["Firm"].colour, "dark") == ""


def test_regions_and_boxes_of_the_page_are_no_darker_than_what_rims_are_made_for() -> None:
    for theme, (ground, region) in GROUNDS_OF_NODES.items():
        rule = (Path(TEMPLATE) / "page.css").read_text("utf-8")
        found = re.findall(r"--region: rgba\((\d+), (\d+), (\d+), ([\d.]+)\)", rule)[theme == "dark"]
        share = float(found[3])
        mixed = [
            round(int(ground[at : at + 2], 16) * (1 - share) + int(part) * share)
            for at, part in zip((1, 3, 5), found, strict=False)
        ]
        on_page = "#" + "".join(f"{part:02x}" for part in mixed)
        assert contrast(on_page, region) < 1.03


def test_the_figure_draws_a_pale_node_with_its_rim_in_picture_and_legend() -> None:
    figure = figure_of(small_picture())
    rim = rim_of(NODES["Firm"].colour, "light")
    assert figure.count(f'fill="{NODES["Firm"].colour}" stroke="{rim}"') == 2


@pytest.mark.parametrize("theme", GROUNDS)
def test_words_stand_out_from_every_ground_they_stand_on(theme: str) -> None:
    colours = variables(theme)
    for words in ("ink", "soft", "accent"):
        for ground in ("ground", "paper"):
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)


def test_words_stand_out_on_paper() -> None:
    for words in (INK, SOFT):
        for ground in ("#ffffff", "#f3f6f9"):
            assert contrast(words, ground) >= 4.5


def test_the_measures_are_right() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert nearest("#ffffff", "#000000") == pytest.approx(100, abs=0.1)
    assert math.dist(seen("#ff0000", "all colours"), seen("#00ff00", "all colours")) == pytest.approx(170.6, abs=0.2)
    assert nearest("#b0001e", "#4a4000") < 25, "dark red and olive are near to who lacks red"


@pytest.mark.parametrize("theme", GROUNDS)
def test_the_page_draws_nodes_that_stand_out_in_both_themes(theme: str, page: Path, browser: Browser) -> None:
    browser.colours(theme)
    browser.open(page)
    units = browser.run("return window.bubblePicture.scene().nodes")
    assert {"Firm", "Bloc", "Agency"} <= {unit["kind"] for unit in units}
    for unit in units:
        if unit["edgeDash"]:
            continue  # without links: hollow, its broken rim in the colour of soft words
        lost = contrast(unit["fill"], GROUNDS[theme]) < 3
        assert not lost or contrast(unit["edge"], GROUNDS[theme]) >= 3, unit
        assert (unit["edge"] == GROUNDS[theme]) != (unit["edge"] == rim_of(unit["fill"], theme))
    signs = browser.run(
        "return [...document.querySelectorAll('#filters [data-filter=k] .sign path')].map(p => [p.getAttribute('fill'), p.getAttribute('stroke')])"
    )
    assert signs
    assert all(stroke == (rim_of(fill, theme) or "none") for fill, stroke in signs)
