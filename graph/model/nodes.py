"""Every kind of node. The docstring of a kind is its entry in the data dictionary."""

from __future__ import annotations

from graph.dates import PartialDate
from graph.kinds import Node, prop
from graph.vocabulary import Comparator, Confidence, Form, Found, Reach, Status


class Country(Node, en="Country", th="ประเทศ", colour="#0072b2"):
    """A state; its id is the ISO 3166-1 alpha-3 code."""

    iso2: str = prop("ISO 3166-1 alpha-2", "รหัสสองอักษร", default="")
    native_name: str = prop("Name in its own language", "ชื่อในภาษาของตน", default="")
    capital: str = prop("Capital", "เมืองหลวง", default="")
    subregion: str = prop("Sub-region (UN M49)", "อนุภูมิภาค", default="")
    latitude: float | None = prop("Latitude, degrees north", "ละติจูด", default=None)
    longitude: float | None = prop("Longitude, degrees east", "ลองจิจูด", default=None)


class Region(Node, en="Region", th="ภูมิภาค", colour="#56b4e9"):
    """A part of the world that is neither a state nor a group of states with members."""


class Bloc(Node, en="Group of states", th="กลุ่มประเทศ", colour="#56b4e9"):
    """A group of states: ASEAN, APEC, the members of RCEP."""


class Agreement(Node, en="Agreement", th="ความตกลง", colour="#9b6a9e"):
    """A text that two or more states are party to: RCEP, JTEPA, AANZFTA."""

    signed: PartialDate | None = prop("Signed", "ลงนามเมื่อ", default=None)
    in_force: PartialDate | None = prop("In force since", "มีผลบังคับใช้ตั้งแต่", default=None)
    ended: PartialDate | None = prop("Ended", "สิ้นสุดเมื่อ", default=None)
    form: str = prop("Form", "รูปแบบ", default="")
    address: str = prop("Address of the text", "ที่อยู่ของเอกสาร", default="")


class Agency(Node, en="Agency", th="หน่วยงาน", colour="#009e73"):
    """A ministry, promotion body, institute, local government, embassy, association or bank."""

    form: str = prop("Kind of agency", "ประเภทหน่วยงาน", default="")
    acronym: str = prop("Acronym", "ชื่อย่อ", default="")
    native_name: str = prop("Name in its own language", "ชื่อในภาษาของตน", default="")
    duty: str = prop("What it does", "ภารกิจ", default="")
    parent_name: str = prop("Parent as printed", "ต้นสังกัดตามแหล่งข้อมูล", default="")
    website: str = prop("Website", "เว็บไซต์", default="")


class Firm(Node, en="Firm", th="บริษัท", colour="#e69f00"):
    """A company, listed or not."""

    ticker: str = prop("Ticker", "ชื่อย่อหลักทรัพย์", default="")
    exchange: str = prop("Exchange (MIC)", "ตลาดหลักทรัพย์", default="")
    isin: str = prop("ISIN", "รหัส ISIN", default="")
    industry: str = prop("Industry as the source tags it", "อุตสาหกรรมตามแหล่งข้อมูล", default="")
    city: str = prop("City", "เมือง", default="")
    website: str = prop("Website", "เว็บไซต์", default="")
    delisted: bool | None = prop("No longer listed", "เพิกถอนแล้ว", default=None)


class Sector(Node, en="Sector", th="สาขาอุตสาหกรรม", colour="#117733"):
    """A policy sector, in a tree: agriculture and food at the top."""

    isic: tuple[str, ...] = prop("ISIC Rev.4 divisions and classes", "รหัส ISIC Rev.4", default=())
    hs_chapters: tuple[str, ...] = prop("Harmonized System chapters", "ตอนพิกัดศุลกากร", default=())
    basis: str = prop("Where the mapping comes from", "ที่มาของการจัดหมวด", default="")


class Product(Node, en="Product", th="สินค้า", colour="#999933"):
    """A Harmonized System chapter, heading or subheading, or an item of FAO's food balance."""

    code: str = prop("Code", "รหัสสินค้า", default="")
    level: int | None = prop("Digits of the code", "จำนวนหลักของรหัส", default=None)
    classification: str = prop("Classification (HS, FAO)", "ระบบการจัดหมวด", default="")


class Activity(Node, en="Economic activity", th="กิจกรรมทางเศรษฐกิจ", colour="#aa9966"):
    """A section, division, group or class of ISIC Rev.4."""

    code: str = prop("ISIC Rev.4 code", "รหัส ISIC Rev.4", default="")
    level: int | None = prop("Digits of the code, 0 for a section", "จำนวนหลักของรหัส", default=None)
    shipment_weight: float | None = prop(
        "Weight in Thailand's shipment index, %", "น้ำหนักในดัชนีการส่งสินค้า ร้อยละ", default=None
    )


class Programme(Node, en="Programme", th="โครงการหรือนโยบาย", colour="#cc79a7"):
    """Something run under a name: the Industry Bubble, one of its legs, a platform, a desk, a centre."""

    form: str = prop("Kind of programme", "ประเภทโครงการ", default="")
    status: Status | None = prop("Status", "สถานะ", default=None)
    start: PartialDate | None = prop("Start", "เริ่ม", default=None)
    until: PartialDate | None = prop("Until", "ถึง", default=None)


class Partnership(Node, en="Partnership", th="ความร่วมมือ", colour="#d55e00"):
    """One arrangement between two or more parties: a memorandum, talks, a joint venture, a stake, a matching event."""

    form: Form = prop("Form", "รูปแบบ")
    status: Status = prop("Status", "สถานะ")
    start: PartialDate | None = prop("Since", "ตั้งแต่", default=None)
    until: PartialDate | None = prop("Until", "ถึง", default=None)
    stake_pct: float | None = prop("Stake, %", "สัดส่วนการถือหุ้น ร้อยละ", default=None)
    amount: str = prop("Amount as printed", "มูลค่าตามแหล่งข้อมูล", default="")
    vehicle: str = prop("Company or centre it works through", "นิติบุคคลหรือศูนย์ที่ใช้ดำเนินการ", default="")
    isic: tuple[str, ...] = prop("ISIC Rev.4 classes of the source", "รหัส ISIC Rev.4 ตามแหล่งข้อมูล", default=())
    sector_words: tuple[str, ...] = prop("Sector words of the source", "คำระบุสาขาตามแหล่งข้อมูล", default=())
    reach: Reach | None = prop("Whether food is named", "ระบุสาขาอาหารหรือไม่", default=None)
    confidence: Confidence | None = prop("Confidence", "ความเชื่อมั่น", default=None)
    checked: str = prop("How the row was checked", "การตรวจสอบ", default="")
    countries: tuple[str, ...] = prop("Countries of parties and place (derived)", "ประเทศที่เกี่ยวข้อง", default=())
    sectors: tuple[str, ...] = prop("Sector ids (derived)", "รหัสสาขา", default=())
    programmes: tuple[str, ...] = prop("Programme ids (derived)", "รหัสโครงการ", default=())
    open_sides: int | None = prop(
        "Parties that are a group of states or whose country is not known (derived)",
        "จำนวนคู่ภาคีที่เป็นกลุ่มประเทศหรือไม่ทราบประเทศ",
        default=None,
    )
    evidence: tuple[str, ...] = prop("Evidence ids (derived)", "รหัสหลักฐาน", default=())


class Capability(Node, en="Capability", th="ความเชี่ยวชาญ", colour="#44aa99"):
    """Know-how, a technology or a model: food safety, the Ban Bueng Model, processing machinery."""

    form: str = prop("Kind of capability", "ประเภท", default="")


class Person(Node, en="Person", th="บุคคล", colour="#882255"):
    """An official who speaks or signs."""


class Group(Node, en="Group of people or firms", th="กลุ่มบุคคลหรือกิจการ", colour="#661100"):
    """People or firms that a source counts or names together without naming any of them."""

    form: str = prop("Kind of group", "ประเภทกลุ่ม", default="")


class Event(Node, en="Event", th="เหตุการณ์", colour="#6699cc"):
    """Talks, a visit, a signing, or a shock such as COVID-19."""

    form: str = prop("Kind of event", "ประเภทเหตุการณ์", default="")
    held: PartialDate | None = prop("Held", "จัดขึ้นเมื่อ", default=None)
    held_as_printed: str = prop("Date as printed", "วันที่ตามแหล่งข้อมูล", default="")


class Observation(Node, en="Reported figure", th="ตัวเลขที่มีการรายงาน", colour="#888888", internal=True):
    """A figure somebody reported, with its comparator: "over 200" is > 200. Figures of two sources are never summed."""

    measure: str = prop("Measure", "ตัวชี้วัด")
    value: float | None = prop("Value", "ค่า", default=None)
    comparator: Comparator = prop("Comparator", "ตัวเปรียบเทียบ", default=Comparator.EQUAL)
    unit: str = prop("Unit", "หน่วย", default="")
    period: str = prop("Period", "ช่วงเวลา", default="")
    base: str = prop("Base of comparison", "ฐานเปรียบเทียบ", default="")
    reading: str = prop("How an ambiguous figure is read", "การตีความ", default="")


class Enquiry(Node, en="Enquiry", th="การค้นหา", colour="#bbbbbb", internal=True):
    """A search that was made for links of a subject with one partner in one sector, and what it found."""

    searched_on: PartialDate = prop("Searched on", "ค้นเมื่อ")
    searched_in: str = prop("Searched in", "ค้นที่ใด", default="")
    query: str = prop("Words searched for", "คำค้น", default="")
    results_read: int | None = prop("Results read", "จำนวนผลลัพธ์ที่อ่าน", default=None)
    found: Found = prop("Found", "ผลการค้น")


class Evidence(Node, en="Evidence", th="หลักฐาน", colour="#dddddd", internal=True):
    """One passage, row or page that supports something: where it stands, in our words, and how sure it is."""

    gloss: str = prop("In our words", "สาระสำคัญ", default="")
    gloss_th: str = prop("In our words, in Thai", "สาระสำคัญ (ไทย)", default="")
    quote: str = prop("Passage (only from a file you supplied)", "ข้อความอ้างอิง", default="")
    locator: str = prop("Where in the source", "ตำแหน่งในแหล่งข้อมูล", default="")
    recorded_in: str = prop("Row of our data", "แถวในชุดข้อมูล", default="")
    speaker: str = prop("Who says so", "ผู้ให้ข้อมูล", default="")
    confidence: Confidence | None = prop("Confidence", "ความเชื่อมั่น", default=None)
    dated: PartialDate | None = prop("Date of the evidence", "วันที่ของหลักฐาน", default=None)
    recorded_on: PartialDate | None = prop("Recorded on", "บันทึกเมื่อ", default=None)


class Source(Node, en="Source", th="แหล่งข้อมูล", colour="#cccccc", internal=True):
    """A document, dataset or page that evidence was read in."""

    publisher: str = prop("Publisher", "ผู้เผยแพร่", default="")
    published: PartialDate | None = prop("Published", "เผยแพร่เมื่อ", default=None)
    not_before: PartialDate | None = prop("Published not before", "เผยแพร่ไม่ก่อน", default=None)
    accessed: PartialDate | None = prop("Accessed", "เข้าถึงเมื่อ", default=None)
    address: str = prop("Address", "ที่อยู่", default="")
    licence: str = prop("Licence", "สัญญาอนุญาต", default="")
    notice: str = prop("Notice that travels with it", "คำประกาศสิทธิ์", default="")
    language: str = prop("Language", "ภาษา", default="")
    sha256: str = prop("SHA-256 of the file", "ค่า SHA-256", default="")
    rank: int | None = prop("Rank when sources disagree, lower first", "ลำดับความน่าเชื่อถือ", default=None)


class Build(Node, en="Build of the graph", th="รอบการสร้างกราฟ", colour="#eeeeee", internal=True):
    """What the graph was built from: the hash of its content, the newest date of its data, what was left out."""

    content_hash: str = prop("SHA-256 of the content", "ค่า SHA-256 ของเนื้อหา", default="")
    data_date: PartialDate | None = prop("Newest date at which data were recorded", "วันที่ของข้อมูลล่าสุด", default=None)
    version: str = prop("Version of the product", "รุ่นของโปรแกรม", default="")
    folders: tuple[str, ...] = prop("Folders added to the bundled data", "โฟลเดอร์ที่เพิ่ม", default=())
    left_out: tuple[str, ...] = prop("Groups left out", "กลุ่มข้อมูลที่ไม่รวม", default=())
    node_count: int | None = prop("Nodes", "จำนวนโหนด", default=None)
    edge_count: int | None = prop("Edges", "จำนวนเส้นเชื่อม", default=None)
