"""A chart as plain data in both languages: what can be opened in it, the links behind it, the same as a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar, Self

from graph.vocabulary import Status
from visuals.cards.card import Card
from visuals.charts.look import Entry, sign
from visuals.labels import Box
from visuals.payload import label_of, used
from visuals.picture import Fact, Passage, Stamp, Text, shown
from visuals.svg import tag

_NOTHING = Text("")


@dataclass(frozen=True)
class Part:
    """A part of a chart that can be opened: its name, what it says in a line, links, facts, and what isn't known."""

    name: Text
    said: Text = _NOTHING
    links: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    unknowns: tuple[str, ...] = ()


@dataclass
class Chart(ABC):
    """Parts under a title that asks and a sentence that answers; a view fills it, each kind of chart draws itself."""

    writers: ClassVar[Mapping[str, str]] = {
        ".html": "visuals.charts.page:page_of",
        ".svg": "visuals.charts.figure:figure_of",
    }
    title: Text
    answer: Text = _NOTHING
    parts: list[Part] = field(default_factory=list[Part])
    links: dict[str, Card] = field(default_factory=dict[str, Card])
    passages: dict[str, Passage] = field(default_factory=dict[str, Passage])
    columns: tuple[Text, ...] = ()
    rows: list[tuple[Text, ...]] = field(default_factory=list[tuple[Text, ...]])
    notes: list[Text] = field(default_factory=list[Text])
    stamp: Stamp | None = None

    @classmethod
    def titled(cls, title: Text) -> Self:
        """An empty chart with its title."""
        return cls(title)

    def ask(self, title: str, title_th: str) -> None:
        """Set the title, where it names what was asked about."""
        self.title = Text(shown(title), shown(title_th))

    def say(self, answer: str, answer_th: str = "") -> None:
        """Set the sentence that answers the title."""
        self.answer = Text(shown(answer), shown(answer_th))

    def note(self, words: str, words_th: str) -> None:
        """Add a line under the chart: units, years, what is not drawn."""
        self.notes.append(Text(shown(words), shown(words_th)))

    def drawn_from(self, *, nodes: int, links: int, date: str = "", content_hash: str = "") -> None:
        """Say how much there is in the data and which state of it was drawn; the caption tells it."""
        self.stamp = Stamp(nodes, links, shown(date), shown(content_hash))

    def told(self) -> str:
        """What was drawn, in a few words."""
        return f"{len(self.parts)} marks and {len(self.links)} links"

    def statuses(self, links: Iterable[str]) -> list[str]:
        """The statuses of some links, the most advanced first."""
        return used(Status, (self.links[link].status for link in links if link in self.links))

    def opened(self, index: int, markup: Sequence[str], **attributes: object) -> str:
        """Markup as the part of that index: what a click opens and the legend filters."""
        told = ",".join(dict.fromkeys(self.tag_of(link) for link in self.parts[index].links if link in self.links))
        return tag("g", *markup, data_part=index, data_tags=told, **attributes)

    def tag_of(self, link: str) -> str:
        """What the legend filters a link by: its status, unless a kind of chart says otherwise."""
        return self.links[link].status

    def by_status(self) -> list[Entry]:
        """An entry of the legend for each status that occurs, with its sign and the number of links."""
        counts = Counter(card.status for card in self.links.values())
        entries: list[Entry] = []
        for status in used(Status, counts):
            label = label_of(Status, status)
            words = Text(f"{label.en} {counts[status]}", f"{label.th or label.en} {counts[status]}")
            entries.append(Entry(partial(self.sample, status), words, status))
        return entries

    def sample(self, status: str, x: float, y: float) -> str:
        """How a status looks in the legend."""
        return sign(status, x + 8, y + 4.5, 8.0)

    @abstractmethod
    def body(self, room: Box, language: str) -> list[str]:
        """The chart drawn to fill a box, as markup; every part is in it at least once."""

    def legend(self) -> list[Entry]:
        """What the signs mean."""
        return self.by_status()
