"""What holds for a document in every format: the same bytes, the record back, every word there, nothing else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from bubble.documents.blocks import Document, Figure, Items, Notice, Paragraph, Run, Sources, Table
from bubble.documents.formats import content, record_in, text_of
from graph.errors import GraphError
from tests.documents.sample import hostile, sample
from visuals.picture import shown

ENDINGS = (".html", ".md", ".pdf")


@cache
def written(ending: str, language: str, *, is_hostile: bool = False) -> bytes:
    """The sample in a format, made once."""
    return content((hostile if is_hostile else sample)(language), ending)


def words_of(document: Document) -> list[str]:
    """Every run of words of a document."""
    lines: list[tuple[Run, ...]] = []
    for block in document.blocks:
        match block:
            case Paragraph():
                lines.append(block.runs)
            case Items() | Notice():
                lines += block.items
            case Table():
                lines += [cell for row in block.rows for cell in row]
            case Sources():
                lines += [(Run(passage.text),) for entry in block.entries for passage in entry.passages]
    return [run.text for line in lines for run in line if run.text.strip()]


def squashed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_document_gives_the_same_bytes_and_its_record_comes_back(ending: str, language: str) -> None:
    made = written(ending, language)
    assert content(sample(language), ending) == made
    assert record_in(made, ending) == sample(language).record


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_record_comes_back_from_a_hostile_document(ending: str) -> None:
    assert record_in(written(ending, "en", is_hostile=True), ending) == hostile("en").record


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("ending", [".html", ".pdf"])
def test_every_word_is_read_back_in_its_order(ending: str, language: str) -> None:
    text = squashed(text_of(written(ending, language), ending))
    for words in words_of(sample(language)):
        assert squashed(words) in text
    for label in ("ญี่ปุ่น" if language == "th" else "Cambodia", sample(language).title):
        assert squashed(label) in text, "words of the figure are text too"


def test_a_file_of_something_else_holds_no_record() -> None:
    for ending, data in ((".html", b"<p>x</p>"), (".md", b"# x"), (".pdf", b"%PDF-1.7 nothing")):
        with pytest.raises(GraphError, match="expected"):
            record_in(data, ending)


def test_control_and_direction_signs_are_shown_not_obeyed() -> None:
    for ending in ENDINGS:
        text = text_of(written(ending, "en", is_hostile=True), ending)
        assert not any(sign in text for sign in "\u202e\u2066\x1b")
    assert "\\u202etxet" in text_of(written(".html", "en", is_hostile=True), ".html")
    assert shown("\u202e") == "\\u202e"


def test_a_figure_without_caption_leaves_no_empty_one() -> None:
    document = sample()
    blocks = tuple(replace(b, caption="", cites=()) if isinstance(b, Figure) else b for b in document.blocks)
    bare = replace(document, blocks=blocks)
    assert b"\n**\n" not in content(bare, ".md")
    assert b"<figcaption>" not in content(bare, ".html")
    assert squashed(text_of(content(bare, ".pdf"), ".pdf")).count(squashed(document.title)) >= 1


def test_the_front_of_a_document_stands_on_its_first_page_though_it_is_a_little_too_long() -> None:
    line = Paragraph((Run("One more line of a front that is too long by a little."),))
    long = Document(
        "Front", "en", (*[line] * 40, Paragraph((Run("last of the front"),)), line), sample().record, front=41
    )
    pages = PdfReader(BytesIO(content(long, ".pdf"))).pages
    assert "last of the front" in pages[0].extract_text()
    free = PdfReader(BytesIO(content(replace(long, front=0), ".pdf"))).pages
    assert "last of the front" not in free[0].extract_text()
