"""What a scenario would change: coverage, single points of failure, brokerage. Nothing is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from graph.errors import GraphError, nearest, one_line
from graph.store import Answer, Reader, Record
from queries.ask import read_day, read_named
from queries.header import Column, Shown
from queries.planning.scenario import Add, Remove, Scenario, at_line
from queries.question import Question
from queries.structure.brokerage import betweenness
from queries.structure.links import (
    RUNNING,
    Link,
    Named,
    Party,
    party_named,
    read_links,
    read_members,
    read_parties,
    read_sectors,
)
from queries.structure.robustness import without
from queries.structure.ties import Ties, link_ids, network_of
from queries.structure.weak_points import weak_points

Cell = tuple[str, str]
CUT_OFF = 2
"""Parties that a weak point must cut off to be told."""
MOST = 10
"""Parties told whose brokerage changes most."""

WHAT_IF = Question(
    name="what-if",
    title="What would change?",
    title_th="จะมีอะไรเปลี่ยนแปลง",
    asks="What a scenario changes in coverage, single points of failure and brokerage.",
    text="",
    params=(),
    columns=(
        Column("part", "text", "part", "ส่วน"),
        Column("part_th", "text", "part, in Thai", "ส่วน (ไทย)", detail=True),
        Column("what", "text", "what", "รายการ"),
        Column("what_th", "text", "what, in Thai", "รายการ (ไทย)", detail=True),
        Column("before", "number", "now", "ปัจจุบัน"),
        Column("after", "number", "then", "ตามสถานการณ์จำลอง"),
        Column("link_ids", "list", "links", "ความเชื่อมโยง"),
        Column("meaning", "text", "what it means", "ความหมาย"),
        Column("meaning_th", "text", "what it means, in Thai", "ความหมาย (ไทย)", detail=True),
    ),
    topic="planning",
    shown=(
        Shown("Part", "ส่วน", ("part",)),
        Shown("What", "รายการ", ("what",)),
        Shown("Now", "ปัจจุบัน", ("before",)),
        Shown("Then", "ตามสถานการณ์จำลอง", ("after",)),
        Shown("Links", "ความเชื่อมโยง", ("link_ids",)),
        Shown("What it means", "ความหมาย", ("meaning",)),
    ),
)
"""The columns of the answer, as a question has them."""
_PARTS = {
    "assumption": "ข้อสมมติ",
    "change": "การเปลี่ยนแปลง",
    "coverage": "ความครอบคลุม",
    "single points": "จุดพึ่งพาเดี่ยว",
    "brokerage": "บทบาทตัวกลาง",
}


@dataclass(frozen=True)
class World:
    """All links known on the day, whatever their status, and who joins them."""

    country: str
    as_of: date
    members: Mapping[str, Named]
    sectors: Mapping[str, Named]
    parties: Mapping[str, Party]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Change:
    """A change as it was taken: what it does to the links, in words, and the ids of the links it touches."""

    said: str
    said_th: str
    ids: tuple[str, ...]
    is_deal: bool


def what_if(store: Reader, scenario: Scenario) -> Answer:
    """What the scenario changes, row by row. Raises GraphError, with file and line, for what the graph can't tell."""
    world = read_world(store, scenario)
    links, changes = applied(scenario, world)
    rows = [
        *_told(scenario, changes),
        *_coverage(world, links),
        *_single_points(world, links),
        *_brokerage(world, links),
    ]
    return Answer(rows, [c.name for c in WHAT_IF.columns])


def read_world(store: Reader, scenario: Scenario) -> World:
    """The links and parties that a scenario starts from."""
    country = read_named(store, f"{scenario.file}: country", "Country", scenario.country)
    sector = read_named(store, f"{scenario.file}: sector", "Sector", scenario.sector)
    as_of = read_day(store, f"{scenario.file}: as_of", scenario.as_of)
    members = read_members(store)
    links = read_links(store, sector=sector, as_of=as_of, statuses=None, members=members)
    return World(country, as_of, members, read_sectors(store, sector), read_parties(store, every=True), tuple(links))


def applied(scenario: Scenario, world: World) -> tuple[list[Link], list[Change]]:
    """The links once everything of the scenario has come about, and each change in words."""
    links, changes = list(world.links), list[Change]()
    for remove in scenario.remove:
        links, change = _removed(scenario, remove, world, links)
        changes.append(change)
    for number, add in enumerate(scenario.add, 1):
        link = _added(scenario, add, number, world)
        links.append(link)
        names, names_th = _names(link.parties, world)
        served = ", ".join(world.sectors[id].name for id in link.sectors)
        served_th = ", ".join(world.sectors[id].name_th for id in link.sectors)
        changes.append(
            Change(
                f"add {add.form.en} of {names} on {served}: {add.status.en}",
                f"เพิ่ม{add.form.th}ระหว่าง {names_th} ด้าน{served_th} สถานะ{add.status.th}",
                (link.id,),
                add.status in RUNNING,
            )
        )
    return links, changes


def _removed(scenario: Scenario, remove: Remove, world: World, links: list[Link]) -> tuple[list[Link], Change]:
    held = {link.id: link for link in links}
    if remove.link:
        if remove.link not in held:
            raise at_line(
                scenario,
                remove.line,
                GraphError(
                    f"[[remove]]: link: expected the id of a link that serves the sector, found "
                    f"{one_line(remove.link)!r}{nearest(remove.link, held)}"
                ),
            )
        gone = held[remove.link]
        left = [link for link in links if link.id != gone.id]
        said, said_th = f"remove the link {gone.id}, {gone.name}", f"ยกเลิกความเชื่อมโยง {gone.id} {gone.name}"
        return left, Change(said, said_th, (gone.id,), gone.status in RUNNING)
    try:
        party = party_named("[[remove]]: party", remove.party, world.parties)
    except GraphError as error:
        raise at_line(scenario, remove.line, error) from None
    left = without(links, world.parties, [party.key])
    ended = sorted(held.keys() - {link.id for link in left})
    said = f"remove {party.name} with {len(ended)} links that no two others hold"
    said_th = f"ถอน {party.name_th} พร้อมความเชื่อมโยง {len(ended)} รายการที่ไม่มีคู่ภาคีอื่นเหลืออยู่สองราย"
    return left, Change(said, said_th, tuple(ended), any(held[id].status in RUNNING for id in ended))


def _added(scenario: Scenario, add: Add, number: int, world: World) -> Link:
    try:
        parties = [party_named("[[add]]: parties", text, world.parties) for text in add.parties]
        sectors = [_sector(text, world.sectors) for text in add.sectors]
    except GraphError as error:
        raise at_line(scenario, add.line, error) from None
    keys = tuple(dict.fromkeys(party.key for party in parties))
    if len(keys) < 2:
        twice = GraphError(f"[[add]]: parties: expected two or more parties, found {parties[0].name} twice")
        raise at_line(scenario, add.line, twice)
    homes = tuple(sorted({party.home for party in parties} - {""}))
    return Link(f"scenario-{number}", add.note, add.status.value, keys, homes, tuple(sorted(set(sectors))))


def _sector(text: str, sectors: Mapping[str, Named]) -> str:
    sought = text.strip().casefold().removeprefix("sec:")
    for id, named in sectors.items():
        if sought in (id.casefold(), named.name.casefold(), named.name_th.casefold()):
            return id
    known = [word for id, named in sectors.items() for word in (id, named.name, named.name_th)]
    raise GraphError(
        f"[[add]]: sectors: expected the id or name of a sub-sector, found {one_line(text)!r}{nearest(text, known)}"
    )


def _told(scenario: Scenario, changes: Iterable[Change]) -> Iterator[Record]:
    """The assumptions and the changes themselves."""
    both = zip(scenario.assumptions, (*scenario.assumptions_th, *scenario.assumptions), strict=False)
    for text, text_th in both:
        yield _row("assumption", text, text_th)
    for change in changes:
        if change.is_deal:
            said = "it counts in all that follows", "นับรวมในผลทั้งหมดด้านล่าง"
        else:
            said = "not a running link: it changes no count below", "มิใช่ความเชื่อมโยงที่ดำเนินอยู่ จึงไม่เปลี่ยนตัวเลขใดด้านล่าง"
        yield _row("change", change.said, change.said_th, ids=change.ids, meaning=said)


def cells_of(world: World, links: Iterable[Link]) -> dict[Cell, list[str]]:
    """By member and sub-sector, the ids of the running links of the country with the member that name it."""
    found: dict[Cell, list[str]] = {}
    for link in links:
        if link.status in RUNNING and world.country in link.countries:
            for member in sorted(set(link.countries) & world.members.keys() - {world.country}):
                for sector in link.sectors:
                    found.setdefault((member, sector), []).append(link.id)
    return dict(sorted(found.items()))


def _coverage(world: World, links: Iterable[Link]) -> Iterator[Record]:
    before, after = cells_of(world, world.links), cells_of(world, links)
    home = world.parties[f"Country:{world.country}"]
    yield _row(
        "coverage",
        f"pairs of member and sub-sector that a running link of {home.name} names",
        f"คู่ของสมาชิกกับสาขาย่อยที่ความเชื่อมโยงซึ่งดำเนินอยู่ของ {home.name_th} ระบุชื่อ",
        (len(before), len(after)),
        meaning=_grows(len(before), len(after)),
    )
    for cell in sorted(before.keys() ^ after.keys()):
        member, sector = world.members[cell[0]], world.sectors[cell[1]]
        gained = cell in after
        yield _row(
            "coverage",
            f"{member.name}: {sector.name}",
            f"{member.name_th}: {sector.name_th}",
            (len(before.get(cell, ())), len(after.get(cell, ()))),
            after.get(cell) or before[cell],
            meaning=("the first running link here", "เป็นความเชื่อมโยงแรกที่ดำเนินอยู่")
            if gained
            else ("no running link is left here", "ไม่เหลือความเชื่อมโยงที่ดำเนินอยู่"),
        )


def _single_points(world: World, links: Iterable[Link]) -> Iterator[Record]:
    links = list(links)
    alone_before, alone_after = _alone(cells_of(world, world.links)), _alone(cells_of(world, links))
    yield _row(
        "single points",
        "pairs of member and sub-sector that rest on a single link",
        "คู่ของสมาชิกกับสาขาย่อยที่มีความเชื่อมโยงเพียงรายการเดียว",
        (len(alone_before), len(alone_after)),
        sorted({*alone_before.values()} ^ {*alone_after.values()}),
        meaning=_grows(len(alone_before), len(alone_after)),
    )
    points = [
        {(w.party, w.other): w for w in weak_points(network_of(_running(held), world.parties), CUT_OFF)}
        for held in (world.links, links)
    ]
    before, after = points
    yield _row(
        "single points",
        f"parties and ties without which {CUT_OFF} parties or more are cut off",
        f"คู่ภาคีและความสัมพันธ์ซึ่งหากขาดไปจะมีคู่ภาคีอย่างน้อย {CUT_OFF} รายถูกตัดขาด",
        (len(before), len(after)),
        meaning=_grows(len(before), len(after)),
    )
    for ends in sorted(before.keys() | after.keys()):
        was, is_now = (len(held[ends].cut_off) if ends in held else 0 for held in points)
        if was != is_now:
            names, names_th = _names([key for key in ends if key], world)
            yield _row(
                "single points",
                names,
                names_th,
                (was, is_now),
                meaning=(
                    f"without it {was} parties were cut off, then {is_now}",
                    f"หากขาดไป เดิมมี {was} รายถูกตัดขาด จะเป็น {is_now} ราย",
                ),
            )


def _alone(cells: Mapping[Cell, list[str]]) -> dict[Cell, str]:
    return {cell: ids[0] for cell, ids in cells.items() if len(ids) == 1}


def _brokerage(world: World, links: Iterable[Link]) -> Iterator[Record]:
    ties = [network_of(_running(held), world.parties) for held in (world.links, links)]
    before, after = (betweenness(each)[0] for each in ties)
    moved = {key: (before.get(key, 0.0), after.get(key, 0.0)) for key in before.keys() | after.keys()}
    moved = {key: pair for key, pair in moved.items() if pair[0] != pair[1]}
    for key in sorted(moved, key=lambda key: (-abs(moved[key][1] - moved[key][0]), key))[:MOST]:
        was, then = moved[key]
        party = world.parties[key]
        ids = sorted({*_ids(ties[0], key)} ^ {*_ids(ties[1], key)})
        word, word_th = ("more", "มากขึ้น") if then > was else ("less", "น้อยลง")
        yield _row(
            "brokerage",
            party.name,
            party.name_th,
            (was, then),
            ids,
            meaning=(
                f"{word} of the chains between other parties runs through it",
                f"เส้นทางระหว่างคู่ภาคีอื่นผ่านรายนี้{word_th}",
            ),
        )


def _ids(ties: Ties, key: str) -> list[str]:
    return link_ids(ties, [key]) if key in ties else []


def _running(links: Iterable[Link]) -> list[Link]:
    return [link for link in links if link.status in RUNNING]


def _names(keys: Iterable[str], world: World) -> tuple[str, str]:
    parties = [world.parties[key] for key in keys]
    return " – ".join(p.name for p in parties), " – ".join(p.name_th for p in parties)


def _grows(before: float, after: float) -> tuple[str, str]:
    if after == before:
        return "as before", "คงเดิม"
    return (f"{after - before:+g}", f"{'เพิ่มขึ้น' if after > before else 'ลดลง'} {abs(after - before):g}")


def _row(
    part: str,
    what: str,
    what_th: str,
    counts: tuple[float, float] | None = None,
    ids: Iterable[str] = (),
    *,
    meaning: tuple[str, str] = ("", ""),
) -> Record:
    return {
        "part": part,
        "part_th": _PARTS[part],
        "what": what,
        "what_th": what_th,
        "before": counts[0] if counts else None,
        "after": counts[1] if counts else None,
        "link_ids": list(ids),
        "meaning": meaning[0],
        "meaning_th": meaning[1],
    }
