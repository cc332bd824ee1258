"""Running the loaders: reads every file, stamps each fact with its row's evidence, and gathers what must be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from graph.errors import GraphError, nearest, one_line
from graph.facts import Facts, Origin, Place, Problem, Severity
from graph.kinds import Edge, Node, Ref
from graph.model import BasedIn, EvidencedBy, Evidence, Partnership, ReadIn, Source
from graph.vocabulary import Confidence
from loaders.corrections import Corrections
from loaders.files import ReadError, records
from loaders.loader import Citation, Loader, loaders
from loaders.merging import merge_events
from loaders.names import Meaning, Names
from loaders.row import CellError, Row
from loaders.sidecar import Sidecar, read_sidecar

BUNDLED = Path(__file__).parent / "data"
SIDECAR_SUFFIX = ".toml"
NOT_DATA = ("corrections.csv",)
_EVIDENCED = EvidencedBy.joins()[0]
Progress = Callable[[str, int], None]


@dataclass
class FileReport:
    """What one file gave: rows read, taken and refused, by section where the file has several."""

    shown: str
    loader: str
    rows: dict[str, int] = field(default_factory=dict)
    refused: int = 0
    corrected: int = 0
    own: bool = False
    evidence: dict[str, list[str]] = field(default_factory=dict)
    notices: dict[tuple[str, str], list[int]] = field(default_factory=dict)


@dataclass
class Gathered:
    """Everything the loaders told: the facts, a report for each file, and the rows that could not be taken."""

    facts: Facts = field(default_factory=Facts)
    reports: list[FileReport] = field(default_factory=list)
    rejects: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    merged: dict[str, str] = field(default_factory=dict)

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [p for p in self.facts.problems if p.severity is Severity.ERROR]


def _silent(shown: str, rows: int) -> None:
    return None


def gather(
    folders: Iterable[Path] = (), *, without: Iterable[str] = (), progress: Progress = _silent, bundled: Path = BUNDLED
) -> Gathered:
    """Everything the bundled data and the folders laid out like it say.

    without: groups of files to leave out ("fao"). Bad rows don't raise: they are errors among `facts.problems` and
    stand in `rejects`. Raises GraphError for a folder that isn't one and for an unknown group.
    """
    return _Run([bundled, *folders], frozenset(without), progress).all()


class _Run:
    """One run over all folders."""

    def __init__(self, folders: list[Path], without: frozenset[str], progress: Progress) -> None:
        for folder in folders:
            if not folder.is_dir():
                raise GraphError(f"{one_line(folder)}: expected a folder laid out like the bundled data, found none")
        self.folders = folders
        self.without = without
        self.progress = progress
        self.gathered = Gathered()
        self.facts = self.gathered.facts
        self.names = Names()
        self.groups: set[str] = set()
        self.taken: set[Path] = set()

    def all(self) -> Gathered:
        """Run every loader over every file it takes, then check that nothing hangs in the air."""
        self.corrections = [Corrections.read(folder, self._shown(folder)) for folder in self.folders]
        for each in loaders():
            keys: dict[str, tuple[Place, Mapping[str, str]]] = {}
            for folder, fitting in zip(self.folders, self.corrections, strict=True):
                for path in sorted(folder.glob(each.files)):
                    self._file(each, path, folder, fitting, keys)
        self._check_groups()
        self._untaken()
        for fitting in self.corrections:
            self.facts.problems += fitting.unused()
        self.facts.problems += self.facts.dangling()
        self.gathered.merged = merge_events(self.facts)
        return self.gathered

    def _shown(self, folder: Path) -> str:
        return "" if folder is self.folders[0] else f"{folder.resolve().name}/"

    def _file(
        self, each: Loader, path: Path, folder: Path, corrections: Corrections,
        keys: dict[str, tuple[Place, Mapping[str, str]]],
    ) -> None:
        self.taken.add(path)
        shown = self._shown(folder) + path.relative_to(folder).as_posix()
        report = FileReport(shown, each.name, own=folder is not self.folders[0])
        try:
            sidecar = read_sidecar(path, shown, folder is self.folders[0])
            if sidecar.group:
                self.groups.add(sidecar.group)
            if sidecar.group in self.without:
                self.gathered.left_out.append(shown)
                return
            if sidecar.changed:
                self.facts.problem(Place(shown), "changed since its .toml file was written; update sha256 there")
            self.gathered.reports.append(report)
            self.facts.add(sidecar.source, Origin(Place(shown), sidecar.rank))
            inside = path.relative_to(folder).as_posix()
            for line, cells in self._records(each, path, shown, sidecar):
                self._record(each, shown, line, corrections.applied(inside, cells, report), sidecar, report, keys)
        except ReadError as error:
            self.facts.problem(error.place, error.message, Severity.ERROR)
        except GraphError as error:
            self.facts.problem(Place(shown), str(error).removeprefix(f"{shown}: "), Severity.ERROR)
        for (column, message), lines in report.notices.items():
            more = f" (and in {len(lines) - 1} more rows)" if len(lines) > 1 else ""
            self.facts.problem(Place(shown, lines[0], column), message + more)
        self.progress(shown, sum(report.rows.values()))

    def _records(self, each: Loader, path: Path, shown: str, sidecar: Sidecar) -> Iterator[tuple[int, dict[str, str]]]:
        """The file's records, once its columns are seen to be the ones its loader needs."""
        looked = False
        for line, cells in records(path, shown, sidecar.encoding):
            if not looked and path.suffix == ".csv":
                looked = True
                self._check_columns(each, shown, list(cells))
            yield line, cells

    def _check_columns(self, each: Loader, shown: str, found: list[str]) -> None:
        known = [*each.columns, *each.optional]
        for column in each.columns:
            if column not in found:
                hint = nearest(column, [c for c in found if c not in known])
                raise ReadError(shown, 1, f"expected the column {column}, found {', '.join(map(one_line, found))}{hint}")
        for column in found:
            used = column in known or any(fnmatchcase(column, pattern) for pattern in each.optional)
            if column and not used and not column.startswith("_"):
                self.facts.problem(Place(shown, 1, column), f"column not used{nearest(column, known)}")

    def _record(
        self, each: Loader, shown: str, line: int, cells: dict[str, str] | None, sidecar: Sidecar, report: FileReport,
        keys: dict[str, tuple[Place, Mapping[str, str]]],
    ) -> None:
        if cells is None:
            return
        section = cells.get("_section", "rows")
        report.rows[section] = report.rows.get(section, 0) + 1
        own = "-".join(cells.get(c, "") for c in each.key) if each.key else str(line)
        stem = shown.rsplit(".", 1)[0]
        stem = stem.rsplit("/", 1)[-1] if sidecar.source.id.count("/") < 2 else stem
        evidence = Evidence.at(f"{stem}/{own}")
        row = Row(shown, line, cells, self.names, evidence)
        try:
            if each.key:
                self._check_key(each, own, row, keys)
            citation = each.cite(row)
            told = list(each.read(row))
        except CellError as error:
            report.refused += 1
            self.facts.problem(Place(shown, line, error.column), error.message, Severity.ERROR)
            self.gathered.rejects.setdefault(shown, []).append({**cells, "_problem": str(error)})
            return
        for notice in row.notices:
            report.notices.setdefault(notice, []).append(line)
        report.evidence.setdefault(section, []).append(evidence.id)
        self._stamp(row, told, citation, sidecar)

    def _check_key(
        self, each: Loader, own: str, row: Row, keys: dict[str, tuple[Place, Mapping[str, str]]]
    ) -> None:
        column = each.key[0] if len(each.key) == 1 else ", ".join(each.key)
        if not own.strip("-"):
            raise CellError(column, "expected a value, found an empty cell")
        full = f"{row.optional('section')}:{own}"
        first, cells = keys.setdefault(full, (row.place, row.cells))
        if first != row.place and dict(cells) != dict(row.cells):
            raise CellError(
                column, f"{one_line(own)} stands at {first} with other content; give this row an id of its own"
            )

    def _stamp(self, row: Row, told: list[Any], citation: Citation | None, sidecar: Sidecar) -> None:
        """Add what a row told, its evidence and its source."""
        origin = Origin(row.place, sidecar.rank)
        cited = citation or Citation(confidence=Confidence.STATED)
        self._add_evidence(row, cited, sidecar, origin)
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

    def _add_evidence(self, row: Row, cited: Citation, sidecar: Sidecar, origin: Origin) -> None:
        evidence = Evidence(
            id=row.evidence.id,
            name=row.evidence.id,
            gloss=cited.gloss,
            locator=cited.locator,
            recorded_in=str(row.place),
            speaker=cited.speaker,
            confidence=cited.confidence,
            dated=cited.published,
            recorded_on=sidecar.source.accessed,
            note=cited.note,
        )
        self.facts.add(evidence, origin)
        source = sidecar.source.ref
        if cited.address:
            page = Source(
                id=cited.address, name=cited.title or cited.address, address=cited.address, language=cited.language,
                publisher=cited.publisher, accessed=sidecar.source.accessed,
            )
            self.facts.add(page, origin)
            source = page.ref
        self.facts.add(ReadIn(source=evidence.ref, target=source, confidence=cited.confidence), origin)

    def _add_edge(self, edge: Edge, row: Row, cited: Citation, origin: Origin) -> None:
        if isinstance(edge, BasedIn):
            self.names.seat(edge.source, edge.target.id)
        changes: dict[str, Any] = {} if edge.evidence else {"evidence": (row.evidence.id,)}
        if edge.confidence is None:
            changes["confidence"] = cited.confidence
        self.facts.add(replace(edge, **changes) if changes else edge, origin)

    def _add_node(self, node: Node, row: Row, cited: Citation, origin: Origin) -> None:
        self.names.learn(node)
        if isinstance(node, Partnership):
            node = replace(
                node, evidence=(*node.evidence, row.evidence.id), confidence=node.confidence or cited.confidence
            )
        self.facts.add(node, origin)
        if node.kind in _EVIDENCED:
            link = EvidencedBy(
                source=Ref(node.kind, node.id), target=row.evidence, confidence=cited.confidence,
                evidence=(row.evidence.id,),
            )
            self.facts.add(link, origin)

    def _check_groups(self) -> None:
        for group in self.without:
            if group not in self.groups:
                known = ", ".join(sorted(self.groups)) or "none"
                raise GraphError(f"--without {one_line(group)}: no data file is in that group; known: {known}")

    def _untaken(self) -> None:
        """Tell of data files in a user's folder that no loader takes."""
        patterns = [each.files for each in loaders()]
        for folder in self.folders:
            for path in sorted(folder.rglob("*")):
                data = path.suffix.casefold() in (".csv", ".json", ".xlsx", ".xls", ".tsv")
                if data and path not in self.taken and path.name not in NOT_DATA:
                    shown = self._shown(folder) + path.relative_to(folder).as_posix()
                    self.facts.problem(
                        Place(shown), f"no loader takes this file{nearest(path.relative_to(folder).as_posix(), patterns)}"
                    )
