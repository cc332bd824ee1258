"""A drawing as a notebook shows it: the page in a closed frame, the figure where no frame can be, and words."""

from __future__ import annotations

import base64
import html
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from visuals.canvas import Canvas, content

HEIGHT = 720
"""Pixels of a frame: no page needs to scroll in it."""
LARGEST_PAGE = 4_000_000
"""Characters of a page beyond which a notebook holds the figure alone; it would be slow to open and to save."""
SANDBOX = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox"
"""A page may run, save its figure, print and open a source; being of no origin, it reaches nothing of the notebook."""
_DPI = 96
_STYLE = (
    ".bubble-frame>iframe{display:block;width:100%;border:1px solid #d5dbe1;border-radius:6px;box-sizing:border-box}"
)
_STAND_IN = ".bubble-frame>iframe~img{display:none}"


@dataclass(frozen=True)
class Drawing:
    """A view or an answer, drawn. A notebook shows it by itself; `save` writes it to a file.

    size: of the figure's sheet, one of `visuals.sheet.SIZES`; height: of the page's frame in pixels;
    interactive: whether a notebook holds the page, or the figure alone, which makes it half as large or less.
    """

    canvas: Canvas = field(repr=False)
    language: str = "en"
    size: str = "web"
    height: int = HEIGHT
    interactive: bool = True

    def page(self) -> str:
        """The interactive page, a whole HTML file."""
        return str(content(self.canvas, ".html", self.language, self.size))

    def svg(self) -> str:
        """The figure as SVG, its font inside."""
        return str(content(self.canvas, ".svg", self.language, self.size))

    def png(self, dpi: int = 192) -> bytes:
        """The figure as PNG."""
        from visuals.raster import png_of

        return png_of(self.svg(), dpi=dpi)

    def pdf(self) -> bytes:
        """The figure as PDF, with text that can be selected."""
        return cast("bytes", content(self.canvas, ".pdf", self.language, self.size))

    def save(self, path: str | Path) -> Path:
        """Write it as the file's name says: .html the page, .svg, .png or .pdf the figure. Returns the path."""
        from bubble.drawing import write_picture

        write_picture(self.canvas, Path(path), self.language, self.size)
        return Path(path)

    def told(self) -> str:
        """What it asks and answers and how much was drawn, in words."""
        lines = (self.canvas.title.of(self.language), self.canvas.answer.of(self.language), self.canvas.told())
        return "\n".join(filter(None, lines))

    def __repr__(self) -> str:
        return self.told()

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> tuple[dict[str, str], dict[str, Any]]:
        """Every form that a front end may choose from, with the words for who can't see it.

        A LaTeX export takes the PDF, one that embeds no SVG the PNG; the page goes first wherever HTML does.
        """
        makers: dict[str, Callable[[], str]] = {
            "text/plain": self.told,
            "text/html": self._html,
            "image/svg+xml": lambda: _no_wider_than_its_place(self.svg()),
            "image/png": lambda: _base64(self.png(_DPI)),
            "application/pdf": lambda: _base64(self.pdf()),
        }
        wanted = [mime for mime in makers if (not include or mime in include) and mime not in (exclude or ())]
        alt = {"alt": self.told()}
        metadata = {mime: alt for mime in wanted if mime.startswith(("image/", "application/"))}
        return {mime: makers[mime]() for mime in wanted}, metadata

    def _html(self) -> str:
        figure = self.svg()
        if not self.interactive:
            return _image(figure, self.told())  # no wider than its place, as SVG that stands in a page would be
        page, title = self.page(), self.canvas.title.of(self.language)
        if len(page) > LARGEST_PAGE:
            told = f"The page has {len(page) / 1e6:.1f} MB, too much for a notebook; .save('picture.html') writes it."
            return f"<figure>{_image(figure, self.told())}<figcaption>{told}</figcaption></figure>"
        return framed(page, title, self.height, figure=figure, alt=self.told())


def framed(page: str, title: str, height: int = HEIGHT, *, figure: str = "", alt: str = "") -> str:
    """A whole page in a frame of its own: it runs, but reaches nothing of what is around it, and asks nobody.

    figure: SVG that is seen wherever a frame is taken out, as in a notebook that is not trusted.
    """
    style = _STYLE + (_STAND_IN if figure else "")
    return (
        f'<div class="bubble-frame"><style>{style}</style>'
        f'<iframe sandbox="{SANDBOX}" allow="clipboard-write" referrerpolicy="no-referrer" '
        f'title="{html.escape(title)}" width="100%" height="{int(height)}" srcdoc="{html.escape(page)}"></iframe>'
        f"{_image(figure, alt) if figure else ''}</div>"
    )


def _no_wider_than_its_place(figure: str) -> str:
    """The figure such that a front end which puts SVG into its page as it is, as VS Code does, cuts nothing off."""
    return figure.replace("<svg ", '<svg style="max-width: 100%; height: auto" ', 1)


def _image(figure: str, alt: str) -> str:
    address = f"data:image/svg+xml;base64,{_base64(figure.encode())}"
    return f'<img src="{address}" alt="{html.escape(alt)}" style="max-width: 100%">'


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
