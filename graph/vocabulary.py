"""The closed lists of words the graph uses: status, form, confidence, party and agency kinds.

Each word has an English and a Thai label and stands in the order in which it is shown. Nothing else in the
product spells these words out a second time.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word of a closed list; `en` and `th` are its labels, the value is what the graph stores."""

    en: str
    th: str

    def __new__(cls, value: str, en: str = "", th: str = "") -> Word:
        """A word with its two labels."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.en = en or value
        word.th = th or value
        return word

    def label(self, language: str = "en") -> str:
        """The word as a reader of that language ("en" or "th") sees it."""
        return self.th if language == "th" else self.en


class Status(Word):
    """How far a thing has come. A plan is not a deal: only signed, active and completed ones were ever real."""

    ACTIVE = "active", "active", "ดำเนินการอยู่"
    SIGNED = "signed", "signed", "ลงนามแล้ว"
    COMPLETED = "completed", "completed", "เสร็จสิ้น"
    IN_TALKS = "in talks", "in talks", "อยู่ระหว่างหารือ"
    ANNOUNCED = "announced", "announced, not yet done", "ประกาศแผนแล้ว ยังไม่เกิดขึ้น"
    EXPECTED = "expected", "expected (a hope)", "คาดหวัง"
    DISPUTED = "disputed", "disputed", "มีข้อโต้แย้ง"
    ENDED = "ended", "ended", "สิ้นสุดแล้ว"
    FAILED = "failed", "failed", "ไม่สำเร็จ"


class Force(Word):
    """How far an agreement has come for one of its parties; that it was only signed, or has ended, Status tells."""

    IN_FORCE = "in force", "in force", "มีผลบังคับใช้"


class Confidence(Word):
    """How sure we are of a claim, whoever speaks and whatever its status; the surest first."""

    STATED = "stated", "stated by the source", "แหล่งข้อมูลระบุ"
    INFERRED = "inferred", "inferred from the source", "อนุมานจากแหล่งข้อมูล"
    GENERAL = "general knowledge", "general knowledge, no source", "ความรู้ทั่วไป ไม่มีแหล่งอ้างอิง"


class Form(Word):
    """What kind of arrangement a partnership is."""

    MEMORANDUM = "memorandum", "memorandum", "บันทึกความเข้าใจ"
    AGREEMENT = "agreement", "agreement", "ความตกลง"
    TALKS = "talks", "talks", "การหารือ"
    TECHNICAL = "technical cooperation", "technical cooperation", "ความร่วมมือทางวิชาการ"
    MATCHING = "matching or event", "business matching or event", "จับคู่ธุรกิจหรือกิจกรรม"
    INVESTMENT = "investment", "investment", "การลงทุน"
    JOINT_VENTURE = "joint venture", "joint venture", "กิจการร่วมค้า"
    EQUITY = "equity stake", "equity stake", "การถือหุ้น"
    RECOGNITION = "recognition or protocol", "recognition or protocol", "การยอมรับร่วมหรือพิธีสาร"
    MEMBERSHIP = "membership", "membership", "การเป็นสมาชิก"
    TRADE_DEAL = "trade deal", "trade deal", "ข้อตกลงซื้อขาย"
    PROGRAMME = "programme", "programme", "โครงการ"


class Reach(Word):
    """Whether a partnership names the sectors it serves, serves every sector, or only others."""

    NAMED = "named", "food or agro-industry by name", "ระบุสาขาอาหารหรือเกษตรอุตสาหกรรม"
    EVERY = "every sector", "every sector, food among them", "ทุกสาขารวมถึงอาหาร"
    OUTSIDE = "outside", "outside food and agro-industry", "นอกสาขาอาหารและเกษตรอุตสาหกรรม"
    UNKNOWN = "unknown", "sector words not known", "ไม่รู้จักคำระบุสาขา"


class Found(Word):
    """What an enquiry found: absence told apart from silence."""

    YES = "yes", "found", "พบ"
    UNCLEAR = "unclear", "unclear", "ไม่ชัดเจน"
    NO = "no", "none found", "ค้นแล้วไม่พบ"


class Precision(Word):
    """How much of a date is known."""

    DAY = "day", "day", "วัน"
    MONTH = "month", "month", "เดือน"
    YEAR = "year", "year", "ปี"


class Comparator(Word):
    """How a reported figure relates to its value: "over 200" is `>` 200, never `=` 200."""

    MORE = ">", "more than", "มากกว่า"
    AT_LEAST = ">=", "at least", "ไม่น้อยกว่า"
    EQUAL = "=", "exactly", "เท่ากับ"
    ABOUT = "~", "about", "ประมาณ"
    LESS = "<", "less than", "น้อยกว่า"
    DECREASING = "decreasing", "falling, no number given", "ลดลง ไม่ระบุตัวเลข"
    RISING = "rising", "rising, no number given", "เพิ่มขึ้น ไม่ระบุตัวเลข"
    ASSERTED = "asserted", "asserted, no number given", "กล่าวอ้าง ไม่ระบุตัวเลข"


class RateForm(Word):
    """How a tariff rate is set."""

    AD_VALOREM = "ad valorem", "share of value", "ตามราคา"
    SPECIFIC = "specific", "amount per unit", "ตามสภาพ"
    COMPOUND = "compound", "share and amount together", "แบบผสม"
    UNBOUND = "unbound", "no commitment", "ไม่ผูกพัน"


class Role(Word):
    """What a member of a partnership is in it: a party to it, or only the place where it happens."""

    PARTY = "party", "party", "คู่ภาคี"
    PLACE = "place", "place, not a signatory", "สถานที่ ไม่ใช่ผู้ลงนาม"


class Cell(Word):
    """What is known of a member's links in one sub-sector; absence is told apart from silence."""

    RUNNING = "running", "running (active or signed)", "ดำเนินการอยู่หรือลงนามแล้ว"
    COMPLETED = "completed", "completed", "เสร็จสิ้น"
    PLANNED = "only planned or in talks", "only planned or in talks", "มีเพียงแผนหรืออยู่ระหว่างหารือ"
    DISPUTED = "disputed", "disputed", "มีข้อโต้แย้ง"
    ENDED = "ended", "ended or failed", "สิ้นสุดแล้วหรือไม่สำเร็จ"
    LATER = "only later", "began only after that day", "เริ่มหลังวันดังกล่าว"
    NONE = "none found", "searched, none found", "ค้นแล้วไม่พบ"
    UNCLEAR = "searched, unclear", "searched, unclear", "ค้นแล้วยังไม่ชัดเจน"
    ELSEWHERE = (
        "searched, links only in other sub-sectors",
        "searched, links only in other sub-sectors",
        "ค้นแล้วพบเฉพาะในสาขาย่อยอื่น",
    )
    SILENT = "not researched", "not researched: nobody looked", "ยังไม่มีผู้ค้นหา"
