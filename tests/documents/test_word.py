"""A Word document as Word knows it, and as LibreOffice prints it on a machine that lacks our font."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bubble.documents import word
from bubble.documents.blocks import Document, Heading, Paragraph, Run, Sources, Table, TableColumn
from bubble.documents.office.package import word_document
from bubble.documents.office.widths import columns_of
from tests.documents.made import made
from tests.documents.sample import record, sample
from tests.documents.soffice import pdf_of, words_of
from visuals.labels import widest_word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
THAI = ("ความเชื่อมโยง", "อุตสาหกรรม", "ฝั่ง", "น้ำตาล", "ญี่ปุ่น", "กรมส่งเสริมอุตสาหกรรม")
EDGE = 20  # points at each side of a page that stay white


@cache
def opened(language: str = "th") -> Any:
    return word_document(made(".docx", language))


def test_headings_are_headings_so_that_a_table_of_contents_can_be_made_of_them() -> None:
    told = [(p.style.name.casefold(), p.text) for p in opened().paragraphs if p.style.name.casefold()[:7] == "heading"]
    assert told == [(f"heading {b.level}", b.text) for b in sample("th").blocks if isinstance(b, Heading)]


def test_the_head_of_a_table_is_repeated_and_no_row_is_parted() -> None:
    rows = opened().tables[0]._tbl.tr_lst
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert len(rows) == 81


def test_figures_and_tables_are_counted_by_fields() -> None:
    codes = [" ".join(field.text.split()) for field in opened().element.iter(f"{W}instrText")]
    assert codes == ["SEQ Figure \\* ARABIC", "SEQ Table \\* ARABIC", "SEQ Figure \\* ARABIC"]
    captions = [p.text for p in opened().paragraphs if p.style.name.casefold() in ("caption", "table caption")]
    assert [caption.split("  ")[0] for caption in captions] == ["ภาพที่ 1", "ตารางที่ 1", "ภาพที่ 2"]


def test_a_number_leads_to_its_source_and_one_without_a_source_leads_nowhere() -> None:
    root = opened().element
    led = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")} - {None}
    marked = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    assert marked == ["source-1", "source-2", "source-3"]
    assert led <= set(marked)
    lonely = word_document(word.content(Document("t", "en", (Paragraph((Run("a", cites=(9,)),)),), record("en"))))
    assert "a[9]" in lonely.paragraphs[1].text
    assert next(lonely.element.iter(f"{W}hyperlink"), None) is None


def test_thai_is_told_to_be_complex_script_and_the_file_holds_the_font_for_it() -> None:
    thai = [run for run in opened().element.iter(f"{W}r") if any("ก" <= c <= "๛" for c in run.xpath("string(.)"))]
    assert thai
    assert all(run.find(f"{W}rPr/{W}cs") is not None for run in thai)
    fonts = [part for part in opened().part.package.iter_parts() if str(part.partname).endswith(".odttf")]
    assert len(fonts) == 3


@pytest.mark.parametrize("shares", [(1.0, 1.0, 1.0), (0.0, 0.0, 0.0), (9.0, 0.1, 0.1)])
def test_no_word_of_a_table_is_torn_where_the_page_has_room(shares: tuple[float, ...]) -> None:
    columns = tuple(TableColumn("ความเชื่อมโยง", share=share) for share in shares)
    cells = ("internationalisation", "กระทรวงเกษตรและสหกรณ์", "x" * 400)
    table = Table(columns, (tuple((Run(cell),) for cell in cells),))
    size, widths = columns_of(table, 480, (9.0, 7.0), 8)
    assert size == 9.0
    assert sum(widths) == pytest.approx(480)
    assert all(widths[place] >= widest_word(cell, size) + 8 for place, cell in enumerate(cells[:2]))


def test_another_program_prints_it_whole_with_our_font_and_finds_thai_words(tmp_path: Path) -> None:
    pdf = pdf_of(made(".docx", "th"), ".docx", tmp_path, with_font=False)
    told = words_of(pdf)
    assert [thai for thai in THAI if thai not in told] == []
    assert b"Sarabun" in (tmp_path / "file.pdf").read_bytes()
    assert 6 <= len(pdf) <= 14
    for page in pdf:
        pixels = page.render(scale=1).to_pil().convert("L")
        wide, high = pixels.size
        for box in ((0, 0, EDGE, high), (wide - EDGE, 0, wide, high), (0, high - EDGE, wide, high)):
            assert pixels.crop(box).getextrema() == (255, 255)
    assert f"หน้า {len(pdf)} จาก {len(pdf)}" in told
    assert any(isinstance(block, Sources) for block in sample("th").blocks)
