"""The desk itself: a graph, how answers are shown, and the latest answer. It knows no terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from bubble.about import About, about
from bubble.output import as_text, form_of, write_answer
from bubble.querying import ROW_LIMIT, query
from graph.errors import GraphError, one_line
from graph.store import TIME_LIMIT, Answer, Reader
from queries import Question


@dataclass
class Settings:
    """How answers are asked for and shown. `to` is where the next one goes, None for the screen."""

    form: str | None = None
    to: Path | None = None
    rows: int = ROW_LIMIT
    seconds: float = TIME_LIMIT
    language: str = "en"
    params: dict[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class Latest:
    """The latest answer and what it answers."""

    answer: Answer
    text: str
    params: dict[str, Any]
    asked: Question | None = None


# What is an option of the command line is a command of the desk.
_HERE = (("--rows", ":rows"), ("--param", ":param"), ("--as", ":as"), ("--to", ":to"), ("bubble ask", ":questions"))


def _here(told: str) -> str:
    for there, here in _HERE:
        told = told.replace(there, here)
    return told


def _show(text: str) -> None:
    click.echo(text, nl=False)


def _remark(text: str) -> None:
    click.echo(f"bubble: {text}", err=True)


class Desk:
    """A graph and the state of a conversation with it; `show` takes answers, `remark` what there is to say of them."""

    def __init__(
        self,
        store: Reader,
        settings: Settings | None = None,
        show: Callable[[str], None] = _show,
        remark: Callable[[str], None] = _remark,
    ) -> None:
        """Raises GraphError for a form that needs a file where none is named."""
        self.store = store
        self.settings = settings or Settings()
        self.show = show
        self.remark = remark
        self.latest: Latest | None = None
        form_of(self.settings.form, self.settings.to)

    def run(self, statement: str) -> bool:
        """Run one command or query; False to leave the desk. Raises GraphError for what can't be done."""
        try:
            return self._run(statement)
        except GraphError as error:
            raise GraphError(_here(str(error))) from None

    def _run(self, statement: str) -> bool:
        if statement.startswith(":"):
            from bubble.desk.commands import run_command

            return run_command(self, statement)
        told = self.settings
        form_of(told.form, told.to)  # before the work, not after it
        answer, remarks = query(self.store, statement, told.params, seconds=told.seconds, rows=told.rows)
        for each in remarks:
            self.remark(_here(each))
        self.present(Latest(answer, statement, dict(told.params)))
        return True

    def present(self, latest: Latest, text: str | None = None) -> None:
        """Show an answer, or put it where the next one is to go; `text` is a better table than the plain one."""
        self.latest = latest
        if self.settings.to:
            path, self.settings.to = self.settings.to, None
            self.write(path)
            return
        form = form_of(self.settings.form, None)
        if text is None or form != "table":
            text = as_text(latest.answer, form, latest.asked, self.settings.language)
            if form == "table" and not latest.answer:
                text = "ไม่มีรายการ\n" if self.settings.language == "th" else "No rows.\n"
        self.show(text)

    def write(self, path: Path) -> None:
        """Write the latest answer to a file, in the form that its ending or the setting says."""
        latest = self.newest()
        by_ending = form_of(None, path)
        form = by_ending if by_ending != "table" else form_of(self.settings.form, path)
        write_answer(latest.answer, form, path, self.about(), self.settings.language)
        self.remark(f"wrote {len(latest.answer):,} rows to {one_line(path)} as {form}")

    def about(self) -> About:
        """What stands beside the latest answer in a file."""
        latest = self.newest()
        return about(self.store, latest.answer, latest.text, latest.params, latest.asked)

    def newest(self) -> Latest:
        """The latest answer. Raises GraphError where there is none yet."""
        if self.latest is None:
            raise GraphError("there is no answer yet; ask something first")
        return self.latest
