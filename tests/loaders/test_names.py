"""A name resolves only when exactly one body is known by it."""

from __future__ import annotations

import pytest

from graph.kinds import Node
from graph.model import Agency, Country, Firm, Programme
from loaders.names import Meaning, Names, slug
from tests.loaders.literal import JAPAN, THAILAND

CAMBODIA = Country(id="KHM", iso2="KH", name="Cambodia")
MAFF_JP = Agency(id="maff-jp", name="Ministry of Agriculture, Forestry and Fisheries", acronym="MAFF")
MAFF_KH = Agency(id="maff-kh", name="Ministry of Agriculture, Forestry and Fisheries", acronym="MAFF")
DIPROM = Agency(
    id="diprom",
    name="Department of Industrial Promotion",
    name_th="กรมส่งเสริมอุตสาหกรรม",
    acronym="DIPROM",
    aliases=("กสอ.",),
)


@pytest.fixture
def names() -> Names:
    known = Names()
    nodes: list[Node] = [
        THAILAND,
        JAPAN,
        CAMBODIA,
        MAFF_JP,
        MAFF_KH,
        DIPROM,
        Firm(id="f", name="DIPROM Foods"),
        Programme(id="bubble", name="Industry Bubble"),
    ]
    for node in nodes:
        known.learn(node)
    known.seat(MAFF_JP.ref, "JPN")
    known.seat(MAFF_KH.ref, "KHM")
    return known


@pytest.mark.parametrize(
    "name",
    [
        "DIPROM",
        "diprom",
        "กสอ.",
        "กสอ",
        "กรมส่งเสริมอุตสาหกรรม",
        "Department  of Industrial Promotion",
        "Department of Industrial Promotion (DIPROM)",
    ],
)
def test_one_body_by_any_of_its_names(name: str, names: Names) -> None:
    assert names.party(name, Agency) == (DIPROM.ref,)


def test_a_shared_acronym_never_resolves(names: Names) -> None:
    assert names.party("MAFF", Agency) == ()
    assert names.party("Ministry of Agriculture, Forestry and Fisheries", Agency) == ()


def test_the_country_in_brackets_tells_two_apart(names: Names) -> None:
    assert names.party("Ministry of Agriculture, Forestry and Fisheries (Cambodia)", Agency) == (MAFF_KH.ref,)
    assert names.party("Ministry of Agriculture, Forestry and Fisheries (Thailand)", Agency) == ()


def test_a_list_of_countries_is_each_of_them(names: Names) -> None:
    both = (THAILAND.ref, JAPAN.ref)
    assert names.party("Thailand and Japan", Country) == both
    assert names.party("Thailand, Japan", Country) == both
    assert names.party("Thailand and Narnia", Country) == ()


def test_a_decision_goes_before_everything(names: Names) -> None:
    names.approve(Meaning("MAFF", (MAFF_JP.ref,)))
    assert names.party("MAFF", Agency) == (MAFF_JP.ref,)


def test_the_country_within_a_name(names: Names) -> None:
    assert names.country_within("Ministry of Something (Thailand)") == THAILAND.ref
    assert names.country_within("Bank of Japan") == JAPAN.ref
    assert names.country_within("Thailand Japan Friendship Society") is None
    assert names.country_within("Nobody") is None


def test_a_programme_within_a_text(names: Names) -> None:
    assert names.within("planned extension of Industry Bubble", Programme) == [Programme.at("bubble")]
    assert names.within("online matching (Industry Bubble)", Programme) == [Programme.at("bubble")]
    assert names.within("“Industry Bubble”, a plan", Programme) == [Programme.at("bubble")]
    assert names.within("industry bubbles", Programme) == []


@pytest.mark.parametrize(
    ("name", "made"), [("Café & Söhne (Ltd.)", "cafe-sohne-ltd"), ("บ้านบึงโมเดล", "บ้านบึงโมเดล"), ("...", "unnamed")]
)
def test_ids_made_of_names(name: str, made: str) -> None:
    assert slug(name) == made
