"""What a view may fill: anything with a title that asks, an answer, and writers for the files it can become."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar, Protocol, Self

from visuals.picture import Text

OF_FIGURE: dict[str, str] = {".png": "visuals.raster:png_of", ".pdf": "visuals.pdf:pdf_of"}
"""What is made of the figure, whichever canvas it shows."""


class Canvas(Protocol):
    """A drawing as plain data in both languages; Picture, Matrix and the charts are some.

    writers: where the function stands that writes it, by the ending of the file, as "module:function". That of .svg
    takes canvas, language and size of the sheet, any other canvas and language. Named so that none is loaded unused.
    """

    writers: ClassVar[Mapping[str, str]]
    title: Text
    answer: Text

    @classmethod
    def titled(cls, title: Text) -> Self:
        """An empty one with its title."""
        ...

    def say(self, answer: str, answer_th: str = "") -> None:
        """Set the sentence that answers the title."""
        ...

    def drawn_from(self, *, nodes: int, links: int, date: str = "", content_hash: str = "") -> None:
        """Say how much there is in the data and which state of it was drawn."""
        ...

    def told(self) -> str:
        """What was drawn, in a few words."""
        ...


def endings(canvas: Canvas | type[Canvas]) -> tuple[str, ...]:
    """The endings of files that it can be written to."""
    return tuple(canvas.writers) + (tuple(OF_FIGURE) if ".svg" in canvas.writers else ())


def content(canvas: Canvas, ending: str, language: str, size: str) -> str | bytes:
    """What stands in a file of that ending, one of `endings`; size is that of a figure's sheet."""
    if ending in OF_FIGURE:
        made: str | bytes = _named(OF_FIGURE[ending])(content(canvas, ".svg", language, size))
    elif ending == ".svg":
        made = _named(canvas.writers[ending])(canvas, language, size)
    else:
        made = _named(canvas.writers[ending])(canvas, language)
    return made


def _named(place: str) -> Any:
    module, _, function = place.partition(":")
    return getattr(import_module(module), function)
