"""Joint ventures, stakes and purchases between food firms."""

from __future__ import annotations

import pytest

from graph.model import BasedIn, Firm, Joins, Partnership, Sector, Serves
from graph.vocabulary import Form, Role, Status
from loaders.row import CellError, Row
from loaders.sources.firm_links import firm_links
from tests.loaders.literal import CHINA, JAPAN, THAILAND, edges, everything, nodes, row

CELLS = {
    "link_id": "L01",
    "source_firm": "Itochu Corporation",
    "source_iso2": "JP",
    "target_firm": "C.P. Pokphand Co. Ltd.",
    "target_iso2": "CN",
    "relation": "minority_stake",
    "vehicle": "C.P. Pokphand",
    "stake_pct": "25",
    "amount": "HKD 6.6bn",
    "start": "2014-07-24",
    "end": "2025-04-21",
    "status": "ended",
    "food_segment": "animal feed",
    "isic4": "1080|1010",
    "evidence_url": "https://example.org/1",
    "evidence_date": "2014-07-24",
    "evidence_note": "a stake",
}


def given(**cells: str) -> Row:
    return row({**CELLS, **cells}, (THAILAND, JAPAN, CHINA, Sector(id="feed", name="animal feed")))


def partnership(**cells: str) -> Partnership:
    return next(n for n in nodes(firm_links, given(**cells)) if isinstance(n, Partnership))


def test_who_holds_what_of_whom() -> None:
    held = partnership()
    assert (held.id, held.name, held.form, held.status) == ("L01", "minority stake (25%)", Form.EQUITY, Status.ENDED)
    assert (held.stake_pct, held.amount, held.vehicle) == (25.0, "HKD 6.6bn", "C.P. Pokphand")
    assert (str(held.start), str(held.until), held.isic) == ("2014-07-24", "2025-04-21", ("1080", "1010"))
    told = edges(firm_links, given())
    assert [(e.source.id, e.role) for e in told if isinstance(e, Joins)] == [
        ("itochu-corporation", Role.PARTY),
        ("c-p-pokphand-co-ltd", Role.PARTY),
    ]
    assert {(e.source.id, e.target.id) for e in told if isinstance(e, BasedIn)} == {
        ("itochu-corporation", "JPN"),
        ("c-p-pokphand-co-ltd", "CHN"),
    }
    assert [e.target.id for e in told if isinstance(e, Serves)] == ["feed"]


def test_no_stake_is_not_zero() -> None:
    held = partnership(stake_pct="", relation="joint_venture")
    assert (held.name, held.stake_pct) == ("joint venture", None)
    assert partnership(stake_pct="18.8").name == "minority stake (18.8%)"


@pytest.mark.parametrize(
    ("relation", "form"),
    [
        ("minority_stake", Form.EQUITY),
        ("acquisition", Form.EQUITY),
        ("joint_venture", Form.JOINT_VENTURE),
        ("subsidiary", Form.INVESTMENT),
    ],
)
def test_forms_as_the_file_writes_them(relation: str, form: Form) -> None:
    assert partnership(relation=relation).form is form


@pytest.mark.parametrize(
    ("printed", "status", "note"),
    [
        ("active_at_source", Status.ACTIVE, "a stake; status in the file: active_at_source"),
        ("reported", Status.ANNOUNCED, "a stake; status in the file: reported"),
        ("ended: bought out", Status.ENDED, "a stake; status in the file: ended: bought out"),
        ("approved by Beingmate board", Status.ANNOUNCED, "a stake; status in the file: approved by Beingmate board"),
        ("completed", Status.COMPLETED, "a stake"),
    ],
)
def test_a_report_or_an_approval_is_no_deal_and_the_files_word_is_kept(printed: str, status: Status, note: str) -> None:
    held = partnership(status=printed)
    assert (held.status, held.note) == (status, note)


@pytest.mark.parametrize(
    ("column", "cell"),
    [("relation", "love"), ("status", "maybe"), ("stake_pct", "a quarter"), ("end", "2013"), ("source_firm", "")],
)
def test_a_wrong_cell_is_refused_with_its_column(column: str, cell: str) -> None:
    with pytest.raises(CellError) as refused:
        list(firm_links(given(**{column: cell})))
    assert refused.value.column == ("end_date" if column == "end" else column)


def test_an_unknown_segment_is_told_under_its_own_column() -> None:
    told = given(food_segment="anmal feed")
    list(firm_links(told))
    assert [n for n in told.notices if n[0] == "food_segment"] == [
        ("food_segment", "unknown sector word 'anmal feed'; add it to taxonomy/sector_words.csv")
    ]


def test_one_firm_has_one_node_whichever_file_names_it() -> None:
    facts = everything().facts
    sides = {e.source for e in facts.edges_of(Joins) if e.target.id in ("L01", "L02")}
    assert {ref.kind for ref in sides} == {Firm.kind}
    report = next(r for r in everything().reports if r.loader == "firm_links")
    assert (sum(report.rows.values()), report.refused) == (20, 0)
