"""Parts of these pages that are counted or listed from the code and the data; `bubble.reference` writes the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tomllib import loads

from graph import vocabulary
from graph.vocabulary import Word
from loaders.files import records
from loaders.run import BUNDLED


def words() -> str:
    """Every closed list of words with their labels, as Markdown."""
    return "\n".join(line for words in _lists() for line in _described(words))


def _lists() -> list[type[Word]]:
    declared = vars(vocabulary).values()
    return [each for each in declared if isinstance(each, type) and issubclass(each, Word) and each is not Word]


def _described(words: type[Word]) -> Iterator[str]:
    yield from (f"### {words.__name__}", "", " ".join((words.__doc__ or "").split()), "")
    yield from _table(("word", "English", "ไทย"), ((f"`{word.value}`", word.en, word.th) for word in words))
    yield ""


def sizes() -> str:
    """How many rows each bundled file has, the class of its licence and the group by which a build leaves it out."""
    return "\n".join(
        _table(("file", "rows", "class", "group"), (_size(path) for path in sorted(BUNDLED.rglob("*.toml"))))
    )


def _size(sidecar: Path) -> tuple[str, str, str, str]:
    told = loads(sidecar.read_text("utf-8"))
    path = sidecar.with_suffix("")
    shown = path.relative_to(BUNDLED).as_posix()
    rows = sum(1 for _ in records(path, shown, told.get("encoding") or "utf-8"))
    return f"`{shown}`", f"{rows:,}", told.get("licence_class") or "not stated", told.get("group", "")


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(header) + " |"
    yield "|" + " --- |" * len(header)
    for row in rows:
        yield "| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in row) + " |"
