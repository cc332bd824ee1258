"""Folded groups: every link is in exactly one line, bundles count them, what is folded is told."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.kinds import Ref
from graph.vocabulary import Status
from tests.visuals.drawn import small_picture
from tests.visuals.test_layout import large_picture
from visuals.bundles import Scene, distinct, scene_of
from visuals.layout import HOME, RING, place
from visuals.payload import bends_of
from visuals.picture import Picture
from visuals.style import bundle_width


def folded(picture: Picture, *groups: str) -> Scene:
    return scene_of(picture, place(picture), groups)


def test_nothing_folded_draws_every_node_and_link_as_before() -> None:
    picture = small_picture()
    scene = folded(picture)
    assert list(scene.units) == list(picture.dots)
    assert scene.layout == place(picture)
    bends = bends_of(picture, place(picture))
    drawn = {(line.links[0].id, line.bend) for line in scene.lines}
    assert drawn == {(link.id, bends[key]) for key, link in picture.links.items()}


def test_a_folded_country_stands_for_its_bodies_and_its_links_are_bundled_by_status() -> None:
    scene = folded(small_picture(), "JPN")
    assert "Agency:jetro" not in scene.units
    fold = scene.units["Country:JPN"]
    assert fold.is_fold
    assert fold.members == ("Country:JPN", "Agency:jetro")
    to_japan = [line for line in scene.lines if line.is_bundle]
    assert {line.status: line.number for line in to_japan}[Status.ACTIVE] == 2, (
        "p0 and p-back, which runs the other way"
    )
    assert {(line.source, line.target) for line in to_japan} == {("Agency:diprom", "Country:JPN")}
    assert all(not line.is_bundle for line in scene.lines if "Country:JPN" not in (line.source, line.target))


@pytest.mark.parametrize("groups", [("JPN",), RING, (HOME, *RING), (HOME,)])
def test_every_link_between_two_units_is_in_exactly_one_line(groups: tuple[str, ...]) -> None:
    picture = large_picture(330, (HOME, HOME, *RING))
    scene = folded(picture, *groups)
    owner = {key: unit.key for unit in scene.units.values() for key in unit.members}
    assert sorted(owner) == sorted(picture.dots)
    outside = [key for key, link in picture.links.items() if owner[link.source] != owner[link.target]]
    drawn = Counter((link.kind, link.id, link.source, link.target) for line in scene.lines for link in line.links)
    assert drawn == Counter(outside)
    for line in scene.lines:
        assert line.number == distinct(line.links)
        assert {link.status for link in line.links} == {line.status}


def test_lines_of_one_link_between_many_count_once_in_a_bundle() -> None:
    picture = small_picture()
    other = picture.node(Ref("Agency", "meti"), "METI", group="JPN")
    picture.edge("PARTNERS_WITH", "Agency:diprom", other, id="p0", status=Status.ACTIVE)
    bundle = next(line for line in folded(picture, "JPN").lines if line.is_bundle and line.status == Status.ACTIVE)
    assert len(bundle.links) == 3
    assert bundle.number == 2


def test_a_node_that_stands_apart_is_drawn_by_itself() -> None:
    picture = small_picture()
    picture.open_folded(("THA", "JPN"), apart=("Agency:diprom",))
    scene = scene_of(picture, place(picture))
    assert "Agency:diprom" in scene.units
    assert scene.units["Country:THA"].members == ("Country:THA",)
    assert scene.units["Country:THA"].is_fold


def test_a_group_without_a_node_of_its_own_gets_one() -> None:
    scene = folded(small_picture(), "")
    outside = scene.units["group:"]
    assert outside.label.en == "Others"
    assert outside.members == ("Bloc:rcep",)
    assert outside.links == 1


def test_a_member_without_a_link_is_hollow_when_folded_too() -> None:
    scene = folded(small_picture(), "BRN", "JPN")
    assert scene.units["Country:BRN"].is_hollow
    assert not scene.units["Country:JPN"].is_hollow


def test_more_links_are_wider_and_bundles_of_a_pair_lie_apart() -> None:
    assert bundle_width(2, 1) < bundle_width(2, 4) < bundle_width(2, 16)
    scene = folded(small_picture(), "JPN", "THA", "NZL")
    beside = [line for line in scene.lines if {line.source, line.target} == {"Country:JPN", "Country:THA"}]
    assert len({line.bend for line in beside}) == len(beside) > 2


def test_links_between_others_stand_back_where_a_home_country_is_shown() -> None:
    picture = small_picture()
    picture.edge("PARTNERS_WITH", "Agency:jetro", "Firm:kiwi", id="x", status=Status.ACTIVE)
    scene = folded(picture, "JPN", "THA", "NZL")
    assert {(line.source, line.target) for line in scene.lines if line.is_aside} == {("Country:JPN", "Country:NZL")}
    assert scene.lines[0].is_aside, "under all others"


def test_the_same_picture_is_always_folded_alike() -> None:
    made = [folded(large_picture(200, (HOME, *RING)), *RING) for _ in range(2)]
    assert made[0] == made[1]
