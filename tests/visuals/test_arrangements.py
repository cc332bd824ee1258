"""Arrangements: every node in its place, nothing over another, always the same."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

import graph.model  # noqa: F401  the kinds register themselves
from graph.kinds import Ref
from tests.visuals.drawn import small_picture
from visuals.arrangements import Around, Band, Free, Layers, Stack
from visuals.figure import figure_of
from visuals.layout import Area, place
from visuals.picture import Picture, Text

RATIOS = (1.6, 0.62)


def star(count: int, groups: int) -> Picture:
    """One node and that many around it, in boxes of unequal size."""
    picture = Picture("t", "")
    middle = picture.node(Ref("Agency", "middle"), "Middle")
    boxes: list[list[str]] = [[] for _ in range(groups)]
    for index in range(count):
        key = picture.node(Ref("Firm", str(index)), f"A firm with a long name, number {index}")
        boxes[index * index % groups].append(key)
        picture.edge("PARTNERS_WITH", middle, key, id=str(index))
    stacks = [Stack(Text(f"Group {index}"), tuple(keys)) for index, keys in enumerate(boxes)]
    picture.arrange(Around(Stack(Text("Middle"), (middle,)), [stacks]))
    return picture


def chain(counts: tuple[int, ...]) -> Picture:
    """Columns of nodes, each linked with some of the next."""
    picture = Picture("t", "")
    columns = [
        [picture.node(Ref("Firm", f"{column}-{row}"), f"Firm {column} {row}") for row in range(count)]
        for column, count in enumerate(counts)
    ]
    for left, right in pairwise(columns):
        for index, key in enumerate(left):
            picture.edge("PARTNERS_WITH", key, right[index * 7 % len(right)], id=key)
    picture.arrange(Layers([Text(f"Column {i}") for i in range(len(counts))], [Band(Text(""), columns)]))
    return picture


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize(("count", "groups"), [(1, 1), (24, 13), (120, 9), (300, 3)])
def test_boxes_around_a_node_hold_all_and_do_not_touch(count: int, groups: int, ratio: float) -> None:
    picture = star(count, groups)
    layout = place(picture, ratio=ratio)
    assert layout == place(star(count, groups), ratio=ratio)
    assert set(layout.spots) == set(picture.dots)
    assert layout.spots["Agency:middle"][:2] == (0.0, 0.0)
    for a, b in combinations(layout.areas, 2):
        assert abs(a.x - b.x) >= a.rx + b.rx - 0.2 or abs(a.y - b.y) >= a.ry + b.ry - 0.2, (a.heading, b.heading)
    for area in layout.areas:
        for key in area.counted:
            assert inside(layout.spots[key][:2], area)
        assert not inside((0.0, 0.0), area), "the middle stays free"


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("counts", [(1, 3, 30, 20, 2), (40, 1), (5,), (60, 15, 34)])
def test_rows_of_a_column_keep_apart_and_columns_keep_their_order(counts: tuple[int, ...], ratio: float) -> None:
    picture = chain(counts)
    layout = place(picture, ratio=ratio)
    assert set(layout.spots) == set(picture.dots)
    columns = [[layout.spots[f"Firm:{c}-{row}"] for row in range(n)] for c, n in enumerate(counts)]
    for spots in columns:
        assert len({spot.x for spot in spots}) == 1
        rows = sorted(spot.y for spot in spots)
        assert all(b - a >= 28.9 for a, b in pairwise(rows))
        assert rows[0] >= 0
    assert [spots[0].x for spots in columns] == sorted(spots[0].x for spots in columns)
    for area, spots in zip(layout.areas, columns, strict=True):
        assert all(inside((spot.x, spot.y), area) for spot in spots)


def test_a_node_stands_at_the_height_of_its_only_partner() -> None:
    picture = Picture("t", "")
    left = [picture.node(Ref("Firm", f"l{i}"), "L") for i in range(9)]
    right = [picture.node(Ref("Firm", f"r{i}"), "R") for i in range(2)]
    picture.edge("PARTNERS_WITH", left[8], right[0], id="1")
    picture.edge("PARTNERS_WITH", left[0], right[1], id="2")
    picture.arrange(Layers([Text("a"), Text("b")], [Band(Text(""), [left, right])]))
    spots = place(picture).spots
    assert spots[right[1]].y < spots[right[0]].y
    assert spots[right[0]].y == spots[left[8]].y


def test_bands_stand_below_each_other_under_headings_of_their_own() -> None:
    picture = small_picture()
    keys = list(picture.dots)
    bands = [Band(Text("First"), [keys[:3], keys[3:5]]), Band(Text("Second"), [keys[5:6], keys[6:]])]
    picture.arrange(Layers([Text("a"), Text("b")], bands))
    layout = place(picture)
    first, second = (area for area in layout.areas if area.heading.en in ("First", "Second"))
    assert first.y + first.ry <= second.y - second.ry
    assert all(inside(layout.spots[key][:2], first) for key in keys[:5])
    assert all(inside(layout.spots[key][:2], second) for key in keys[5:])


def test_a_node_that_no_stack_holds_is_placed_all_the_same() -> None:
    picture = small_picture()
    picture.arrange(Around(Stack(Text("x"), ("Agency:diprom", "Agency:unknown")), [[Stack(Text("y"), ("Firm:kiwi",))]]))
    for ratio in RATIOS:
        assert set(place(picture, ratio=ratio).spots) == set(picture.dots)
    picture.arrange(Around(Stack(Text("x"), ()), []))
    assert set(place(picture).spots) == set(picture.dots)
    picture.arrange(Layers([Text("a")], [Band(Text(""), [[]])]))
    assert set(place(picture).spots) == set(picture.dots)


def test_by_force_alone_no_country_has_a_region() -> None:
    picture = small_picture()
    picture.arrange(Free())
    layout = place(picture)
    assert layout.regions == ()
    assert set(layout.spots) == set(picture.dots)


def test_a_figure_shows_headings_with_their_counts_and_words_on_lines() -> None:
    picture = star(24, 4)
    picture.node(Ref("Firm", "owned"), "Owned")
    picture.edge("PARTNERS_WITH", "Agency:middle", "Firm:owned", id="o", on_line="51%", status="active")
    figure = figure_of(picture)
    assert ">51%<" in figure
    assert ">Group 0 12<" in figure
    assert figure == figure_of(picture)


def inside(spot: tuple[float, float], area: Area) -> bool:
    return abs(spot[0] - area.x) <= area.rx and abs(spot[1] - area.y) <= area.ry
