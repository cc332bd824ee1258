"""Every view drawn from answers whose every free text is hostile: its page and figure run, fetch and let out nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import Any, cast

import pytest

from bubble import drawing
from graph.kinds import EDGES, NODES
from graph.vocabulary import Word
from queries import ask
from tests.built import bundled
from tests.visuals.conftest import Browser
from tests.visuals.hostile import HOSTILE
from visuals.canvas import content
from visuals.picture import Picture
from visuals.view import named, views

FOREIGN = (
    "img, iframe, object, embed, base, form, link, foreignObject, animate, [onerror], [onload], [onfocus], "
    'use:not([href^="#"])'
)
# what the code compares with: dates, codes of countries and harmonised system, words of closed lists, kinds
PLAIN = re.compile(r"\d{4}(-\d\d){0,2}|[A-Z]{3}|[0-9.]+")
COMPARED = {"state", "reach"}
"""Columns of words that are made by a question, not by the data."""
# opens every part of a page of any kind that can be opened, twice: the second time in the other language and theme
TOUR = """
const click = (element) => element && element.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
const some = (selector, most) => [...document.querySelectorAll(selector)].slice(0, most);
for (let round = 0; round < 2; round++) {
  some('details', 99).forEach((d) => { d.open = true; });
  some('#rows button, tbody td, svg [tabindex], [data-mark]', 40).forEach((element) => {
    click(element);
    some('#panel .links button, #panel .end', 2).forEach(click);
  });
  const search = document.getElementById('search');
  for (const text of search ? ['a', 'http', '<', 'window'] : []) {
    search.value = text;
    search.dispatchEvent(new Event('input'));
    some('#found li', 12).forEach((li) => li.dispatchEvent(new MouseEvent('mousedown', {bubbles: true})));
  }
  some('#filters button, #filters input', 24).forEach(click);
  click(document.getElementById('theme'));
  click(document.getElementById('language'));
}
return window.hit === undefined;
"""


def words_of_lists() -> set[str]:
    """Every word that the code may compare with."""
    listed = {word.value for words in Word.__subclasses__() for word in words}
    return listed | set(NODES) | set(EDGES)


def poisoner() -> Callable[[Any], Any]:
    """A function that puts a hostile string behind every free text, the same behind the same text."""
    known, texts, listed = dict[str, str](), cycle(HOSTILE), words_of_lists()

    def poison(value: Any) -> Any:
        if isinstance(value, str):
            if not value or PLAIN.fullmatch(value) or value in listed:
                return value
            if value not in known:
                # an address may be hostile as a whole
                known[value] = next(texts) if value.startswith("http") else f"{value} {next(texts)}"
            return known[value]
        if isinstance(value, dict):
            return {name: poison(each) for name, each in value.items()}
        return [poison(each) for each in value] if isinstance(value, list) else value

    return poison


@pytest.mark.parametrize("name", views())
def test_a_view_of_hostile_answers_runs_and_asks_for_nothing(
    name: str, tmp_path: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    poison = poisoner()

    def answered(*arguments: Any) -> Any:
        rows = ask(*arguments)
        return [{name: cell if name in COMPARED else poison(cell) for name, cell in row.items()} for row in rows]

    class Spoilt:
        """The store as the drawing asks it for passages and Thai words: hostile, found by the id before such text."""

        def ask(self, text: str, params: dict[str, Any] | None = None) -> list[Any]:
            true = dict(params or {})
            if "ids" in true:
                true["ids"] = [each.split(" ")[0] for each in true["ids"]]
            return [poison(dict(row)) for row in bundled().store.ask(text, true)]

    monkeypatch.setattr(drawing, "ask", lambda _, *arguments: answered(bundled().store, *arguments))
    canvas = drawing.picture_of(cast("Any", Spoilt()), named(name), {})
    if isinstance(canvas, Picture):
        assert bool(canvas.passages) == any(link.evidence for link in canvas.links.values())
    written = {ending: tmp_path / f"view{ending}" for ending in (".html", ".svg")}
    for ending, path in written.items():
        made = content(canvas, ending, "en", "a4")
        assert isinstance(made, str)
        path.write_text(made, encoding="utf-8")
    browser.open(written[".html"])
    assert browser.run(TOUR)
    assert browser.run("return document.querySelectorAll(arguments[0]).length", FOREIGN) == 0
    links = browser.run("return [...document.querySelectorAll('a[href]')].map((a) => [a.protocol, a.rel, a.username])")
    assert all(link == [link[0], "noopener noreferrer", ""] and link[0] in {"http:", "https:"} for link in links)
    assert browser.requests() == [written[".html"].resolve().as_uri()]
    assert browser.complaints() == []
    browser.load(written[".svg"])
    browser.until("return document.documentElement && document.documentElement.tagName === 'svg'")
    assert browser.run("return window.hit === undefined")
    assert browser.run("return document.querySelectorAll(arguments[0]).length", "script, " + FOREIGN) == 0
    assert browser.requests() == [written[".svg"].resolve().as_uri()]
    assert browser.complaints() == []
