"""Links between agencies."""

from __future__ import annotations

import pytest

from graph.model import Agency, BasedIn, Joins, Partnership, Programme, Under
from graph.vocabulary import Form, Role, Status
from loaders.names import Meaning
from loaders.row import CellError, Row
from loaders.sources.agency_links import agency_links, dated_page
from tests.loaders.literal import JAPAN, THAILAND, edges, everything, nodes, row

DIPROM = Agency(id="diprom", name="Department of Industrial Promotion", acronym="DIPROM")
BUBBLE = Programme(id="bubble", name="Industry Bubble")
CELLS = {
    "link_id": "P03",
    "agency": "Department of Industrial Promotion (DIPROM)",
    "agency_iso2": "TH",
    "partner": "Aichi Prefecture",
    "partner_iso2": "JP",
    "relation": "mou",
    "programme": "",
    "sectors": "SMEs; industry",
    "start": "2014-09-10",
    "status": "signed",
    "evidence_url": "https://example.org/1",
    "evidence_date": "2014-09-11",
    "evidence_note": "in Bangkok",
}


def given(**cells: str) -> Row:
    told = row({**CELLS, **cells}, (THAILAND, JAPAN, DIPROM, BUBBLE))
    for word in ("SMEs", "industry"):
        told.names.approve(Meaning(word, (), of="sector", reading="every sector, food among them"))
    return told


def partnership(**cells: str) -> Partnership:
    return next(n for n in nodes(agency_links, given(**cells)) if isinstance(n, Partnership))


def test_a_link_with_its_two_sides() -> None:
    held = partnership()
    assert (held.id, held.name, held.form, held.status) == ("P03", "mou", Form.MEMORANDUM, Status.SIGNED)
    assert (str(held.start), held.sector_words, held.note) == ("2014-09-10", ("SMEs", "industry"), "in Bangkok")
    joins = [(e.source, e.role, e.named_as) for e in edges(agency_links, given()) if isinstance(e, Joins)]
    assert joins == [
        (DIPROM.ref, Role.PARTY, "Department of Industrial Promotion (DIPROM)"),
        (Agency.at("aichi-prefecture"), Role.PARTY, "Aichi Prefecture"),
    ]


def test_a_partner_not_known_before_is_based_where_the_row_says() -> None:
    (seat,) = [e for e in edges(agency_links, given()) if isinstance(e, BasedIn)]
    assert (seat.source, seat.target) == (Agency.at("aichi-prefecture"), JAPAN.ref)


def test_a_known_programme_is_used_and_a_new_one_added() -> None:
    told = given(programme="Industry Bubble")
    assert [e.target for e in edges(agency_links, told) if isinstance(e, Under)] == [BUBBLE.ref]
    assert not any(isinstance(n, Programme) for n in nodes(agency_links, told))
    told = given(programme="Otagai Forum")
    assert [e.target for e in edges(agency_links, told) if isinstance(e, Under)] == [Programme.at("otagai-forum")]
    assert Programme(id="otagai-forum", name="Otagai Forum") in nodes(agency_links, told)
    assert partnership(programme="Otagai Forum").name == "Otagai Forum"


@pytest.mark.parametrize(
    ("relation", "form"),
    [
        ("mou", Form.MEMORANDUM),
        ("planned", Form.PROGRAMME),
        ("joint_centre", Form.TECHNICAL),
        ("member", Form.MEMBERSHIP),
        ("talks", Form.TALKS),
    ],
)
def test_forms_as_the_file_writes_them(relation: str, form: Form) -> None:
    assert partnership(relation=relation).form is form


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("framework discussed", Status.IN_TALKS),
        ("planned expansion", Status.ANNOUNCED),
        ("active 2024", Status.ACTIVE),
        ("ended", Status.ENDED),
    ],
)
def test_a_plan_is_no_deal(printed: str, status: Status) -> None:
    assert partnership(status=printed).status is status


def test_the_page_has_its_date() -> None:
    cited = dated_page(given(relation="joint_centre"))
    assert cited is not None
    assert (cited.address, str(cited.published), cited.gloss) == (
        "https://example.org/1",
        "2014-09-11",
        "joint centre; in Bangkok",
    )


@pytest.mark.parametrize(
    ("column", "cell"),
    [("relation", "marriage"), ("status", "soon"), ("start", "last year"), ("agency", ""), ("link_id", "")],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(agency_links(given(**{column: cell})))
    assert refused.value.column == column


def test_every_bundled_row_is_taken() -> None:
    report = next(r for r in everything().reports if r.loader == "agency_links")
    assert (sum(report.rows.values()), report.refused) == (10, 0)
