"""Answers in a notebook: the rows, which show themselves as a table, and the same as a data frame or a network."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bubble.columnar import arrow_table
from bubble.results import network_of
from graph.errors import GraphError, one_line
from graph.store import Answer
from queries import Question

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from bubble.about import About
    from bubble.tabled import Table
    from graph.network import Network


class Rows(Answer):
    """An answer that other libraries can take: a list of dicts, and more. Dates stay dates, lists stay lists.

    remarks: what there is to say of the query; sentences: the one that answers a question, by language.
    """

    def __init__(
        self,
        answer: Answer,
        asked: Question | None = None,
        *,
        language: str = "en",
        remarks: Sequence[str] = (),
        sentences: Mapping[str, str] | None = None,
        told: About | None = None,
    ) -> None:
        super().__init__(answer, answer.columns, answer.warnings)
        self.cut = answer.cut
        self.of_one_graph = answer.of_one_graph
        self.asked = asked
        self.language = language
        self.remarks = tuple(remarks)
        self.sentences = dict(sentences or {})
        self._told = told

    def table(self, *, language: str = "", rows: int | None = None, every_column: bool = False) -> Table:
        """The answer as a table to look at, which a notebook shows: so many rows, in English ("en") or Thai ("th").

        A question's table leaves out details unless `every_column`. Raises GraphError for another language.
        """
        from bubble.options import known_language
        from bubble.tabled import ROWS, Table

        chosen = known_language(language or self.language)
        told = [*self.remarks]
        if self.cut:
            told.append(f"cut after {len(self)} rows; more with rows=")
        return Table(
            self,
            self.asked,
            chosen,
            ROWS if rows is None else max(0, rows),
            every_column,
            sentence=self.sentences.get(chosen, ""),
            remarks=told,
        )

    def _repr_html_(self) -> str:
        return self.table().html()

    def _repr_markdown_(self) -> str:
        return self.table().markdown()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What IPython prints; plain Python goes on to print the list."""
        printer.text(repr(self.table()) if not cycle else "Rows(...)")

    def save(self, path: str | Path, *, language: str = "") -> Path:
        """Write every row as the file's name says: .csv, .json, .md, .xlsx or .parquet. Returns the path.

        A workbook and a Parquet file tell what was asked of which state of the graph.
        """
        from bubble.about import About
        from bubble.options import known_language
        from bubble.output import ENDINGS, write_answer

        to = Path(path)
        form = ENDINGS.get(to.suffix.casefold())
        if form is None:
            raise GraphError(f"{one_line(to.name)}: expected a name that ends in {', '.join(ENDINGS)}, found another")
        write_answer(self, form, to, self._told or About({}, self.asked), known_language(language or self.language))
        return to

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
