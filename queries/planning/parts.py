"""The parts of the score of a candidate link: what each says, in one sentence, and its weight unless told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of the score: a value from 0 to 1, or None where it is not known."""

    name: str
    weight: float
    means: str
    means_th: str


PARTS = (
    Part(
        "supply",
        1.0,
        "share of what the member imports of the sub-sector's items that the country's exports could cover (FAO food "
        "balance, item by item the lesser of the two)",
        "สัดส่วนของสินค้าในสาขาย่อยที่สมาชิกนำเข้า ซึ่งการส่งออกของประเทศรองรับได้ (บัญชีสมดุลอาหารของ FAO เทียบทีละรายการ)",
    ),
    Part(
        "need",
        1.0,
        "share of what the country imports of the sub-sector's items that the member's exports could cover (FAO food "
        "balance, item by item the lesser of the two)",
        "สัดส่วนของสินค้าในสาขาย่อยที่ประเทศนำเข้า ซึ่งการส่งออกของสมาชิกรองรับได้ (บัญชีสมดุลอาหารของ FAO เทียบทีละรายการ)",
    ),
    Part(
        "channel",
        1.0,
        "running links of the two countries in other sub-sectors, as a share of the most with any member",
        "ความเชื่อมโยงที่ดำเนินอยู่ระหว่างสองประเทศในสาขาย่อยอื่น เทียบกับสมาชิกที่มีมากที่สุด",
    ),
    Part(
        "experience",
        1.0,
        "running links in the sub-sector of either country with others, as a share of the most among the candidates",
        "ความเชื่อมโยงที่ดำเนินอยู่ในสาขาย่อยนั้นของประเทศใดประเทศหนึ่งกับรายอื่น เทียบกับค่าสูงสุดของตัวเลือกทั้งหมด",
    ),
    Part(
        "neighbours",
        1.0,
        "third countries with which both have running links in the sub-sector, each counted less the more partners it "
        "has (resource allocation index, Zhou et al. 2009), as a share of the highest among the candidates",
        "ประเทศที่สามซึ่งทั้งสองฝ่ายมีความเชื่อมโยงดำเนินอยู่ในสาขาย่อยนั้น ให้น้ำหนักน้อยลงเมื่อประเทศที่สามมีคู่ร่วมมือมาก "
        "(ดัชนี resource allocation ของ Zhou และคณะ 2009) เทียบกับค่าสูงสุดของตัวเลือกทั้งหมด",
    ),
    Part(
        "white_space",
        1.0,
        "1 where a search found no link; 0.5 where it was unclear or found links only elsewhere, or where a link is "
        "only planned, over or disputed; not known where nobody searched",
        "1 เมื่อค้นแล้วไม่พบความเชื่อมโยง 0.5 เมื่อผลไม่ชัดเจน พบเฉพาะในสาขาย่อยอื่น "
        "หรือความเชื่อมโยงเป็นเพียงแผน สิ้นสุดแล้ว หรือมีข้อโต้แย้ง และไม่ทราบค่าเมื่อยังไม่มีผู้ค้นหา",
    ),
    Part(
        "intent",
        1.0,
        "1 where talks are under way, 0.7 where a plan was announced, 0.4 where one is only hoped for, 0 where a "
        "search found none of these; not known where nobody searched",
        "1 เมื่ออยู่ระหว่างหารือ 0.7 เมื่อประกาศแผนแล้ว 0.4 เมื่อเป็นเพียงความคาดหวัง 0 เมื่อค้นแล้วไม่พบทั้งสามกรณี "
        "และไม่ทราบค่าเมื่อยังไม่มีผู้ค้นหา",
    ),
    Part(
        "agreement",
        0.5,
        "1 where a trade agreement is in force between the two countries since a date that is known, 0 where none is",
        "1 เมื่อมีความตกลงทางการค้าที่มีผลบังคับใช้ระหว่างสองประเทศและทราบวันที่เริ่มมีผล 0 เมื่อไม่มี",
    ),
    Part(
        "evidence",
        0.5,
        "share of the running links of the two countries that a source states, rather than that they are inferred or "
        "general knowledge; not known where there is none",
        "สัดส่วนของความเชื่อมโยงที่ดำเนินอยู่ระหว่างสองประเทศซึ่งแหล่งข้อมูลระบุไว้โดยตรง มิใช่อนุมานหรือความรู้ทั่วไป "
        "และไม่ทราบค่าเมื่อไม่มีความเชื่อมโยง",
    ),
)
"""Every part, in the order of the columns."""
NAMES = tuple(part.name for part in PARTS)
HALF = 0.5

UNKNOWN = (
    "a part that is not known counts neither for nor against: the score is the weighted mean of the parts that are "
    "known, and a candidate of which less than the asked share of the weight is known stands behind all others"
)
UNKNOWN_TH = (
    "ส่วนประกอบที่ไม่ทราบค่าจะไม่นับทั้งในทางบวกและทางลบ คะแนนคือค่าเฉลี่ยถ่วงน้ำหนักของส่วนที่ทราบ "
    "และตัวเลือกที่ทราบค่าน้อยกว่าสัดส่วนน้ำหนักที่กำหนดจะอยู่ท้ายตาราง"
)

Values = Mapping[str, float | None]
Weights = Mapping[str, float]
