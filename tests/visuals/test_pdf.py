"""A figure as PDF: every word comes back from two readers, pixels as from the PNG, the same bytes, no date."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from graph.errors import GraphError
from tests.visuals.drawn import small_picture
from tests.visuals.hostile import HOSTILE, hostile_picture
from tests.visuals.pixels import mean_difference, module, share_apart
from tests.visuals.test_layout import large_picture
from visuals.figure import figure_of
from visuals.layout import HOME, RING
from visuals.pdf import pdf_of
from visuals.pdf.path import steps_of
from visuals.pdf.text import long, shape
from visuals.raster import png_of
from visuals.sheet import SIZES
from visuals.vendored import width

SVG = "{http://www.w3.org/2000/svg}"
HARD = "น้ำปลา กำลังเจรจา ญี่ปุ่น ฐานปู่ ที่นี้ ป้า ฝั่ง ใต้น้ำ ก็ดี พิพิธภัณฑ์ ฤๅษี ๒๕๖๙ ซื้อขาย กตัญญู ฟ้า ปี่ ปั๊ม เริ่มขึ้นเมื่อใด ตั้งแต่ สิ้นสุด"


def svg(inner: str, root: str = "") -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200" {root}>{inner}</svg>'
    )


def page(pdf: bytes) -> Any:
    return module("pypdfium2").PdfDocument(pdf)[0]


def texts(pdf: bytes) -> dict[str, str]:
    """All the words as two readers read them, without white space."""
    return {
        "pdfium": re.sub(r"\s+", "", page(pdf).get_textpage().get_text_range()),
        "pypdf": re.sub(r"\s+", "", module("pypdf").PdfReader(io.BytesIO(pdf)).pages[0].extract_text()),
    }


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("size", SIZES)
def test_every_word_of_a_figure_comes_back(language: str, size: str) -> None:
    figure = figure_of(small_picture(), language, size)
    told = [re.sub(r"\s+", "", t.text or "") for t in ET.fromstring(figure).iter(f"{SVG}text")]  # noqa: S314
    assert len(told) > 20
    for name, text in texts(pdf_of(figure)).items():
        assert [words for words in told if words not in text] == [], name


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("size", [6.5, 9.5, 16, 40])
def test_hard_thai_comes_back_once(size: float, weight: int) -> None:
    figure = svg(
        f'<text x="5" y="50" font-size="12" stroke="#ffffff" stroke-width="3" paint-order="stroke">{HARD}</text>'
    )
    for name, text in texts(pdf_of(figure)).items():
        assert text == HARD.replace(" ", ""), name


@pytest.mark.parametrize("language", ["en", "th"])
def test_the_page_looks_like_the_png(language: str) -> None:
    pillow = module("PIL.Image")
    figure = figure_of(small_picture(), language)
    drawn = page(pdf_of(figure)).render(scale=96 / 72).to_pil()
    other = pillow.open(io.BytesIO(png_of(figure, dpi=96))).resize(drawn.size)
    assert mean_difference(drawn, other) < 1.5
    assert share_apart(drawn, other, 96) < 0.004


def test_the_same_figure_is_the_same_pdf_without_a_date() -> None:
    figure = figure_of(large_picture(330, (HOME, HOME, *RING)), "th")
    made = pdf_of(figure)
    assert made == pdf_of(figure)
    assert b"Date" not in made
    assert len(made) < 200_000


def test_title_language_and_description_are_inside() -> None:
    read = module("pypdf").PdfReader(io.BytesIO(pdf_of(figure_of(small_picture(), "th"))))
    assert read.metadata.title == "ใครร่วมมือกับใครด้านอาหาร"
    assert read.metadata.subject.startswith("ญี่ปุ่นมากที่สุด")
    root = read.trailer["/Root"]
    assert root["/Lang"] == "th"
    assert root["/MarkInfo"]["/Marked"]
    figure = root["/StructTreeRoot"]["/K"]["/K"]
    assert figure["/S"] == "/Figure"
    assert figure["/Alt"].startswith("ญี่ปุ่นมากที่สุด")


@pytest.mark.parametrize("size", SIZES)
def test_the_page_has_the_size_of_the_sheet(size: str) -> None:
    wide, high = page(pdf_of(figure_of(small_picture(), "en", size))).get_size()
    assert (wide, high) == pytest.approx(SIZES[size], abs=0.02)


def test_the_font_is_inside_and_no_other() -> None:
    fonts = (
        module("pypdf").PdfReader(io.BytesIO(pdf_of(figure_of(small_picture(), "th")))).pages[0]["/Resources"]["/Font"]
    )
    names = [font["/BaseFont"] for font in fonts.values()]
    assert [name.split("+")[1] for name in names] == ["Sarabun-Regular", "Sarabun-Bold"]
    for font in fonts.values():
        assert font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data()[:4] == b"\0\1\0\0"


@pytest.mark.parametrize(
    "shape_",
    [
        '<rect x="20" y="20" width="90" height="60" fill="#0072b2"/>',
        '<rect x="20" y="20" width="90" height="60" rx="12" fill="#0072b2" stroke="#000" stroke-width="4"/>',
        '<circle cx="100" cy="100" r="60" fill="none" stroke="#d55e00" stroke-width="8" stroke-dasharray="20 9"/>',
        '<ellipse cx="200" cy="100" rx="150" ry="50" fill="#ccd6df" fill-opacity="0.5" stroke="#111" stroke-opacity="0.4"/>',
        '<line x1="10" y1="10" x2="380" y2="190" stroke="#b00020" stroke-width="6" stroke-linecap="round"/>',
        '<polygon points="100,20 180,180 20,180" fill="#8a9299"/><polyline points="200,20 380,90 220,170" fill="none" stroke="#000" stroke-width="5" stroke-linejoin="round"/>',
        '<path d="M20 100Q100 0 200 100T380 100" fill="none" stroke="#000" stroke-width="4"/>',
        '<path d="M20 100c40-120 90 120 130 0s90-90 130 0" fill="none" stroke="#000" stroke-width="4"/>',
        '<path d="M40 100a60 40 30 1 1 80 20A60 40 30 0 0 60 170l90 5H250v-90h-30V60z" fill="#56b4e9" stroke="#000"/>',
        '<path d="M200 10L350 190H50zM200 60l-60 90h120z" fill="#000" fill-rule="evenodd"/>',
        '<g transform="translate(200 100) rotate(30) scale(2 1)" fill="#a8447f" opacity="0.6"><rect x="-60" y="-20" width="120" height="40"/></g>',
        '<g transform="rotate(20 200 100)"><text x="200" y="100" font-size="30" text-anchor="middle" font-weight="700">น้ำ Test</text></g>',
        '<text x="390" y="100" font-size="36" text-anchor="end" fill="#d55e00">ผู้ประกอบการ AV</text>',
        '<defs><pattern id="h" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M-2 8L8-2M0 10L10 0M2 12L12 2" stroke="#000" stroke-width="2" fill="none"/></pattern></defs><rect x="33" y="21" width="300" height="150" fill="url(#h)"/>',
    ],
)
def test_every_shape_stands_where_the_png_has_it(shape_: str) -> None:
    pillow = module("PIL.Image")
    figure = svg(f'<rect width="400" height="200" fill="#ffffff"/>{shape_}')
    drawn = page(pdf_of(figure)).render(scale=4 * 96 / 72).to_pil()
    other = pillow.open(io.BytesIO(png_of(figure, dpi=384)))
    darkest, lightest = drawn.convert("L").getextrema()
    assert lightest - darkest > 40, "something is drawn"
    assert share_apart(drawn, other, 64) < 0.003


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ("<image/>", "found image"),
        ('<g><foreignObject width="1"/></g>', "found foreignObject"),
        ("<text>a<tspan>b</tspan></text>", "found an element tspan"),
        ('<rect width="9" height="9" clip-path="url(#a)"/>', "found clip-path"),
        ('<rect width="9" height="9" fill="red"/>', "found 'red'"),
        ('<rect width="9" height="9" fill="url(#a)"/>', "found 'a'"),
        ('<path d="M0 0 nonsense" stroke="#000"/>', "found ' nonsense'"),
        ('<g transform="skewX(4)"/>', "found 'skewX"),
        ('<line x2="9" stroke="#000" stroke-linecap="bent"/>', "found bent"),
    ],
)
def test_what_it_does_not_know_is_named(inner: str, told: str) -> None:
    with pytest.raises(GraphError, match=r"pdf: .*expected") as caught:
        pdf_of(svg(inner))
    assert told in str(caught.value)


@pytest.mark.parametrize("bad", [HOSTILE[i::5] for i in range(5)], ids=range(5))
def test_hostile_text_is_only_text_on_paper(bad: list[str]) -> None:
    figure = figure_of(hostile_picture(bad))
    assert png_of(figure).startswith(b"\x89PNG")
    read = module("pypdf").PdfReader(io.BytesIO(pdf_of(figure)))
    assert not re.search(
        r"/(JS|JavaScript|URI|Launch|OpenAction|AA|Annots|EmbeddedFile)\b", str(read.trailer["/Root"].get_object())
    )
    assert "/Annots" not in read.pages[0]
    assert all(texts(pdf_of(figure)).values())


def test_what_is_no_svg_is_told() -> None:
    with pytest.raises(GraphError, match="pdf: expected SVG"):
        pdf_of("no figure")
    with pytest.raises(GraphError, match="expected an svg element, found html"):
        pdf_of("<html/>")


def test_words_are_as_wide_as_the_figure_thinks() -> None:
    for words in (HARD, "Department of Industrial Promotion", "กระทรวงอุตสาหกรรม (MOI)"):
        for weight in (400, 700):
            assert long(shape(words, weight)) / 1000 == pytest.approx(width(words, 1, weight), rel=0.02)


def test_letters_that_the_font_lacks_come_back_too() -> None:
    for name, text in texts(pdf_of(svg('<text y="50">中国 ລາວ a</text>'))).items():
        assert text == "中国ລາວa", name


def test_a_path_in_the_short_form_is_read() -> None:
    steps = list(steps_of("m1.5.5 3-2,1e1.5z"))
    assert [step.kind for step in steps] == ["m", "l", "l", "h"]
    assert steps[1].points == (4.5, -1.5)
    assert steps[2].points == (14.5, -1.0)
