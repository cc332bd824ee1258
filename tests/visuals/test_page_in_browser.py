"""The page driven in a real browser: every control, by mouse and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.vocabulary import Status
from tests.visuals.conftest import Browser
from tests.visuals.drawn import small_picture
from visuals.page import write_page
from visuals.picture import Picture
from visuals.words import WORDS


def test_the_page_draws_every_link_and_asks_for_nothing(page: Path, browser: Browser) -> None:
    browser.open(page)
    drawn = browser.drawn()
    assert sorted((k["kind"], k["id"], k["from"], k["to"]) for k in drawn["links"]) == sorted(small_picture().links)
    assert sorted(drawn["nodes"]) == sorted(small_picture().dots)
    assert browser.requests() == [page.resolve().as_uri()]
    assert browser.complaints() == []


def test_names_are_readable_at_the_fitted_zoom_and_none_lies_on_another(page: Path, browser: Browser) -> None:
    browser.open(page)
    drawn = browser.drawn()
    assert {"Agency:diprom", "Agency:jetro"} <= set(drawn["named"])
    boxes = [(b["x"], b["y"], b["w"], b["h"]) for b in drawn["boxes"]]
    assert len(boxes) >= 6
    assert all(h >= 12 for *_, h in boxes)
    for i, (ax, ay, aw, ah) in enumerate(boxes):
        for bx, by, bw, bh in boxes[i + 1 :]:
            assert ax >= bx + bw or bx >= ax + aw or ay >= by + bh or by >= ay + ah


def test_the_legend_filters_links_by_status_and_nodes_by_kind(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.find("details[data-filter=s] input[data-value='in talks']").click()
    assert "in talks" not in {_status(link["id"]) for link in browser.drawn()["links"]}
    assert len(browser.drawn()["links"]) == 10
    browser.find("details[data-filter=k] input[data-value=Firm]").click()
    assert "Firm:kiwi" not in browser.drawn()["nodes"]
    assert all("Firm:kiwi" not in (link["from"], link["to"]) for link in browser.drawn()["links"])
    browser.find("details[data-filter=k] .sweep button").click()
    browser.find("details[data-filter=s] .sweep button").click()
    assert len(browser.drawn()["links"]) == 11
    browser.run("document.querySelector('#table summary').click()")
    browser.find("details[data-filter=s] input[data-value=ended]").click()
    browser.until("return document.querySelectorAll('#rows tr:not([hidden])').length === 10")
    assert browser.find("#count").text == "10 of 11 links shown"


def _status(id_: str) -> str:
    return next(link.status for link in small_picture().links.values() if link.id == id_)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("diprom", "Agency:diprom"),
        ("กสอ", "Agency:diprom"),
        ("ส่งเสริม", "Agency:diprom"),
        ("KIWI", "Firm:kiwi"),
        ("เจโทร", "Agency:jetro"),
        ("new zea", "Country:NZL"),
    ],
)
def test_search_finds_latin_thai_and_acronyms_and_enter_opens(
    typed: str, found: str, page: Path, browser: Browser
) -> None:
    browser.open(page)
    browser.keys("#search", typed)
    assert browser.find("#found li[aria-selected=true]").is_displayed()
    browser.keys("#search", "\ue007")  # Enter
    assert browser.find("#panel h2").text == small_picture().dots[found].label.en
    at = browser.run("return window.bubblePicture.where(arguments[0])", found)
    frame = browser.find("#canvas").rect
    assert frame["x"] < at["x"] < frame["x"] + frame["width"]
    assert frame["y"] < at["y"] < frame["y"] + frame["height"]


def test_search_says_when_nothing_is_found(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("#search", "zzzz")
    assert browser.find("#found").text == WORDS["no_match"].en


def test_a_click_on_a_node_shows_its_facts_and_links_and_fades_the_rest(page: Path, browser: Browser) -> None:
    browser.open(page)
    at = browser.run("return window.bubblePicture.where('Firm:kiwi')")
    browser.click_at(at["x"], at["y"])
    browser.until("return document.querySelector('#panel h2') !== null")
    assert browser.find("#panel h2").text == "Kiwi Foods"
    assert browser.find("#panel .twin").text == "กีวีฟู้ดส์"
    assert len(browser.run("return [...document.querySelectorAll('#panel .links li')]")) == 4
    faded = set(browser.drawn()["faded"])
    assert "Agency:jetro" in faded
    assert not faded & {"Firm:kiwi", "Agency:diprom"}


def test_a_click_on_a_link_shows_its_evidence(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.find("#filters details[data-filter=s] .sweep button:nth-child(2)").click()
    browser.find("#filters input[data-value=announced]").click()
    keys = ("Bloc:rcep", "Agency:diprom")
    ends = [browser.run("return window.bubblePicture.where(arguments[0])", key) for key in keys]
    browser.click_at(sum(e["x"] for e in ends) / 2, sum(e["y"] for e in ends) / 2)
    browser.until("return document.querySelector('#panel .evidence') !== null")
    text = browser.find("#panel").text
    for part in (
        "Both sides met about food technology.",
        "A newspaper",
        "2020-12-01",
        "Director-General",
        "stated by the source",
        "paragraph 3",
        Status.ANNOUNCED.en,
    ):
        assert part in text
    link = browser.find("#panel .evidence a")
    assert link.get_attribute("href") == "https://example.org/a?b=1&c=2"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_an_address_that_is_no_web_page_stays_text(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.run("document.querySelector('#table summary').click()")
    browser.until("return document.querySelector('#rows button') !== null")
    browser.run("document.querySelectorAll('#rows button')[1].click()")
    assert "ftp://example.org/file" in browser.find("#panel").text
    assert browser.run("return document.querySelectorAll('#panel a').length") == 0


def test_the_country_stands_for_its_bodies(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("#search", "Japan", "\ue007")
    count = len([k for k in small_picture().links.values() if "Agency:jetro" in (k.source, k.target)])
    assert browser.run("return document.querySelectorAll('#panel .links li').length") == count


def test_the_language_changes_everywhere(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("#search", "diprom", "\ue007")
    browser.run("document.querySelector('#table summary').click()")
    browser.find("#language").click()
    assert browser.run("return document.documentElement.lang") == "th"
    assert browser.find("#title").text == "ใครร่วมมือกับใครด้านอาหาร"
    assert browser.find("#answer").text == "ญี่ปุ่นมากที่สุด บรูไนยังไม่มี"
    assert browser.find("#panel h2").text == "กรมส่งเสริมอุตสาหกรรม"
    assert Status.IN_TALKS.th in browser.find("#filters").text
    assert "120 จุด" in browser.find("#caption").text
    browser.until("return document.querySelector('#rows').textContent.includes(arguments[0])", Status.FAILED.th)
    assert browser.run("return document.title") == "ใครร่วมมือกับใครด้านอาหาร"
    browser.find("#language").click()
    assert browser.find("#title").text == "Who works with whom on food?"


def test_all_is_reached_by_keys(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("body", "/")
    assert browser.run("return document.activeElement.id") == "search"
    browser.keys("#search", "diprom", "\ue007")
    assert browser.run("return document.activeElement.id") == "canvas"
    browser.keys("#canvas", "\ue014")  # right: towards Japan, New Zealand or Brunei
    assert browser.find("#panel h2").text != "Department of Industrial Promotion"
    browser.keys("#canvas", "\ue007")
    assert browser.run("return document.activeElement.id") == "panel"
    browser.keys("#panel", "\ue00c")  # Escape
    assert not browser.find("#panel").is_displayed()
    before = browser.run("return window.bubblePicture.scale()")
    browser.keys("#canvas", "+")
    assert browser.run("return window.bubblePicture.scale()") > before
    browser.keys("#canvas", "0")
    assert browser.run("return window.bubblePicture.scale()") < before * 1.05
    skipped = browser.run(
        "return [...document.querySelectorAll('button, input, summary, a')].filter((e) => e.tabIndex < 0).length"
    )
    assert skipped == 0


def test_every_control_has_a_name(page: Path, browser: Browser) -> None:
    browser.open(page)
    nameless = browser.run(
        "return [...document.querySelectorAll('button, input, [role=application]')]"
        ".filter((e) => !(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length)))"
        ".map((e) => e.outerHTML)"
    )
    assert nameless == []


def test_light_and_dark(page: Path, browser: Browser) -> None:
    browser.driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    )
    browser.open(page)
    ground = "return getComputedStyle(document.getElementById('stage')).backgroundColor"
    assert browser.run(ground) == "rgb(16, 22, 29)"
    browser.find("#theme").click()
    assert browser.run(ground) == "rgb(255, 255, 255)"


def test_printing_is_light_and_comes_back(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.find("#theme").click()
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return document.querySelector('#paper > svg > rect').getAttribute('fill')") == "#ffffff"
    browser.run("window.dispatchEvent(new Event('afterprint'))")
    assert browser.run("return document.querySelector('#paper').children.length") == 0
    assert browser.run("return document.documentElement.dataset.theme") == "dark"


def test_a_link_chosen_on_a_small_screen_stands_above_the_panel(page: Path, browser: Browser) -> None:
    browser.resize(390, 800)
    browser.open(page)
    browser.keys("#search", "kiwi", "\ue007")
    browser.run("document.querySelector('#panel .links button').click()")
    top = browser.run("return document.getElementById('panel').getBoundingClientRect().top")
    for key in ("Firm:kiwi", "Agency:diprom"):
        assert browser.run("return window.bubblePicture.where(arguments[0]).y", key) < top


def test_a_small_screen_shows_all_without_scrolling_sideways(page: Path, browser: Browser) -> None:
    browser.resize(390, 800)
    browser.open(page)
    assert browser.run("return document.documentElement.scrollWidth") <= 390
    frame = browser.find("#canvas").rect
    for key in small_picture().dots:
        at = browser.run("return window.bubblePicture.where(arguments[0])", key)
        assert 0 < at["x"] < 390
        assert frame["y"] < at["y"] < frame["y"] + frame["height"]


def test_an_empty_picture_is_a_page_too(tmp_path: Path, browser: Browser) -> None:
    write_page(Picture("Nothing?", "ไม่มี", answer="None found."), tmp_path / "empty.html")
    browser.open(tmp_path / "empty.html")
    assert browser.drawn()["nodes"] == []
    assert browser.complaints() == []
