"""Where things stand: always the same, apart, in their directions."""

from __future__ import annotations

import itertools
import math

import pytest

import graph.model  # noqa: F401  the kinds register themselves
from graph.kinds import Ref
from tests.visuals.drawn import small_picture
from visuals.layout import HOME, RING, place
from visuals.picture import Picture

RATIOS = (1.6, 0.62)


def large_picture(count: int, groups: tuple[str, ...]) -> Picture:
    """A picture of that many nodes, spread over the groups, with twice as many links."""
    picture = Picture("t", "")
    for code in groups:
        if code:
            picture.node(Ref("Country", code), code, group=code)
    keys = [
        picture.node(Ref("Firm", str(i)), f"Firm {i}", size=i % 7, group=groups[i % len(groups)]) for i in range(count)
    ]
    for i in range(2 * count):
        picture.edge("PARTNERS_WITH", keys[i * 7919 % count], keys[(i * i + 3) % count], id=str(i))
    return picture


@pytest.mark.parametrize("ratio", RATIOS)
def test_the_same_picture_gets_the_same_places(ratio: float) -> None:
    assert place(small_picture(), ratio=ratio) == place(small_picture(), ratio=ratio)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("groups", [(HOME, *RING), ("",)])
def test_no_two_nodes_lie_on_each_other(groups: tuple[str, ...], ratio: float) -> None:
    spots = list(place(large_picture(330, groups), ratio=ratio).spots.values())
    near = [(a, b) for a, b in itertools.combinations(spots, 2) if math.hypot(a.x - b.x, a.y - b.y) < 3]
    assert not near


@pytest.mark.parametrize("ratio", RATIOS)
def test_no_two_countries_overlap_and_thailand_is_in_the_middle(ratio: float) -> None:
    layout = place(large_picture(330, (HOME, HOME, HOME, *RING)), ratio=ratio)
    outer = [region for region in layout.regions if region.group != HOME]
    assert len(outer) == len(RING)
    for a, b in itertools.combinations(outer, 2):
        assert math.hypot(a.x - b.x, a.y - b.y) > a.rx + b.rx, (a.group, b.group)
    home = layout.spots[f"Country:{HOME}"]
    assert (home.x, home.y) == (0, 0)


def test_the_members_stand_in_the_same_directions_whatever_the_data() -> None:
    def directions(picture: Picture) -> dict[str, int]:
        regions = place(picture).regions
        return {r.group: round(math.degrees(math.atan2(r.y, r.x)) / 3) for r in regions if r.group in ("JPN", "NZL")}

    assert directions(large_picture(60, (HOME, *RING))) == directions(small_picture())


def test_a_body_with_one_partner_country_stands_on_its_side() -> None:
    picture = Picture("t", "")
    for code in (HOME, "JPN", "IDN"):
        picture.node(Ref("Country", code), code, group=code)
    north = picture.node(Ref("Agency", "n"), "North", group=HOME)
    south = picture.node(Ref("Agency", "s"), "South", group=HOME)
    picture.edge("PARTNERS_WITH", north, "Country:JPN", id="1")
    picture.edge("PARTNERS_WITH", "Country:IDN", south, id="2")
    spots = place(picture).spots
    assert spots[north].y < 0 < spots[south].y


def test_a_given_place_is_kept() -> None:
    picture = small_picture()
    picture.node(Ref("Firm", "kiwi"), "", fixed=(12.34, -5.0))
    assert place(picture).spots["Firm:kiwi"][:2] == (12.3, -5.0)


def test_an_empty_picture_and_a_single_node_have_a_layout() -> None:
    assert place(Picture("t", "")).spots == {}
    picture = Picture("t", "")
    picture.node(Ref("Firm", "a"), "A")
    assert place(picture).spots["Firm:a"][:2] == (0.0, 0.0)
