"""What was asked, in words: the question's parameters as a reader names them, and the command that asks again."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from datetime import date
from typing import Any

from bubble.cards.words import NAMES, VALUES, WORDS, day
from graph.store import Reader
from queries import Param, Question
from visuals.picture import Text, shown

_KINDS = {"sector": "Sector", "country": "Country", "programme": "Programme"}
_NAMED = "MATCH (n:{kind} {{id: $id}}) RETURN n.name AS name, n.name_th AS name_th LIMIT 1"
_NEWEST = "0"


def in_words(store: Reader, asked: Question, values: Mapping[str, Any], given: Mapping[str, str], language: str) -> str:
    """The parameters that tell what the answer is about, and all that were given: "Sector: Food · As of: …"."""
    told: list[str] = []
    for param in asked.params:
        is_telling = param.type in {*_KINDS, "date"} or param.name in {"of", "link", "agency", "firm", "party", "year"}
        if is_telling or param.name in given:
            name = NAMES.get(param.name, Text(param.name.replace("_", " ").capitalize(), param.th)).of(language)
            told.append(f"{name}: {_value(store, param, values[param.name], language)}")
    return " · ".join(told)


def again(asked: Question, given: Mapping[str, str]) -> str:
    """The command that shows every row of the answer."""
    params = " ".join(f"--param {shlex.quote(shown(f'{name}={value}'))}" for name, value in given.items())
    return f"bubble ask {shlex.quote(shown(asked.name))} {params}{' ' if params else ''}--all"


def _value(store: Reader, param: Param, value: Any, language: str) -> str:
    if param.type in _KINDS:
        rows = store.ask(_NAMED.format(kind=_KINDS[param.type]), {"id": value})
        name = Text(rows[0]["name"] or "", rows[0]["name_th"] or "").of(language) if rows else ""
        return shown(name or value)
    if isinstance(value, date):
        return day(value.isoformat(), language)
    if param.name == "year" and str(value) == _NEWEST:
        return WORDS["newest_year"].of(language)
    if isinstance(value, float):
        return f"{value:g}"
    words = [word.strip() for word in str(value).split(",")]
    return shown(", ".join(VALUES[w].of(language) if w in VALUES else w for w in words)) or WORDS["all"].of(language)
