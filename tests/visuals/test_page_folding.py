"""Groups folded into one node, their links bundled: by mouse, by keys and by buttons, with nothing lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.kinds import Ref
from tests.visuals.conftest import Browser
from tests.visuals.drawn import small_picture
from visuals.arrangements import Around, Stack
from visuals.page import write_page
from visuals.picture import Picture, Text


def folded_picture() -> Picture:
    """The small picture with two more bodies in Japan and a link of three sides, opened folded but for DIPROM."""
    picture = small_picture()
    keys = [
        picture.node(Ref("Firm", name), name, group=group)
        for name, group in (("sushi", "JPN"), ("miso", "JPN"), ("rice", "THA"))
    ]
    for first, second in ((0, 1), (0, 2), (1, 2)):
        picture.edge("PARTNERS_WITH", keys[first], keys[second], id="p-three", status="active")
    picture.edge("PARTNERS_WITH", keys[2], "Firm:kiwi", id="p-one", status="active")
    picture.open_folded(["JPN", "THA", "nowhere"], apart=["Agency:diprom"])
    return picture


@pytest.fixture
def folded(tmp_path: Path) -> Path:
    """The page of that picture."""
    path = tmp_path / "folded.html"
    write_page(folded_picture(), path)
    return path


def test_it_opens_as_the_picture_says(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    drawn = browser.drawn()
    assert drawn["folds"] == ["Country:THA", "Country:JPN"]
    assert "Agency:diprom" in drawn["nodes"]
    assert not {"Agency:jetro", "Firm:sushi", "Firm:rice"} & set(drawn["nodes"])
    assert "2 groups folded" in browser.find("#caption").text
    assert browser.complaints() == []


def test_a_bundle_holds_the_links_of_one_status_between_two_ends(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    lines = [line for line in browser.drawn()["lines"] if line["bundle"]]
    wanted: Counter[tuple[str, ...]] = Counter()
    ids: dict[tuple[str, ...], set[str]] = {}
    picture = folded_picture()

    def end(key: str) -> str:
        group = picture.dots[key].group
        return f"Country:{group}" if group in ("JPN", "THA") and key != "Agency:diprom" else key

    for link in picture.links.values():
        ends = sorted((end(link.source), end(link.target)))
        if ends[0] != ends[1] and any(key.startswith("Country") for key in ends):
            ids.setdefault((*ends, link.status), set()).add(link.id)
    wanted.update({key: len(found) for key, found in ids.items()})
    assert {(n["from"], n["to"], n["status"]): n["count"] for n in lines} == wanted
    three = next(n for n in lines if {n["from"], n["to"]} == {"Country:JPN", "Country:THA"})
    assert three["count"] == 1, "a link of three sides is one link"


def test_every_line_of_the_data_is_drawn_or_lies_inside_a_fold(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    drawn = Counter((k["id"], k["from"], k["to"]) for k in browser.drawn()["links"])
    inside = Counter({("p-three", "Firm:sushi", "Firm:miso"): 1})
    assert drawn + inside == Counter((k.id, k.source, k.target) for k in folded_picture().links.values())
    browser.find("#open_all").click()
    assert Counter((k["id"], k["from"], k["to"]) for k in browser.drawn()["links"]) == drawn + inside


def test_wider_means_more_and_lines_of_one_pair_lie_apart(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    browser.find("#fold_all").click()
    lines = browser.drawn()["lines"]
    active = sorted((n for n in lines if n["status"] == "active"), key=lambda n: n["count"])
    assert active[0]["count"] < active[-1]["count"]
    assert active[0]["width"] < active[-1]["width"]
    pair = [n for n in lines if {n["from"], n["to"]} == {"Country:JPN", "Country:THA"}]
    assert len(pair) > 3
    assert len({round(n["bend"], 3) for n in pair}) == len(pair)


def test_a_double_click_opens_and_folds(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    browser.double_click("Country:JPN")
    browser.until("return !window.bubblePicture.drawn().folds.includes('Country:JPN')")
    assert {"Agency:jetro", "Firm:sushi", "Firm:miso"} <= set(browser.drawn()["nodes"])
    browser.double_click("Firm:sushi")
    browser.until("return window.bubblePicture.drawn().folds.includes('Country:JPN')")


def test_the_panel_and_the_space_key_open_and_fold(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    browser.keys("#search", "Japan", "\ue007")
    assert "Folded: 3 bodies" in browser.find("#panel").text
    browser.find("#do_fold").click()
    assert "Country:JPN" not in browser.drawn()["folds"]
    browser.keys("#search", "sushi", "\ue007")
    browser.find("#do_fold").click()
    assert "Country:JPN" in browser.drawn()["folds"]
    assert browser.find("#panel h2").text == "Japan", "what was chosen inside gives way to its group"
    browser.keys("#canvas", " ")
    assert "Country:JPN" not in browser.drawn()["folds"]
    assert "Japan is open" in browser.run("return document.getElementById('say').textContent")


def test_search_draws_a_body_of_a_folded_group_by_itself(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    browser.keys("#search", "miso", "\ue007")
    drawn = browser.drawn()
    assert "Firm:miso" in drawn["nodes"]
    assert "Country:JPN" in drawn["folds"]


def test_a_click_on_a_bundle_lists_its_links(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    bundle = max((n for n in browser.drawn()["lines"] if n["bundle"]), key=lambda n: n["count"])
    at = browser.run("return window.bubblePicture.whereLine(arguments[0], 0.5)", bundle["id"])
    browser.click_at(at["x"], at["y"])
    browser.until("return document.querySelectorAll('#panel .links li').length > 0")
    assert f"Links ({bundle['count']})" in browser.find("#panel").text
    browser.run("document.querySelector('#panel .links button').click()")
    assert browser.find("#panel .evidence, #panel .quiet").is_displayed()


def test_a_picture_without_groups_has_no_fold_buttons(tmp_path: Path, browser: Browser) -> None:
    picture = Picture("Firms?", "บริษัท")
    first, second = (picture.node(Ref("Firm", name), name) for name in "ab")
    picture.edge("PARTNERS_WITH", first, second, id="p")
    picture.open_folded(["JPN"])
    write_page(picture, tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    assert not browser.find("#open_all").is_displayed()
    assert len(browser.drawn()["links"]) == 1


NOTES = {
    "note_width": "a line bundles",
    "note_pale": "has no part",
    "note_fold": "a folded group",
    "shape_note": "more links",
}


def notes(browser: Browser) -> set[str]:
    """The notes that the legend shows now."""
    return set(
        browser.run(
            "return [...document.querySelectorAll('#filters [data-note]')].filter(n => !n.hidden).map(n => n.dataset.note)"
        )
    )


def test_the_legend_tells_of_bundles_and_folds_only_while_there_are_some(folded: Path, browser: Browser) -> None:
    browser.open(folded)
    browser.find("#fold_all").click()
    assert notes(browser) >= {"note_width", "note_fold", "shape_note"}
    told = browser.find("#filters").text
    assert all(NOTES[name] in told for name in notes(browser))
    browser.find("#open_all").click()
    assert notes(browser) == {"shape_note"}
    assert not any(words in browser.find("#filters").text for name, words in NOTES.items() if name != "shape_note")
    browser.find("#language").click()
    assert notes(browser) == {"shape_note"}, "the legend is built anew in the other language"


@pytest.fixture
def arranged(tmp_path: Path) -> Path:
    """The page of a picture whose view put its nodes into boxes by country."""
    picture = small_picture()
    keys: dict[str, list[str]] = {}
    for key, dot in picture.dots.items():
        keys.setdefault(dot.group or "none", []).append(key)
    stacks = [Stack(Text(group), tuple(some)) for group, some in keys.items()]
    picture.arrange(Around(stacks[0], [stacks[1:]]))
    path = tmp_path / "arranged.html"
    write_page(picture, path)
    return path


def test_an_arranged_picture_has_no_notes_or_buttons_of_folding(arranged: Path, browser: Browser) -> None:
    browser.open(arranged)
    assert notes(browser) == {"shape_note"}
    assert not browser.find("#fold_all").is_displayed()
    assert not browser.find("#open_all").is_displayed()
    browser.keys("#search", "JETRO", "\ue007")
    assert browser.driver.find_elements("css selector", "#do_fold") == []
    browser.find("#help_open").click()
    told = browser.find("#help").text
    assert "Fold" not in told
    assert "fold" not in told


def test_no_key_double_click_or_address_folds_an_arranged_picture(arranged: Path, browser: Browser) -> None:
    browser.open(arranged)
    before = browser.drawn()["nodes"]
    for key in (" ", "f", "g"):
        browser.keys("#search", "Japan", "\ue007")
        browser.keys("#canvas", key)
        assert browser.drawn()["folds"] == []
    browser.double_click("Country:JPN")
    browser.double_click("Agency:jetro")
    assert browser.drawn()["folds"] == []
    assert browser.drawn()["nodes"] == before
    browser.run("location.hash = 'fold=JPN'")
    browser.until("return !document.getElementById('notice').hidden")
    assert browser.drawn()["folds"] == []
    assert browser.complaints() == []
