"""The formulas give what published examples print, and obey the identities that define them."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.trade import indices

QUANTITIES = st.dictionaries(
    st.sampled_from("abcdefgh"), st.floats(min_value=0, max_value=1e6, allow_subnormal=False), max_size=8
)


def test_brazil_s_soybeans_as_printed() -> None:
    """https://en.wikipedia.org/wiki/Revealed_comparative_advantage, read in a stored copy.

    2010, in billion dollars: Brazil exported nearly 11 of soybeans and 140 of everything; soybeans were 42 and 0.35 %
    of world trade. Printed: 7.9 % of Brazil's exports, 22 times its fair share.
    """
    assert f"{indices.share(11, 140):.1f}" == "7.9"
    assert f"{indices.comparative_advantage(11, 140, 0.35, 100):.0f}" == "22"
    assert f"{indices.comparative_advantage(11, 140, 42, 42 / 0.0035):.0f}" == "22"


def test_rice_of_the_philippines_as_printed() -> None:
    """https://news.newbabylon.us/2024/12/rice-self-sufficiency-ratio-recovers-to-78-5-in-2023, after the PSA.

    2023, in million tonnes: 13.119 of milled rice produced, 3.59 imported, no exports told of. Printed: 78.5 % of
    the supply came from domestic production, the other 21.5 % from imports.
    """
    assert f"{indices.self_sufficiency(13.119, 3.59, 0):.1f}" == "78.5"
    assert f"{indices.import_dependency(13.119, 3.59, 0):.1f}" == "21.5"


def test_the_balance_over_all_trade_runs_from_only_imports_to_only_exports() -> None:
    assert indices.normalised_balance(0, 7) == -1
    assert indices.normalised_balance(7, 7) == 0
    assert indices.normalised_balance(7, 0) == 1
    assert indices.normalised_balance(60, 40) == pytest.approx(0.2)


def test_complementarity_is_100_for_the_same_make_up_and_0_for_none_in_common() -> None:
    """The two ends that the World Bank's help on trade indicators names."""
    assert indices.complementarity({"a": 1, "b": 3}, {"a": 20, "b": 60}) == 100
    assert indices.complementarity({"a": 5}, {"b": 5}) == 0
    assert indices.complementarity({"a": 60, "b": 40}, {"a": 20, "b": 80}) == pytest.approx(60)


@given(QUANTITIES, QUANTITIES)
def test_complementarity_is_the_overlap_of_the_shares(supply: dict[str, float], need: dict[str, float]) -> None:
    index = indices.complementarity(supply, need)
    overlap = indices.contribution(supply, need, sum(supply.values()), sum(need.values()))
    if index is None:
        assert not sum(supply.values()) or not sum(need.values())
        return
    assert overlap is not None
    assert isclose(index, overlap, abs_tol=1e-9)
    assert -1e-9 <= index <= 100 + 1e-9
    assert index == indices.complementarity(need, supply)


@given(st.lists(st.floats(min_value=1, max_value=1e6), min_size=9, max_size=9))
def test_intensity_is_one_where_everybody_trades_alike(flows: list[float]) -> None:
    """Trade in proportion to what each sells and buys has no intensity: T = 1."""
    sells, buys = flows[:4], flows[4:8]
    value = sells[0] * buys[0]
    exports, imports = sells[0] * sum(buys), buys[0] * sum(sells)
    found = indices.intensity(value, exports, imports, sum(sells) * sum(buys))
    assert found is not None
    assert isclose(found, 1, rel_tol=1e-9)


def test_self_sufficiency_and_import_dependency_meet_at_what_is_exported() -> None:
    """SSR + IDR - 100 is the exports over what stays at home, both being over the same."""
    ssr, idr = indices.self_sufficiency(80, 40, 20), indices.import_dependency(80, 40, 20)
    assert ssr == 80
    assert idr == 40
    assert ssr + idr - 100 == 100 * 20 / (80 + 40 - 20)


def test_a_least_squares_trend_finds_the_growth_that_was_put_in() -> None:
    """As the World Development Indicators compute it: the line through the logarithms."""
    found = indices.trend({year: 50 * 1.03 ** (year - 2010) for year in range(2010, 2021)})
    assert found is not None
    assert found.growth == pytest.approx(3)
    assert (found.first, found.last, found.years) == (2010, 2020, 11)
    straight = indices.trend({2010: 4.0, 2012: 0.0, 2014: -4.0})
    assert straight is not None
    assert (straight.slope, straight.growth) == (-2, None)
    assert indices.trend({2019: 1.0, 2020: 2.0}) is None


def test_no_data_and_nothing_to_divide_by_give_nothing_and_never_zero() -> None:
    assert indices.share(None, 5) is indices.share(5, 0) is indices.share(5, None) is None
    assert indices.normalised_balance(None, 1) is indices.normalised_balance(0, 0) is None
    assert indices.self_sufficiency(10, 5, None) is indices.self_sufficiency(10, 5, 20) is None
    assert indices.import_dependency(None, 5, 1) is None
    assert indices.comparative_advantage(1, 2, 0, 4) is indices.comparative_advantage(None, 2, 3, 4) is None
    assert indices.complementarity({}, {"a": 1}) is indices.complementarity({"a": 0}, {"a": 1}) is None
    assert indices.intensity(1, 0, 1, 1) is indices.intensity(None, 1, 1, 1) is None
    assert indices.market_share_potential(1, 0, 5) is indices.market_share_potential(None, 1, 5) is None
    assert indices.share(0, 5) == 0
