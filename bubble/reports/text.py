"""The text of a template with its placeholders found and checked, and the branches that hold chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bubble.filling.placeholder import OPENS, spans_in
from bubble.reports.grammar import BRANCHES, Part, read
from graph.errors import GraphError, one_line

_OPEN, _CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
"""What stands for a placeholder while the Markdown is read: no sign of Markdown can be in it."""


@dataclass(frozen=True)
class Script:
    """A text in which a token stands for each of its parts; `lines` are those the parts begin on."""

    path: Path
    text: str
    parts: tuple[Part, ...]
    lines: tuple[int, ...]

    def wrong(self, line: int, told: object) -> GraphError:
        """An error of the template: file, line, what is wrong there."""
        return GraphError(f"{one_line(self.path)}:{line}: {told}")

    def line_of(self, part: Part) -> int:
        """The line on which a part begins; the first, for a part of no text."""
        return next((line for each, line in zip(self.parts, self.lines, strict=True) if each is part), 1)

    def part(self, token: str) -> Part | None:
        """The part for which a text that is a token alone stands."""
        found = TOKEN.fullmatch(token.strip())
        return self.parts[int(found[1])] if found else None


def script_of(path: Path, text: str) -> Script:
    """The text with every placeholder read. Raises GraphError, with file and line, for the first that means nothing."""
    text = text.translate({ord(_OPEN): "\ufffd", ord(_CLOSE): "\ufffd"})
    parts: list[Part] = []
    lines: list[int] = []
    made: list[str] = []
    at = 0
    for start, end, inside, line in _spans(path, text):
        try:
            parts.append(read(inside))
        except GraphError as error:
            raise GraphError(f"{one_line(path)}:{line}: {error}") from None
        lines.append(line)
        # A placeholder of several lines keeps them, so that what follows keeps its number.
        made += [text[at:start], f"{_OPEN}{len(parts) - 1}{_CLOSE}", "\n" * text.count("\n", start, end)]
        at = end
    script = Script(path, "".join([*made, text[at:]]), tuple(parts), tuple(lines))
    _check_branches(script)
    return script


def _spans(path: Path, text: str) -> Iterator[tuple[int, int, str, int]]:
    done = 0
    try:
        for span in spans_in(text):
            yield span.start, span.end, span.inside, text.count("\n", 0, span.start) + 1
            done = span.end
    except GraphError as error:
        opened = OPENS.search(text, done)
        line = text.count("\n", 0, opened.start() if opened else done) + 1
        raise GraphError(f"{one_line(path)}:{line}: {error}") from None


def _check_branches(script: Script) -> None:
    """Raise GraphError where an if has no end, an else or end no if, or one of them is not alone on its line."""
    open_ifs: list[tuple[int, bool]] = []
    for number, text in enumerate(script.text.split("\n"), 1):
        held = [script.parts[int(found)] for found in TOKEN.findall(text)]
        branch = next((part for part in held if part.kind in BRANCHES), None)
        if branch is None:
            continue
        if script.part(text) is None:
            raise script.wrong(number, f"{branch.kind}: expected it alone on its line, found more there")
        if branch.kind in ("if", "if-not"):
            open_ifs.append((number, False))
        elif not open_ifs:
            raise script.wrong(number, f"{branch.kind}: expected an if before it, found none")
        elif branch.kind == "end":
            open_ifs.pop()
        elif open_ifs[-1][1]:
            raise script.wrong(number, "else: expected one for each if, found another")
        else:
            open_ifs[-1] = (open_ifs[-1][0], True)
    if open_ifs:
        raise script.wrong(open_ifs[-1][0], "if: expected {{bubble: end}} on a line behind it, found none")


def branched(script: Script, holds: Callable[[Part], bool]) -> str:
    """The text without the branches that don't hold; their lines are empty, so that the others keep their numbers."""
    kept: list[str] = []
    state: list[bool] = []
    for text in script.text.split("\n"):
        part = script.part(text)
        kind = part.kind if part else ""
        if part and kind in ("if", "if-not"):
            # What stands in a branch that does not hold is not asked.
            state.append(all(state) and holds(part) == (kind == "if"))
            if not all(state[:-1]):
                state[-1] = False
        elif kind == "else":
            state[-1] = not state[-1]
        elif kind == "end":
            state.pop()
        kept.append(text if all(state) and kind not in BRANCHES else "")
    return "\n".join(kept)
