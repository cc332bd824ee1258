"""Flows beside links: what could be sold to each member, or bought from it, and whether links stand behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.vocabulary import Cell
from queries.sentences import sentence
from visuals.cards.card import EVIDENCE, LINKS, read_cards, search_of
from visuals.charts.chart import Part
from visuals.charts.flows import LOOK_OF, End, Flow, Flows, Headed
from visuals.charts.ties import name_of, part_of
from visuals.charts.words import WORDS
from visuals.payload import label_of
from visuals.picture import Fact, Text
from visuals.view import Answers, view

MEMBERS, FLOWS = "links-with-members", "possible-flows"
Row = Mapping[str, Any]


@view(
    "flows-beside-links",
    en="What could be sold to each RCEP member in food, and do links stand behind it?",
    th="ขายอาหารอะไรให้สมาชิก RCEP แต่ละประเทศได้บ้าง และมีความเชื่อมโยงรองรับหรือไม่",
    asks=(FLOWS, MEMBERS, LINKS, EVIDENCE),
    canvas=Flows,
)
def flows_beside_links(chart: Flows, answers: Answers) -> None:
    """A ribbon for each sub-sector and member with something to trade; a bar for each of both."""
    rows = answers[FLOWS]
    own = next(row for row in answers[MEMBERS] if row["is_country"])
    ties = {row["code"]: row for row in answers[MEMBERS] if not row["is_country"]}
    sells = not rows or rows[0]["direction"] != "buys"
    wanted = {link for row in ties.values() for link in row["link_ids"]} | {id for row in rows for id in row["links"]}
    chart.links, chart.passages = read_cards(answers, wanted)
    by_member, by_sector = _by(rows, "code"), _by(rows, "sector")
    # the most to trade first, members without a figure last
    codes = sorted(
        ties, key=lambda c: (-_sum(by_member.get(c, ())), not _known(by_member.get(c, ())), ties[c]["member"])
    )
    for code in codes:
        held = by_member.get(code, [])
        chart.parts.append(part_of(ties[code], own, _of_member(held)))
        figure = _sum(held) if _known(held) else None
        chart.members.append(End(len(chart.parts) - 1, name_of(ties[code]), figure))
    for held in by_sector.values():
        if _sum(held):
            chart.parts.append(_sub_sector(held, chart, sells=sells))
            figure = _own(held, sells=sells)
            chart.sub_sectors.append(End(len(chart.parts) - 1, _sector(held[0]), figure))
    drawn = [sector for sector, held in by_sector.items() if _sum(held)]
    for place, code in enumerate(codes):
        for row in sorted(by_member.get(code, ()), key=lambda r: -(r["matched"] or 0)):
            if row["matched"]:
                chart.parts.append(_ribbon(row, chart))
                at = drawn.index(row["sector"])
                chart.flows.append(Flow(len(chart.parts) - 1, at, place, row["matched"], LOOK_OF[row["state"]]))
    _table(chart, rows, [ties[code] for code in codes if not _known(by_member.get(code, ()))])
    _words(chart, own, rows, sells=sells)
    chart.say(*(sentence(FLOWS, [dict(row) for row in rows], [], language) for language in ("en", "th")))
    _notes(chart, [held[0] for held in by_sector.values() if not _sum(held) and _known(held)], sells=sells)


def _by(rows: Sequence[Row], column: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found


def _sum(rows: Sequence[Row]) -> float:
    return sum(row["matched"] or 0.0 for row in rows)


def _known(rows: Sequence[Row]) -> bool:
    return any(row["matched"] is not None for row in rows)


def _own(rows: Sequence[Row], *, sells: bool) -> float | None:
    """What the country itself exports or imports of the sub-sector: the same in the row of every member."""
    return next((row["supply" if sells else "need"] for row in rows), None)


def _sector(row: Row) -> Text:
    return Text(row["sub_sector"], row["sub_sector_th"] or "")


def _figure(value: float | None) -> tuple[str, str]:
    """A quantity in both languages."""
    if value is None:
        return WORDS["no_data"].en, WORDS["no_data"].of("th")
    told = f"{value:,.0f}" if value >= 1 or not value else f"{value:.2g}"
    return told, told


def _unit(row: Row) -> Fact:
    """What the quantities under it are told in."""
    year = row["year"] or "–"
    return Fact(
        "Quantities in",
        "หน่วยของปริมาณ",
        f"{row['unit']}, {year} ({row['dataset']})",
        f"พันตัน เทียบเท่าสินค้าขั้นปฐม ปี {year} ({row['dataset']})",
    )


def _of_member(rows: Sequence[Row]) -> list[Fact]:
    """What could be traded with a member, in all and by sub-sector, the largest first."""
    if not rows:
        return []
    total = _sum(rows) if _known(rows) else None
    told = [_unit(rows[0]), Fact("Could be traded at most", "ค้าได้มากที่สุด", *_figure(total))]
    held = sorted((row for row in rows if row["matched"]), key=lambda r: -r["matched"])
    return told + [Fact(*_sector(row), *_figure(row["matched"])) for row in held]


def _sub_sector(rows: Sequence[Row], chart: Flows, *, sells: bool) -> Part:
    """A sub-sector that opens on what could be traded with each member and on all links that serve it."""
    words = ("Exported to anybody", "ส่งออกไปทุกประเทศ") if sells else ("Imported from anybody", "นำเข้าจากทุกประเทศ")
    facts = [_unit(rows[0]), Fact(*words, *_figure(_own(rows, sells=sells)))]
    held = sorted(rows, key=lambda r: (r["matched"] is None, -(r["matched"] or 0), r["member"]))
    facts += [Fact(row["member"], row["member_th"] or "", *_figure(row["matched"])) for row in held]
    links = tuple(dict.fromkeys(link for row in rows for link in row["links"] if link in chart.links))
    running = sum(row["state"] == Cell.RUNNING for row in rows)
    said = Text(
        f"links run with {running} of {len(rows)} members",
        f"มีความเชื่อมโยงที่ดำเนินการอยู่กับสมาชิก {running} จาก {len(rows)} ประเทศ",
    )
    return Part(_sector(rows[0]), said, links, tuple(facts))


def _ribbon(row: Row, chart: Flows) -> Part:
    """A flow that opens on its items, its links and the search that looked."""
    sector, member, state = _sector(row), name_of(row), label_of(Cell, row["state"])
    told, _ = _figure(row["matched"])
    items = [Fact(item, item, *_figure(each)) for item, each in zip(row["items"], row["quantities"], strict=True)]
    return Part(
        Text(f"{sector.en} – {member.en}", f"{sector.of('th')} – {member.of('th')}"),
        Text(f"{told} thousand tonnes; links: {state.en}", f"{told} พันตัน ความเชื่อมโยง: {state.of('th')}"),
        tuple(link for link in row["links"] if link in chart.links),
        (_unit(row), *items, *search_of(row)),
        tuple(row["unknowns"]),
    )


def _table(chart: Flows, rows: Sequence[Row], without: Sequence[Row]) -> None:
    """A row for each ribbon, as they are listed, and one for each member without figures."""
    chart.columns = (
        Text("Sub-sector", "สาขาย่อย"),
        WORDS["member"],
        Text("Could be traded at most, thousand tonnes", "ค้าได้มากที่สุด (พันตัน)"),
        Text("What is known of links", "สิ่งที่ทราบเกี่ยวกับความเชื่อมโยง"),
        WORDS["links"],
    )
    for row in rows:
        if row["matched"]:
            quantity = Text(f"{row['matched']:,.2f}".rstrip("0").rstrip("."))
            state = label_of(Cell, row["state"])
            chart.rows.append((_sector(row), name_of(row), quantity, state, Text(str(len(row["links"])))))
    for row in without:
        chart.rows.append((Text("–"), name_of(row), WORDS["no_data"], Text("–"), Text(str(row["links"]))))


def _words(chart: Flows, own: Row, rows: Sequence[Row], *, sells: bool) -> None:
    name, name_th = own["member"], own["member_th"] or own["member"]
    told = next((f"{row['year']} ({row['dataset']})" for row in rows if row["year"]), "–")
    if sells:
        chart.ask(
            f"What could {name} sell to each RCEP member in food, and do links stand behind it?",
            f"{name_th}ขายอาหารอะไรให้สมาชิก RCEP แต่ละประเทศได้บ้าง และมีความเชื่อมโยงรองรับหรือไม่",
        )
        chart.headed = Headed(
            Text(f"{name} exports to anybody, thousand tonnes, {told}", f"{name_th}ส่งออกไปทุกประเทศ พันตัน ปี {told}"),
            Text("could be sold to the member at most, same unit", "ขายได้มากที่สุด หน่วยเดียวกัน"),
        )
    else:
        chart.ask(
            f"What could {name} buy from each RCEP member in food, and do links stand behind it?",
            f"{name_th}ซื้ออาหารอะไรจากสมาชิก RCEP แต่ละประเทศได้บ้าง และมีความเชื่อมโยงรองรับหรือไม่",
        )
        chart.headed = Headed(
            Text(f"{name} imports from anybody, thousand tonnes, {told}", f"{name_th}นำเข้าจากทุกประเทศ พันตัน ปี {told}"),
            Text("could be bought from the member at most, same unit", "ซื้อได้มากที่สุด หน่วยเดียวกัน"),
        )


def _notes(chart: Flows, empty: Sequence[Row], *, sells: bool) -> None:
    chart.note(
        "A ribbon is what could be traded at most: item by item the lesser of what the seller exports to anybody and "
        "the buyer imports from anybody, in primary equivalents (starch counts as the roots it is made of). That the "
        "two trade it with one another is not said.",
        "แถบแสดงปริมาณที่ค้าได้มากที่สุด: รายรายการใช้ค่าที่น้อยกว่าระหว่างสิ่งที่ผู้ขายส่งออกไปทุกประเทศกับสิ่งที่ผู้ซื้อนำเข้าจากทุกประเทศ "
        "โดยเทียบเท่าสินค้าขั้นปฐม (แป้งนับเป็นหัวมันที่ใช้ผลิต) ไม่ได้หมายความว่าทั้งสองค้าขายกันจริง",
    )
    once, once_th = (
        ("the country can sell a tonne only once", "สินค้าหนึ่งตันขายได้เพียงครั้งเดียว")
        if sells
        else ("the country needs a tonne only once", "ความต้องการหนึ่งตันซื้อได้เพียงครั้งเดียว")
    )
    chart.note(
        f"Each item counts in one sub-sector only. The ribbons of one member may be added up; those of one sub-sector "
        f"are each for that member alone, since {once}: together they may exceed the figure beside the name, as far as "
        f"which the bar is filled.",
        f"แต่ละรายการนับในสาขาย่อยเดียว แถบของสมาชิกประเทศเดียวกันรวมกันได้ ส่วนแถบของสาขาย่อยเดียวกันคิดแยกทีละสมาชิก "
        f"เพราะ{once_th} เมื่อรวมกันจึงอาจเกินตัวเลขข้างชื่อ ซึ่งแสดงด้วยส่วนทึบของแท่ง",
    )
    other = next((row for row in chart.rows if row[0].en == "Other food"), None)
    if other is not None:
        chart.note(
            "Other food: items that fall in no sub-sector of their own.", "อาหารอื่น: รายการที่ไม่อยู่ในสาขาย่อยใดโดยเฉพาะ"
        )
    if empty:
        chart.note(
            f"Nothing to trade in: {', '.join(_sector(row).en for row in empty)}.",
            f"ไม่มีสิ่งที่ค้าได้ใน: {', '.join(_sector(row).of('th') for row in empty)}",
        )
