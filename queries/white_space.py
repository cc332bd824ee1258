"""The white-space matrix: what is known of each member in each sub-sector, beside how well trade fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.store import Reader, Record
from graph.vocabulary import Cell as State
from queries.question import question
from queries.trade.complementarity import Cell, Match, complementarity_by_cell

CELLS = "cells-of-matrix"
UNIT = "1000 t"
DONE = (State.RUNNING, State.COMPLETED)
"""The states in which something was agreed and came about."""
SIGNS: Mapping[str, str] = dict(zip(State, "●■◐◇✕›○◌◎·", strict=True))
"""Each state of a cell by a sign, the most advanced first."""


def matrix(store: Reader, *, sector: str, country: str, as_of: Any, year: int, high: float) -> Iterator[Record]:
    """Every cell, sub-sector by sub-sector down the tree: state, links and search, need and fit, and what is not known.

    year: of the food balance, 0 for its newest. high: the points of fit from which a cell counts as one of high need.
    """
    cells = store.ask(question(CELLS).text, {"sector": sector, "country": country, "as_of": as_of})
    fits = complementarity_by_cell(store, country, year or None)
    for order, (depth, row) in enumerate(_down_the_tree(cells, fits, sector)):
        yield _cell(row, fits[row["code"], row["sub_sector"]], depth=depth, order=order, high=high)


def _cell(row: Record, fit: Cell, *, depth: int, order: int, high: float) -> Record:
    out, back = fit.outward, fit.inward
    is_high = out.contribution is not None and out.contribution >= high
    is_white = is_high and row["state"] not in DONE
    return {
        **{name: row[name] for name in _KEPT},
        "mark": _mark(row["state"], out.contribution, is_white=is_white),
        "depth": depth,
        "place": order,
        "white_space": is_white,
        "fit": _rounded(out.contribution),
        "index": _rounded(out.index),
        "need": _rounded(out.need),
        "supply": _rounded(out.supply),
        "fit_back": _rounded(back.contribution),
        "index_back": _rounded(back.index),
        "need_back": _rounded(back.need),
        "supply_back": _rounded(back.supply),
        "items": _covered(out),
        "year": fit.year,
        "unit": UNIT,
        "unknowns": [*row["unknowns"], *_unknown_trade(fit)],
    }


_KEPT = (
    *("code", "member", "member_th", "sub_sector", "name", "name_th", "parent", "state"),
    *("running", "completed", "planned", "disputed", "ended", "links", "statuses", "later"),
    *("enquiry", "searched_on", "searched_in", "words", "results_read", "found", "note"),
)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)


def _mark(state: str, fit: float | None, *, is_white: bool) -> str:
    """A cell of the table on a terminal: sign of the state, points of fit, and an exclamation mark for white space."""
    points = "" if fit is None else f"{fit:.0f}" if fit >= 0.5 else "<1"
    return f"{SIGNS[state]}{points}{'!' * is_white}"


def _covered(match: Match) -> str:
    return f"{match.items} of {match.of_items}"


def _unknown_trade(fit: Cell) -> list[str]:
    """What can't be said of trade; an index of no figures is not one of zero."""
    if fit.unknown:
        return [fit.unknown]
    if fit.outward.contribution is None:
        return ["no item of the sub-sector has figures of both countries"]
    return []


def _down_the_tree(
    rows: Sequence[Record], fits: Mapping[tuple[str, str], Cell], root: str
) -> Iterator[tuple[int, Record]]:
    """Rows with their depth, sub-sectors of one sector with more fit first; members by name."""
    by_sector: defaultdict[str, list[Record]] = defaultdict(list)
    below: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["sub_sector"] not in by_sector and row["sub_sector"] != root:
            below[row["parent"]].append(row["sub_sector"])
        by_sector[row["sub_sector"]].append(row)

    def weight(sector: str) -> tuple[float, str]:
        return (-_points(fits, sector), by_sector[sector][0]["name"])

    def walk(sector: str, depth: int) -> Iterator[tuple[int, Record]]:
        yield from ((depth, row) for row in by_sector[sector])
        for each in sorted(below[sector], key=weight):
            yield from walk(each, depth + 1)

    yield from walk(root, 0)


def _points(fits: Mapping[tuple[str, str], Cell], sector: str) -> float:
    points: Iterable[float | None] = (cell.outward.contribution for key, cell in fits.items() if key[1] == sector)
    return round(sum(filter(None, points)), 6)
