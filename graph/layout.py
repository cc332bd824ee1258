"""A folder with a file for each kind: nodes/Agency.csv, edges/JOINS.csv."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from graph.errors import GraphError, nearest, one_line
from graph.facts import Fact
from graph.kinds import Edge, Node
from graph.model import EDGES, NODES

PARTS: dict[str, dict[str, type[Node]] | dict[str, type[Edge]]] = {"nodes": NODES, "edges": EDGES}


def by_kind(facts: Iterable[Fact]) -> Iterator[tuple[type[Fact], Iterator[Fact]]]:
    """Facts in order, kind by kind."""
    return groupby(facts, key=type)


def make_folders(place: Path) -> None:
    """The folders of the layout, empty."""
    for part in PARTS:
        (place / part).mkdir(parents=True)


def file_of(place: Path, kind: type[Fact], ending: str) -> Path:
    """Where a kind's file stands."""
    return place / ("edges" if issubclass(kind, Edge) else "nodes") / f"{kind.kind}{ending}"


def kind_files(place: Path, ending: str) -> Iterator[tuple[str, Path, str]]:
    """Every file of the layout, nodes first: its kind, its path, and how messages name it.

    Raises GraphError for a file that is named after no kind, and for whatever leads out of the folder or is no file.
    """
    inside = place.resolve()
    for part, kinds in PARTS.items():
        known = {f"{kind}{ending}": kind for kind in kinds}
        for path in sorted((place / part).iterdir()) if (place / part).is_dir() else ():
            shown = f"{part}/{path.name}"
            if path.name.startswith("."):
                continue  # what a file manager leaves
            if path.name not in known:
                hint = nearest(path.name, known)
                raise GraphError(f"{one_line(shown)}: no kind has a file of this name{hint}; rename or remove it")
            if not path.is_file() or not path.resolve().is_relative_to(inside):
                raise GraphError(f"{shown}: expected a file of this folder, found something else; copy the file here")
            yield known[path.name], path, shown


def is_laid_out(place: Path, ending: str) -> bool:
    """Whether a folder holds files of this layout and nothing else at all."""
    if not place.is_dir():
        return False
    known = {part: {f"{kind}{ending}" for kind in kinds} for part, kinds in PARTS.items()}
    folders = list(place.iterdir())
    return bool(folders) and all(
        folder.name in known
        and folder.is_dir()
        and not folder.is_symlink()
        and all(path.name in known[folder.name] for path in folder.iterdir())
        for folder in folders
    )
