"""What a run of the loaders gathered, and what each file gave."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.facts import Facts, Problem, Severity


@dataclass
class FileReport:
    """What one file gave: rows read, taken and refused, by section where the file has several.

    evidence: the ids of its rows' evidence by section; given: for a bulk file, the kind and id of each edge it told.
    """

    shown: str
    loader: str
    rows: dict[str, int] = field(default_factory=dict[str, int])
    refused: int = 0
    corrected: int = 0
    own: bool = False
    bulk: bool = False
    evidence: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    given: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    notices: dict[tuple[str, str], list[int]] = field(default_factory=dict[tuple[str, str], list[int]])


@dataclass
class Gathered:
    """Everything the loaders told: the facts, a report for each file, and the rows that could not be taken."""

    facts: Facts = field(default_factory=Facts)
    reports: list[FileReport] = field(default_factory=list[FileReport])
    rejects: dict[str, list[dict[str, str]]] = field(default_factory=dict[str, list[dict[str, str]]])
    left_out: list[str] = field(default_factory=list[str])
    merged: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [p for p in self.facts.problems if p.severity is Severity.ERROR]
