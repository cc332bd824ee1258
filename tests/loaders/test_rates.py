"""Tariff rates of every form, none dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.vocabulary import RateForm
from loaders.rates import Rate, RateError, free_from, read_rate

FREE = read_rate("0")
CHARGED = read_rate("5%")
UNBOUND = read_rate("U")


@pytest.mark.parametrize(
    ("printed", "share"),
    [
        ("0.05", 0.05),
        ("5%", 0.05),
        ("5 %", 0.05),
        ("12.5 per cent", 0.125),
        ("0", 0.0),
        ("1", 1.0),
        ("630%", 6.3),
        ("Free", 0.0),
        ("0.10800000000000001", 0.108),
        ("5e-05", 0.00005),
    ],
)
def test_a_share_of_value_is_read_as_a_fraction(printed: str, share: float) -> None:
    assert read_rate(printed) == Rate(RateForm.AD_VALOREM, share=share)


@pytest.mark.parametrize(
    ("printed", "amount", "unit"),
    [
        ("$1.220/kg", 1.22, "$/kg"),
        ("RM1.50/kg", 1.5, "RM/kg"),
        ("1.50 baht/kg", 1.5, "baht/kg"),
        ("KRW 1,200/kg", 1200.0, "KRW/kg"),
        ("¥50 per kg", 50.0, "¥/kg"),
    ],
)
def test_an_amount_per_unit_keeps_its_unit(printed: str, amount: float, unit: str) -> None:
    assert read_rate(printed) == Rate(RateForm.SPECIFIC, amount=amount, unit=unit)


@pytest.mark.parametrize(
    ("printed", "share", "amount", "unit"),
    [
        ("5%, or, if lower, $0.45/kg TSS*", 0.05, 0.45, "$/kg TSS*"),
        ("36% or 1.50 baht/kg, whichever is the higher", 0.36, 1.5, "baht/kg"),
        ("23.8% + ¥985/kg", 0.238, 985.0, "¥/kg"),
        ("¥50/kg + 5%", 0.05, 50.0, "¥/kg"),
    ],
)
def test_a_compound_rate_keeps_both_parts(printed: str, share: float, amount: float, unit: str) -> None:
    assert read_rate(printed) == Rate(RateForm.COMPOUND, share=share, amount=amount, unit=unit)


@pytest.mark.parametrize("printed", ["U", "u", "Unbound", " U "])
def test_unbound_is_no_rate_and_never_free(printed: str) -> None:
    assert read_rate(printed) == Rate(RateForm.UNBOUND)
    assert not read_rate(printed).is_free


@pytest.mark.parametrize("printed", ["", "abc", "-5%", "-0.05", "$/kg", "5% 3%", "nan", "inf", "5%%", "9" * 300])
def test_what_fits_no_form_is_refused(printed: str) -> None:
    with pytest.raises(RateError, match="expected a rate"):
        read_rate(printed)


def test_a_bare_number_above_one_is_refused_with_the_way_out() -> None:
    with pytest.raises(RateError, match="write 5% if per cent is meant"):
        read_rate("5")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_one_line(printed: str) -> None:
    try:
        told = str(read_rate(printed).form)
    except RateError as error:
        told = str(error)
    assert told.isprintable()


@pytest.mark.parametrize(
    ("rates", "year"),
    [
        ([FREE, FREE], 1),
        ([CHARGED, FREE, FREE], 2),
        ([CHARGED, CHARGED], None),
        ([FREE, CHARGED, FREE], 3),
        ([CHARGED, UNBOUND], None),
        ([UNBOUND, FREE], 2),
        ([FREE, UNBOUND], None),
        ([], None),
    ],
)
def test_free_from_is_the_year_after_the_last_charge(rates: list[Rate], year: int | None) -> None:
    assert free_from(rates) == year
