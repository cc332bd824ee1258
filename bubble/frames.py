"""Answers in a notebook: the rows, and the same as a data frame or a network."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bubble.columnar import arrow_table
from bubble.results import network_of
from graph.errors import GraphError
from graph.store import Answer, Reader
from queries import Question

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from graph.network import Network


class Rows(Answer):
    """An answer that other libraries can take: a list of dicts, and more. Dates stay dates, lists stay lists."""

    def __init__(
        self,
        answer: Answer,
        asked: Question | None = None,
        params: Mapping[str, str] | None = None,
        store: Reader | None = None,
    ) -> None:
        super().__init__(answer, answer.columns, answer.warnings)
        self.cut = answer.cut
        self.of_one_graph = answer.of_one_graph
        self.asked = asked
        self.params = dict(params or {})
        self._store = store

    def card(self, path: str | Path, language: str = "en", *, view: str = "") -> Path:
        """Write the answer as a card to a page (.html), document (.pdf, .docx) or text (.md), and get the path.

        Raises GraphError for rows of a query: a card is made of the answer to a question, which can be asked again.
        """
        from bubble.cards.card import card
        from bubble.cards.file import checked, write_card

        if self.asked is None or self._store is None:
            raise GraphError("a card is made of the answer to a question: g.ask(...).card(...), not of a query's rows")
        path = checked(Path(path))
        write_card(card(self._store, self.asked.name, self.params, language, view), path)
        return path

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
