"""Facts as loaders give them, the place each was read at, and the gathering that joins them into one graph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from graph.errors import nearest, one_line
from graph.kinds import Edge, Node, Ref
from graph.vocabulary import Confidence

Fact = Node | Edge
_PARTS = re.compile(r"[;,:|\s]+")
_SUREST = list(Confidence)


def _both(old: str, young: str) -> str:
    return old if young in old else f"{old}; {young}"


# Values on which two tellings may differ without disagreeing, and what both together say.
_WITHOUT_DISPUTE: dict[str, Callable[[Any, Any], Any]] = {
    "confidence": lambda old, young: min(old, young, key=_SUREST.index),
    "note": _both,
    "named_as": _both,
    "side": lambda old, young: old,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read: a file, its line (or 0), and the column's name (or nothing)."""

    file: str
    line: int = 0
    column: str = ""

    def __str__(self) -> str:
        """As messages begin: partnerships.csv:12: start_date."""
        at = f"{self.file}:{self.line}" if self.line else self.file
        return f"{at}: {one_line(self.column)}" if self.column else at


class Severity(StrEnum):
    """Whether a problem stops the build or is only told."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at: where it is and what it is, in one line."""

    place: Place
    message: str
    severity: Severity = Severity.NOTICE

    def __str__(self) -> str:
        """The line a user reads."""
        return f"{self.place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fact was read and the rank of that source; lower ranks win when sources disagree.

    cells: the row it was read in, where it is kept, so that a message can name the column of an id.
    """

    place: Place
    rank: int = 50
    cells: Mapping[str, str] = field(default_factory=dict[str, str])

    def at(self, id: str) -> Place:
        """The place of the cell that holds an id; the row's where no cell does."""
        held = (column for column, cell in self.cells.items() if id in _PARTS.split(cell))
        return replace(self.place, column=next(held, ""))


@dataclass
class Facts:
    """Every node and edge told so far, each once, with the places that told it."""

    nodes: dict[Ref[Any], Node] = field(default_factory=dict[Ref[Any], Node])
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict[tuple[str, str], Edge])
    origins: dict[Ref[Any] | tuple[str, str], Origin] = field(default_factory=dict[Ref[Any] | tuple[str, str], Origin])
    problems: list[Problem] = field(default_factory=list[Problem])

    def add(self, fact: Fact, origin: Origin) -> None:
        """Take a fact; one already known is completed, and where the two disagree both places are told."""
        if isinstance(fact, Node):
            known = self.nodes.get(fact.ref)
            self.nodes[fact.ref] = fact if known is None else self._joined(known, fact, fact.ref, origin)
            self.origins.setdefault(fact.ref, origin)
        else:
            place = (fact.kind, fact.place)
            known_edge = self.edges.get(place)
            self.edges[place] = fact if known_edge is None else self._joined(known_edge, fact, place, origin)
            self.origins.setdefault(place, origin)

    def problem(self, place: Place, message: str, severity: Severity = Severity.NOTICE) -> None:
        """Note something a person should look at."""
        self.problems.append(Problem(place, message, severity))

    def edges_of(self, *kinds: type[Edge]) -> Iterable[Edge]:
        """The edges of these kinds, in the order they were told."""
        wanted = {k.kind for k in kinds}
        return (e for (kind, _), e in self.edges.items() if kind in wanted)

    def dangling(self) -> list[Problem]:
        """Edges whose ends nobody defined or that join what their kind may not join, each as an error."""
        known: dict[str, list[str]] = {}
        for ref in self.nodes:
            known.setdefault(ref.kind, []).append(ref.id)
        joins: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        found: list[Problem] = []
        for place, edge in self.edges.items():
            if edge.kind not in joins:
                joins[edge.kind] = edge.joins()  # reading annotations is slow: once a kind is enough
            for end, allowed in zip((edge.source, edge.target), joins[edge.kind], strict=True):
                at = self.origins[place].at(end.id)
                if end.kind not in allowed:
                    message = f"{edge.kind} joins {' or '.join(allowed)} here, found {end.kind} {one_line(end.id)}"
                    found.append(Problem(at, message, Severity.ERROR))
                elif end not in self.nodes:
                    hint = nearest(end.id, known.get(end.kind, []))
                    message = f"no {end.kind} has the id {one_line(end.id)}{hint}; correct it or add that {end.kind}"
                    found.append(Problem(at, message, Severity.ERROR))
        return found

    def _joined(self, known: Any, new: Any, place: Any, origin: Origin) -> Any:
        """The two facts as one: gaps filled, lists united, the better-ranked value first where they disagree."""
        changes: dict[str, Any] = {}
        known_origin = self.origins[place]
        for p in known.properties():
            old, young = getattr(known, p.name), getattr(new, p.name)
            if isinstance(old, tuple):
                held = changes.get(p.name, old)
                added = tuple(x for x in young if x not in held)
                if added:
                    changes[p.name] = held + added
            elif young == old or young in (None, "", ()):
                continue
            elif old in (None, "", ()):
                changes[p.name] = young
            elif p.name in _WITHOUT_DISPUTE:
                changes[p.name] = _WITHOUT_DISPUTE[p.name](old, young)
            elif p.name in ("name", "name_th", "native_name") and isinstance(known, Node):
                aliases = changes.get("aliases", known.aliases)
                changes["aliases"] = aliases if young in aliases else (*aliases, young)
            else:
                self._tell_of((old, known_origin), (young, origin), place, p.name)
                if origin.rank < known_origin.rank:
                    changes[p.name] = young
        return replace(known, **changes) if changes else known

    def _tell_of(self, one: tuple[Any, Origin], other: tuple[Any, Origin], place: Any, name: str) -> None:
        """Tell that two places disagree on a value, and which of the two is shown first."""
        (old, first), (young, second) = one, other
        what = ":".join(place)
        kept, told = (young, second) if second.rank < first.rank else (old, first)
        self.problem(
            replace(second.place, column=name),
            f"sources disagree on {one_line(what)}: {one_line(young)} here, {one_line(old)} at {first.place}; "
            f"{one_line(kept)} is shown first ({told.place.file} ranks higher or came first)",
        )
