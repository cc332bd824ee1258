"""A large picture in a real browser: it opens as groups, these open and close, and nothing of it gets lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.keys import Keys

import graph.model  # noqa: F401  the kinds register themselves
from graph.kinds import Ref
from tests.visuals.conftest import Browser
from tests.visuals.generated import generated
from tests.visuals.hostile import HOSTILE
from tests.visuals.test_hostile import FOREIGN
from visuals.page import write_page
from visuals.picture import Picture

NODES, LINKS = 2600, 5200


@pytest.fixture(scope="module")
def picture() -> Picture:
    return generated(NODES, LINKS)


@pytest.fixture(scope="module")
def large(picture: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.html"
    write_page(picture, path)
    return path


def press(browser: Browser, key: str) -> None:
    browser.find("#canvas").send_keys(key)


def double_click(browser: Browser, key: str) -> None:
    at = browser.run("return window.bubblePicture.where(arguments[0])", key)
    for count in (1, 2):
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = "none" if kind == "mouseMoved" else "left"
            event = {"type": kind, "x": at["x"], "y": at["y"], "button": button, "clickCount": count}
            browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)


def find(browser: Browser, name: str) -> None:
    browser.keys("#search", name)
    browser.until("return document.querySelectorAll('#found li').length > 0")
    browser.keys("#search", Keys.ENTER)


def test_it_opens_with_its_countries_closed_and_says_so(large: Path, browser: Browser) -> None:
    browser.open(large)
    drawn = browser.drawn()
    assert len(drawn["nodes"]) == len(drawn["folds"]) == 15
    assert all(line["bundle"] for line in drawn["lines"])
    caption = browser.find("#caption").text
    assert f"15 groups folded ({NODES} nodes" in caption
    assert f"of {NODES} nodes and {LINKS} links in the data" in caption
    assert "Double click a group" in caption
    assert browser.requests() == [large.resolve().as_uri()]
    assert [each for each in browser.complaints() if "Content Security" in each or "Error" in each] == []


def test_the_names_of_groups_are_readable_and_none_lies_on_another(large: Path, browser: Browser) -> None:
    browser.open(large)
    browser.until("return window.bubblePicture.drawn().named.length === 15")
    boxes = browser.drawn()["boxes"]
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart = (
                a["x"] + a["w"] <= b["x"]
                or b["x"] + b["w"] <= a["x"]
                or a["y"] + a["h"] <= b["y"]
                or b["y"] + b["h"] <= a["y"]
            )
            assert apart


def test_bundles_hold_every_link_between_groups(large: Path, browser: Browser, picture: Picture) -> None:
    browser.open(large)
    between = sum(1 for k in picture.links.values() if picture.dots[k.source].group != picture.dots[k.target].group)
    assert len(browser.drawn()["links"]) == between
    double_click(browser, "Country:JPN")
    browser.until("return !window.bubblePicture.drawn().folds.includes('Country:JPN')")
    inside = {key for key, dot in picture.dots.items() if dot.group == "JPN"}
    drawn = browser.drawn()
    assert inside <= set(drawn["nodes"])
    own = sum(1 for k in picture.links.values() if {k.source, k.target} <= inside and k.source != k.target)
    assert len(drawn["links"]) == between + own


def test_a_large_group_opens_into_groups_and_these_into_nodes(large: Path, browser: Browser) -> None:
    browser.open(large)
    double_click(browser, "Country:THA")
    browser.until("return window.bubblePicture.drawn().folds.some((key) => key.startsWith('group:THA/'))")
    drawn = browser.drawn()
    assert "Country:THA" in drawn["nodes"]
    assert "Country:THA" not in drawn["folds"]
    inner = next(key for key in drawn["folds"] if key.startswith("group:THA/"))
    double_click(browser, inner)
    browser.until("return !window.bubblePicture.drawn().folds.includes(arguments[0])", inner)
    assert len(browser.drawn()["nodes"]) > len(drawn["nodes"])
    assert "open=THA" in browser.run("return decodeURIComponent(location.hash)")


def test_groups_open_and_close_by_key_and_button(large: Path, browser: Browser) -> None:
    browser.open(large)
    press(browser, Keys.ARROW_RIGHT)
    browser.until("return document.getElementById('do_fold') !== null")
    press(browser, " ")
    browser.until("return window.bubblePicture.drawn().folds.length !== 15")
    browser.find("#undo").click()
    browser.until("return window.bubblePicture.drawn().folds.length === 15")
    browser.find("#do_fold").click()
    browser.until("return window.bubblePicture.drawn().folds.length !== 15")
    browser.find("#fold_all").click()
    browser.until("return window.bubblePicture.drawn().folds.length === 15")


def test_search_finds_what_lies_in_a_closed_group_and_opens_it(large: Path, browser: Browser, picture: Picture) -> None:
    browser.open(large)
    find(browser, "Body no. 777")
    browser.until("return window.bubblePicture.drawn().named.includes(arguments[0])", "Firm:b777")
    group = picture.dots["Firm:b777"].group
    assert f"Country:{group}" not in browser.drawn()["folds"]
    assert browser.find("#panel h2").text == "Body no. 777"
    assert browser.find("#panel .links").find_elements("css selector", "li")
    browser.run("document.querySelector('#panel .links button').click()")
    assert "What was read about case" in browser.find("#panel .evidence").text


def test_filters_take_links_out_of_bundles(large: Path, browser: Browser, picture: Picture) -> None:
    browser.open(large)
    before = browser.drawn()
    browser.find("#filters input[data-value='active']").click()
    after = browser.drawn()
    active = sum(1 for link in picture.links.values() if link.status == "active")
    assert not [link for link in after["links"] if link["status"] == "active"]
    left = {link["id"] for link in before["links"] if link["status"] != "active"}
    assert {link["id"] for link in after["links"]} == left
    assert f"{LINKS - active} of {LINKS} links shown" in browser.find("#count").text


def test_long_lists_say_how_many_they_leave_out(large: Path, browser: Browser) -> None:
    browser.open(large)
    at = browser.run("return window.bubblePicture.where('Country:THA')")
    browser.click_at(at["x"], at["y"])
    browser.until("return document.querySelectorAll('#panel .links li').length === 300")
    assert "more links are not listed here" in browser.find("#panel").text
    browser.run("document.getElementById('table').open = true")
    browser.until("return document.querySelectorAll('#rows tr').length === 1000")
    assert f"{LINKS - 1000} more links are not in this table" in browser.find("#more_rows").text


def test_it_speaks_thai_and_goes_dark(large: Path, browser: Browser) -> None:
    browser.open(large)
    browser.find("#language").click()
    assert "ดับเบิลคลิกที่กลุ่ม" in browser.find("#caption").text
    browser.find("#theme").click()
    assert browser.run("return document.documentElement.dataset.theme") == "dark"
    assert len(browser.drawn()["folds"]) == 15


def test_a_node_is_dragged_and_the_picture_is_moved_and_zoomed(large: Path, browser: Browser) -> None:
    browser.open(large)
    find(browser, "Body no. 777")
    browser.until("return window.bubblePicture.drawn().named.includes('Firm:b777')")
    start = browser.run("return window.bubblePicture.where('Firm:b777')")
    drag(browser, start, (60, 40))
    end = browser.run("return window.bubblePicture.where('Firm:b777')")
    assert (round(end["x"] - start["x"]), round(end["y"] - start["y"])) == pytest.approx((60, 40), abs=3)
    scale = browser.run("return window.bubblePicture.scale()")
    wheel = {"type": "mouseWheel", "x": end["x"], "y": end["y"], "deltaX": 0, "deltaY": -120}
    browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", wheel)
    browser.until("return window.bubblePicture.scale() > arguments[0]", scale)
    after = browser.run("return window.bubblePicture.where('Firm:b777')")
    assert (after["x"], after["y"]) == pytest.approx((end["x"], end["y"]), abs=2)  # what is under the pointer stays


def drag(browser: Browser, start: dict[str, float], by: tuple[float, float]) -> None:
    def send(kind: str, share: float, button: str) -> None:
        event = {"type": kind, "x": start["x"] + by[0] * share, "y": start["y"] + by[1] * share, "button": button}
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {**event, "clickCount": 1, "buttons": 1})

    send("mousePressed", 0, "left")
    for step in range(1, 6):
        send("mouseMoved", step / 5, "left")
    send("mouseReleased", 1, "left")


def pixel(browser: Browser, key: str) -> list[int]:
    """The colour of the middle canvas where a unit stands."""
    script = """
      const layer = document.querySelectorAll('#canvas canvas')[1];
      const flat = document.createElement('canvas');
      [flat.width, flat.height] = [layer.width, layer.height];
      const context = flat.getContext('2d');
      context.drawImage(layer, 0, 0);
      const frame = document.getElementById('canvas').getBoundingClientRect();
      const at = window.bubblePicture.where(arguments[0]);
      const ratio = layer.width / frame.width;
      return [...context.getImageData((at.x - frame.left) * ratio, (at.y - frame.top) * ratio, 1, 1).data];
    """
    found: list[int] = browser.run(script, key)
    return found


def test_both_painters_draw_the_same(large: Path, browser: Browser) -> None:
    seen: list[Any] = []
    for painter in ("2d", "webgl"):
        browser.driver.get(f"{large.resolve().as_uri()}?painter={painter}")
        browser.until("return document.documentElement.dataset.ready === 'yes'")
        assert browser.run("return window.bubblePicture.painter()") == painter
        find(browser, "Body no. 777")
        browser.until("return window.bubblePicture.drawn().named.includes('Firm:b777')")
        keys = ["Firm:b777", "Country:KOR", "Country:NZL"]
        seen.append(([pixel(browser, key) for key in keys], browser.drawn()["nodes"], browser.drawn()["links"]))
    flat, fast = seen
    assert flat[1:] == fast[1:]
    for a, b in zip(flat[0], fast[0], strict=True):
        assert a == pytest.approx(b, abs=3)


def test_a_lost_graphics_processor_does_not_stop_the_picture(large: Path, browser: Browser) -> None:
    browser.driver.get(f"{large.resolve().as_uri()}?painter=webgl")
    browser.until("return document.documentElement.dataset.ready === 'yes'")
    browser.run(
        "document.querySelectorAll('#canvas canvas')[1].getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()"
    )
    browser.until("return window.bubblePicture.painter() === '2d'")
    assert pixel(browser, "Country:KOR")[3] == 255


def test_without_a_graphics_processor_the_page_says_so(large: Path, browser: Browser) -> None:
    browser.driver.get(f"{large.resolve().as_uri()}?painter=2d")
    browser.until("return document.documentElement.dataset.ready === 'yes'")
    assert "draws without a graphics processor" in browser.find("#caption").text


def test_hostile_names_of_groups_run_and_ask_for_nothing(tmp_path: Path, browser: Browser) -> None:
    picture = generated(2100, 100, countries=())
    keys = list(picture.dots)
    for i, text in enumerate(HOSTILE):
        hub = picture.node(Ref("Agency", "x" + text), text, text)
        for j in range(12):
            picture.edge("PARTNERS_WITH", hub, keys[i * 12 + j], id=f"{i}-{j}", sectors=[text, (text, text)])
    page = tmp_path / "hostile.html"
    write_page(picture, page)
    browser.open(page)
    browser.find("#open_all").click()
    browser.run("document.getElementById('table').open = true")
    browser.find("#language").click()
    browser.find("#fold_all").click()
    assert browser.run("return window.hit") is None
    assert browser.run(f"return document.querySelectorAll('{FOREIGN}').length") == 0
    assert browser.requests() == [page.resolve().as_uri()]


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("huge") / "huge.html"
    write_page(generated(20_000, 40_000), path)
    return path


def test_twenty_thousand_nodes_are_usable(huge: Path, browser: Browser) -> None:
    browser.open(huge)
    assert len(browser.drawn()["folds"]) == 15
    double_click(browser, "Country:THA")
    browser.until("return !window.bubblePicture.drawn().folds.includes('Country:THA')")
    inner = next(key for key in browser.drawn()["folds"] if key.startswith("group:THA/"))
    double_click(browser, inner)
    browser.until("return !window.bubblePicture.drawn().folds.includes(arguments[0])", inner)
    find(browser, "Body no. 12345")
    browser.until("return window.bubblePicture.drawn().named.some((key) => key.endsWith(':b12345'))")
    browser.find("#filters input[data-value='active']").click()
    assert not [link for link in browser.drawn()["links"] if link["status"] == "active"]
    key = next(key for key in browser.drawn()["nodes"] if key.endswith(":b12345"))
    before = browser.run("return window.bubblePicture.where(arguments[0])", key)
    drag(browser, before, (50, 30))
    after = browser.run("return window.bubblePicture.where(arguments[0])", key)
    assert after["x"] - before["x"] == pytest.approx(50, abs=3)
    browser.find("#open_all").click()
    browser.until("return window.bubblePicture.drawn().nodes.length === 20000")
    assert browser.run("window.bubblePicture.paint(); return true")
    browser.find("#fold_all").click()
    browser.until("return window.bubblePicture.drawn().nodes.length === 15")
