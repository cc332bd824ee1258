"""How well what one country sells fits what another buys: Thailand with each member, sub-sector by sub-sector."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from graph.store import Reader
from queries.trade import indices
from queries.trade.balance import Balance, balance, exports_of, imports_of, newest_year, repeated
from queries.trade.sectors import Named, Tree, members, tree

LEAST_ITEMS = 2
"""With a single item the index is always 100 or nothing: it says no more than that both trade in it."""


@dataclass(frozen=True)
class Match:
    """One direction: what the seller exports to anybody set against what the buyer imports from anybody.

    Quantities are thousand tonnes of primary equivalent a year. None is "no data" or "can't be said", never zero.
    """

    index: float | None = None
    """The trade complementarity index within the sub-sector, 0 to 100; None with fewer than two items."""
    contribution: float | None = None
    """The points that the sub-sector adds to the index over all items; can be added up over sub-sectors."""
    supply: float | None = None
    need: float | None = None
    matched: float | None = None
    """Of each item the lesser of supply and need, summed: what could be traded at most."""
    items: int = 0
    """Items with figures on both sides, on which index, contribution and matched stand."""
    of_items: int = 0
    """Items that fall in the sub-sector."""


@dataclass(frozen=True)
class Cell:
    """A member and a sub-sector, seen from one country."""

    member: str
    sector: str
    year: int | None
    outward: Match
    """What the country sells and the member needs."""
    inward: Match
    """What the member sells and the country needs."""
    unknown: str = ""
    """Why there is no figure, in words; empty where there is."""
    note: str = ""
    """What to mind about the figures: items that the source carried over from the year before."""


@dataclass(frozen=True)
class Book:
    """All that cells are computed from: one year of the food balance, the sectors and the members."""

    year: int | None
    figures: Balance
    tree: Tree
    members: Mapping[str, Named]
    repeated: frozenset[str] = frozenset()
    """Items whose figures are those of the year before everywhere."""


def read_book(store: Reader, year: int | None = None) -> Book:
    """What the graph holds of a year, of the newest one unless told."""
    asked = newest_year(store) if year is None else year
    figures = balance(store, asked)
    before = balance(store, None if asked is None else asked - 1)
    return Book(asked, figures, tree(store), members(store), repeated(figures, before))


def complementarity_by_cell(store: Reader, country: str, year: int | None = None) -> dict[tuple[str, str], Cell]:
    """By member code and sub-sector id, how well the country and the member fit, in both directions.

    country: ISO code; year: the newest of the food balance unless told. There is a cell for every other member of RCEP
    and every sector; where FAO has no figures its numbers are None and `unknown` says why.
    """
    return cells(read_book(store, year), country)


def cells(book: Book, country: str) -> dict[tuple[str, str], Cell]:
    """The same, from a book that was read."""
    items = {sector: book.tree.items_of(sector) for sector in book.tree.sectors}
    notes = {sector: carried_over(book, own) for sector, own in items.items()}
    found: dict[tuple[str, str], Cell] = {}
    for member in book.members:
        if member == country:
            continue
        outward, inward = _Pair(book.figures, country, member), _Pair(book.figures, member, country)
        for sector, own in items.items():
            found[member, sector] = Cell(
                member,
                sector,
                book.year,
                outward.match(own),
                inward.match(own),
                unknown(book, (country, member), own),
                notes[sector],
            )
    return found


def unknown(book: Book, places: Iterable[str], items: Iterable[str]) -> str:
    """Why there can be no figure for these countries and items, empty where there can."""
    if not book.figures:
        years = "" if book.year is None else f" of {book.year}"
        return f"the graph holds no food balance{years} (FAO), so nothing can be said of trade"
    missing = [book.members[p].name if p in book.members else p for p in places if p not in book.figures]
    if missing:
        return f"no data: FAO's food balance of {book.year} has no rows for {' and '.join(missing)}"
    if not tuple(items):
        return "no item of FAO's food balance falls in this sub-sector"
    return ""


def carried_over(book: Book, items: Iterable[str]) -> str:
    """Which of some items the source carried over from the year before, in words; empty where none."""
    wanted = tuple(items)
    held = sum(item in book.repeated for item in wanted)
    if not held or book.year is None:
        return ""
    which = "the figures" if held == len(wanted) == 1 else f"the figures of {held} of {len(wanted)} items"
    return f"{which} of {book.year} are those of {book.year - 1} at the source"


class _Pair:
    """A seller and a buyer, their totals summed once."""

    def __init__(self, figures: Balance, seller: str, buyer: str) -> None:
        self._supply, self._need = exports_of(figures.get(seller, {})), imports_of(figures.get(buyer, {}))
        self._both = self._supply.keys() & self._need.keys()
        self._sold = fsum(self._supply[item] for item in self._both)
        self._bought = fsum(self._need[item] for item in self._both)

    def match(self, items: tuple[str, ...]) -> Match:
        both = [item for item in items if item in self._both]
        supply, need = {i: self._supply[i] for i in both}, {i: self._need[i] for i in both}
        return Match(
            indices.complementarity(supply, need) if len(both) >= LEAST_ITEMS else None,
            indices.contribution(supply, need, self._sold, self._bought) if both else None,
            _sum(self._supply, items),
            _sum(self._need, items),
            indices.matched(supply, need) if both else None,
            len(both),
            len(items),
        )


def _sum(figures: Mapping[str, float], items: Iterable[str]) -> float | None:
    held = [figures[item] for item in items if item in figures]
    return fsum(held) if held else None
