"""Drawing a view: its questions asked, its evidence and caption added, the page or figure written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bubble.passages import passages
from bubble.thai_names import names_for
from graph.errors import GraphError, nearest, one_line
from graph.store import Reader
from queries import ask, question
from queries.header import Param
from visuals.canvas import Canvas, content, endings
from visuals.files import write_whole
from visuals.picture import Picture
from visuals.view import View
from visuals.worded import word_in_thai

UNTITLED = ("An answer to a query", "คำตอบของคำสั่งค้น")
"""The title of a drawn answer that was given none, in English and Thai."""

_STAMP = (
    "MATCH (b:Build) RETURN b.node_count AS nodes, b.content_hash AS hash, toString(b.data_date) AS day, "
    "COUNT { MATCH (:Partnership) } AS links"
)


def params_of(view: View) -> list[Param]:
    """The parameters a view takes: those of its questions, each once, with the defaults that the view sets."""
    found: dict[str, Param] = {}
    for name in view.asks:
        for param in question(name).params:
            default = str(view.params.get(param.name, param.default))
            found.setdefault(param.name, Param(param.name, param.type, default, param.en, param.th))
    return list(found.values())


def picture_of(store: Reader, view: View, params: Mapping[str, str]) -> Canvas:
    """A view filled with the answers of the graph. Raises GraphError for a parameter none of its questions takes."""
    known = {name: {p.name for p in question(name).params} for name in view.asks}
    every = sorted({taken for names in known.values() for taken in names})
    for name in params:
        if name not in every:
            hint = nearest(name, every)
            told = ", ".join(every) or "none"
            raise GraphError(f"{view.name} has no parameter {one_line(name)}{hint}; it takes {told}")
    given = {**view.params, **params}
    answers = {name: ask(store, name, {k: v for k, v in given.items() if k in taken}) for name, taken in known.items()}
    picture = view.picture(answers)
    completed(store, picture)
    return picture


def completed(store: Reader, canvas: Canvas) -> None:
    """Add what every drawing has: passages behind its links, Thai words, and which state of the data it shows."""
    if isinstance(canvas, Picture):
        _tell_evidence(store, canvas)
    word_in_thai(canvas, names_for(store, "th"))
    for row in store.ask(_STAMP):
        canvas.drawn_from(nodes=row["nodes"], links=row["links"], date=row["day"] or "", content_hash=row["hash"] or "")


def _tell_evidence(store: Reader, picture: Picture) -> None:
    """The passages that links name and that the view did not give itself."""
    named = dict.fromkeys(id for link in picture.links.values() for id in link.evidence)
    missing = [id for id in named if id not in picture.passages]
    for row in passages(store, missing):
        picture.evidence(
            row["id"],
            gloss=row["gloss"] or "",
            source=row["source"] or "",
            address=row["address"] or "",
            date=row["dated"] or "",
            speaker=row["speaker"] or "",
            confidence=row["confidence"] or "",
            locator=row["locator"] or "",
        )


def write_picture(picture: Canvas, path: Path, language: str, size: str = "a4") -> None:
    """Write the picture as the file's name says: .html a page, .svg, .png or .pdf a figure, .xlsx a workbook.

    Raises GraphError for an ending that this picture can't be written to.
    """
    ending, known = path.suffix.casefold(), endings(picture)
    if ending not in known:
        raise GraphError(f"--to: expected a file that ends in {' or '.join(known)}, found {one_line(path.name)!r}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphError(f"{one_line(path)}: the picture can't be written: {error.strerror}") from None
    write_whole(path, content(picture, ending, language, size))
