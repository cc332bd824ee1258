"""Sentences that answer what networks ask: around a party, programmes, firms, agreements; see queries/sentences.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from graph.store import Record

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


def neighbourhood(rows: Sequence[Record], parties: Sequence[Record], language: str) -> str:
    """Who has how many links with whom; opening: the row of the question "party"."""
    who = named(parties[0], "name", language) if parties else ""
    own = {row["link"]: row for row in rows if row["step"] == 1}
    others = {(row["other_kind"], row["other_id"]) for row in rows if row["step"] == 1 and row["other_id"]}
    lone = [link for link, row in own.items() if row["other_id"] is None]
    homes = {row["other_country"]: row for row in rows if row["step"] == 1 and row["other_country"]}
    links = Counter(
        home for _, home in {(r["link"], r["other_country"]) for r in rows if r["step"] == 1 and r["other_country"]}
    )
    links.pop(parties[0]["country"] if parties else "", None)
    # named only where they stand out from the many with a single link
    top = [c for c in sorted(links, key=lambda code: (-links[code], code)) if links[c] > 1 or len(links) <= NAMED][
        :NAMED
    ]
    steps = by_step((row["status"] for row in own.values()), language)
    beyond = {row["link"] for row in rows if row["step"] > 1}
    if language == "th":
        if not own:
            return f"ข้อมูลชุดนี้ไม่มีความเชื่อมโยงของ{who} ซึ่งไม่ได้หมายความว่าไม่มีอยู่จริง"
        most = " ".join(f"{named(homes[c], 'other_country_name', 'th')} ({links[c]})" for c in top)
        return (
            f"{who}มีความเชื่อมโยง {len(own)} รายการกับคู่ความร่วมมือ {len(others)} ราย: {steps}"
            + (f"; ใน {len(links)} ประเทศ" if links else "")
            + (f" มากที่สุดกับ{most}" if top else "")
            + (f"; {len(lone)} รายการไม่ระบุคู่ความร่วมมือ" if lone else "")
            + (f"; คู่ความร่วมมือเหล่านี้มีความเชื่อมโยงต่อไปอีก {len(beyond)} รายการ" if beyond else "")
        )
    if not own:
        return f"The data hold no link of {who}, which does not mean that there is none."
    most = listed([f"{named(homes[c], 'other_country_name', 'en')} ({links[c]})" for c in top], "en")
    abroad = counted(len(links), "other country", "other countries")
    return (
        f"{who} has {counted(len(own), 'link', 'links')} with {counted(len(others), 'counterpart', 'counterparts')}"
        f": {steps}."
        + (f" In {abroad}" if links else "")
        + ((f", most with {most}." if len(links) > len(top) else f": {most}.") if top else "." if links else "")
        + (f" {counted(len(lone), 'link names', 'links name')} no counterpart." if lone else "")
        + (f" Its counterparts have {counted(len(beyond), 'more link', 'more links')}." if beyond else "")
    )
