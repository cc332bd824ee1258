"""Keeping a query as a question of the user's own, under a header proposed from the query and its answer."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bubble.columnar import column_type
from bubble.places import own_questions
from graph.cypher.gate import admit
from graph.cypher.names import columns, parameters
from graph.errors import GraphError, one_line
from graph.swap import beside
from queries import catalogue
from queries.own import check_name
from queries.question import read_question

if TYPE_CHECKING:
    from bubble.desk.desk import Latest

_TYPES = {bool: "boolean", int: "integer", float: "number", date: "date", list: "list"}
_BARE = re.compile(r"\w+", re.ASCII)


def save(latest: Latest, name: str) -> Path:
    """Write the latest query into the folder of the user's own questions; returns the file.

    Raises GraphError for a name that is no plain one or is taken, and for a query that can't be a question.
    """
    name = check_name(name)
    folder = own_questions()
    path = folder / f"{name}.cypher"
    if name in catalogue():
        raise GraphError(f"a bundled question is called {name}; choose another name")
    if path.exists() or path.is_symlink():
        raise GraphError(f"{one_line(path)}: is there already; choose another name, or remove it")
    if latest.asked is not None:
        raise GraphError(
            f"the latest answer is that of the question {latest.asked.name}; run a query of your own first"
        )
    text = proposed(latest, name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphError(f"{one_line(folder)}: can't be made: {error.strerror}") from None
    with beside(path) as written:
        written.write_text(text, encoding="utf-8")
        read_question(written)  # what could not be asked afterwards is not kept
    return path


def proposed(latest: Latest, name: str) -> str:
    """The query under a header: titles to be mended, parameters as they were given, columns with the types seen.

    Raises GraphError for a query whose columns have no plain names.
    """
    body = admit(latest.text).strip().rstrip(";").rstrip()
    told = columns(body)
    for column in told:
        if not _BARE.fullmatch(column):
            raise GraphError(f"the column {one_line(column, 60)!r} has no plain name; write … AS name, then save again")
    if not told:
        raise GraphError("a question needs columns: end the query with RETURN … AS name")
    title = name.replace("-", " ").replace("_", " ").capitalize()
    lines = [
        f"// title     {title}",
        f"// title_th  {title}",
        "// asks      (say here what the rows are and what they leave out)",
        f"// topic     {_topic(body)}",
    ]
    lines += [f"// param     {_param(each, latest.params)}" for each in sorted(parameters(body))]
    lines += [f"// column    {column}: {_type(latest, column)} -- {column} -- {column}" for column in told]
    # A remark at the top would be read as a line of the header.
    return "\n".join([*lines, *([""] if body.startswith("//") else []), body, ""])


def _topic(body: str) -> str:
    """Where it is listed; the user may choose another."""
    return "trade" if "TRADES_IN" in body or "EXPORTS" in body or "CUTS_TARIFF_ON" in body else "links"


def _param(name: str, given: dict[str, Any]) -> str:
    value: Any = given.get(name)
    if isinstance(value, (list, dict, bool)) or '"' in str(value) or "\n" in str(value) or not _BARE.fullmatch(name):
        raise GraphError(f"the parameter {one_line(name, 60)} holds what no header can say; use a text or a number")
    kind = "text" if not isinstance(value, (int, float)) else "integer" if isinstance(value, int) else "number"
    default = "" if value is None else str(value)
    return f'{name}: {kind} = "{default}" -- {name} -- {name}'


def _type(latest: Latest, column: str) -> str:
    return _TYPES.get(column_type(row[column] for row in latest.answer), "text")
