"""Drawings and tables of a notebook in a real Chromium: the page runs in its frame, and nothing reaches out of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bubble.frames import Rows
from bubble.shown import Drawing
from graph.store import Answer
from tests.visuals.conftest import Browser
from tests.visuals.drawn import small_picture
from visuals.picture import Picture

HOSTILE = "<img src=x onerror=top.hit=1><script>top.hit=1</script>'\"</iframe></td><svg onload=top.hit=1>"
VS_CODE = (
    "default-src 'none'; script-src vscode-resource: 'unsafe-inline' 'unsafe-eval'; style-src vscode-resource: "
    "'unsafe-inline'; img-src vscode-resource: https: http: data:; font-src vscode-resource: https:; "
    "connect-src https:; child-src https: data:"
)
"""The policy of the view in which VS Code shows outputs: it lets in no font of ours, and a frame inherits it."""


def opened(browser: Browser, path: Path, html: str, policy: str = "") -> None:
    """A page around the outputs, as a notebook is one."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    path.write_text(f'<!doctype html><meta charset="utf-8">{meta}<title>notebook</title>{html}', encoding="utf-8")
    browser.load(path)


def html_of(drawing: Drawing) -> str:
    return drawing._repr_mimebundle_({"text/html"})[0]["text/html"]


@pytest.mark.parametrize("policy", ["", VS_CODE], ids=["lab", "vs code"])
def test_the_page_draws_in_its_frame_and_reaches_nothing(policy: str, browser: Browser, tmp_path: Path) -> None:
    opened(browser, tmp_path / "notebook.html", html_of(Drawing(small_picture())), policy)
    assert browser.run("return getComputedStyle(document.querySelector('img')).display") == "none"
    browser.driver.switch_to.frame(browser.find("iframe"))
    browser.until("return document.documentElement.dataset.ready === 'yes'")
    assert browser.drawn()
    assert browser.run("return document.getElementById('copy').hidden"), "it has no address to copy"
    assert browser.run("try { return String(top.document.title) } catch (e) { return e.name }") == "SecurityError"
    assert browser.run("try { return String(localStorage) } catch (e) { return e.name }") == "SecurityError"
    steps = browser.run("return history.length")
    browser.driver.execute_script("document.querySelector('#legend input[type=checkbox]').click()")
    browser.until("return !document.getElementById('undo').disabled")
    assert browser.run("return history.length") == steps, "the notebook's own history is left alone"
    browser.driver.execute_script("document.getElementById('undo').click()")
    browser.until("return document.getElementById('undo').disabled")
    browser.driver.switch_to.default_content()
    assert [address for address in browser.requests() if not address.endswith("notebook.html")] == []


@pytest.mark.parametrize("look", ["display: none", "width: 0"])
def test_a_frame_that_has_no_size_at_first_draws_when_it_gets_one(look: str, browser: Browser, tmp_path: Path) -> None:
    folded = f'<div id="output" style="{look}">{html_of(Drawing(small_picture()))}</div>'
    opened(browser, tmp_path / "notebook.html", folded)
    browser.run("setTimeout(() => { document.getElementById('output').style = ''; }, 300)")
    browser.driver.switch_to.frame(browser.find("iframe"))
    browser.until("return document.documentElement.dataset.ready === 'yes'")
    assert 0.1 < browser.run("return window.bubblePicture.scale()") < 2.6
    browser.driver.switch_to.default_content()


def test_where_frames_and_styles_are_taken_out_the_figure_is_seen(browser: Browser, tmp_path: Path) -> None:
    html = re.sub(
        r"<style>.*?</style>|<iframe.*?</iframe>", "", html_of(Drawing(small_picture(), "th")), flags=re.DOTALL
    )
    opened(browser, tmp_path / "notebook.html", html)
    assert browser.run("const i = document.querySelector('img'); return i.complete && i.naturalWidth > 400")
    assert browser.run("return getComputedStyle(document.querySelector('img')).display") != "none"


def test_hostile_titles_and_rows_run_nothing(browser: Browser, tmp_path: Path) -> None:
    picture = Picture(HOSTILE, HOSTILE, answer=HOSTILE)
    table = Rows(Answer([{HOSTILE: HOSTILE}], (HOSTILE,)), remarks=[HOSTILE]).table()
    opened(browser, tmp_path / "notebook.html", html_of(Drawing(picture)) + table._repr_html_())
    browser.driver.switch_to.frame(browser.find("iframe"))
    browser.until("return document.documentElement.dataset.ready === 'yes'")
    browser.driver.switch_to.default_content()
    assert browser.run("return window.hit") is None
    assert browser.run("return document.querySelectorAll('iframe').length") == 1
    assert browser.run("return document.querySelectorAll('script, svg, [onerror]').length") == 0
    assert browser.run("return document.querySelector('td').textContent") == HOSTILE
