"""What a notebook holds: a graph that can be asked, queried in Cypher, and turned into a network."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from bubble.catalogue import find, questions
from bubble.frames import Rows
from bubble.options import known_language
from bubble.querying import ROW_LIMIT, remarks_on
from graph.cypher.gate import admit
from graph.store import TIME_LIMIT, Store
from queries import ask

if TYPE_CHECKING:
    from bubble.overview import Overview
    from bubble.shown import Drawing
    from graph.network import Network
    from visuals.canvas import Canvas


class Graph:
    """An open graph. Its answers and drawings show themselves in a notebook, in its language, "en" or "th"."""

    def __init__(self, store: Store, language: str = "en") -> None:
        self.store = store
        self.language = known_language(language)

    def questions(self) -> dict[str, str]:
        """Every question by name, with its title: the bundled ones and your own."""
        return {name: question.title for name, question in questions().items()}

    def ask(self, name: str, **params: Any) -> Rows:
        """The rows that answer a question: a list of dicts keyed by column, and a data frame where one wants it."""
        asked = find(name)
        given = {name: str(value) for name, value in params.items()}
        return Rows(ask(self.store, asked, params), asked, given, self.store, language=self.language)

    def card(self, name: str, path: str | Path, *, language: str = "", view: str = "", **params: Any) -> Path:
        """Write the answer to a question as a card (.html, .pdf, .docx, .md) that `bubble verify` can check."""
        return self.ask(name, **params).card(path, language, view=view)

    def cypher(
        self, text: str, params: dict[str, Any] | None = None, *, seconds: float = TIME_LIMIT, rows: int = ROW_LIMIT
    ) -> Rows:
        """The rows of a reading Cypher query; `cut` says that there were more than `rows`.

        Raises GraphError for a query that would write or read files, and one that takes longer than `seconds`.
        """
        answer = self.store.ask(admit(text), params, seconds=seconds, rows=rows)
        given = {name: str(value) for name, value in (params or {}).items()}
        remarks = remarks_on(text, answer)
        return Rows(answer, None, given, self.store, language=self.language, text=text, remarks=remarks)

    def show(
        self,
        what: str | Rows,
        *,
        title: str = "",
        language: str = "",
        size: str = "web",
        height: int | None = None,
        interactive: bool = True,
        **params: Any,
    ) -> Drawing:
        """A view by name, or the links of an answer, drawn: a notebook shows it, `.save(path)` writes it to a file.

        size: of the figure, "a4", "slide", "column", "half" or "web"; height: of the page in the notebook, in pixels;
        interactive=False keeps only the figure. Raises GraphError for an answer that holds no link.
        """
        from bubble.shown import HEIGHT, Drawing
        from visuals.frame import measures

        measures(size)
        chosen = known_language(language or self.language)
        picture = self._picture(what, title, params)
        return Drawing(picture, chosen, size, HEIGHT if height is None else height, interactive)

    def draw(
        self,
        what: str | Rows,
        path: str | Path,
        *,
        title: str = "",
        language: str = "",
        size: str = "a4",
        **params: Any,
    ) -> Path:
        """Draw a view by name, or the links of an answer, to a page (.html), figure (.svg) or what else it can become.

        Every link of the answer is drawn. Raises GraphError for an answer that holds none.
        """
        return self.show(what, title=title, language=language, size=size, **params).save(path)

    def _picture(self, what: str | Rows, title: str, params: Mapping[str, Any]) -> Canvas:
        from bubble.drawing import UNTITLED, picture_of
        from bubble.results import picture_of_answer
        from visuals.view import named

        if isinstance(what, str):
            return picture_of(self.store, named(what), {name: str(value) for name, value in params.items()})
        asked = what.asked
        names = (title, "") if title or asked is None else (asked.title, asked.title_th)
        return picture_of_answer(self.store, what, *(names if any(names) else UNTITLED))

    def __repr__(self) -> str:
        return self._overview().told()

    def _repr_html_(self) -> str:
        return self._overview().html()

    def _overview(self) -> Overview:
        from bubble.overview import overview

        return overview(self.store, self.language)

    def network(self) -> Network:
        """The whole graph as a networkx.MultiDiGraph: nodes (kind, id), parallel edges and every property kept."""
        from graph.network import network

        return network(self.store)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.__exit__(kind, error, trace)
