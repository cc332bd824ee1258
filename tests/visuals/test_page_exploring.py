"""Neighbourhoods, paths, hiding and pinning on the page, and taking each of them back."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.kinds import Ref
from tests.visuals.conftest import Browser
from visuals.page import write_page
from visuals.picture import Picture

CONTROL = "\ue009"
SHIFT = "\ue008"


def chain_picture() -> Picture:
    """Five firms in a row, a – b – c – d – e, a second way from b to d over x, and y with no link at all."""
    picture = Picture("Who knows whom?", "ใครรู้จักใคร")
    places = {"a": (-200, 0), "b": (-100, 0), "c": (0, -60), "x": (0, 60), "d": (100, 0), "e": (200, 0), "y": (0, 140)}
    for name, place in places.items():
        picture.node(Ref("Firm", name), f"Firm {name}", f"บริษัท {name}", fixed=place)
    for index, pair in enumerate(("ab", "bc", "cd", "bx", "xd", "de")):
        picture.edge(
            "PARTNERS_WITH", f"Firm:{pair[0]}", f"Firm:{pair[1]}", id=f"p{index}", status="active", label="deal"
        )
    return picture


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """The page of that picture."""
    path = tmp_path / "chain.html"
    write_page(chain_picture(), path)
    return path


def standing(browser: Browser) -> set[str]:
    """Names of the firms that stand out."""
    drawn = browser.drawn()
    return {key[-1] for key in drawn["nodes"] if key not in drawn["faded"]}


def shown(browser: Browser) -> set[str]:
    """Names of the firms that are drawn."""
    return {key[-1] for key in browser.drawn()["nodes"]}


def test_one_two_and_three_steps_around_the_chosen_node_stand_out(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    browser.keys("#search", "firm a", "\ue007")
    assert standing(browser) == set("ab")
    browser.find("#steps_2").click()
    assert standing(browser) == set("abcx")
    browser.keys("#canvas", "3")
    assert standing(browser) == set("abcxd")
    assert browser.find("#steps_3").get_attribute("aria-pressed") == "true"
    browser.keys("#canvas", "1")
    assert standing(browser) == set("ab")


def test_only_these_hides_the_rest_and_opening_around_brings_it_back(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    browser.keys("#search", "firm b", "\ue007")
    browser.find("#do_only_these").click()
    assert shown(browser) == set("abcx")
    assert browser.find("#chips").is_displayed()
    browser.keys("#search", "firm c", "\ue007")
    browser.find("#do_expand").click()
    assert shown(browser) == set("abcxd")
    browser.find("#chips button").click()
    assert shown(browser) == set("abcxdey")


def test_a_hidden_node_goes_with_its_links_and_comes_back_by_undo(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    browser.click_on("Firm:c")
    browser.until("return document.querySelector('#panel h2') !== null")
    browser.keys("#canvas", "h")
    assert shown(browser) == set("abxdey")
    assert {k["id"] for k in browser.drawn()["links"]} == {"p0", "p3", "p4", "p5"}
    assert "hidden: 1 nodes with 2 links" in browser.find("#caption").text
    browser.keys("#canvas", CONTROL + "z")
    browser.until("return window.bubblePicture.drawn().nodes.length === 7")
    browser.keys("#canvas", CONTROL + SHIFT + "z")
    browser.until("return window.bubblePicture.drawn().nodes.length === 6")
    browser.find("#undo").click()
    browser.until("return window.bubblePicture.drawn().nodes.length === 7")
    browser.find("#redo").click()
    browser.until("return window.bubblePicture.drawn().nodes.length === 6")


def test_quick_undos_end_at_the_first_step_and_never_leave_the_page(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    browser.click_on("Firm:c")
    browser.until("return document.querySelector('#panel h2') !== null")
    browser.keys("#canvas", "h")
    browser.run("for (let i = 0; i < 9; i++) document.getElementById('undo').click()")
    browser.until("return document.getElementById('undo').disabled")
    assert shown(browser) == set("abcxdey")
    browser.run("for (let i = 0; i < 9; i++) document.getElementById('redo').click()")
    browser.until("return document.getElementById('redo').disabled")
    assert shown(browser) == set("abxdey")


def test_opening_around_a_node_brings_back_hidden_neighbours(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    browser.run("location.hash = '#hide=Firm:c,Firm:e'")
    browser.until("return window.bubblePicture.drawn().nodes.length === 5")
    browser.keys("#search", "firm b", "\ue007")
    browser.keys("#canvas", "e")
    assert shown(browser) == set("abcxdy")


def test_all_shortest_paths_between_two_picked_nodes_stand_out_and_are_listed(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    browser.click_on("Firm:a")
    browser.until("return document.querySelector('#do_path_from') !== null")
    browser.find("#do_path_from").click()
    assert "choose the other end" in browser.find("#panel").text
    browser.click_on("Firm:e")
    browser.until("return document.querySelector('#panel h2').textContent.includes('→')")
    assert browser.find("#panel h2").text == "Firm a → Firm e"
    assert "2, each of 4 links" in browser.find("#panel").text
    assert len(browser.run("return [...document.querySelectorAll('#panel .links')]")) == 2
    assert len(browser.run("return [...document.querySelectorAll('#panel .links li')]")) == 8
    assert set(browser.drawn()["standing"]) == {"p0", "p1", "p2", "p3", "p4", "p5"}
    browser.run("location.hash = '#path=Firm:a,Firm:c'")
    browser.until("return document.querySelector('#panel h2').textContent === 'Firm a → Firm c'")
    assert set(browser.drawn()["standing"]) == {"p0", "p1"}


def test_the_other_end_can_be_searched_and_no_path_is_told_plainly(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    browser.keys("#search", "firm a", "\ue007")
    browser.keys("#canvas", "p")
    browser.keys("#search", "firm y", "\ue007")
    assert "No path joins Firm a and Firm y over the links shown." in browser.find("#panel").text
    assert browser.drawn()["standing"] == []
    browser.keys("#canvas", "\ue00c")
    assert not browser.find("#panel").is_displayed()
    assert standing(browser) == set("abcxdey")


def test_a_path_runs_over_visible_links_only(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    browser.run("location.hash = '#path=Firm:a,Firm:e&hide=Firm:c'")
    browser.until("return window.bubblePicture.drawn().standing.length === 4")
    assert set(browser.drawn()["standing"]) == {"p0", "p3", "p4", "p5"}


def test_a_dragged_node_stays_where_it_is_put_until_it_is_unpinned(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    before = browser.where("Firm:a")
    browser.drag("Firm:a", 60, 90)
    after = browser.where("Firm:a")
    assert after == pytest.approx((before[0] + 60, before[1] + 90), abs=4)
    assert "pin=Firm:a@" in browser.run("return location.hash")
    browser.click_on("Firm:a")
    browser.until("return document.querySelector('#do_unpin') !== null")
    browser.keys("#canvas", "u")
    assert "pin=" not in browser.run("return location.hash")
    place = "const a = window.bubblePicture.scene().nodes.find((n) => n.id === 'Firm:a'); return [a.x, a.y]"
    assert browser.run(place) == [-200, 0]
    browser.keys("#canvas", SHIFT + "\ue014")  # Shift and right
    assert browser.run(place) == [-180, 0]


def test_what_is_drawn_can_be_had_as_plain_data(chain: Path, browser: Browser) -> None:
    browser.open(chain)
    scene = browser.run("return window.bubblePicture.scene()")
    assert {node["id"] for node in scene["nodes"]} == set(chain_picture().dots)
    assert {(link["from"], link["to"]) for link in scene["links"]} == {
        (link.source, link.target) for link in chain_picture().links.values()
    }
    assert all({"x1", "y1", "x2", "y2", "bend", "width", "dash", "colour"} <= set(link) for link in scene["links"])
    assert all({"x", "y", "r", "label", "fill", "shape"} <= set(node) for node in scene["nodes"])
