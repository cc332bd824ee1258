"""Drawing a view: its questions asked, its caption stamped, the page or figure written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.errors import GraphError, one_line
from graph.store import Store
from queries import ask, question
from visuals.canvas import Canvas, content, endings
from visuals.files import write_whole
from visuals.view import View


def picture_of(store: Store, view: View, params: Mapping[str, str]) -> Canvas:
    """A view filled with the answers of the graph. Raises GraphError for a parameter none of its questions takes."""
    known = {name: {p.name for p in question(name).params} for name in view.asks}
    for name in params:
        if not any(name in taken for taken in known.values()):
            every = sorted({taken for names in known.values() for taken in names})
            raise GraphError(f"{view.name} has no parameter {one_line(name)}; it takes {', '.join(every) or 'none'}")
    given = {**view.params, **params}
    answers = {name: ask(store, name, {k: v for k, v in given.items() if k in taken}) for name, taken in known.items()}
    picture = view.picture(answers)
    stamp = store.ask(
        "MATCH (b:Build) RETURN b.node_count AS nodes, b.content_hash AS hash, toString(b.data_date) AS day, "
        "COUNT { MATCH (:Partnership) } AS links"
    )
    for row in stamp:
        picture.drawn_from(
            nodes=row["nodes"], links=row["links"], date=row["day"] or "", content_hash=row["hash"] or ""
        )
    return picture


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
