"""A picture as data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import GraphError
from graph.kinds import Ref
from graph.model import Partnership  # noqa: F401  the kinds register themselves
from tests.visuals.drawn import small_picture
from visuals.picture import Fact, Picture, Text, shown
from visuals.sheet import by_status, tally


def test_a_node_drawn_twice_is_one_node_that_knows_both_tellings() -> None:
    picture = Picture("t", "")
    first = picture.node(Ref("Agency", "a"), "A", size=2, facts=[Fact("x", "", "1")], muted=True)
    facts = [Fact("x", "", "1"), Fact("y", "", "2")]
    second = picture.node(Ref("Agency", "a"), "Other", "ก", size=5, group="THA", facts=facts)
    dot = picture.dots[first]
    assert first == second == "Agency:a"
    assert (dot.label, dot.size, dot.group, dot.muted) == (Text("A", "ก"), 5, "THA", False)
    assert [fact.label for fact in dot.facts] == ["x", "y"]


def test_parallel_links_are_kept_and_the_same_link_told_twice_is_one() -> None:
    picture = Picture("t", "")
    a, b = picture.node(Ref("Agency", "a"), "A"), picture.node(Ref("Agency", "b"), "B")
    for id_ in ("1", "2", "2"):
        picture.edge("PARTNERS_WITH", a, b, id=id_)
    picture.edge("PARTNERS_WITH", b, a, id="1")
    assert len(picture.links) == 3


def test_one_id_with_two_meanings_is_told() -> None:
    picture = Picture("t", "")
    a, b = picture.node(Ref("Agency", "a"), "A"), picture.node(Ref("Agency", "b"), "B")
    picture.edge("PARTNERS_WITH", a, b, id="1", status="active")
    with pytest.raises(GraphError, match="expected one meaning for one id"):
        picture.edge("PARTNERS_WITH", a, b, id="1", status="ended")


def test_unknown_kinds_and_keys_get_the_nearest() -> None:
    picture = Picture("t", "")
    a = picture.node(Ref("Agency", "a"), "A")
    with pytest.raises(GraphError, match='did you mean "Agency"'):
        picture.node(Ref("Agencey", "b"), "B")
    with pytest.raises(GraphError, match='did you mean "PARTNERS_WITH"'):
        picture.edge("PARTNER_WITH", a, a, id="1")
    with pytest.raises(GraphError, match='did you mean "Agency:a"'):
        picture.edge("PARTNERS_WITH", a, "Agency:aa", id="1")


@given(st.text(st.characters(codec=None)))
def test_shown_text_has_no_control_direction_or_broken_characters(text: str) -> None:
    clean = shown(text)
    clean.encode("utf-8")
    assert all(c.isprintable() or c in "\u200b\u200c\u200d\u00ad" for c in clean)
    assert shown(clean) == clean


def test_direction_characters_are_seen_and_thai_is_left_alone() -> None:
    assert shown("a\u202eb\x00") == "a\\u202eb\\u0000"
    assert shown("น้ำ\u200bปลา") == "น้ำ\u200bปลา"


def test_a_link_between_three_is_one_link_and_counts_once_for_each_country() -> None:
    picture = Picture("t", "")
    keys = [picture.node(Ref("Agency", i), i, group=g) for i, g in (("a", "THA"), ("b", "JPN"), ("c", "JPN"))]
    for first, second in ((0, 1), (0, 2), (1, 2)):
        picture.edge("PARTNERS_WITH", keys[first], keys[second], id="1", status="active")
    picture.edge("PARTNERS_WITH", keys[0], keys[1], id="2", status="ended")
    assert (len(picture.links), picture.link_count()) == (4, 2)
    assert tally(picture) == {"THA": {"active": 1, "ended": 1}, "JPN": {"active": 1, "ended": 1}}
    assert by_status(picture) == {"active": 1, "ended": 1}


def test_a_node_counts_by_its_links_where_no_size_is_given() -> None:
    picture = Picture("t", "")
    a, b = picture.node(Ref("Agency", "a"), "A"), picture.node(Ref("Agency", "b"), "B", size=7)
    for i in range(3):
        picture.edge("PARTNERS_WITH", a, b, id=str(i))
    assert picture.weights() == {a: 3, b: 7}


def test_the_small_picture_has_what_the_tests_rely_on() -> None:
    picture = small_picture()
    assert len({link.status for link in picture.links.values()}) == 9
    assert len(picture.links) == 11
