"""What a placeholder may say, and how it is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bubble.filling.placeholder import Memory, memory_in, read, spans_in
from graph.errors import GraphError


def test_a_placeholder_names_view_parameters_and_place() -> None:
    asked = read('headline sector="food industry" lang=th for=slide width=12cm caption=“Two words”')
    assert (asked.kind, asked.name, asked.params) == ("figure", "links-serving-sector", {"sector": "food industry"})
    assert (asked.language, asked.size, asked.caption) == ("th", "slide", "Two words")
    assert asked.width is not None
    assert round(asked.width.of(100)) == 340
    assert read("table partners-of-country country=NZL rows=5").rows == 5
    assert read("sources lang=th").kind == "sources"


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("", "expected the name of a view, or table, sentence or sources, found nothing"),
        ("headlin", 'found headlin (did you mean "headline"?)'),
        ("headline secter=food", 'found secter (did you mean "sector"?)'),
        ("headline lang=de", "lang: expected one of en, th, found de"),
        ("headline for=a5", "for: expected one of a4, slide, column, half, web, found a5"),
        ("headline width=12", "width: expected a measure as 12cm"),
        ("headline width=0%", "width: expected more than 0%"),
        ("headline width=1mm", "width: expected 0.7 cm to 140 cm"),
        ("headline food", "headline: expected name=value, found food"),
        ("headline lang=th lang=en", "headline: lang is given twice"),
        ('headline caption="open', "expected words as name=value"),
        ("table", "table: expected the name of a question behind it"),
        (
            "table partners-of-countri",
            'no question is called partners-of-countri (did you mean "partners-of-country"?)',
        ),
        ("table partners-of-country for=a4", "table: for= does not go with it; it takes lang, caption, rows"),
        ("table partners-of-country rows=0", "rows: expected a whole number from 1 to 1000"),
        ("sources sector=food", "sources: expected a parameter of lang, found sector"),
    ],
)
def test_each_mistake_says_what_was_expected_and_found(inside: str, said: str) -> None:
    with pytest.raises(GraphError) as error:
        read(inside)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


def test_placeholders_are_found_in_text_and_one_without_an_end_is_an_error() -> None:
    text = "a {{bubble: x y=1}} {{ Bubble :z}} {{other}} {bubble: no}"
    assert [(span.inside, text[span.start : span.end]) for span in spans_in(text)] == [
        ("x y=1", "{{bubble: x y=1}}"),
        ("z", "{{ Bubble :z}}"),
    ]
    for bad in ("{{bubble: x", "{{bubble: x {{bubble: y}}", "{{bubble: " + "x" * 1100 + "}}"):
        with pytest.raises(GraphError, match=r"expected }} at the end of a placeholder"):
            list(spans_in(bad))


@given(st.text(st.characters(blacklist_characters="{}", blacklist_categories=["Cs"]), max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    said = ""
    try:
        read(text)
    except GraphError as error:
        said = str(error)
    assert "\n" not in said


@given(st.lists(st.sampled_from(["headline", "a=b", 'c="d · e"', "ไทย=ค่า", "x--y=z"]), min_size=1, max_size=5))
def test_what_a_place_remembers_comes_back(words: list[str]) -> None:
    memory = Memory(" ".join(words), "1,370 links", "0123456789abcdef")
    assert memory_in(memory.line()) == memory
