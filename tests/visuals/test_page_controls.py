"""Filters by sector, country and form, the help sheet, keys on a Thai keyboard, and touch."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from graph.kinds import Ref
from tests.visuals.conftest import Browser
from tests.visuals.test_page_folding import folded_picture
from visuals.page import write_page
from visuals.picture import Picture
from visuals.style import LINES, PLAIN


def entry(browser: Browser, filter_: str, value: str) -> Any:
    """The box of an entry of the legend, its part of the legend opened."""
    browser.run("document.querySelector(`details[data-filter=${arguments[0]}]`).open = true", filter_)
    return browser.find(f"details[data-filter={filter_}] input[data-value='{value}']")


def test_the_legend_filters_by_country_and_form(page: Path, browser: Browser) -> None:
    browser.open(page)
    entry(browser, "g", "NZL").click()
    assert not {"Firm:kiwi", "Country:NZL"} & set(browser.drawn()["nodes"])
    entry(browser, "g", "NZL").click()
    before = len(browser.drawn()["links"])
    entry(browser, "f", "memorandum").click()
    assert len(browser.drawn()["links"]) == before - 1
    assert "filtered out: 1 links, 0 nodes" in browser.find("#caption").text


def test_a_link_stays_while_one_of_its_sectors_is_on(tmp_path: Path, browser: Browser) -> None:
    picture = Picture("Which sector?", "สาขาใด")
    first, second = (picture.node(Ref("Firm", name), name) for name in "ab")
    rice, fruit = ("Rice", "ข้าว"), ("Fruit", "ผลไม้")
    for id_, sectors in (("r", [rice]), ("rf", [rice, fruit]), ("f", [fruit]), ("n", [])):
        picture.edge("PARTNERS_WITH", first, second, id=id_, sectors=sectors)
    write_page(picture, tmp_path / "page.html")
    browser.open(tmp_path / "page.html")

    def drawn() -> set[str]:
        return {link["id"] for link in browser.drawn()["links"]}

    entry(browser, "t", "Rice").click()
    assert drawn() == {"rf", "f", "n"}
    entry(browser, "t", "Fruit").click()
    assert drawn() == {"n"}
    entry(browser, "t", "").click()
    assert drawn() == set()
    browser.find("#language").click()
    assert "ผลไม้" in browser.find("details[data-filter=t]").text
    assert "ไม่ระบุสาขา" in browser.find("details[data-filter=t]").text


def test_the_help_sheet_opens_by_key_and_button_and_closes(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("body", "?")
    assert browser.find("#help").is_displayed()
    assert "Ctrl+Shift+Z" in browser.find("#help").text
    browser.keys("#help button", "\ue00c")
    assert not browser.find("#help").is_displayed()
    browser.find("#help_open").click()
    browser.find("#help button").click()
    assert not browser.find("#help").is_displayed()


def press(browser: Browser, key: str, code: str) -> None:
    """A key as another keyboard sends it."""
    browser.run(
        "document.getElementById('canvas').dispatchEvent("
        "new KeyboardEvent('keydown', {key: arguments[0], code: arguments[1], bubbles: true, cancelable: true}))",
        key,
        code,
    )


def test_letters_work_on_a_thai_keyboard_too(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("#search", "kiwi", "\ue007")
    press(browser, "้", "KeyH")
    assert "Firm:kiwi" not in browser.drawn()["nodes"]
    press(browser, "ฝ", "Slash")
    assert browser.run("return document.activeElement.id") == "search"


def test_what_happened_is_said_to_screen_readers(page: Path, browser: Browser) -> None:
    browser.open(page)
    said = "return document.getElementById('say').textContent"
    browser.keys("#search", "kiwi", "\ue007")
    assert "Kiwi Foods, 4 Links" in browser.run(said)
    browser.keys("#canvas", "h")
    assert browser.run(said) == "Kiwi Foods is hidden"
    browser.find("details[data-filter=s] input[data-value=ended]").click()
    assert "links shown" in browser.run(said)


def test_the_order_of_the_tab_key_runs_from_tools_to_picture_to_panel(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("#search", "kiwi", "\ue007")
    order = browser.run(
        "return [...document.querySelectorAll('button:not(:disabled), input:not(:disabled), summary, #canvas')]"
        ".filter((e) => e.checkVisibility()).map((e) => e.id)"
    )
    wanted = ["search", "copy", "language", "help_open", "canvas", "fit", "close", "do_hide", "timed"]
    assert [id_ for id_ in order if id_ in wanted] == wanted


@pytest.mark.parametrize("width", [1000, 1100, 1280, 1440])
@pytest.mark.parametrize("language", ["en", "th"])
def test_the_tools_stand_in_one_row_and_nothing_leaves_the_window(
    width: int, language: str, tmp_path: Path, browser: Browser
) -> None:
    write_page(folded_picture(), tmp_path / "page.html", language)
    browser.resize(width, 800)
    browser.open(tmp_path / "page.html")
    tops = browser.run(
        "return [...document.querySelectorAll('#tools button, #tools input')]"
        ".map((e) => e.getBoundingClientRect()).map((r) => Math.round((r.top + r.bottom) / 2))"
    )
    assert max(tops) - min(tops) <= 2
    assert browser.run("return document.documentElement.scrollWidth") <= width


@pytest.fixture
def touch(browser: Browser) -> Any:
    """The browser as a touch screen of 390 × 800."""
    send = browser.driver.execute_cdp_cmd
    send("Emulation.setDeviceMetricsOverride", {"width": 390, "height": 800, "deviceScaleFactor": 2, "mobile": True})
    send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})
    send("Emulation.setEmitTouchEventsForMouse", {"enabled": False})
    yield browser
    send("Emulation.setTouchEmulationEnabled", {"enabled": False})


def fingers(browser: Browser, kind: str, *points: tuple[float, float]) -> None:
    """One touch event with a finger at each of the points."""
    at = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(points)]
    browser.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})


def test_tap_drag_and_pinch_work(page: Path, touch: Browser) -> None:
    touch.open(page)
    touch.run("document.getElementById('stage').scrollIntoView()")
    x, y = touch.where("Firm:kiwi")
    fingers(touch, "touchStart", (x, y))
    fingers(touch, "touchEnd")
    touch.until("return !document.getElementById('panel').hidden")
    assert touch.find("#panel h2").text == "Kiwi Foods"
    assert touch.run("return location.hash").startswith("#at=Firm:kiwi"), "no other button was hit by the same tap"
    assert touch.find("#steps_1").get_attribute("aria-pressed") == "true"
    touch.run("document.getElementById('close').click()")
    frame = touch.find("#canvas").rect
    top = touch.run("return document.getElementById('canvas').getBoundingClientRect().top")
    x, y = frame["width"] / 2, top + frame["height"] / 2
    scale = touch.run("return window.bubblePicture.scale()")
    fingers(touch, "touchStart", (x - 30, y), (x + 30, y))
    for reach in (50, 70, 90, 110):
        fingers(touch, "touchMove", (x - reach, y), (x + reach, y))
    fingers(touch, "touchEnd")
    assert touch.run("return window.bubblePicture.scale()") > scale * 1.5
    before = touch.where("Agency:diprom")
    time.sleep(0.1)  # the drawing library takes what comes within 50 ms of a pinch as part of it
    x, y = 40, top + 60
    fingers(touch, "touchStart", (x, y))
    for way in (10, 25, 40, 60):
        fingers(touch, "touchMove", (x + way, y + way))
    fingers(touch, "touchEnd")
    assert touch.where("Agency:diprom") != pytest.approx(before, abs=20)


def test_targets_are_large_enough_for_a_finger(page: Path, touch: Browser) -> None:
    touch.open(page)
    touch.run("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    touch.keys("#search", "kiwi", "\ue007")
    small = touch.run(
        "return [...document.querySelectorAll('.screen button, .screen input:not([type=checkbox]), .screen summary, "
        ".screen label')].filter((e) => e.checkVisibility() && e.offsetHeight < 40)"
        ".map((e) => (e.id || e.className || e.tagName) + ' ' + e.offsetHeight)"
    )
    assert small == []


def test_lines_stand_out_from_the_ground_in_both_themes() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(first: str, second: str) -> float:
        high, low = sorted((light(first), light(second)), reverse=True)
        return (high + 0.05) / (low + 0.05)

    for line in (*LINES.values(), PLAIN):
        assert contrast(line.light, "#ffffff") >= 3
        assert contrast(line.dark, "#10161d") >= 3
