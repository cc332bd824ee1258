"""What a file says of its own making, so that anybody can make it again and compare."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from graph.errors import GraphError, one_line

FORMAT = 1
"""The number of this form of record; a reader refuses what is newer."""
MARK = "bubble-record"
"""The name under which a file holds its record: an element, a property, a part or a comment, as its format has it."""


@dataclass(frozen=True)
class Record:
    """What was made of which state of the graph: a card of a question, a report, a figure of a view.

    what: "card", "report" or "figure"; name: of the question, the report or the view; params: as the user gave them;
    options: what else the making depended on. The file holds it as one line of JSON with sorted keys.
    """

    what: str
    name: str
    language: str
    content_hash: str
    data_date: str
    version: str
    params: Mapping[str, str] = field(default_factory=dict[str, str])
    options: Mapping[str, str] = field(default_factory=dict[str, str])

    def text(self) -> str:
        """The record as one line of JSON in ASCII, the same for the same record."""
        return json.dumps({"bubble": FORMAT, **asdict(self)}, sort_keys=True)


def record_from(text: str) -> Record:
    """The record that a file holds. Raises GraphError for text that is none, or one of a newer Bubble."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict) or "bubble" not in held:
        raise GraphError("expected the record of a file that Bubble made, found something else")
    told = cast("dict[str, Any]", held)
    form = told.pop("bubble")
    if form != FORMAT:
        raise GraphError(
            f"expected a record of form {FORMAT}, found {one_line(repr(form), 40)}; a newer Bubble made it: upgrade"
        )
    names = ("what", "name", "language", "content_hash", "data_date", "version")
    maps = [told.get(name, {}) for name in ("params", "options")]
    plain = all(
        isinstance(each, dict) and all(isinstance(v, str) for v in cast("dict[str, Any]", each).values())
        for each in maps
    )
    if not plain or not all(isinstance(told.get(name), str) for name in names):
        raise GraphError("expected a whole record of a file that Bubble made, found one with parts missing")
    return Record(**{name: told[name] for name in names}, params=dict(maps[0]), options=dict(maps[1]))
