"""The present view as SVG, PNG and print: what is visible and nothing else, light on every theme, nothing cut, safe."""

from __future__ import annotations

import base64
import io
import re
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from graph.vocabulary import Status
from tests.visuals.conftest import Browser
from tests.visuals.drawn import small_picture
from tests.visuals.hostile import HOSTILE, hostile_picture
from tests.visuals.pixels import module, share_apart
from tests.visuals.test_layout import large_picture
from visuals.layout import HOME, RING
from visuals.page import write_page
from visuals.picture import Picture
from visuals.raster import png_of
from visuals.words import WORDS

SVG = "{http://www.w3.org/2000/svg}"


def dark(browser: Browser) -> None:
    features = [{"name": "prefers-color-scheme", "value": "dark"}]
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})


def saved(browser: Browser, folder: Path, kind: str) -> Path:
    """The file that a click on the button gives."""
    folder.mkdir(exist_ok=True)
    settings = {"behavior": "allow", "downloadPath": str(folder)}
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", settings)
    before = set(folder.iterdir())
    browser.find(f"#save_{kind}").click()
    end = time.monotonic() + 10
    while True:
        new = [path for path in folder.iterdir() if path not in before and path.suffix == f".{kind}"]
        if new and new[0].stat().st_size:
            return new[0]
        assert time.monotonic() < end, f"no {kind} came; console: {browser.complaints()}"
        time.sleep(0.02)


def svg_of(browser: Browser, folder: Path) -> ET.Element:
    return ET.fromstring(saved(browser, folder, "svg").read_text("utf-8"))  # noqa: S314  our own export


def told(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def shown(root: ET.Element) -> set[str]:
    """The ids of the lines and nodes that are drawn."""
    return {path.get("data-of", "") for path in root.iter(f"{SVG}path")} - {""}


@pytest.fixture
def opened(browser: Browser, page: Path) -> Browser:
    browser.open(page)
    return browser


def test_the_svg_holds_what_is_drawn_with_title_answer_caption_and_legend(opened: Browser, tmp_path: Path) -> None:
    root = svg_of(opened, tmp_path / "out")
    scene = opened.run("return window.bubblePicture.scene()")
    assert shown(root) == {unit["id"] for unit in scene["nodes"]} | {line["id"] for line in scene["links"]}
    words = " ".join(told(root))
    for part in (
        "Who works with whom on food?",
        "Japan most, Brunei not at all.",
        opened.find("#caption").text,
        "0123456789abcdef",
    ):
        assert part in words
    for status in Status:
        assert any(text.startswith(f"{status.en} ") for text in told(root))
    assert root.findtext(f"{SVG}title") == "Who works with whom on food?"
    assert "Brunei not at all" in (root.findtext(f"{SVG}desc") or "")


def test_names_stand_in_the_svg_where_they_stand_on_the_screen(opened: Browser, tmp_path: Path) -> None:
    root = svg_of(opened, tmp_path / "out")
    boxes = opened.drawn()["boxes"]
    frame = next(g for g in root.iter(f"{SVG}g") if g.get("clip-path"))
    names = [(text.text, float(text.get("x", "0")), float(text.get("y", "0"))) for text in frame.iter(f"{SVG}text")]
    assert len(boxes) > 8
    for box in boxes:
        inside = [
            name
            for name, x, y in names
            if box["x"] - 1 <= x <= box["x"] + box["w"] and box["y"] <= y <= box["y"] + box["h"] + 4
        ]
        assert inside, box


def test_the_font_is_inside_and_nothing_is_asked_for(opened: Browser, tmp_path: Path) -> None:
    text = saved(opened, tmp_path / "out", "svg").read_text("utf-8")
    assert text.count("@font-face") >= 4
    assert set(re.findall(r"https?://[^\"' )<]+", text)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<script|\son\w+=|href=", text)
    saved(opened, tmp_path / "out", "png")
    assert len(opened.requests()) == 1, "the page itself"
    assert opened.complaints() == []


def test_what_is_filtered_out_is_not_exported(opened: Browser, tmp_path: Path) -> None:
    opened.run("document.querySelector('[data-filter=s] input[data-value=active]').click()")
    root = svg_of(opened, tmp_path / "out")
    assert not any(text.startswith("active ") for text in told(root))
    assert shown(root) == {
        part["id"] for kind in ("nodes", "links") for part in opened.run("return window.bubblePicture.scene()")[kind]
    }
    assert opened.find("#caption").text in " ".join(told(root))


def test_thai_is_exported_in_thai(opened: Browser, tmp_path: Path) -> None:
    opened.find("#language").click()
    file = saved(opened, tmp_path / "out", "svg")
    assert file.name == "bubble_ใครร่วมมือกับใครด้านอาหาร_2026-11-22.svg"
    words = " ".join(told(ET.fromstring(file.read_text("utf-8"))))  # noqa: S314
    for part in ("ใครร่วมมือกับใครด้านอาหาร", "ญี่ปุ่น", Status.IN_TALKS.th, WORDS["kind"].th):
        assert part in words


def test_from_the_dark_theme_all_is_light_and_the_screen_stays_dark(
    browser: Browser, page: Path, tmp_path: Path
) -> None:
    browser.open(page)
    light = svg_of(browser, tmp_path / "light")
    dark(browser)
    browser.open(page)
    assert ET.tostring(svg_of(browser, tmp_path / "dark")) == ET.tostring(light)
    assert browser.run("return document.documentElement.dataset.theme") == "dark"
    assert (
        browser.run("return getComputedStyle(document.documentElement).getPropertyValue('--ground').trim()")
        == "#10161d"
    )


def test_the_png_is_the_svg_at_twice_its_size(opened: Browser, tmp_path: Path) -> None:
    pillow = module("PIL.Image")
    png = pillow.open(saved(opened, tmp_path / "out", "png"))
    text = saved(opened, tmp_path / "out", "svg").read_text("utf-8")
    root = ET.fromstring(text)  # noqa: S314
    assert png.size == (2 * int(root.get("width", "0")), 2 * int(root.get("height", "0")))
    other = pillow.open(io.BytesIO(png_of(text)))
    assert share_apart(png, other, 96) < 0.006
    assert sum(png.convert("L").histogram()[:128]) > 2000, "there is something on it"


def test_a_file_name_is_safe_and_telling(browser: Browser, tmp_path: Path) -> None:
    picture = Picture('../..\\ a<b>:"|?* \u202egpj CON ' + "long " * 60, "ก")
    picture.drawn_from(nodes=1, links=0, date="../x", content_hash="0")
    write_page(picture, tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    name = saved(browser, tmp_path / "out", "svg").name
    assert re.fullmatch(r"bubble_a-b-u202egpj-CON-(long-)*long\.svg", name)
    assert len(name) < 80


@pytest.mark.parametrize("texts", [HOSTILE[i::6] for i in range(6)], ids=range(6))
def test_hostile_text_is_only_text_in_an_export(texts: list[str], tmp_path: Path, browser: Browser) -> None:
    page = tmp_path / "page.html"
    write_page(hostile_picture(texts), page)
    browser.open(page)
    file = saved(browser, tmp_path / "out", "svg")
    saved(browser, tmp_path / "out", "png")
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return document.querySelectorAll('#paper > svg').length") == 1
    assert browser.run("return window.hit") is None
    assert browser.requests() == [page.resolve().as_uri()]
    assert browser.complaints() == []
    browser.load(file)
    browser.until("return document.documentElement && document.documentElement.tagName === 'svg'")
    foreign = "script, img, iframe, object, embed, link, foreignObject, use, animate, a, [onerror], [onload]"
    assert browser.run(f"return document.querySelectorAll('{foreign}').length") == 0
    assert browser.run("return window.hit") is None
    assert browser.requests() == [file.resolve().as_uri()]


def printed(browser: Browser) -> Any:
    """The page as it is printed."""
    settings = {"printBackground": True, "preferCSSPageSize": True}
    pdf = browser.driver.execute_cdp_cmd("Page.printToPDF", settings)["data"]
    return module("pypdfium2").PdfDocument(base64.b64decode(pdf))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("window", [(1440, 900), (390, 844)])
def test_print_is_one_light_page_with_all_of_it(
    theme: str, language: str, window: tuple[int, int], browser: Browser, tmp_path: Path
) -> None:
    picture = large_picture(330, (HOME, HOME, *RING))
    picture.open_folded(RING)
    write_page(picture, tmp_path / "page.html", language)
    if theme == "dark":
        dark(browser)
    browser.resize(*window)
    browser.open(tmp_path / "page.html")
    document = printed(browser)
    assert len(document) == 1
    sheet = document[0]
    assert sheet.get_size() == pytest.approx((842, 595), abs=1)
    words = re.sub(r"\s+", "", sheet.get_textpage().get_text_range())
    caption = browser.find("#caption").text
    if language == "en":  # what Chromium writes of Thai can be seen, but not read back letter by letter
        for part in (picture.title.en, caption, WORDS["folded"].en):
            assert re.sub(r"\s+", "", part) in words
    for number in re.findall(r"\d+", caption):
        assert number in words
    image = sheet.render(scale=1).to_pil().convert("L")
    left, top, right, bottom = image.point(lambda level: 255 * (level < 250)).getbbox()
    assert left >= 18
    assert top >= 18
    assert right <= image.width - 18
    assert bottom <= image.height - 18
    assert sum(image.tobytes()) / len(image.tobytes()) > 225, "a light page"
    assert browser.run("return document.documentElement.dataset.theme") == theme
    assert browser.run("return document.querySelector('#paper').children.length") == 0


def test_without_scripts_the_table_is_printed(browser: Browser, page: Path) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.load(page)
    document = printed(browser)
    words = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert "Kiwi Foods" in words
    assert small_picture().passages["e1"].source in words
