"""Answers in a notebook: the rows, which show themselves as a table, and the same as a data frame or a network."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bubble.catalogue import find
from bubble.columnar import arrow_table
from bubble.results import network_of
from graph.errors import GraphError, one_line
from graph.store import Answer, Reader, Record
from queries import Question, ask

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from bubble.shown_card import Card
    from bubble.tabled import Table
    from graph.network import Network


class Rows(Answer):
    """An answer that other libraries can take: a list of dicts, and more. Dates stay dates, lists stay lists.

    params: as they were given; remarks: what there is to say of the query; language: of what a notebook shows.
    """

    def __init__(
        self,
        answer: Answer,
        asked: Question | None = None,
        params: Mapping[str, str] | None = None,
        store: Reader | None = None,
        *,
        language: str = "en",
        text: str = "",
        remarks: Sequence[str] = (),
    ) -> None:
        super().__init__(answer, answer.columns, answer.warnings)
        self.cut = answer.cut
        self.of_one_graph = answer.of_one_graph
        self.asked = asked
        self.params = dict(params or {})
        self.language = language
        self.remarks = tuple(remarks)
        self._store = store
        self._text = text or (asked.text if asked else "")

    def table(self, *, language: str = "", rows: int | None = None, every_column: bool = False) -> Table:
        """The answer as a table to look at, which a notebook shows: so many rows, in English ("en") or Thai ("th").

        A question's table leaves out details unless `every_column`. Raises GraphError for another language.
        """
        from bubble.options import known_language
        from bubble.tabled import ROWS, Table

        chosen = known_language(language or self.language)
        told = [*self.remarks] + ([f"cut after {len(self)} rows; more with rows="] if self.cut else [])
        most = ROWS if rows is None else max(0, rows)
        named, said = self._named(chosen), self._sentence(chosen)
        return Table(named, self.asked, chosen, most, every_column, sentence=said, remarks=told)

    def card(self, path: str | Path, language: str = "", *, view: str = "") -> Path:
        """Write the answer as a card to a page (.html), document (.pdf, .docx) or text (.md), and get the path.

        Raises GraphError for rows of a query: a card is made of the answer to a question, which can be asked again.
        """
        return self.show_card(language, view=view).save(path)

    def show_card(self, language: str = "", *, view: str = "") -> Card:
        """The answer as a card, which a notebook shows; `.save(path)` writes it. Raises GraphError as `card` does."""
        from bubble.cards.card import card
        from bubble.options import known_language
        from bubble.shown_card import Card

        if self.asked is None or self._store is None:
            raise GraphError("a card is made of the answer to a question: g.ask(...).card(...), not of a query's rows")
        chosen = known_language(language or self.language)
        return Card(card(self._store, self.asked.name, self.params, chosen, view))

    def save(self, path: str | Path, *, language: str = "") -> Path:
        """Write every row as the file's name says: .csv, .json, .md, .xlsx or .parquet. Returns the path.

        A workbook and a Parquet file tell what was asked of which state of the graph.
        """
        from bubble.about import About, about
        from bubble.options import known_language
        from bubble.output import ENDINGS, write_answer

        to = Path(path)
        form = ENDINGS.get(to.suffix.casefold())
        if form is None:
            raise GraphError(f"{one_line(to.name)}: expected a name that ends in {', '.join(ENDINGS)}, found another")
        told = about(self._store, self, self._text, self.params, self.asked) if self._store else About({}, self.asked)
        write_answer(self, form, to, told, known_language(language or self.language))
        return to

    def _named(self, language: str) -> Answer:
        """These rows with the names of a language, as far as the graph is still open."""
        from bubble.thai_names import named, names_for

        if self._store is None:
            return self
        try:
            return named(self, names_for(self._store, language))
        except GraphError:
            return self

    def _sentence(self, language: str) -> str:
        """The sentence that answers a question, where one is written for it; of no rows, what that does not say."""
        from bubble.cards.lead import lead
        from queries.sentences import sentence

        if self.asked is None:
            return ""
        if not self:
            return lead(self.asked, self, (), language)
        return sentence(self.asked.name, self, self._opening(self.asked), language)

    def _opening(self, asked: Question) -> Sequence[Record]:
        """The rows that the sentence of some questions needs beside these; none where the graph is no longer open."""
        if not asked.opening or self._store is None:
            return ()
        first = find(asked.opening)
        taken = {param.name for param in first.params}
        try:
            return ask(self._store, first, {name: value for name, value in self.params.items() if name in taken})
        except GraphError:
            return ()

    def _repr_html_(self) -> str:
        return self.table().html()

    def _repr_markdown_(self) -> str:
        return self.table().markdown()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What IPython prints; plain Python goes on to print the list."""
        printer.text(repr(self.table()) if not cycle else "Rows(...)")

    def to_arrow(self) -> pa.Table:
        """A `pyarrow.Table`, typed; of a question's columns the labels are in the fields' metadata."""
        return arrow_table(self, self.asked)

    def to_pandas(self) -> pd.DataFrame:
        """A `pandas.DataFrame`. Raises GraphError where pandas is not installed."""
        _need("pandas")
        table: Any = self.to_arrow()
        frame: pd.DataFrame = table.to_pandas()
        return frame

    def to_polars(self) -> pl.DataFrame:
        """A `polars.DataFrame`. Raises GraphError where polars is not installed."""
        polars = _need("polars")
        frame: pl.DataFrame = polars.from_arrow(self.to_arrow())
        return frame

    def to_networkx(self) -> Network:
        """The nodes and edges that the rows hold as a `networkx.MultiDiGraph`.

        Raises GraphError for rows that hold none, and for edges without the nodes at their ends.
        """
        return network_of(self)


def _need(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise GraphError(f"{name} is not installed; install it with: pip install {name}") from None
