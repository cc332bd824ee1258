"""Sentences on who a party is, who the partners of a country are, and who stands in links, in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from graph.store import Record
from graph.vocabulary import Role, Status
from queries.sentences.wording import Sentence, by_step, counted, listed, most, named, nothing

_KINDS = {
    "Agency": ("agency", "agencies", "หน่วยงาน"),
    "Firm": ("firm", "firms", "บริษัท"),
    "Country": ("country", "countries", "ประเทศ"),
    "Bloc": ("group of states", "groups of states", "กลุ่มประเทศ"),
}
_HOME_TH = {"Thailand": "ไทย"}
"""The rows tell the Thai name of a country only where it is a partner itself."""
_NO_COUNTRY = ("a group of states", "not known")
_FURTHEST_FIRST = [str(word.value) for word in Status]


def party(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """What kind of party is meant, of which country, and under how many other names it is known."""
    if not rows:
        return nothing(language)
    row = rows[0]
    one, _many, thai = _KINDS.get(row["kind"], ("party", "parties", "ฝ่าย"))
    who = named(row, "name", language)
    twin = row["name"] if language == "th" else row["name_th"]
    told = ", ".join(dict.fromkeys(word for word in (twin, row["short"]) if word and word != who))
    who += f" ({told})" if told else ""
    known = {str(row[name] or "").casefold() for name in ("name", "name_th", "short")}
    others = len({alias.casefold() for alias in row["aliases"] or ()} - known)
    has_seat = row["kind"] in ("Agency", "Firm")
    home = named(row, "country_name", language) if row["country_name"] or row["country_name_th"] else ""
    if language == "th":
        return (
            f"{who} เป็น{thai}"
            + ((f"ของ{home}" if home else "ที่ไม่ทราบประเทศ") if has_seat else "")
            + (f" มีชื่ออื่นในข้อมูลอีก {others} ชื่อ" if others else "")
            + (f" เว็บไซต์ {row['website']}" if row["website"] else "")
        )
    article = "an" if one[0] in "aeiou" else "a"
    return (
        f"{who} is {article} {one}"
        + ((f" of {home}" if home else " of a country not known") if has_seat else "")
        + (f" ({row['form']})" if row["form"] else "")
        + (f", known by {counted(others, 'other name', 'other names')}" if others else "")
        + "."
        + (f" Website: {row['website']}" if row["website"] else "")
    )


def partners_of_country(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many partners share how many links, where most of them are, how far they have come, and who has most."""
    if not rows:
        return nothing(language)
    links = len({link for row in rows for link in row["link_ids"]})
    homes = Counter(row["partner_country"] for row in rows if row["partner_country"] not in _NO_COUNTRY)
    states = _HOME_TH | {
        r["partner_country"]: r["partner_th"] for r in rows if r["kind"] == "Country" and r["partner_th"]
    }
    where = most(homes, states if language == "th" else {}, language)
    shared = {f"{i:06}": row["links"] for i, row in enumerate(rows)}
    name = "partner_th" if language == "th" else "partner"
    top = most(shared, {f"{i:06}": str(row[name] or row["partner"]) for i, row in enumerate(rows)}, language)
    steps = by_step((_furthest(row["statuses"]) for row in rows), language)
    groups, unknown = (sum(row["partner_country"] == word for row in rows) for word in _NO_COUNTRY)
    if language == "th":
        return (
            f"ประเทศนี้มีความเชื่อมโยง {links} รายการกับพันธมิตร {len(rows)} ราย"
            + (f"ใน {len(homes)} ประเทศ" if homes else "")
            + (f" มากที่สุดอยู่ใน{where}" if where else "")
            + f"; พันธมิตรตามสถานะที่คืบหน้าที่สุด: {steps}"
            + (f"; ความเชื่อมโยงมากที่สุดกับ{top}" if top else "")
            + (f"; กลุ่มประเทศ {groups} ราย" if groups else "")
            + (f"; ไม่ทราบประเทศ {unknown} ราย" if unknown else "")
        )
    return (
        f"The country has {counted(links, 'link', 'links')} with {counted(len(rows), 'partner', 'partners')}"
        + (f" in {counted(len(homes), 'country', 'countries')}" if homes else "")
        + (f", most in {where}" if where and len(homes) > 1 else "")
        + f". Partners at their furthest: {steps}."
        + (f" Most links: {top}." if top else "")
        + (f" {counted(groups, 'partner is a group', 'partners are groups')} of states." if groups else "")
        + (f" The country of {unknown} is not known." if unknown else "")
    )


def _furthest(statuses: Iterable[str]) -> str | None:
    """The status that has come furthest; a plan never stands for a deal."""
    held = set(statuses)
    return next((status for status in _FURTHEST_FIRST if status in held), None)


def sides_of_links(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many parties of which kind stand in the links, which in most, and what is only a place."""
    if not rows:
        return nothing(language)
    links = {row["link"] for row in rows}
    sides = {(row["link"], row["kind"], row["id"]): row for row in rows if row["role"] == Role.PARTY}
    bodies = {(row["kind"], row["id"]): row for row in sides.values()}
    kinds = Counter(kind for kind, _ in bodies)
    names = {id: named(row, "name", language) for (_, id), row in bodies.items()}
    top = most(Counter(id for _, _, id in sides), names, language)
    places = len({row["link"] for row in rows if row["role"] == Role.PLACE})
    homeless = sum(row["country"] is None for (kind, _), row in bodies.items() if kind != "Bloc")
    if language == "th":
        told = " ".join(f"{th} {kinds[kind]}" for kind, (_, _, th) in _KINDS.items() if kinds[kind])
        return (
            f"ความเชื่อมโยง {len(links)} รายการมีคู่ภาคี {len(bodies)} ราย: {told}"
            + (f"; อยู่ในความเชื่อมโยงมากที่สุด: {top}" if top else "")
            + (f"; {places} รายการมีฝ่ายที่เป็นเพียงสถานที่ ไม่ใช่ผู้ลงนาม" if places else "")
            + (f"; ไม่ทราบประเทศของคู่ภาคี {homeless} ราย" if homeless else "")
        )
    told = listed([counted(kinds[kind], one, many) for kind, (one, many, _) in _KINDS.items() if kinds[kind]], "en")
    return (
        f"{counted(len(links), 'link has', 'links have')} {counted(len(bodies), 'party', 'parties')}: {told}."
        + (f" In most links: {top}." if top else "")
        + (
            f" {counted(places, 'link names', 'links name')} a side that is only the place, no signatory."
            if places
            else ""
        )
        + (f" The country of {counted(homeless, 'party', 'parties')} is not known." if homeless else "")
    )


SENTENCES: dict[str, Sentence] = {
    "party": party,
    "partners-of-country": partners_of_country,
    "sides-of-links": sides_of_links,
}
