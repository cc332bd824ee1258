"""Cells read into typed values, each refusal naming its column and the nearest known word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.dates import read_date
from graph.model import Country, Sector
from graph.vocabulary import Status
from loaders.row import CellError, Row
from tests.loaders.literal import JAPAN, THAILAND, row

KNOWN = (THAILAND, JAPAN, Sector(id="rice"))
CELLS = {
    "text": "a",
    "empty": "",
    "list": " a ; ;b;",
    "bars": "1080|1010",
    "date": "2020-07",
    "thousands": "1,234.5",
    "zero": "0",
    "whole": "12.0",
    "yes": "YES",
    "no": "0",
    "status": "in talks",
    "odd": "framework discussed",
    "iso2": "TH",
    "iso3": "JPN",
    "country": "thailand",
}


@pytest.fixture
def given() -> Row:
    return row(CELLS, KNOWN)


def test_cells_as_values(given: Row) -> None:
    assert (given.text("text"), given.optional("empty"), given.optional("not there")) == ("a", "", "")
    assert (given.parts("list"), given.parts("bars", sep="|"), given.parts("empty")) == (
        ("a", "b"),
        ("1080", "1010"),
        (),
    )
    assert given.date("date") == read_date("2020-07")
    assert given.number("thousands") == 1234.5
    assert (given.integer("whole"), given.integer("zero"), given.required_integer("zero")) == (12, 0, 0)
    assert (given.boolean("yes"), given.boolean("no")) == (True, False)
    assert given.word("status", Status) is Status.IN_TALKS
    assert given.word("odd", Status, {"framework discussed": Status.IN_TALKS}) is Status.IN_TALKS
    assert [given.country(column) for column in ("iso2", "iso3", "country")] == [THAILAND.ref, JAPAN.ref, THAILAND.ref]
    assert given.known("sector", Sector.at("rice")) == Sector.at("rice")


def test_nothing_is_not_zero(given: Row) -> None:
    assert [given.number("empty"), given.integer("empty"), given.date("empty"), given.boolean("empty")] == [None] * 4


@pytest.mark.parametrize(
    ("cell", "read", "said"),
    [
        ("", lambda r: r.text("x"), "x: expected a value, found an empty cell"),
        ("", lambda r: r.required_integer("x"), "x: expected a value, found an empty cell"),
        ("03/04/2007", lambda r: r.date("x"), "x: expected a date as 2007-04-03, 2007-04 or 2007, found '03/04/2007'"),
        ("12%", lambda r: r.number("x"), "x: expected a number as 12.5, found '12%'"),
        ("nan", lambda r: r.number("x"), "x: expected a number as 12.5, found 'nan'"),
        ("1e999", lambda r: r.number("x"), "x: expected a number as 12.5, found '1e999'"),
        ("1.5", lambda r: r.integer("x"), "x: expected a whole number, found '1.5'"),
        ("1e300", lambda r: r.integer("x"), "x: expected a whole number, found '1e300'"),
        ("perhaps", lambda r: r.boolean("x"), "x: expected True or False, found 'perhaps'"),
        (
            "activ",
            lambda r: r.word("x", Status),
            "x: expected one of active, signed, completed, in talks, announced, expected, disputed, ended, failed; found 'activ' (did you mean \"active\"?)",
        ),
        (
            "Thailnd",
            lambda r: r.country("x"),
            "x: expected an ISO 3166 country code, found 'Thailnd' (did you mean \"thailand\"?)",
        ),
        (
            "ryce",
            lambda r: r.known("x", Sector.at(r.text("x"))),
            'x: no Sector has the id ryce (did you mean "rice"?); correct it or add that Sector',
        ),
    ],
)
def test_a_cell_that_cant_be_taken_is_told(cell: str, read: Callable[[Row], Any], said: str) -> None:
    with pytest.raises(CellError) as refused:
        read(row({"x": cell}, KNOWN))
    assert str(refused.value) == said


def test_what_is_told_of_a_row_that_is_taken(given: Row) -> None:
    given.tell("status", "odd")
    assert given.notices == [("status", "odd")]
    assert str(given.place) == "x.csv:2"


def test_a_country_nobody_told_of_is_none() -> None:
    with pytest.raises(CellError):
        row({"x": "KR"}, KNOWN).country("x")
    assert row({"x": "KR"}, (Country(id="KOR", iso2="KR"),)).country("x") == Country.at("KOR")


def test_what_a_cell_holds_cant_command_a_terminal() -> None:
    with pytest.raises(CellError) as refused:
        row({"x": "1\x1b[31m\u202e"}).number("x")
    assert str(refused.value).isprintable()
