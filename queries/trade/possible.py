"""What could be traded with each member, item by item, beside the links that serve the same sub-sector.

Each item counts in one group only, the most precise sub-sector that it falls in, since sub-sectors lie within one
another. A group whose sub-sector has others below it holds what falls in none of those, and only links that name that
sub-sector itself stand behind it: a link on rice says nothing of wheat.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Any

from graph.store import Reader, Record
from graph.vocabulary import Cell, Status
from queries.question import question
from queries.trade import indices
from queries.trade.balance import DATASET, UNIT, exports_of, imports_of
from queries.trade.complementarity import Book, carried_over, read_book, unknown
from queries.trade.sectors import Tree
from queries.trade.showing import balance_evidence, rounded, sources

SELLS, BUYS = "sells", "buys"
OTHER = ("Other food", "อาหารอื่น")
MOST_NAMED = 2
"""A group that leaves out more sub-sectors than this is called other food."""
STATES: Mapping[str, Cell] = {
    Status.ACTIVE: Cell.RUNNING,
    Status.SIGNED: Cell.RUNNING,
    Status.COMPLETED: Cell.COMPLETED,
    Status.IN_TALKS: Cell.PLANNED,
    Status.ANNOUNCED: Cell.PLANNED,
    Status.EXPECTED: Cell.PLANNED,
    Status.DISPUTED: Cell.DISPUTED,
    Status.ENDED: Cell.ENDED,
    Status.FAILED: Cell.ENDED,
}
FOUND: Mapping[str | None, Cell] = {"no": Cell.NONE, "unclear": Cell.UNCLEAR, "yes": Cell.ELSEWHERE, None: Cell.SILENT}
"""The state of a cell without a link by what the search found, as in the matrix."""
_CELLS = "cells-of-matrix"
_SERVING = """
MATCH (p:Partnership)-[:SERVES]->(s:Sector)
WHERE s.id IN $ids
RETURN DISTINCT s.id AS sector, p.id AS link ORDER BY sector, link
"""


@dataclass(frozen=True)
class Group:
    """Items that fall in one sub-sector and in none below it; their names in both languages."""

    sector: str
    name: str
    name_th: str
    items: tuple[str, ...]
    has_parts: bool


def groups_of(tree: Tree, sector: str) -> Iterator[Group]:
    """The groups of a sector; every item of it is in exactly one."""
    for id in tree.below(sector):
        items = tuple(item for item, own in tree.sector_of.items() if own == id)
        if not items:
            continue
        parts = [part for part in tree.below(id) if part != id and part in tree.sector_of.values()]
        named = [tree.sectors[part] for part in parts]
        name, name_th = tree.sectors[id].name, tree.sectors[id].name_th
        if len(parts) > MOST_NAMED:
            name, name_th = OTHER
        elif parts:
            name += f" (without {' and '.join(part.name for part in named)})"
            name_th += f" (ไม่รวม{'และ'.join(part.name_th for part in named)})"
        yield Group(id, name, name_th, items, bool(parts))


def possible(store: Reader, *, country: str, direction: str, sector: str, as_of: Any, year: int) -> list[Record]:
    """A row for each group and member, the largest group first, in each the member with most first."""
    book = read_book(store, year or None)
    groups = list(groups_of(book.tree, sector))
    cells = {
        (row["code"], row["sub_sector"]): row
        for row in store.ask(question(_CELLS).text, {"sector": sector, "country": country, "as_of": as_of})
    }
    serving: dict[str, set[str]] = {}
    for row in store.ask(_SERVING, {"ids": [group.sector for group in groups if group.has_parts]}):
        serving.setdefault(row["sector"], set()).add(row["link"])
    evidence = balance_evidence(store, [country, *book.members], book.year)
    shared: Record = {"year": book.year, "unit": UNIT, "dataset": DATASET}
    shared |= {"sources": sources(store, evidence), "evidence": evidence}
    rows: list[Record] = []
    for group in groups:
        named: Record = {"sub_sector": group.name, "sub_sector_th": group.name_th, "sector": group.sector}
        for member in book.members.values():
            if member.id == country:
                continue
            ends = (country, member.id) if direction == SELLS else (member.id, country)
            cell = cells[member.id, group.sector]
            if group.has_parts:
                cell = _narrowed(cell, serving.get(group.sector, set()))
            quantities = _quantities(book, ends, group)
            told = [*quantities.pop("unknowns"), *cell["unknowns"]]
            who: Record = {"member": member.name, "member_th": member.name_th, "code": member.id}
            rows.append({**who, **named, **quantities, **shared, **_known(cell), "unknowns": told})
    of_group = {group.sector: _total(rows, "sector", group.sector) for group in groups}
    of_member = {code: _total(rows, "code", code) for code in book.members}
    rows.sort(key=lambda r: (-of_group[r["sector"]], r["sub_sector"], r["sector"], -of_member[r["code"]], r["member"]))
    return rows


def _total(rows: Sequence[Record], column: str, value: str) -> float:
    return fsum(row["matched"] or 0.0 for row in rows if row[column] == value)


def _quantities(book: Book, ends: tuple[str, str], group: Group) -> Record:
    """Supply and need of the group and, item by item, the lesser of the two; None where there is no figure."""
    seller, buyer = ends
    supply, need = exports_of(book.figures.get(seller, {})), imports_of(book.figures.get(buyer, {}))
    both = {item: min(supply[item], need[item]) for item in group.items if item in supply and item in need}
    held = sorted((item for item in both if both[item]), key=lambda i: (-both[i], book.tree.items[i]))
    own, wanted = ([figures[i] for i in group.items if i in figures] for figures in (supply, need))
    reason = unknown(book, ends, group.items)
    told = [reason or carried_over(book, group.items)]
    if not reason and len(both) < len(group.items):
        told.append(f"{len(group.items) - len(both)} of {len(group.items)} items lack a figure on one side")
    return {
        "supply": rounded(fsum(own), 3) if own else None,
        "need": rounded(fsum(wanted), 3) if wanted else None,
        "matched": rounded(indices.matched({i: supply[i] for i in both}, {i: need[i] for i in both}), 3)
        if both
        else None,
        "items": [book.tree.items[item] for item in held],
        "quantities": [rounded(both[item], 3) for item in held],
        "unknowns": [each for each in told if each],
    }


def _narrowed(cell: Record, serving: set[str]) -> Record:
    """A cell of the matrix with only the links that name its sub-sector itself, and the state that they give."""
    held = [pair for pair in zip(cell["links"], cell["statuses"], strict=True) if pair[0] in serving]
    later = [link for link in cell["later"] if link in serving]
    order = list(Cell)
    states = sorted((STATES[status] for _, status in held), key=order.index)
    none = Cell.LATER if later else FOUND[cell["found"]]
    told = list(cell["unknowns"])
    if cell["found"] == "yes" and not held and not later and (cell["links"] or cell["later"]):
        told.append("whether the links that the search met touch this sub-sector: they name others")
    return {
        **cell,
        "state": (states[0] if states else none).value,
        "links": [link for link, _ in held],
        "statuses": [status for _, status in held],
        "later": later,
        "unknowns": told,
    }


_KEPT = (
    *("state", "links", "statuses", "enquiry", "searched_on", "searched_in"),
    *("words", "results_read", "found", "note"),
)


def _known(cell: Record) -> Record:
    return {name: cell[name] for name in _KEPT}
