"""One document with every kind of block, in English and in Thai, with much text, a long table and hostile words."""

from __future__ import annotations

from functools import cache

from bubble.documents.blocks import (
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Inline,
    Items,
    Notice,
    PageBreak,
    Paragraph,
    Passage,
    Run,
    Source,
    Sources,
    Table,
    TableColumn,
    words,
)
from bubble.documents.record import Record
from bubble.drawing import picture_of
from tests.built import bundled
from visuals.picture import Text
from visuals.view import named

HOSTILE = (
    "<script>alert(1)</script> & \"quotes\" 'single' ]]> {{x}} ${y}",
    "\u202eright to left\u202c and \x00 and \x0b and \ud800 and \ufffe",
    '=HYPERLINK("http://evil.example","x")',
    'http://evil.example"/><w:instrText>DDEAUTO c:\\\\windows\\\\cmd</w:instrText>',
)
"""Words that a document may hold and that no format may take for markup, fields or formulas."""
THAI_WORDS = ("ความเชื่อมโยง", "อุตสาหกรรม", "ฝั่ง", "น้ำ", "ญี่ปุ่น")
"""Words that are hard to shape, and are found again by who searches for them."""
ADDRESSES = ("https://www.diprom.go.th/th/ข่าว?id=1&x=2", "javascript:alert(1)", "mailto:info@example.org", "")
ROWS = 80


def _text(en: str, th: str, language: str) -> str:
    return Text(en, th).of(language)


def _table(language: str) -> Table:
    heads = (
        ("Partner agency or firm", "หน่วยงานหรือบริษัทคู่ความร่วมมือ"),
        ("Sector", "สาขา"),
        ("What it is for", "วัตถุประสงค์"),
        ("Links", "ความเชื่อมโยง"),
        ("Since", "เริ่มเมื่อ"),
    )
    columns = tuple(
        TableColumn(_text(*head, language), "right" if place > 2 else "left", share)
        for place, (head, share) in enumerate(zip(heads, (2, 1, 3, 0.7, 0.9), strict=True))
    )
    purpose = _text(
        "Joint inspection of frozen seafood and the recognition of each other's laboratories",
        "การตรวจสอบอาหารทะเลแช่แข็งร่วมกันและการยอมรับผลของห้องปฏิบัติการซึ่งกันและกัน รวมถึงน้ำผลไม้และข้าวหอมมะลิ",
        language,
    )
    rows: list[tuple[Inline, ...]] = []
    for number in range(1, ROWS + 1):
        name = _text(f"Agency {number} of Industrial Promotion", f"กรมส่งเสริมอุตสาหกรรมแห่งที่ {number}", language)
        some = purpose if number % 3 else _text("Training", "ฝึกอบรม", language)
        count = (Run(f"{number * 37:,}", bold=number == 3, cites=(1,) if number % 10 == 0 else ()),)
        since = words(f"20{number % 26:02d}-0{number % 9 + 1}-01")
        rows.append((words(name), words(_text("Food", "อาหาร", language)), words(some), count, since))
    caption = _text("Partners and what they do together", "คู่ความร่วมมือและงานที่ทำร่วมกัน", language)
    note = _text("Counts are of links told by name.", "นับเฉพาะความเชื่อมโยงที่ระบุชื่อ", language)
    return Table(columns, tuple(rows), caption, note)


def _wide(language: str) -> Table:
    """Nine columns, one of them with an address that no line can hold."""
    columns = tuple(TableColumn(_text(f"Measure {n}", f"ตัวชี้วัดที่ {n}", language)) for n in range(1, 10))
    cell = words(_text("Recommendations", "อุตสาหกรรมเกษตร", language))
    long = words("https://example.org/" + "verylongpath" * 12)
    return Table(columns, ((cell,) * 8 + (long,), (words("0"),) * 9))


def _sources() -> Sources:
    entries = [
        Source(
            number,
            f"Source {number} – กรมส่งเสริมอุตสาหกรรม" + (f" {HOSTILE[0]}" if number == 2 else ""),
            ADDRESSES[(number - 1) % len(ADDRESSES)],
            (
                Passage("The two sides agreed to go on. ทั้งสองฝั่งตกลงร่วมมือกันต่อไป", "2024-05", "Director General", "p. 4"),
                Passage("We will go on.", "2024-05-02", "นายตัวอย่าง", "ย่อหน้า 2", "high", is_quote=True),
            )[: number % 3],
        )
        for number in range(1, 13)
    ]
    return Sources(tuple(entries))


@cache
def sample(language: str) -> Document:
    """The document in that language, its figures drawn of the bundled graph."""
    store = bundled().store
    charts = [picture_of(store, named(name), {}) for name in ("map-of-links", "links-serving-sector")]
    lead = _text(
        "Thailand has links with fourteen members; with six of them, none serves food by name.",
        "ประเทศไทยมีความเชื่อมโยงกับสมาชิก 14 ประเทศ โดย 6 ประเทศไม่มีความเชื่อมโยงใดที่ระบุสาขาอาหาร",
        language,
    )
    long = _text(
        "The department works with agencies on both sides of the border, and what was only announced is told apart "
        "from what runs. ",
        "กรมส่งเสริมอุตสาหกรรมทำงานร่วมกับหน่วยงานทั้งสองฝั่ง ตั้งแต่น้ำดื่มบรรจุขวดไปจนถึงอาหารแปรรูปของญี่ปุ่น "
        "และแยกสิ่งที่เพียงประกาศไว้ออกจากสิ่งที่ดำเนินการแล้ว ",
        language,
    )
    items = tuple(words(_text(f"Point {n}: {long}", f"ข้อ {n}: {long}", language)) for n in range(1, 4))
    blocks: tuple[Block, ...] = (
        Paragraph((Run(lead, cites=(1, 2)),), "lead"),
        Notice(
            _text("Before you rely on this", "ข้อควรทราบก่อนนำไปใช้", language),
            (
                words(_text("Six members were not researched.", "ยังไม่ได้สืบค้นข้อมูลของสมาชิก 6 ประเทศ", language)),
                words(long),
            ),
        ),
        Heading(_text("Where the links are", "ความเชื่อมโยงอยู่ที่ใด", language)),
        Paragraph(
            (Run(long * 3), Run(_text("bold", "ตัวหนา", language), bold=True), Run(" "), Run("code()", code=True))
        ),
        Figure(charts[0], language, _text("Links by member", "ความเชื่อมโยงรายประเทศ", language), lead, (1, 3)),
        Heading(_text("What is done", "สิ่งที่ทำ", language)),
        Heading(_text("By kind", "จำแนกตามประเภท", language), 2),
        Items(items),
        Items(items, numbered=True),
        Paragraph((Run("DIPROM", address=ADDRESSES[0]), Run(" · "), Run("bad", address=ADDRESSES[1], italic=True))),
        Figure(charts[1], language, _text("All links", "ความเชื่อมโยงทั้งหมด", language) + " – " + long, lead),
        PageBreak(),
        Heading(_text("Who does it with whom", "ใครทำร่วมกับใคร", language)),
        _table(language),
        _wide(language),
        Heading(_text("Hostile words", "ข้อความที่ไม่น่าไว้ใจ", language), 3),
        *(Paragraph(words(text)) for text in HOSTILE),
        Code("MATCH (a:Agency)-[r:PARTNERS_WITH]->(b)\nWHERE r.status = 'active'  // น้ำ\nRETURN a, r, b"),
        Paragraph(words(long), "small"),
        Heading(_text("Sources", "แหล่งที่มา", language)),
        _sources(),
    )
    record = Record(
        "report", "sample", language, "cd258195b35fce9fc1ad94b3e99c5374", "2026-11-22", "0.1.0", {"a": "ก&<"}
    )
    title = _text("Food and agro-industry in RCEP", "อาหารและเกษตรอุตสาหกรรมในกลุ่ม RCEP", language)
    subtitle = _text("A brief for the director", "สรุปสำหรับผู้อำนวยการ", language)
    return Document(title, language, blocks, record, subtitle)
