"""The pages of charts in a real browser: marks open, keys move, the legend filters, nothing from data is ever run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.visuals.charted import CHARTS, drawn, hostile
from tests.visuals.conftest import Browser
from tests.visuals.hostile import HOSTILE
from visuals.charts.chart import Chart
from visuals.charts.coverage import Coverage
from visuals.charts.figure import figure_of
from visuals.charts.flows import Flows
from visuals.charts.map import Map
from visuals.charts.page import page_of
from visuals.charts.timeline import Timeline
from visuals.charts.trade import Trade

VISIBLE = "Array.from(document.querySelectorAll('#chart svg')).find((s) => s.getClientRects().length)"
FOREIGN = "img, iframe, object, embed, base, form, link, foreignObject, use, animate, [onerror], [onload], [onfocus]"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("แผนภูมิ charts")
    paths = {name: folder / f"{name}.html" for name in CHARTS}
    for name, path in paths.items():
        path.write_text(page_of(drawn(name)), encoding="utf-8")
    return paths


@pytest.fixture(params=CHARTS)
def named_page(request: pytest.FixtureRequest, pages: dict[str, Path]) -> tuple[str, Path]:
    return request.param, pages[request.param]


def click(browser: Browser, part: int) -> None:
    """Click a mark as a mouse does."""
    browser.run(
        f"const marks = {VISIBLE}.querySelectorAll('[data-part=\"{part}\"]');"
        "marks[marks.length - 1].dispatchEvent(new MouseEvent('click', {bubbles: true}));"
    )


def active(browser: Browser) -> int:
    return int(browser.run("return Number(document.activeElement.dataset.part)"))


def press(browser: Browser, key: str) -> None:
    browser.driver.switch_to.active_element.send_keys(key)


def test_it_asks_for_nothing_and_every_mark_has_a_name(named_page: tuple[str, Path], browser: Browser) -> None:
    name, page = named_page
    browser.open(page)
    assert browser.requests() == [page.resolve().as_uri()]
    assert browser.complaints() == []
    found = browser.run(
        f"return Array.from({VISIBLE}.querySelectorAll('[data-part]')).map((m) => [Number(m.dataset.part), "
        "m.getAttribute('role'), m.getAttribute('aria-label')])"
    )
    chart: Chart = drawn(name)
    assert {part for part, _, _ in found} == set(range(len(chart.parts)))
    assert all(role == "button" and label.startswith(chart.parts[part].name.en) for part, role, label in found)


def test_a_click_opens_links_with_evidence_and_safe_addresses(named_page: tuple[str, Path], browser: Browser) -> None:
    name, page = named_page
    chart: Chart = drawn(name)
    browser.open(page)
    part = max(range(len(chart.parts)), key=lambda i: len(chart.parts[i].links))
    click(browser, part)
    told = browser.find("#panel").text
    assert chart.parts[part].name.en in told
    for link in chart.parts[part].links:
        assert chart.links[link].what.en in told
    passage = chart.passages[chart.links[chart.parts[part].links[0]].evidence[0]]
    assert passage.gloss in told
    addresses = browser.run(
        "return Array.from(document.querySelectorAll('#panel a')).map((a) => [a.href, a.rel, a.target])"
    )
    assert all(address.startswith(("https://", "http://")) for address, _, _ in addresses)
    assert {(rel, target) for _, rel, target in addresses} <= {("noopener noreferrer", "_blank")}


def test_a_real_click_on_the_last_disc_drawn_opens_it(pages: dict[str, Path], browser: Browser) -> None:
    chart: Map = drawn("map-of-links")
    browser.open(pages["map-of-links"])
    place = next(place for place in chart.places if place.name.en == "Brunei")
    x, y = browser.run(
        f"const discs = {VISIBLE}.querySelectorAll('[data-part=\"{place.part}\"] circle');"
        "const box = discs[discs.length - 1].getBoundingClientRect();"
        "return [box.x + box.width / 2, box.y + box.height / 2]"
    )
    browser.click_at(x, y)
    assert "Brunei" in browser.find("#panel h2").text


def test_keys_move_through_the_marks_open_and_close(named_page: tuple[str, Path], browser: Browser) -> None:
    name, page = named_page
    browser.open(page)
    last = len(drawn(name).parts) - 1
    browser.run(f"{VISIBLE}.querySelector('[tabindex=\"0\"]').focus()")
    assert active(browser) == 0
    for key, at in (("\ue014", 1), ("\ue015", 2), ("\ue012", 1), ("\ue010", last), ("\ue014", last), ("\ue011", 0)):
        press(browser, key)
        assert active(browser) == at
    assert browser.find("#tip").is_displayed(), "what stands under the keys is told"
    press(browser, "\ue007")
    assert browser.find("#panel").is_displayed()
    assert browser.run("return document.activeElement.id") == "panel"
    press(browser, "\ue00c")
    assert not browser.find("#panel").is_displayed()
    assert active(browser) == 0


def test_the_legend_keeps_what_is_wanted_and_the_panel_follows(named_page: tuple[str, Path], browser: Browser) -> None:
    name, page = named_page
    chart: Chart = drawn(name)
    browser.open(page)
    tags = browser.run("return Array.from(document.querySelectorAll('[data-filter]')).map((b) => b.dataset.filter)")
    assert set(tags) == {chart.tag_of(link) for link in chart.links}
    part = max(range(len(chart.parts)), key=lambda i: len({chart.tag_of(link) for link in chart.parts[i].links}))
    click(browser, part)
    off = chart.tag_of(chart.parts[part].links[0])
    browser.find(f'[data-filter="{off}"]').click()
    faint = set(
        browser.run(f"return Array.from({VISIBLE}.querySelectorAll('.faint')).map((m) => Number(m.dataset.part))")
    )
    assert faint == {
        i for i, each in enumerate(chart.parts) if each.links and {chart.tag_of(link) for link in each.links} == {off}
    }
    shown = len(browser.driver.find_elements("css selector", "#panel .link"))
    assert shown == sum(chart.tag_of(link) != off for link in chart.parts[part].links)
    browser.find(f'[data-filter="{off}"]').click()
    assert browser.run("return document.querySelectorAll('#chart .faint').length") == 0


def test_the_language_turns_everything(named_page: tuple[str, Path], browser: Browser) -> None:
    name, page = named_page
    chart: Chart = drawn(name)
    browser.open(page)
    click(browser, 1)
    browser.find("#language").click()
    assert browser.find("#title").text == chart.title.th
    assert browser.find("#answer").text == chart.answer.th
    assert browser.run("return document.documentElement.lang") == "th"
    assert chart.parts[1].name.of("th") in browser.find("#panel h2").text
    assert browser.run(f"return {VISIBLE}.getAttribute('aria-label')") == chart.title.th
    browser.run("document.getElementById('table').open = true")
    assert browser.find("table:not([hidden]) th").text == chart.columns[0].th
    rows = browser.run("return document.querySelectorAll('table:not([hidden]) tbody tr').length")
    assert rows == len(chart.rows)


def test_dark_turns_ink_and_ground_and_paper_stays_light(named_page: tuple[str, Path], browser: Browser) -> None:
    _, page = named_page
    browser.open(page)
    ink = f'return getComputedStyle({VISIBLE}.querySelector(\'text[fill="#17212b"], text[fill="#5b6773"]\')).fill'
    light = browser.run(ink)
    browser.find("#theme").click()
    dark = browser.run(ink)
    assert light != dark
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert browser.run(ink) == light
    assert not browser.find("#tools").is_displayed()


def test_a_narrow_window_gets_the_tall_drawing_and_no_page_wider_than_it(
    named_page: tuple[str, Path], browser: Browser
) -> None:
    _, page = named_page
    browser.resize(400, 860)
    browser.open(page)
    wide, high = browser.run(f"const b = {VISIBLE}.getBoundingClientRect(); return [b.width, b.height]")
    assert high > wide
    assert browser.run("return document.documentElement.scrollWidth") <= 400
    click(browser, 1)
    assert browser.find("#panel").is_displayed()


def test_without_scripts_the_drawing_and_the_table_are_there(pages: dict[str, Path], browser: Browser) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.load(pages["trade-beside-links"])
    assert "JavaScript" in browser.find("noscript").text or browser.find(".notice").is_displayed()
    assert len(browser.driver.find_elements("css selector", "table")) == 2


@pytest.mark.parametrize("kind", [Map, Timeline, Trade, Coverage, Flows])
def test_text_that_tries_to_run_does_not(kind: type[Chart], tmp_path: Path, browser: Browser) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(page_of(hostile(kind)), encoding="utf-8")
    browser.open(path)
    for _ in range(2):
        for part in range(len(HOSTILE)):
            click(browser, part)
            browser.run(
                f"{VISIBLE}.querySelector('[data-part]').dispatchEvent("
                "new PointerEvent('pointermove', {bubbles: true, clientX: 9, clientY: 9}))"
            )
        browser.run("document.querySelectorAll('[data-filter]').forEach((b) => b.click())")
        browser.run("document.getElementById('theme').click(); document.getElementById('language').click()")
    assert browser.run("return window.hit") is None
    assert browser.run(f"return document.querySelectorAll('{FOREIGN}').length") == 0
    assert browser.run("return document.querySelectorAll('script').length") == 2
    assert browser.run("return [...document.querySelectorAll('a')].every((a) => /^https?:$/.test(a.protocol))")
    assert browser.requests() == [path.resolve().as_uri()]
    assert browser.complaints() == []


@pytest.mark.parametrize("kind", [Map, Timeline, Trade, Coverage, Flows])
def test_a_figure_of_hostile_text_runs_and_asks_for_nothing(
    kind: type[Chart], tmp_path: Path, browser: Browser
) -> None:
    path = tmp_path / "figure.svg"
    path.write_text(figure_of(hostile(kind)), encoding="utf-8")
    browser.load(path)
    browser.until("return document.documentElement && document.documentElement.tagName === 'svg'")
    assert browser.run("return window.hit") is None
    assert browser.run(f"return document.querySelectorAll('script, {FOREIGN}').length") == 0
    assert browser.requests() == [path.resolve().as_uri()]
    assert browser.complaints() == []
