"""Questions of a user's own: the Cypher files of one folder, beside the bundled ones. No Python is run from there."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from graph.cypher.gate import admit
from graph.errors import GraphError, one_line
from queries.question import Question, read_question

LARGEST = 500_000
"""Bytes that a file may have; a query may have fewer characters anyway."""

_NAME = re.compile(r"[a-zA-Z0-9\u0e01-\u0e5b][a-zA-Z0-9\u0e01-\u0e5b_-]{0,79}")


class Own(NamedTuple):
    """The questions of a folder by name, and one line for each file that can't be taken, by the name it would have."""

    questions: dict[str, Question]
    problems: dict[str, str]


def read_own(folder: Path, taken: Collection[str]) -> Own:
    """What a folder holds; `taken` are the names of the bundled questions, which no file may take. Never raises."""
    found = Own({}, {})
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix in (".cypher", ".py"))
    except OSError:
        return found
    for path in paths:
        name = path.stem.replace("_", "-")
        try:
            if name in taken:
                raise GraphError(f"{path.name}: a bundled question is called {name}; rename the file")
            if name in found.questions:
                raise GraphError(f"{path.name}: another file of yours is called {name} as well; rename one")
            found.questions[name] = _read(path)
        except GraphError as error:
            found.problems[name] = str(error)
    return found


def check_name(name: str) -> str:
    """The name of a question as it may be a file's. Raises GraphError for any other, as one with a path in it."""
    if not _NAME.fullmatch(name):
        raise GraphError(
            f"expected a name of letters, digits and hyphens, as links-of-my-province, found {one_line(name, 80)!r}"
        )
    return name.replace("_", "-")


def _read(path: Path) -> Question:
    shown = one_line(path.name, 80)
    if path.suffix == ".py":
        raise GraphError(f"{shown}: questions of your own are Cypher files; Python is not run from here")
    if not _NAME.fullmatch(path.stem):
        raise GraphError(f"{shown}: expected a file name of letters, digits and hyphens; rename it")
    try:
        if not path.is_file():
            raise GraphError(f"{shown}: expected a file, found something else")
        if path.stat().st_size > LARGEST:
            raise GraphError(f"{shown}: expected at most {LARGEST:,} bytes, found {path.stat().st_size:,}")
        question = read_question(path)
        admit(question.text)
    except OSError as error:
        raise GraphError(f"{shown}: can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise GraphError(f"{shown}: expected UTF-8, found other bytes; save it as UTF-8") from None
    except GraphError as error:
        raise error if str(error).startswith(shown) else GraphError(f"{shown}: {error}") from None
    return question
