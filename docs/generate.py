"""Parts of these pages that are counted or listed from the code and the data; `bubble.reference` writes the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from tomllib import loads

from bubble.drawing import params_of
from graph import vocabulary
from graph.vocabulary import Word
from loaders.files import records
from loaders.run import BUNDLED
from visuals.canvas import endings
from visuals.view import View, views


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


def gallery() -> str:
    """Every view with its question, what it takes and the command that draws it, as Markdown."""
    return "\n".join(line for view in views().values() for line in _drawn(view))


def _drawn(view: View) -> Iterator[str]:
    yield from (f"### {view.name}", "", f"{view.title.en}  ", view.title.th, "", f"<!-- drawn: {view.name} -->", "")
    yield from (" ".join((view.draw.__doc__ or "").split()), "")
    yield from ("```", f"bubble draw {view.name} --to {view.name}.html", "```", "")
    taken = ", ".join(f"`{p.name}={p.default}` ({p.en})" for p in params_of(view))
    asked = ", ".join(f"[{name}](questions.md#{name})" for name in view.asks)
    yield from (f"Takes {taken or 'no parameter'}. Files: {' '.join(endings(view.canvas))}. Asks {asked}.", "")


def decisions() -> str:
    """Every decision by its title, the newest first, as Markdown."""
    found = sorted((Path(__file__).parent / "decisions").glob("*.md"), reverse=True)
    titles = ((path, path.read_text("utf-8").split("\n", 1)[0].removeprefix("# ")) for path in found)
    return "\n".join(f"- [{title}](decisions/{path.name})" for path, title in titles)
