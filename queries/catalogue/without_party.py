# title     What falls apart without one party?
# title_th  หากไม่มีคู่ภาคีรายหนึ่ง เครือข่ายจะเสียอะไรไป
# asks      The network of links that serve the sector with and without one agency, firm or country: links, parties, separate parts, members, sub-sectors and pairs of member and sub-sector that are still reached, and what is lost.
# topic     network
# param     party: text = "diprom" -- agency, firm, group or country by id, name or acronym -- หน่วยงาน บริษัท กลุ่ม หรือประเทศ ระบุด้วยรหัส ชื่อ หรือชื่อย่อ
# param     sector: sector = "agrifood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     as_of: date = "" -- as known on this day; empty for the newest day of the data -- ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# param     statuses: text = "active, signed" -- statuses counted; a plan is not a deal -- สถานะที่นับ แผนยังไม่ใช่ข้อตกลง
# param     level: text = "party" -- party: that body alone; country: with it all bodies of its country -- party เฉพาะรายนั้น country รวมทุกหน่วยงานของประเทศนั้น
# column    measure: text -- what is counted -- สิ่งที่นับ
# column    measure_th: text (detail) -- what is counted, in Thai -- สิ่งที่นับ (ไทย)
# column    before: integer -- with it -- เมื่อมี
# column    after: integer -- without it -- เมื่อไม่มี
# column    lost: integer -- lost -- สูญเสีย
# column    what: list -- what is lost -- สิ่งที่สูญเสีย
# column    link_ids: list (detail) -- ids of the links lost -- รหัสความเชื่อมโยงที่สูญเสีย
# column    meaning: text -- what it means -- ความหมาย
# column    meaning_th: text (detail) -- what it means, in Thai -- ความหมาย (ไทย)
# column    unknowns: list (detail) -- not known -- สิ่งที่ยังไม่ทราบ
# show      Counted -- สิ่งที่นับ -- measure
# show      With -- เมื่อมี -- before
# show      Without -- เมื่อไม่มี -- after
# show      Lost -- สูญเสีย -- what
# show      What it means -- ความหมาย -- meaning
"""What falls apart without one party."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.store import Reader, Record


def answer(store: Reader, *, party: str, sector: str, as_of: date, statuses: str, level: str) -> Iterator[Record]:
    """A row for each count, with the party and without it."""
    from queries.structure.links import party_named, read_sectors
    from queries.structure.robustness import bodies_of, losses, standing, without
    from queries.structure.said import of_loss
    from queries.structure.seen import look

    seen = look(store, "without-party", sector=sector, as_of=as_of, statuses=statuses, level=level)
    gone = party_named("without-party: party", party, seen.parties)
    bodies = bodies_of(gone, seen.parties, level)
    before = standing(seen.links, seen.parties, seen.members, level)
    after = standing(without(seen.links, seen.parties, bodies), seen.parties, seen.members, level)
    ended = sorted(before.links - after.links)
    touched = [link.id for link in seen.links if set(bodies) & set(link.parties)]
    for loss in losses(before, after, seen.parties, seen.members, read_sectors(store, sector)):
        meaning, meaning_th = of_loss(loss.measure, loss.before, loss.after, gone.name, gone.name_th)
        yield {
            "measure": loss.measure[0],
            "measure_th": loss.measure[1],
            "before": loss.before,
            "after": loss.after,
            "lost": loss.before - loss.after,
            "what": loss.what,
            "link_ids": ended,
            "meaning": meaning,
            "meaning_th": meaning_th,
            "unknowns": seen.unknowns(gone.key, touched),
        }
