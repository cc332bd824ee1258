"""Phrases that many sentences share: counts by status, numbers with their noun, lists of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

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
_LATIN = re.compile("[A-Za-z]")
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
    if not names:
        return ""
    *first, last = names
    if language == "th":
        # Latin names have blanks of their own
        gap = ", " if any(_LATIN.search(name) for name in names) else " "
        return f"{gap.join(first)} และ{' ' if _LATIN.match(last) else ''}{last}" if first else last
    return f"{', '.join(first)} and {last}" if first else last


def named(row: Record, name: str, language: str) -> str:
    """A name in that language, else in the other."""
    return str((row[f"{name}_th"] if language == "th" else None) or row[name] or row[f"{name}_th"] or "")


def after_thai(name: str) -> str:
    """A name as it stands after a Thai word: set off by a space unless it is Thai itself."""
    return name if "\u0e00" <= name[:1] <= "\u0e7f" else f" {name}"


def some(names: Sequence[str], language: str) -> str:
    """The first names in one phrase, and how many others there are."""
    rest = len(names) - NAMED
    if rest <= 0:
        return listed(names, language)
    first = ", ".join(names[:NAMED])
    return f"{first} และอีก {rest}" if language == "th" else f"{first} and {rest} more"


def most(count: Mapping[str, int], names: Mapping[str, str], language: str) -> str:
    """Those counted most, each with its number; empty where none stands out from many that were counted once."""
    order = sorted((key for key in count if count[key]), key=lambda key: (-count[key], key))
    top = [key for key in order if count[key] > 1 or len(order) <= NAMED][:NAMED]
    return listed([f"{names.get(key, key)} ({count[key]})" for key in top], language)


def nothing(language: str) -> str:
    """What is said of an answer without rows."""
    if language == "th":
        return "ข้อมูลชุดนี้ไม่มีคำตอบสำหรับคำถามนี้ ซึ่งไม่ได้หมายความว่าไม่มีอยู่จริง"
    return "The data hold no answer to this, which does not say that there is none."
