"""Placeholders on slides: a figure takes its shape's place, words stay in theirs, all else byte for byte."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from bubble.filling.fill import Outcome, fill
from graph.errors import GraphError
from tests.filling.graphs import fewer, maker
from tests.filling.office import converted, parts, slides, with_part


def filled_from(data: bytes, folder: Path, *, other: bool = False) -> tuple[Outcome, bytes]:
    path = folder / "show.pptx"
    path.write_bytes(data)
    outcome = fill(path, fewer() if other else maker())
    return outcome, outcome.files.get(path, data)


@cache
def original() -> bytes:
    return slides()


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, bytes]:
    return filled_from(original(), tmp_path_factory.mktemp("first"))


def test_every_place_is_filled_and_python_pptx_opens_it(first: tuple[Outcome, bytes]) -> None:
    assert [change.now for change in first[0].changes][:2] == ["5 links", "5 rows"]
    assert first[0].changes[0].where == "slide 1, TextBox 2"
    show: Any = Presentation(BytesIO(first[1]))
    shapes = [shape for slide in show.slides for shape in slide.shapes]
    assert len({(slide.slide_id, shape.shape_id) for slide in show.slides for shape in slide.shapes}) == len(shapes)
    group = show.slides[0].shapes[-1]
    picture, caption = group.shapes
    assert picture._element.nvPicPr.cNvPr.get("descr").startswith(
        "หน่วยงาน"
    ) or "JETRO" in picture._element.nvPicPr.cNvPr.get("descr")
    assert "ข้อมูล ณ วันที่ 22 พฤศจิกายน 2569" in caption.text_frame.text
    opened: Any = Presentation(BytesIO(original()))
    box = opened.slides[0].shapes[-1]
    assert group.left >= box.left
    assert group.left + group.width <= box.left + box.width
    assert group.top + group.height <= box.top + box.height
    assert show.slides[1].shapes.title.text.startswith("Japan External Trade Organization has 5 links")
    assert show.slides[2].shapes[0].table.cell(0, 1).text.startswith("So ")
    assert show.slides[2].shapes[0].table.cell(0, 1).text.endswith(" it is")


def test_everything_else_is_byte_for_byte_as_it_was(first: tuple[Outcome, bytes]) -> None:
    before, after = parts(original()), parts(first[1])
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"[Content_Types].xml", *(n for n in before if n.startswith("ppt/slides/"))}
    slide = "ppt/slides/slide1.xml"
    end = before[slide].index(b"</p:sp>") + len(b"</p:sp>")
    assert after[slide].startswith(before[slide][:end]), "the title before it"
    assert after[slide].endswith(before[slide][before[slide].rindex(b"</p:spTree>") :])


def test_filling_again_changes_nothing_and_another_graph_updates(first: tuple[Outcome, bytes], tmp_path: Path) -> None:
    again, _ = filled_from(first[1], tmp_path)
    assert again.files == {}
    assert len(again.changes) == len(first[0].changes)
    outcome, after = filled_from(first[1], tmp_path, other=True)
    assert all(change.is_changed for change in outcome.changes if change.kind == "figure")
    assert sorted(name for name in parts(after) if "bubble-" in name) == sorted(
        n for n in parts(first[1]) if "bubble-" in n
    )
    assert Presentation(BytesIO(after)).slides[0].shapes[-1].has_text_frame is False
    assert filled_from(after, tmp_path, other=True)[0].files == {}


def test_libreoffice_keeps_what_was_filled(first: tuple[Outcome, bytes], tmp_path: Path) -> None:
    saved = converted(first[1], ".pptx", "pptx", tmp_path)
    outcome, _ = filled_from(saved, tmp_path)
    # It gives the places of a layout new names, so that the words in them are from then on plain words.
    assert [c.kind for c in outcome.changes if c.kind != "sentence"] == ["figure", "figure", "table", "sources"]
    assert not any(change.is_changed for change in outcome.changes)


def test_mistakes_say_slide_and_shape(tmp_path: Path) -> None:
    bad = with_part(original(), "ppt/slides/slide2.xml", lambda xml: xml.replace(b"map-of-links", b"map-of-link"))
    with pytest.raises(GraphError) as error:
        filled_from(bad, tmp_path)
    assert "show.pptx: slide 2, Content Placeholder 2: {{bubble: map-of-link country=JPN}}: " in str(error.value)
    assert 'did you mean "map-of-links"?' in str(error.value)
