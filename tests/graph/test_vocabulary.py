"""The closed lists hold the words that the model page names, each with two labels, in the order they are shown."""

from __future__ import annotations

import json

import pytest

from graph.vocabulary import Comparator, Confidence, Found, Precision, RateForm, Reach, Role, Status, Word


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (Status, "active signed completed in_talks announced expected disputed ended failed"),
        (Confidence, "stated inferred general_knowledge"),
        (Found, "yes unclear no"),
        (Precision, "day month year"),
        (Role, "party place"),
        (Reach, "named every_sector outside unknown"),
        (RateForm, "ad_valorem specific compound unbound"),
        (Comparator, "> >= = ~ < decreasing rising asserted"),
    ],
)
def test_the_words_of_a_list(words: type[Word], values: str) -> None:
    assert [w.value for w in words] == [v.replace("_", " ") for v in values.split()]


def test_a_word_is_its_value_wherever_text_is_wanted() -> None:
    assert Status("in talks") is Status.IN_TALKS
    assert f"{Status.IN_TALKS}" == "in talks"
    assert json.dumps([Comparator.MORE]) == '[">"]'


def test_a_reader_sees_it_in_their_language() -> None:
    assert Status.ANNOUNCED.label() == "announced, not yet done"
    assert Status.ANNOUNCED.label("th") == "ประกาศแผนแล้ว ยังไม่เกิดขึ้น"
    assert Confidence.GENERAL.label("en") == "general knowledge, no source"


def test_no_two_words_of_a_list_read_alike() -> None:
    for words in Word.__subclasses__():
        for language in ("en", "th"):
            labels = [w.label(language) for w in words]
            assert len(set(labels)) == len(labels), words
