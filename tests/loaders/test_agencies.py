"""Agencies and the tree they stand in."""

from __future__ import annotations

import pytest

from graph.kinds import Node
from graph.model import Agency, BasedIn, NamedIn, PartOf
from graph.vocabulary import Confidence
from loaders.row import CellError, Row
from loaders.sources.agencies import agencies, agency_page, agency_parents
from tests.loaders.literal import JAPAN, THAILAND, edges, nodes, row

DIPROM = {
    "id": "org:diprom",
    "acronym": "DIPROM",
    "name_en": "Department of Industrial Promotion",
    "name_native": "กรมส่งเสริมอุตสาหกรรม",
    "iso2": "TH",
    "role": "SME promotion",
    "kind": "industrial/SME promotion",
    "parent": "Ministry of Industry",
    "website": "https://www.diprom.go.th",
    "evidence_url": "https://example.org/1",
    "evidence_level": "named in a stored page (evidence_url)",
}
MINISTRY = Agency(id="th-moi", name="Ministry of Industry")
OTHER = Agency(id="kh-moi", name="Ministry of Industry")


def test_an_agency_with_its_names_and_seat() -> None:
    assert nodes(agencies, row(DIPROM)) == [
        Agency(
            id="diprom",
            name="Department of Industrial Promotion",
            name_th="กรมส่งเสริมอุตสาหกรรม",
            native_name="กรมส่งเสริมอุตสาหกรรม",
            acronym="DIPROM",
            form="industrial/SME promotion",
            duty="SME promotion",
            parent_name="Ministry of Industry",
            website="https://www.diprom.go.th",
        )
    ]
    named, seat = edges(agencies, row(DIPROM))
    assert isinstance(named, NamedIn)
    assert (named.source_id, named.named_as) == ("org:diprom", "Department of Industrial Promotion")
    assert isinstance(seat, BasedIn)
    assert (seat.source, seat.target) == (Agency.at("diprom"), THAILAND.ref)


def test_only_a_thai_agencys_own_name_is_thai() -> None:
    (jetro,) = nodes(
        agencies,
        row({**DIPROM, "id": "org:jetro", "name_en": "JETRO", "name_native": "日本貿易振興機構", "iso2": "JP"}),
    )
    assert isinstance(jetro, Agency)
    assert (jetro.name_th, jetro.native_name) == ("", "日本貿易振興機構")


def test_an_agency_of_several_states_has_no_seat() -> None:
    assert [type(e) for e in edges(agencies, row({**DIPROM, "iso2": ""}))] == [NamedIn]


@pytest.mark.parametrize(
    ("level", "confidence", "note"),
    [
        ("named in a stored page (evidence_url)", Confidence.STATED, "supports the name only"),
        ("general knowledge", Confidence.GENERAL, "general knowledge"),
        ("", Confidence.GENERAL, ""),
    ],
)
def test_a_row_written_from_general_knowledge_says_so(level: str, confidence: Confidence, note: str) -> None:
    cited = agency_page(row({**DIPROM, "evidence_level": level}))
    assert cited is not None
    assert (cited.address, cited.confidence, cited.note) == ("https://example.org/1", confidence, note)


def seated(*known: tuple[Node, str]) -> Row:
    given = row(DIPROM, [THAILAND, JAPAN, *(node for node, _ in known)])
    given.names.seat(Agency.at("diprom"), "THA")
    for node, country in known:
        given.names.seat(node.ref, country)
    return given


def test_the_parent_is_the_one_agency_of_that_name_in_the_same_country() -> None:
    (branch,) = edges(agency_parents, seated((OTHER, "KHM"), (MINISTRY, "THA")))
    assert isinstance(branch, PartOf)
    assert (branch.source, branch.target, branch.confidence) == (
        Agency.at("diprom"),
        Agency.at("th-moi"),
        Confidence.GENERAL,
    )


def test_a_parent_that_may_be_two_or_none_is_not_guessed() -> None:
    assert edges(agency_parents, seated((OTHER, "THA"), (MINISTRY, "THA"))) == []
    assert edges(agency_parents, seated((OTHER, "KHM"))) == []


@pytest.mark.parametrize(("column", "cell"), [("id", ""), ("name_en", ""), ("kind", ""), ("iso2", "XX")])
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(agencies(row({**DIPROM, column: cell})))
    assert refused.value.column == column
