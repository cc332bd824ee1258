"""The formulas, over plain numbers. None comes out where a figure is missing or nothing is divided by: never a zero.

The names are the field's. Where a formula is taken from is said at each; WITS stands for the World Bank's "Trade
Indicators" help, http://wits.worldbank.org/WITS/WITS/TradeIndicatorsHelp/TradeIndicators.htm.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, fsum, log
from typing import NamedTuple


def share(part: float | None, whole: float | None) -> float | None:
    """What part is of whole, in percent: the export share or import share of a product (WITS)."""
    return None if part is None or not whole else 100 * part / whole


def normalised_balance(exports: float | None, imports: float | None) -> float | None:
    """The balance over all trade, (X - M) / (X + M): from -1, only imports, to 1, only exports.

    UN ESCAP, Trade Statistics in Policymaking (Mikic and Gilbert, revised edition 2009), normalized trade balance.
    """
    if exports is None or imports is None or not exports + imports:
        return None
    return (exports - imports) / (exports + imports)


def self_sufficiency(production: float | None, imports: float | None, exports: float | None) -> float | None:
    """The self-sufficiency ratio in percent, production / (production + imports - exports).

    FAO, Food Balance Sheets: A Handbook (Rome 2001). Changes of stocks are left out, as there. None where more is
    exported than produced and imported.
    """
    at_home = _at_home(production, imports, exports)
    return None if production is None or at_home is None else 100 * production / at_home


def import_dependency(production: float | None, imports: float | None, exports: float | None) -> float | None:
    """The import dependency ratio in percent, imports / (production + imports - exports).

    FAO, Food Balance Sheets: A Handbook (Rome 2001). Above 100 where much of what is imported goes out again.
    """
    at_home = _at_home(production, imports, exports)
    return None if imports is None or at_home is None else 100 * imports / at_home


def _at_home(production: float | None, imports: float | None, exports: float | None) -> float | None:
    if production is None or imports is None or exports is None:
        return None
    at_home = production + imports - exports
    return at_home if at_home > 0 else None


def comparative_advantage(
    own: float | None, own_total: float | None, reference: float | None, reference_total: float | None
) -> float | None:
    """The revealed comparative advantage of Balassa (1965), RCA = (x_ij / X_it) / (x_wj / X_wt) (WITS).

    Above 1 the product weighs more in the country's exports than in those of the reference, the world.
    """
    here, there = share(own, own_total), share(reference, reference_total)
    return None if here is None or not there else here / there


def complementarity(supply: Mapping[str, float], need: Mapping[str, float]) -> float | None:
    """The trade complementarity index of Michaely (1996), TCI = 100 (1 - sum |m_ik - x_ij| / 2) (WITS).

    supply: what the exporter sells by product, need: what the importer buys. 100 where both are made up alike, 0
    where nothing sold is bought. A product that one side does not name counts there as nothing sold or bought.
    """
    sold, bought = fsum(supply.values()), fsum(need.values())
    if not sold or not bought:
        return None
    products = sorted(supply.keys() | need.keys())
    apart = fsum(abs(need.get(k, 0) / bought - supply.get(k, 0) / sold) for k in products)
    return 100 * (1 - apart / 2)


def contribution(supply: Mapping[str, float], need: Mapping[str, float], sold: float, bought: float) -> float | None:
    """The points that some products add to the index over all, 100 sum min(m_ik, x_ij).

    The shares of each side sum to one, so 1 - sum |m - x| / 2 is sum min(m, x): parts of it can be added up.
    sold, bought: the totals over all products.
    """
    if not sold or not bought:
        return None
    return 100 * fsum(min(need[k] / bought, supply[k] / sold) for k in sorted(supply.keys() & need.keys()))


def matched(supply: Mapping[str, float], need: Mapping[str, float]) -> float:
    """What the one sells and the other buys of the same products, the lesser of the two each: sum min(X, M)."""
    return fsum(min(supply[k], need[k]) for k in sorted(supply.keys() & need.keys()))


def intensity(
    flow: float | None, exports: float | None, to_partner: float | None, to_all: float | None
) -> float | None:
    """The trade intensity index of Brown (1949) and Kojima (1964), T = (x_ij / X_it) / (x_wj / X_wt) (WITS).

    flow: exports of the country to the partner; exports: of the country to all; to_partner: of the reference to the
    partner; to_all: of the reference to all. Above 1 they trade more than the partner's weight lets expect.
    """
    here, there = share(flow, exports), share(to_partner, to_all)
    return None if here is None or not there else here / there


def market_share_potential(own: float | None, reference: float | None, demand: float | None) -> float | None:
    """What a partner would buy of a product if the country's share in its imports were that in the world's exports.

    own, reference: exports of the country and of the world; demand: the partner's imports. These are the supply and
    the demand of ITC's export potential (Decreux and Spies 2016) without its ease of trade, tariffs and projections.
    """
    return None if own is None or not reference or demand is None else own / reference * demand


class Trend(NamedTuple):
    """How a figure moved: by how much and how many percent a year (None where a year is zero), in which years."""

    slope: float
    growth: float | None
    first: int
    last: int
    years: int


def trend(figures: Mapping[int, float]) -> Trend | None:
    """The line of least squares through figures by year; None with fewer than three years.

    growth is the least-squares growth rate of the World Development Indicators: the line through the logarithms.
    """
    if len(figures) < 3:
        return None
    years = sorted(figures)
    logs = [log(figures[y]) for y in years] if all(figures[y] > 0 for y in years) else None
    return Trend(
        _slope(years, [figures[y] for y in years]),
        None if logs is None else 100 * (exp(_slope(years, logs)) - 1),
        years[0],
        years[-1],
        len(years),
    )


def _slope(years: list[int], values: list[float]) -> float:
    middle, mean = fsum(years) / len(years), fsum(values) / len(values)
    return fsum((y - middle) * (v - mean) for y, v in zip(years, values, strict=True)) / fsum(
        (y - middle) ** 2 for y in years
    )
