"""One row of a source as a loader sees it: cells read into typed values, each refusal naming its column."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from graph.dates import PartialDate, read_date
from graph.errors import GraphError, nearest, one_line
from graph.facts import Place
from graph.kinds import NODES, Node, Ref
from graph.model import Country, Evidence
from graph.vocabulary import Word

if TYPE_CHECKING:
    from loaders.names import Names

_INTEGERS = 2**63
"""Where the whole numbers that engines keep end."""
W = TypeVar("W", bound=Word)
K = TypeVar("K", bound=Node)


class CellError(GraphError):
    """A cell that can't be taken, with its column."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(f"{column}: {message}")
        self.column = column
        self.message = message


@dataclass(frozen=True)
class Row:
    """A row of `file` at `line`; `names` knows who is meant by a name, `notices` takes what should be told."""

    file: str
    line: int
    cells: Mapping[str, str]
    names: Names
    evidence: Ref[Evidence] = field(default_factory=lambda: Evidence.at("row"))
    notices: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return Place(self.file, self.line)

    def tell(self, column: str, message: str) -> None:
        """Note something about a cell that a person should look at; the row is still taken."""
        self.notices.append((column, message))

    def optional(self, column: str) -> str:
        """The cell's text, empty where the cell or the column is missing."""
        return self.cells.get(column, "")

    def text(self, column: str) -> str:
        """The cell's text, which must not be empty."""
        value = self.optional(column)
        if not value:
            raise CellError(column, "expected a value, found an empty cell")
        return value

    def parts(self, column: str, sep: str = ";") -> tuple[str, ...]:
        """The parts of a cell, without blanks."""
        return tuple(part.strip() for part in self.optional(column).split(sep) if part.strip())

    def date(self, column: str) -> PartialDate | None:
        """The cell's date at the precision it is written in, None where it is empty."""
        value = self.optional(column)
        if not value:
            return None
        try:
            return read_date(value)
        except ValueError:
            raise CellError(
                column, f"expected a date as 2007-04-03, 2007-04 or 2007, found {one_line(value)!r}"
            ) from None

    def number(self, column: str) -> float | None:
        """The cell's number; None where it is empty, which is not zero."""
        value = self.optional(column)
        if not value:
            return None
        try:
            number = float(value.replace(",", ""))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise CellError(column, f"expected a number as 12.5, found {one_line(value)!r}")
        return number

    def integer(self, column: str) -> int | None:
        """The cell's whole number, None where it is empty."""
        number = self.number(column)
        if number is not None and not (number.is_integer() and abs(number) < _INTEGERS):
            raise CellError(column, f"expected a whole number, found {one_line(self.optional(column))!r}")
        return None if number is None else int(number)

    def required_integer(self, column: str) -> int:
        """The cell's whole number, which must be there."""
        self.text(column)
        return self.integer(column) or 0

    def boolean(self, column: str) -> bool | None:
        """The cell as true or false, None where it is empty."""
        value = self.optional(column).casefold()
        if value in ("true", "yes", "1"):
            return True
        if value in ("false", "no", "0"):
            return False
        if value:
            raise CellError(column, f"expected True or False, found {one_line(value)!r}")
        return None

    def word(self, column: str, words: type[W], also: Mapping[str, W] | None = None) -> W:
        """The word of a closed list that the cell holds; `also` maps what a source writes instead."""
        value = self.text(column)
        if also and value in also:
            return also[value]
        try:
            return words(value)
        except ValueError:
            known = [w.value for w in words]
            hint = nearest(value, known)
            raise CellError(column, f"expected one of {', '.join(known)}; found {one_line(value)!r}{hint}") from None

    def country(self, column: str) -> Ref[Country]:
        """The country a cell names by ISO 3166 code or by name."""
        return self.country_of(column, self.text(column))

    def country_of(self, column: str, value: str) -> Ref[Country]:
        """The country that a part of a cell names, as `country` finds it."""
        found = self.names.country(value)
        if found is None:
            hint = nearest(value, self.names.country_words())
            raise CellError(column, f"expected an ISO 3166 country code, found {one_line(value)!r}{hint}")
        return found

    def known(self, column: str, ref: Ref[K]) -> Ref[K]:
        """The reference as it is, once a node of that kind and id has been told."""
        if not self.names.knows(ref):
            hint = nearest(ref.id, self.names.ids(NODES[ref.kind]))
            message = f"no {ref.kind} has the id {one_line(ref.id)}{hint}; correct it or add that {ref.kind}"
            raise CellError(column, message)
        return ref
