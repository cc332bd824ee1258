"""FAO's food balance as the graph holds it: thousand tonnes of primary equivalent, by country, item and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from graph.store import Reader

DATASET = "FAO FBS"
UNIT = "thousand tonnes, primary equivalent"
WORLD = "world"
"""The id under which the world's row is found."""

_NEWEST = """
MATCH (:Country)-[t:TRADES_IN]->(:Product)
WHERE t.dataset = $dataset AND t.year <= $until
RETURN max(t.year) AS year
"""
_YEAR = """
MATCH (c:Country|Region)-[t:TRADES_IN]->(p:Product)
WHERE t.year = $year AND t.dataset = $dataset AND t.unit = $unit
RETURN c.id AS place, p.id AS item, t.production AS production, t.imports AS imports, t.exports AS exports
ORDER BY place, item
"""
_SERIES = """
MATCH (c:Country)-[t:TRADES_IN]->(p:Product)
WHERE c.id IN $places AND t.dataset = $dataset AND t.unit = $unit
WITH c.id AS place, collect([p.id, t.year, t.imports, t.exports]) AS held
RETURN place, held ORDER BY place
"""


class Figures(NamedTuple):
    """What a country makes, buys and sells of an item in a year; None is no data, 0 is none."""

    production: float | None
    imports: float | None
    exports: float | None


Balance = Mapping[str, Mapping[str, Figures]]
"""By country (or the world), then by item."""


def newest_year(store: Reader, until: int = 9999) -> int | None:
    """The newest year of the food balance, not after a year; None where the graph was built without it."""
    rows = store.ask(_NEWEST, {"dataset": DATASET, "until": until})
    return rows[0]["year"] if rows else None


def balance(store: Reader, year: int | None) -> Balance:
    """The food balance of every country and the world in a year, empty where there is none."""
    found: dict[str, dict[str, Figures]] = {}
    if year is None:
        return found
    for row in store.ask(_YEAR, {"year": year, "dataset": DATASET, "unit": UNIT}):
        figures = Figures(row["production"], row["imports"], row["exports"])
        found.setdefault(row["place"], {})[row["item"]] = figures
    return found


def repeated(now: Balance, before: Balance) -> frozenset[str]:
    """The items whose figures are the year before's in every country: carried over at the source, not counted anew."""
    same: dict[str, list[bool]] = {}
    for place, items in now.items():
        for item, figures in items.items():
            if any(figures):
                same.setdefault(item, []).append(before.get(place, {}).get(item) == figures)
    return frozenset(item for item, alike in same.items() if len(alike) > 1 and all(alike))


class Series(NamedTuple):
    """Imports and exports of an item by year, the years without a figure left out."""

    imports: dict[int, float]
    exports: dict[int, float]


def series(store: Reader, places: Iterable[str]) -> dict[tuple[str, str], Series]:
    """The years of some countries, by country and item."""
    found: dict[tuple[str, str], Series] = {}
    asked = {"places": sorted(places), "dataset": DATASET, "unit": UNIT}
    for row in store.ask(_SERIES, asked):
        place: str = row["place"]
        for item, year, imports, exports in row["held"]:
            held = found.setdefault((place, str(item)), Series({}, {}))
            if imports is not None:
                held.imports[int(year)] = imports
            if exports is not None:
                held.exports[int(year)] = exports
    return found


def exports_of(figures: Mapping[str, Figures]) -> dict[str, float]:
    """Exports by item, items without a figure left out."""
    return {item: held.exports for item, held in figures.items() if held.exports is not None}


def imports_of(figures: Mapping[str, Figures]) -> dict[str, float]:
    """Imports by item, items without a figure left out."""
    return {item: held.imports for item, held in figures.items() if held.imports is not None}
