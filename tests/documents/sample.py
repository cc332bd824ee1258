"""A document with every block in both languages: long text, a long table, two figures, strings that try to break out."""

from __future__ import annotations

from functools import cache

from bubble.documents.blocks import (
    Code,
    Document,
    Figure,
    Heading,
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
from tests.visuals.hostile import HOSTILE
from visuals.view import named

TYPST = (
    '#eval("1+1")',
    '#import "@preview/x:0.1.0"',
    '#read("/etc/passwd")',
    "$ x^2 $ #sym.arrow @ref <label> = Heading - item + item / term: x \\ ~ -- --- ... 'q' \"q\" // comment /* x */",
    "]#panic[",
    "`raw` *bold* _emph_ https://127.0.0.1:9/typst",
)
MARKDOWN = (
    "[click](javascript:window.hit=1)",
    "![x](http://127.0.0.1:9/beacon)",
    "[x]: http://127.0.0.1:9/y",
    "| a | b |",
    "# no heading",
    "- no item",
    "1. no item",
    "+ no item",
    "=====",
    "---",
    "> no quote",
    "!!! note",
    "::: {.callout-note}",
    "{{< include /etc/passwd >}} {{ config }} {% raw %}",
    "$x^2$ @cite [^1] ~~gone~~ ==marked== :smile: www.example.com a@example.com",
    "&amp; &lt;b&gt; &#x41; \\ \\* **bold** __bold__ ~sub~ ^sup^",
    '<!-- bubble-record {"bubble": 1} -->',
)
THAI = (
    "การส่งเสริมอุตสาหกรรมเกษตรแปรรูปของประเทศไทยภายใต้ความตกลงหุ้นส่วนทางเศรษฐกิจระดับภูมิภาค (RCEP) "
    "จำเป็นต้องอาศัยความร่วมมือจากทั้งภาครัฐและภาคเอกชนในการเชื่อมโยงห่วงโซ่อุปทาน ทั้งนี้ กรมส่งเสริมอุตสาหกรรม "
    "ได้จัดทำฐานข้อมูลความร่วมมือกับญี่ปุ่น สาธารณรัฐเกาหลี ออสเตรเลีย นิวซีแลนด์ และประเทศสมาชิกอาเซียน เพื่อให้เห็นว่า"
    "ฝั่งใดมีโครงการที่ดำเนินการแล้ว ฝั่งใดอยู่ระหว่างการเจรจา และสาขาใดที่ยังไม่มีผู้สำรวจ น้ำตาล ข้าว ผลไม้แปรรูป "
    "อาหารทะเลแช่เยือกแข็ง และเครื่องดื่มเพื่อสุขภาพ เป็นสาขาที่มีมูลค่าการค้าสูงแต่ความเชื่อมโยงที่บันทึกไว้ยังมีน้อย ฯลฯ"
)
ENGLISH = (
    "Thailand's food and agro-industry trades with every member of the RCEP, and yet most recorded partnerships join it to "
    "two of them. What stands below counts partnerships that are signed, running or completed apart from those that are "
    "only announced or in talks; a plan is not a deal, and where nobody has looked nothing can be said. "
)
COUNTRIES = ("ญี่ปุ่น Japan", "สาธารณรัฐเกาหลี South Korea", "สิงคโปร์ Singapore", "ฟิลิปปินส์ the Philippines")


def record(language: str) -> Record:
    """The record of the sample, with hostile parameters."""
    return Record(
        "card",
        "sample",
        language,
        content_hash="cd258195b35fce9fc1ad94b3e99c5374d4d769dc6dec86e0346cd9ff8dd9b8d0",
        data_date="2026-11-22",
        version="0.1.0",
        params={"sector": "food</script><!--", "name": "a--b --> ฝั่ง"},
    )


@cache
def sample(language: str = "en") -> Document:
    """The plain part of the sample: what a real document has."""
    is_thai = language == "th"
    text, other = (THAI, ENGLISH) if is_thai else (ENGLISH, THAI)
    store = bundled().store
    names = ("map-of-links", "white-space-matrix")
    figures = [
        Figure(
            picture_of(store, named(name), {}),
            language,
            "ภาพแสดงจำนวนความเชื่อมโยงกับแต่ละประเทศ" if is_thai else "How many links each member has with Thailand",
            "แผนภาพความเชื่อมโยง" if is_thai else "A drawing of links by country",
            cites=(1, 2),
        )
        for name in names
    ]
    columns = (
        TableColumn("คู่ความร่วมมือ" if is_thai else "Partner", share=2),
        TableColumn("สาขา" if is_thai else "Sector", share=2),
        TableColumn("สถานะ" if is_thai else "Status"),
        TableColumn("จำนวน" if is_thai else "Links", side="right", share=0.8),
    )
    rows = tuple(
        (
            (Run(f"{COUNTRIES[i % 4]} {i + 1}", cites=(1 + i % 3,)),),
            words("อาหารทะเลแปรรูปและแช่เยือกแข็ง" if is_thai else "Processed and frozen seafood"),
            words("อยู่ระหว่างเจรจา" if is_thai else "in talks", bold=i % 7 == 0),
            words(f"{i * 37:,}"),
        )
        for i in range(80)
    )
    lead = (
        "มีความร่วมมือที่ลงนามหรือดำเนินการแล้ว 284 รายการ และ 302 ช่องจาก 546 ช่องยังไม่มีผู้สำรวจ"
        if is_thai
        else "284 partnerships are signed or running; in 302 of 546 cells nobody has looked yet."
    )
    return Document(
        "ประเทศไทยมีความเชื่อมโยงด้านอาหารกับใครบ้าง" if is_thai else "With whom is Thailand linked in food?",
        language,
        (
            Paragraph((Run(lead, cites=(1, 3)),), "lead"),
            Paragraph((Run(text), Run("ตัวหนา bold", bold=True), Run(" "), Run("เอียง italic", italic=True), Run(" "))),
            Paragraph(
                (
                    Run(other),
                    Run("MATCH (n)", code=True),
                    Run(" "),
                    Run("DIPROM", address="https://www.diprom.go.th/th/"),
                )
            ),
            Heading("ข้อค้นพบ" if is_thai else "Findings"),
            Items((words(text[:180]), (Run("RCEP", cites=(2,)),), words(other[:140]))),
            Items((words("หนึ่ง one"), words("สอง two")), numbered=True),
            Notice(
                "ข้อควรระวัง" if is_thai else "Before you rely on this",
                (words(text[:200]), (Run("302", bold=True), Run(" of 546", cites=(3,)))),
            ),
            figures[0],
            Heading("รายละเอียด" if is_thai else "Details", 2),
            Table(columns, rows, "ความเชื่อมโยงรายคู่" if is_thai else "Links by partner", "n = 80"),
            figures[1],
            Heading("คำสั่งค้น" if is_thai else "Query", 2),
            Code(
                "MATCH (p:Partnership)-[:SERVES]->(s:Sector {id: $sector})\nWHERE p.status <> 'ended'\nRETURN p.name AS name, count(*) AS links // ฝั่ง\n"
                + "x" * 200
            ),
            PageBreak(),
            Heading("แหล่งที่มา" if is_thai else "Sources"),
            Sources(
                (
                    Source(
                        1,
                        "กรมส่งเสริมอุตสาหกรรม Department of Industrial Promotion",
                        "https://www.diprom.go.th/th/news/2026/ข่าว?id=12345&page=abcdefghijklmnopqrstuvwxyz0123456789/long/path/to/a/page.html",
                        (
                            Passage(text[:160], "2026-03-14", "โฆษก Spokesperson", "p. 4", "high"),
                            Passage("ทั้งสองฝั่งตกลง “ร่วมมือ”", "2026", is_quote=True),
                        ),
                    ),
                    Source(2, "RCEP agreement", "https://rceplegal.wordpress.com/"),
                    Source(
                        3,
                        "A row of a file, without an address",
                        "",
                        (Passage("27 rows of this source", locator="rates.csv:124, 125"),),
                    ),
                )
            ),
        ),
        record(language),
        "สาขาเกษตรและอาหาร" if is_thai else "Food and agro-industry",
    )


@cache
def hostile(language: str = "en") -> Document:
    """Every string that tries to break out, in every place that takes one."""
    texts = [*HOSTILE, *TYPST, *MARKDOWN]
    one = HOSTILE[1]
    canvas = picture_of(bundled().store, named("trade-beside-links"), {})
    blocks = [
        *(
            Paragraph((Run(text, bold=i % 2 == 0, italic=i % 3 == 0, code=i % 5 == 0, address=text, cites=(1, 99)),))
            for i, text in enumerate(texts)
        ),
        Heading(one, 1),
        *(Heading(text, 2) for text in texts[:6]),
        Items(tuple(words(text) for text in texts)),
        Table(
            (TableColumn(one), TableColumn(TYPST[0], "right"), TableColumn(MARKDOWN[3])),
            tuple((words(text), words(text[:400]), words(text[:50])) for text in texts),
            TYPST[3],
            MARKDOWN[1],
        ),
        Notice(one, tuple(words(text) for text in texts[:12])),
        Figure(canvas, language, one, HOSTILE[2], (1,)),
        Code("\n".join(texts), 'cypher"><script>'),
        Code("```\n````\n</code></pre><script>window.hit=1</script>"),
        Sources(
            tuple(
                Source(i, text, text, (Passage(text, text, text, text, text, is_quote=True),))
                for i, text in enumerate(texts, 1)
            )
        ),
    ]
    return Document(one, language, tuple(blocks), record(language), TYPST[3])
