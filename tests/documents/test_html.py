"""A document as a web page, in a real browser: nothing runs, nothing is asked for, nothing runs over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.documents.test_every_format import written
from tests.visuals.conftest import Browser


def opened(browser: Browser, folder: Path, language: str, *, is_hostile: bool = False) -> None:
    path = folder / "หน้า page.html"
    path.write_bytes(written(".html", language, is_hostile=is_hostile))
    browser.load(path)


@pytest.mark.parametrize("is_hostile", [False, True])
def test_nothing_runs_and_nothing_is_asked_for(browser: Browser, tmp_path: Path, is_hostile: bool) -> None:  # noqa: FBT001
    opened(browser, tmp_path, "en", is_hostile=is_hostile)
    assert browser.run("return window.hit") is None
    assert [address for address in browser.requests() if not address.startswith("file:")] == []
    assert browser.complaints() == []
    assert browser.run("return [...document.querySelectorAll('script')].map(s => s.type)") == ["application/json"]
    links = browser.run("return [...document.querySelectorAll('a[href]')].map(a => [a.getAttribute('href'), a.rel])")
    for address, rel in links:
        assert address.startswith("#") or (address.startswith(("http://", "https://")) and "noopener" in rel)


@pytest.mark.parametrize("wide", [1280, 390])
@pytest.mark.parametrize("language", ["en", "th"])
def test_nothing_runs_over_and_every_citation_leads_there_and_back(
    browser: Browser, tmp_path: Path, language: str, wide: int
) -> None:
    browser.resize(wide, 844)
    opened(browser, tmp_path, language)
    assert browser.run("return document.documentElement.scrollWidth") <= wide
    missing = """
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
        const lost = [...document.querySelectorAll('a[href^="#"]')].map(a => a.hash.slice(1)).filter(id => !ids.includes(id));
        return [lost, ids.length - new Set(ids).size];
    """
    assert browser.run(missing) == [[], 0]
    assert browser.run("return document.documentElement.lang") == language
    drawn: Any = browser.run(
        "return [...document.querySelectorAll('figure svg')].filter(s => s.getBoundingClientRect().width > 0)"
        ".map(s => [s.getAttribute('role'), s.getAttribute('aria-label').length > 0])"
    )
    assert drawn == [["img", True]] * 2, "one drawing of each figure, with its description"


def test_the_head_of_a_long_table_stays_in_sight(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, "en")
    top = browser.run(
        "document.querySelectorAll('tbody tr')[60].scrollIntoView();"
        "return document.querySelector('thead th').getBoundingClientRect().top"
    )
    assert 0 <= top < 2


def test_words_of_a_figure_can_be_selected(browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path, "th")
    told = browser.run(
        "const words = document.querySelector('figure .wide svg');"
        "getSelection().selectAllChildren(words); return getSelection().toString()"
    )
    assert "ญี่ปุ่น" in told


def test_dark_ground_has_light_words_and_figures_on_white(browser: Browser, tmp_path: Path) -> None:
    browser.colours("dark")
    opened(browser, tmp_path, "en")
    ground = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor"
    assert browser.run(ground, "body") == "rgb(16, 22, 29)"
    assert browser.run(ground, ".drawing") == "rgb(255, 255, 255)"
