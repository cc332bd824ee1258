"""Parties, places and sectors of a partnership's row."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph.kinds import Edge, Node
from graph.model import Agency, BasedIn, Bloc, Country, Firm, Joins, Partnership, Programme, Sector, Serves, Under
from graph.vocabulary import Form, Reach, Role, Status
from loaders.names import Meaning
from loaders.row import CellError, Row
from loaders.sources.partnerships import partnerships
from tests.loaders.literal import JAPAN, THAILAND, row

RICE, MEAT = Sector(id="rice", name="Rice"), Sector(id="meat", name="Meat")
CELLS = {
    "id": "x1",
    "source_entity": "CP Foods",
    "source_kind": "firm",
    "target_entity": "Japan",
    "target_kind": "country",
    "form": "investment",
    "relation": "plant",
    "sectors": "rice",
    "start_date": "2019-04",
    "end_date": "",
    "status": "announced",
    "evidence_address": "https://example.org/1",
    "confidence": "stated",
}


def read(cells: dict[str, str], known: Iterable[Node] = (THAILAND, JAPAN, RICE, MEAT)) -> tuple[Row, list[Node | Edge]]:
    given = row({**CELLS, **cells}, known)
    given.names.approve(Meaning("rice", (RICE.ref,), of="sector", reading="sector"))
    given.names.approve(Meaning("all", (), of="sector", reading="every sector, food among them"))
    given.names.approve(Meaning("gems", (), of="sector", reading="outside food and agro-industry"))
    return given, [fact for fact in partnerships(given) if not isinstance(fact, Meaning)]


def told_partnership(cells: dict[str, str]) -> Partnership:
    return next(f for f in read(cells)[1] if isinstance(f, Partnership))


def roles(cells: dict[str, str]) -> list[Role]:
    return [f.role for f in read(cells)[1] if isinstance(f, Joins)]


def test_a_country_where_a_firm_invests_is_its_place() -> None:
    assert roles({}) == [Role.PARTY, Role.PLACE]


@pytest.mark.parametrize(
    ("cells", "second"),
    [
        ({"form": "memorandum"}, Role.PLACE),
        ({"source_kind": "agency", "form": "memorandum"}, Role.PARTY),
        ({"source_kind": "agency", "form": "matching or event"}, Role.PLACE),
        ({"source_entity": "Thailand", "source_kind": "country", "form": "matching or event"}, Role.PARTY),
        ({"source_entity": "Thailand", "source_kind": "country"}, Role.PARTY),
    ],
)
def test_when_a_country_is_a_party(cells: dict[str, str], second: Role) -> None:
    assert roles(cells)[1] is second


@pytest.mark.parametrize(
    ("words", "reach", "served"),
    [
        ("rice", Reach.NAMED, ["rice"]),
        ("rice;all", Reach.NAMED, ["rice"]),
        ("all;gems", Reach.EVERY, []),
        ("gems", Reach.OUTSIDE, []),
        ("Meat", Reach.NAMED, ["meat"]),
    ],
)
def test_sectors_are_read_from_words(words: str, reach: Reach, served: list[str]) -> None:
    facts = read({"sectors": words})[1]
    assert [f.target.id for f in facts if isinstance(f, Serves)] == served
    assert told_partnership({"sectors": words}).reach is reach


def test_an_unknown_word_is_told_and_kept() -> None:
    given, facts = read({"sectors": "ryce"})
    assert given.notices[1:] == [
        ("sectors", "unknown sector word 'ryce' (did you mean \"rice\"?); add it to taxonomy/sector_words.csv")
    ]
    kept = next(f for f in facts if isinstance(f, Partnership))
    assert (kept.sector_words, kept.reach) == (("ryce",), Reach.UNKNOWN)


def test_an_unknown_party_is_added_and_its_missing_country_told() -> None:
    given, facts = read({})
    assert next(f for f in facts if isinstance(f, Firm)) == Firm(id="cp-foods", name="CP Foods")
    assert given.notices == [("source_entity", "no country known for 'CP Foods'; add it to partnerships/parties.csv")]


def test_an_unknown_party_that_names_its_country_is_based_there() -> None:
    given, facts = read({"source_entity": "Rice Board (Thailand)", "source_kind": "agency"})
    assert next(f for f in facts if isinstance(f, Agency)).id == "rice-board-thailand"
    assert next(f for f in facts if isinstance(f, BasedIn)).target == THAILAND.ref
    assert given.notices == []


def test_an_unknown_country_is_kept_as_a_group_and_told() -> None:
    given, facts = read({"target_entity": "Mekong countries (five)"})
    assert next(f for f in facts if isinstance(f, Bloc)).name == "Mekong countries (five)"
    assert given.notices[-1][1].startswith("no country is called 'Mekong countries (five)'")


def test_two_countries_in_a_cell_are_two_parties() -> None:
    facts = read({"target_entity": "Thailand and Japan", "source_kind": "agency", "form": "agreement"})[1]
    assert [f.source for f in facts if isinstance(f, Joins)][1:] == [Country.at("THA"), Country.at("JPN")]


def test_a_programme_named_in_the_text_is_linked() -> None:
    bubble = Programme(id="bubble", name="Industry Bubble")
    facts = read({"relation": "Industry Bubble talks"}, (THAILAND, JAPAN, RICE, bubble))[1]
    assert [f.target for f in facts if isinstance(f, Under)] == [bubble.ref]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"status": "activ"},
            "status: expected one of active, signed, completed, in talks, announced, expected, disputed, ended, failed; found 'activ' (did you mean \"active\"?)",
        ),
        (
            {"start_date": "3 April 2007"},
            "start_date: expected a date as 2007-04-03, 2007-04 or 2007, found '3 April 2007'",
        ),
        (
            {"start_date": "2019-04", "end_date": "2018"},
            "end_date: expected a date not before the start 2019-04, found 2018",
        ),
        ({"source_entity": ""}, "source_entity: expected a value, found an empty cell"),
    ],
)
def test_a_bad_cell_is_told(cells: dict[str, str], said: str) -> None:
    with pytest.raises(CellError) as refused:
        read(cells)
    assert str(refused.value) == said


def test_what_a_row_says() -> None:
    told = told_partnership({})
    assert (told.name, told.form, told.status, str(told.start)) == (
        "plant",
        Form.INVESTMENT,
        Status.ANNOUNCED,
        "2019-04",
    )
