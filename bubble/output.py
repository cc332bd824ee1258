"""Where an answer goes: a form that is read as text, or a file of its own kind."""

from __future__ import annotations

from pathlib import Path

from bubble.about import About
from bubble.options import write_text
from bubble.present import FORMATS, as_csv, as_json, as_markdown, as_table
from graph.errors import GraphError, one_line
from graph.store import Answer
from queries import Question

FILES = ("xlsx", "parquet")
"""Forms that only a file can have."""
FORMS = (*FORMATS, *FILES)
ENDINGS = {".csv": "csv", ".json": "json", ".md": "md", ".xlsx": "xlsx", ".parquet": "parquet"}


def form_of(told: str | None, to: Path | None) -> str:
    """The form: the one that was told, else the one that the file's name ends in, else a table.

    Raises GraphError for a form that only a file can have where none is named.
    """
    form = told or (ENDINGS.get(to.suffix.casefold()) if to else None) or "table"
    if form in FILES and to is None:
        raise GraphError(f"--as {form}: expected --to FILE, found none")
    return form


def as_text(answer: Answer, form: str, asked: Question | None = None, language: str = "en") -> str:
    """The answer in one of the forms that are text."""
    if form == "json":
        return as_json(answer)
    if form == "csv":
        return as_csv(answer)
    return as_markdown(answer, asked, language) if form == "md" else as_table(answer, asked, language)


def write_answer(answer: Answer, form: str, path: Path, told: About, language: str = "en") -> None:
    """The answer in a file. Raises GraphError where it can't be written or can't hold the answer."""
    if form in FILES and path.exists() and not path.is_file():
        raise GraphError(f"{one_line(path)}: expected a file, found something else; choose another place")
    if form == "xlsx":
        from bubble.workbook import write_workbook

        write_workbook(answer, path, told)
    elif form == "parquet":
        from bubble.columnar import write_parquet

        write_parquet(answer, path, told)
    else:
        write_text(path, as_text(answer, form, told.asked, language))
