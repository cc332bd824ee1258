"""Paragraphs on slides: how they look, how high they stand, and where they part when a slide is full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from bubble.documents.blocks import Inline, Run
from bubble.documents.office.widths import plain
from bubble.documents.office.word_styles import ACCENT, INK, MONO
from bubble.documents.words import link_of
from visuals.labels import clusters, lines_of
from visuals.picture import shown
from visuals.thai import has_thai, words

LINE = 1.32
"""Height of a line against the size of its letters, as the font asks for."""
SLACK = 1.05
"""Words are taken to be so much wider: another machine's font may be."""
_LONGEST = 400  # characters of one piece when a paragraph is parted
_ADDRESS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Line:
    """A paragraph of a slide: its words, size in points, the space before it, indent and mark, and its look."""

    runs: Inline
    size: float
    before: float = 4.0
    indent: float = 0.0
    mark: str = ""
    colour: str = INK
    bold: bool = False
    mono: bool = False

    def high(self, room: float) -> float:
        """How high it stands in that width, with the space before it."""
        return self.before + self.rows(room) * self.size * LINE

    def rows(self, room: float) -> int:
        """In how many lines it is set in that width."""
        text, wide = plain(self.runs), (room - self.indent) / SLACK
        if self.mono:
            fit = max(int(wide / (self.size * 0.6)), 1)
            return max(-(-len(text) // fit), 1)
        weight = 700 if self.bold or any(run.bold for run in self.runs) else 400
        return len(lines_of(text, self.size, wide, 10_000, weight))

    def scaled(self, size: float) -> Line:
        """The same with no letters larger than that size."""
        return replace(self, size=min(self.size, size))


def height(lines: Sequence[Line], room: float) -> float:
    """How high the paragraphs stand under each other."""
    return sum(line.high(room) for line in lines)


def parted(lines: Sequence[Line], room: float, most: float) -> list[list[Line]]:
    """The paragraphs in as few parts as that height allows; one that is too high for any is parted itself."""
    parts: list[list[Line]] = [[]]
    left = most
    for line in (piece for whole in lines for piece in _pieces(whole, room, most)):
        high = line.high(room)
        if high > left and parts[-1]:
            parts.append([])
            left = most
        parts[-1].append(line)
        left -= high
    return _without_lonely(parts)


def _without_lonely(parts: list[list[Line]]) -> list[list[Line]]:
    """A heading in bold never stands last: it goes on to the part of its text."""
    for part, following in zip(parts, parts[1:], strict=False):
        if len(part) > 1 and part[-1].bold:
            following.insert(0, part.pop())
    return [part for part in parts if part]


def _pieces(line: Line, room: float, most: float) -> Iterator[Line]:
    if line.high(room) <= most:
        yield line
        return
    held: list[Run] = []
    for run in _words(line.runs):
        if held and replace(line, runs=(*held, run)).high(room) > most:
            yield replace(line, runs=tuple(held))
            line, held = replace(line, mark=""), []
        held.append(run)
    if held:
        yield replace(line, runs=tuple(held))


def _words(inline: Inline) -> Iterator[Run]:
    """Runs in pieces between which a paragraph may part, many words at once so that few have to be measured."""
    for run in inline:
        piece = ""
        for token in (part for found in _ADDRESS.findall(run.text) for part in _short(found)):
            if len(piece) + len(token) > _LONGEST:
                yield replace(run, text=piece, cites=())
                piece = ""
            piece += token
        yield replace(run, text=piece)


def _short(token: str) -> Iterator[str]:
    if len(token) <= _LONGEST:
        yield token
    elif has_thai(token):
        yield from words(token)
    else:
        yield from clusters(token)


def paragraph(line: Line, related: Callable[[str], str], side: str = "l") -> str:
    """The paragraph as markup; `related` takes an address and gives the name of the slide's relation to it."""
    indent = f' marL="{line.indent * 12700:.0f}" indent="{-line.indent * 12700:.0f}"' if line.indent else ""
    tab = f'<a:tabLst><a:tab pos="{line.indent * 12700:.0f}" algn="l"/></a:tabLst>' if line.mark else ""
    mark = (Run(f"{line.mark}\t"),) if line.mark else ()
    runs = "".join(_run(run, line, related) for run in (*mark, *line.runs))
    return (
        f'<a:p><a:pPr algn="{side}"{indent}><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{line.before * 100:.0f}"/></a:spcBef><a:buNone/>{tab}</a:pPr>{runs}</a:p>'
    )


def _run(run: Run, line: Line, related: Callable[[str], str]) -> str:
    target = link_of(run.address) if run.address else ""
    link = f'<a:hlinkClick r:id="{related(target)}"/>' if target else ""
    text = words_of(run.text, line, bold=run.bold, italic=run.italic, mono=run.code, inner=link)
    cites = "".join(words_of(f"[{number}]", line, colour=ACCENT, raised=True) for number in run.cites)
    return text + cites


def words_of(
    text: str,
    line: Line,
    *,
    bold: bool = False,
    italic: bool = False,
    mono: bool = False,
    raised: bool = False,
    colour: str = "",
    inner: str = "",
) -> str:
    """A run of one look, in its language, so that it is spelt and broken by the rules of that."""
    if not text:
        return ""
    marks = {"b": bold or line.bold, "i": italic}
    told = "".join(f' {name}="1"' for name, given in marks.items() if given)
    told += ' baseline="30000"' if raised else ""
    font = f'<a:latin typeface="{MONO}"/>' if mono or line.mono else ""
    language = "th-TH" if has_thai(text) else "en-GB"
    look = f'<a:rPr lang="{language}" sz="{line.size * 100:.0f}"{told} dirty="0">'
    fill = f'<a:solidFill><a:srgbClr val="{colour or line.colour}"/></a:solidFill>'
    return f"<a:r>{look}{fill}{font}{inner}</a:rPr><a:t>{_told(text)}</a:t></a:r>"


def _told(text: str) -> str:
    return "\t".join(escape(shown(part)) for part in text.split("\t"))
