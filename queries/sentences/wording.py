"""Phrases that many sentences share: counts by status, numbers with their noun, lists of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from graph.store import Record

Sentence = Callable[[Sequence[Record], Sequence[Record], str], str]
"""Makes a sentence of the rows of an answer, those of the question it opens with, and a language."""
_STEPS = (
    (("active", "signed"), "active or signed", "ดำเนินการหรือลงนามแล้ว"),
    (("completed",), "completed", "เสร็จสิ้น"),
    (("in talks",), "in talks", "อยู่ระหว่างหารือ"),
    (("announced", "expected"), "only announced", "เพียงประกาศ"),
    (("disputed",), "disputed", "มีข้อโต้แย้ง"),
    (("ended", "failed"), "ended or failed", "สิ้นสุดหรือไม่สำเร็จ"),
)
NAMED = 3
"""So many are named; of more, the first and how many others."""


def by_step(statuses: Iterable[str | None], language: str) -> str:
    """How many have come how far, without what there is none of."""
    count = Counter(statuses)
    parts: list[str] = []
    for words, en, th in _STEPS:
        total = sum(count.pop(word, 0) for word in words)
        if total:
            parts.append(f"{th} {total}" if language == "th" else f"{total} {en}")
    rest = count.total()
    if rest:
        parts.append(f"ไม่ระบุสถานะ {rest}" if language == "th" else f"{rest} of no known status")
    return " ".join(parts) if language == "th" else ", ".join(parts)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun, "1 link" or "3 links"."""
    return f"{number} {one if number == 1 else many}"


def listed(names: Sequence[str], language: str) -> str:
    """Names in one phrase."""
    if language == "th":
        return names[0] if len(names) == 1 else f"{' '.join(names[:-1])} และ{names[-1]}" if names else ""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def named(row: Record, name: str, language: str) -> str:
    """A name in that language, else in the other."""
    return str((row[f"{name}_th"] if language == "th" else None) or row[name] or row[f"{name}_th"] or "")


def first_few(names: Sequence[str], language: str) -> str:
    """The first names in one phrase, and how many more there are."""
    more = len(names) - NAMED
    if more <= 0:
        return listed(names, language)
    told = ", ".join(names[:NAMED])
    return f"{told} และอีก {more}" if language == "th" else f"{told} and {more} more"


def after_thai(name: str) -> str:
    """A name as it stands after a Thai word: set off by a space unless it is Thai itself."""
    return name if "\u0e00" <= name[:1] <= "\u0e7f" else f" {name}"
