"""Every fact of a row carries the row's evidence, and every edge of the bundled graph a piece that is there."""

from __future__ import annotations

import pytest

from graph.facts import Facts
from graph.model import Agency, BasedIn, Country, Evidence, EvidencedBy, Partnership, ReadIn, Source
from graph.vocabulary import Confidence, Form, Status
from loaders.loader import Citation
from loaders.names import Names
from loaders.sidecar import Sidecar
from loaders.stamping import Stamper
from tests.built import bundled
from tests.loaders.literal import THAILAND, row

FILE = Source(id="x.csv", name="A table")
AGENCY = Agency(id="a", name="A")
TALKS = Partnership(id="p", form=Form.TALKS, status=Status.IN_TALKS)


def stamped(*told: object, citation: Citation | None = None, bulk: bool = False) -> Facts:
    facts = Facts()
    stamper = Stamper(facts, Names(), Sidecar(FILE), bulk, set())
    stamper.stamp(row({}), list(told), citation)  # type: ignore[arg-type]
    return facts


def test_a_row_without_a_page_was_read_in_its_file() -> None:
    facts = stamped(AGENCY)
    evidence = facts.nodes[Evidence.at("x/2")]
    assert isinstance(evidence, Evidence)
    assert (evidence.recorded_in, evidence.confidence) == ("x.csv:2", Confidence.STATED)
    assert [(e.source, e.target) for e in facts.edges_of(ReadIn)] == [(evidence.ref, FILE.ref)]


def test_a_row_with_a_page_was_read_there() -> None:
    page = Citation(address="https://e.org", title="A page", gloss="talks", speaker="N", confidence=Confidence.INFERRED)
    facts = stamped(TALKS, citation=page)
    assert facts.nodes[Source.at("https://e.org")].name == "A page"
    (read,) = facts.edges_of(ReadIn)
    assert (read.target, read.confidence) == (Source.at("https://e.org"), Confidence.INFERRED)
    evidence = facts.nodes[Evidence.at("x/2")]
    assert isinstance(evidence, Evidence)
    assert (evidence.gloss, evidence.speaker, evidence.confidence) == ("talks", "N", Confidence.INFERRED)


def test_an_edge_takes_the_rows_evidence_and_confidence_unless_it_has_its_own() -> None:
    seat = BasedIn(source=AGENCY.ref, target=THAILAND.ref)
    sure = Citation(confidence=Confidence.GENERAL)
    (edge,) = stamped(AGENCY, seat, citation=sure).edges_of(BasedIn)
    assert (edge.evidence, edge.confidence) == (("x/2",), Confidence.GENERAL)
    own = BasedIn(source=AGENCY.ref, target=THAILAND.ref, evidence=("y/1",), confidence=Confidence.INFERRED)
    (edge,) = stamped(AGENCY, own, citation=sure).edges_of(BasedIn)
    assert (edge.evidence, edge.confidence) == (("y/1",), Confidence.INFERRED)


def test_a_partnership_is_evidenced_by_its_row_and_an_agency_only_named() -> None:
    facts = stamped(TALKS, AGENCY)
    held = facts.nodes[TALKS.ref]
    assert isinstance(held, Partnership)
    assert (held.evidence, held.confidence) == (("x/2",), Confidence.STATED)
    assert [(e.source, e.target.id, e.evidence) for e in facts.edges_of(EvidencedBy)] == [(TALKS.ref, "x/2", ("x/2",))]


def test_a_whole_file_may_be_one_piece_of_evidence() -> None:
    evidence = stamped(AGENCY, bulk=True).nodes[Evidence.at("x/2")]
    assert isinstance(evidence, Evidence)
    assert (evidence.recorded_in, evidence.locator) == (
        "x.csv",
        "the row with the same keys as the fact (country, year, product)",
    )


def test_a_loader_that_breaks_the_declaration_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match=r"^x.csv:2: Country.id: must not be empty$"):
        stamped(Country(id=""))


def test_every_edge_of_the_graph_rests_on_evidence_that_is_there_and_says_how_sure_it_is() -> None:
    """No kind is excepted: derived edges carry their partnership's, and READ_IN names its own start."""
    facts = bundled().made.gathered.facts
    known = {ref.id for ref in facts.nodes if ref.kind == Evidence.kind}
    wrong = [
        f"{kind} {edge.id}"
        for (kind, _), edge in facts.edges.items()
        if not edge.evidence or not known.issuperset(edge.evidence) or edge.confidence is None
    ]
    assert wrong == []
    assert len(facts.edges) > 39_000


def test_every_figure_partnership_enquiry_and_programme_is_evidenced() -> None:
    facts = bundled().made.gathered.facts
    evidenced = {e.source for e in facts.edges_of(EvidencedBy)}
    kinds = set(EvidencedBy.joins()[0])
    assert kinds == {"Partnership", "Programme", "Observation", "Enquiry"}
    assert [str(ref) for ref in facts.nodes if ref.kind in kinds and ref not in evidenced] == []


def test_every_piece_of_evidence_was_read_in_one_source() -> None:
    facts = bundled().made.gathered.facts
    read = [e.source for e in facts.edges_of(ReadIn)]
    assert sorted(read) == sorted(ref for ref in facts.nodes if ref.kind == Evidence.kind)
