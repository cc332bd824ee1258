"""Adding what a row told to the facts, each with the row's evidence, the source it was read in, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from graph.facts import Fact, Facts, Origin, Place
from graph.kinds import Edge, Node
from graph.model import BasedIn, Evidence, EvidencedBy, Partnership, ReadIn, Source
from graph.vocabulary import Confidence
from loaders.loader import Citation
from loaders.names import Meaning, Names
from loaders.row import Row
from loaders.sidecar import Sidecar

_EVIDENCED = EvidencedBy.joins()[0]
_OF_A_WHOLE_FILE = "the row with the same keys as the fact (country, year, product)"


@dataclass
class Stamper:
    """Stamps the facts of one file; with `bulk` the whole file is one piece of evidence."""

    facts: Facts
    names: Names
    sidecar: Sidecar
    bulk: bool
    given: set[tuple[str, str]]

    def stamp(self, row: Row, told: Iterable[Fact | Meaning], citation: Citation | None) -> None:
        """Add what a row told. A fact that breaks its own declaration is a mistake of the loader: TypeError."""
        origin = Origin(row.place, self.sidecar.rank, {} if self.bulk else row.cells)
        cited = citation or Citation(confidence=Confidence.STATED)
        if not (self.bulk and row.evidence in self.facts.nodes):
            self._add_evidence(row, cited, origin)
        for fact in told:
            if isinstance(fact, Meaning):
                self.names.approve(fact)
                continue
            wrong = fact.wrong()
            if wrong:
                raise TypeError(f"{row.place}: {fact.kind}.{wrong}")
            if isinstance(fact, Edge):
                self._add_edge(fact, row, cited, origin)
            else:
                self._add_node(fact, row, cited, origin)

    def _add_evidence(self, row: Row, cited: Citation, origin: Origin) -> None:
        evidence = Evidence(
            id=row.evidence.id,
            name=row.evidence.id,
            gloss=cited.gloss,
            locator=_OF_A_WHOLE_FILE if self.bulk else cited.locator,
            recorded_in=row.file if self.bulk else str(row.place),
            speaker=cited.speaker,
            confidence=cited.confidence,
            dated=cited.published,
            recorded_on=self.sidecar.source.accessed,
            note=cited.note,
        )
        self.facts.add(evidence, Origin(Place(row.file), self.sidecar.rank) if self.bulk else origin)
        source = self.sidecar.source
        if cited.address:
            source = Source(
                id=cited.address,
                name=cited.title or cited.address,
                address=cited.address,
                language=cited.language,
                publisher=cited.publisher,
                accessed=self.sidecar.source.accessed,
            )
            self.facts.add(source, origin)
        read_in = ReadIn(source=evidence.ref, target=source.ref, confidence=cited.confidence, evidence=(evidence.id,))
        self.facts.add(read_in, origin)

    def _add_edge(self, edge: Edge, row: Row, cited: Citation, origin: Origin) -> None:
        if isinstance(edge, BasedIn):
            self.names.seat(edge.source, edge.target.id)
        changes: dict[str, Any] = {} if edge.evidence else {"evidence": (row.evidence.id,)}
        if edge.confidence is None:
            changes["confidence"] = cited.confidence
        stamped = replace(edge, **changes) if changes else edge
        if self.bulk:
            self.given.add((stamped.kind, stamped.id))
        self.facts.add(stamped, origin)

    def _add_node(self, node: Node, row: Row, cited: Citation, origin: Origin) -> None:
        self.names.learn(node)
        if isinstance(node, Partnership):
            node = replace(
                node, evidence=(*node.evidence, row.evidence.id), confidence=node.confidence or cited.confidence
            )
        self.facts.add(node, origin)
        if node.kind in _EVIDENCED:
            # What this row says of the status stays with its evidence, whatever another row of the event says.
            link = EvidencedBy(
                source=node.ref,
                target=row.evidence,
                status=node.status if isinstance(node, Partnership) else None,
                confidence=cited.confidence,
                evidence=(row.evidence.id,),
            )
            self._add_edge(link, row, cited, origin)
