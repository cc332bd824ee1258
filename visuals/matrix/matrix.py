"""A matrix of members and sub-sectors as plain data, in both languages. It knows no renderer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Self

from visuals.cards.card import Card
from visuals.picture import Fact, Passage, Stamp, Text, shown

_NOTHING = Text("")
STEPS = (0.5, 2.0, 5.0, 10.0)
"""Where one shade ends and the next begins, in points of the trade complementarity index."""


@dataclass(frozen=True)
class Head:
    """The head of a row or column; `depth` is its level in a tree, `leads` says that others stand below it."""

    key: str
    label: Text
    depth: int = 0
    leads: bool = False


@dataclass(frozen=True)
class Square:
    """A cell as drawn.

    state: a word of `marks.MARKS`; count: links of that state, 0 for none; fit: points by which it is shaded, None
    where there is no figure; stands_out: whether need is high and nothing runs; is_sum: whether its row is a heading
    over rows that lead to others, which is not shaded. links: keys of `Matrix.links`.
    facts, searches: what its panel tells of trade and of the search that looked.
    """

    row: str
    column: str
    state: str
    count: int
    fit: float | None
    stands_out: bool
    is_sum: bool = False
    links: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    searches: tuple[Fact, ...] = ()
    unknowns: tuple[str, ...] = ()

    @property
    def shade(self) -> int:
        """0 where there is no figure, or a sum, else 1 (lightest) to 5."""
        return 0 if self.fit is None or self.is_sum else 1 + sum(self.fit >= step for step in STEPS)


@dataclass
class Matrix:
    """Squares under a title that asks and a sentence that answers; a view fills it."""

    writers: ClassVar[Mapping[str, str]] = {
        ".html": "visuals.matrix.page:page_of",
        ".svg": "visuals.matrix.figure:figure_of",
        ".xlsx": "visuals.matrix.workbook:workbook_of",
    }
    title: Text
    answer: Text = _NOTHING
    rows: list[Head] = field(default_factory=list[Head])
    columns: list[Head] = field(default_factory=list[Head])
    squares: dict[tuple[str, str], Square] = field(default_factory=dict[tuple[str, str], Square])
    links: dict[str, Card] = field(default_factory=dict[str, Card])
    passages: dict[str, Passage] = field(default_factory=dict[str, Passage])
    shaded_by: Text = _NOTHING
    stamp: Stamp | None = None

    @classmethod
    def titled(cls, title: Text) -> Self:
        """An empty matrix with its title."""
        return cls(title)

    def say(self, answer: str, answer_th: str = "") -> None:
        """Set the sentence that answers the title."""
        self.answer = Text(shown(answer), shown(answer_th))

    def drawn_from(self, *, nodes: int, links: int, date: str = "", content_hash: str = "") -> None:
        """Say how much there is in the data and which state of it was drawn; the caption tells it."""
        self.stamp = Stamp(nodes, links, shown(date), shown(content_hash))

    def told(self) -> str:
        """What was drawn, in a few words."""
        return f"{len(self.squares)} cells and {len(self.links)} links"

    def of_row(self, key: str) -> Sequence[Square]:
        """The squares of a row in the order of the columns."""
        return [self.squares[key, column.key] for column in self.columns]
