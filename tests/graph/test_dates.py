"""Dates keep how much of them is known."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import PartialDate, read_date
from graph.vocabulary import Precision


@pytest.mark.parametrize(
    ("text", "first", "precision"),
    [
        ("2007-04-03", date(2007, 4, 3), Precision.DAY),
        ("2007-04", date(2007, 4, 1), Precision.MONTH),
        ("2007", date(2007, 1, 1), Precision.YEAR),
        ("03.04.2007", date(2007, 4, 3), Precision.DAY),
        ("พ.ศ. 2563", date(2020, 1, 1), Precision.YEAR),
        ("พ.ศ. ๒๕๖๓", date(2020, 1, 1), Precision.YEAR),
        ("BE 2563", date(2020, 1, 1), Precision.YEAR),
    ],
)
def test_dates_as_sources_write_them(text: str, first: date, precision: Precision) -> None:
    assert read_date(text) == PartialDate(first, precision)


@pytest.mark.parametrize("text", ["3 April 2007", "2007-13", "2007-02-30", "2563", "", "99999", "2007-4-3", "20070403"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the message is the reader's business
        read_date(text)


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)), st.sampled_from(list(Precision)))
def test_what_is_written_is_read_again(day: date, precision: Precision) -> None:
    first = day.replace(day=1) if precision is not Precision.DAY else day
    known = PartialDate(first.replace(month=1) if precision is Precision.YEAR else first, precision)
    assert read_date(str(known)) == known
    assert known.first <= known.last
    assert known.days_from(known) == 0


def test_days_between_partial_dates_are_counted_at_their_closest() -> None:
    assert read_date("2018").days_from(read_date("2018-01-10")) == 0
    assert read_date("2008").days_from(read_date("2009")) == 1
    assert read_date("2020-02").last == date(2020, 2, 29)
    assert read_date("2022-05").days_from(read_date("2022-04-28")) == 3
