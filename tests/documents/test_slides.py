"""Slides as PowerPoint knows them, and as LibreOffice prints them: everything on the slide, nothing too small."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from bubble.documents import slides
from bubble.documents.blocks import Document, Heading, Items, Paragraph, Run, Table, TableColumn, words
from bubble.documents.office.package import presentation
from bubble.documents.office.slide_base import BOTTOM, HIGH, WIDE, emu
from bubble.documents.office.slide_table import parts_of
from bubble.documents.office.slide_text import Line, height, parted
from tests.documents.made import made
from tests.documents.sample import ENGLISH, THAI, record
from tests.documents.soffice import pdf_of, words_of

FOUND = ("ความเชื่อมโยง", "อุตสาหกรรม", "ฝั่ง", "ญี่ปุ่น", "กรมส่งเสริมอุตสาหกรรม")
LEAST = 10.0  # points; only the footer has letters as small


@cache
def opened(which: str = "th") -> Any:
    return presentation(made(".pptx", which))


def sizes(deck: Any) -> set[float]:
    return {
        int(look.get("sz")) / 100
        for slide in deck.slides
        for look in slide._element.iter()
        if look.get("sz", "x").isdigit()
    }


def test_every_slide_has_a_title_the_state_of_the_data_and_a_number() -> None:
    for number, slide in enumerate(opened().slides, 1):
        assert slide.shapes.title.text_frame.text.strip()
        held = {shape.placeholder_format.type.name: shape for shape in slide.placeholders}
        assert "2026-11-22 · รหัสเนื้อหา cd258195b35f" in held["FOOTER"].text_frame.text
        assert str(number) in held["SLIDE_NUMBER"].element.xpath("string(.)")


def test_nothing_stands_beside_a_slide_and_no_letters_are_too_small_to_read() -> None:
    for which in ("th", "hostile"):
        deck = opened(which)
        assert (deck.slide_width, deck.slide_height) == (emu(WIDE), emu(HIGH))
        assert min(sizes(deck)) >= LEAST
        for slide in deck.slides:
            for shape in slide.shapes:
                assert shape.left >= 0
                assert shape.top >= 0
                assert shape.left + shape.width <= emu(WIDE)
                foot = HIGH if shape.is_placeholder or shape.shape_type.name == "PICTURE" else BOTTOM + 1
                assert shape.top + shape.height <= emu(foot)


def test_a_long_table_goes_over_slides_that_tell_which_they_are() -> None:
    tables = [(slide, shape.table) for slide in opened().slides for shape in slide.shapes if shape.has_table]
    assert sum(len(table.rows) - 1 for _, table in tables) == 80
    assert [slide.shapes.title.text_frame.text.split()[-1] for slide, _ in tables] == [
        f"{number}/{len(tables)}" for number in range(1, len(tables) + 1)
    ]
    assert {table.cell(0, 0).text for _, table in tables} == {"คู่ความร่วมมือ"}


def test_what_has_no_room_stands_in_the_notes() -> None:
    notes = [slide.notes_slide.notes_text_frame.text for slide in opened().slides if slide.has_notes_slide]
    assert any("ภาพที่ 1  ภาพแสดงจำนวนความเชื่อมโยง" in note and "[1] กรมส่งเสริมอุตสาหกรรม" in note for note in notes)
    assert any("ทั้งสองฝั่งตกลง" in note for note in notes)
    cell = words(ENGLISH * 20)
    table = Table((TableColumn("a"), TableColumn("b")), ((cell, words("1")),))
    deck: Any = presentation(slides.content(Document("t " * 300, "en", (table,), record("en"))))
    told = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    assert ("t " * 300).strip() in told[0]
    assert (ENGLISH * 20).strip() in told[1]


def test_a_paragraph_longer_than_a_slide_is_parted_between_its_words() -> None:
    for text in (ENGLISH * 30, THAI * 30, "ก" * 9000, "x" * 9000):
        line = Line((Run("Begins: ", bold=True), Run(text)), 14, mark="•", indent=20)
        parts = parted([line, Line(words("end"), 14)], 800, 400)
        assert len(parts) > 1
        assert all(height(part, 800) <= 400 for part in parts)
        assert "".join(run.text for part in parts for each in part for run in each.runs) == f"Begins: {text}end"


def test_a_part_without_text_and_a_table_without_rows_are_still_told() -> None:
    blocks = (Heading("First"), Heading("Inner", 2), Paragraph(words("x")), Heading("Empty"), Items(()))
    table = Table((TableColumn("Only a heading"),), ())
    deck: Any = presentation(slides.content(Document("T", "en", (*blocks, table, Heading("Last")), record("en"))))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles == ["T", "First – Inner", "Empty", "Last"]
    assert parts_of(table, 800, 300)[0][0].rows == ()


def test_another_program_prints_all_of_it_and_finds_thai_words(tmp_path: Path) -> None:
    pdf = pdf_of(made(".pptx", "th"), ".pptx", tmp_path, with_font=True)
    assert len(pdf) == len(opened().slides)
    told = words_of(pdf)
    assert [thai for thai in FOUND if thai not in told] == []
    for page in pdf:
        pixels = page.render(scale=1).to_pil().convert("L")
        wide, high = pixels.size
        # between what a slide shows and its footer, and at its right edge, nothing stands
        assert pixels.crop((0, high - 8, wide, high)).getextrema() == (255, 255)
        assert pixels.crop((wide - 6, 0, wide, high)).getextrema() == (255, 255)
    foots = [box for page in pdf for box in _texts(page) if 505 < HIGH - box[1] < 513]
    assert foots == []


def _texts(page: Any) -> list[tuple[float, float, float, float]]:
    """Boxes of text on a page: left, bottom, right, top in points from its lower left corner."""
    found = page.get_textpage()
    return [found.get_rect(place) for place in range(found.count_rects())]
