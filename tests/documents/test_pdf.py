"""A document as PDF, read by two other programs: every word whole, nothing cut, words of Thai whole at line ends."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from bubble.documents.blocks import Document, Paragraph, Run, Table, TableColumn, words
from bubble.documents.formats import content
from tests.documents.sample import THAI, hostile, record, sample
from tests.documents.test_every_format import squashed, words_of, written
from visuals.thai import words as thai_words

HARD = (
    "ทั้งนี้ ฝั่งซ้าย ปั้นน้ำตาล ญี่ปุ่น ผู้ซื้อ ต่ำ กำไร น้ำ จำกัด กัมพูชา ฟื้นฟู ป้องกัน ฐานข้อมูล ญาติ ชื่อเสียง เปี๊ยะ เต้าหู้ยี้ "
    "บริษัท ซีพี ออลล์ จำกัด (มหาชน) กรุ๊ป ฮาลาล สากล รามคำแหง คูโบต้า พร็อพเพอร์ตี้ ๆ ฯลฯ"
)


def read_by_pypdf(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(data)).pages]


def read_by_pdfium(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


@pytest.mark.parametrize("read", [read_by_pypdf, read_by_pdfium])
def test_hard_thai_is_read_back_letter_by_letter_with_its_spaces(read: Any) -> None:
    runs = (Run(HARD), Run(" "), Run(HARD, bold=True), Run(" "), Run(HARD, italic=True))
    made = content(Document("ฝั่ง", "th", (Paragraph(runs), Paragraph(runs, "lead")), record("th")), ".pdf")
    assert " ".join("\n".join(read(made)).split()).count(HARD) == 6


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("read", [read_by_pypdf, read_by_pdfium])
def test_every_word_of_every_block_is_selectable(read: Any, language: str) -> None:
    text = squashed("".join(read(written(".pdf", language))))
    for told in words_of(sample(language)):
        assert squashed(told) in text


@pytest.mark.parametrize("read", [read_by_pypdf, read_by_pdfium])
def test_letters_of_every_partner_are_shown_and_read_back(read: Any) -> None:
    told = (
        "タイ工業省と中小企業間",
        "해수부, 태국과 수산분야",
        "中泰签署合作专项基金2020年",
        "«рыбному делу»",
        "ສະບາຍດີ",
    )
    made = content(Document("กสอ.", "th", tuple(Paragraph(words(text)) for text in told), record("th")), ".pdf")
    text = "\n".join(read(made))
    assert [line for line in told if line not in text] == []
    page: Any = PdfReader(BytesIO(made)).pages[0]
    assert any("DroidSansFallback" in str(font["/BaseFont"]) for font in page["/Resources"]["/Font"].values())


@pytest.mark.parametrize("is_hostile", [False, True])
def test_every_letter_stands_inside_its_page(is_hostile: bool) -> None:
    document = pypdfium2.PdfDocument(written(".pdf", "en" if is_hostile else "th", is_hostile=is_hostile))
    for page in document:
        wide, high = page.get_size()
        text = page.get_textpage()
        for i in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(i)
            assert left >= 0, text.get_text_range(max(0, i - 20), 40)
            assert right <= wide, text.get_text_range(max(0, i - 20), 40)
            assert bottom >= 0
            assert top <= high


def test_no_line_breaks_inside_a_word_of_thai() -> None:
    columns = tuple(TableColumn("หัวข้อ", share=share) for share in (1, 2, 3))
    table = Table(columns, (tuple(words(THAI) for _ in columns),))
    made = content(Document("x", "th", (Paragraph(words(THAI)), table), record("th")), ".pdf")
    ends, at = set[int](), 0
    for piece in (piece for token in THAI.split() for piece in thai_words(token)):
        at += len(squashed(piece))
        ends.add(at)
    flat, broken = squashed(THAI), 0
    first = read_by_pdfium(made)[0].splitlines()
    start = next(i for i, line in enumerate(first) if squashed(THAI)[:20] in squashed(line))
    at = 0
    for line in first[start:]:
        at += len(squashed(line))
        if at >= len(flat):
            break
        broken += at not in ends
    assert broken == 0


def test_the_file_says_what_it_is_and_can_be_walked_by_who_cannot_see_it() -> None:
    reader = PdfReader(BytesIO(written(".pdf", "th")))
    told = reader.metadata
    assert told is not None
    assert (told.title, told.author) == (sample("th").title, "Bubble")
    assert str(told.creation_date)[:10] == sample("th").record.data_date
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "th"
    assert root["/MarkInfo"]["/Marked"]
    kinds = list(_kinds(root["/StructTreeRoot"]))
    assert {"/Table", "/TH", "/TD", "/L", "/Figure", "/H1", "/Link"} <= {kind for kind, _ in kinds}
    alts = [alt for kind, alt in kinds if kind == "/Figure" and alt]
    assert alts == [figure.alt for figure in sample("th").figures()]
    assert [item.title for item in reader.outline if not isinstance(item, list)] == ["ข้อค้นพบ", "แหล่งที่มา"]


def test_the_heading_of_a_table_stands_on_every_page_of_it_and_every_page_has_its_number() -> None:
    pages = read_by_pypdf(written(".pdf", "en"))
    with_rows = [page for page in pages if "Processed and frozen" in page]
    assert len(with_rows) > 1
    assert all("Partner" in page and "Links" in page for page in with_rows)
    assert all(f"Page {i} of {len(pages)}" in page for i, page in enumerate(pages, 1))
    assert all("Data as of 2026-11-22 · content cd258195b35f" in page for page in pages)


def test_links_lead_to_plain_addresses_and_sources_only() -> None:
    for data in (written(".pdf", "en"), written(".pdf", "en", is_hostile=True)):
        actions = [
            annotation.get_object().get("/A", {})
            for page in PdfReader(BytesIO(data)).pages
            for annotation in page.get("/Annots", [])
        ]
        assert actions
        for action in actions:
            assert action.get("/S") in (None, "/URI", "/GoTo")
            assert str(action.get("/URI", "https://")).startswith(("http://", "https://", "mailto:"))
    names = str(PdfReader(BytesIO(written(".pdf", "en", is_hostile=True))).trailer["/Root"])
    assert "JavaScript" not in names


def test_typst_reads_no_text_as_markup() -> None:
    pages = read_by_pdfium(written(".pdf", "en", is_hostile=True))
    text = squashed("".join(pages))
    for told in ('#eval("1+1")', '#read("/etc/passwd")', "]#panic[", "$ x^2 $ #sym.arrow @ref <label>"):
        assert squashed(told) in text
    assert hostile("en").title in " ".join(pages[0].split())


def _kinds(element: Any) -> Any:
    held = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(held, list):
        for child in held:
            yield from _kinds(child)
    elif isinstance(held, dict):
        if "/S" in held:
            yield str(held["/S"]), held.get("/Alt", "")
        if "/K" in held:
            yield from _kinds(held["/K"])
