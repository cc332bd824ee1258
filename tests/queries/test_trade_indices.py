"""The formulas give what published examples print, and obey the identities that define them."""

from __future__ import annotations

from collections.abc import Mapping
from math import isclose, log10

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


def test_italy_s_textile_machinery_as_printed() -> None:
    """https://questionai.com/questions-tWTIIm5Rvs/1-suppose-amount-exports-textile-machinery-italy-rest, a stored copy.

    An exercise: exports 60, imports 40. Printed: |X - M| / (X + M) = 20 / 100 = 0.2, and 1 - 0.2 = 0.8 as the share
    that is intra-industry trade. So the index of Grubel and Lloyd is one less the size of the normalised balance.
    """
    balance = indices.normalised_balance(60, 40)
    assert balance is not None
    assert f"{balance:.1f}" == "0.2"
    assert f"{1 - abs(balance):.1f}" == "0.8"


def test_sweden_s_industries_as_printed() -> None:
    """The manual of the R package REAT, krugman.spec2, after Farhauer and Kroell (2013); cran/REAT on GitHub.

    The same formula under another name: Krugman's coefficient of specialisation is sum |a - b| over the shares of
    jobs by industry, so 2 (1 - TCI / 100), with jobs in the place of exports and imports. The four other countries are
    taken together as the mean of their shares. Printed: 0.1595 for Sweden. Its krugman.spec prints 2, the most, for
    two regions with no industry in common.
    """
    sweden = dict(enumerate([45000, 15000, 32000, 10000, 30000]))
    others = [
        [35000, 12000, 30000, 8000, 22000],
        [40000, 10000, 25000, 9000, 18000],
        [30000, 11000, 18000, 3000, 13000],
        [40000, 6000, 11000, 2000, 12000],
    ]
    mean = {i: sum(jobs[i] / sum(jobs) for jobs in others) / 4 for i in sweden}
    assert f"{krugman(sweden, mean):.4f}" == "0.1595"
    assert krugman(dict(enumerate([20, 10, 70, 0, 0])), dict(enumerate([0, 0, 0, 60, 40]))) == 2


def krugman(here: Mapping[int, float], there: Mapping[int, float]) -> float:
    index = indices.complementarity({str(i): v for i, v in here.items()}, {str(i): v for i, v in there.items()})
    assert index is not None
    return 2 * (1 - index / 100)


@pytest.mark.parametrize(
    ("china", "usa", "printed"),
    [
        ({"A": 75, "B": 25}, {"A": 25, "B": 75}, "50"),
        ({"A": 50, "B": 50}, {"A": 100}, "50"),
        ({"854142": 90, "854143": 10}, {"854142": 10, "854143": 90}, "20"),
    ],
)
def test_the_similarity_of_exports_as_printed(china: dict[str, float], usa: dict[str, float], printed: str) -> None:
    """lrcarey222/Opportunity_Security_Indices on GitHub, tests/testthat/test-export-similarity.R.

    The same formula under another name: the export similarity of Finger and Kreinin is 100 sum min(a, b) over the
    shares of two countries' exports; here one side are imports. The sums of minima are written out there by hand and
    give 50, 50 (a product that one side lacks counts as zero) and 20.
    """
    assert f"{indices.complementarity(china, usa):.0f}" == printed


@pytest.mark.parametrize(
    ("one", "other", "printed"),
    [
        ([100, 60, 40, 0], [0, 40, 60, 100], "0.6"),
        ([80, 80, 20, 20], [20, 20, 80, 80], "0.6"),
        ([100, 100, 0, 0], [0, 0, 100, 100], "1.0"),
    ],
)
def test_the_index_of_dissimilarity_as_printed(one: list[float], other: list[float], printed: str) -> None:
    """elbersb/segregation on GitHub, the R package segregation, tests/testthat/test_dissimilarity.R.

    The same formula under another name: the index of dissimilarity of two groups over places is sum |p - q| / 2, so
    1 - TCI / 100, with places for products. Expected there: .6, .6 and 1.
    """
    index = indices.complementarity(dict(zip("abcd", one, strict=True)), dict(zip("abcd", other, strict=True)))
    assert index is not None
    assert f"{1 - index / 100:.1f}" == printed


def test_the_location_quotient_as_printed() -> None:
    """The manual of the R package REAT, locq, after Farhauer and Kroell (2013); cran/REAT on GitHub, man/locq.Rd.

    The same formula under another name: a region's jobs in an industry over all its jobs, against the same for all
    regions; the intensity has exports to a partner for jobs in an industry. Jobs 1714 of 79006, of all regions 879213
    of 15593224. Printed: 0.3847623.
    """
    assert f"{indices.intensity(1714, 79006, 879213, 15593224):.7f}" == "0.3847623"


def test_india_s_garments_as_printed() -> None:
    """An exercise on exports of readymade garments in crore rupees, 2018 to 2023, read in a stored copy of the page.

    https://askfilo.com/user-question-answers-smart-solutions/the-data-about-exports-in-crore-of-readymade-garments-of-a-3339303339303132
    The line of least squares through them is printed to give 23.89 for 2025.
    """
    exports = [22, 25, 23, 26, 20, 25]
    found = indices.trend(dict(enumerate(exports, 2018)))
    assert found is not None
    assert f"{sum(exports) / 6 + found.slope * (2025 - 2020.5):.2f}" == "23.89"


def test_sales_that_grow_by_a_constant_rate_as_printed() -> None:
    """http://www.geocities.ws/edwardsrobt/constrate.htm, notes on forecasting trends, read in a stored copy.

    Sales of 15 years. Printed: the line rises by 363 a year; the line through the logarithms to base 10 by .044, which
    it says is log(1 + g), g being the growth rate.
    """
    sales = [1750, 1750, 2000, 2250, 2500, 2750, 3000, 3000, 3500, 3750, 4750, 5250, 5750, 6500, 6500]
    found = indices.trend(dict(enumerate(sales, 1)))
    assert found is not None
    assert found.growth is not None
    assert f"{found.slope:.0f}" == "363"
    assert f"{log10(1 + found.growth / 100):.3f}" == "0.044"


def test_an_exponential_trend_as_printed() -> None:
    """https://fliphtml5.com/eraqv/ufcc/AN_INTRODUCTION_TO_BUSINESS_STATISTICS/237/, table 7.8, read in a stored copy.

    Sales of 1995 to 1999. Printed: log b = 0.4737, the slope of the line through the logarithms to base 10.
    """
    found = indices.trend(dict(enumerate([1.60, 4.50, 13.80, 40.20, 125.00], 1995)))
    assert found is not None
    assert found.growth is not None
    assert f"{log10(1 + found.growth / 100):.4f}" == "0.4737"


@pytest.mark.parametrize(
    ("figures", "printed"),
    [
        (dict(enumerate([33100, 47300, 69000, 102000, 150000, 220000], 1)), "1.463275628116"),
        (dict(zip([4, 6, 10, 14, 20], [2, 3, 5, 7, 10], strict=True)), "1.102869125520"),
    ],
)
def test_the_growth_rate_of_a_spreadsheet_as_printed(figures: dict[int, float], printed: str) -> None:
    """The function LOGEST gives e to the slope of the logarithms, so one plus the growth rate.

    First: dream-num/univer on GitHub, packages/engine-formula/src/functions/statistical/logest/__tests__/index.spec.ts,
    which expects 1.463275628116175. Second: LibreOffice, sc/qa/unit/data/functions/array/fods/logest.fods, read at
    git.progress-linux.org/horok/libreoffice, 1.10286912552017, with gaps between the years. Compared to 12 decimals.
    """
    found = indices.trend(figures)
    assert found is not None
    assert found.growth is not None
    assert f"{1 + found.growth / 100:.12f}" == printed


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
