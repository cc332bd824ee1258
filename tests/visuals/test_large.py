"""The groups of a large picture and their circles: nothing lost, nothing too large to read, always the same."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import replace

import pytest

from graph.kinds import Ref
from tests.visuals.generated import generated
from visuals.large.communities import communities
from visuals.large.tree import MOST, Tree, tree_of
from visuals.layout import HOME, place
from visuals.picture import Picture, Text


def without_sectors(picture: Picture) -> Picture:
    picture.links = {place_: replace(link, sectors=()) for place_, link in picture.links.items()}
    return picture


@pytest.fixture(scope="module")
def pictures() -> dict[str, Picture]:
    return {
        "countries": generated(3000, 6000),
        "one country": generated(3000, 6000, countries=(HOME,)),
        "sectors": generated(5000, 10_000, countries=()),
        "communities": without_sectors(generated(3000, 6000, countries=())),
        "no links": generated(3000, 0, countries=()),
    }


KINDS = ("countries", "one country", "sectors", "communities", "no links")


@pytest.mark.parametrize("name", KINDS)
def test_every_node_is_in_one_group_and_no_opened_group_shows_too_many(name: str, pictures: dict[str, Picture]) -> None:
    tree = tree_of(pictures[name])
    assert set(tree.home) == set(pictures[name].dots)
    shown = Counter(tree.home.values()) + Counter(group.parent for group in tree.groups.values())
    assert max(shown.values()) <= MOST
    assert all(group.parent in tree.groups or not group.parent for group in tree.groups.values())


@pytest.mark.parametrize("name", KINDS)
def test_the_count_of_a_group_is_that_of_the_nodes_in_it(name: str, pictures: dict[str, Picture]) -> None:
    tree = tree_of(pictures[name])
    counted = Counter(group for key in tree.home for group in tree.path(key))
    assert {id: group.count for id, group in tree.groups.items()} == counted


def test_countries_come_first_then_sectors_then_who_is_linked_with_whom(pictures: dict[str, Picture]) -> None:
    def ways(tree: Tree) -> list[set[str]]:
        levels: dict[int, set[str]] = {}
        for id, group in tree.groups.items():
            levels.setdefault(len(tree.around(id)), set()).add(group.way)
        return [levels[level] for level in sorted(levels)]

    assert ways(tree_of(pictures["countries"])) == [{"country"}, {"sector"}]
    assert ways(tree_of(pictures["one country"])) == [{"sector"}]
    assert ways(tree_of(pictures["sectors"])) == [{"sector"}, {"community"}]
    assert ways(tree_of(pictures["communities"]))[0] == {"community"}


def test_groups_are_named_in_both_languages(pictures: dict[str, Picture]) -> None:
    groups = tree_of(pictures["sectors"]).groups.values()
    assert all(group.label.en and group.label.th for group in groups)
    assert Text("Sector 3", "สาขา 3") in {group.label for group in groups}
    hub = next(group.label for group in groups if group.way == "community" and group.label.en.startswith("Around"))
    number = hub.en.removeprefix("Around Body no. ")
    assert hub.th == f"เครือข่ายของ หน่วยงานที่ {number}"


def test_a_countrys_own_node_stands_right_inside_its_group(pictures: dict[str, Picture]) -> None:
    tree = tree_of(pictures["countries"])
    assert tree.path(f"Country:{HOME}") == (HOME,)
    assert tree.inside()[HOME]


def test_who_is_no_member_is_a_group_too() -> None:
    picture = generated(2100, 3000)
    picture.node(Ref("Firm", "far"), "Far away", group="USA")
    tree = tree_of(picture)
    [top] = tree.path("Firm:far")
    assert (tree.groups[top].label.en, tree.groups[top].country) == ("Others", "")


@pytest.mark.parametrize("name", KINDS)
def test_circles_hold_what_is_in_them_and_do_not_overlap(name: str, pictures: dict[str, Picture]) -> None:
    picture = pictures[name]
    tree = tree_of(picture)
    layout = place(picture, tree=tree)
    assert set(layout.groups) == set(tree.groups)
    for key, spot in layout.spots.items():
        circle = layout.groups[tree.home[key]]
        assert abs(complex(spot.x - circle.x, spot.y - circle.y)) + spot.r <= circle.r + 1, key
    for beside in tree.inside().values():
        for a, b in itertools.combinations((layout.groups[id] for id in beside), 2):
            assert abs(complex(a.x - b.x, a.y - b.y)) >= a.r + b.r
    for id, group in tree.groups.items():
        if group.parent:
            inner, outer = layout.groups[id], layout.groups[group.parent]
            assert abs(complex(inner.x - outer.x, inner.y - outer.y)) + inner.r <= outer.r + 1


@pytest.mark.parametrize("name", KINDS)
def test_no_two_nodes_of_a_large_picture_lie_on_each_other(name: str, pictures: dict[str, Picture]) -> None:
    picture = pictures[name]
    layout = place(picture, tree=tree_of(picture))
    cells: dict[tuple[int, int], list[complex]] = {}
    for spot in layout.spots.values():
        cells.setdefault((int(spot.x // 50), int(spot.y // 50)), []).append(complex(spot.x, spot.y))
    assert not [1 for cell in cells.values() for a, b in itertools.combinations(cell, 2) if abs(a - b) < 6]


@pytest.mark.parametrize("name", KINDS)
def test_the_same_picture_gets_the_same_groups_and_places(name: str, pictures: dict[str, Picture]) -> None:
    picture = pictures[name]
    assert tree_of(picture) == tree_of(picture)
    assert place(picture, tree=tree_of(picture)) == place(picture, tree=tree_of(picture))


def test_linked_nodes_stand_nearer_than_others() -> None:
    picture = without_sectors(generated(400, 800, countries=()))
    spots = place(picture).spots
    keys = list(picture.dots)

    def apart(a: str, b: str) -> float:
        return abs(complex(spots[a].x - spots[b].x, spots[a].y - spots[b].y))

    linked = [apart(link.source, link.target) for link in picture.links.values() if link.source != link.target]
    any_two = [apart(a, b) for a, b in zip(keys, keys[200:] + keys[:200], strict=True)]
    assert sum(linked) / len(linked) < 0.5 * sum(any_two) / len(any_two)


def test_communities_are_those_that_anyone_would_see() -> None:
    pairs = [pair for first in (0, 5, 10) for pair in itertools.combinations(range(first, first + 5), 2)]
    pairs += [(0, 5), (5, 10), (10, 0)]
    assert communities(16, pairs, 300) == [0] * 5 + [1] * 5 + [2] * 5 + [3]


def test_no_community_is_larger_than_may_be() -> None:
    ring = [(i, (i + 1) % 500) for i in range(500)] + [(i, (i + 2) % 500) for i in range(500)]
    assert max(Counter(communities(500, ring, 60)).values()) <= 60
