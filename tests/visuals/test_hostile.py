"""Nothing of what data says is ever run, fetched or taken for markup: checked in a real browser, field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph.model  # noqa: F401  the kinds register themselves
from tests.visuals.conftest import Browser
from tests.visuals.hostile import HOSTILE, hostile_picture
from visuals.figure import write_figure
from visuals.page import write_page

FOREIGN = "img, iframe, object, embed, base, form, link, foreignObject, use, animate, [onerror], [onload], [onfocus]"
CHUNKS = [HOSTILE[i : i + 6] for i in range(0, len(HOSTILE), 6)]
# opens everything that can be opened, in both languages and themes
TOUR = """
const click = (element) => element && element.click();
for (let round = 0; round < 2; round++) {
  document.querySelectorAll('details').forEach((d) => { d.open = true; });
  [...document.querySelectorAll('#rows button')].slice(0, 40).forEach(click);
  document.querySelectorAll('#panel .links button, #panel .end').forEach(click);
  const search = document.getElementById('search');
  for (const text of [...arguments[0], 'a', 'http']) {
    search.value = text.slice(0, 40);
    search.dispatchEvent(new Event('input'));
    const press = new MouseEvent('mousedown', {bubbles: true});
    document.querySelectorAll('#found li').forEach((li) => li.dispatchEvent(press));
    document.querySelectorAll('#panel .links button').forEach(click);
  }
  for (const id of ['fold_all', 'open_all', 'undo', 'copy', 'help_open', 'timed', 'redo', 'timed']) click(document.getElementById(id));
  document.getElementById('help').close();
  for (const id of ['steps_3', 'do_only_these', 'do_expand', 'do_fold', 'do_path_from']) {
    document.querySelector('#search').value = arguments[0][0].slice(0, 20);
    document.querySelector('#search').dispatchEvent(new Event('input'));
    document.querySelectorAll('#found li').forEach((li) => li.dispatchEvent(new MouseEvent('mousedown', {bubbles: true})));
    click(document.getElementById(id));
  }
  document.querySelectorAll('#chips button').forEach(click);
  document.querySelectorAll('#filters button').forEach(click);
  click(document.getElementById('theme'));
  click(document.getElementById('language'));
}
return true;
"""


def test_there_are_enough_hostile_strings() -> None:
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("texts", CHUNKS, ids=range(len(CHUNKS)))
def test_a_page_of_hostile_text_runs_and_asks_for_nothing(texts: list[str], tmp_path: Path, browser: Browser) -> None:
    page = tmp_path / "page.html"
    write_page(hostile_picture(texts), page)
    browser.open(page)
    drawn = browser.drawn()
    assert (len(drawn["nodes"]), len(drawn["links"])) == (1 + 2 * len(texts), 6 * len(texts))
    assert browser.run(TOUR, [text.encode("utf-8", "replace").decode("utf-8") for text in texts])
    assert browser.run("return window.hit") is None
    assert browser.run(f"return document.querySelectorAll('{FOREIGN}').length") == 0
    assert browser.run("return document.querySelectorAll('script').length") == 3
    links = browser.run("return [...document.querySelectorAll('a')].map((a) => [a.protocol, a.rel, a.username])")
    assert all(link == [link[0], "noopener noreferrer", ""] and link[0] in {"http:", "https:"} for link in links)
    assert browser.requests() == [page.resolve().as_uri()]
    assert browser.complaints() == []


@pytest.mark.parametrize("texts", CHUNKS, ids=range(len(CHUNKS)))
def test_a_figure_of_hostile_text_runs_and_asks_for_nothing(texts: list[str], tmp_path: Path, browser: Browser) -> None:
    figure = tmp_path / "figure.svg"
    write_figure(hostile_picture(texts), figure)
    browser.load(figure)
    browser.until("return document.documentElement && document.documentElement.tagName === 'svg'")
    assert browser.run("return window.hit") is None
    assert browser.run(f"return document.querySelectorAll('script, {FOREIGN}').length") == 0
    assert browser.requests() == [figure.resolve().as_uri()]
    assert browser.complaints() == []


def test_the_check_itself_would_see_a_hit_and_a_request(tmp_path: Path, browser: Browser) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<!doctype html><script>window.hit=1</script><img src='http://127.0.0.1:9/x'>", encoding="utf-8")
    browser.load(page)
    browser.until("return document.readyState === 'complete'")
    assert browser.run("return window.hit") == 1
    assert "http://127.0.0.1:9/x" in browser.requests()
