"""Sentences that answer what networks ask: around a party, programmes, firms, agreements; in English and Thai."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from graph.store import Record
from graph.vocabulary import Comparator
from queries.sentences.wording import NAMED, Sentence, by_step, counted, listed, named


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


_MEASURES = (
    ("firms_joined", "joined", "เข้าร่วม"),
    ("firms_matched", "matched", "จับคู่ได้"),
    ("sales", "of sales", "ยอดขาย"),
    ("growth", "of growth", "เพิ่มขึ้น"),
)
_UNITS = {
    "firms": ("firms", "กิจการ"),
    "million THB": ("million baht", "ล้านบาท"),
    "percent": ("per cent", "ร้อยละ"),
    "countries": ("countries", "ประเทศ"),
}


def figures(rows: Sequence[Record], language: str) -> str:
    """Figures of one source as a phrase, each with its comparator; what is no funnel's figure is left out."""
    told: list[str] = []
    for measure, en, th in _MEASURES:
        for row in rows:
            if row["measure"].partition(" ")[0] != measure or row["value"] is None:
                continue
            bound = next((word for word in Comparator if word.value == row["comparator"]), Comparator.EQUAL)
            exact = bound is Comparator.EQUAL
            unit, unit_th = _UNITS.get(row["unit"], (row["unit"], row["unit"]))
            value = f"{row['value']:,g}" if row["value"] < 1e6 else f"{row['value']:,.0f}"
            if language == "th":
                amount = f"{'' if exact else bound.th + ' '}{value} {unit_th}"
                if unit_th == "ร้อยละ":
                    amount = f"{'' if exact else bound.th}ร้อยละ {value}"
                told.append(f"{th} {amount}")
            else:
                told.append(f"{'' if exact else bound.en + ' '}{value} {unit} {en}")
    return " ".join(told) if language == "th" else ", ".join(told)


def by_source(rows: Iterable[Record]) -> dict[tuple[str, str], list[Record]]:
    """Figures by what they are about and who gives them, for those of two sources are never mixed."""
    found: dict[tuple[str, str], list[Record]] = {}
    for row in rows:
        found.setdefault((row["about"], row["source"]), []).append(row)
    return found


def behind_programmes(rows: Sequence[Record], told: Sequence[Record], language: str) -> str:
    """The programme with most links, its legs and figures; opening: the rows of "figures-of-programme"."""
    names = {(r["kind"], r["id"]): r for r in rows if r["kind"] == "Programme"}
    parent = {r["id"]: r["other_id"] for r in rows if r["relation"] == "PART_OF"}
    links = {r["id"]: r for r in rows if r["relation"] == "UNDER"}
    under: dict[str, set[str]] = {}
    for row in rows:
        if row["relation"] == "UNDER":
            under.setdefault(row["other_id"], set()).add(row["id"])
    if not under:
        return ""
    main = max(sorted(under), key=lambda id: len(under[id]))
    legs = sorted(id for id, above in parent.items() if above == main)
    own = set[str]().union(*(under.get(id, set[str]()) for id in (main, *legs)))
    steps = by_step((links[id]["status"] for id in own), language)
    row = next(r for r in rows if main in (r["id"], r["other_id"]))
    who = named(row, "name" if row["id"] == main else "other_name", language)
    leg_names = [named(names["Programme", id], "name", language) for id in legs]
    mine = {r["id"] for r in rows if r["kind"] == "Programme"} | {
        r["other_id"] for r in rows if r["other_kind"] == "Programme"
    }
    others = len(mine) - 1 - len(legs)
    called = {r[f"{s}name"]: named(r, f"{s}name", language) for r in rows for s in ("", "other_") if r[f"{s}name"]}
    counts = [
        (called.get(about, about), phrase)
        for (about, _), given in by_source(told).items()
        if (phrase := figures([row for row in given if row["measure"] != "growth"], language))  # its base is not given
    ]
    if language == "th":
        return (
            f"{who}มีโครงการย่อย {len(legs)} โครงการ"
            + (f" ได้แก่ {listed(leg_names, 'th')}" if legs else "")
            + f"; มีความเชื่อมโยง {len(own)} รายการ: {steps}"
            + "".join(f"; แหล่งข้อมูลหนึ่งให้ตัวเลขของ{about}: {phrase}" for about, phrase in counts)
            + (f"; นอกจากนี้มีโครงการอื่นอีก {others} โครงการ" if others else "")
        )
    return (
        f"{who} has {counted(len(legs), 'leg', 'legs')}"
        + (f", {listed(leg_names, 'en')}" if legs else "")
        + f"; {counted(len(own), 'link stands', 'links stand')} under them: {steps}."
        + "".join(f" One source gives for the {about}: {phrase}." for about, phrase in counts)
        + (f" Beside it, {counted(others, 'other programme is', 'other programmes are')} known." if others else "")
    )


_FORMS = (
    ("joint venture", "joint venture", "joint ventures", "กิจการร่วมค้า"),
    ("equity stake", "equity stake", "equity stakes", "การถือหุ้น"),
    ("investment", "other investment", "other investments", "การลงทุนอื่น"),
)


def firms_across_borders(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many joint ventures, stakes and investments there are, how far they have come, and between whom most."""
    links = {row["link"]: row for row in rows}
    if not links:
        return "ไม่พบรายการในข้อมูลชุดนี้" if language == "th" else "The data hold none."
    firms = {row["id"] for row in rows if row["kind"] == "Firm"}
    countries: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for row in rows:
        if row["country"]:
            countries.setdefault(row["link"], set()).add(row["country"])
            names[row["country"]] = named(row, "country_name", language)
    pairs = Counter(tuple(sorted(codes)) for codes in countries.values() if len(codes) == 2)
    top = sorted(pairs, key=lambda pair: (-pairs[pair], pair))[:NAMED]
    most = [f"{names[a]}–{names[b]} ({pairs[a, b]})" for a, b in top]
    forms = Counter(row["form"] for row in links.values())
    shares = sum(row["share"] is not None for row in links.values())
    steps = by_step((row["status"] for row in links.values()), language)
    if language == "th":
        kinds = " ".join(f"{th} {forms[form]}" for form, _one, _many, th in _FORMS if forms[form])
        return (
            f"{len(links)} รายการของ {len(firms)} บริษัทข้ามพรมแดน ({kinds}): {steps}"
            + (f"; มากที่สุดระหว่าง{' '.join(most)}" if most else "")
            + f"; ทราบสัดส่วนการถือหุ้น {shares} รายการ"
        )
    kinds = listed([counted(forms[form], one, many) for form, one, many, _th in _FORMS if forms[form]], "en")
    return (
        f"{kinds} join {counted(len(firms), 'firm', 'firms')} across borders: {steps}."
        + (f" Most between {listed(most, 'en')}." if most else "")
        + f" The share is known for {shares} of the {len(links)}."
    )


def agreements_of_members(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many agreements join members, how many are in force, RCEP for how many, and Thailand's with whom."""
    texts = {row["agreement"]: row for row in rows}
    many = [row for row in texts.values() if row["members"] > 2]
    over = sum(row["ended"] is not None for row in texts.values())
    force = sum(row["in_force"] is not None and row["ended"] is None for row in texts.values())
    only_signed = len(texts) - over - force
    rcep = [row for row in rows if row["agreement"] == "rcep"]
    bound = sum(row["status"] == "in force" for row in rcep)
    others = [named(row, "member", language) for row in rcep if row["status"] != "in force"]
    home = {row["agreement"] for row in rows if row["code"] == "THA"}
    two = [
        named(row, "member", language)
        for row in rows
        if row["agreement"] in home and row["members"] == 2 and row["code"] != "THA"
    ]
    if language == "th":
        return (
            f"ความตกลง {len(texts)} ฉบับผูกพันสมาชิกตั้งแต่สองประเทศขึ้นไป: "
            f"หลายประเทศ {len(many)} สองประเทศ {len(texts) - len(many)}; "
            f"มีผลบังคับใช้แล้ว {force} ลงนามแล้วแต่ไม่ทราบวันมีผล {only_signed} สิ้นสุดแล้ว {over}"
            + (f"; RCEP มีผลกับสมาชิก {bound} จาก {len(rcep)} ประเทศ" if rcep else "")
            + (f" ยังไม่ทราบวันมีผลของ{listed(others, 'th')}" if others else "")
            + (f"; ไทยเป็นภาคี {len(home)} ฉบับ" if home else "")
            + (f" โดยเป็นสองฝ่ายกับ{listed(sorted(two), 'th')}" if two else "")
        )
    return (
        f"{counted(len(texts), 'agreement joins', 'agreements join')} at least two members, "
        f"{len(many)} of them several and {len(texts) - len(many)} just two: "
        f"{force} in force, {only_signed} signed without a known date of force, {over} over."
        + (f" RCEP is in force for {bound} of {len(rcep)} members" if rcep else "")
        + (f", not known to be for {listed(others, 'en')}." if others else "." if rcep else "")
        + (f" Thailand is party to {len(home)}" if home else "")
        + (f", two-sided with {listed(sorted(two), 'en')}." if two else "." if home else "")
    )


SENTENCES: dict[str, Sentence] = {
    "neighbourhood": neighbourhood,
    "behind-programmes": behind_programmes,
    "firms-across-borders": firms_across_borders,
    "agreements-of-members": agreements_of_members,
}
