"""An answer card as a notebook shows it: its page in a closed frame, the same as Markdown, and its words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from bubble.documents.blocks import Document
from bubble.documents.formats import content, text_of
from bubble.shown import framed

HEIGHT = 900
"""Pixels of a card's frame, in which it scrolls."""


@dataclass(frozen=True)
class Card:
    """A card. A notebook shows it by itself; `save` writes it to a file that `bubble verify` can check."""

    document: Document = field(repr=False)
    height: int = HEIGHT

    def save(self, path: str | Path) -> Path:
        """Write it to a page (.html), a document (.pdf, .docx) or text (.md). Returns the path."""
        from bubble.cards.file import checked, write_card

        to = checked(Path(path))
        write_card(self.document, to)
        return to

    def page(self) -> str:
        """The card as a whole HTML file."""
        return content(self.document, ".html").decode("utf-8")

    def markdown(self) -> str:
        """The card as Markdown."""
        return content(self.document, ".md").decode("utf-8")

    def told(self) -> str:
        """Every word of it, line by line."""
        return text_of(content(self.document, ".md"), ".md").strip()

    def __repr__(self) -> str:
        return self.told()

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, str]:
        """The page first wherever HTML goes; a document of Quarto or LaTeX takes the Markdown."""
        makers: dict[str, Callable[[], str]] = {
            "text/plain": self.told,
            "text/markdown": self.markdown,
            "text/html": lambda: framed(self.page(), self.document.title, self.height),
        }
        return {
            mime: make()
            for mime, make in makers.items()
            if (not include or mime in include) and mime not in (exclude or ())
        }
