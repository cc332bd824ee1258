"""The words of a card itself in both languages, and days as each language writes them."""

from __future__ import annotations

import re

from visuals.picture import Text

_MONTHS = (
    Text("January", "มกราคม"),
    Text("February", "กุมภาพันธ์"),
    Text("March", "มีนาคม"),
    Text("April", "เมษายน"),
    Text("May", "พฤษภาคม"),
    Text("June", "มิถุนายน"),
    Text("July", "กรกฎาคม"),
    Text("August", "สิงหาคม"),
    Text("September", "กันยายน"),
    Text("October", "ตุลาคม"),
    Text("November", "พฤศจิกายน"),
    Text("December", "ธันวาคม"),
)
_BUDDHIST = 543
"""Years by which the Thai calendar is ahead."""
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

NAMES = {
    "sector": Text("Sector", "สาขา"),
    "country": Text("Country", "ประเทศ"),
    "partner": Text("Partner", "ประเทศคู่ค้า"),
    "programme": Text("Programme", "โครงการ"),
    "agency": Text("Agency", "หน่วยงาน"),
    "firm": Text("Firm", "บริษัท"),
    "party": Text("Party", "คู่ภาคี"),
    "of": Text("Around", "ผู้ที่เป็นศูนย์กลาง"),
    "link": Text("Link", "ความเชื่อมโยง"),
    "as_of": Text("As of", "ณ วันที่"),
    "since": Text("After", "หลังวันที่"),
    "until": Text("Not after", "ถึงวันที่"),
    "cut_off": Text("Cut-off", "วันตัดข้อมูล"),
    "year": Text("Year", "ปี ค.ศ."),
    "direction": Text("Direction", "ทิศทางการค้า"),
    "statuses": Text("Statuses counted", "สถานะที่นับ"),
    "steps": Text("Steps", "จำนวนขั้น"),
    "level": Text("Counted by", "ระดับที่นับ"),
    "most": Text("At most", "แสดงสูงสุด"),
    "at_least": Text("At least", "จำนวนอย่างน้อย"),
    "high": Text("High from", "ถือว่าสูงตั้งแต่"),
    "low": Text("Low below", "ถือว่าต่ำเมื่อน้อยกว่า"),
    "recorded": Text("Newly recorded links too", "รวมรายการที่เพิ่งบันทึก"),
    "plans": Text("Plans too", "รวมแผน"),
    "pivots": Text("Starting points", "จุดเริ่มค้นหา"),
    "least_known": Text("Least share known", "สัดส่วนขั้นต่ำที่ทราบค่า"),
}
"""Short names of parameters; their headers explain them at length."""

VALUES = {
    "active": Text("active", "ดำเนินการอยู่"),
    "signed": Text("signed", "ลงนามแล้ว"),
    "party": Text("party", "รายหน่วยงาน"),
    "country": Text("country", "ประเทศ"),
    "sells": Text("the country sells", "ประเทศนี้เป็นผู้ขาย"),
    "buys": Text("the country buys", "ประเทศนี้เป็นผู้ซื้อ"),
    "yes": Text("yes", "รวม"),
    "no": Text("no", "ไม่รวม"),
}
"""Words that parameters of text take."""

WORDS = {
    "newest_year": Text("newest there is", "ล่าสุดที่มี"),
    "all": Text("all", "ทั้งหมด"),
    "caveats": Text("Before relying on this", "ข้อควรทราบก่อนนำไปใช้"),
    "table": Text("Answer in detail", "คำตอบโดยละเอียด"),
    "cut": Text(
        "{shown:,} of {rows:,} rows, the first in the order of the answer. All rows: {command}",
        "แสดง {shown:,} จาก {rows:,} แถวแรกตามลำดับของคำตอบ ดูทั้งหมดด้วยคำสั่ง {command}",
    ),
    "no_rows": Text("No rows.", "ไม่มีรายการ"),
    "figure": Text("Figure", "ภาพ"),
    "sources": Text("Sources", "แหล่งข้อมูล"),
    "sources_cut": Text(
        "These are the sources of the rows shown; the answer rests on {passages:,} passages of {sources:,} sources in "
        "all. Every row with its evidence: {command}",
        "รายการนี้เป็นแหล่งข้อมูลของแถวที่แสดง คำตอบทั้งหมดอ้างอิงหลักฐาน {passages:,} รายการจากแหล่งข้อมูล {sources:,} แห่ง "
        "ดูทุกแถวพร้อมหลักฐานด้วยคำสั่ง {command}",
    ),
    "sources_first": Text(
        "The first {listed:,} of {sources:,} sources that the links of the answer rest on ({passages:,} passages). "
        "The evidence of a link: {command}",
        "แสดงแหล่งข้อมูล {listed:,} แห่งแรกจากทั้งหมด {sources:,} แห่งที่ความเชื่อมโยงในคำตอบอ้างอิง (หลักฐาน {passages:,} รายการ) "
        "ดูหลักฐานของความเชื่อมโยงด้วยคำสั่ง {command}",
    ),
    "sources_none": Text(
        "The answer counts or names what the data hold and cites no passage of its own. The links behind it with "
        "their evidence: {command}",
        "คำตอบนี้นับหรือระบุสิ่งที่มีในข้อมูลโดยไม่ได้อ้างหลักฐานรายข้อความ ดูความเชื่อมโยงพร้อมหลักฐานด้วยคำสั่ง {command}",
    ),
    "made": Text("How this was made", "วิธีจัดทำและตรวจสอบ"),
    "made_of": Text(
        "Data of {day}. Content of the graph (SHA-256): {hash}. Made with Bubble {version}.",
        "ข้อมูล ณ วันที่ {day} รหัสเนื้อหาของกราฟ (SHA-256): {hash} จัดทำด้วย Bubble {version}",
    ),
    "made_undated": Text(
        "The graph carries no record of its build. Made with Bubble {version}.",
        "กราฟนี้ไม่มีบันทึกการสร้าง จัดทำด้วย Bubble {version}",
    ),
    "again": Text(
        "Ask it again, and check this file, which is made again from the graph and compared byte by byte:",
        "ถามซ้ำ และตรวจสอบแฟ้มนี้ (จัดทำใหม่จากกราฟแล้วเปรียบเทียบทุกไบต์) ด้วยคำสั่ง",
    ),
    "cypher": Text("The query, in Cypher:", "คำสั่งค้น (Cypher)"),
    "python": Text(
        "The question {name} is worked out in Python ({file}), from these queries, in Cypher:",
        "คำถาม {name} คำนวณด้วยภาษา Python ({file}) จากคำสั่งค้น (Cypher) ต่อไปนี้",
    ),
    "python_long": Text(
        "The question {name} is worked out in Python from {count:,} queries, too long to print here; they stand in "
        "{file} of Bubble's source and in what it calls. What it asks:",
        "คำถาม {name} คำนวณด้วยภาษา Python จากคำสั่งค้น {count:,} ชุด ซึ่งยาวเกินกว่าจะแสดงที่นี่ "
        "ดูได้ในแฟ้ม {file} ของซอร์สโค้ด Bubble สิ่งที่ถามคือ",
    ),
    "figure_of": Text("Drawn for the same parameters: {told}.", "วาดตามพารามิเตอร์เดียวกัน: {told}"),
}


def day(text: str, language: str) -> str:
    """A day, month or year, written 2026-11-22, in words; in Thai of the Buddhist era. Anything else stays."""
    found = _DAY.fullmatch(text)
    if not found:
        return text
    year, month, number = found.groups()
    if month and not 1 <= int(month) <= len(_MONTHS):
        return text
    told = str(int(year) + _BUDDHIST) if language == "th" else year
    if month:
        told = f"{_MONTHS[int(month) - 1].of(language)} {told}"
    return f"{int(number)} {told}" if number else told


def said(name: str, language: str, /, **values: object) -> str:
    """Words of the card, with values filled in."""
    return WORDS[name].of(language).format(**values)
