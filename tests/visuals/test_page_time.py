"""Links as of a day, by the rule of the questions that take a day."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph.model  # noqa: F401  the kinds register themselves
from graph.kinds import Ref
from tests.visuals.conftest import Browser
from visuals.page import write_page
from visuals.picture import Picture

LINKS = [  # id, status, since, until
    ("undated", "active", "", ""),
    ("year", "active", "2015", ""),
    ("month", "signed", "2015-06", "2018-03"),
    ("day", "completed", "2016-02-10", "2016-02-12"),
    ("over", "ended", "2010", "2014"),
    ("talks", "in talks", "2019-01-01", ""),
    ("ends-undated", "active", "", "2017"),
]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """The page of two firms with those links."""
    picture = Picture("Since when?", "ตั้งแต่เมื่อใด")
    first, second = (picture.node(Ref("Firm", name), name) for name in "ab")
    for id_, status, since, until in LINKS:
        picture.edge("PARTNERS_WITH", first, second, id=id_, status=status, since=since, until=until)
    picture.drawn_from(nodes=2, links=7, date="2020-05-20", content_hash="0" * 64)
    path = tmp_path / "page.html"
    write_page(picture, path)
    return path


def statuses(browser: Browser) -> dict[str, str]:
    """The status of each link that is drawn."""
    return {link["id"]: link["status"] for link in browser.drawn()["links"]}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2009-12-31", {"undated": "active", "ends-undated": "active"}),
        ("2010-01-01", {"undated": "active", "ends-undated": "active", "over": "active"}),
        ("2014-12-31", {"undated": "active", "ends-undated": "active", "over": "ended"}),
        (
            "2016-02-11",
            {
                "undated": "active",
                "ends-undated": "active",
                "over": "ended",
                "year": "active",
                "month": "signed",
                "day": "active",
            },
        ),
        (
            "2019-01-01",
            {
                "undated": "active",
                "ends-undated": "ended",
                "over": "ended",
                "year": "active",
                "month": "ended",
                "day": "completed",
                "talks": "in talks",
            },
        ),
    ],
)
def test_a_link_is_on_a_day_what_the_rule_says(
    day: str, expected: dict[str, str], page: Path, browser: Browser
) -> None:
    browser.open(page)
    browser.run("location.hash = '#day=' + arguments[0]", day)
    browser.until("return document.getElementById('day_shown').textContent === arguments[0]", day)
    assert statuses(browser) == expected


def test_the_slider_is_off_at_first_and_starts_at_the_day_of_the_data(page: Path, browser: Browser) -> None:
    browser.open(page)
    assert not browser.find("#day").is_enabled()
    assert "no date: 2 links" in browser.find("#time").text
    assert len(statuses(browser)) == len(LINKS)
    browser.find("#timed").click()
    assert browser.find("#day_shown").text == "2020-05-20"
    assert "as of 2020-05-20" in browser.find("#caption").text
    slider = browser.find("#day")
    assert (slider.get_attribute("min"), slider.get_attribute("max")) == (str(2010 * 12), str(2020 * 12 + 4))
    browser.keys("#day", "\ue012")  # left: a month back
    assert browser.find("#day_shown").text == "2020-04-30"
    browser.keys("#day", "\ue00f")  # page down: a year back
    assert browser.find("#day_shown").text == "2019-04-30"
    browser.keys("#day", "\ue011")  # Home
    assert browser.find("#day_shown").text == "2010-01-31"
    assert "4 links began later" in browser.find("#time").text
    browser.find("#undo").click()
    browser.until("return document.getElementById('day_shown').textContent === '2019-04-30'")
    browser.find("#timed").click()
    assert len(statuses(browser)) == len(LINKS)


def test_counts_of_the_legend_are_those_of_the_day(page: Path, browser: Browser) -> None:
    browser.open(page)
    number = "return document.querySelector(`#filters [data-value='${arguments[0]}']`).closest('li').querySelector('.number').textContent"
    assert (browser.run(number, "active"), browser.run(number, "ended")) == ("3", "1")
    browser.run("location.hash = '#day=2019-06-30'")
    browser.until("return document.getElementById('day_shown').textContent === '2019-06-30'")
    assert (browser.run(number, "active"), browser.run(number, "ended")) == ("2", "3")
