"""Facts that nobody looked up are kept apart as general knowledge."""

from __future__ import annotations

from graph.kinds import Edge, Node
from graph.model import Agency, Agreement, BasedIn, Bloc, Joins, MemberOf, Partnership, PartOf, PartyTo
from graph.vocabulary import Confidence, Form, Status
from loaders.sources.general_knowledge import general_knowledge
from tests.loaders.literal import CHINA, JAPAN, THAILAND, edges, everything, nodes, row

RCEP, ASEAN = Agreement(id="rcep", name="RCEP"), Bloc(id="asean", name="ASEAN")
MOI = Agency(id="th-moi", name="Ministry of Industry")
DIPROM = Agency(id="diprom", name="DIPROM")
CELLS = {
    "source_entity": "Japan",
    "source_kind": "country",
    "target_entity": "RCEP",
    "target_kind": "agreement",
    "relation": "signed",
    "start_date": "2020-11-15",
    "status": "signed",
    "confidence": "general knowledge",
}


def told(cells: dict[str, str]) -> tuple[list[Node], list[Edge]]:
    known = (THAILAND, JAPAN, CHINA, RCEP, ASEAN, MOI, DIPROM)
    given = row({**CELLS, **cells}, known)
    return nodes(general_knowledge, given), edges(general_knowledge, given)


def test_who_signed() -> None:
    assert told({})[0] == []
    (edge,) = told({})[1]
    assert isinstance(edge, PartyTo)
    assert (edge.source, edge.target, str(edge.signed), edge.in_force) == (JAPAN.ref, RCEP.ref, "2020-11-15", None)


def test_since_when_it_binds() -> None:
    (edge,) = told({"relation": "member, entry into force", "start_date": "2022-01-01", "status": "active"})[1]
    assert isinstance(edge, PartyTo)
    assert (edge.signed, str(edge.in_force), edge.status) == (None, "2022-01-01", Status.ACTIVE)


def test_a_doubtful_member_has_no_date_and_is_disputed() -> None:
    relation = "signatory; in force only toward parties that accept its instrument"
    (edge,) = told({"relation": relation, "status": "active", "note": "contested"})[1]
    assert isinstance(edge, PartyTo)
    assert (edge.in_force, edge.status, edge.note) == (None, Status.DISPUTED, f"{relation}; contested")


def test_who_is_a_member_of_a_group() -> None:
    (edge,) = told({"relation": "member", "target_entity": "ASEAN", "target_kind": "bloc", "status": "active"})[1]
    assert isinstance(edge, MemberOf)
    assert (edge.source, edge.target, edge.status) == (JAPAN.ref, ASEAN.ref, Status.ACTIVE)


def test_what_is_part_of_what() -> None:
    body = {"relation": "part of", "source_entity": "DIPROM", "source_kind": "agency", "status": "active"}
    (branch,) = told({**body, "target_entity": "Ministry of Industry", "target_kind": "ministry"})[1]
    assert isinstance(branch, PartOf)
    assert (branch.source, branch.target) == (DIPROM.ref, MOI.ref)
    (seat,) = told({**body, "target_entity": "Thailand", "target_kind": "country"})[1]
    assert isinstance(seat, BasedIn)
    assert (seat.source, seat.target) == (DIPROM.ref, THAILAND.ref)
    assert told({**body, "target_entity": "DIPROM", "target_kind": "agency"}) == ([], [])


def test_anything_else_is_a_partnership_of_its_own() -> None:
    cells = {"target_entity": "China", "target_kind": "country", "relation": "free trade agreement", "status": "active"}
    (partnership,) = told(cells)[0]
    assert isinstance(partnership, Partnership)
    assert (partnership.id, partnership.form, partnership.status) == (
        "gk-japan-china-free-trade-agreement",
        Form.AGREEMENT,
        Status.ACTIVE,
    )
    assert [e.source for e in told(cells)[1] if isinstance(e, Joins)] == [JAPAN.ref, CHINA.ref]
    (talks,) = told({**cells, "relation": "negotiations of an agreement", "status": "in talks"})[0]
    assert isinstance(talks, Partnership)
    assert talks.form is Form.TALKS


def test_every_bundled_row_is_taken_and_marked() -> None:
    gathered = everything()
    report = next(r for r in gathered.reports if r.loader == "general_knowledge")
    assert (sum(report.rows.values()), report.refused) == (71, 0)
    unsure = [n for n in gathered.facts.nodes.values() if isinstance(n, Partnership) and n.id.startswith("gk-")]
    assert len(unsure) > 20
    assert {n.confidence for n in unsure} == {Confidence.GENERAL}
