"""Trade beside links: with whom much food could be traded though links are few, and the reverse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import mean, median
from typing import Any, NamedTuple

from visuals.cards.card import EVIDENCE, LINKS, read_cards
from visuals.charts.ties import COUNTS, name_of, part_of
from visuals.charts.trade import LARGE, SMALL, Line, Measured, Trade
from visuals.charts.words import WORDS
from visuals.picture import Fact, Text, shown
from visuals.view import Answers, view

MEMBERS, FIT, FLOWS = "links-with-members", "trade-complementarity", "trade-intensity"
ALL_GOODS, BILLION = "all goods", 1e9


@view(
    "trade-beside-links",
    en="With whom could much food be traded though links are few, and the reverse?",
    th="กับประเทศใดค้าอาหารได้มากแต่มีความเชื่อมโยงน้อย และกับประเทศใดกลับกัน",
    asks=(MEMBERS, FIT, FLOWS, LINKS, EVIDENCE),
    canvas=Trade,
)
def trade_beside_links(chart: Trade, answers: Answers) -> None:
    """A row for each member: what the one sells and the other buys, the links between them, all goods traded."""
    members = [row for row in answers[MEMBERS] if not row["is_country"]]
    own = next(row for row in answers[MEMBERS] if row["is_country"])
    chart.links, chart.passages = read_cards(answers, {link for row in members for link in row["link_ids"]})
    fits = _fits(answers[FIT])
    flows = answers[FLOWS]
    chart.measured = _measured(own, fits, flows)
    bounds = _bounds(members, fits)
    for row in sorted(members, key=lambda row: (-_matched(fits.get(row["code"])), -row["links"], row["member"])):
        fit = fits.get(row["code"], {})
        chart.parts.append(part_of(row, own, _facts(own, fit, [flow for flow in flows if flow["code"] == row["code"]])))
        line = Line(
            len(chart.parts) - 1,
            name_of(row),
            fit.get("sells_matched"),
            fit.get("buys_matched"),
            _goods(flows, row["code"]),
            _finding(row, fit, bounds),
        )
        chart.lines.append(line)
        chart.rows.append(_row(row, line))
    chart.columns = (
        WORDS["member"],
        chart.measured.sells,
        chart.measured.buys,
        *(Text(en, th) for _, en, th in COUNTS),
        chart.measured.goods,
    )
    chart.ask(
        f"With whom could {own['member']} trade much food though links are few, and the reverse?",
        f"{own['member_th']}ค้าอาหารกับประเทศใดได้มากแต่มีความเชื่อมโยงน้อย และกับประเทศใดกลับกัน",
    )
    chart.say(*_answer(chart, own))
    chart.note(
        "What could be traded: item by item the lesser of what one exports to anybody and the other imports from "
        "anybody; that the two trade it with one another is not said. Columns of different units and years are not "
        "added up.",
        "สิ่งที่ค้าได้: รายรายการใช้ค่าที่น้อยกว่าระหว่างสิ่งที่ฝ่ายหนึ่งส่งออกไปทุกประเทศกับสิ่งที่อีกฝ่ายนำเข้าจากทุกประเทศ "
        "ไม่ได้หมายความว่าทั้งสองค้าขายกันจริง คอลัมน์ที่ต่างหน่วยหรือต่างปีไม่นำมารวมกัน",
    )
    chart.note(
        "Much and little: above and below the median of the members with figures; few: below their median, or none; "
        "many: above their median and mean.",
        "ค้าได้มากหรือน้อย: สูงหรือต่ำกว่าค่ามัธยฐานของสมาชิกที่มีตัวเลข ความเชื่อมโยงน้อย: ต่ำกว่าค่ามัธยฐานหรือไม่มี "
        "ความเชื่อมโยงมาก: สูงกว่าทั้งค่ามัธยฐานและค่าเฉลี่ย",
    )


def _fits(rows: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """What could be traded with each member in the whole sector, which is listed before its sub-sectors."""
    return {row["code"]: row for row in rows if row["sector"] == rows[0]["sector"]}


def _matched(fit: Mapping[str, Any] | None) -> float:
    """Both directions, which have one unit and year; -1 where there is no figure."""
    known = [fit[column] for column in ("sells_matched", "buys_matched") if fit[column] is not None] if fit else []
    return sum(known) if known else -1.0


class _Bounds(NamedTuple):
    """What counts as few and as many links, and as little and as much trade, among the members with figures."""

    few: float
    many: float
    trade: float


def _bounds(members: Sequence[Mapping[str, Any]], fits: Mapping[str, Mapping[str, Any]]) -> _Bounds:
    known = [(row["links"], trade) for row in members if (trade := _matched(fits.get(row["code"]))) >= 0]
    if not known:
        return _Bounds(0, 0, 0)
    links = [each for each, _ in known]
    # where most have none the median is none: a single link is not many then, and none is few
    return _Bounds(max(median(links), 1), max(median(links), mean(links)), median(trade for _, trade in known))


def _finding(row: Mapping[str, Any], fit: Mapping[str, Any], bounds: _Bounds) -> str:
    trade = _matched(fit or None)
    if trade < 0:
        return ""
    if trade > bounds.trade and row["links"] < bounds.few:
        return LARGE
    return SMALL if trade < bounds.trade and row["links"] > bounds.many else ""


def _goods(flows: Sequence[Mapping[str, Any]], code: str) -> float | None:
    """All goods in both directions, in billions; None where a direction has no figure."""
    values = [flow["flow"] for flow in flows if flow["code"] == code and flow["goods"] == ALL_GOODS]
    return None if not values or None in values else sum(values) / BILLION


def _measured(
    own: Mapping[str, Any], fits: Mapping[str, Mapping[str, Any]], flows: Sequence[Mapping[str, Any]]
) -> Measured:
    fit = next(iter(fits.values()), {"year": None, "unit": "", "dataset": ""})
    goods = next((flow for flow in flows if flow["goods"] == ALL_GOODS and flow["year"]), None)
    year, unit, dataset = fit["year"] or "–", shown(fit["unit"]), shown(fit["dataset"])
    name, name_th = shown(own["member"]), shown(own["member_th"] or own["member"])
    told = f"{goods['year']}, {goods['dataset']}" if goods else "–"
    return Measured(
        Text(f"{name} sells what the member buys", f"{name_th}ขายสิ่งที่สมาชิกซื้อ"),
        Text(f"{name} buys what the member sells", f"{name_th}ซื้อสิ่งที่สมาชิกขาย"),
        Text(
            f"Food that could be traded at most: {unit}, {year} ({dataset})",
            f"อาหารที่ค้าได้มากที่สุด: พันตัน เทียบเท่าสินค้าขั้นปฐม ปี {year} ({dataset})",
        ),
        Text(f"All goods traded, US$ billion, {told}", f"สินค้าทั้งหมด พันล้าน ดอลลาร์สหรัฐ {told}"),
    )


def _facts(own: Mapping[str, Any], fit: Mapping[str, Any], flows: Sequence[Mapping[str, Any]]) -> list[Fact]:
    """The figures of the panel, each with its unit and year, and what is not known of them."""
    name, name_th = shown(own["member"]), shown(own["member_th"] or own["member"])
    facts: list[Fact] = []
    for column, en, th in (
        ("sells_matched", f"Food: {name} sells, the member buys", f"อาหาร: {name_th}ขาย สมาชิกซื้อ"),
        ("buys_matched", f"Food: {name} buys, the member sells", f"อาหาร: {name_th}ซื้อ สมาชิกขาย"),
    ):
        value = fit.get(column)
        told = "" if value is None else f"{value:,.0f} {shown(fit['unit'])}, {fit['year']} ({shown(fit['dataset'])})"
        facts.append(Fact(en, th, told or WORDS["no_data"].en, told or WORDS["no_data"].of("th")))
    facts += [Fact("To mind", "ข้อควรระวัง", shown(unknown)) for unknown in fit.get("unknowns") or ()]
    for flow in flows:
        if flow["flow"] is not None:
            is_sold = flow["direction"] == "to the member"
            en = f"{flow['goods']}, {'sold to' if is_sold else 'bought from'} the member"
            th = f"{flow['goods_th']} {'ขายให้' if is_sold else 'ซื้อจาก'}สมาชิก"
            told = f"{flow['flow']:,.0f} {flow['unit']}, {flow['year']} ({flow['dataset']})"
            facts.append(Fact(shown(en), shown(th), shown(told)))
    return facts


def _row(row: Mapping[str, Any], line: Line) -> tuple[Text, ...]:
    def told(value: float | None, form: str) -> Text:
        return WORDS["no_data"] if value is None else Text(format(value, form))

    return (
        line.name,
        told(line.sells, ",.0f"),
        told(line.buys, ",.0f"),
        *(Text(str(row[column])) for column, _, _ in COUNTS),
        told(line.goods, ",.1f"),
    )


def _answer(chart: Trade, own: Mapping[str, Any]) -> tuple[str, str]:
    """Who stands out either way, and for whom there is no figure."""

    def named(language: str, finding: str) -> str:
        found = [line for line in chart.lines if line.finding == finding]
        links = [len(chart.parts[line.part].links) for line in found]
        unit, word = ("thousand tonnes", "links") if language == "en" else ("พันตัน", "ความเชื่อมโยง")
        told = (
            f"{line.name.of(language)} ({(line.sells or 0) + (line.buys or 0):,.0f} {unit}, {count} {word})"
            for line, count in zip(found, links, strict=True)
        )
        return ", ".join(told)

    def unknown(language: str) -> str:
        return ", ".join(line.name.of(language) for line in chart.lines if line.sells is None and line.buys is None)

    none, none_th = "nobody", "ไม่มี"
    told = (
        f"Much food could be traded though links are few: {named('en', LARGE) or none}. "
        f"Many links though little could be traded: {named('en', SMALL) or none}."
    )
    told_th = (
        f"ค้าอาหารได้มากแต่มีความเชื่อมโยงน้อย: {named('th', LARGE) or none_th}; "
        f"ความเชื่อมโยงมากแต่ค้าได้น้อย: {named('th', SMALL) or none_th}"
    )
    if unknown("en"):
        told += f" No figures of food for {unknown('en')}."
        told_th += f"; ไม่มีตัวเลขอาหารของ{unknown('th')}"
    return told, told_th
