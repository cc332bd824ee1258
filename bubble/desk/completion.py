"""What may stand at the cursor: labels, kinds of edges, properties, keywords, functions, commands and questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from bubble.desk.commands import COMMANDS
from bubble.options import LANGUAGES
from bubble.output import FORMS
from bubble.querying import stored_properties
from graph.cypher.allowed import FUNCTIONS, PROCEDURES
from graph.errors import GraphError
from graph.model import EDGES, NODES
from queries.header import TOPICS

KEYWORDS = tuple(
    """
    MATCH OPTIONAL WHERE WITH RETURN UNWIND UNION CALL ORDER BY SKIP LIMIT DISTINCT AS AND OR XOR NOT IN IS NULL
    CONTAINS STARTS ENDS CASE WHEN THEN ELSE END YIELD ASC DESC EXISTS COUNT TRUE FALSE EXPLAIN PROFILE
    """.split()
)
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_LABEL = re.compile(r"(?P<open>[(\[])?\s*(?:[A-Za-z_]\w*)?\s*:\s*(?:[A-Za-z_]\w*\s*[:|]\s*)*(?:[A-Za-z_]\w*)?\Z")
_PROPERTY = re.compile(r"([A-Za-z_]\w*)\.(?:[A-Za-z_]\w*)?\Z")
_IN_MAP = re.compile(r"[(\[]\s*\w*\s*:\s*([A-Za-z_]\w*(?:\s*[:|]\s*[A-Za-z_]\w*)*)[^{}()\[\]]*\{(?:[^{}]*,)?\s*\w*\Z")
_CALLED = re.compile(r"\bCALL\s+([A-Za-z][\w.]*)\Z", re.IGNORECASE)
_BOUND = re.compile(r"[(\[]\s*([A-Za-z_]\w*)\s*:\s*([A-Za-z_]\w*(?:\s*[:|]\s*[A-Za-z_]\w*)*)")
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\"|//[^\n]*\n|(?P<open>['\"]|//)", re.DOTALL)


def candidates(before: str) -> tuple[str, list[str]]:
    """The word that stands before the cursor, and every word that it may become."""
    if before.lstrip().startswith(":"):
        return _of_command(before.lstrip())
    found = _WORD.search(before)
    word = found[0] if found else ""
    if any(piece["open"] for piece in _QUOTED.finditer(before)):
        return word, []
    if called := _CALLED.search(before):
        return called[1], [each for each in PROCEDURES if each.casefold().startswith(called[1].casefold())]
    return word, [each for each in _of_query(before, word) if each.casefold().startswith(word.casefold())]


def _of_query(before: str, word: str) -> Iterable[str]:
    if property_ := _PROPERTY.search(before):
        kinds = {name: re.split(r"\s*[:|]\s*", held) for name, held in _BOUND.findall(before)}
        return _properties(kinds.get(property_[1], []))
    if in_map := _IN_MAP.search(before):
        return _properties(re.split(r"\s*[:|]\s*", in_map[1]))
    if label := _LABEL.search(before):
        bracket = label["open"] or _bracket(before[: label.start()])
        if bracket:
            return EDGES if bracket == "[" else NODES
    if not word:
        return ()
    variables = {name for name, _ in _BOUND.findall(before)} | {*re.findall(r"\bAS\s+([A-Za-z_]\w*)", before)}
    return [*sorted(variables - {word}), *KEYWORDS, *sorted(FUNCTIONS, key=str.casefold)]


def _bracket(text: str) -> str:
    """The bracket in which the end of the text stands, round or square, "" for none."""
    open_brackets: list[str] = []
    for sign in text:
        if sign in "([{":
            open_brackets.append(sign)
        elif sign in ")]}" and open_brackets:
            open_brackets.pop()
    return open_brackets[-1] if open_brackets and open_brackets[-1] != "{" else ""


def _properties(kinds: Iterable[str]) -> list[str]:
    """The properties of these kinds, all there are where none of them is known."""
    stored = stored_properties()
    known = [stored[kind] for kind in kinds if kind in stored] or list(stored.values())
    return sorted({name for names in known for name in names})


def _of_command(before: str) -> tuple[str, list[str]]:
    name, space, argument = before.removeprefix(":").partition(" ")
    if not space:
        return name, [each for each in (*COMMANDS, "quit") if each.startswith(name.casefold())]
    *former, word = argument.split(" ")
    fixed: dict[str, Iterable[str]] = {
        "schema": (*NODES, *EDGES),
        "as": FORMS,
        "lang": LANGUAGES,
        "questions": TOPICS,
    }
    if name == "ask":
        return word, [each for each in _of_question(former) if each.startswith(word)]
    if name in ("to", "write", "draw"):
        return word, _files(word)
    return word, [each for each in fixed.get(name, ()) if each.casefold().startswith(word.casefold())]


def _of_question(former: list[str]) -> Iterable[str]:
    from bubble.catalogue import find, questions

    if not former:
        return questions()
    try:
        return [f"{param.name}=" for param in find(former[0]).params]
    except GraphError:
        return ()


def _files(word: str) -> list[str]:
    """Files and folders whose names go on like this."""
    folder = Path(word).expanduser() if word.endswith("/") else Path(word or ".").expanduser().parent
    begun = "" if word.endswith("/") else Path(word).name
    head = word[: len(word) - len(begun)]
    try:
        found = [path for path in folder.iterdir() if path.name.startswith(begun) and path.name.isprintable()]
    except OSError:
        return []
    return sorted(f"{head}{path.name}{'/' if path.is_dir() else ''}" for path in found)[:200]
