"""The page, read as text and driven in a real browser."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from graph.errors import GraphError
from graph.kinds import EDGES, NODES
from graph.vocabulary import Status
from tests.visuals.conftest import Browser
from tests.visuals.drawn import small_picture
from visuals.page import page_of, write_page
from visuals.picture import Picture
from visuals.vendored import VENDOR, VIS_NETWORK_SHA256, vis_network_text
from visuals.words import WORDS


class Cells(HTMLParser):
    """The cells of the table, row by row, and the text of the data block."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = ""
        self.block = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = "data" if ("id", "data") in attrs else tag
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.inside == "td":
            self.rows[-1][-1] += data
        if self.inside == "data":
            self.block += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


def data_of(page: str) -> Any:
    return json.loads(Cells(page).block)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "หน้า page.html"
    write_page(small_picture(), path)
    return path


def test_the_same_picture_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "import hashlib\nfrom tests.visuals.drawn import small_picture\nfrom visuals.page import page_of\n"
        "from visuals.figure import figure_of\np = small_picture()\n"
        "print(hashlib.sha256((page_of(p) + figure_of(p, 'th')).encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_the_block_has_every_link_with_parallel_ones_and_their_own_bends() -> None:
    picture = small_picture()
    links = data_of(page_of(picture))["links"]
    assert [(k["k"], k["id"], k["from"], k["to"]) for k in links] == list(picture.links)
    between: dict[frozenset[str], list[float]] = {}
    for link in links:
        bend = link.get("b", 0) * (1 if link["from"] <= link["to"] else -1)
        between.setdefault(frozenset((link["from"], link["to"])), []).append(bend)
    assert max(len(bends) for bends in between.values()) >= 4
    assert all(len(set(bends)) == len(bends) for bends in between.values())


def test_legend_labels_and_colours_are_the_models() -> None:
    data = data_of(page_of(small_picture()))
    assert {kind: look[:3] for kind, look in data["kinds"].items()} == {
        kind: [NODES[kind].en, NODES[kind].th, NODES[kind].colour] for kind in ("Country", "Bloc", "Agency", "Firm")
    }
    assert {status: look[:2] for status, look in data["statuses"].items()} == {s.value: [s.en, s.th] for s in Status}
    assert data["relations"] == {"PARTNERS_WITH": [EDGES["PARTNERS_WITH"].en, EDGES["PARTNERS_WITH"].th]}
    assert len({json.dumps(look[4:]) for look in data["statuses"].values()}) == len(Status), "told apart without colour"


def test_without_scripts_the_table_holds_every_link_in_the_pages_language() -> None:
    rows = [row for row in Cells(page_of(small_picture(), "th")).rows if row]
    assert len(rows) == len(small_picture().links)
    assert rows[0][:2] == ["กรมส่งเสริมอุตสาหกรรม", "เจโทร"]
    assert rows[0][3] == Status.ACTIVE.th


def test_the_page_holds_no_outer_address_but_those_of_the_data() -> None:
    page = page_of(small_picture())
    rest = re.sub(r'<script type="[^"]+" id="(data|library)">.*?</script>', "", page, flags=re.DOTALL)
    found = set(re.findall(r"""(?:https?:)?//[a-z0-9.-]+\.[a-z]+""", rest))
    assert found <= {"http://www.w3.org", "//i.test"}  # the name of SVG, and the end of a pattern: no addresses
    assert "หน้า" not in page
    assert "กรมส่งเสริมอุตสาหกรรม" in page


def test_vendored_files_are_what_the_list_says() -> None:
    versions = (VENDOR / "VERSIONS.md").read_text("utf-8")
    assert hashlib.sha256(vis_network_text().encode()).hexdigest() == VIS_NETWORK_SHA256
    assert VIS_NETWORK_SHA256 in versions
    assert re.search(r"@version (\S+)", vis_network_text()).group(1) in versions  # type: ignore[union-attr]
    for licence in VENDOR.glob("*.LICENSE-*"):
        assert licence.name in versions


def test_a_page_that_cannot_be_written_is_told_in_one_line_and_the_old_one_stays(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="expected a file that can be written") as caught:
        write_page(small_picture(), tmp_path / "missing" / "page.html")
    assert "\n" not in str(caught.value)
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(GraphError):
        write_page(small_picture(), tmp_path / "folder.html")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.html"]


def test_every_word_of_the_page_is_there_in_both_languages() -> None:
    used = set(re.findall(r'(?:word|filled)\("(\w+)"', "".join(
        path.read_text("utf-8") for path in (VENDOR.parent / "template").glob("*.js"))))
    used |= set(re.findall(r'data-(?:word|label|placeholder)="(\w+)"', (VENDOR.parent / "template/page.html").read_text("utf-8")))
    assert used <= set(WORDS)
    assert all(text.en and text.th for text in WORDS.values())


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
        for bx, by, bw, bh in boxes[i + 1:]:
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
    [("diprom", "Agency:diprom"), ("กสอ", "Agency:diprom"), ("ส่งเสริม", "Agency:diprom"), ("KIWI", "Firm:kiwi"),
     ("เจโทร", "Agency:jetro"), ("new zea", "Country:NZL")],
)
def test_search_finds_latin_thai_and_acronyms_and_enter_opens(typed: str, found: str, page: Path, browser: Browser) -> None:
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
    ends = [browser.run("return window.bubblePicture.where(arguments[0])", key) for key in ("Bloc:rcep", "Agency:diprom")]
    browser.click_at(sum(e["x"] for e in ends) / 2, sum(e["y"] for e in ends) / 2)
    browser.until("return document.querySelector('#panel .evidence') !== null")
    text = browser.find("#panel").text
    for part in ("Both sides met about food technology.", "A newspaper", "2020-12-01", "Director-General",
                 "stated by the source", "paragraph 3", Status.ANNOUNCED.en):
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
    reached = browser.run(
        "return [...document.querySelectorAll('button, input, summary, a')].filter((e) => e.tabIndex < 0).length")
    assert reached == 0


def test_every_control_has_a_name(page: Path, browser: Browser) -> None:
    browser.open(page)
    nameless = browser.run(
        "return [...document.querySelectorAll('button, input, [role=application]')].filter((e) => !(e.textContent.trim()"
        " || e.getAttribute('aria-label') || (e.labels && e.labels.length))).map((e) => e.outerHTML)")
    assert nameless == []


def test_light_and_dark(page: Path, browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
        "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    browser.open(page)
    ground = "return getComputedStyle(document.getElementById('stage')).backgroundColor"
    assert browser.run(ground) == "rgb(16, 22, 29)"
    browser.find("#theme").click()
    assert browser.run(ground) == "rgb(255, 255, 255)"


def test_printing_is_light_and_comes_back(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.find("#theme").click()
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return document.documentElement.dataset.theme") == "light"
    browser.run("window.dispatchEvent(new Event('afterprint'))")
    assert browser.run("return document.documentElement.dataset.theme") == "dark"


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
