"""A document as Markdown: markup of data shows as it is, the figures are inside, the record ends the file."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from bubble.documents.markdown import words
from tests.documents.sample import MARKDOWN, hostile, sample
from tests.documents.test_every_format import written
from tests.visuals.conftest import Browser
from tests.visuals.hostile import HOSTILE


def rendered(text: str) -> str:
    return MarkdownIt("gfm-like", {"linkify": False}).render(text)


def plain(markup: str) -> str:
    from html import unescape

    return " ".join(unescape(re.sub(r"<[^>]*>", "", markup)).split())


@pytest.mark.parametrize("text", [*HOSTILE, *MARKDOWN])
def test_whatever_stands_in_a_text_is_shown_as_it_is(text: str) -> None:
    from visuals.picture import shown

    told = rendered(words(text))
    assert plain(told) == " ".join(shown(text).split())
    assert set(re.findall(r"</?(\w+)", told)) <= {"p"}


def test_the_record_is_the_last_line_and_a_comment_that_nothing_ends() -> None:
    last = written(".md", "en").decode().splitlines()[-1]
    assert last.startswith("<!-- bubble-record {")
    assert last.endswith(" -->")
    assert "--" not in last[4:-3]


def test_a_table_keeps_its_shape_and_its_figures_are_in_the_file() -> None:
    text = written(".md", "th").decode()
    markup = rendered(text)
    assert markup.count("<tr>") == 81
    assert all(len(re.findall("<t[dh]", row)) == 4 for row in markup.split("<tr>")[1:81])
    images = re.findall(r'<img src="data:image/png;base64,([^"]*)" alt="([^"]*)"', markup)
    assert [alt for _, alt in images] == [figure.alt for figure in sample("th").figures()]
    assert all(base64.b64decode(data).startswith(b"\x89PNG") for data, _ in images)
    for number in (1, 2, 3):
        assert f'<a id="source-{number}"></a>' in markup
        assert f'href="#source-{number}"' in markup


def test_a_hostile_document_renders_to_a_page_on_which_nothing_runs(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(
        f"<!doctype html><meta charset=utf-8>{rendered(written('.md', 'en', is_hostile=True).decode())}", "utf-8"
    )
    browser.load(path)
    assert browser.run("return window.hit") is None
    assert [address for address in browser.requests() if not address.startswith("file:")] == []
    links = browser.run("return [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
    assert all(address.startswith(("#", "http://", "https://")) for address in links)
    assert len(hostile("en").blocks) > 90
