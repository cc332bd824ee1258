"""The site is built as a reader gets it and opened as a file: nothing is asked of anybody, and every link leads on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from docs.site.__main__ import build
from docs.site.pages import files, headings
from docs.site.tutorials import as_markdown
from tests.built import bundled
from tests.visuals.conftest import Browser, chromium

__all__ = ["chromium"]  # the browser of the run, as a fixture of this file too
pytestmark = pytest.mark.xdist_group("site")  # so that it is built once


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole site, drawn from the bundled data."""
    folder = tmp_path_factory.mktemp("เอกสาร site")
    assert build(folder / "site", folder / "work", graph=bundled().path) == 0, "see the warnings above"
    return folder / "site"


class Page(HTMLParser):
    """The addresses a page leads to or loads, its anchors, its images without words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.mute: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.anchors |= {found[name] for name in ("id", "name") if found.get(name)}
        if tag == "a" and found.get("href"):
            self.leads.append(found["href"])
        elif tag == "link" and found.get("href"):
            self.loads.append(found["href"])
        if found.get("src"):
            self.loads.append(found["src"])
        if tag == "img" and not found.get("alt"):
            self.mute.append(found.get("src", ""))


def pages(site: Path) -> dict[Path, Page]:
    """Every page of the site itself; those that are drawn have tests of their own."""
    return {path: Page(path) for path in sorted(site.rglob("*.html")) if "drawn" not in path.relative_to(site).parts}


def test_every_page_of_the_docs_is_a_page_of_the_site(site: Path) -> None:
    assert [name for name in files() if not (site / f"{name}.html").is_file()] == []
    named = {"index", *(name for _, names in headings() for name in names)}
    assert [name for name in files() if name not in named and not name.startswith("decisions/")] == []
    assert named <= set(files())


def test_every_link_on_every_page_leads_to_a_file_and_an_anchor(site: Path) -> None:
    found = pages(site)
    assert len(found) > 40
    broken: list[str] = []
    for path, page in found.items():
        for address in {*page.leads, *page.loads}:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            known = found[target].anchors if target in found else set[str]()
            anchor = unquote(parts.fragment)
            if not target.is_file() or (anchor and target in found and anchor not in known):
                broken.append(f"{path.relative_to(site)}: {address}")
    assert broken == []


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    assert [
        (p.name, a) for p, page in pages(site).items() for a in page.loads if urlsplit(a).scheme not in ("", "data")
    ] == []


def test_every_picture_is_told_in_words(site: Path) -> None:
    assert [(path.name, page.mute) for path, page in pages(site).items() if page.mute] == []


@pytest.fixture(scope="module")
def window(chromium: Any) -> Browser:
    """One window for all pages."""
    window = Browser(chromium)
    window.resize(1440, 900)
    window.colours("light")
    return window


def test_every_page_opens_as_a_file_and_asks_nothing_of_anybody(site: Path, window: Browser) -> None:
    told: list[str] = []
    for path in pages(site):
        window.load(path)
        window.until("return document.readyState === 'complete'")
        outside = [address for address in window.requests() if not address.startswith("file:")]
        told += [f"{path.relative_to(site)}: {what}" for what in (*outside, *window.complaints())]
    assert told == []


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_its_window(site: Path, window: Browser, width: int) -> None:
    window.resize(width, 900)
    wide: list[str] = []
    for name in ("index", "gallery", "questions", "dictionary", "neo4j", "thai", "how-to/analyst"):
        window.load(site / f"{name}.html")
        if window.run("return document.documentElement.scrollWidth") > width:
            wide.append(name)
    assert wide == []


def found_by(window: Browser, site: Path, words: str) -> Iterator[tuple[str, str]]:
    """What the search lists for the words: address within the site, and text."""
    window.requests()
    window.driver.get(f"{(site / 'search.html').resolve().as_uri()}?q={words}")
    for item in window.run(
        "return [...document.querySelectorAll('#search-results li')].map(li => [li.querySelector('a').getAttribute('href'), li.textContent])"
    ):
        yield item[0], item[1]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("partners-of-country", "questions.html#partners-of-country"),
        ("brokers betweenness", "what-if.html#the-network-behind-it"),
        ("ความตกลง", "dictionary.html#agreement"),
        ("พันธมิตรของประเทศ", "questions.html#partners-of-country"),
        ("ใคร สาขา พันธ", "questions.html#partners-of-country"),
        ("Decisions", "decisions.html"),
    ],
)
def test_the_search_finds_words_of_either_language_where_they_stand(
    site: Path, window: Browser, words: str, address: str
) -> None:
    assert address in [found for found, _ in found_by(window, site, words)]


def test_the_search_says_when_there_is_nothing(site: Path, window: Browser) -> None:
    assert list(found_by(window, site, "ไม่มีคำนี้แน่นอน")) == []
    assert window.find("#search-told").text.startswith("0 sections")


def test_what_is_searched_for_is_text_and_no_markup(site: Path, window: Browser) -> None:
    list(found_by(window, site, "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"))
    assert window.run("return document.querySelectorAll('article img').length") == 0
    assert window.complaints() == []


def test_thai_stands_in_the_font_of_the_figures_and_is_told_as_thai(site: Path, window: Browser) -> None:
    window.load(site / "thai.html")
    window.until("return document.fonts.status === 'loaded'")
    assert window.run(
        "return document.fonts.check('16px Sarabun', 'ที่นี่') && document.querySelector('h1 [lang=th]') !== null"
    )


def test_a_notebook_is_a_page_with_its_text_its_code_and_what_it_gave(tmp_path: Path) -> None:
    drawn = {
        "output_type": "display_data",
        "data": {"text/html": ["<p>one</p>\n", "\n", "<p>two</p>"], "text/plain": "-"},
    }
    printed = {"output_type": "stream", "name": "stdout", "text": ["1 < 2\n", "\n", "3\n"]}
    cells = [
        {"cell_type": "markdown", "source": ["# A first look\n", "\n", "อ่านก่อน"]},
        {"cell_type": "code", "source": "%%cypher\nMATCH (n) RETURN n", "outputs": [drawn]},
        {"cell_type": "code", "source": "print('```')", "outputs": [printed]},
        {"cell_type": "code", "source": "", "outputs": []},
    ]
    path = tmp_path / "first.ipynb"
    path.write_text(json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5, "metadata": {}}), encoding="utf-8")
    assert as_markdown(path).splitlines() == [
        *("# A first look", "", "อ่านก่อน", ""),
        *("```cypher", "%%cypher", "MATCH (n) RETURN n", "```", ""),
        *('<div class="output">', "<p>one</p>", "<p>two</p>", "</div>", ""),
        *("````python", "print('```')", "````", ""),
        *('<pre class="output" tabindex="0">1 &lt; 2', "&#8203;", "3</pre>"),
    ]


def test_a_page_in_no_contents_and_a_broken_link_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    lost = tmp_path / "lost.md"
    lost.write_text("# Lost\n\n[nowhere](#not-there)\n", encoding="utf-8")
    every = {**files(), "folder/lost": lost}
    monkeypatch.setattr("docs.site.sources.files", lambda: every)
    assert build(tmp_path / "site", tmp_path / "work", check=True) != 0
    told = capfd.readouterr().err
    assert "lost.md" in told
    assert "not-there" in told
    assert "toctree" in told
