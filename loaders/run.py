"""Running the loaders: every file read, every row taken or told why not, everything gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from graph.errors import GraphError, nearest, one_line
from graph.facts import Origin, Place, Severity
from graph.model import Bloc, Country, Evidence, Joins, Partnership
from loaders.corrections import FILE_NAME as CORRECTIONS
from loaders.corrections import Corrections
from loaders.files import ReadError, records
from loaders.loader import Loader, loaders
from loaders.merging import merge_events
from loaders.names import Names
from loaders.reports import FileReport, Gathered
from loaders.row import CellError, Row
from loaders.sidecar import Sidecar, read_sidecar
from loaders.stamping import Stamper
from loaders.wording import word_in_thai

BUNDLED = Path(__file__).parent / "data"
_DATA = (".csv", ".json", ".xlsx", ".xls", ".tsv")
Progress = Callable[[str, int], None]
Keys = dict[str, tuple[Place, Mapping[str, str]]]


def _silent(shown: str, rows: int) -> None:
    return None


def gather(
    folders: Iterable[Path] = (), *, without: Iterable[str] = (), progress: Progress = _silent, bundled: Path = BUNDLED
) -> Gathered:
    """Everything the bundled data and the folders laid out like it say.

    without: groups of files to leave out ("fao"). Bad rows don't raise: they are errors among `facts.problems` and
    stand in `rejects`. Raises GraphError for a folder that isn't one and for an unknown group.
    """
    return _Run([_Folder(bundled, ""), *_named(folders)], frozenset(without), progress).all()


@dataclass
class _Folder:
    """A folder of data and how messages name what is in it: the bundled data bare, others by the folder's name."""

    path: Path
    shown: str
    corrections: Corrections | None = None

    @property
    def is_bundled(self) -> bool:
        return not self.shown


def _named(folders: Iterable[Path]) -> Iterator[_Folder]:
    taken: set[str] = set()
    for path in folders:
        if not path.is_dir():
            raise GraphError(f"{one_line(path)}: expected a folder laid out like the bundled data, found none")
        name, number = path.resolve().name or "folder", 1
        while name in taken:
            number += 1
            name = f"{path.resolve().name}-{number}"
        taken.add(name)
        yield _Folder(path, f"{name}/")


@dataclass
class _Reading:
    """One file being read by one loader."""

    loader: Loader
    report: FileReport
    stamper: Stamper
    stem: str
    keys: Keys


class _Run:
    """One run over all folders."""

    def __init__(self, folders: list[_Folder], without: frozenset[str], progress: Progress) -> None:
        self.folders = folders
        self.without = without
        self.progress = progress
        self.gathered = Gathered()
        self.facts = self.gathered.facts
        self.names = Names()
        self.groups: set[str] = set()
        self.taken: set[Path] = set()
        self.rejected: set[tuple[Place, str]] = set()

    def all(self) -> Gathered:
        """Run every loader over every file it takes, then check that nothing hangs in the air."""
        for folder in self.folders:
            folder.corrections = Corrections.read(folder.path, folder.shown)
        for each in loaders():
            keys: Keys = {}
            for folder in self.folders:
                for path in sorted(folder.path.glob(each.files)):
                    self._file(each, path, folder, keys)
        self._check_groups()
        self._tell_of_files_not_taken()
        for folder in self.folders:
            self.facts.problems += folder.corrections.unused() if folder.corrections else []
        self.facts.problems += self.facts.dangling()
        self.gathered.merged = merge_events(self.facts)
        word_in_thai(self.facts, self.names)
        self._tell_of_partnerships_nowhere()
        # What several loaders find wrong in a file they all read is told once.
        self.facts.problems = list(dict.fromkeys(self.facts.problems))
        return self.gathered

    def _file(self, each: Loader, path: Path, folder: _Folder, keys: Keys) -> None:
        """Read one file, or tell why not."""
        self.taken.add(path)
        inside = path.relative_to(folder.path).as_posix()
        shown = folder.shown + inside
        report = FileReport(shown, each.name, own=not folder.is_bundled, bulk=each.bulk)
        try:
            sidecar = read_sidecar(path, shown, folder.is_bundled)
            if sidecar.group:
                self.groups.add(sidecar.group)
            if sidecar.group in self.without:
                self.gathered.left_out.append(shown)
                return
            if sidecar.changed:
                self.facts.problem(Place(shown), "changed since its .toml file was written; update sha256 there")
            self.gathered.reports.append(report)
            self.facts.add(sidecar.source, Origin(Place(shown), sidecar.rank))
            stem = folder.shown + path.stem
            reading = _Reading(
                each, report, Stamper(self.facts, self.names, sidecar, each.bulk, report.given), stem, keys
            )
            for line, cells in self._records(each, path, shown, sidecar):
                corrections = folder.corrections or Corrections()
                self._record(reading, line, corrections.applied(inside, cells, report))
        except ReadError as error:
            self.facts.problem(error.place, error.message, Severity.ERROR)
        except GraphError as error:
            self.facts.problem(Place(shown), str(error).removeprefix(f"{shown}: "), Severity.ERROR)
        except OSError as error:
            self.facts.problem(Place(shown), f"can't be read: {error.strerror}", Severity.ERROR)
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
                raise ReadError(
                    shown, 1, f"expected the column {column}, found {', '.join(map(one_line, found))}{hint}"
                )
        for column in found:
            used = not known or column in known or any(fnmatchcase(column, pattern) for pattern in each.optional)
            if column and not used and not column.startswith("_"):
                self.facts.problem(Place(shown, 1, column), f"column not used{nearest(column, known)}")

    def _record(self, reading: _Reading, line: int, cells: dict[str, str] | None) -> None:
        """Take one record: its facts stamped, or told why not and kept among the rejects."""
        if cells is None:
            return
        each, report = reading.loader, reading.report
        section = cells.get("_section", "rows")
        report.rows[section] = report.rows.get(section, 0) + 1
        own = "-".join(cells.get(c, "") for c in each.key) if each.key else str(line)
        evidence = Evidence.at(reading.stem if each.bulk else f"{reading.stem}/{own}")
        row = Row(report.shown, line, cells, self.names, evidence)
        try:
            if each.key:
                self._check_key(reading, own, row)
            citation = each.cite(row)
            told = list(each.read(row))
        except CellError as error:
            report.refused += 1
            self.facts.problem(Place(report.shown, line, error.column), error.message, Severity.ERROR)
            if (row.place, own) not in self.rejected:
                self.rejected.add((row.place, own))
                self.gathered.rejects.setdefault(report.shown, []).append({**cells, "_problem": str(error)})
            return
        for notice in row.notices:
            report.notices.setdefault(notice, []).append(line)
        report.evidence.setdefault(section, []).append(evidence.id)
        reading.stamper.stamp(row, told, citation)

    def _check_key(self, reading: _Reading, own: str, row: Row) -> None:
        each = reading.loader
        column = each.key[0] if len(each.key) == 1 else ", ".join(each.key)
        if not own.strip("-"):
            raise CellError(column, "expected a value, found an empty cell")
        # The ids of a JSON document are its own: another one may name the same things otherwise.
        document = PurePosixPath(row.file).name if row.optional("_section") else ""
        first, cells = reading.keys.setdefault(f"{document}:{own}", (row.place, row.cells))
        if dict(cells) != dict(row.cells):
            raise CellError(
                column, f"{one_line(own)} stands at {first} with other content; give this row an id of its own"
            )

    def _check_groups(self) -> None:
        for group in self.without:
            if group not in self.groups:
                known = ", ".join(sorted(self.groups)) or "none"
                raise GraphError(f"--without {one_line(group)}: no data file is in that group; known: {known}")

    def _tell_of_partnerships_nowhere(self) -> None:
        """Tell of partnerships none of whose sides is a state, a group of states or a body with a known seat."""
        somewhere = {
            joins.target
            for joins in self.facts.edges_of(Joins)
            if joins.source.kind in (Country.kind, Bloc.kind) or self.names.seat_of(joins.source)
        }
        for ref in self.facts.nodes:
            if ref.kind == Partnership.kind and ref not in somewhere:
                message = f"no country is known for any party of {one_line(ref.id)}; it counts for no member"
                self.facts.problem(self.facts.origins[ref].place, message)

    def _tell_of_files_not_taken(self) -> None:
        """Tell of data files in a user's folder that no loader takes."""
        patterns = [each.files for each in loaders()]
        for folder in self.folders:
            for path in sorted(folder.path.rglob("*")):
                if path.suffix.casefold() in _DATA and path not in self.taken and path.name != CORRECTIONS:
                    inside = path.relative_to(folder.path).as_posix()
                    hint = nearest(inside, patterns)
                    self.facts.problem(Place(folder.shown + inside), f"no loader takes this file{hint}")
