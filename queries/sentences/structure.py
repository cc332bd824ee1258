"""Sentences on who holds the network of links together and what falls apart without whom, in English and Thai."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.store import Record
from queries.sentences.wording import NAMED, Sentence, after_thai, by_step, counted, listed, named, some

_CLEAR = 0.3
"""Modularity from which the parting into groups is clear."""
_TOP = 2
"""So many parties are named without whom most are cut off."""


def brokers(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """Through whom most shortest ways between others lead, who has most partners, and how many have only one."""
    if not rows:
        return ""
    homes = {row["id"]: named(row, "party", language) for row in rows if row["kind"] == "Country"}
    between = sorted((r for r in rows if r["betweenness"]), key=lambda r: -r["betweenness"])[:NAMED]
    wide = sorted((r for r in rows if r["partners"]), key=lambda r: (-r["partners"], -r["links"]))[:NAMED]
    lone = sum(row["partners"] == 1 for row in rows)
    guessed = any(row["basis"] not in (None, "exact") for row in rows)
    most = ", ".join(f"{_party(row, homes, language)} {row['partners']}" for row in wide)
    if language == "th":
        told = ", ".join(f"{_party(row, homes, 'th')} ร้อยละ {_share(row)}" for row in between)
        return (
            (
                f"เส้นทางสั้นที่สุดระหว่างคู่ภาคีรายอื่นผ่านรายต่อไปนี้มากที่สุด (สัดส่วนของคู่ทั้งหมด{' ค่าประมาณ' if guessed else ''}): {told}"
                if told
                else "ไม่พบคู่ภาคีที่เป็นตัวกลางระหว่างรายอื่น"
            )
            + (f"; ในบรรดา {len(rows)} รายที่แสดง มีคู่ภาคีโดยตรงมากที่สุด: {most}" if most else "")
            + (f"; {lone} รายมีคู่ภาคีเพียงรายเดียว" if lone else "")
        )
    told = ", ".join(f"{_party(row, homes, 'en')} {_share(row)} %" for row in between)
    return (
        (
            f"Most shortest ways between others lead through (share of their pairs{', estimated' * guessed}): {told}."
            if told
            else "No party stands between others."
        )
        + (f" Most direct partners of the {len(rows)} listed: {most}." if most else "")
        + (f" {counted(lone, 'party has', 'parties have')} a single partner." if lone else "")
    )


def _share(row: Record) -> str:
    """Betweenness in percent, two digits of what is small."""
    percent = 100 * row["betweenness"]
    return f"{percent:.1f}" if percent >= 1 else f"{percent:.2g}"


def _party(row: Record, homes: Mapping[str, str], language: str) -> str:
    """A party with its country, by name where the rows have it, else by code; left out where the name has one."""
    name, home = named(row, "party", language), row["country"]
    return name if row["kind"] == "Country" or not home or "(" in name else f"{name} ({homes.get(home, home)})"


def communities(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many groups there are, around whom the largest, how many stand alone, and how clear the parting is."""
    if not rows:
        return ""
    groups = sorted(rows, key=lambda row: (-row["size"], row["community"]))
    first, closed = groups[0], sum(not row["outward"] for row in rows)
    modularity = first["modularity"]
    is_clear = modularity is not None and modularity >= _CLEAR
    if language == "th":
        rest = ", ".join(f"{named(row, 'around', 'th')} ({row['size']} ราย)" for row in groups[1:NAMED])
        return (
            f"พบ {len(rows)} กลุ่มที่ร่วมมือกันเองมากกว่ากับรายอื่น "
            f"กลุ่มใหญ่ที่สุดมี{after_thai(named(first, 'around', 'th'))} เป็นศูนย์กลาง "
            f"มีคู่ภาคี {first['size']} ราย จาก {len(first['countries'])} ประเทศ "
            f"ความเชื่อมโยงภายใน {first['inside']} รายการ และกับภายนอก {first['outward']} รายการ"
            + (f"; รองลงมา: {rest}" if rest else "")
            + (f"; {closed} กลุ่มไม่มีความเชื่อมโยงกับภายนอกกลุ่ม" if closed else "")
            + f"; การแบ่งกลุ่ม{'ชัดเจน' if is_clear else 'ไม่ชัดเจน'}"
        )
    rest = ", ".join(f"{row['around']} ({row['size']})" for row in groups[1:NAMED])
    return (
        f"{counted(len(rows), 'group deals', 'groups deal')} with one another more than with the rest. "
        f"{'The largest' if len(rows) > 1 else 'It'} is around {first['around']}: {first['size']} parties of "
        f"{counted(len(first['countries']), 'country', 'countries')}, "
        f"{counted(first['inside'], 'link', 'links')} inside and {first['outward'] or 'none'} to others"
        + (f", mostly in {some(first['sub_sectors'], 'en')}" if first["sub_sectors"] else "")
        + (f"; next around {rest}." if rest else ".")
        + (f" {counted(closed, 'group has', 'groups have')} no link to others." if closed else "")
        + f" The parting is {'clear' if is_clear else 'weak'}."
    )


def shortest_chain(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """In how many steps the firm reaches whom, over whom, how far the ties have come, and that nobody vouches."""
    if not rows:
        return ""
    first = rows[0]
    if first["steps"] is None:
        return (
            f"ไม่พบเส้นทางจาก {first['firm']} ในข้อมูลชุดนี้ ซึ่งไม่ได้หมายความว่าไม่มีอยู่จริง"
            if language == "th"
            else f"The data hold no chain from {first['firm']}, which does not mean that there is none."
        )
    over, others = first["chain"][1:-1], len(rows) - 1
    links = [status for status in first["statuses"] if status]
    if language == "th":
        return (
            f"จาก {first['firm']} ไปถึง {first['partner']} ใน {first['steps']} ขั้น"
            + (f" ผ่าน {' และ '.join(over)}{' ตามลำดับ' if len(over) > 1 else ''}" if over else " โดยตรง")
            + (f"; ความสัมพันธ์ในเส้นทาง: {by_step(links, 'th')}" if links else "")
            + (f"; อีก {others} รายอยู่ห่างเท่ากัน" if others else "")
            + "; ไม่มีแหล่งข้อมูลใดระบุว่าผู้ใดจะแนะนำบริษัทให้"
        )
    return (
        f"{first['firm']} reaches {first['partner']} in {counted(first['steps'], 'step', 'steps')}"
        + (f", over {' and then '.join(over)}" if over else ", directly")
        + (f"; ties on the way: {by_step(links, 'en')}." if links else ".")
        + (f" {counted(others, 'other is', 'others are')} as near." if others else "")
        + " No source says that any of them would introduce the firm."
    )


def single_points(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """How many parties and ties the network hangs on, which cut off most, and how many ties rest on one link."""
    if not rows:
        return ""
    found = sorted(rows, key=lambda row: -row["cut_off"])
    parties = [row for row in found if row["sort"] == "party"]
    ties = [row for row in found if row["sort"] == "tie"]
    thin = sum(row["links"] == 1 for row in ties)
    if language == "th":
        kinds = [f"คู่ภาคี {len(parties)} ราย" if parties else "", f"ความสัมพันธ์ {len(ties)} คู่" if ties else ""]
        told = ", ".join(f"{named(row, 'point', 'th')} {row['cut_off']} ราย" for row in parties[:_TOP])
        tie = f"{named(ties[0], 'point', 'th')} {ties[0]['cut_off']} ราย" if ties else ""
        return (
            f"เครือข่ายพึ่งพา{' และ'.join(filter(None, kinds))} ซึ่งหากขาดไปจะมีรายอื่นถูกตัดขาด"
            + (f"; คู่ภาคีที่ตัดขาดรายอื่นมากที่สุด: {told}" if told else "")
            + (f"; ความสัมพันธ์ที่ตัดขาดมากที่สุด: {tie}" if tie else "")
            + (f"; {thin} คู่มีความเชื่อมโยงรองรับเพียงรายการเดียว" if thin else "")
        )
    kinds = [
        counted(len(parties), "party", "parties") if parties else "",
        counted(len(ties), "tie", "ties") if ties else "",
    ]
    told = " and ".join(f"{row['point']} ({row['cut_off']})" for row in parties[:_TOP])
    return (
        f"The network hangs on {' and '.join(filter(None, kinds))}, without which others are cut off."
        + (f" Parties that cut off most: {told}." if told else "")
        + (f" The tie that cuts off most: {ties[0]['point']} ({ties[0]['cut_off']})." if ties else "")
        + (f" {counted(thin, 'tie rests', 'ties rest')} on a single link." if thin else "")
    )


def without_party(rows: Sequence[Record], _: Sequence[Record], language: str) -> str:
    """What of each count is lost without the party, and which counts stay as they are."""
    if not rows:
        return ""
    lost = [row for row in rows if row["before"] > row["after"]]
    more = [row for row in rows if row["before"] < row["after"]]
    same = [row for row in rows if row["before"] == row["after"]]
    if language == "th":
        parts = [f"{named(row, 'measure', 'th')}ลดจาก {row['before']} เหลือ {row['after']}" for row in lost]
        parts += [f"{named(row, 'measure', 'th')}เพิ่มจาก {row['before']} เป็น {row['after']}" for row in more]
        stays = ", ".join(f"{named(row, 'measure', 'th')} {row['after']}" for row in same)
        return (
            f"หากไม่มี{after_thai(_gone(rows[0], 'th'))} "
            + ("; ".join(parts) or "ทุกตัวเลขยังคงเท่าเดิม")
            + (f"; คงเดิม: {stays}" if parts and stays else "")
        )
    parts = [f"{row['lost']} of {row['before']} {row['measure']}" + _which(row) for row in lost]
    grown = ", ".join(f"{row['measure']} go from {row['before']} to {row['after']}" for row in more)
    stays = ", ".join(f"{row['measure']} ({row['after']})" for row in same)
    gone, lost_one = _gone(rows[0], "en"), len(lost) == 1 and lost[0]["lost"] == 1
    if not parts and not grown:
        return f"Without {gone} every count stays as it is: {stays}."
    return (
        (
            f"Without {gone}, {listed(parts, 'en')} {'is' if lost_one else 'are'} lost."
            if parts
            else f"Without {gone} nothing is lost."
        )
        + (f" More than before: {grown}." if grown else "")
        + (f" As before: {stays}." if stays else "")
    )


def _which(row: Record) -> str:
    """The members or sub-sectors lost, by name."""
    return f" ({some(row['what'], 'en')})" if row["measure"] in ("members reached", "sub-sectors reached") else ""


def _gone(row: Record, language: str) -> str:
    """The party that is gone, which the rows name in what each count means only."""
    if language == "th":
        before, _, rest = (row["meaning_th"] or "").partition(f" {row['measure_th']}")
        return before.removeprefix("หากไม่มี ") if rest else "รายนี้"
    before, _, rest = (row["meaning"] or "").partition(f" {row['measure']} ")
    return before.removeprefix("Without ") if rest else "it"


SENTENCES: dict[str, Sentence] = {
    "brokers": brokers,
    "communities": communities,
    "shortest-chain": shortest_chain,
    "single-points": single_points,
    "without-party": without_party,
}
