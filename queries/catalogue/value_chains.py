# title     Which chains lead from a supplier over the country's processing to a buyer in a third member?
# title_th  ห่วงโซ่ใดเริ่มจากผู้จัดหาวัตถุดิบ ผ่านการแปรรูปในประเทศ ไปถึงผู้ซื้อในสมาชิกประเทศที่สาม
# asks      Each pair of a supplying and a buying member in the sector: whether each leg is trade, a link or both, with figures, and which bodies of the country have running links there; only what links and trade data say.
# topic     trade
# param     sector: sector = "seafood" -- sector by id, English or Thai name; its sub-sectors count too -- สาขา ระบุด้วยรหัสหรือชื่อ รวมสาขาย่อย
# param     country: country = "THA" -- where it is processed, by ISO code or name -- ประเทศที่แปรรูป ระบุด้วยรหัสหรือชื่อ
# param     as_of: date = "" -- links as known on this day; empty for the newest day of the data -- ความเชื่อมโยง ณ วันที่ เว้นว่างหมายถึงวันที่ล่าสุดของข้อมูล
# column    supplier: text -- supplying member -- สมาชิกผู้จัดหา
# column    supplier_th: text (detail) -- supplying member, in Thai -- สมาชิกผู้จัดหา (ไทย)
# column    supply: text -- that leg is -- ช่วงจัดหาเป็น
# column    supply_basis: list -- supply: figures and links -- ตัวเลขและความเชื่อมโยงช่วงจัดหา
# column    processors: list -- bodies with a running link in the sector -- หน่วยงานที่มีความเชื่อมโยงดำเนินอยู่ในสาขา
# column    buyer: text -- buying member -- สมาชิกผู้ซื้อ
# column    buyer_th: text (detail) -- buying member, in Thai -- สมาชิกผู้ซื้อ (ไทย)
# column    sale: text -- that leg is -- ช่วงจำหน่ายเป็น
# column    sale_basis: list -- sale: figures and links -- ตัวเลขและความเชื่อมโยงช่วงจำหน่าย
# column    link_ids: list (detail) -- ids of the links -- รหัสความเชื่อมโยง
# column    evidence: list (detail) -- evidence ids -- รหัสหลักฐาน
# column    unknowns: list (detail) -- what is not known -- สิ่งที่ยังไม่ทราบ
# show      From -- จาก -- supplier
# show      Leg -- ช่วง -- supply, supply_basis
# show      Processed by -- แปรรูปโดย -- processors
# show      To -- ไปยัง -- buyer
# show      Leg -- ช่วง -- sale, sale_basis
"""Chains from a supplier over the country's processing to a buyer in a third member."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graph.store import Reader, Record


def answer(store: Reader, *, sector: str, country: str, as_of: date) -> Iterable[Record]:
    """A row for each supplier and buyer of whom at least one leg is trade."""
    from queries.value_chains import value_chains

    return value_chains(store, sector, country, as_of)
