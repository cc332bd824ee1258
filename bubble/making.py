"""Making a graph: loaders run, everything checked, the file swapped in at the end, the old one kept on any failure."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from bubble import __version__
from bubble.places import connect, default_graph, graph_file, is_address
from graph.errors import GraphError, one_line
from graph.facts import Facts
from graph.model import Build
from graph.stores.embedded import EmbeddedStore
from graph.writer import complete, write
from loaders.files import write_csv
from loaders.reports import Gathered
from loaders.run import gather

Progress = Callable[[str], None]
MOST_TOLD = 50


@dataclass(frozen=True)
class Made:
    """A graph that was made: its build node, how many of each kind it holds, and what the loaders told."""

    build: Build
    nodes: Counter[str]
    edges: Counter[str]
    gathered: Gathered


class RefusedError(GraphError):
    """A build that was refused, with a line for each thing wrong."""


def make_graph(
    graph: str | Path | None, folders: Iterable[Path], without: Iterable[str], *, keep_going: bool, tell: Progress
) -> Made:
    """Build the graph and put it into the file or onto the server that `graph` names, in one step.

    keep_going: leave out rows that can't be taken instead of refusing. Rows not taken are written to a folder beside
    the graph, laid out like the data, so that they can be corrected and loaded again. Raises RefusedError.
    """
    path = _writable(default_graph() if is_address(graph) else graph_file(graph))
    kept = [folder.resolve() for folder in folders]
    gathered = gather(kept, without=without, progress=lambda shown, rows: tell(f"read {shown} ({rows:,} rows)"))
    beside = rejects_folder(path)
    if gathered.errors:
        _write_rejects(gathered, beside)
        if not keep_going:
            raise RefusedError(_refusal(gathered, beside, path))
        _drop_dangling(gathered.facts)
    elif beside.is_dir():
        shutil.rmtree(beside, ignore_errors=True)
    tell("deriving")
    build = complete(gathered.facts, version=__version__, folders=map(str, kept), left_out=sorted(set(without)))
    if is_address(graph):
        with connect(str(graph)) as server:
            write(gathered.facts, server, lambda step, count: tell(f"writing {count:,} {step}"))
    else:
        store = EmbeddedStore()
        write(gathered.facts, store, lambda step, count: tell(f"writing {count:,} {step}"))
        tell("saving")
        store.save(path)
    facts = gathered.facts
    return Made(build, Counter(ref.kind for ref in facts.nodes), Counter(kind for kind, _ in facts.edges), gathered)


def _writable(path: Path) -> Path:
    """The path, once it can be a graph's: told before the work is done rather than after."""
    try:
        is_folder = path.is_dir()
    except OSError as error:
        raise GraphError(f"{one_line(path)}: the graph can't be written: {error.strerror}") from None
    if is_folder:
        raise GraphError(f"{one_line(path)}: expected a graph file, found a folder")
    return path


def rejects_folder(path: Path) -> Path:
    """Where the rows of a build that could not be taken are kept."""
    return path.with_name(f"{path.stem}-rejects")


def _refusal(gathered: Gathered, beside: Path, path: Path) -> str:
    lines = [str(problem) for problem in gathered.errors[:MOST_TOLD]]
    more = len(gathered.errors) - len(lines)
    if more:
        lines.append(f"and {more} more")
    kept = f"the graph at {one_line(path)} is as it was" if path.exists() else "no graph was made"
    rows = f"; rows not taken are in {one_line(beside)}" if gathered.rejects else ""
    lines[-1] += f"; {kept}{rows}"
    return "\n".join(lines)


def _write_rejects(gathered: Gathered, beside: Path) -> None:
    shutil.rmtree(beside, ignore_errors=True)
    bundled = {report.shown for report in gathered.reports if not report.own}
    texts: dict[Path, list[dict[str, str]]] = {}
    for shown, rows in gathered.rejects.items():
        inside = PurePosixPath(shown) if shown in bundled else PurePosixPath(*PurePosixPath(shown).parts[1:])
        texts.setdefault(beside / inside, []).extend(rows)
    for path, rows in texts.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            header = list(dict.fromkeys(column for row in rows for column in row))
            text = _json_sections(rows) if path.suffix == ".json" else write_csv(header, rows)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise GraphError(f"{one_line(path)}: the rows not taken can't be written: {error.strerror}") from None


def _json_sections(rows: Iterable[Mapping[str, str]]) -> str:
    """Rows of a JSON file in the sections and objects they came in."""
    sections: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        item: dict[str, Any] = {}
        for name, value in row.items():
            *outer, last = name.split(".")
            place = item
            for part in outer:
                place = place.setdefault(part, {})
            place[last] = value
        sections.setdefault(item.pop("_section", "rows"), []).append(item)
    return json.dumps(sections, ensure_ascii=False, indent=1)


def _drop_dangling(facts: Facts) -> None:
    """Without the rows that were left out some edges have lost an end; they go too."""
    lost = [place for place, e in facts.edges.items() if e.source not in facts.nodes or e.target not in facts.nodes]
    for place in lost:
        del facts.edges[place]
