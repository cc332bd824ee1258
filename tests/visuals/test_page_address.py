"""The whole view in the address: written, read back, gone through with back and forward, and safe against nonsense."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.visuals.conftest import Browser
from tests.visuals.hostile import HOSTILE
from tests.visuals.test_page_folding import folded_picture
from visuals.page import write_page
from visuals.words import WORDS

STATE = """
const drawn = window.bubblePicture.drawn();
return JSON.stringify([drawn.nodes, drawn.links, drawn.faded, drawn.folds, document.documentElement.lang,
  document.documentElement.dataset.theme, document.querySelector('#panel h2').textContent,
  document.querySelector('#panel .links').textContent,
  document.getElementById('caption').textContent]);
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The page of the folded picture."""
    path = tmp_path / "page.html"
    write_page(folded_picture(), path)
    return path


def reopen(browser: Browser, page: Path, fragment: str) -> None:
    """Open the page anew with that fragment."""
    browser.driver.get("about:blank")
    browser.driver.get_log("browser")
    browser.driver.get(page.resolve().as_uri() + fragment)
    browser.until("return document.documentElement.dataset.ready === 'yes'")


def test_a_view_as_it_opens_needs_no_words_in_the_address(page: Path, browser: Browser) -> None:
    browser.open(page)
    assert browser.run("return location.hash") == ""


def test_a_copied_address_brings_the_whole_view_back(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.find("#language").click()
    browser.find("#theme").click()
    browser.find("details[data-filter=s] input[data-value='in talks']").click()
    browser.double_click("Country:JPN")
    browser.until("return !window.bubblePicture.drawn().folds.includes('Country:JPN')")
    browser.keys("#search", "เจโทร", "\ue007")
    browser.keys("#canvas", "2")
    browser.drag("Agency:diprom", 40, 30)
    browser.keys("#canvas", "+")
    scale = browser.run("return window.bubblePicture.scale()")
    browser.until("return location.hash.endsWith(';' + arguments[0])", f"{scale:.3g}")
    fragment, before = browser.run("return location.hash"), browser.run(STATE)
    where = browser.where("Agency:diprom")
    for part in (
        "lang=th",
        "theme=dark",
        "fold=THA",
        "no.status=in%20talks",
        "at=Agency:jetro",
        "steps=2",
        "pin=Agency:diprom@",
    ):
        assert part in fragment
    reopen(browser, page, fragment)
    assert browser.run(STATE) == before
    assert browser.run("return window.bubblePicture.scale()") == pytest.approx(scale, rel=0.01)
    assert browser.where("Agency:diprom") == pytest.approx(where, abs=3)
    assert browser.run("return location.hash") == fragment
    assert browser.complaints() == []


@pytest.mark.parametrize(
    ("fragment", "title"),
    [
        ("#at=Country:JPN", "Japan"),
        ("#link=PARTNERS_WITH,p1,Agency:diprom,Firm:kiwi", "Department of Industrial Promotion — Kiwi Foods"),
        ("#bundle=Country:JPN,Country:THA,active", "Japan — Thailand"),
        ("#path=Country:JPN,Firm:kiwi", "Japan → Kiwi Foods"),
    ],
)
def test_what_is_chosen_stands_in_the_address(fragment: str, title: str, page: Path, browser: Browser) -> None:
    reopen(browser, page, fragment)
    assert browser.find("#panel h2").text == title
    assert browser.run("return location.hash") == fragment
    assert not browser.find("#notice").is_displayed()


def test_back_and_forward_move_through_the_views(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("#search", "kiwi", "\ue007")
    browser.find("#open_all").click()
    assert browser.drawn()["folds"] == []
    browser.driver.back()
    browser.until("return window.bubblePicture.drawn().folds.length === 2")
    assert browser.find("#panel h2").text == "Kiwi Foods"
    browser.driver.back()
    browser.until("return document.getElementById('panel').hidden")
    browser.driver.forward()
    browser.driver.forward()
    browser.until("return window.bubblePicture.drawn().folds.length === 0")
    browser.find("#undo").click()
    browser.until("return window.bubblePicture.drawn().folds.length === 2")


def test_the_link_of_the_view_can_be_copied(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.keys("#search", "kiwi", "\ue007")
    browser.find("#copy").click()
    browser.until("return !document.getElementById('notice').hidden")
    shown = browser.find("#notice").text
    if shown != WORDS["said_copied"].en:  # where the browser keeps the clipboard shut
        assert browser.run("return document.querySelector('#notice input').value").endswith("#at=Firm:kiwi")


BROKEN = [
    "#%",
    "#at=%E0%A4%A",
    "#at=Firm:nobody",
    "#fold=XXX",
    "#steps=9",
    "#day=2020-02-31",
    "#pin=Firm:kiwi@1e9;1",
    "#frame=NaN;0;1",
    "#frame=0;0;-3",
    "#link=1",
    "#bundle=a,b,c,d",
    "#path=Firm:kiwi",
    "#__proto__=1&constructor=2",
    "#toString=1",
    "#lang=xx",
    "#theme=javascript:window.hit=1",
    "#only=Firm:kiwi@0",
    "#at=" + "x" * 30000,
]


@pytest.mark.parametrize("fragment", BROKEN)
def test_a_broken_address_is_told_in_one_line_and_the_picture_stays(
    fragment: str, page: Path, browser: Browser
) -> None:
    reopen(browser, page, fragment)
    assert browser.find("#notice").text == WORDS["bad_address"].en
    assert browser.drawn()["folds"] == ["Country:THA", "Country:JPN"]
    assert browser.complaints() == []
    browser.keys("#search", "kiwi", "\ue007")
    assert not browser.find("#notice").is_displayed()


def test_hostile_text_in_the_address_runs_nothing(page: Path, browser: Browser) -> None:
    browser.open(page)
    names = ("at", "fold", "hide", "pin", "link", "bundle", "path", "day", "lang", "theme", "no.status", "frame", "x")
    for index, text in enumerate(HOSTILE):
        name = names[index % len(names)]
        plain = text.encode("utf-8", "replace").decode("utf-8")
        browser.run("location.hash = '#' + arguments[0] + '=' + arguments[1]", name, plain)
        browser.run("location.hash = '#' + arguments[0] + '=' + encodeURIComponent(arguments[1])", name, plain)
    browser.until("return !document.getElementById('notice').hidden")
    assert browser.run("return window.hit") is None
    assert browser.run("return document.querySelectorAll('script').length") == 3
    assert [address for address in browser.requests() if not address.startswith(page.resolve().as_uri())] == []
