"""The blocks of a report: the text of a template with every placeholder filled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from bubble.cards.pictured import figure_of
from bubble.catalogue import find
from bubble.documents.blocks import Block, Figure, Inline, Items, Run, Sources
from bubble.documents.sources import Cited, evidence_of_links
from bubble.drawing import params_of, picture_of
from bubble.reports.grammar import BLOCKS, FORMS, Part
from bubble.reports.markup import NotTakenError, blocks_of
from bubble.reports.tables import Cites, evidence_in, links_in, table_of
from bubble.reports.text import TOKEN, Script, branched, script_of
from bubble.reports.told import Told
from graph.errors import GraphError
from graph.store import Record
from visuals.canvas import Canvas
from visuals.view import named

T = TypeVar("T")
_ROWS, _SLIDE_ROWS = 25, 8
"""Rows of a table on a page and on a slide, where the template names no number."""


@dataclass
class Filling:
    """A script being filled, once to learn what it cites and once more with the numbers of the sources.

    evidence: the ids of what tables rest on, in their order; `cited`: the sources, once they have numbers.
    """

    script: Script
    told: Told
    evidence: dict[str, None] = field(default_factory=dict[str, None])
    cited: Cited | None = None
    of_link: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    canvases: dict[str, Canvas] = field(default_factory=dict[str, Canvas])

    def blocks(self) -> list[Block]:
        """The blocks, with the numbers of sources where those are known."""
        try:
            return blocks_of(branched(self.script, self._holds), self._runs, self._whole)
        except NotTakenError as error:
            raise self.script.wrong(error.line, error) from None

    def title(self, text: str) -> str:
        """A title of the settings, with its placeholders filled."""
        script = script_of(self.script.path, text)
        return "".join(self.told.words(script.parts[int(each)]) if odd else each for odd, each in _split(script.text))

    @property
    def _form(self) -> str:
        return self.told.record.options["form"]

    def _holds(self, part: Part) -> bool:
        return part.name == self._form if part.name in FORMS else bool(self._at(part, self.told.answers.of))

    def _runs(self, text: str, line: int, look: Run) -> Inline:
        runs: list[Run] = []
        for odd, each in _split(text):
            if not odd:
                runs.append(replace(look, text=each))
                continue
            part = self.script.parts[int(each)]
            if part.kind in BLOCKS:
                raise self.script.wrong(line, f"{part.kind}: expected a paragraph of its own, found more text in it")
            runs.append(replace(look, text=self._at(part, self.told.words)))
        return tuple(run for run in runs if run.text)

    def _whole(self, text: str) -> list[Block] | None:
        part = self.script.part(text)
        return self._at(part, self._block) if part and part.kind in BLOCKS else None

    def _at(self, part: Part, make: Callable[[Part], T]) -> T:
        """What is made of a part; an error of it names its line."""
        try:
            return make(part)
        except GraphError as error:
            raise self.script.wrong(self.script.line_of(part), error) from None

    def _block(self, part: Part) -> list[Block]:
        if part.kind == "sources":
            return [self.cited.sources if self.cited else Sources(())]
        if part.kind == "figure":
            return [self._figure(part)]
        rows = self.told.answers.of(part)
        if part.kind == "list":
            items = tuple((Run(word),) for word in self.told.names(part, rows))
            return [Items(items)] if items else []
        most = int(part.options.get("rows", _ROWS))
        if self._form == "slides":
            most = int(part.options.get("slide-rows", min(most, _SLIDE_ROWS)))
        return [
            table_of(find(part.name), rows, part, self.told.wording, most=most, cites=self._cites(part, rows[:most]))
        ]

    def _figure(self, part: Part) -> Figure:
        if part.text not in self.canvases:
            view = named(part.name)
            given = self.told.answers.given((param.name for param in params_of(view)), part.params)
            self.canvases[part.text] = picture_of(self.told.answers.store, view, given)
        made = figure_of(self.canvases[part.text], self.told.record.language)
        asked = part.figure
        return replace(made, caption=asked.caption or made.caption, size=asked.size) if asked else made

    def _cites(self, part: Part, rows: Sequence[Record]) -> Cites:
        """Gives the numbers of a row's sources, and remembers its evidence on the way that comes before the numbers."""
        if part.options.get("cites") == "no":
            return _none
        links = [link for row in rows for link in links_in(row) if link not in self.of_link]
        found = evidence_of_links(self.told.answers.store, links)
        self.of_link.update({link: found.get(link, []) for link in links})

        def numbers(row: Record) -> tuple[int, ...]:
            ids = evidence_in(row, self.of_link)
            self.evidence.update(dict.fromkeys(ids))
            return self.cited.of(ids) if self.cited else ()

        return numbers


def _none(_: Record) -> tuple[int, ...]:
    return ()


def _split(text: str) -> list[tuple[bool, str]]:
    """Text and the numbers of tokens in turn, each with whether it is such a number."""
    return [(place % 2 == 1, each) for place, each in enumerate(TOKEN.split(text))]
