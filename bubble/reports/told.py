"""What a placeholder in running text says: a sentence, a number, names, a value of the report itself."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bubble.cards.words import day
from bubble.catalogue import find
from bubble.documents.record import Record
from bubble.reports.answers import Answers
from bubble.reports.grammar import Part
from bubble.reports.template import SETTINGS
from bubble.reports.terms import Wording
from bubble.reports.values import MEANT, number, series
from graph.errors import GraphError
from graph.store import Record as Row
from queries.ask import read_named
from queries.sentences import sentence
from visuals.picture import shown

_NAMED = "MATCH (n:{kind} {{id: $id}}) RETURN n.name AS name, n.name_th AS name_th"
_SHORT = 12


@dataclass(frozen=True)
class Told:
    """Words for one report: its record, its answers, and how values are worded in its language."""

    record: Record
    answers: Answers
    wording: Wording

    def words(self, part: Part) -> str:
        """What a placeholder says. Raises GraphError where the answer can't give it."""
        if part.kind == "value":
            return shown(self._value(part.name))
        if part.kind == "sentence":
            return shown(self._sentence(part))
        rows = self.answers.of(part)
        if part.kind == "count":
            return number(len(rows))
        if part.kind == "sum":
            return number(_sum(part, [row[part.options["column"]] for row in rows]))
        return series(self.names(part, rows), self.record.language)

    def names(self, part: Part, rows: Sequence[Row]) -> list[str]:
        """The values of a column, each once, as many as the placeholder takes."""
        words = list(dict.fromkeys(word for row in rows for word in self.wording.of(row, part.options["column"])))
        return words[: int(part.options.get("rows", len(words)))]

    def _sentence(self, part: Part) -> str:
        """The sentence with which the answer opens."""
        asked = find(part.name)
        rows = self.answers.whole(asked, part.params)
        opening: Sequence[Row] = self.answers.whole(find(asked.opening), part.params) if asked.opening else ()
        told = sentence(asked.name, rows, opening, self.record.language)
        if not told:
            raise GraphError(
                f"sentence: expected a question that has one, found {asked.name}; take table, count or names of it"
            )
        return told

    def _value(self, name: str) -> str:
        if name in MEANT:
            return self._named(name)
        record = self.record
        values: Mapping[str, str] = {
            "data-date": day(record.data_date, record.language),
            "since": day(record.options["since"], record.language),
            "content-hash": record.content_hash,
            "version": f"Bubble {record.version}",
            "template": f"{record.name} ({record.options['template'][:_SHORT]})",
            "command": self._command(),
        }
        return values[name]

    def _command(self) -> str:
        """The command that makes the report again, but for its --to."""
        record = self.record
        words = ["bubble", "report", record.name, "--lang", record.language, "--since", record.options["since"]]
        for name, value in sorted(record.params.items()):
            words += ["--param", f"{name}={value}"]
        return shlex.join(words)

    def _named(self, name: str) -> str:
        """The name of the sector, country or programme that the report is about."""
        value = self.answers.params.get(name)
        if value is None:
            raise GraphError(f"value: {name}: expected it among [params] of {SETTINGS}, found none")
        kind, store = MEANT[name], self.answers.store
        row = store.ask(_NAMED.format(kind=kind), {"id": read_named(store, name, kind, value)})[0]
        return str((row["name_th"] if self.record.language == "th" else "") or row["name"])


def _sum(part: Part, values: Sequence[Any]) -> int | float:
    """The sum of the values that are known."""
    held = [each for each in values if each is not None]
    if not all(isinstance(each, int | float) and not isinstance(each, bool) for each in held):
        raise GraphError(
            f"sum {part.name}: expected a column of numbers, found {part.options['column']}, which has words"
        )
    total: int | float = sum(held)
    return total
