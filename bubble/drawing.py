"""Drawing a view: its questions asked, its caption stamped, the page or figure written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from graph.errors import GraphError, one_line
from graph.store import Store
from queries import ask, question
from visuals.files import write_whole
from visuals.matrix.matrix import Matrix
from visuals.picture import Picture
from visuals.view import View

WRITERS = (".html", ".svg")
MATRIX_WRITERS = (*WRITERS, ".xlsx")


def picture_of(store: Store, view: View, params: Mapping[str, str]) -> Picture | Matrix:
    """A view filled with the answers of the graph. Raises GraphError for a parameter none of its questions takes."""
    known = {name: {p.name for p in question(name).params} for name in view.asks}
    for name in params:
        if not any(name in taken for taken in known.values()):
            every = sorted({taken for names in known.values() for taken in names})
            raise GraphError(f"{view.name} has no parameter {one_line(name)}; it takes {', '.join(every) or 'none'}")
    given = {**view.params, **params}
    answers = {name: ask(store, name, {k: v for k, v in given.items() if k in taken}) for name, taken in known.items()}
    picture: Picture | Matrix = view.picture(answers)
    stamp = store.ask(
        "MATCH (b:Build) RETURN b.node_count AS nodes, b.content_hash AS hash, toString(b.data_date) AS day, "
        "COUNT { MATCH (:Partnership) } AS links"
    )
    for row in stamp:
        picture.drawn_from(
            nodes=row["nodes"], links=row["links"], date=row["day"] or "", content_hash=row["hash"] or ""
        )
    return picture


def write_picture(picture: Picture | Matrix, path: Path, language: str, size: str = "a4") -> None:
    """Write the picture as the file's name says: .html a page, .svg a figure, .xlsx a matrix as a workbook.

    Raises GraphError for another ending.
    """
    ending = path.suffix.casefold()
    known = MATRIX_WRITERS if isinstance(picture, Matrix) else WRITERS
    if ending not in known:
        raise GraphError(f"--to: expected a file that ends in {' or '.join(known)}, found {one_line(path.name)!r}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphError(f"{one_line(path)}: the picture can't be written: {error.strerror}") from None
    write_whole(path, _content(picture, ending, language, size))


def _content(picture: Picture | Matrix, ending: str, language: str, size: str) -> str | bytes:
    """What stands in a file of that ending."""
    if isinstance(picture, Matrix):
        from visuals.matrix import figure as matrix_figure
        from visuals.matrix import page as matrix_page
        from visuals.matrix.workbook import workbook_of

        if ending == ".xlsx":
            return workbook_of(picture, language)
        if ending == ".html":
            return matrix_page.page_of(picture, language)
        return matrix_figure.figure_of(picture, language, size)
    if ending == ".html":
        from visuals.page import page_of

        return page_of(picture, language)
    from visuals.figure import figure_of

    return figure_of(picture, language, size)
