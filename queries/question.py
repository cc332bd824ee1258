"""A question: a file whose header says in English and Thai what it asks, takes and returns; Cypher, or Python."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.cypher.names import columns, parameters
from graph.errors import GraphError, nearest, one_line
from graph.store import Record
from queries.header import TOPICS, Column, Param, Shown, check_names, read_header

FOLDER = Path(__file__).parent / "catalogue"
WORK = "answer"
"""The function of a Python file that answers: answer(store, *, parameter, ...) gives rows."""


@dataclass(frozen=True)
class Question:
    """A question of the catalogue; `path` is that of a Python file, None where `text` is Cypher."""

    name: str
    title: str
    title_th: str
    asks: str
    text: str
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    topic: str
    opening: str = ""
    shown: tuple[Shown, ...] = ()
    path: Path | None = None
    pivot: tuple[str, ...] = ()
    note: str = ""
    note_th: str = ""

    def heading(self, language: str) -> str:
        """Its title for a reader."""
        return self.title_th if language == "th" else self.title


def read_question(path: Path) -> Question:
    """The question a file holds. Raises GraphError, with file and line, where header and body disagree."""
    text = path.read_text("utf-8")
    header = read_header(path, text)
    told = [c.name for c in header.columns]
    is_python = path.suffix == ".py"
    if is_python:
        params = {p.name for p in header.params}
        _compare(path, params, _taken(path, text, params))
    else:
        _compare(path, {p.name for p in header.params}, parameters(text))
        if told != (returned := columns(text)):
            raise GraphError(
                f"{path.name}: the header's columns are {', '.join(told)}; the body returns {', '.join(returned)}"
            )
    check_names(path, header)
    return Question(
        path.stem.replace("_", "-"),
        header.lines["title"][1],
        header.lines["title_th"][1],
        header.lines["asks"][1],
        text,
        tuple(header.params),
        tuple(header.columns),
        header.lines["topic"][1],
        header.lines.get("opening", (0, ""))[1],
        tuple(header.shown),
        path if is_python else None,
        header.pivot,
        header.lines.get("note", (0, ""))[1],
        header.lines.get("note_th", (0, ""))[1],
    )


def _compare(path: Path, told: set[str], used: set[str]) -> None:
    for name in sorted(told - used):
        raise GraphError(f"{path.name}: the parameter {name} is declared in the header and not used")
    for name in sorted(used - told):
        raise GraphError(
            f"{path.name}: the parameter {name} is used and not declared in the header{nearest(name, told)}"
        )


def _taken(path: Path, text: str, told: set[str]) -> set[str]:
    """The parameters that the function of a Python file takes, all that are told where it takes any; it is not run."""
    for statement in ast.parse(text, path.name).body:
        if isinstance(statement, ast.FunctionDef) and statement.name == WORK:
            named = {argument.arg for argument in statement.args.kwonlyargs}
            return named | told if statement.args.kwarg else named
    raise GraphError(f"{path.name}: expected a function {WORK}(store, *, ...), found none")


@cache
def work(path: Path) -> Callable[..., Iterable[Record]]:
    """The function that answers a question written in Python."""
    name = f"queries.catalogue.{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise GraphError(f"{path.name}: expected a file of Python, found something else")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    found: Callable[..., Iterable[Record]] = getattr(module, WORK)
    return found


@cache
def catalogue(folder: Path = FOLDER) -> Mapping[str, Question]:
    """Every question by name, found by scanning the folder; topic by topic."""
    files = [*folder.glob("*.cypher"), *(path for path in folder.glob("*.py") if path.stem != "__init__")]
    found = {question.name: question for question in map(read_question, files)}
    topics = list(TOPICS)
    return dict(sorted(found.items(), key=lambda pair: (topics.index(pair[1].topic), pair[0])))


def question(name: str) -> Question:
    """The question of that name. Raises GraphError with the nearest name where there is none."""
    known = catalogue()
    if name not in known:
        raise GraphError(f"no question is called {one_line(name)}{nearest(name, known)}; list them with: bubble ask")
    return known[name]
