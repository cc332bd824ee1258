"""How well links are sourced: a row of dots for each member, one dot a link, its shape by source, its shade by age."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from visuals.charts.bars import names_width
from visuals.charts.chart import Chart
from visuals.charts.look import ACCENT, GRID, GROUND, RAMP, Entry
from visuals.labels import Box, lines_of
from visuals.picture import Text
from visuals.sheet import INK, SOFT
from visuals.svg import block, number, tag

NAME, HEAD = 7.8, 6.8
LARGEST = 9.0
YEARS = (1, 3, 5)
"""Where one shade of age ends and the next begins, in years since the newest word of a link."""
SEVERAL, ONE, UNDATED, PARTY = "several", "one", "undated", "party"
GROUPS: dict[str, Text] = {
    SEVERAL: Text("more than one source", "มากกว่าหนึ่งแหล่งข้อมูล"),
    ONE: Text("one source", "แหล่งข้อมูลเดียว"),
    UNDATED: Text("one source, no date", "แหล่งข้อมูลเดียว ไม่ทราบวันที่"),
    PARTY: Text("only the word of a party to it", "มีเพียงคำบอกของคู่ภาคีเอง"),
}
"""What a link rests on, the best first."""
HEADS = (
    Text("more than one source", "มากกว่าหนึ่งแหล่ง"),
    Text("older than a year", "เก่ากว่าหนึ่งปี"),
    Text("without a date", "ไม่ทราบวันที่"),
)
"""What is counted at the right of each row."""
AGES = (
    Text("heard of within a year", "มีข่าวภายใน 1 ปี"),
    Text("1 to 3 years ago", "1 ถึง 3 ปีก่อน"),
    Text("3 to 5 years ago", "3 ถึง 5 ปีก่อน"),
    Text("longer ago", "นานกว่า 5 ปี"),
)


class Dot(NamedTuple):
    """A link in a row: the part it opens, what it rests on, its age in months, whether it is only inferred."""

    part: int
    group: str
    months: int | None
    is_inferred: bool


@dataclass(frozen=True)
class Row:
    """A member and its links."""

    name: Text
    dots: tuple[Dot, ...]

    def counts(self) -> tuple[int, int, int]:
        """How many rest on more than one source, are older than a year, have no date."""
        return (
            sum(dot.group == SEVERAL for dot in self.dots),
            sum((dot.months or 0) > 12 * YEARS[0] for dot in self.dots),
            sum(dot.months is None for dot in self.dots),
        )


@dataclass
class Coverage(Chart):
    """Rows of dots, the best sourced first."""

    dots: list[Row] = field(default_factory=list[Row])
    groups: dict[str, str] = field(default_factory=dict[str, str])
    """What each link rests on."""

    def body(self, room: Box, language: str) -> list[str]:
        """A row for each member: its name, its dots, and how many of them are well or badly sourced."""
        return _Drawn(self, room, language).parts()

    def tag_of(self, link: str) -> str:
        """What the link rests on."""
        return self.groups.get(link, ONE)

    def legend(self) -> list[Entry]:
        """What the shapes mean, then the shades."""
        counts = Counter(self.groups.values())
        entries = [
            Entry(
                partial(_sample, Dot(0, group, 40 if group == ONE else 0, is_inferred=False)),
                Text(f"{words.en} {counts[group]}", f"{words.th} {counts[group]}"),
                group,
            )
            for group, words in GROUPS.items()
            if counts[group]
        ]
        ages = [Entry(partial(_swatch, shade), words) for shade, words in zip(RAMP, AGES, strict=True)]
        inferred = Text("dot inside: inferred, not stated", "จุดกลาง: อนุมาน ไม่ได้ระบุโดยตรง")
        return [*entries, *ages, Entry(partial(_sample, Dot(0, ONE, 20, is_inferred=True)), inferred)]


class _Drawn:
    """The chart in a box, in a language."""

    def __init__(self, chart: Coverage, room: Box, language: str) -> None:
        self.chart, self.language, self.room = chart, language, room
        self.names = names_width((row.name for row in chart.dots), NAME, language, room.w * 0.25) + 8
        self.column = 56.0 if room.w > 500 else 45.0
        self.told = 10 + self.column * len(HEADS)
        self.top = room.y + HEAD * 3.6 + 4
        self.high = (room.y + room.h - self.top) / max(len(chart.dots), 1)
        most = max((len(row.dots) for row in chart.dots), default=1) or 1
        across = room.w - self.names - self.told
        # as many dots one above the other as lets them be largest
        self.rows, self.pitch = max(
            ((k, min(self.high * 0.86 / k, across / -(-most // k), LARGEST)) for k in range(1, 9)), key=lambda p: p[1]
        )

    def parts(self) -> list[str]:
        parts: list[str] = []
        for head, x in zip(HEADS, self.columns(), strict=True):
            lines = lines_of(head.of(self.language), HEAD, self.column - 4, 3)
            parts.append(block(lines, x, self.room.y + HEAD, HEAD, anchor="end", fill=SOFT))
        for i, row in enumerate(self.chart.dots):
            parts += self._row(row, self.top + i * self.high)
        return parts

    def _row(self, row: Row, y: float) -> list[str]:
        base = y + self.high / 2 + NAME * 0.35
        left, start = self.room.x + self.names, y + (self.high - self.rows * self.pitch) / 2
        rule = tag("path", d=f"M{number(self.room.x)} {number(y)}h{number(self.room.w)}", stroke=GRID, stroke_width=0.4)
        parts = [
            rule,
            block(
                lines_of(row.name.of(self.language), NAME, self.names - 4, 1, 700), self.room.x, base, NAME, weight=700
            ),
        ]
        for i, dot in enumerate(row.dots):
            x = left + (i // self.rows + 0.5) * self.pitch
            at = start + (i % self.rows + 0.5) * self.pitch
            parts.append(self.chart.opened(dot.part, [_dot(dot, x, at, self.pitch * 0.84)]))
        end = left + -(-len(row.dots) // self.rows) * self.pitch
        parts.append(block([str(len(row.dots))], end + 5, base, NAME, weight=700))
        for count, x in zip(row.counts(), self.columns(), strict=True):
            parts.append(block([str(count)], x, base, NAME, anchor="end", fill=INK if count else SOFT))
        return parts

    def columns(self) -> list[float]:
        """Where the numbers at the right end."""
        right = self.room.x + self.room.w
        return [right - self.column * i for i in reversed(range(len(HEADS)))]


def shade_of(months: int | None) -> str:
    """The colour of an age; an unknown one has the ground's."""
    if months is None:
        return GROUND
    return RAMP[sum(months > 12 * year for year in YEARS)]


def _dot(dot: Dot, x: float, y: float, size: float) -> str:
    """A square for several sources, a disc for one, a ring for one without a date, a diamond for a party's word."""
    r = size / 2
    fill = shade_of(dot.months)
    if dot.group == SEVERAL:
        mark = tag("rect", x=x - r, y=y - r, width=size, height=size, fill=fill, stroke=INK, stroke_width=0.9)
    elif dot.group == PARTY:
        d = f"M{number(x)} {number(y - r)}l{number(r)} {number(r)}l-{number(r)} {number(r)}l-{number(r)}-{number(r)}z"
        mark = tag("path", d=d, fill=fill, stroke=ACCENT, stroke_width=1.1)
    elif dot.group == UNDATED:
        mark = tag(
            "circle", cx=x, cy=y, r=r - 0.5, fill=GROUND, stroke=SOFT, stroke_width=0.9, stroke_dasharray="1.5 1"
        )
    else:
        mark = tag("circle", cx=x, cy=y, r=r - 0.2, fill=fill)
    if dot.is_inferred:
        is_dark = fill in RAMP[:2]
        mark += tag("circle", cx=x, cy=y, r=r * 0.3, fill=GROUND if is_dark else INK)
    return mark


def _sample(dot: Dot, x: float, y: float) -> str:
    months = None if dot.group in (UNDATED, PARTY) else dot.months
    return _dot(dot._replace(months=months), x + 8, y + 4.5, 7.5)


def _swatch(shade: str, x: float, y: float) -> str:
    return tag("rect", x=x + 1, y=y + 0.8, width=14.0, height=7.5, rx=1.5, fill=shade)
