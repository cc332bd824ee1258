"""What a user reads when something is wrong: one line, nothing that commands a terminal, the nearest known word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import nearest, one_line


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("ข้าว rice", "ข้าว rice"),
        ("a\nb\tc", "a\\u000ab\\u0009c"),
        ("\x1b[31m\u202e\0", "\\u001b[31m\\u202e\\u0000"),
        (12.5, "12.5"),
        (None, "None"),
        ("x" * 121, "x" * 119 + "…"),
        ("x" * 120, "x" * 120),
    ],
)
def test_a_value_in_a_message(value: object, shown: str) -> None:
    assert one_line(value) == shown


@given(st.text())
def test_any_text_is_one_printable_line_of_bounded_length(text: str) -> None:
    shown = one_line(text)
    assert shown.isprintable()
    assert len(shown) <= 120


@pytest.mark.parametrize(
    ("word", "known", "hint"),
    [
        ("fod", ["food", "dairy"], ' (did you mean "food"?)'),
        ("FOOD", ["Food"], ' (did you mean "Food"?)'),
        ("xyzzy", ["food"], ""),
        ("food", [], ""),
        ("อุตสาหกรรมอาหา", ["อุตสาหกรรมอาหาร"], ' (did you mean "อุตสาหกรรมอาหาร"?)'),
    ],
)
def test_the_nearest_known_word(word: str, known: list[str], hint: str) -> None:
    assert nearest(word, known) == hint
