"""Trade beside links: a row for each member, what could be traded on the left, its links on the right.

Each column has one unit and one year of its own; nothing is added up across them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from visuals.charts.bars import names_width, stacked
from visuals.charts.chart import Chart
from visuals.charts.look import ACCENT, GRID, NEED, SUPPLY, Entry
from visuals.charts.words import WORDS
from visuals.labels import Box, lines_of
from visuals.picture import Text
from visuals.sheet import INK, SOFT
from visuals.svg import block, number, tag
from visuals.vendored import width

NAME, HEAD, FIGURE = 8.0, 7.0, 7.2
LARGE, SMALL = "large", "small"
FINDINGS: dict[str, Text] = {
    LARGE: Text("much to trade, few links", "ค้าได้มาก ความเชื่อมโยงน้อย"),
    SMALL: Text("many links, little to trade", "ความเชื่อมโยงมาก ค้าได้น้อย"),
}
"""Where trade and links don't go together, in either way."""


class Line(NamedTuple):
    """A member: the part it opens, what could be sold to it and bought from it, all goods traded, its links.

    sells, buys: None where there is no figure. goods: both directions in another unit, None likewise.
    finding: a word of FINDINGS, or empty.
    """

    part: int
    name: Text
    sells: float | None
    buys: float | None
    goods: float | None
    finding: str


class Measured(NamedTuple):
    """What the columns are headed by: words with unit and year."""

    sells: Text
    buys: Text
    trade: Text
    goods: Text


@dataclass
class Trade(Chart):
    """Rows of members, that with most to trade first."""

    lines: list[Line] = field(default_factory=list[Line])
    measured: Measured = field(default_factory=lambda: Measured(*[Text("")] * 4))

    def body(self, room: Box, language: str) -> list[str]:
        """Heads, then the rows."""
        return _Drawn(self, room, language).parts()

    def legend(self) -> list[Entry]:
        """Two directions of trade, the statuses, the mismatches."""
        used = {line.finding for line in self.lines}
        return [
            Entry(partial(_swatch, SUPPLY), self.measured.sells),
            Entry(partial(_swatch, NEED), self.measured.buys),
            *self.by_status(),
            *(Entry(_arrow(finding), words) for finding, words in FINDINGS.items() if finding in used),
        ]

    def sample(self, status: str, x: float, y: float) -> str:
        """A status as a piece of a bar."""
        return stacked(Counter([status]), Box(x, y + 0.5, 16, 8))


class _Drawn:
    """The chart in a box, in a language: trade, name, links, all goods and what was found, from left to right."""

    def __init__(self, chart: Trade, room: Box, language: str) -> None:
        self.chart, self.room, self.language = chart, room, language
        self.is_wide = room.w > 600
        self.names = names_width((line.name for line in chart.lines), NAME, language, room.w * 0.2) + 14
        self.goods = 62.0 if self.is_wide else 54.0
        self.found = (
            max(width(words.of(language), FIGURE, 700) for words in FINDINGS.values()) + 16 if self.is_wide else 14.0
        )
        rest = room.w - self.names - self.goods - self.found
        self.left, self.right = rest * 0.54, rest * 0.46
        self.center = room.x + self.left
        self.top = room.y + HEAD * 4.8
        self.high = min((room.y + room.h - self.top) / max(len(chart.lines), 1), 34.0)
        self.most_trade = max((v for line in chart.lines for v in (line.sells, line.buys) if v), default=1.0)
        self.most_links = max((self.links(line).total() for line in chart.lines), default=1) or 1

    def links(self, line: Line) -> Counter[str]:
        """The links of a member by status."""
        own = self.chart.parts[line.part].links
        return Counter(self.chart.links[link].status for link in own if link in self.chart.links)

    def parts(self) -> list[str]:
        parts = [*self._heads()]
        for i, line in enumerate(self.chart.lines):
            parts.append(self.chart.opened(line.part, self._row(line, self.top + i * self.high)))
        return parts

    def _heads(self) -> list[str]:
        heads: tuple[tuple[Text, float, float, str], ...] = (
            (self.chart.measured.trade, self.center - 4, self.left - 4, "end"),
            (WORDS["links_by_name"], self.center + self.names, self.right - 6, "start"),
            (self.chart.measured.goods, self.center + self.names + self.right + self.goods - 4, self.goods + 8, "end"),
        )
        return [
            block(
                lines_of(words.of(self.language), HEAD, wide, 4), x, self.room.y + HEAD, HEAD, anchor=anchor, fill=SOFT
            )
            for words, x, wide, anchor in heads
        ]

    def _row(self, line: Line, y: float) -> list[str]:
        room, base = self.room, y + self.high / 2 + NAME * 0.35
        ground = {"x": room.x, "y": y, "width": room.w, "height": self.high, "fill": ACCENT, "class_": "hit"}
        parts = [tag("rect", **ground, fill_opacity=0.09 if line.finding else 0)]
        parts.append(tag("path", d=f"M{number(room.x)} {number(y)}h{number(room.w)}", stroke=GRID, stroke_width=0.4))
        parts += self._trade(line, y, base)
        middle = self.center + self.names / 2
        name = lines_of(line.name.of(self.language), NAME, self.names - 10, 1, 700)
        parts.append(block(name, middle, base, NAME, weight=700, anchor="middle"))
        counts, start = self.links(line), self.center + self.names
        unit = (self.right - 26) / self.most_links
        if counts.total():
            parts.append(stacked(counts, Box(start, y + self.high * 0.22, unit, self.high * 0.56)))
        parts.append(block([str(counts.total())], start + unit * counts.total() + 4, base, NAME, weight=700))
        goods = WORDS["no_data"].of(self.language) if line.goods is None else f"{line.goods:,.1f}"
        at = start + self.right + self.goods - 4
        parts.append(block([goods], at, base, FIGURE, anchor="end", fill=SOFT if line.goods is None else INK))
        if line.finding:
            parts.append(_arrow(line.finding)(at + 6, base - 7))
            if self.is_wide:
                words = [FINDINGS[line.finding].of(self.language)]
                parts.append(block(words, at + 18, base, FIGURE, weight=700, fill=ACCENT))
        return parts

    def _trade(self, line: Line, y: float, base: float) -> list[str]:
        """Two bars that grow to the left, in one unit; words where there is no figure."""
        if line.sells is None and line.buys is None:
            return [block([WORDS["no_data"].of(self.language)], self.center - 4, base, FIGURE, anchor="end", fill=SOFT)]
        parts: list[str] = []
        unit = (self.left - 40) / self.most_trade
        tall = self.high * 0.34
        for value, fill, down in ((line.sells, SUPPLY, 0.15), (line.buys, NEED, 0.51)):
            at = y + self.high * down
            told = WORDS["no_data"].of(self.language) if value is None else f"{value:,.0f}"
            long = (value or 0) * unit
            if long:
                parts.append(tag("rect", x=self.center - 4 - long, y=at, width=long, height=tall, fill=fill))
            size = min(FIGURE, max(tall, 6.5))
            # in a low row the figures are higher than their bars and stand as far apart as the row lets them
            middle = y + self.high * (0.25 if down < 0.5 else 0.75) if tall < size else at + tall / 2
            ink = INK if value is not None else SOFT
            parts.append(block([told], self.center - 7 - long, middle + size * 0.35, size, anchor="end", fill=ink))
        return parts


def _swatch(fill: str, x: float, y: float) -> str:
    return tag("rect", x=x, y=y + 0.8, width=16.0, height=7.5, fill=fill)


def _arrow(finding: str) -> Callable[[float, float], str]:
    """A triangle that points up where links are missing, down where trade is."""

    def draw(x: float, y: float) -> str:
        d = (
            f"M{number(x + 1)} {number(y + 8)}h8l-4-7z"
            if finding == LARGE
            else f"M{number(x + 1)} {number(y + 1)}h8l-4 7z"
        )
        look = {"fill": ACCENT} if finding == LARGE else {"fill": "#ffffff", "stroke": ACCENT, "stroke_width": 1.2}
        return tag("path", d=d, **look)

    return draw
