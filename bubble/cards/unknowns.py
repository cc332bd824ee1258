"""What answers say is not known, in Thai: the phrases of the questions' column "unknowns" by their form."""

from __future__ import annotations

import re
from collections.abc import Sequence

_N = r"(\d[\d,]*)"
_D = r"(\d{4}(?:-\d{2}(?:-\d{2})?)?(?:-\d{4})?)"
_WEB = "stored public web pages"
_TH_WEB = "หน้าเว็บสาธารณะที่เก็บไว้"
_Q = r"\((\w+)\)"

_FORMS: tuple[tuple[str, str], ...] = (
    ("no search was made for this member and sub-sector", "ยังไม่มีผู้ค้นหาสำหรับประเทศสมาชิกและสาขาย่อยนี้"),
    ("no item of FAO's food balance falls in this sub-sector", "ไม่มีรายการในสมดุลอาหารของ FAO ที่อยู่ในสาขาย่อยนี้"),
    (rf"whether it still runs: last heard of in {_D}", r"ยังดำเนินการอยู่หรือไม่ ข่าวล่าสุดเมื่อ \1"),
    (
        rf"whether each still runs: the oldest was last heard of in {_D}",
        r"แต่ละรายการยังดำเนินการอยู่หรือไม่ รายการเก่าที่สุดมีข่าวล่าสุดเมื่อ \1",
    ),
    ("whether it still runs: no end is known", "ยังดำเนินการอยู่หรือไม่ ไม่ทราบวันสิ้นสุด"),
    ("whether any of it runs: no link here is known to", "มีรายการใดดำเนินการอยู่หรือไม่ ไม่พบว่ามีความเชื่อมโยงใดดำเนินการ"),
    ("whether anything has been agreed: no link here is known to", "มีการตกลงกันแล้วหรือไม่ ไม่พบความเชื่อมโยงที่ตกลงแล้ว"),
    ("whether anything followed what has ended", "มีสิ่งใดต่อเนื่องจากที่สิ้นสุดไปแล้วหรือไม่"),
    (
        "whether what is bought from one is what is sold to the other: trade data do not follow goods",
        "สินค้าที่ซื้อจากฝ่ายหนึ่งเป็นสินค้าเดียวกับที่ขายให้อีกฝ่ายหรือไม่ ข้อมูลการค้าไม่ได้ติดตามตัวสินค้า",
    ),
    (
        rf"the figures of {_N} of {_N} items of {_D} are those of {_D} at the source",
        r"ตัวเลขปี \3 ของ \1 จาก \2 รายการ เป็นตัวเลขปี \4 ตามแหล่งข้อมูล",
    ),
    (rf"the figures of {_D} are those of {_D} at the source", r"ตัวเลขปี \1 เป็นตัวเลขปี \2 ตามแหล่งข้อมูล"),
    (rf"buying: {_N} of {_N} items lack a figure on one side", r"ด้านการซื้อ: \1 จาก \2 รายการขาดตัวเลขของฝ่ายหนึ่ง"),
    (rf"selling: {_N} of {_N} items lack a figure on one side", r"ด้านการขาย: \1 จาก \2 รายการขาดตัวเลขของฝ่ายหนึ่ง"),
    (rf"{_N} of {_N} items lack a figure on one side", r"\1 จาก \2 รายการขาดตัวเลขของฝ่ายหนึ่ง"),
    (rf"no data: FAO's food balance of {_D} has no rows for (.+)", r"ไม่มีข้อมูล: สมดุลอาหารของ FAO ปี \1 ไม่มีแถวของ\2"),
    (
        "actual trade between the two in this sub-sector: in no file by item",
        "มูลค่าการค้าจริงระหว่างสองประเทศในสาขาย่อยนี้ ไม่มีในแฟ้มใดเป็นรายสินค้า",
    ),
    (
        rf"searched only with Thailand, in {_N} sub-sectors \({_D}\); nobody searched the others",
        r"ค้นเฉพาะความเชื่อมโยงกับไทยใน \1 สาขาย่อย (\2) สาขาย่อยอื่นยังไม่มีผู้ค้นหา",
    ),
    (
        rf"searched with every partner asked about, in {_N} sub-sectors \({_D}\); nobody searched the others",
        r"ค้นกับทุกประเทศที่ถามถึงใน \1 สาขาย่อย (\2) สาขาย่อยอื่นยังไม่มีผู้ค้นหา",
    ),
    (rf"unclear after a search in {_WEB} on {_D}", rf"ค้นใน{_TH_WEB}เมื่อ \1 แล้วยังไม่ชัดเจน"),
    (rf"none found in {_WEB} on {_D}", rf"ค้นใน{_TH_WEB}เมื่อ \1 แล้วไม่พบ"),
    (
        rf"searched on {_D} in {_WEB}: links found, none that runs in this sub-sector {_Q}",
        rf"ค้นเมื่อ \1 ใน{_TH_WEB}: พบความเชื่อมโยงแต่ไม่มีรายการที่ดำเนินการในสาขาย่อยนี้ (\2)",
    ),
    (rf"searched on {_D} in {_WEB}: unclear whether there is one {_Q}", rf"ค้นเมื่อ \1 ใน{_TH_WEB}: ไม่ชัดเจนว่ามีหรือไม่ (\2)"),
    (rf"searched on {_D} in {_WEB}: no link found {_Q}", rf"ค้นเมื่อ \1 ใน{_TH_WEB}: ไม่พบความเชื่อมโยง (\2)"),
    (
        rf"none found on {_D} in {_WEB} {_Q}; elsewhere nobody searched",
        rf"ค้นเมื่อ \1 ใน{_TH_WEB}แล้วไม่พบ (\2) ที่อื่นยังไม่มีผู้ค้นหา",
    ),
    (
        "whether the links that the search met touch this sub-sector: they name others",
        "ความเชื่อมโยงที่ค้นพบเกี่ยวกับสาขาย่อยนี้หรือไม่ เพราะระบุสาขาย่อยอื่น",
    ),
    ("when this was so", "เป็นเช่นนี้เมื่อใด"),
    (rf"{_N} of {_N} without any date", r"\1 จาก \2 รายการไม่มีวันที่"),
    ("links: nobody searched for one in this sub-sector", "ความเชื่อมโยง: ยังไม่มีผู้ค้นหาในสาขาย่อยนี้"),
    ("nobody searched for links with this member in this sub-sector", "ยังไม่มีผู้ค้นหาความเชื่อมโยงกับประเทศสมาชิกนี้ในสาขาย่อยนี้"),
    ("a single item has no make-up, so no index; read the quantities", "มีเพียงรายการเดียวจึงคำนวณดัชนีไม่ได้ ให้ดูปริมาณ"),
    ("whether the page was opened again", "มีการเปิดหน้าเว็บตรวจซ้ำหรือไม่"),
    ("whether the page says so: it was not found when checked", "หน้าเว็บระบุเช่นนั้นหรือไม่ เพราะไม่พบหน้าเว็บเมื่อตรวจ"),
    (rf"when {_N} of them began", r"\1 รายการเริ่มเมื่อใด"),
    (rf"growth of (supply|need) in percent: a year of zero among {_D}", r"การเติบโตร้อยละ (\1): มีปีที่เป็นศูนย์ในช่วง \2"),
    ("trend of supply: fewer than three years with data", "แนวโน้มอุปทาน: มีข้อมูลน้อยกว่าสามปี"),
    ("trend of need: fewer than three years with data", "แนวโน้มความต้องการ: มีข้อมูลน้อยกว่าสามปี"),
    ("whether the bodies know of each other: no source read says so", "หน่วยงานเหล่านี้ทราบถึงกันหรือไม่ ไม่มีแหล่งข้อมูลที่อ่านระบุไว้"),
    (
        "actual exports by item in tonnes: the food balance names no partner",
        "การส่งออกจริงรายสินค้าเป็นตัน: สมดุลอาหารไม่ระบุคู่ค้า",
    ),
    (
        "ease of trade: actual over expected trade of the pair, in one unit",
        "ความสะดวกทางการค้า: การค้าจริงเทียบกับที่คาดของคู่ประเทศ ในหน่วยเดียวกัน",
    ),
    ("tariff advantage and projected growth by item", "ความได้เปรียบด้านภาษีและการเติบโตที่คาดการณ์รายสินค้า"),
    ("no data: the file tells only of what Australia buys", "ไม่มีข้อมูล: แฟ้มนี้มีเฉพาะสิ่งที่ออสเตรเลียซื้อ"),
    (
        "no data: China's customs tell only of China's own trade with eleven members",
        "ไม่มีข้อมูล: ศุลกากรจีนมีเฉพาะการค้าของจีนกับสมาชิกสิบเอ็ดประเทศ",
    ),
    (
        "no data: the file has no row for this pair: not reported, which is not zero",
        "ไม่มีข้อมูล: แฟ้มไม่มีแถวของคู่นี้ คือไม่ได้รายงาน ไม่ใช่ศูนย์",
    ),
    (
        "intensity: the file lacks the trade of the others with one another",
        "ความเข้มข้นทางการค้า: แฟ้มไม่มีการค้าระหว่างประเทศอื่น",
    ),
    (
        rf"{_N} products reported without a unit, so neither summed nor compared",
        r"สินค้า \1 รายการรายงานโดยไม่มีหน่วย จึงไม่ได้รวมหรือเปรียบเทียบ",
    ),
    (
        rf"{_N} of {_N} links without a start date: they count on every day",
        r"ความเชื่อมโยง \1 จาก \2 รายการไม่มีวันเริ่ม จึงนับทุกวัน",
    ),
    (
        "whether the two have met: no row of the data names both, and searches were made by sub-sector, not by agency",
        "ทั้งสองเคยพบกันหรือไม่ ไม่มีแถวข้อมูลที่ระบุทั้งคู่ และการค้นทำตามสาขาย่อย ไม่ใช่ตามหน่วยงาน",
    ),
    ("which body stands on the other side of the programme", "หน่วยงานใดเป็นคู่ของโครงการในอีกฝ่าย"),
    ("whether the agency itself takes part", "หน่วยงานนี้มีส่วนร่วมเองหรือไม่"),
    (
        rf"the seller's exports: no data in FAO's food balance of {_D}",
        r"การส่งออกของผู้ขาย: ไม่มีข้อมูลในสมดุลอาหารของ FAO ปี \1",
    ),
    (rf"the buyer's imports: no data in FAO's food balance of {_D}", r"การนำเข้าของผู้ซื้อ: ไม่มีข้อมูลในสมดุลอาหารของ FAO ปี \1"),
    (rf"{_N} sub-sectors that no FAO item falls in are not listed", r"ไม่ได้แสดง \1 สาขาย่อยที่ไม่มีรายการของ FAO"),
    (
        "self-sufficiency is not said of several items: their tonnes are not alike",
        "ไม่ระบุความพอเพียงของหลายรายการรวมกัน เพราะน้ำหนักเป็นตันเทียบกันไม่ได้",
    ),
    (
        "counterpart: no agency of the member is known from a running link with the country",
        "คู่ความร่วมมือ: ไม่พบหน่วยงานของประเทศสมาชิกจากความเชื่อมโยงที่ดำเนินการอยู่",
    ),
    ("its schedule is not in the data", "ตารางข้อผูกพันไม่อยู่ในข้อมูล"),
    (r"lines of chapters ([\d ]+): not among the data of its schedule", r"รายการภาษีตอนที่ \1: ไม่อยู่ในข้อมูลของตารางข้อผูกพัน"),
    ("since when it runs", "ดำเนินการตั้งแต่เมื่อใด"),
    (
        "no link is known; cells-of-matrix tells where anybody searched",
        "ไม่พบความเชื่อมโยง คำถาม cells-of-matrix บอกว่ามีผู้ค้นหาที่ใด",
    ),
    (
        (
            "a part that is not known counts neither for nor against: the score is the weighted mean of the parts that "
            "are known, and a candidate of which less than the asked share of the weight is known stands behind all "
            "others"
        ),
        (
            "ส่วนที่ไม่ทราบค่าไม่นับทั้งทางบวกและทางลบ คะแนนเป็นค่าเฉลี่ยถ่วงน้ำหนักของส่วนที่ทราบ "
            "และตัวเลือกที่ทราบค่าน้อยกว่าสัดส่วนที่กำหนดจะอยู่หลังตัวเลือกอื่นทั้งหมด"
        ),
    ),
    ("who seeks it: no source read says so", "ใครเป็นผู้แสวงหา ไม่มีแหล่งข้อมูลที่อ่านระบุไว้"),
    ("what is offered in return: no source read says so", "สิ่งที่เสนอตอบแทน ไม่มีแหล่งข้อมูลที่อ่านระบุไว้"),
    ("whether it is offered to anybody: it is only said to be there", "มีการเสนอให้ผู้ใดหรือไม่ เพราะระบุเพียงว่ามีอยู่"),
    (
        r"whether (p\w+) is the arrangement that another link tells of: same form, same time",
        r"\1 เป็นความตกลงเดียวกับที่ความเชื่อมโยงอื่นกล่าวถึงหรือไม่ เพราะรูปแบบและเวลาตรงกัน",
    ),
    (
        "what the other side says in its own words: one page tells of both",
        "อีกฝ่ายกล่าวด้วยถ้อยคำของตนว่าอย่างไร เพราะหน้าเว็บเดียวกล่าวถึงทั้งสองฝ่าย",
    ),
    (
        "whether one was modelled on the other: no source read says so",
        "รายการหนึ่งเป็นต้นแบบของอีกรายการหรือไม่ ไม่มีแหล่งข้อมูลที่อ่านระบุไว้",
    ),
    (
        "who runs the programme on either side: the source names the parties only",
        "ใครดำเนินโครงการในแต่ละฝ่าย แหล่งข้อมูลระบุเพียงคู่ภาคี",
    ),
    ("whether the country has one that was not found", "ประเทศนี้มีโครงการที่ค้นไม่พบหรือไม่"),
    (rf"no data on (exports|imports|production) of {_D}: (.+)", r"ไม่มีข้อมูล (\1) ปี \2: \3"),
    (rf"{_N} links without a start date are left out on both sides", r"ไม่นับความเชื่อมโยง \1 รายการที่ไม่มีวันเริ่มทั้งสองด้าน"),
    (
        rf"searches were all made after {_D}, so white space and intent know only what links tell",
        r"การค้นทั้งหมดทำหลัง \1 พื้นที่ว่างและความตั้งใจจึงทราบเฉพาะจากความเชื่อมโยง",
    ),
    (
        "the status and confidence of a link are those of today, also for links that were there before",
        "สถานะและความเชื่อมั่นของความเชื่อมโยงเป็นค่าของวันนี้ แม้สำหรับรายการที่มีมาก่อน",
    ),
    (r"supply and need: (.+)", r"อุปทานและความต้องการ: \1"),
    (rf"{_N} parties are groups of states or of a country not known", r"คู่ภาคี \1 รายเป็นกลุ่มประเทศหรือไม่ทราบประเทศ"),
    (
        "need: the country imports none of the sub-sector's items of which the other side's exports are known",
        "ความต้องการ: ประเทศนี้ไม่นำเข้ารายการใดในสาขาย่อยที่ทราบการส่งออกของอีกฝ่าย",
    ),
    (
        "supply: the member imports none of the sub-sector's items of which the other side's exports are known",
        "อุปทาน: ประเทศสมาชิกไม่นำเข้ารายการใดในสาขาย่อยที่ทราบการส่งออกของอีกฝ่าย",
    ),
    (
        rf"on which side of the first day it began: its start is known only as {_D}",
        r"เริ่มก่อนหรือหลังวันแรก เพราะทราบวันเริ่มเพียง \1",
    ),
    (
        "the share of those matched: both figures are bounds, not counts",
        "สัดส่วนที่จับคู่ได้ เพราะตัวเลขทั้งสองเป็นค่าขอบเขต ไม่ใช่จำนวนนับ",
    ),
    (
        r"whether the figure of those joined is a total: it is read as (.+)",
        r"ตัวเลขผู้เข้าร่วมเป็นยอดรวมหรือไม่ เพราะอ่านว่าเป็น \1",
    ),
    ("what the growth is measured against", "การเติบโตเทียบกับสิ่งใด"),
    ("the period", "ช่วงเวลา"),
    (
        "whether any of them would introduce the firm: no source read says so",
        "รายใดจะแนะนำบริษัทนี้หรือไม่ ไม่มีแหล่งข้อมูลที่อ่านระบุไว้",
    ),
)
_READ = tuple((re.compile(form), thai) for form, thai in _FORMS)
_WORDS = {
    "exports": "การส่งออก",
    "imports": "การนำเข้า",
    "production": "การผลิต",
    "supply": "อุปทาน",
    "need": "ความต้องการ",
    "Singapore": "สิงคโปร์",
    "Brunei": "บรูไน",
    "increase": "ส่วนที่เพิ่มขึ้น",
}


def told_in(phrase: str, language: str) -> str:
    """The phrase in that language; one that has no Thai form yet stays English rather than being left out."""
    return (thai_of(phrase) or phrase) if language == "th" else phrase


def thai_of(phrase: str) -> str:
    """The phrase in Thai, empty where it has no form here."""
    for form, thai in _READ:
        found = form.fullmatch(phrase)
        if found:
            parts = [_WORDS.get(part) or thai_of(part) or part for part in found.groups()]
            return _filled(thai, parts)
    return ""


def _filled(thai: str, parts: Sequence[str]) -> str:
    return re.sub(r"\\(\d)", lambda number: parts[int(number[1]) - 1], thai)
