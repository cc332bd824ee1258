"""The lines in which two texts differ, both sides, as they may stand on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from graph.errors import one_line

MOST = 24
"""Lines shown at most: a screenful."""
WIDE = 150
_LINES = 20_000
_BEFORE = 30


def differing(file: str, here: str) -> list[str]:
    """What stands in the file ("-") and what is made here ("+"), line by line; no lines say so where no word does."""
    if file == here:
        return ["every word is the same; what differs is a figure, an address, the layout or the record"]
    every = [*_pairs(file.splitlines()[:_LINES], here.splitlines()[:_LINES])]
    shown = every[:MOST]
    if len(every) > MOST:
        shown.append(f"… and {len(every) - MOST:,} more lines")
    return shown


def _pairs(file: list[str], here: list[str]) -> Iterator[str]:
    for tag, a, b, c, d in SequenceMatcher(None, file, here).get_opcodes():
        if tag == "equal":
            continue
        for place in range(max(b - a, d - c)):
            old = file[a + place] if a + place < b else None
            new = here[c + place] if c + place < d else None
            start = _start(old or "", new or "") if old and new else 0
            if old is not None:
                yield f"- file: {_window(old, start)}"
            if new is not None:
                yield f"+ here: {_window(new, start)}"


def _start(old: str, new: str) -> int:
    """Where the part of long lines begins that shows their first difference."""
    same = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    return max(0, same - _BEFORE) if max(len(old), len(new)) > WIDE else 0


def _window(line: str, start: int) -> str:
    return ("…" if start else "") + one_line(line[start:], WIDE)
