"""Placeholders in Word documents: filled as fields, kept by LibreOffice, updated in place, all else byte for byte."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from bubble.documents.office.words import words_of_word
from bubble.filling.fill import Outcome, fill
from bubble.filling.marked import record_in_png
from graph.errors import GraphError
from tests.filling.graphs import fewer, maker
from tests.filling.office import converted, paragraphs_without, parts, with_part, word

BODY = "word/document.xml"
FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:h text:outline-level="1">บันทึกข้อความ</text:h><text:p>ข้อความเดิมคงอยู่</text:p>
<text:p>{{bubble: neighbourhood of=JETRO lang=th}}</text:p>
<text:p>สรุป: {{bubble: sentence neighbourhood of=JETRO lang=th}}</text:p></office:text></office:body></office:document>"""


@cache
def original() -> bytes:
    return word()


def filled_from(data: bytes, folder: Path, *, other: bool = False) -> tuple[Outcome, bytes]:
    path = folder / "brief.docx"
    path.write_bytes(data)
    outcome = fill(path, fewer() if other else maker())
    return outcome, outcome.files.get(path, data)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, bytes]:
    return filled_from(original(), tmp_path_factory.mktemp("first"))


def test_every_place_is_filled_and_told_where_it_is(first: tuple[Outcome, bytes]) -> None:
    told = [change.told("") for change in first[0].changes]
    assert told == [
        "figure 1 (neighbourhood of=JETRO lang=th), paragraph 3: filled, 5 links",
        "sentence 1 (sentence neighbourhood of=JETRO), paragraph 4: filled, 5 rows",
        "sentence 2 (sentence neighbourhood of=JETRO lang=th), paragraph 4: filled, 5 rows",
        "table 1 (table partners-of-country country=NZL rows=3), paragraph 5: filled, 19 rows",
        'figure 2 (neighbourhood of=JETRO caption="In a cell"), table 1, row 1, column 2: filled, 5 links',
        "sentence 3 (sentence neighbourhood of=JETRO), text box, paragraph 9: filled, 5 rows",
        told[6],
        "sentence 4 (sentence neighbourhood of=JETRO), header, paragraph 1: filled, 5 rows",
    ]
    words = words_of_word(first[1])
    assert "{{bubble" not in words.replace("{{bubble: gone}}", "")
    assert "ภาพที่ 1 " in words
    assert "Figure 1 In a cell. Data of 22 November 2026. Sources" in words
    assert "So: Japan External Trade Organization has 5 links" in words
    assert words.count("Japan External Trade Organization has 5 links") >= 3, "sentence, box, header, and alt texts"


def test_everything_else_is_byte_for_byte_as_it_was(first: tuple[Outcome, bytes]) -> None:
    before, after = parts(original()), parts(first[1])
    touched = {BODY, "word/_rels/document.xml.rels", "[Content_Types].xml", "word/header1.xml"}
    assert {name for name in before if before[name] != after[name]} <= touched
    assert all(name.startswith("word/media/bubble-") for name in after if name not in before)
    kept = paragraphs_without(original(), BODY, b"bubble: ", b"ble: ")
    new = parts(first[1])[BODY]
    assert len(kept) == 3
    assert all(each in new for each in kept)
    assert b"commentReference" in new
    assert b"<w:delText>{{bubble: gone}}</w:delText>" in new
    assert new.startswith(parts(original())[BODY][:400])


def test_the_same_figure_is_kept_once_and_says_what_it_was_made_of(first: tuple[Outcome, bytes]) -> None:
    held = parts(first[1])
    figures = [name for name in held if name.endswith(".png") and "bubble-" in name]
    assert len(figures) == 2
    for name in figures:
        record = record_in_png(held[name])
        assert record is not None
        assert '"name": "neighbourhood"' in record
        assert name.replace(".png", ".svg") in held


def test_filling_again_changes_nothing(first: tuple[Outcome, bytes], tmp_path: Path) -> None:
    outcome, _ = filled_from(first[1], tmp_path)
    assert outcome.files == {}
    assert len(outcome.changes) == len(first[0].changes)
    assert not any(change.is_changed for change in outcome.changes)


def test_another_graph_updates_pictures_and_words_in_place(first: tuple[Outcome, bytes], tmp_path: Path) -> None:
    moved = with_part(
        first[1], BODY, lambda xml: re.sub(rb'cx="\d+" cy="\d+"', b'cx="1234567" cy="1471974"', xml, count=2)
    )
    outcome, after = filled_from(moved, tmp_path, other=True)
    assert all(change.is_changed for change in outcome.changes if change.kind == "figure")
    held = parts(after)
    assert b'cx="1234567" cy="1471974"' in held[BODY], "a size that the writer has chosen stays"
    assert sorted(name for name in held if "bubble-" in name) == sorted(n for n in parts(first[1]) if "bubble-" in n)
    kept = paragraphs_without(first[1], BODY, b"BUBBLE", b'fldCharType="end"', b"SEQ")
    assert all(each in held[BODY] for each in kept if b"<w:tab/>" not in each and b"w:sz" not in each)
    again, _ = filled_from(after, tmp_path, other=True)
    assert again.files == {}


def test_a_cross_reference_to_a_caption_survives_an_update(first: tuple[Outcome, bytes], tmp_path: Path) -> None:
    def mark(xml: bytes) -> bytes:
        at = xml.index("ภาพที่ ".encode())
        start = xml.rindex(b"<w:r>", 0, at)
        return xml[:start] + b'<w:bookmarkStart w:id="50" w:name="_Ref1"/>' + xml[start:]

    data = with_part(first[1], BODY, mark)
    _, after = filled_from(data, tmp_path, other=True)
    assert b'w:name="_Ref1"' in parts(after)[BODY]


def test_libreoffice_keeps_what_was_filled(first: tuple[Outcome, bytes], tmp_path: Path) -> None:
    saved = converted(first[1], ".docx", "docx", tmp_path)
    outcome, _ = filled_from(saved, tmp_path)
    assert len(outcome.changes) >= len(first[0].changes) - 1, "it may leave a box's twin out"
    assert not any(change.is_changed for change in outcome.changes)
    updated, after = filled_from(saved, tmp_path, other=True)
    assert any(change.is_changed for change in updated.changes)
    assert "Figure 1" in words_of_word(after)


def test_a_document_that_libreoffice_wrote_is_filled_in_thai(tmp_path: Path) -> None:
    source = tmp_path / "in.fodt"
    data = converted(FODT.encode(), ".fodt", "docx", source.parent)
    outcome, after = filled_from(data, tmp_path)
    assert [change.is_changed for change in outcome.changes] == [True, True]
    pdf = pypdfium2.PdfDocument(converted(after, ".docx", "pdf", tmp_path))
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "ข้อความเดิมคงอยู่".replace("ำ", "ํา")[:6] in text.replace("ำ", "ํา")
    assert "{{" not in text
    picture = pdf[0].render(scale=1).to_pil().convert("L")
    assert sum(value < 200 for value in picture.tobytes()) > 500, "something is drawn"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda xml: xml.replace(b"of=JETRO lang", b"off=JETRO lang"), "brief.docx: paragraph 3: {{bubble: neighbourhood off=JETRO lang=th}}: "),
        (lambda xml: xml.replace(b"country=NZL", b"country=NZX"), "brief.docx: paragraph 5: "),
        (lambda xml: xml.replace(b"<w:body>", b"<w:body><w:p><w:r><w:t>{{bubble: x</w:t></w:r></w:p>"), "paragraph 1: expected }} at the end"),
        (lambda xml: xml.replace(b"So: ", b"{{bubble: headline}} "), "expected a figure in a paragraph of its own"),
        (lambda xml: b'<!DOCTYPE w [<!ENTITY a "b">]>' + xml[xml.index(b"<w:document") :], "brief.docx: "),
        (lambda xml: xml[:500], "brief.docx: expected a Word document, found a file that can't be read as one"),
        (lambda xml: xml.replace(b"UTF-8", b"UTF-16", 1), "brief.docx: "),
    ],
)  # fmt: skip
def test_what_can_not_be_filled_is_told_in_one_line(change: object, said: str, tmp_path: Path) -> None:
    with pytest.raises(GraphError) as error:
        filled_from(with_part(original(), BODY, change), tmp_path)
    assert said in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all"])
def test_a_file_that_is_no_document_is_refused(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"brief\.docx: expected a Word document"):
        filled_from(data, tmp_path)


def test_a_field_that_was_torn_apart_is_told(first: tuple[Outcome, bytes], tmp_path: Path) -> None:
    def tear(xml: bytes) -> bytes:
        start = xml.index(b"<w:r", xml.index(b"ADDIN BUBBLE") - 200)
        return xml[:start] + b"</w:p><w:tbl><w:tr><w:tc><w:p>" + xml[start:]

    with pytest.raises(GraphError) as error:
        filled_from(with_part(first[1], BODY, tear), tmp_path)
    assert "\n" not in str(error.value)
