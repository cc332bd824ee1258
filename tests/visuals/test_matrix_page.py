"""The page of the matrix in a real browser: every cell opens on its links, trade and search; nothing gets out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.visuals.conftest import Browser
from tests.visuals.hostile import HOSTILE
from tests.visuals.test_matrix import drawn, hostile
from visuals.matrix.page import page_of


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ตาราง matrix") / "page.html"
    path.write_text(page_of(drawn()), encoding="utf-8")
    return path


def cell(browser: Browser, row: str, column: str) -> str:
    """A script's words for a cell."""
    matrix = drawn()
    i = [head.key for head in matrix.rows].index(row)
    j = [head.key for head in matrix.columns].index(column)
    return f"document.querySelector('#cells').rows[{i}].cells[{j + 1}]"


def test_the_same_matrix_gives_the_same_page() -> None:
    assert page_of(drawn(), "th") == page_of(drawn(), "th")


def test_it_asks_for_nothing_and_has_a_cell_for_each(page: Path, browser: Browser) -> None:
    browser.open(page)
    assert browser.run("return document.querySelectorAll('#cells td').length") == len(drawn().squares)
    assert browser.run("return document.querySelectorAll('#cells td.out').length") == sum(
        s.stands_out for s in drawn().squares.values()
    )
    assert browser.requests() == [page.resolve().as_uri()]
    assert browser.complaints() == []


def test_a_cell_opens_on_its_links_with_their_evidence(page: Path, browser: Browser) -> None:
    browser.open(page)
    square = next(s for s in drawn().squares.values() if s.state == "running" and s.count > 1 and s.fit)
    browser.run(f"{cell(browser, square.row, square.column)}.click()")
    told = browser.find("#panel").text
    for link in square.links:
        assert drawn().links[link].what.en in told
    assert "points of fit" in told.lower()
    addresses = browser.run(
        "return Array.from(document.querySelectorAll('#panel a')).map((a) => [a.href, a.rel, a.target])"
    )
    assert addresses
    assert all(address.startswith(("https://", "http://")) for address, _, _ in addresses)
    assert {(rel, target) for _, rel, target in addresses} == {("noopener noreferrer", "_blank")}


def test_absence_opens_on_the_search_that_looked_and_silence_says_so(page: Path, browser: Browser) -> None:
    browser.open(page)
    for state, said in (("none found", "2026-11-22"), ("not researched", "Nobody has searched here.")):
        square = next(s for s in drawn().squares.values() if s.state == state)
        browser.run(f"{cell(browser, square.row, square.column)}.click()")
        assert said in browser.find("#panel").text
        assert "No link is known here." in browser.find("#panel").text


def test_keys_move_open_and_close(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.run("document.querySelector('#cells td[tabindex=\"0\"]').focus()")
    active = "return [document.activeElement.closest('tr').rowIndex - 1, document.activeElement.cellIndex - 1]"
    for key, at in (
        ("\ue015", [1, 0]),
        ("\ue014", [1, 1]),
        ("\ue010", [1, 13]),
        ("\ue011", [1, 0]),
        ("\ue013", [0, 0]),
    ):
        browser.driver.switch_to.active_element.send_keys(key)
        assert browser.run(active) == at
    browser.driver.switch_to.active_element.send_keys("\ue007")
    assert browser.find("#panel").is_displayed()
    browser.driver.switch_to.active_element.send_keys("\ue00c")
    assert not browser.find("#panel").is_displayed()
    assert browser.run(active) == [0, 0]


def test_the_language_turns_everything_and_the_filter_keeps_what_stands_out(page: Path, browser: Browser) -> None:
    browser.open(page)
    browser.run("document.querySelector('#cells td').click()")
    browser.find("#language").click()
    assert browser.find("#title").text == drawn().title.th
    assert browser.find("#answer").text == drawn().answer.th
    assert drawn().columns[0].label.th in browser.find("#panel h2").text
    assert browser.run("return document.documentElement.lang") == "th"
    browser.find("#only").click()
    plain = browser.run("return document.querySelectorAll('#cells td:not(.faint)').length")
    assert plain == sum(s.stands_out for s in drawn().squares.values())


def test_without_scripts_the_table_is_there(page: Path, browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.load(page)
    texts = [e.text for e in browser.driver.find_elements("css selector", "#cells th")]
    assert texts == [head.label.en for head in drawn().rows]


def test_text_that_tries_to_run_does_not(tmp_path: Path, browser: Browser) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(page_of(hostile()), encoding="utf-8")
    browser.open(path)
    for i in range(len(HOSTILE)):
        browser.run(f"document.querySelector('#cells').rows[{i}].cells[1].click()")
    browser.find("#language").click()
    assert browser.run("return window.hit") is None
    assert [address for address in browser.requests() if address != path.resolve().as_uri()] == []
    assert browser.run("return Array.from(document.querySelectorAll('a')).every((a) => /^https?:/.test(a.href))")
